/** Every kind of wrong case file gives a clear issue with its place, and exit code 2. Nothing is thrown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOf, type IssueCode, issueText } from '../reading/index.ts';
import { leastText } from './example-cases.fixture.ts';
import { readCase } from './index.ts';

/** Lines 1 to 5 are the least case file; `lines` begin at line 6. */
type Row = readonly [name: string, lines: string, code: IssueCode, place: string, says: RegExp];

const rows: readonly Row[] = [
  ['YAML that is no YAML', 'goals: [', 'yaml-syntax', '6:9', /\]/],
  ['a tab as indent', 'goals:\n\t- printed: x', 'yaml-syntax', '7:1', /tab/i],
  ['a key twice', 'goals: []\ngoals: []', 'duplicate-key', '7:1', /goals/],
  ['an alias', 'goals: &g []\nsymptoms: *g', 'yaml-aliases', '6:8', /alias|anchor/],
  ['two documents', 'goals: []\n---\ncajal: case/1', 'yaml-unsupported', '7:1', /document/],
  ['a key that no document may have', '__proto__: { admin: true }', 'forbidden-key', '6:1', /__proto__/],
  [
    'such a key further in',
    'goals:\n  - { printed: x, constructor: y }',
    'forbidden-key',
    '7:19',
    /constructor/,
  ],
  ['an unknown key', 'laborotory: []', 'unknown-key', '6:1', /did you mean "laboratory"\?/],
  [
    'an unknown key further in',
    'findings:\n  - { id: a, gen: KIT, gene: KIT, alteration: V560del, status: positive }',
    'unknown-key',
    '7:14',
    /did you mean "gene"\?/,
  ],
  ['a missing key', 'goals: [{ note: home }]', 'missing-key', '6:9', /"printed" is missing/],
  [
    'a value that is nearly one of those allowed',
    'primary: [{ site: pancreas, certainty: establshed }]',
    'wrong-value',
    '6:40',
    /did you mean "established"\?/,
  ],
  [
    'a number where printed text is required',
    'biomarkers: [{ marker: TMB, status: positive, value: 1.10 }]',
    'wrong-type',
    '6:54',
    /text should stand here, not the number 1\.10; put it in quotes/,
  ],
  [
    'a mapping where a list is required',
    'symptoms: { term: pain }',
    'wrong-type',
    '6:11',
    /a list should stand here/,
  ],
  [
    'a date that is not in the calendar',
    "goals: [{ printed: x, date: '2012-02-30' }]",
    'impossible-date',
    '6:29',
    /2012-02-30/,
  ],
  [
    'a date in no form that is read',
    'goals: [{ printed: x, date: June }]',
    'unparsable-date',
    '6:29',
    /June/,
  ],
  [
    'an interval that runs backwards',
    "goals: [{ printed: x, date: '2012-08..2012-06' }]",
    'impossible-date',
    '6:29',
    /backwards/,
  ],
  [
    'an end before the start',
    "therapies:\n  - { id: a, kind: systemic, printed: x, start: '2012-06', end: '2011-06' }",
    'date-order',
    '7:65',
    /ends before it begins/,
  ],
  [
    'an outcome before the treatment',
    "therapies:\n  - { id: a, kind: prrt, printed: x, start: '2012', outcomes: [{ response: PR, date: '2011' }] }",
    'date-order',
    '7:86',
    /before the treatment/,
  ],
  [
    'a result known before it was measured',
    "laboratory: [{ analyte: NSE, value: 5 ng/mL, date: '2012-06', known: '2012-05' }]",
    'date-order',
    '6:70',
    /known before it was measured/,
  ],
  [
    'days from an event that is not named',
    'goals: [{ printed: x, date: day 28 }]',
    'missing-key',
    '6:29',
    /name that event under `anchor`/,
  ],
  [
    'an anchor that stands on itself',
    'anchor: { event: start, calendar: day 3 }',
    'wrong-value',
    '6:35',
    /calendar date/,
  ],
  [
    'a quantity that is none',
    'laboratory: [{ analyte: NSE, value: "5,5 ng/mL" }]',
    'unparsable-quantity',
    '6:37',
    /decimals/,
  ],
  [
    'a unit that is not known',
    'laboratory: [{ analyte: NSE, value: 5 ng/mLL }]',
    'unit-unknown',
    '6:37',
    /did you mean/,
  ],
  [
    'a unit that is not one of the analyte',
    'laboratory: [{ analyte: bilirubin, value: 5 kg }]',
    'unit-unknown',
    '6:43',
    /bilirubin .*not reported in kg but in umol/,
  ],
  [
    'a reference range in a unit that does not fit',
    'laboratory: [{ analyte: CgA, value: 44 ng/mL, referenceRange: 0-3 nmol/L }]',
    'unit-mismatch',
    '6:63',
    /nmol\/L/,
  ],
  [
    'a reference range in a unit of another analyte',
    'laboratory: [{ analyte: bilirubin, value: 1 mg/dL, referenceRange: 0-5 10^9/L }]',
    'unit-unknown',
    '6:68',
    /not reported in '10\^9\/L'/,
  ],
  [
    'an alteration that cannot be read',
    'findings: [{ id: a, gene: KIT, alteration: V56, status: positive }]',
    'unparsable-alteration',
    '6:44',
    /names a residue but not what became of it/,
  ],
  [
    'an id twice',
    'specimens:\n  - { id: a, kind: blood, site: arm }\n  - { id: a, kind: blood, site: arm }',
    'duplicate-id',
    '8:11',
    /"a" stands twice in specimens/,
  ],
  [
    'an id in another form',
    'lesions: [{ id: Liver 1, site: liver, kind: organ }]',
    'wrong-value',
    '6:17',
    /lower-case/,
  ],
  [
    'a reference that leads nowhere',
    'findings: [{ id: a, assay: panel, gene: KIT, alteration: V560del, status: positive }]',
    'unknown-reference',
    '6:28',
    /nothing in assays has the id "panel"/,
  ],
  [
    'a count that names a lesion the file does not have',
    'pathology: [{ id: a, ki67: [{ status: counted, percent: 5%, lesion: liver }] }]',
    'unknown-reference',
    '6:69',
    /nothing in lesions/,
  ],
  [
    'a drug that is not in the register',
    'therapies: [{ id: a, kind: systemic, printed: x, drugs: [imatinb] }]',
    'drug-unknown',
    '6:58',
    /imatinib/,
  ],
  [
    'a class that is not in the register',
    'therapies: [{ id: a, kind: systemic, printed: x, drugClasses: [somatostatin-analog] }]',
    'drug-unknown',
    '6:64',
    /did you mean "somatostatin-analogue"\?/,
  ],
];

