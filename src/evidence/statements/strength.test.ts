/** What a statement is worth, rule by rule: design, size, directness, consistency, integrity, overlap, reading, later evidence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as z from 'zod';
import { type Statement, statement } from '../statement.ts';
import { type Study, study } from '../study.ts';
import { type Strength, type StudyFindings, strengths, weighStatement } from './strength.ts';

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
    statement: { when: { biomarker: { marker: 'MGMT' } } },
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
    name: 'an unknown number caps a randomised trial',
    study: { ...randomised, population: { words: 'x', entity: 'nec' } },
    strength: 'moderate',
    says: /number of patients is not in the library/,
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
    name: 'a mixed study with its carcinomas counted',
    study: {
      population: {
        words: 'x',
        entity: 'nen',
        enrolled: 80,
        composition: [{ words: 'carcinomas', entity: 'nec', count: 40 }],
      },
    },
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
  assert.equal(strength, strengths[0]);
  assert.deepEqual([reasons[0]?.aspect, reasons[0]?.effect], ['design', 'start']);
});

const counted = (count: number, of: number, extra: object = {}) => ({
  outcome: 'objectiveResponse' as const,
  count,
  of,
  denominator: 'evaluable' as const,
  printed: `${count} of ${of}`,
  place: { document: '004', lines: '10-12' },
  ...extra,
});
const above20 = { ki67Percent: { above: 20 } };

/** The part of a mixed study that a statement rests on. */
const parts: readonly (readonly [name: string, statement: object, patients: number])[] = [
  ['the count that the claim names', { claim: 'responds in 8 of 18' }, 18],
  ['the part that the same finding picks out', { when: above20 }, 7],
  ['the count at the place that it cites', { place: { document: '004', lines: '30-31' } }, 21],
  ['the count with most of its lines', { place: { document: '004', lines: '12-32' } }, 21],
];

for (const [name, extra, patients] of parts) {
  test(`patients behind a statement: ${name}`, () => {
    const got = weighed({
      name,
      strength: 'weak',
      statement: extra,
      study: {
        counts: [
          counted(8, 18, { place: { document: 'an abstract' } }),
          counted(5, 7, { population: { words: 'x', entity: 'nec', criterion: above20 } }),
          counted(9, 21, { place: { document: '004', lines: '28-32' } }),
        ],
      },
    });
    assert.equal(got.patients, patients);
  });
}

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
