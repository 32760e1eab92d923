/** Response rates: both denominators, exact intervals, and paper 002 from its 18 patient rows. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import { type CaseRecord, readCase } from '../case/index.ts';
import { wald } from '../statistics/index.ts';
import { parseNumericRange } from '../units/index.ts';
import { cohortSummary } from './cohort-summary.ts';
import { type ResponseRow, responseRate, responseRatesBy, statedResponses } from './response-rate.ts';

const home = join(import.meta.dirname, '../..');
const records: readonly CaseRecord[] = readdirSync(join(home, 'examples'))
  .filter((name) => name.startsWith('kit-basket-pt-'))
  .map((name) => {
    const { value } = readCase(readFileSync(join(home, 'examples', name), 'utf8'), { source: name });
    assert.ok(value, name);
    return value.record;
  });

/** The row of Table 1 that a case file holds: the response under imatinib, and the withdrawal. */
function rowOf(record: CaseRecord): ResponseRow {
  const imatinib = record.therapies.find(({ id }) => id === 'imatinib');
  const response = imatinib?.outcomes.at(-1)?.response ?? 'notStated';
  const id = record.ownEvidence[0]?.patient ?? record.id;
  if (imatinib?.stopReason === 'patientChoice' && response === 'NE')
    return { id, response: 'withdrawn', isEvaluable: false };
  const known = statedResponses.find((each) => each === response);
  return { id, response: known ?? 'notStated', isEvaluable: true };
}

suite('paper 002 from its patient rows', () => {
  const rows = records.map(rowOf);
  const rates = responseRate(rows, 'all patients');
  test('17 of 18 enrolled are evaluable', () => {
    assert.deepEqual([rates.enrolled, rates.evaluable], [18, 17]);
    assert.deepEqual(rates.notEvaluable, ['Pt-11']);
    assert.deepEqual(rates.queries, []);
    assert.deepEqual([rates.counts.CR, rates.counts.PR, rates.counts.SD, rates.counts.PD], [1, 6, 2, 8]);
  });
  test('ORR 7 of 17, 41.2%, exact 18.4-67.1; over the enrolled 7 of 18', () => {
    const { count, overEvaluable, overEnrolled } = rates.objectiveResponse;
    assert.equal(count, 7);
    assert.ok(overEvaluable && overEnrolled);
    const percent = (share: number): string => (share * 100).toFixed(1);
    assert.deepEqual([overEvaluable.estimate, overEvaluable.lower, overEvaluable.upper].map(percent), [
      '41.2',
      '18.4',
      '67.1',
    ]);
    // binom.test(7, 18) in R 4.2.2: 38.9%, 17.3-64.3.
    assert.deepEqual([overEnrolled.estimate, overEnrolled.lower, overEnrolled.upper].map(percent), [
      '38.9',
      '17.3',
      '64.3',
    ]);
  });
  test('DCR 9 of 17, 52.9%', () => {
    assert.equal(rates.diseaseControl.count, 9);
    assert.equal(rates.diseaseControl.overEvaluable?.estimate.toFixed(3), '0.529');
  });
  test('the printed 17.80-64.60 is the Wald interval of the share rounded to 41.2%', () => {
    const half = 1.959963984540054 * Math.sqrt((0.412 * (1 - 0.412)) / 17);
    assert.deepEqual(
      [((0.412 - half) * 100).toFixed(2), ((0.412 + half) * 100).toFixed(2)],
      ['17.80', '64.60'],
    );
    const exactShare = wald(7, 17);
    assert.deepEqual(
      [(exactShare.lower * 100).toFixed(2), (exactShare.upper * 100).toFixed(2)],
      ['17.78', '64.57'],
    );
  });
  test('the rows of the study in the library are the same', () => {
    const study = z
      .object({
        patients: z.array(
          z.object({ id: z.string(), evaluable: z.boolean(), response: z.enum(statedResponses) }),
        ),
      })
      .parse(parse(readFileSync(join(home, 'knowledge/studies/imatinib-kit-basket.yaml'), 'utf8')));
    assert.deepEqual(
      study.patients.map(({ id, evaluable, response }) => ({ id, response, isEvaluable: evaluable })),
      rows,
    );
  });
  test('10 women and 8 men, median age 59.5', () => {
    const { patients, sexes, agesRecorded, medianAge } = cohortSummary(records.map(({ patient }) => patient));
    assert.deepEqual([patients, sexes.female, sexes.male, agesRecorded], [18, 10, 8, 18]);
    assert.deepEqual(medianAge, { least: 59.5, most: 59.5 });
  });
  test('by primary: melanoma 7 of 14, the others 0 of 3, never blended', () => {
    const byId = new Map(records.map((record) => [rowOf(record).id, record.primary[0]?.entity ?? '']));
    const groups = responseRatesBy(rows, ({ id }) =>
      byId.get(id)?.startsWith('melanoma') === true ? 'melanoma' : 'other',
    );
    assert.deepEqual(
      groups.map(({ population, objectiveResponse: { count }, evaluable }) => [population, count, evaluable]),
      [
        ['melanoma', 7, 14],
        ['other', 0, 3],
      ],
    );
  });
});

suite('rules', () => {
  const row = (id: string, response: ResponseRow['response'], isEvaluable = true): ResponseRow => ({
    id,
    response,
    isEvaluable,
  });
  test('nobody evaluable has no rate, and is no error', () => {
    const { objectiveResponse } = responseRate([row('1', 'NE', false)], 'one');
    assert.equal(objectiveResponse.overEvaluable, null);
    assert.equal(objectiveResponse.overEnrolled?.upper, 0.975);
    assert.equal(responseRate([], 'none').objectiveResponse.overEnrolled, null);
  });
  test('not evaluable counts as no response among the evaluable when the study says so', () => {
    const { objectiveResponse } = responseRate([row('1', 'PR'), row('2', 'NE')], 'two');
    assert.equal(objectiveResponse.overEvaluable?.estimate, 0.5);
  });
  test('non-CR/non-PD is disease control and no response', () => {
    const { objectiveResponse, diseaseControl } = responseRate([row('1', 'non-CR/non-PD')], 'one');
    assert.deepEqual([objectiveResponse.count, diseaseControl.count], [0, 1]);
  });
  test('a response of somebody not evaluable, and a patient in two rows, are asked about', () => {
    const { queries, objectiveResponse } = responseRate(
      [row('1', 'PR', false), row('2', 'SD'), row('2', 'PD')],
      'x',
    );
    assert.equal(queries.length, 2);
    assert.equal(objectiveResponse.count, 0);
  });
  test('ages printed as ranges give a median between two', () => {
    const years = ['40-49', '55', '60-69'].map((text) => {
      const read = parseNumericRange(text);
      assert.ok(read.ok);
      return { sex: 'notStated' as const, age: { years: read.value } };
    });
    assert.deepEqual(cohortSummary(years).medianAge, { least: 55, most: 55 });
    assert.equal(cohortSummary([]).medianAge, null);
  });
});
