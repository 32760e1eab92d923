/** RECIST 1.1: every row of the two overall tables, the rules of the sum, and the best response both ways. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { bestOverallResponse, type ResponseOnDay } from './best-overall-response.ts';
import {
  type NonTargetResponse,
  nonTargetResponses,
  overallResponse,
  type TargetResponse,
  targetResponses as targetNames,
} from './overall-response.ts';
import { type Measurement, type TargetLesion, targetResponses } from './target-response.ts';

const mm = (millimetres: number): Measurement => ({ kind: 'measured', millimetres });
const missing: Measurement = { kind: 'missing' };
const gone: Measurement = { kind: 'absent' };
const lesion = (baseline: number, later: readonly Measurement[], isNode = false): TargetLesion => ({
  id: `${baseline}${isNode ? ' node' : ''}`,
  isNode,
  baseline,
  later,
});
const calls = (...lesions: readonly TargetLesion[]): readonly string[] =>
  targetResponses(lesions).map(({ response }) => response);

suite('table 1: with target disease', () => {
  const rows: readonly (readonly [TargetResponse, NonTargetResponse | undefined, string])[] = [
    ['CR', 'CR', 'CR'],
    ['CR', undefined, 'CR'],
    ['CR', 'non-CR/non-PD', 'PR'],
    ['CR', 'NE', 'PR'],
    ['PR', 'CR', 'PR'],
    ['PR', 'non-CR/non-PD', 'PR'],
    ['PR', 'NE', 'PR'],
    ['PR', undefined, 'PR'],
    ['SD', 'CR', 'SD'],
    ['SD', 'non-CR/non-PD', 'SD'],
    ['SD', 'NE', 'SD'],
    ['SD', undefined, 'SD'],
    ['NE', 'CR', 'NE'],
    ['NE', 'non-CR/non-PD', 'NE'],
    ['NE', 'NE', 'NE'],
    ['NE', undefined, 'NE'],
    ...nonTargetResponses.map((nonTarget) => ['PD', nonTarget, 'PD'] as const),
    ...targetNames.map((target) => [target, 'PD', 'PD'] as const),
  ];
  for (const [target, nonTarget, expected] of rows) {
    test(`${target} with ${nonTarget ?? 'no non-target disease'}`, () => {
      const given = { target, ...(nonTarget === undefined ? {} : { nonTarget }) };
      assert.equal(overallResponse({ ...given, newLesions: 'no' })?.response, expected);
      assert.equal(overallResponse({ ...given, newLesions: 'yes' })?.response, 'PD');
    });
  }
});

suite('table 2: non-target disease only', () => {
  for (const [nonTarget, expected] of [
    ['CR', 'CR'],
    ['non-CR/non-PD', 'non-CR/non-PD'],
    ['NE', 'NE'],
    ['PD', 'PD'],
  ] as const)
    test(nonTarget, () => {
      assert.equal(overallResponse({ nonTarget, newLesions: 'no' })?.response, expected);
      assert.equal(overallResponse({ nonTarget, newLesions: 'yes' })?.response, 'PD');
    });
});

test('unknown is not no: without a look for new lesions nothing but progression is called', () => {
  assert.equal(overallResponse({ target: 'PR', newLesions: 'unknown' })?.response, 'NE');
  assert.equal(overallResponse({ target: 'PD', newLesions: 'unknown' })?.response, 'PD');
  assert.equal(overallResponse({ newLesions: 'no' }), undefined);
});

suite('the sum of target lesions', () => {
  const rows: readonly (readonly [
    rule: string,
    lesions: readonly TargetLesion[],
    expected: readonly string[],
  ])[] = [
    ['30% below baseline is PR', [lesion(100, [mm(70), mm(70.1)])], ['PR', 'SD']],
    ['20% and 5 mm above the nadir is PD', [lesion(50, [mm(60)])], ['PD']],
    ['20% without 5 mm is not', [lesion(20, [mm(24)])], ['SD']],
    ['5 mm without 20% is not', [lesion(100, [mm(110)])], ['SD']],
    ['the nadir includes the baseline', [lesion(50, [mm(55), mm(60)])], ['SD', 'PD']],
    ['PD from the nadir, though 30% below baseline', [lesion(100, [mm(40), mm(50)])], ['PR', 'PD']],
    ['gone is CR', [lesion(20, [gone])], ['CR']],
    ['a node below 10 mm is no disease', [lesion(20, [mm(9.9)], true), lesion(30, [gone])], ['CR']],
    ['a node of 10 mm is', [lesion(20, [mm(10)], true), lesion(30, [gone])], ['PR']],
    ['too small to measure is 5 mm, and not gone', [lesion(20, [{ kind: 'tooSmall' }])], ['PR']],
    ['a missing lesion is NE', [lesion(50, [mm(30)]), lesion(20, [missing])], ['NE']],
    ['unless the others already progress', [lesion(50, [mm(90)]), lesion(20, [missing])], ['PD']],
    [
      'an incomplete sum is no nadir',
      [lesion(50, [mm(20), mm(50)]), lesion(20, [missing, mm(20)])],
      ['NE', 'SD'],
    ],
    ['what comes back after CR is PD', [lesion(20, [gone, mm(6)])], ['CR', 'PD']],
  ];
  for (const [rule, lesions, expected] of rows)
    test(rule, () => assert.deepEqual(calls(...lesions), expected));
});

test('paper 001: 14.1% more on day 28 is SD, 22.8% more is PD', () => {
  const [first, second] = targetResponses([lesion(100, [mm(114.1), mm(122.8)])]);
  assert.deepEqual([first?.response, second?.response], ['SD', 'PD']);
  assert.equal(first?.percentFromBaseline?.toFixed(1), '14.1');
  const best = bestOverallResponse(
    [
      { day: 28, response: 'SD' },
      { day: 56, response: 'PD' },
    ],
    { isConfirmed: false },
  );
  assert.equal(best.response, 'PD', 'SD on day 28 is too early to count');
});

suite('the best overall response', () => {
  const on = (
    ...given: readonly (readonly [number, ResponseOnDay['response']])[]
  ): readonly ResponseOnDay[] => given.map(([day, response]) => ({ day, response }));
  const rows: readonly (readonly [string, readonly ResponseOnDay[], plain: string, confirmed: string])[] = [
    ['nothing', on(), 'NE', 'NE'],
    ['PR twice, 28 days apart', on([56, 'PR'], [84, 'PR']), 'PR', 'PR'],
    ['PR twice, 27 days apart', on([56, 'PR'], [83, 'PR']), 'PR', 'SD'],
    ['PR, one NE, PR', on([56, 'PR'], [84, 'NE'], [112, 'PR']), 'PR', 'PR'],
    ['PR, two NE, PR', on([56, 'PR'], [84, 'NE'], [112, 'NE'], [140, 'PR']), 'PR', 'SD'],
    ['PR then CR', on([56, 'PR'], [112, 'CR']), 'CR', 'PR'],
    ['CR twice', on([56, 'CR'], [112, 'CR']), 'CR', 'CR'],
    ['PR once, then PD', on([56, 'PR'], [112, 'PD']), 'PR', 'SD'],
    ['PR once and early, then PD', on([28, 'PR'], [56, 'PD']), 'PR', 'PD'],
    ['SD early, then PD', on([28, 'SD'], [56, 'PD']), 'PD', 'PD'],
    ['SD early and nothing more', on([28, 'SD']), 'NE', 'NE'],
    ['PD first: what follows does not count', on([28, 'PD'], [56, 'CR'], [112, 'CR']), 'PD', 'PD'],
  ];
  for (const [what, given, plain, confirmed] of rows) {
    test(what, () => {
      assert.equal(bestOverallResponse(given, { isConfirmed: false }).response, plain);
      assert.equal(bestOverallResponse(given, { isConfirmed: true }).response, confirmed);
    });
  }
  test('PR behind CR is asked about', () => {
    const { queries } = bestOverallResponse(on([56, 'CR'], [112, 'PR']), { isConfirmed: false });
    assert.equal(queries.length, 1);
  });
});

test('the order of lesions changes no call, and millimetres scaled to centimetres and back neither', () => {
  const size = fc.integer({ min: 0, max: 800 }).map((tenths) => mm(tenths / 10));
  const measured = fc.record({
    baseline: fc.integer({ min: 10, max: 100 }),
    later: fc.array(size, { minLength: 3, maxLength: 3 }),
    isNode: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(measured, { minLength: 1, maxLength: 5 }), (lesions) => {
      const own = lesions.map((each, at) => ({ ...each, id: `T${at}` }));
      const turned = own.toReversed().map((each) => ({
        ...each,
        later: each.later.map((one) => (one.kind === 'measured' ? mm((one.millimetres / 10) * 10) : one)),
      }));
      assert.deepEqual(calls(...own), calls(...turned));
    }),
  );
});

const data = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'statistics',
  'data',
);
const skip = existsSync(data) ? false : `no reference data at ${data}`;

/** Rows of a table as cells by column. */
function rowsOf(name: string): readonly ReadonlyMap<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(data, name), 'utf8').trim().split(/\r?\n/);
  const cells = (line: string): readonly string[] => line.split(',').map((cell) => cell.replaceAll('"', ''));
  const columns = cells(head);
  return lines.map((line) => {
    const row = cells(line);
    return new Map(columns.map((column, at) => [column, row[at] ?? '']));
  });
}

