/** Adverse events: Table 2 of paper 002 as printed, arms, denominators, and random tables without a fault. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLabel, faultsAtWidths, hostileLabels } from '../figure-checks.fixture.ts';
import { renderSvg } from '../svg/index.ts';
import { type AdverseEventsData, adverseEventsData } from './adverse-events-data.ts';
import { adverseEventsFigure } from './adverse-events-figure.ts';
import { numberText, orderedTerms } from './event-numbers.ts';
import { kitBasketEvents } from './kit-basket.fixture.ts';

const faults = (data: AdverseEventsData) => faultsAtWidths((width) => adverseEventsFigure(data, { width }));
const refused = (input: unknown): string =>
  String(adverseEventsData.safeParse(input).error?.issues[0]?.message);

test('Table 2 of paper 002 is the figure that was looked at', (t) => {
  const svg = renderSvg(adverseEventsFigure(kitBasketEvents(), { width: 340 }));
  t.assert.fileSnapshot(svg, join(import.meta.dirname, 'snapshots', 'kit-basket.snap.svg'), {
    serializers: [(value: string) => value],
  });
});

test('paper 002: counts and percentages stand as printed, a blank of grade 3 is not reported', () => {
  const data = kitBasketEvents();
  const { marks, table, caption } = adverseEventsFigure(data);
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  assert.equal(texts.filter((text) => text === '5 (29.4%)').length, 1);
  assert.equal(texts.filter((text) => text === '\u2013').length, 11);
  assert.deepEqual(table.rows[0], ['Edema', null, 17, 5, 29.4, '29.4', null, null, null]);
  assert.match(caption, /n = 17\./);
  assert.doesNotMatch(caption, /differ from their counts/);
  assert.deepEqual(faults(data), []);
});

test('a printed percentage that is not its count by the denominator stays, and is named', () => {
  const data = adverseEventsData.parse({
    title: 't',
    arms: [{ patients: 17 }],
    terms: [{ term: 'Edema', results: [{ anyGrade: 5, printedAnyGradePercent: '31.3' }] }],
  });
  const { marks, caption } = adverseEventsFigure(data);
  assert.ok(marks.some((mark) => mark.kind === 'text' && mark.text === '5 (31.3%)'));
  assert.match(caption, /differ from their counts: Edema 31\.3% \(5\/17 is 29\.4%\)/);
});

test('counts, percentages and what is not reported', () => {
  const cases: readonly (readonly [number | null, string | undefined, number | null, string])[] = [
    [5, undefined, 17, '5 (29.4%)'],
    [5, '29', 17, '5 (29%)'],
    [0, undefined, 17, '0 (0.0%)'],
    [5, undefined, null, '5'],
    [null, '29.4%', null, '29.4%'],
    [null, undefined, 17, '\u2013'],
  ];
  for (const [count, printed, patients, text] of cases)
    assert.equal(numberText(count, printed, patients), text);
});

test('terms stand by their largest share, then by grade 3 or more; not reported is last', () => {
  const input = {
    title: 't',
    arms: [{ patients: 100 }, { patients: 10 }],
    terms: [
      { term: 'unreported', results: [{}, {}] },
      { term: 'count', results: [{ anyGrade: 30 }, { anyGrade: 1 }] },
      { term: 'share', results: [{ anyGrade: 10 }, { anyGrade: 4 }] },
      { term: 'severe', results: [{ anyGrade: 30, grade3Up: 3 }, { anyGrade: 1 }] },
    ],
  };
  const terms = (more: object) =>
    orderedTerms(adverseEventsData.parse({ ...input, ...more })).map(({ term }) => term);
  assert.deepEqual(terms({}), ['share', 'severe', 'count', 'unreported']);
  const byCount = terms({ arms: [{ patients: 1000 }, { patients: null }] });
  assert.deepEqual(byCount, ['severe', 'count', 'share', 'unreported'], 'a denominator is missing');
  assert.deepEqual(terms({ order: 'given' }), ['unreported', 'count', 'share', 'severe']);
});

test('two arms stand back to back on a page, and under each other in a column', () => {
  const data = adverseEventsData.parse({
    title: 't',
    arms: [
      { name: 'A', patients: 10 },
      { name: 'B', patients: 20 },
    ],
    terms: [
      {
        term: 'Nausea',
        results: [
          { anyGrade: 5, grade3Up: 1 },
          { anyGrade: 5, grade3Up: 1 },
        ],
      },
    ],
  });
  const ends = (width: number) =>
    adverseEventsFigure(data, { width }).marks.flatMap((mark) =>
      mark.kind === 'rectangle' && mark.fill === 'raised' && mark.hint !== undefined
        ? [{ from: mark.x, to: mark.x + mark.width, y: mark.y }]
        : [],
    );
  const [left, right] = ends(680);
  assert.ok(left !== undefined && right !== undefined && left.to < right.from && left.y === right.y);
  assert.equal(Math.round(left.to - left.from), Math.round(2 * (right.to - right.from)), '50% and 25%');
  const [upper, lower] = ends(340);
  assert.ok(upper !== undefined && lower !== undefined && upper.from === lower.from && upper.y < lower.y);
  assert.deepEqual(faults(data), []);
});

test('one term, two hundred, arms without a denominator and hostile names are drawn without a fault', () => {
  const terms = (names: readonly string[], arms: number) =>
    names.map((term, at) => ({
      term,
      results: Array.from({ length: arms }, (_, arm) => ({
        anyGrade: (at * 7 + arm) % 40,
        grade3Up: at % 3 === 0 ? null : 0,
      })),
    }));
  const many = Array.from({ length: 200 }, (_, at) => `Term ${at}`);
  const inputs = [
    { title: 't', arms: [{ patients: null }], terms: terms(['Nausea'], 1) },
    { title: 't', arms: [{ patients: 1 }], terms: [{ term: 'Nausea', results: [{}] }] },
    { title: 't', arms: [{ patients: 40 }], terms: terms(many, 1) },
    {
      title: 't',
      arms: hostileLabels.slice(0, 4).map((name) => ({ name, patients: 50 })),
      terms: terms(hostileLabels, 4),
    },
    {
      title: 't',
      arms: hostileLabels.slice(0, 2).map((name) => ({ name, patients: 999_999 })),
      terms: terms(hostileLabels, 2),
    },
  ];
  for (const input of inputs) assert.deepEqual(faults(adverseEventsData.parse(input)), []);
});

test('counts that cannot be are refused', () => {
  const base = { title: 't', arms: [{ patients: 5 }] };
  assert.match(
    refused({ ...base, terms: [{ term: 'x', results: [{ anyGrade: 1, grade3Up: 2 }] }] }),
    /more than 1 with any/,
  );
  assert.match(
    refused({ ...base, terms: [{ term: 'x', results: [{ anyGrade: 6 }] }] }),
    /6 are more than the 5 patients/,
  );
  assert.match(refused({ ...base, terms: [{ term: 'x', results: [] }] }), /x has 0 results for 1 arms/);
});

test('no random table has a fault', () => {
  const input = fc.integer({ min: 1, max: 4 }).chain((arms) => {
    const result = fc
      .record({ anyGrade: fc.option(fc.nat(50)), grade3Up: fc.option(fc.nat(50)) })
      .map(({ anyGrade, grade3Up }) => ({
        anyGrade,
        grade3Up: anyGrade !== null && grade3Up !== null ? Math.min(anyGrade, grade3Up) : grade3Up,
      }));
    return fc.record({
      title: anyLabel,
      arms: fc.array(fc.record({ name: anyLabel, patients: fc.option(fc.integer({ min: 50, max: 5000 })) }), {
        minLength: arms,
        maxLength: arms,
      }),
      terms: fc.array(
        fc.record({ term: anyLabel, results: fc.array(result, { minLength: arms, maxLength: arms }) }),
        { minLength: 1, maxLength: 20 },
      ),
    });
  });
  fc.assert(
    fc.property(input, (each) => {
      assert.deepEqual(faults(adverseEventsData.parse(each)), []);
    }),
    { numRuns: 40 },
  );
});
