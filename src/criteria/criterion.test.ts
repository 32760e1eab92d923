/** The schema of criteria: one key says which question it is, and a fault is told inside that question. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { issueText, readStructured, validate } from '../reading/index.ts';
import { type Criterion, criterion, leafNames, partsOf } from './index.ts';
import * as leaves from './leaves/index.ts';

/** A right question for every leaf, by its name. */
const questions: Readonly<Record<string, object>> = {
  disease: { entity: 'net' },
  stage: { is: ['IV'] },
  extent: { is: ['metastatic'] },
  resectability: { is: ['resectable'] },
  grade: { atMost: 'G2' },
  differentiation: { is: 'well' },
  ki67Percent: { atMost: 20 },
  mitosesPer2mm2: { below: 2 },
  discordance: { is: 'proliferative' },
  pathologyReview: { suggested: true },
  functionalStatus: { is: 'functioning' },
  liverBurden: { atMost: 50 },
  metastasis: { site: 'liver' },
  alteration: { gene: 'KIT', exon: 11 },
  germline: { genes: ['BRCA2'] },
  biomarker: { marker: 'MSI' },
  stain: { marker: 'KIT', is: 'positive' },
  tested: { event: 'fusion' },
  sstrUptake: { is: 'positive' },
  fdgUptake: { is: 'positive' },
  uptakeMismatch: { present: true },
  laboratory: { analyte: 'bilirubin', unit: 'x ULN', atMost: 1.5 },
  ecog: { atMost: 1 },
  karnofskyPercent: { atLeast: 70 },
  priorTherapy: { drug: 'imatinib' },
  linesOfTherapy: { atLeast: 1 },
  platinumFreeIntervalMonths: { atLeast: 3 },
  progression: {},
  toxicity: { term: 'diarrhoea', gradeAtLeast: 3 },
  comorbidity: { term: 'diabetes' },
  coMedication: { name: 'omeprazole' },
  priorMalignancy: { words: 'any' },
  pharmacogene: { gene: 'DPYD' },
  age: { atLeast: 18 },
  sex: { is: 'female' },
  pregnancy: { is: 'pregnant' },
  specimen: { adequate: true },
  measurableDisease: { present: true },
};

test('every leaf has a question above, and every leaf of the room is in the catalogue', () => {
  assert.deepEqual(Object.keys(questions).toSorted(), leafNames.toSorted());
  assert.deepEqual(
    Object.values(leaves)
      .map(({ name }) => name)
      .toSorted(),
    leafNames.toSorted(),
  );
});

for (const [name, question] of Object.entries(questions)) {
  test(`${name} is read as it stands`, () => {
    assert.deepEqual(criterion.parse({ [name]: question }), { [name]: question });
  });

  test(`${name} knows no other key`, () => {
    const { error } = criterion.safeParse({ [name]: { ...question, otherwise: 1 } });
    assert.notEqual(error, undefined);
  });
}

const tree: Criterion = {
  all: [
    { disease: { entity: 'net' } },
    { any: [{ grade: { atMost: 'G2' } }, { ki67Percent: { atMost: 20 } }] },
    { not: { priorTherapy: { drugClass: 'kit-inhibitor' } } },
    {
      atLeast: {
        count: 1,
        of: [{ alteration: { gene: 'KIT', exon: 11 } }, { stain: { marker: 'KIT', is: 'positive' } }],
      },
    },
  ],
};

test('a tree is read as it stands, and its parts are its children', () => {
  assert.deepEqual(criterion.parse(tree), tree);
  assert.deepEqual(
    partsOf(tree).map((part) => Object.keys(part)[0]),
    ['disease', 'any', 'not', 'atLeast'],
  );
  assert.deepEqual(
    partsOf(tree).map((part) => partsOf(part).length),
    [0, 2, 1, 2],
  );
});

test('defaults are filled in', () => {
  assert.deepEqual(criterion.parse({ stain: { marker: 'KIT' } }), {
    stain: { marker: 'KIT', is: 'positive' },
  });
  assert.deepEqual(criterion.parse({ not: { toxicity: { term: 'rash' } } }), {
    not: { toxicity: { term: 'rash', gradeAtLeast: 1 } },
  });
});