const targetOf = (text: string | undefined): TargetResponse | undefined =>
  targetNames.find((name) => name === text);
const nonTargetOf = (text: string | undefined): NonTargetResponse | undefined =>
  text === 'NON-CR/NON-PD' ? 'non-CR/non-PD' : nonTargetResponses.find((name) => name === text);

test('the components of the pharmaverse RS data give its overall responses, 1,896 time points', {
  skip,
}, (context) => {
  const points = new Map<string, Map<string, string>>();
  for (const row of rowsOf('sdtm_rs_onco.csv')) {
    if (row.get('RSCAT') !== 'RECIST 1.1') continue;
    const key = ['USUBJID', 'RSEVAL', 'RSEVALID', 'VISITNUM', 'RSDTC'].map((name) => row.get(name)).join('|');
    const point = points.get(key) ?? new Map<string, string>();
    point.set(row.get('RSTESTCD') ?? '', row.get('RSSTRESC') ?? '');
    points.set(key, point);
  }
  let right = 0;
  let all = 0;
  for (const [key, point] of points) {
    const wanted = point.get('OVRLRESP');
    const target = targetOf(point.get('TRGRESP'));
    const nonTarget = nonTargetOf(point.get('NTRGRESP'));
    // "CHECK" marks three time points that the data's own editors query.
    if (wanted === undefined || wanted === 'CHECK') continue;
    if ((point.get('TRGRESP') ?? point.get('NTRGRESP')) === undefined) continue;
    const found = point.get('NEWLPROG');
    all += 1;
    const call = overallResponse({
      ...(target === undefined ? {} : { target }),
      ...(nonTarget === undefined ? {} : { nonTarget }),
      newLesions: found === undefined ? 'no' : found === 'EQUIVOCAL' ? 'equivocal' : 'yes',
    });
    if (call?.response === (wanted === 'NON-CR/NON-PD' ? 'non-CR/non-PD' : wanted)) right += 1;
    else context.diagnostic(`${key}: ${JSON.stringify([...point])} gives ${call?.response ?? 'nothing'}`);
  }
  context.diagnostic(`${right} of ${all}`);
  assert.equal(right, all);
  assert.equal(all, 1896);
});

