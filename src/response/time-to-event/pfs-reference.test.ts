/**
 * Progression-free survival of the pharmaverse trial data: from the accepted overall responses of 254 patients to the
 * table of medians that R and SAS print (topic "end-to-end" of the reference values).
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import * as z from 'zod';
import { kaplanMeier, medianSurvival, survivalAt } from '../../statistics/index.ts';
import { parsePatientDate } from '../../units/index.ts';
import { censoringRules } from './censoring-rules.ts';
import { cohortCurves, reversed } from './cohort-curves.ts';
import { assessedResponses, type FollowedPatient } from './followed-patient.ts';
import { type TimeToEvent, timeToEvent } from './time-to-event.ts';

const statistics = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'statistics',
);
const skip = existsSync(statistics) ? false : `no reference data at ${statistics}`;

function rowsOf(name: string): readonly ReadonlyMap<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(statistics, 'data', name), 'utf8')
    .trim()
    .split(/\r?\n/);
  const cells = (line: string): readonly string[] =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/gu)].map((match) => match[1] ?? match[2] ?? '');
  const columns = cells(head);
  return lines.map((line) => {
    const row = cells(line);
    return new Map(columns.map((column, at) => [column, row[at] ?? '']));
  });
}
const dateOf = (text: string) => {
  const read = parsePatientDate(text.slice(0, 10));
  assert.ok(read.ok, text);
  return read.value;
};

function patients(): readonly (FollowedPatient & { readonly arm: string })[] {
  const responses = new Map<string, FollowedPatient['assessments'][number][]>();
  for (const row of rowsOf('sdtm_rs_onco.csv')) {
    if (row.get('RSTESTCD') !== 'OVRLRESP' || row.get('RSACPTFL') !== 'Y') continue;
    const id = row.get('USUBJID') ?? '';
    const name = row.get('RSSTRESC')?.replace('NON-CR/NON-PD', 'non-CR/non-PD');
    const response = assessedResponses.find((each) => each === name) ?? 'notStated';
    responses.set(id, [...(responses.get(id) ?? []), { date: dateOf(row.get('RSDTC') ?? ''), response }]);
  }
  return rowsOf('sdtm_dm.csv')
    .filter((row) => row.get('ARM') !== 'Screen Failure')
    .map((row) => {
      const id = row.get('USUBJID') ?? '';
      const death = row.get('DTHDTC') ?? '';
      return {
        id,
        arm: row.get('ARM') ?? '',
        start: dateOf(row.get('RFSTDTC') ?? ''),
        baseline: 'unknown' as const,
        assessments: responses.get(id) ?? [],
        ...(death === '' ? {} : { death: dateOf(death) }),
      };
    });
}

const expectedShape = z.object({
  references: z.array(z.object({ id: z.string(), expected: z.unknown() })),
});
const pfsShape = z.object({
  n: z.array(z.number()),
  events: z.array(z.number()),
  median: z.array(z.number()),
  lower: z.array(z.number()),
  upper: z.array(z.number()),
  times: z.array(z.number()),
  surv: z.array(z.number()),
  s_lower: z.array(z.number()),
  s_upper: z.array(z.number()),
});

suite('254 patients of the pharmaverse data', { skip }, () => {
  const all = skip === false ? patients() : [];
  const times: readonly TimeToEvent[] = all.map((each) => timeToEvent(each, 'PFS', censoringRules.ema2012));

  test('time and event of every patient', (context) => {
    const derived = rowsOf('derived_pfs_rs_onco.csv');
    const wrong = derived.filter((row) => {
      const time = times.find(({ patient }) => patient === row.get('USUBJID'));
      if (time?.ok !== true) return true;
      const [one] = time.outcomes;
      const isSame =
        one?.days.least === Number(row.get('time')) &&
        (one.status === 'event') === (row.get('event') === '1');
      if (!isSame) context.diagnostic(`${[...row.values()].join(' ')}: ${JSON.stringify(one)}`);
      return !isSame;
    });
    context.diagnostic(`${derived.length - wrong.length} of ${derived.length}`);
    assert.equal(derived.length, 254);
    assert.equal(wrong.length, 0);
  });

  test('medians and landmarks of the three arms', () => {
    const { references } = expectedShape.parse(
      JSON.parse(readFileSync(join(statistics, 'reference-values.json'), 'utf8')),
    );
    const wanted = pfsShape.parse(references.find(({ id }) => id === 'e2e_pfs')?.expected);
    for (const [index, arm] of ['Placebo', 'Xanomeline Low Dose', 'Xanomeline High Dose'].entries()) {
      const own = times.filter((_, at) => all[at]?.arm === arm);
      const curves = cohortCurves(own);
      assert.ok(curves.ok && curves.isExact);
      assert.equal(curves.shortest.subjects, wanted.n[index]);
      assert.equal(curves.shortest.eventCount, wanted.events[index]);
      const median = medianSurvival(curves.shortest);
      assert.deepEqual(
        [median.time, median.lower, median.upper],
        [wanted.median[index], wanted.lower[index], wanted.upper[index]],
      );
      for (const place of [2 * index, 2 * index + 1]) {
        const at = survivalAt(curves.shortest, wanted.times[place] ?? 0);
        assert.ok(at.ok);
        for (const [got, expected] of [
          [at.value.survival, wanted.surv[place]],
          [at.value.lower, wanted.s_lower[place]],
          [at.value.upper, wanted.s_upper[place]],
        ] as const)
          assert.ok(Math.abs((got ?? 0) - (expected ?? 1)) < 1e-10, `${arm}: ${got}, not ${expected}`);
      }
    }
  });
});

test('the median follow-up of the ovarian data by reverse Kaplan-Meier', { skip }, () => {
  const rows = rowsOf('ovarian.csv');
  const column = (name: string): readonly number[] => rows.map((row) => Number(row.get(name)));
  const read = kaplanMeier(
    reversed({ time: Float64Array.from(column('futime')), event: Uint8Array.from(column('fustat')) }),
  );
  assert.ok(read.ok);
  const { time, lower, upper } = medianSurvival(read.curve);
  assert.deepEqual([time, lower, upper], [803, 744, 1106]);
});
