/** Figures say what was not stated, what was cut and what was left out, in the caption and in the table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkFigure,
  forestData,
  kaplanMeierData,
  kaplanMeierFigure,
  markerSeriesData,
  markerSeriesFigure,
  renderFigurePage,
  spiderData,
  spiderFigure,
  swimmerData,
  swimmerFigure,
  waterfallData,
  waterfallFigure,
} from './index.ts';
import { categoryLooks } from './scene/index.ts';

test('a bar that is cut has its value in the caption', () => {
  const data = waterfallData.parse({
    title: 'x',
    patients: [
      { id: 'a', bestChangePercent: 290 },
      { id: 'b', bestChangePercent: 100 },
    ],
  });
  const { caption } = waterfallFigure(data);
  assert.match(caption, /Cut at \+100%: a \(\+290%\)\./);
});

test('the name of an annotation row of any length leaves room for the bars', () => {
  const row = 'W'.repeat(90);
  const data = waterfallData.parse({
    title: 'x',
    patients: [{ id: 'a', bestChangePercent: 20, annotations: { [row]: 'y' } }],
    annotationRows: [row],
  });
  for (const width of [300, 680]) assert.deepEqual(checkFigure(waterfallFigure(data, { width })), []);
});

test('a new lesion that nobody states is not denied; baseline is no measurement after baseline', () => {
  const data = spiderData.parse({
    title: 'x',
    patients: [
      {
        id: 'a',
        points: [
          { time: 0, changePercent: 0 },
          { time: 8, changePercent: -10, hasNewLesion: false },
          { time: 16, changePercent: -5, hasNewLesion: true },
        ],
      },
    ],
  });
  const { table, caption } = spiderFigure(data);
  assert.deepEqual(
    table.rows.map((row) => row.at(-1)),
    [null, 'no', 'yes'],
  );
  assert.match(caption, /^1 patient, 2 measurements after baseline/);
});

test('a swimmer tells who went on, who did not, and of whom it is not stated', () => {
  const data = swimmerData.parse({
    title: 'x',
    patients: [
      { id: 'a', end: 3, isOngoing: true },
      { id: 'b', end: 2, isOngoing: false },
      { id: 'c', end: 1 },
    ],
  });
  const figure = swimmerFigure(data);
  const column = figure.table.columns.indexOf('on treatment');
  assert.deepEqual(
    figure.table.rows.map((row) => row[column]),
    ['yes', 'no', null],
  );
  assert.match(figure.caption, /not stated for 1\./);
  assert.ok(!renderFigurePage(figure, 'light').includes('not known'));
});

test('a day that is only known within bounds is read out with both', () => {
  const data = markerSeriesData.parse({
    title: 'x',
    series: [{ label: 'CgA', unit: 'ng/mL', points: [{ time: 4, timeAtMost: 15, value: 40 }] }],
  });
  assert.match(markerSeriesFigure(data).description, /40 at 4 to 15/);
});

test('times before zero are refused where the axis begins at zero', () => {
  const of = (subject: object): boolean =>
    kaplanMeierData.safeParse({ title: 'x', endpoint: 'OS', groups: [{ label: 'a', subjects: [subject] }] })
      .success;
  assert.ok(of({ time: 0, hasEvent: true }));
  assert.ok(!of({ time: -1, hasEvent: true }));
  assert.ok(!of({ time: 1, entry: -1, hasEvent: true }));
  const point = { title: 'x', patients: [{ id: 'a', points: [{ time: -4, changePercent: 3 }] }] };
  assert.ok(!spiderData.safeParse(point).success);
});

test('curves of very many patients are drawn, and the numbers under them stay inside', () => {
  const group = (label: string) => ({
    label,
    subjects: Array.from({ length: 80_000 }, (_, at) => ({ time: (at % 40) + 1, hasEvent: at % 3 === 0 })),
  });
  const data = kaplanMeierData.parse({ title: 'x', endpoint: 'OS', groups: [group('a'), group('b')] });
  for (const width of [340, 680]) assert.deepEqual(checkFigure(kaplanMeierFigure(data, { width })), []);
});

test('an estimate outside its interval is refused', () => {
  const row = { label: 'a', estimate: 3, lower: 1, upper: 2 };
  assert.ok(!forestData.safeParse({ title: 'x', measure: 'HR', method: 'm', rows: [row] }).success);
});

test('24 categories look different', () => {
  const looks = [...categoryLooks(Array.from({ length: 24 }, (_, at) => String(at))).values()];
  assert.equal(new Set(looks.map(({ fill, texture }) => `${fill} ${texture}`)).size, 24);
});