test('raw measurements of the pharmaverse TR data give the accepted RS calls, 22 of 22 time points', {
  skip,
}, (context) => {
  const nodes = new Set(
    rowsOf('sdtm_tu_onco_recist.csv')
      .filter((row) => row.get('TULOC') === 'LYMPH NODE')
      .map((row) => `${row.get('USUBJID')}|${row.get('TULNKID')}`),
  );
  const accepted = rowsOf('sdtm_tr_onco_recist.csv').filter((row) => row.get('TRACPTFL') === 'Y');
  const subjects = [...new Set(accepted.map((row) => row.get('USUBJID') ?? ''))];
  const calledBy = new Map<string, string>();
  for (const subject of subjects) {
    const own = accepted.filter((row) => row.get('USUBJID') === subject);
    const visits = [...new Set(own.map((row) => Number(row.get('VISITNUM'))))]
      .toSorted((a, b) => a - b)
      .slice(1);
    const ids = [
      ...new Set(own.filter((row) => row.get('TRGRPID') === 'TARGET').map((row) => row.get('TRLNKID') ?? '')),
    ];
    const lesions = ids.map((id): TargetLesion => {
      const isNode = nodes.has(`${subject}|${id}`);
      const at = (visit: number): number | undefined => {
        const row = own.find(
          (each) =>
            each.get('TRLNKID') === id &&
            Number(each.get('VISITNUM')) === visit &&
            each.get('TRTESTCD') === (isNode ? 'LPERP' : 'LDIAM'),
        );
        return row === undefined || row.get('TRSTRESN') === '' ? undefined : Number(row.get('TRSTRESN'));
      };
      const later = visits.map((visit): Measurement => {
        const size = at(visit);
        return size === undefined ? missing : mm(size);
      });
      return { id, isNode, baseline: at(1) ?? 0, later };
    });
    const targets = targetResponses(lesions);
    for (const [index, visit] of visits.entries()) {
      const states = own
        .filter((row) => row.get('TRTESTCD') === 'TUMSTATE' && Number(row.get('VISITNUM')) === visit)
        .map((row) => row.get('TRSTRESC'));
      const nonTarget: NonTargetResponse | undefined =
        states.length === 0
          ? undefined
          : states.includes('UNEQUIVOCAL PROGRESSION')
            ? 'PD'
            : states.every((state) => state === 'ABSENT')
              ? 'CR'
              : 'non-CR/non-PD';
      const target = targets[index]?.response;
      const call = overallResponse({
        ...(target === undefined ? {} : { target }),
        ...(nonTarget === undefined ? {} : { nonTarget }),
        newLesions: 'no',
      });
      calledBy.set(`${subject}|${visit}`, call?.response ?? '');
    }
  }
  const wanted = rowsOf('sdtm_rs_onco_recist.csv').filter((row) => row.get('RSACPTFL') === 'Y');
  assert.equal(wanted.length, 22);
  const wrong = wanted.filter((row) => {
    const called = calledBy.get(`${row.get('USUBJID')}|${Number(row.get('VISITNUM'))}`);
    return called?.toUpperCase() !== row.get('RSSTRESC');
  });
  for (const row of wrong)
    context.diagnostic(
      `${row.get('USUBJID')} ${row.get('VISITNUM')}: ${row.get('RSSTRESC')}, not ${calledBy.get(`${row.get('USUBJID')}|${Number(row.get('VISITNUM'))}`)}`,
    );
  assert.equal(wrong.length, 0);
});
