/** SDTM tables of the pharmaverse (pharmaversesdtm, Apache-2.0): responses from raw rows, and what is asked of the data. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  bestOverallResponse,
  immuneQueries,
  overallResponse,
  type PrintedImmunePoint,
  type ResponseOnDay,
  recistTimePoints,
} from '../response/index.ts';
import { kaplanMeier, survivalQuantile } from '../statistics/index.ts';
import { daysBetween } from '../units/index.ts';
import { readSdtmLesions } from './sdtm-lesions.ts';
import { readSdtmImmuneResponses, readSdtmResponses, type SdtmImmuneVisit } from './sdtm-responses.ts';
import { readSdtmSubjects } from './sdtm-subjects.ts';

const data = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data'),
  'statistics',
  'data',
);
const skip = existsSync(data) ? false : `no reference data at ${data}`;
const file = (name: string): string => readFileSync(join(data, name), 'utf8');

test('raw lesions of TU and TR give the accepted overall responses, 22 of 22', { skip }, () => {
  const { value, issues } = readSdtmLesions(file('sdtm_tu_onco_recist.csv'), file('sdtm_tr_onco_recist.csv'));
  // Two patients have each state of their non-target lesions twice, with one value.
  assert.deepEqual([...new Set(issues.map(({ severity }) => severity))], ['warning']);
  const called = new Map(
    (value?.records ?? []).flatMap((record) =>
      recistTimePoints(record).timePoints.map(
        ({ timePoint, overall }) => [`${record.patient} ${timePoint.label}`, overall?.response] as const,
      ),
    ),
  );
  // This table has no category, as all of it is RECIST 1.1.
  const printed = readSdtmResponses(file('sdtm_rs_onco_recist.csv')).value ?? [];
  const accepted = printed.flat().filter(({ isAccepted }) => isAccepted);
  assert.equal(accepted.length, 22);
  for (const { patient, label, overall } of accepted)
    assert.equal(called.get(`${patient} ${label}`), overall);
});

test('each reader of TU and TR can be taken alone', { skip }, () => {
  for (const evaluator of ['INVESTIGATOR', 'RADIOLOGIST 1', 'RADIOLOGIST 2']) {
    const read = readSdtmLesions(file('sdtm_tu_onco_recist.csv'), file('sdtm_tr_onco_recist.csv'), {
      evaluator,
    });
    assert.equal(read.value?.records.length, 8, evaluator);
  }
});

test('components of RS give 1,896 of 1,896 overall responses; three terms are asked about', { skip }, () => {
  const visits = (readSdtmResponses(file('sdtm_rs_onco.csv')).value ?? []).flat();
  const complete = visits.filter(
    ({ overall, target, nonTarget }) => overall !== undefined && (target ?? nonTarget) !== undefined,
  );
  const right = complete.filter(
    ({ overall, target, nonTarget, newLesions }) =>
      overallResponse({
        ...(target === undefined ? {} : { target }),
        ...(nonTarget === undefined ? {} : { nonTarget }),
        newLesions,
      })?.response === overall,
  );
  assert.deepEqual([right.length, complete.length], [1896, 1896]);
  assert.deepEqual(
    visits.flatMap(({ queries }) =>
      queries.map(({ code, sentence }) => `${code} ${sentence.split(' at ')[0] ?? ''}`),
    ),
    [
      'termOutOfPlace OVRLRESP is CHECK',
      'termOutOfPlace OVRLRESP is CHECK',
      'termOutOfPlace OVRLRESP is CHECK',
    ],
  );
});

function printedPoints(visits: readonly SdtmImmuneVisit[]): readonly PrintedImmunePoint[] {
  return visits.map(({ label, overall, target, nonTarget, newLesions }) => ({
    label,
    ...(overall === undefined ? {} : { overall }),
    components: {
      ...(target === undefined ? {} : { target }),
      ...(nonTarget === undefined ? {} : { nonTarget }),
      newLesions,
    },
  }));
}

suite('the iRECIST set', { skip }, () => {
  const patients =
    skip === false ? (readSdtmImmuneResponses(file('sdtm_rs_onco_irecist.csv')).value ?? []) : [];
  const queries = patients.flatMap((visits) => {
    const patient = visits[0]?.patient ?? '';
    return [...visits.flatMap((visit) => visit.queries), ...immuneQueries(printedPoints(visits))].map(
      ({ code, timePoint }) => ({ code, at: `${patient} ${timePoint ?? ''}` }),
    );
  });
  const at = (...codes: readonly string[]): readonly string[] =>
    [...new Set(queries.filter(({ code }) => codes.includes(code)).map((query) => query.at))].toSorted();

  test('75 time points of 26 patients', () => {
    assert.deepEqual([patients.length, patients.flat().length], [26, 75]);
  });
  test('six time points whose overall response the components cannot give', () => {
    assert.deepEqual(at('componentsDisagree'), [
      '01-701-1034 WEEK 18',
      '01-701-1097 WEEK 6',
      '01-701-1148 WEEK 18 (T)',
      '01-701-1302 WEEK 6',
      '01-701-1345 WEEK 18 (T)',
      '01-701-1415 WEEK 24',
    ]);
  });
  test('six time points behind iCR that are not iUPD first', () => {
    assert.deepEqual(at('responseAfterComplete'), [
      '01-701-1153 UNSCHEDULED 9.2',
      '01-701-1153 UNSCHEDULED 9.3',
      '01-701-1153 WEEK 24',
      '01-701-1239 WEEK 12',
      '01-701-1345 WEEK 18 (T)',
      '01-701-1345 WEEK 24',
    ]);
  });
  test('a response behind confirmed progression, terms in the wrong place, originals that differ', () => {
    assert.deepEqual(at('afterConfirmedProgression'), ['01-701-1028 WEEK 18']);
    assert.deepEqual(at('termOutOfPlace'), [
      '01-701-1034 WEEK 18',
      '01-701-1148 WEEK 18 (T)',
      '01-701-1287 WEEK 24',
      '01-701-1345 WEEK 18 (T)',
    ]);
    assert.deepEqual(at('originalDiffers'), ['01-703-1086 WEEK 6']);
  });
});

suite('from raw rows to rates', { skip }, () => {
  const subjects =
    skip === false
      ? (readSdtmSubjects(file('sdtm_dm.csv')).value ?? []).filter(({ isAssigned }) => isAssigned)
      : [];
  const printed = skip === false ? (readSdtmResponses(file('sdtm_rs_onco.csv')).value ?? []).flat() : [];
  const responsesOf = new Map(
    subjects.map(({ patient, start }) => [
      patient,
      printed
        .filter((visit) => visit.patient === patient && visit.isAccepted)
        .flatMap(({ date, overall }): ResponseOnDay[] => {
          if (date === undefined || start === undefined || overall === undefined) return [];
          const distance = daysBetween(start, date);
          return distance === 'incomparable' || distance.least === null
            ? []
            : [{ day: distance.least, response: overall }];
        })
        .toSorted((a, b) => a.day - b.day),
    ]),
  );

  test('objective response in 50 of 254', () => {
    const responders = subjects.filter(({ patient }) => {
      const { response } = bestOverallResponse(responsesOf.get(patient) ?? [], { isConfirmed: false });
      return response === 'CR' || response === 'PR';
    });
    assert.deepEqual([responders.length, subjects.length], [50, 254]);
  });

  test('progression-free survival: 254 derived rows, medians and events by arm', () => {
    const derived = subjects.map(({ patient, arm, start, death }) => {
      const responses = responsesOf.get(patient) ?? [];
      const progression = responses.find(({ response }) => response === 'PD')?.day;
      const distance = start === undefined || death === undefined ? undefined : daysBetween(start, death);
      const died =
        distance === undefined || distance === 'incomparable' ? undefined : (distance.least ?? undefined);
      const first = Math.min(progression ?? Number.POSITIVE_INFINITY, died ?? Number.POSITIVE_INFINITY);
      const isEvent = Number.isFinite(first);
      const time = (isEvent ? first : (responses.at(-1)?.day ?? 0)) + 1;
      return { patient, arm, time, event: isEvent ? 1 : 0 };
    });
    const expected = file('derived_pfs_rs_onco.csv').trim().split(/\r?\n/).slice(1);
    assert.equal(expected.length, 254);
    assert.deepEqual(
      derived.map(({ patient, arm, time, event }) => `${patient},${arm},${time},${event}`).toSorted(),
      expected.map((row) => row.split(',').slice(0, 4).join(',')).toSorted(),
    );
    // reference-values.json, e2e_pfs: placebo, low dose, high dose.
    const arms = ['Placebo', 'Xanomeline Low Dose', 'Xanomeline High Dose'].map((arm) => {
      const own = derived.filter((each) => each.arm === arm);
      const read = kaplanMeier(
        {
          time: Float64Array.from(own, ({ time }) => time),
          event: Uint8Array.from(own, ({ event }) => event),
        },
        { confidence: 0.95, interval: 'log-log' },
      );
      assert.ok(read.ok);
      const median = survivalQuantile(read.curve, 0.5);
      return [read.curve.subjects, read.curve.eventCount, median.time, median.lower, median.upper];
    });
    assert.deepEqual(arms, [
      [86, 67, 44, 43, 47],
      [84, 55, 44, 43, 46],
      [84, 53, 47, 44, 57],
    ]);
  });
});

suite('tables that cannot be read', () => {
  const tu = 'USUBJID,TULNKID,TULOC\nA,T1,LIVER\n';
  const head = 'USUBJID,TRGRPID,TRLNKID,TRTESTCD,TRSTRESC,TRSTRESU,VISITNUM,TRDTC\n';
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['no unit', 'A,TARGET,T1,LDIAM,20,,1,2020-01-01', ['row-malformed 2']],
    ['not in TU', 'A,TARGET,T2,LDIAM,20,mm,1,2020-01-01', ['row-malformed 2']],
    ['no test that is read', 'A,TARGET,T1,VOLUME,20,mm,1,2020-01-01', ['row-malformed 2']],
    ['a state that is not read', 'A,NON-TARGET,T1,TUMSTATE,FUNNY,,1,2020-01-01', ['row-malformed 2']],
    [
      'a date that is not read',
      'A,TARGET,T1,LDIAM,20,mm,1,yesterday',
      ['unparsable-date 2', 'row-malformed 2'],
    ],
    ['no visit', 'A,TARGET,T1,LDIAM,20,mm,first,2020-01-01', ['row-malformed 2']],
    [
      'twice',
      'A,TARGET,T1,LDIAM,20,mm,1,2020-01-01\nA,TARGET,T1,LDIAM,21,mm,1,2020-01-01',
      ['row-malformed 2'],
    ],
  ];
  for (const [what, text, expected] of rows)
    test(what, () => {
      const { value, issues } = readSdtmLesions(tu, head + text);
      assert.equal(value, undefined);
      assert.deepEqual(
        issues.map(({ code, line }) => `${code} ${line ?? ''}`),
        expected,
      );
    });
  test('variables that are missing', () =>
    assert.deepEqual(
      readSdtmResponses('USUBJID,RSTESTCD\nA,OVRLRESP').issues.map(({ code }) => code),
      ['column-missing', 'column-missing', 'column-missing'],
    ));
});
