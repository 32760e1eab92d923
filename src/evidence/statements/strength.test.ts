/** What a statement is worth, rule by rule: design, size, directness, consistency, integrity, overlap, reading, later evidence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as z from 'zod';
import { type Statement, statement } from '../statement.ts';
import { type Study, study, studyDesigns } from '../study.ts';
import { statementHeadText } from './statement-words.ts';
import { weighStatement } from './strength.ts';
import { rankOf, type Strength, type StudyFindings } from './strength-reason.ts';

type StudyInput = z.input<typeof study>;

const studyOf = (id: string, extra: Partial<StudyInput> = {}): Study =>
  study.parse({
    cajal: 'study/1',
    id,
    title: id,
    citation: { year: 2015 },
    published: '2015',
    verification: 'read',
    readIn: { document: 'an abstract' },
    design: { type: 'singleArmTrial' },
    selection: 'enrolled',
    population: { words: 'carcinomas', entity: 'nec', enrolled: 50 },
    ...extra,
  } satisfies StudyInput);

const statementOf = (extra: object = {}): Statement =>
  statement.parse({
    id: 'one',
    subject: { drugs: ['cisplatin', 'etoposide'] },
    direction: 'benefit',
    kind: 'clinical',
    entity: 'nec',
    when: { disease: { entity: 'nec' } },
    claim: 'responds',
    studies: ['trial'],
    known: '2015',
    verification: 'read',
    review: { owner: 'a curator', due: '2100-01-01' },
    ...extra,
  });

interface Case {
  readonly name: string;
  readonly study?: Partial<StudyInput>;
  readonly statement?: object;
  readonly others?: readonly Statement[];
  readonly findings?: StudyFindings;
  readonly strength: Strength;
  readonly says?: RegExp;
}

const weighed = (each: Case) => {
  const trial = studyOf('trial', each.study);
  const others = new Map((each.others ?? []).map((other) => [other.id, other]));
  return weighStatement(statementOf(each.statement), {
    studyOf: (id) => (id === 'trial' ? trial : undefined),
    statementOf: (id) => others.get(id),
    findingsOf: () => each.findings ?? { all: 0, breaking: 0 },
  });
};

const basisOf = (of: object) => ({ basis: [{ study: 'trial', ...of }] });
const randomised = { design: { type: 'randomisedTrial', randomised: true } } as const;
const links = [{ statement: 'two', reason: 'a later trial' }];
const two = statementOf({ id: 'two' });
const opinion = statementOf({ id: 'two', kind: 'expertOpinion' });

const cases: readonly Case[] = [
  { name: 'a randomised trial of 50', study: randomised, strength: 'strong', says: /randomised trial/ },
  { name: 'a single-arm trial of 50', strength: 'moderate', says: /single-arm trial/ },
  {
    name: 'a retrospective series',
    study: { design: { type: 'retrospectiveSeries' } },
    strength: 'weak',
  },
  {
    name: 'cases chosen by their outcome, whatever the design',
    study: { selection: 'chosenByOutcome' },
    strength: 'veryWeak',
  },
  {
    name: 'an opinion on a randomised trial',
    study: randomised,
    statement: { kind: 'expertOpinion' },
    strength: 'veryWeak',
    says: /opinion/,
  },
  {
    name: 'a single case',
    statement: { kind: 'caseReport' },
    strength: 'veryWeak',
    says: /a median or a share of them is none of a population/,
  },
  {
    name: 'a marker within a randomised trial',
    study: randomised,
    statement: {
      ...basisOf({ group: 'deficient', patients: 50 }),
      when: { biomarker: { marker: 'MGMT' } },
    },
    strength: 'moderate',
    says: /which the arms do not compare/,
  },
  {
    name: 'a marker that the randomised patients were chosen by',
    study: {
      ...randomised,
      population: {
        words: 'MGMT deficient',
        entity: 'nec',
        enrolled: 50,
        criterion: { biomarker: { marker: 'MGMT' } },
      },
    },
    statement: { when: { biomarker: { marker: 'MGMT' } } },
    strength: 'strong',
  },
  {
    name: '29 patients',
    study: { population: { words: 'x', entity: 'nec', enrolled: 29 } },
    strength: 'weak',
    says: /fewer than 30: 29 patients/,
  },
  {
    name: '30 patients',
    study: { population: { words: 'x', entity: 'nec', enrolled: 30 } },
    strength: 'moderate',
  },
  {
    name: 'an unknown number lowers like a small one',
    study: { ...randomised, population: { words: 'x', entity: 'nec' } },
    strength: 'moderate',
    says: /how many patients it speaks of is not in the library/,
  },
  {
    name: 'a guideline, which counts no patients',
    study: { design: { type: 'guideline' }, population: { words: 'x', entity: 'nec' } },
    statement: { kind: 'guideline' },
    strength: 'moderate',
    says: /counts no patients of its own/,
  },
  {
    name: 'the group that it names, with its number as printed',
    statement: basisOf({ group: 'part', patients: 29, note: '24 by the percentages' }),
    strength: 'weak',
    says: /fewer than 30: 29 patients \(24 by the percentages\)/,
  },
  {
    name: 'a group without a printed number: the whole study is not taken for it',
    statement: basisOf({ group: 'part' }),
    strength: 'weak',
    says: /how many patients it speaks of is not in the library/,
  },
  {
    name: 'the difference of two printed numbers',
    statement: basisOf({ group: 'part', patients: 43, derived: '50 less 7' }),
    strength: 'moderate',
    says: /^43 patients \(50 less 7\)/,
  },
  {
    name: 'a marker that the study was not chosen by: its number is not known',
    study: { design: { type: 'singleArmTrial' } },
    statement: { when: { biomarker: { marker: 'MGMT' } } },
    strength: 'weak',
    says: /how many patients it speaks of is not in the library/,
  },
  {
    name: 'patients that are not quite those of the claim',
    statement: basisOf({
      group: 'all',
      patients: 50,
      indirect: '50 tumours, 27 of them well differentiated',
    }),
    strength: 'weak',
    says: /50 tumours, 27 of them well differentiated/,
  },
  {
    name: 'a drug that its study did not give',
    study: { arms: [{ id: 'a', label: 'A', drugs: ['cisplatin'] }] },
    strength: 'weak',
    says: /^etoposide was not given in trial/,
  },
  {
    name: 'an arm held against a fixed endpoint, in a randomised trial',
    study: randomised,
    statement: { comparison: { by: 'noComparator', concludes: 'notConcluded' } },
    strength: 'moderate',
    says: /held against a fixed endpoint and not against the other arm/,
  },
  {
    name: 'a part of the patients of a randomised trial',
    study: randomised,
    statement: { comparison: { by: 'subgroup', concludes: 'difference' } },
    strength: 'moderate',
    says: /looked at on its own/,
  },
  {
    name: 'the arms of a randomised trial, by a marker among its conditions',
    study: randomised,
    statement: {
      ...basisOf({ group: 'all', patients: 50 }),
      when: { biomarker: { marker: 'MGMT' } },
      comparison: { by: 'randomisation', concludes: 'difference' },
    },
    strength: 'strong',
  },
  {
    name: 'a randomised trial without a result',
    study: randomised,
    statement: { noResult: 'it is under way' },
    strength: 'none',
    says: /^no evidence: it is under way/,
  },
  {
    name: 'the rows that it names, not the study',
    statement: { patients: ['a', 'b'] },
    strength: 'weak',
    says: /fewer than 30: 2 patients/,
  },
  {
    name: 'a mixed study without numbers of the carcinomas',
    study: { population: { words: 'x', entity: 'nen', enrolled: 50 } },
    strength: 'weak',
    says: /studied in neuroendocrine neoplasm.*without numbers of its own/,
  },
  {
    name: 'a mixed study with its carcinomas named',
    study: { population: { words: 'x', entity: 'nen', enrolled: 80 } },
    statement: basisOf({ group: 'carcinomas', patients: 40 }),
    strength: 'moderate',
    says: /^40 patients/,
  },
  {
    name: 'a study of a part of its entity is direct',
    study: { population: { words: 'x', entity: 'nec-colorectal', enrolled: 50 } },
    strength: 'moderate',
  },
  {
    name: 'another lineage',
    study: { population: { words: 'x', entity: 'melanoma', enrolled: 50 } },
    strength: 'weak',
  },
  {
    name: 'contradicted by a clinical statement',
    statement: { contradicts: ['two'] },
    others: [two],
    strength: 'weak',
    says: /contradicted by two/,
  },
  {
    name: 'contradicted by an opinion',
    statement: { contradicts: ['two'] },
    others: [opinion],
    strength: 'moderate',
    says: /opinion, laboratory or single cases/,
  },
  {
    name: 'contradicted by what is not yet known',
    statement: { contradicts: ['two'] },
    strength: 'moderate',
  },
  {
    name: 'what it limits does not lower it',
    statement: { contradicts: ['two'], limits: ['two'] },
    others: [two],
    strength: 'moderate',
  },
  {
    name: 'limited and contradicted by the same: counted once',
    statement: { contradicts: ['two'], limitedBy: links },
    others: [two],
    strength: 'weak',
    says: /limited by two: a later trial/,
  },
  { name: 'limited by what is not yet known', statement: { limitedBy: links }, strength: 'moderate' },
  {
    name: 'superseded',
    study: randomised,
    statement: { supersededBy: links[0] },
    others: [two],
    strength: 'veryWeak',
    says: /superseded by two/,
  },
  {
    name: 'superseded by what is not yet known',
    study: randomised,
    statement: { supersededBy: links[0] },
    strength: 'strong',
  },
  {
    name: 'another question does not lower it',
    statement: { differentQuestion: links },
    others: [two],
    strength: 'moderate',
    says: /answers another question than two/,
  },
  {
    name: 'audit findings that break nothing',
    findings: { all: 3, breaking: 0 },
    strength: 'moderate',
    says: /^3 audit findings/,
  },
  { name: 'printed values that cannot be so', findings: { all: 3, breaking: 1 }, strength: 'weak' },
  {
    name: 'read in a source that cites it',
    study: randomised,
    statement: { verification: 'secondary' },
    strength: 'moderate',
  },
  { name: 'general knowledge', statement: { verification: 'unverified' }, strength: 'weak' },
  { name: 'a study that is not in the library', statement: { studies: ['absent'] }, strength: 'veryWeak' },
];

for (const each of cases) {
  test(`${each.name}: ${each.strength}`, () => {
    const { strength, reasons } = weighed(each);
    assert.equal(strength, each.strength, JSON.stringify(reasons));
    const { says } = each;
    if (says !== undefined)
      assert.ok(
        reasons.some(({ text }) => says.test(text)),
        JSON.stringify(reasons),
      );
  });
}

test('no step goes below the weakest, and the first reason is the design', () => {
  const { strength, reasons } = weighed({
    name: '',
    strength: 'veryWeak',
    statement: { verification: 'unverified', contradicts: ['two'], limitedBy: links },
    others: [two],
    findings: { all: 1, breaking: 1 },
  });
  assert.equal(strength, 'veryWeak');
  assert.deepEqual([reasons[0]?.aspect, reasons[0]?.effect], ['design', 'start']);
});

test('an unknown number never stands above a known small one, whatever the design', () => {
  for (const type of studyDesigns) {
    const of = (population: object): number =>
      rankOf(
        weighed({
          name: type,
          strength: 'weak',
          study: { design: { type }, population: { words: 'x', entity: 'nec', ...population } },
        }).strength,
      );
    assert.ok(of({}) <= of({ enrolled: 29 }), type);
  }
});

test('what is known of some studies only is the least, and the others are named', () => {
  const studies = new Map(
    [studyOf('counted'), studyOf('other', { population: { words: 'x', entity: 'nec' } })].map((each) => [
      each.id,
      each,
    ]),
  );
  const { patients, reasons } = weighStatement(statementOf({ studies: [...studies.keys()] }), {
    studyOf: (id) => studies.get(id),
    statementOf: () => undefined,
    findingsOf: () => ({ all: 0, breaking: 0 }),
  });
  assert.equal(patients, 50);
  assert.ok(
    reasons.some(({ text }) => text === 'at least 50 patients, without other, which print no number'),
  );
});

const heads: readonly (readonly [statement: object, head: string])[] = [
  [{}, 'benefit of cisplatin + etoposide'],
  [{ subject: { drugs: ['a', 'b'], drugsAre: 'alternatives' } }, 'benefit of a or b'],
  [
    { direction: 'uncertain', comparison: { by: 'randomisation', concludes: 'noDifference' } },
    'no difference found for cisplatin + etoposide',
  ],
  [
    { direction: 'uncertain', comparison: { by: 'differentiation', concludes: 'noDifference' } },
    'uncertain of cisplatin + etoposide',
  ],
  [
    { direction: 'arguesAgainst', comparison: { by: 'treatmentChosen', concludes: 'noDifference' } },
    'argues against cisplatin + etoposide',
  ],
];
for (const [extra, head] of heads)
  test(`a statement in words: ${head}`, () => assert.equal(statementHeadText(statementOf(extra)), head));

test('patients that two studies share are counted once', () => {
  const first = studyOf('first', { population: { words: 'x', entity: 'nec', enrolled: 40 } });
  const again = studyOf('again', {
    population: { words: 'x', entity: 'nec', enrolled: 60 },
    overlaps: [{ study: 'first', note: 'the same centre' }],
  });
  const apart = studyOf('apart', { population: { words: 'x', entity: 'nec', enrolled: 5 } });
  const studies = new Map([first, again, apart].map((each) => [each.id, each]));
  const { patients, reasons } = weighStatement(statementOf({ studies: [...studies.keys()] }), {
    studyOf: (id) => studies.get(id),
    statementOf: () => undefined,
    findingsOf: () => ({ all: 0, breaking: 0 }),
  });
  assert.equal(patients, 65);
  assert.ok(reasons.some(({ aspect, text }) => aspect === 'overlap' && /first and again/.test(text)));
});
