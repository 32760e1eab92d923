/** Chromosome arms: calls and shares, who was assessed, few samples one by one, random cohorts without a fault. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLabel, faultsAtWidths, hostileLabels } from '../figure-checks.fixture.ts';
import { renderSvg } from '../svg/index.ts';
import { armCalls, armCounts } from './arm-calls.ts';
import { type ChromosomeArmsData, chromosomeArms, chromosomeArmsData } from './chromosome-arms-data.ts';
import { chromosomeArmsFigure } from './chromosome-arms-figure.ts';

const faults = (data: ChromosomeArmsData) => faultsAtWidths((width) => chromosomeArmsFigure(data, { width }));
const names = chromosomeArms.map(({ name }) => name);
const autosomal = names.filter((name) => !name.startsWith('X'));

/** Invented samples: arms in turn are gained and lost, the X chromosome is assessed in every second. */
const invented = (count: number): ChromosomeArmsData =>
  chromosomeArmsData.parse({
    title: 'Gains and losses of chromosome arms (invented samples)',
    samples: Array.from({ length: count }, (_, at) => ({
      id: `S-${at + 1}`,
      assessed: at % 2 === 0 ? 'all' : autosomal,
      gains: autosomal.filter((_name, arm) => (at * 5 + arm * 3) % 11 < 2),
      losses: autosomal.filter((_name, arm) => (at * 7 + arm * 5) % 13 < 2),
    })),
  });

for (const [name, count] of [
  ['shares', 24],
  ['samples', 6],
] as const)
  test(`the figure of ${name} is the one that was looked at`, (t) => {
    const svg = renderSvg(chromosomeArmsFigure(invented(count), { width: 340 }));
    t.assert.fileSnapshot(svg, join(import.meta.dirname, 'snapshots', `${name}.snap.svg`), {
      serializers: [(value: string) => value],
    });
    assert.deepEqual(faults(invented(count)), []);
  });

test('the arms are 39 of autosomes and two of X, in the order of the genome', () => {
  assert.equal(names.length, 41);
  assert.deepEqual(names.slice(0, 3), ['1p', '1q', '2p']);
  assert.deepEqual(names.slice(-4), ['21q', '22q', 'Xp', 'Xq']);
  for (const chromosome of ['13', '14', '15', '21', '22']) assert.ok(!names.includes(`${chromosome}p`));
});

test('gain, loss, both, neither and not assessed are five different things', () => {
  const [sample] = chromosomeArmsData.parse({
    title: 't',
    samples: [{ id: 'a', assessed: ['1p', '1q', '2p', '2q'], gains: ['1p', '1q'], losses: ['1q', '2p'] }],
  }).samples;
  assert.ok(sample !== undefined);
  const calls = armCalls(sample);
  assert.deepEqual(
    ['1p', '1q', '2p', '2q', '3p'].map((name) => calls.get(name)),
    ['gain', 'both', 'loss', 'none', 'notAssessed'],
  );
});

test('shares are of the samples in which the arm was assessed', () => {
  const samples = [
    ...Array.from({ length: 8 }, (_, at) => ({ id: `a${at}`, gains: ['1p'], losses: at < 2 ? ['1p'] : [] })),
    ...Array.from({ length: 12 }, (_, at) => ({ id: `b${at}`, assessed: ['1q'], losses: ['1q'] })),
  ];
  const data = chromosomeArmsData.parse({ title: 't', samples });
  const [first, second] = armCounts(data.samples);
  assert.deepEqual([first?.assessed, first?.gains, first?.losses], [8, 8, 2]);
  assert.deepEqual([second?.assessed, second?.gains, second?.losses], [20, 0, 12]);
  const { table, caption } = chromosomeArmsFigure(data);
  assert.deepEqual(table.rows[0], ['1p', 8, 8, 100, 2, 25]);
  assert.match(caption, /each arm assessed in 8 to 20, shares are of those/);
});

test('an arm that nobody assessed has no share and a cross', () => {
  const data = chromosomeArmsData.parse({
    title: 't',
    samples: Array.from({ length: 10 }, (_, at) => ({ id: `a${at}`, assessed: ['1p'], gains: ['1p'] })),
  });
  const { table, marks } = chromosomeArmsFigure(data);
  assert.deepEqual(table.rows[1], ['1q', 0, 0, null, 0, null]);
  const crosses = marks.filter(
    (mark) => mark.kind === 'glyph' && mark.shape === 'cross' && mark.hint !== undefined,
  );
  assert.equal(crosses.length, 40);
  assert.deepEqual(faults(data), []);
});

test('fewer than ten samples are shown one by one, each field with its words', () => {
  const { caption, marks, table } = chromosomeArmsFigure(invented(9));
  assert.match(caption, /9 samples, shown one by one/);
  assert.equal(new Set(marks.map(({ hint }) => hint).filter((hint) => hint?.startsWith('S-2, '))).size, 41);
  assert.ok(marks.some(({ hint }) => hint === 'S-2, Xq: not assessed'));
  assert.equal(table.rows.length, 9);
  assert.match(chromosomeArmsFigure(invented(10)).caption, /10 samples; each arm assessed in 5 to 10/);
});

test('a change of an arm that was not assessed, and names that are no arm, are refused', () => {
  const refused = (sample: object): string =>
    String(chromosomeArmsData.safeParse({ title: 't', samples: [{ id: 'a', ...sample }] }).error?.message);
  assert.match(refused({ assessed: ['1p'], gains: ['1q'] }), /1q is not among the arms assessed/);
  assert.match(refused({ gains: ['13p'] }), /Invalid option/);
});

test('no random cohort has a fault', () => {
  const arms = fc.subarray(names);
  const sample = fc.record({ id: anyLabel, group: anyLabel, gains: arms, losses: arms });
  fc.assert(
    fc.property(anyLabel, fc.array(sample, { minLength: 1, maxLength: 14 }), (title, samples) => {
      assert.deepEqual(faults(chromosomeArmsData.parse({ title, method: title, samples })), []);
    }),
    { numRuns: 30 },
  );
  const one = { title: hostileLabels.join(' '), samples: hostileLabels.map((id) => ({ id })) };
  assert.deepEqual(faults(chromosomeArmsData.parse(one)), []);
  assert.deepEqual(faults(invented(200)), []);
  assert.deepEqual(faults(invented(1)), []);
});
