/**
 * Swimmer, waterfall, spider, Kaplan-Meier, forest, markers and timeline: no fault of layout at any width for any data,
 * and the rules that each kind has: order, limits, who is drawn and who is counted.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLabel, faultsAtWidths } from './figure-checks.fixture.ts';
import {
  figureResponses,
  forestData,
  forestFigure,
  kaplanMeierData,
  kaplanMeierFigure,
  markerSeriesData,
  markerSeriesFigure,
  spiderData,
  spiderFigure,
  swimmerData,
  swimmerFigure,
  timelineData,
  timelineFigure,
  waterfallData,
  waterfallFigure,
} from './index.ts';

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => Math.round(value * 100) / 100);
const response = fc.constantFrom(...figureResponses);
const runs = { numRuns: 30 };
const times = number(0, 80);

test('swimmers of any patients have no fault', () => {
  const patient = fc
    .record({
      id: anyLabel,
      length: number(0, 60),
      more: fc.option(number(0, 20), { nil: undefined }),
      isOngoing: fc.boolean(),
      bestResponse: response,
      group: fc.option(anyLabel, { nil: undefined }),
      annotation: fc.option(anyLabel, { nil: undefined }),
      at: times,
    })
    .map(({ id, length, more, isOngoing, bestResponse, group, annotation, at }) => ({
      id,
      end: length,
      ...(more === undefined ? {} : { endAtMost: length + more }),
      isOngoing,
      bestResponse,
      ...(group === undefined ? {} : { group }),
      ...(annotation === undefined ? {} : { annotation }),
      events: [{ at, kind: 'progression' }],
    }));
  fc.assert(
    fc.property(anyLabel, fc.array(patient, { minLength: 1, maxLength: 12 }), (title, patients) => {
      const data = swimmerData.parse({ title, patients });
      assert.deepEqual(
        faultsAtWidths((width) => swimmerFigure(data, { width })),
        [],
      );
    }),
    runs,
  );
});

test('waterfalls of any patients have no fault, and none is lost', () => {
  const patient = fc.record({
    id: anyLabel,
    bestChangePercent: fc.option(number(-100, 300), { nil: null }),
    bestResponse: response,
    hasNewLesion: fc.boolean(),
    annotations: fc.record({ Exon: fc.constantFrom('9', '11', '13', '17') }),
  });
  fc.assert(
    fc.property(anyLabel, fc.array(patient, { minLength: 1, maxLength: 60 }), (title, patients) => {
      const data = waterfallData.parse({ title, patients, annotationRows: ['Exon'] });
      assert.deepEqual(
        faultsAtWidths((width) => waterfallFigure(data, { width })),
        [],
      );
      const { rows } = waterfallFigure(data).table;
      assert.deepEqual(
        rows.map(([id]) => id).toSorted((one, other) => String(one).localeCompare(String(other))),
        data.patients.map(({ id }) => id).toSorted((one, other) => one.localeCompare(other)),
      );
    }),
    runs,
  );
});

test('a waterfall falls from growth to response; who was not measured again is counted and not a bar', () => {
  const data = waterfallData.parse({
    title: 'x',
    patients: [
      { id: 'a', bestChangePercent: -40, bestResponse: 'PR', isConfirmed: false },
      { id: 'b', bestChangePercent: 25, bestResponse: 'PD' },
      { id: 'c', bestChangePercent: null, bestResponse: 'NE' },
      { id: 'd', bestChangePercent: -5, bestResponse: 'SD' },
    ],
  });
  const figure = waterfallFigure(data);
  assert.deepEqual(
    figure.table.rows.map(([id]) => id),
    ['b', 'd', 'a', 'c'],
  );
  assert.match(figure.caption, /3 of 4 patients with a measured change; 1 without a second measurement/);
  assert.match(figure.caption, /1 responses? (?:is|are) unconfirmed/);
  assert.match(figure.caption, /Research use, for professionals/);
});

test('spiders of any patients have no fault', () => {
  const patient = fc.record({
    id: anyLabel,
    bestResponse: response,
    points: fc.array(
      fc.record({ time: number(1, 100), changePercent: number(-100, 200), hasNewLesion: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  });
  fc.assert(
    fc.property(anyLabel, fc.array(patient, { minLength: 1, maxLength: 25 }), (title, patients) => {
      const data = spiderData.parse({ title, patients });
      assert.deepEqual(
        faultsAtWidths((width) => spiderFigure(data, { width })),
        [],
      );
    }),
    runs,
  );
});

const subject = fc.record({ time: number(0.01, 60), hasEvent: fc.boolean() });

test('survival figures of any groups have no fault', () => {
  fc.assert(
    fc.property(
      anyLabel,
      fc.array(fc.record({ label: anyLabel, subjects: fc.array(subject, { minLength: 0, maxLength: 40 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
      (title, groups) => {
        const data = kaplanMeierData.parse({ title, endpoint: 'Overall survival', groups });
        assert.deepEqual(
          faultsAtWidths((width) => kaplanMeierFigure(data, { width })),
          [],
        );
      },
    ),
    runs,
  );
});

test('fewer than ten patients are shown as patients, ten as a curve', () => {
  const of = (count: number) =>
    kaplanMeierFigure(
      kaplanMeierData.parse({
        title: 'x',
        endpoint: 'Progression-free survival',
        groups: [
          {
            label: 'all',
            subjects: Array.from({ length: count }, (_, at) => ({ time: at + 1, hasEvent: true })),
          },
        ],
      }),
    );
  assert.match(of(9).caption, /9 events in 9, shown one by one/);
  assert.ok(!/Kaplan-Meier with/.test(of(9).caption));
  // Ten events at 1 to 10: the curve runs flat at one half between 5 and 6.
  assert.match(of(10).caption, /10 events in 10, median 5\.5 months/);
});

test('the numbers at risk under a curve are those of the patients', () => {
  const data = kaplanMeierData.parse({
    title: 'x',
    endpoint: 'OS',
    groups: [
      {
        label: 'all',
        subjects: [2, 4, 4, 6, 8, 10, 12, 14, 16, 20].map((time, at) => ({ time, hasEvent: at % 2 === 0 })),
      },
    ],
  });
  const texts = kaplanMeierFigure(data, { width: 680 }).marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark.text] : [],
  );
  for (const wanted of ['10', '(0, 0)']) assert.ok(texts.includes(wanted), wanted);
});

test('a log-rank test that cannot be made says why', () => {
  const subjects = Array.from({ length: 12 }, (_, at) => ({ time: at + 1, hasEvent: false }));
  const data = kaplanMeierData.parse({
    title: 'x',
    endpoint: 'OS',
    groups: [
      { label: 'a', subjects },
      { label: 'b', subjects },
    ],
  });
  const { caption } = kaplanMeierFigure(data);
  assert.match(caption, /No log-rank test: there is no event/);
  assert.match(caption, /median not reached \(95% CI not reached to not reached\)/);
});

test('forests of any rows have no fault, on both scales', () => {
  const row = fc
    .record({
      label: anyLabel,
      middle: number(0.05, 20),
      spread: number(1.01, 4),
      isSummary: fc.boolean(),
      hasEstimate: fc.boolean(),
    })
    .map(({ label, middle, spread, isSummary, hasEstimate }) =>
      hasEstimate
        ? { label, n: '3/17', estimate: middle, lower: middle / spread, upper: middle * spread, isSummary }
        : { label, n: 0, remark: 'no patients' },
    );
  fc.assert(
    fc.property(
      anyLabel,
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('linear', 'log'),
      (title, rows, scale) => {
        const data = forestData.parse({
          title,
          measure: 'Hazard ratio',
          method: 'Cox',
          scale,
          reference: 1,
          favours: ['favours A', 'favours B'],
          rows,
        });
        assert.deepEqual(
          faultsAtWidths((width) => forestFigure(data, { width })),
          [],
        );
      },
    ),
    runs,
  );
});

test('a forest of shares has its axis from 0 to 100, squares by area, and counts in columns of their own', () => {
  const row = (n: string, estimate: number, weightPercent: number) => ({
    label: n,
    n,
    estimate,
    lower: estimate - 2,
    upper: estimate + 2,
    weightPercent,
  });
  const given = { title: 'x', measure: 'Patients (%)', method: 'exact', axis: [0, 100] };
  const data = forestData.parse({ ...given, rows: [row('2/9', 22, 20), row('5/8', 62, 80)] });
  for (const width of [340, 680]) {
    const { marks, table } = forestFigure(data, { width });
    const words = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    for (const tick of ['0', '50', '100'])
      if (width > 340 || tick !== '50') assert.ok(words.includes(tick), `${width}: ${words.join()}`);
    assert.ok(!words.some((word) => /^(?:-\d+|1[1-9]\d|[2-9]\d\d)$/.test(word)));
    const sides = marks.flatMap((mark) => (mark.kind === 'glyph' ? [mark.size] : []));
    assert.equal(sides.length, 2);
    assert.ok(Math.abs(((sides[1] ?? 0) / (sides[0] ?? 1)) ** 2 - 4) < 1e-9);
    const at = (name: string) => table.columns.indexOf(name);
    assert.deepEqual(
      table.rows.map((cells) => [cells[at('count')], cells[at('of')], cells[at('n')]]),
      [
        [2, 9, null],
        [5, 8, null],
      ],
    );
  }
  assert.ok(!forestData.safeParse({ ...given, rows: [row('2/9', 99, 20)] }).success);
});

test('a forest refuses what its scale cannot show', () => {
  const read = forestData.safeParse({
    title: 'x',
    measure: 'HR',
    method: 'Cox',
    scale: 'log',
    rows: [{ label: 'a', estimate: 0 }],
  });
  assert.equal(read.success, false);
});

const point = fc
  .record({ time: times, value: number(0, 500), bound: fc.constantFrom('below', 'above', undefined) })
  .map(({ bound, ...rest }) => (bound === undefined ? rest : { ...rest, bound }));
const series = fc.record({
  label: anyLabel,
  unit: fc.constantFrom('ng/mL', 'U/L'),
  upperLimit: fc.constantFrom(15, 95),
  points: fc.array(point, { minLength: 1, maxLength: 10 }),
});

test('marker series of any values have no fault; assays with other limits have their own panel', () => {
  fc.assert(
    fc.property(
      anyLabel,
      fc.array(series, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('linear', 'log'),
      anyLabel,
      (title, all, scale, label) => {
        const data = markerSeriesData.parse({
          title,
          series: all,
          scale,
          spans: [{ from: 1, to: 10, label }],
        });
        assert.deepEqual(
          faultsAtWidths((width) => markerSeriesFigure(data, { width })),
          [],
        );
      },
    ),
    runs,
  );
  const data = markerSeriesData.parse({
    title: 'Chromogranin A',
    series: [
      { label: 'assay A', unit: 'ng/mL', upperLimit: 15, points: [{ time: 0, value: 44 }] },
      { label: 'assay B', unit: 'ng/mL', upperLimit: 95, points: [{ time: 3, value: 29 }] },
    ],
  });
  const figure = markerSeriesFigure(data);
  assert.match(figure.caption, /a panel of their own/);
  // Paper 000, lines 195-196: 44 ng/mL with an upper limit of 15; 29 with 95 is the other assay's.
  assert.deepEqual(
    figure.table.rows.map((row) => row[figure.table.columns.indexOf('multiple of the upper limit')]),
    [2.93, 0.305],
  );
});

test('timelines of any facts have no fault', () => {
  const span = fc
    .record({
      from: times,
      length: number(0, 30),
      label: anyLabel,
      isOngoing: fc.boolean(),
      more: number(0, 10),
    })
    .map(({ from, length, label, isOngoing, more }) => ({
      from,
      to: from + length,
      toAtMost: from + length + more,
      label,
      isOngoing,
    }));
  const event = fc
    .record({ at: times, more: number(0, 40), label: anyLabel, response })
    .map(({ at, more, label, response: each }) => ({ at, atMost: at + more, label, response: each }));
  fc.assert(
    fc.property(
      anyLabel,
      fc.array(span, { minLength: 1, maxLength: 6 }),
      fc.array(event, { minLength: 1, maxLength: 6 }),
      series,
      (title, spans, events, one) => {
        const data = timelineData.parse({
          title,
          tracks: [
            { kind: 'spans', label: 'Systemic therapy', spans },
            { kind: 'events', label: title, events },
            { kind: 'series', label: 'Chromogranin A', series: one },
          ],
          undated: [title],
        });
        assert.deepEqual(
          faultsAtWidths((width) => timelineFigure(data, { width })),
          [],
        );
      },
    ),
    runs,
  );
});
