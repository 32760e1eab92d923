/** Prevalence: exact intervals against R, paper 002, rows without anybody tested, random panels without a fault. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLabel, faultsAtWidths, hostileLabels } from '../figure-checks.fixture.ts';
import { renderSvg } from '../svg/index.ts';
import { kitPrevalence } from './kit-prevalence.fixture.ts';
import { type MutationPrevalenceData, mutationPrevalenceData } from './mutation-prevalence-data.ts';
import { mutationPrevalenceFigure } from './mutation-prevalence-figure.ts';

const faults = (data: MutationPrevalenceData) =>
  faultsAtWidths((width) => mutationPrevalenceFigure(data, { width }));
const of = (rows: readonly object[], more: object = {}): MutationPrevalenceData =>
  mutationPrevalenceData.parse({
    title: 't',
    mutation: 'KIT mutation',
    panels: [{ title: 'By exon', of: 'patients', rows, ...more }],
  });

test('the prevalence of KIT in paper 002 is the figure that was looked at', (t) => {
  const svg = renderSvg(mutationPrevalenceFigure(kitPrevalence(), { width: 340 }));
  t.assert.fileSnapshot(svg, join(import.meta.dirname, 'snapshots', 'kit-prevalence.snap.svg'), {
    serializers: [(value: string) => value],
  });
  assert.deepEqual(faults(kitPrevalence()), []);
});

test('intervals are those of binom.test in R 4.2', () => {
  const expected: readonly (readonly [number, number, number, number])[] = [
    [7, 17, 18.4437, 67.0753],
    [0, 4, 0, 60.2365],
    [10, 16, 35.4346, 84.8016],
  ];
  const { table } = mutationPrevalenceFigure(
    of(expected.map(([count, tested]) => ({ label: `${count}/${tested}`, count, tested }))),
  );
  expected.forEach(([, , lower, upper], at) => {
    assert.deepEqual(table.rows[at]?.slice(6, 8), [lower, upper]);
  });
});

test('a row with nobody tested says so and has no point', () => {
  const data = of([
    { label: 'Exon 9', count: 0, tested: 0 },
    { label: 'Exon 11', count: 0, tested: 5 },
  ]);
  const { marks, caption, table } = mutationPrevalenceFigure(data);
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  assert.ok(texts.includes('0/0') && texts.includes('none tested') && texts.includes('0/5'));
  assert.equal(marks.filter(({ kind }) => kind === 'glyph').length, 1);
  assert.match(caption, /1 row with nobody tested: no share, which is not a share of none/);
  assert.deepEqual(table.rows[0]?.slice(5, 8), [null, null, null]);
  assert.deepEqual(faults(data), []);
});

test('rows by frequency: the largest share first, nobody tested last; a printed share stays as printed', () => {
  const rows = [
    { label: 'none', count: 0, tested: 0 },
    { label: 'some', count: 1, tested: 10, printed: '11%' },
    { label: 'most', count: 9, tested: 10 },
  ];
  const { table, caption } = mutationPrevalenceFigure(of(rows, { order: 'frequency' }));
  assert.deepEqual(
    table.rows.map((row) => row[2]),
    ['most', 'some', 'none'],
  );
  assert.match(caption, /As printed: some 11%/);
});

test('one row, two hundred, and hostile names are drawn without a fault', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({ label: `Type ${at}`, count: at, tested: 200 }));
  const hostile = hostileLabels.map((label, at) => ({ label, count: at, tested: 9_000_000, printed: label }));
  for (const rows of [
    [{ label: 'x', count: 0, tested: 0 }],
    [{ label: 'x', count: 1, tested: 1 }],
    many,
    hostile,
  ])
    assert.deepEqual(faults(of(rows, { title: hostileLabels[1], of: hostileLabels[0] })), []);
});

test('more carriers than tested are refused', () => {
  assert.throws(() => of([{ label: 'x', count: 2, tested: 1 }]), /more carriers than tested/);
});

test('no random panel has a fault', () => {
  const row = fc
    .record({ label: anyLabel, tested: fc.nat(3000), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ label, tested, share }) => ({ label, tested, count: Math.round(share * tested) }));
  const panel = fc.record({
    title: anyLabel,
    of: anyLabel,
    order: fc.constantFrom('given', 'frequency'),
    rows: fc.array(row, { minLength: 1, maxLength: 12 }),
  });
  fc.assert(
    fc.property(anyLabel, fc.array(panel, { minLength: 1, maxLength: 4 }), (mutation, panels) => {
      assert.deepEqual(faults(mutationPrevalenceData.parse({ title: mutation, mutation, panels })), []);
    }),
    { numRuns: 40 },
  );
});
