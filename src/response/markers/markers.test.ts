/** Markers: the series of papers 000 and 001, censored values, the line of the logarithms, named definitions. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type LaboratoryValue, readCase } from '../../case/index.ts';
import { type NumericRange, parseNumericRange, parsePatientDate, parseQuantity } from '../../units/index.ts';
import { biochemicalResponse, biochemicalResponseDefinitions } from './biochemical-response.ts';
import { doublingTime } from './doubling-time.ts';
import { changeAcross, changeWithin, markerNadir, percentChange, riseFromNadir } from './marker-change.ts';
import { type MarkerPoint, type MarkerSeries, markerSeries } from './marker-series.ts';

const examples = join(import.meta.dirname, '../../../examples');
function laboratoryOf(name: string): readonly LaboratoryValue[] {
  const { value } = readCase(readFileSync(join(examples, `${name}.yaml`), 'utf8'), { source: name });
  assert.ok(value);
  return value.record.laboratory;
}
interface Given {
  readonly analyte?: string;
  readonly value: string;
  readonly range?: string;
  readonly assay?: string;
  readonly date?: string;
}
function value({ analyte = 'chromogranin A', value: printed, range, assay, date }: Given): LaboratoryValue {
  const quantity = (text: string) => {
    const read = parseQuantity(text);
    assert.ok(read.ok, text);
    return read.value;
  };
  const day = date === undefined ? undefined : parsePatientDate(date);
  assert.ok(day === undefined || day.ok);
  return {
    analyte,
    value: quantity(printed),
    ...(range === undefined ? {} : { referenceRange: quantity(range) }),
    ...(assay === undefined ? {} : { assay }),
    ...(day?.ok === true ? { date: day.value } : {}),
  };
}
const seriesOf = (...given: readonly Given[]): readonly MarkerSeries[] =>
  markerSeries(given.map(value)).series;
function only(series: readonly MarkerSeries[]): MarkerSeries {
  const [one, ...more] = series;
  assert.ok(one !== undefined && more.length === 0, `${series.length} series`);
  return one;
}
function at(series: MarkerSeries, index: number): MarkerPoint {
  const point = series.points[index];
  assert.ok(point);
  return point;
}
function range(text: string): NumericRange {
  const read = parseNumericRange(text);
  assert.ok(read.ok);
  return read.value;
}

suite('paper 000: chromogranin A', () => {
  const series = only(markerSeries(laboratoryOf('net-kit-exon11')).series);
  test('44 to 4 ng/mL is -90.9%, 2.93 to 0.27 x ULN', () => {
    const change = changeWithin(at(series, 1), at(series, 2));
    assert.ok(change.ok);
    assert.equal(change.percent.low?.toFixed(1), '-90.9');
    assert.equal(change.percent.high, change.percent.low);
    assert.equal(at(series, 1).multiple?.low?.toFixed(2), '2.93');
    assert.equal(at(series, 2).multiple?.low?.toFixed(2), '0.27');
  });
  test('the two printed dates overlap, and the series says so', () => {
    assert.deepEqual(
      series.points.map(({ isOrderCertain }) => isOrderCertain),
      [true, true, false, true],
    );
    assert.ok(series.cautions.some((caution) => caution.includes('overlap')));
  });
  test('the nadir is 4 ng/mL, twice', () => {
    const nadir = markerNadir(series.points);
    assert.equal(nadir?.value.high, 4);
    assert.deepEqual(nadir?.candidates, [2, 3]);
  });
  test('29 ng/mL of the assay of paper 001 is 0.31 x ULN and no number beside them', () => {
    const other = markerSeries(laboratoryOf('net-etv6-ntrk3')).series.find(
      ({ analyteId }) => analyteId === 'chromogranin-a',
    );
    assert.ok(other);
    assert.equal(at(other, 0).multiple?.low?.toFixed(2), '0.31');
    const both = markerSeries([...laboratoryOf('net-kit-exon11'), ...laboratoryOf('net-etv6-ntrk3')]).series;
    assert.equal(both.filter(({ analyteId }) => analyteId === 'chromogranin-a').length, 2);
    const change = changeAcross({ series, point: at(series, 1) }, { series: other, point: at(other, 0) });
    assert.ok(change.ok);
    assert.equal(change.compared, 'multiplesOfUpperLimit');
    // 29/95 over 44/15.
    assert.equal(change.percent.low?.toFixed(1), '-89.6');
  });
});

suite('what is one series', () => {
  const rows: readonly (readonly [string, readonly Given[], number])[] = [
    [
      'one range',
      [
        { value: '44 ng/mL', range: '2-15' },
        { value: '4 ng/mL', range: '2-15 ng/mL' },
      ],
      1,
    ],
    [
      'two ranges',
      [
        { value: '44 ng/mL', range: '2-15' },
        { value: '29 ng/mL', range: '<95' },
      ],
      2,
    ],
    ['a range and none', [{ value: '44 ng/mL', range: '2-15' }, { value: '29 ng/mL' }], 2],
    [
      'a range and none, of one named assay',
      [
        { value: '44 ng/mL', range: '2-15', assay: 'A' },
        { value: '29 ng/mL', assay: 'a' },
      ],
      1,
    ],
    [
      'two assays',
      [
        { value: '44 ng/mL', assay: 'A' },
        { value: '29 ng/mL', assay: 'B' },
      ],
      2,
    ],
    [
      'units that convert',
      [
        { value: '44 ng/mL', range: '2-15' },
        { value: '4 ug/L', range: '2-15' },
      ],
      1,
    ],
    [
      'units that do not',
      [
        { value: '44 ng/mL', assay: 'A' },
        { value: '29 U/L', assay: 'A' },
      ],
      2,
    ],
    [
      'no unit',
      [
        { value: '44 ng/mL', assay: 'A' },
        { value: '29', assay: 'A' },
      ],
      2,
    ],
    ['two names', [{ analyte: 'CgA', value: '44 ng/mL' }, { value: '4 ng/mL' }], 1],
    [
      'an unknown analyte',
      [
        { analyte: 'X', value: '4 ng/mL' },
        { analyte: 'Y', value: '4 ng/mL' },
      ],
      2,
    ],
  ];
  for (const [what, given, count] of rows) test(what, () => assert.equal(seriesOf(...given).length, count));
  test('mass and amount of 5-HIAA convert by its molar mass', () => {
    const series = only(
      seriesOf(
        { analyte: '24 h urine 5-HIAA', value: '19.1 mg/d' },
        { analyte: '24 h urine 5-HIAA', value: '50 umol/d' },
      ),
    );
    assert.equal(at(series, 1).value.low?.toFixed(2), '9.56');
  });
  test('days and calendar dates of one series are brought together by the date of day 0', () => {
    const anchor = parsePatientDate('2024-02-01');
    assert.ok(anchor.ok);
    const given = [
      { value: '9 ng/mL', date: 'day 10' },
      { value: '5 ng/mL', date: '2024-01-15' },
    ].map(value);
    const lowsOf = (reading: ReturnType<typeof markerSeries>) =>
      reading.series[0]?.points.map((point) => point.value.low);
    assert.deepEqual(lowsOf(markerSeries(given, anchor.value)), [5, 9]);
    assert.deepEqual(lowsOf(markerSeries(given)), [9, 5], 'without it the order is that of the record');
  });
  test('a word is no number and is not lost', () => {
    const { series, unread } = markerSeries([value({ value: 'elevated' })]);
    assert.deepEqual([series.length, unread[0]?.printed], [0, 'elevated']);
  });
  test('the order is that of the dates, not of the record', () => {
    const series = only(
      seriesOf(
        { value: '5 ng/mL', date: '2024-03-01' },
        { value: '9 ng/mL', date: '2024-01-01' },
        { value: '7 ng/mL', date: '2024-02' },
      ),
    );
    assert.deepEqual(
      series.points.map(({ value: { low } }) => low),
      [9, 7, 5],
    );
    assert.ok(series.points.every(({ isOrderCertain }) => isOrderCertain));
  });
});

suite('censored values give bounds', () => {
  const rows: readonly (readonly [string, string, number | null, number | null])[] = [
    ['44', '4', -90.9090909091, -90.9090909091],
    ['10', '<5', -100, -50],
    ['<5', '10', 100, null],
    ['10-20', '5', -75, -50],
    ['>100', '50', -100, -50],
    ['4', '>8', 100, null],
  ];
  for (const [from, to, low, high] of rows)
    test(`${from} to ${to}`, () => {
      const change = percentChange(range(from), range(to));
      assert.deepEqual([change?.low, change?.high], [low, high]);
    });
  test('from 0 nothing can be said', () => assert.equal(percentChange(range('0'), range('5')), undefined));
  test('a nadir of <5 lets the rise of 10 be any above 100%', () => {
    const series = only(
      seriesOf(
        { value: '20 ng/mL', date: 'day 1' },
        { value: '<5 ng/mL', date: 'day 2' },
        { value: '10 ng/mL', date: 'day 3' },
      ),
    );
    const rise = riseFromNadir(series.points, 2);
    assert.ok(rise?.ok);
    assert.deepEqual([rise.percent.low, rise.percent.lowOpen, rise.percent.high], [100, true, null]);
    const none = riseFromNadir(series.points, 1);
    assert.ok(none?.ok);
    assert.deepEqual([none.percent.low, none.percent.high], [0, 0]);
  });
  test('the change of any two values lies within the change of ranges around them', () => {
    const amount = fc.double({ min: 0.1, max: 1e4, noNaN: true });
    const width = fc.double({ min: 0, max: 100, noNaN: true });
    const around = (middle: number, by: number): NumericRange => ({
      low: Math.max(0, middle - by),
      high: middle + by,
      lowOpen: false,
      highOpen: false,
      printed: '',
    });
    fc.assert(
      fc.property(amount, amount, width, width, (a, b, byA, byB) => {
        const change = percentChange(around(a, byA), around(b, byB));
        assert.ok(change);
        const exact = (b / a - 1) * 100;
        const slack = 1e-6 * (1 + Math.abs(exact));
        assert.ok((change.low ?? -100) <= exact + slack);
        assert.ok(change.high === null || change.high >= exact - slack);
      }),
    );
  });
});

suite('doubling time', () => {
  const points = (...given: readonly (readonly [string, string])[]): readonly MarkerPoint[] =>
    only(seriesOf(...given.map(([date, printed]) => ({ date, value: `${printed} ng/mL` })))).points;
  test('an exact doubling', () => {
    const read = doublingTime(points(['day 0', '1'], ['day 10', '2'], ['day 20', '4']));
    assert.ok(read.ok);
    assert.ok(Math.abs(read.value.days - 10) < 1e-12);
  });
  test('as R: lm(log(v) ~ d) of 20, 26, 30, 47, 51 on days 0, 28, 60, 85, 120, with confint', () => {
    const read = doublingTime(
      points(['day 0', '20'], ['day 28', '26'], ['day 60', '30'], ['day 85', '47'], ['day 120', '51']),
    );
    assert.ok(read.ok);
    const { slopePerDay, slopeLower, slopeUpper, days, lowerDays, upperDays } = read.value;
    const expected = [
      0.00821024544925163, 0.00455332323284545, 0.0118671676656578, 84.4246599988221, 58.40881329804,
      152.228854643993,
    ];
    for (const [index, got] of [slopePerDay, slopeLower, slopeUpper, days, lowerDays, upperDays].entries())
      assert.ok(Math.abs((got ?? 0) / (expected[index] ?? 1) - 1) < 1e-10, `${index}: ${got}`);
  });
  test('a falling marker halves', () => {
    const read = doublingTime(points(['day 0', '8'], ['day 7', '4'], ['day 14', '2']));
    assert.ok(read.ok);
    assert.equal(read.value.direction, 'halving');
    assert.ok(Math.abs(read.value.days - 7) < 1e-12);
  });
  test('an interval that reaches no change has no upper end', () => {
    const read = doublingTime(points(['day 0', '10'], ['day 10', '30'], ['day 20', '12']));
    assert.ok(read.ok);
    assert.equal(read.value.upperDays, null);
  });
  const refused: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      'tooFewValues',
      [
        ['day 0', '1'],
        ['day 10', '2'],
      ],
    ],
    [
      'censoredValue',
      [
        ['day 0', '1'],
        ['day 10', '<2'],
        ['day 20', '4'],
      ],
    ],
    [
      'valueNotPositive',
      [
        ['day 0', '0'],
        ['day 10', '2'],
        ['day 20', '4'],
      ],
    ],
    [
      'dateNotExact',
      [
        ['2024-01', '1'],
        ['2024-02-10', '2'],
        ['2024-03-01', '4'],
      ],
    ],
    [
      'oneDay',
      [
        ['day 1', '1'],
        ['day 1', '2'],
        ['day 1', '4'],
      ],
    ],
    [
      'noChange',
      [
        ['day 0', '2'],
        ['day 10', '2'],
        ['day 20', '2'],
      ],
    ],
  ];
  for (const censored of ['>2', '1-3', '<2'])
    test(`${censored} has no logarithm`, () => {
      const read = doublingTime(points(['day 0', '1'], ['day 10', censored], ['day 20', '4']));
      assert.equal(read.ok ? 'a value' : read.reason, 'censoredValue');
    });
  for (const [reason, given] of refused)
    test(reason, () => {
      const read = doublingTime(points(...given));
      assert.equal(read.ok ? 'a value' : read.reason, reason);
    });
});

suite('biochemical response needs a definition', () => {
  const call = (
    definition: keyof typeof biochemicalResponseDefinitions,
    ...printed: readonly string[]
  ): string => {
    const { points } = only(
      seriesOf(
        ...printed.map((each, day) => ({ value: `${each} ng/mL`, range: '2-15', date: `day ${day}` })),
      ),
    );
    const [baseline, ...later] = points;
    assert.ok(baseline);
    return biochemicalResponse(baseline, later, biochemicalResponseDefinitions[definition]).call;
  };
  const rows: readonly (readonly [readonly string[], half: string, normal: string, one: string])[] = [
    [['44', '4'], 'response', 'response', 'response'],
    [['44', '22'], 'response', 'noResponse', 'response'],
    [['44', '23'], 'noResponse', 'noResponse', 'noResponse'],
    [['20', '14'], 'noResponse', 'response', 'response'],
    [['20', '40', '9'], 'response', 'response', 'response'],
    [['44', '<30'], 'notDetermined', 'notDetermined', 'notDetermined'],
    [['44', '<15'], 'response', 'response', 'response'],
    [['12', '4'], 'notApplicable', 'notApplicable', 'notApplicable'],
    [['44'], 'notDetermined', 'notDetermined', 'notDetermined'],
  ];
  for (const [printed, half, normal, one] of rows)
    test(printed.join(' to '), () => {
      assert.equal(call('fallByHalf', ...printed), half);
      assert.equal(call('normalisation', ...printed), normal);
      assert.equal(call('fallByHalfOrNormalisation', ...printed), one);
    });
  test('without a reference range an elevated baseline is not known', () => {
    const { points } = only(seriesOf({ value: '44 ng/mL' }, { value: '4 ng/mL' }));
    const [baseline, ...later] = points;
    assert.ok(baseline);
    const { call: given } = biochemicalResponse(baseline, later, biochemicalResponseDefinitions.fallByHalf);
    assert.equal(given, 'notDetermined');
  });
  test('every definition says how far its source was read', () => {
    for (const definition of Object.values(biochemicalResponseDefinitions)) {
      assert.ok(definition.version.length > 0);
      assert.equal(definition.source.kind, 'literature');
    }
  });
});