type Row = readonly [name: string, text: string, issues: readonly (readonly [string, RegExp])[]];
const rows: readonly Row[] = [
  ['nothing', '{}', [['1:1 wrong-value', /one key/]]],
  ['a list', '[]', [['1:1 wrong-type', /a mapping should stand here, not a list/]]],
  ['a word', 'net', [['1:1 wrong-type', /a mapping should stand here/]]],
  ['an unknown leaf', 'alteraton: { gene: KIT }', [['1:1 unknown-key', /did you mean "alteration"\?/]]],
  [
    'an unknown leaf that is near none',
    'xyzzy: {}',
    [['1:1 unknown-key', /allowed: all, any, not, atLeast/]],
  ],
  [
    'an unknown leaf deep in a tree',
    'all:\n  - not:\n      any:\n        - disese: { entity: net }',
    [['4:11 unknown-key', /did you mean "disease"\?/]],
  ],
  ['two leaves in one', 'grade: { atMost: G2 }\nage: { atLeast: 18 }', [['1:1 wrong-value', /one key/]]],
  [
    'a value of a leaf',
    'grade: { atMost: G4 }',
    [['1:18 wrong-value', /"G4" is not allowed; allowed: G1, G2 and G3/]],
  ],
  ['a key of a leaf', 'grade: { atMst: G2 }', [['1:10 unknown-key', /did you mean "atMost"\?/]]],
  [
    'an entity that is nearly one',
    'disease: { entity: net-pancres }',
    [['1:20 wrong-value', /did you mean "net-pancreas"\?/]],
  ],
  [
    'two faults, each at its place',
    'all:\n  - disease: { entity: nett }\n  - not: { grade: { atLest: G2 } }',
    [
      ['2:24 wrong-value', /did you mean "net"\?/],
      ['3:21 unknown-key', /did you mean "atLeast"\?/],
    ],
  ],
  ['no parts', 'all: []', [['1:6 wrong-value', /at least 1 item/]]],
  [
    'a count of none',
    'atLeast: { count: 0, of: [{ progression: {} }] }',
    [['1:19 wrong-value', /at least 1/]],
  ],
  [
    'a part that is none',
    'any: [{ progression: {} }, 3]',
    [['1:28 wrong-type', /a mapping should stand here, not the number 3/]],
  ],
  [
    'a limit that is a word',
    'ki67Percent: { atMost: low }',
    [['1:24 wrong-type', /a number should stand here/]],
  ],
  ['no limit', 'ki67Percent: {}', [['1:14 wrong-value', /give a limit/]]],
  [
    'limits without a number between',
    'ki67Percent: { above: 20, below: 3 }',
    [['1:14 wrong-value', /no number lies/]],
  ],
  [
    'a variant that cannot be read',
    'alteration: { gene: KIT, variant: V56 }',
    [['1:13 wrong-value', /could not be read/]],
  ],
  [
    'a drug that is not in the register',
    'priorTherapy: { drug: imatinb }',
    [['1:23 wrong-value', /did you mean "imatinib"\?/]],
  ],
];
for (const [name, text, expected] of rows) {
  test(`refused: ${name}`, () => {
    const document = readStructured(text, { source: 'x.yaml' }).value;
    assert.ok(document !== undefined);
    const { value, issues } = validate(document, criterion);
    const found = issues.map(issueText).join('\n');
    assert.equal(value, undefined);
    assert.deepEqual(
      issues.map((each) => `${each.line}:${each.column} ${each.code}`),
      expected.map(([place]) => place),
      found,
    );
    for (const [index, [, says]] of expected.entries()) assert.match(issues[index]?.message ?? '', says);
  });
}

test('a key of the prototype is no leaf', () => {
  for (const key of ['constructor', 'toString', '__proto__'])
    assert.equal(criterion.safeParse(JSON.parse(`{"${key}":{}}`)).success, false, key);
});

test('a fault deep in a tree is told without reading the tree again at every level', () => {
  let deep: object = { grade: { atMost: 'G4' } };
  for (let level = 0; level < 60; level += 1) deep = { not: deep };
  const began = performance.now();
  const { error } = criterion.safeParse(deep);
  assert.equal(error?.issues.length, 1);
  assert.equal(error?.issues[0]?.path.length, 62);
  assert.ok(performance.now() - began < 200);
});

test('the JSON Schema names every leaf, refers to itself, and asks for one key', () => {
  const schema = z.toJSONSchema(criterion, { io: 'input' });
  const body = schema.$defs?.['criterion'];
  assert.ok(typeof body === 'object');
  assert.deepEqual(Object.keys(body.properties ?? {}), ['all', 'any', 'not', 'atLeast', ...leafNames]);
  assert.deepEqual(body.properties?.['not'], { $ref: '#/$defs/criterion' });
  assert.equal(body.additionalProperties, false);
  assert.deepEqual([body.minProperties, body.maxProperties], [1, 1]);
});

test('a thousand criteria are read well within 30 ms', () => {
  const list = Array.from({ length: 1000 }, (_, index) => {
    const name = leafNames[index % leafNames.length] ?? 'disease';
    return index % 3 === 0 ? { not: { [name]: questions[name] } } : { [name]: questions[name] };
  });
  const timed = () => {
    const began = performance.now();
    for (const each of list) criterion.parse(each);
    return performance.now() - began;
  };
  const best = Math.min(...Array.from({ length: 7 }, timed));
  assert.ok(best < 30, `${best.toFixed(1)} ms`);
});