const shown = (text: string | Uint8Array, source = 'case.yaml') => readCase(text, { source });

for (const [name, lines, code, place, says] of rows) {
  test(name, () => {
    const { value, issues } = shown(leastText(lines));
    const found = issues.map(issueText).join('\n');
    assert.equal(value, undefined, found);
    const issue = issues.find((each) => each.code === code);
    assert.ok(issue !== undefined, `no ${code} in\n${found}`);
    assert.equal(issue.severity, 'error');
    assert.equal(`${issue.line}:${issue.column}`, place, found);
    assert.equal(issue.source, 'case.yaml');
    assert.match(issue.message, says);
    assert.equal(exitCodeOf(issue.code), 2);
    assert.equal(issues.filter((each) => each.severity === 'error').length, 1, found);
  });
}

const aliasBomb = [
  'a: &a [x, x]',
  ...Array.from('bcdefghij', (k, i) => `${k}: &${k} [*${'abcdefghij'[i]}, *${'abcdefghij'[i]}]`),
];
const zip = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff, 0xfe]);
const whole: readonly (readonly [string, string | Uint8Array, IssueCode, string])[] = [
  ['an empty file', '', 'input-empty', 'case.yaml'],
  ['white space', ' \n\n', 'input-empty', 'case.yaml'],
  ['a binary file', zip, 'input-not-text', 'case.yaml'],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x63, 0x00]), 'input-not-text', 'case.yaml'],
  ['50 MB of text', '#'.repeat(50_000_000), 'input-too-large', 'case.yaml'],
  ['50 MB of bytes', new Uint8Array(50_000_000).fill(35), 'input-too-large', 'case.yaml'],
  ['nesting without end', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-deep', 'case.json'],
  ['nesting without end in YAML', `a: ${'['.repeat(5000)}`, 'too-deep', 'case.yaml'],
  ['an alias bomb', aliasBomb.join('\n'), 'yaml-aliases', 'case.yaml'],
  ['a trailing comma in JSON', '{ "cajal": "case/1", }', 'json-syntax', 'case.json'],
  ['a list in place of a case', '- cajal: case/1', 'wrong-type', 'case.yaml'],
  ['no head', 'id: test', 'missing-key', 'case.yaml'],
  ['a head of another kind', 'cajal: knowledge/1', 'unknown-version', 'case.yaml'],
  ['a head of a newer version', 'cajal: case/99', 'unknown-version', 'case.yaml'],
  ['a head that is no version', 'cajal: 1', 'unknown-version', 'case.yaml'],
];
for (const [name, text, code, source] of whole) {
  test(`${name}: ${code}`, () => {
    const began = performance.now();
    const { value, issues } = shown(text, source);
    assert.equal(value, undefined);
    assert.equal(issues[0]?.code, code, issues.map(issueText).join('\n').slice(0, 500));
    assert.equal(exitCodeOf(code), 2);
    assert.ok(issues.length < 250);
    assert.ok(performance.now() - began < 5000);
  });
}

