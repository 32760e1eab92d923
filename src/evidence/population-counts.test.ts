/** Oracle: Table 1 of paper 002, lines 181-224, counted by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntityId } from '../tumour/index.ts';
import type { IntegrityFlag } from './audit/index.ts';
import { cutEvidence } from './evidence-base.ts';
import { type GroupFit, populationCounts } from './population-counts.ts';
import { printedCounts } from './printed-counts.ts';
import { basketStudy, subjectWith } from './study.fixture.ts';
import { study } from './study.ts';

const library = { studies: [basketStudy], statements: [], approvals: [] };

function countsFor(entity: EntityId, kit: readonly string[], ownRow?: string) {
  const subject = subjectWith({ entity, kit, ...(ownRow === undefined ? {} : { ownRow }) });
  const base = cutEvidence(library, {
    clock: { kind: 'latest' },
    without: [],
    own: subject.record.ownEvidence,
  });
  return populationCounts(base.studies, { drugs: ['imatinib'], match: 'all' }, subject);
}

interface Row {
  readonly name: string;
  readonly entity: EntityId;
  readonly kit: readonly string[];
  readonly own?: string;
  readonly fit: GroupFit;
  readonly lineage: RegExp;
  readonly responders: number;
  readonly evaluable: number;
}

const table: readonly Row[] = [
  {
    name: 'L576P of others: 4 of 6',
    entity: 'melanoma-acral',
    kit: ['L576P'],
    fit: 'sameVariant',
    lineage: /^melanoma/,
    responders: 4,
    evaluable: 6,
  },
  {
    name: 'L576P seen from Pt-01: 3 of 5',
    entity: 'melanoma-acral',
    kit: ['L576P'],
    own: 'Pt-01',
    fit: 'sameVariant',
    lineage: /^melanoma/,
    responders: 3,
    evaluable: 5,
  },
  {
    name: 'exon 11 in melanoma, seen from a NET: 5 of 9',
    entity: 'net-pancreas',
    kit: ['V560del'],
    fit: 'sameExon',
    lineage: /^melanoma/,
    responders: 5,
    evaluable: 9,
  },
  {
    name: 'exon 11 in NET: nobody',
    entity: 'net-pancreas',
    kit: ['V560del'],
    fit: 'sameExon',
    lineage: /^neuroendocrine/,
    responders: 0,
    evaluable: 0,
  },
  {
    name: 'V560del: nobody, V560A does not count',
    entity: 'net-pancreas',
    kit: ['V560del'],
    fit: 'sameVariant',
    lineage: /./,
    responders: 0,
    evaluable: 0,
  },
  {
    name: 'K642E seen from Pt-14: nobody left',
    entity: 'melanoma-acral',
    kit: ['K642E', 'amplification'],
    own: 'Pt-14',
    fit: 'sameVariant',
    lineage: /./,
    responders: 0,
    evaluable: 0,
  },
  {
    name: 'N655K seen from Pt-08: nobody left',
    entity: 'melanoma-acral',
    kit: ['N655K'],
    own: 'Pt-08',
    fit: 'sameVariant',
    lineage: /./,
    responders: 0,
    evaluable: 0,
  },
  {
    name: 'W557G seen from Pt-13: nobody left',
    entity: 'melanoma-mucosal',
    kit: ['W557G', 'amplification'],
    own: 'Pt-13',
    fit: 'sameVariant',
    lineage: /./,
    responders: 0,
    evaluable: 0,
  },
  {
    name: 'amplification alone in melanoma: 0 of 1',
    entity: 'melanoma-acral',
    kit: ['amplification'],
    fit: 'amplificationOnly',
    lineage: /^melanoma/,
    responders: 0,
    evaluable: 1,
  },
  {
    name: 'amplification alone in cancer of unknown primary: 0 of 1',
    entity: 'melanoma-acral',
    kit: ['amplification'],
    fit: 'amplificationOnly',
    lineage: /^cancer of unstated/,
    responders: 0,
    evaluable: 1,
  },
];

for (const { name, entity, kit, own, fit, lineage, responders, evaluable } of table) {
  test(name, () => {
    const found = countsFor(entity, kit, own).find((count) => count.fit === fit && lineage.test(count.words));
    assert.ok(found);
    assert.deepEqual([found.responders, found.evaluable], [responders, evaluable]);
    assert.equal(found.interval === undefined, evaluable === 0);
    assert.equal(found.ownPatientTakenOut, own !== undefined);
  });
}

test('L576P of others has the exact interval 22.3 to 95.7%', () => {
  const found = countsFor('melanoma-acral', ['L576P']).find((count) => count.fit === 'sameVariant');
  assert.equal(found?.interval?.lower.toFixed(3), '0.223');
  assert.equal(found?.interval?.upper.toFixed(3), '0.957');
});

test('who withdrew is not evaluable and is counted apart', () => {
  const found = countsFor('melanoma-acral', ['I571V']).find((count) => count.fit === 'sameVariant');
  assert.deepEqual([found?.evaluable, found?.notEvaluable], [0, 1]);
});

test('a mutated patient with amplification is not in the group of amplification alone', () => {
  const fits = countsFor('melanoma-acral', ['K642E', 'amplification']).map((count) => count.fit);
  assert.ok(!fits.includes('amplificationOnly'));
});

test('a single case never becomes a count', () => {
  const subject = subjectWith({ entity: 'melanoma-acral', kit: ['L576P'] });
  const single = {
    study: { ...basketStudy, selection: 'chosenByOutcome' as const },
    totalsIncludeOwnPatient: false,
  };
  assert.deepEqual(populationCounts([single], { drugs: ['imatinib'], match: 'all' }, subject), []);
});

test('beside a count stand the findings about its responses, of its arm and its patients, and no others', () => {
  const place = { document: '002' };
  const twoArms = study.parse({
    ...basketStudy,
    patients: [],
    population: { words: 'NET', entity: 'net' },
    arms: [
      { id: 'a', label: 'imatinib', drugs: ['imatinib'] },
      { id: 'b', label: 'imatinib twice daily', drugs: ['imatinib'] },
    ],
    counts: ['a', 'b'].map((arm) => ({
      outcome: 'objectiveResponse',
      arm,
      count: 1,
      of: 4,
      denominator: 'enrolled',
      printed: '25%',
      place,
    })),
  });
  const flag = (finding: string, more: Partial<IntegrityFlag> = {}): IntegrityFlag => ({
    finding,
    check: 'denominator',
    outcome: 'impossible',
    about: 'best response',
    onResponses: true,
    entity: 'net',
    recomputed: '25% is of no whole number out of 5',
    ...more,
  });
  const integrity = [
    flag('of-a', { arm: 'a' }),
    flag('of-all'),
    flag('of-nec', { entity: 'nec' }),
    flag('of-survival', { onResponses: false }),
  ];
  const subject = subjectWith({ entity: 'melanoma-acral', kit: ['L576P'] });
  const counts = printedCounts(
    [{ study: twoArms, integrity, totalsIncludeOwnPatient: false }],
    { drugs: ['imatinib'], match: 'all' },
    subject,
  );
  assert.deepEqual(
    counts.map((count) => [count.result.arm, count.integrity.map(({ finding }) => finding)]),
    [
      ['a', ['of-a', 'of-all']],
      ['b', ['of-all']],
    ],
  );
});