test('a script in a name stays text, and so does markup in a title', () => {
  const script = '<script>alert(1)</script>';
  const { value } = shown(leastText(`goals: [{ printed: "${script}" }]`));
  assert.equal(value?.record.goals[0]?.printed, script);
});

test('a key of the prototype is not a field of the record, nor of any other object', () => {
  shown(leastText('"__proto__": { polluted: true }'));
  shown('{"cajal":"case/1","__proto__":{"polluted":true}}', 'case.json');
  assert.equal(Reflect.get({}, 'polluted'), undefined);
});

test('several faults are all told, in the order of the file', () => {
  const { issues } = shown(leastText("goals: [{ printed: x, date: '2012-13' }]\nsymptom: []\nweigth: []"));
  assert.deepEqual(
    issues.map((each) => `${each.line} ${each.code}`),
    ['6 impossible-date', '7 unknown-key', '8 unknown-key'],
  );
});

test('a text with a NUL or half a surrogate pair is refused at its place', () => {
  for (const title of ['a\\u0000b', '\\ud800']) {
    const { value, issues } = readCase(
      `{"cajal":"case/1","id":"x","title":"${title}","provenance":{"kind":"synthetic","statement":"s"},"patient":{"sex":"male"}}`,
      { source: 'x.json' },
    );
    assert.equal(value, undefined);
    assert.deepEqual([issues[0]?.code, issues[0]?.path, issues[0]?.line], ['wrong-value', ['title'], 1]);
  }
});

test('thousands of broken references give a bounded answer', () => {
  const specimens = Array.from({ length: 1500 }, (_, index) => ({
    id: `s${index}`,
    kind: 'unstated',
    site: 'liver',
  }));
  const diagnoses = specimens.map(({ id }) => ({ id, printed: 'NET', specimen: `not-${id}` }));
  const document = {
    cajal: 'case/1',
    id: 'x',
    title: 'x',
    provenance: { kind: 'synthetic', statement: 's' },
    patient: { sex: 'male' },
    specimens,
    diagnoses,
  };
  const { value, issues } = readCase(JSON.stringify(document), { source: 'x.json' });
  assert.equal(value, undefined);
  assert.equal(issues.length, 201);
  assert.match(issues.at(-1)?.message ?? '', /1300 more issues/);
  assert.ok(JSON.stringify(issues).length < 100_000);
});

test('more findings than a person has are refused, not compared', () => {
  const findings = Array.from({ length: 301 }, (_, index) => ({
    id: `f${index}`,
    gene: 'KIT',
    alteration: 'L576P',
    status: 'positive',
  }));
  const document = {
    cajal: 'case/1',
    id: 'x',
    title: 'x',
    provenance: { kind: 'synthetic', statement: 's' },
    patient: { sex: 'male' },
    findings,
  };
  assert.equal(readCase(JSON.stringify(document), { source: 'x.json' }).issues[0]?.code, 'wrong-value');
});
