/** Funnels: what is refused and why, what the limits are, and no fault of layout for any studies at any width. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLabel, faultsAtWidths } from '../figure-checks.fixture.ts';
import { funnelData, funnelFigure } from '../index.ts';
import { funnelLimits } from './funnel-guides.ts';

const studies = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    label: `S${at}`,
    effect: 20 + 3 * at,
    standardError: 2 + at,
    patients: 5 + 10 * at,
  }));
const shares = { title: 'T', measure: 'Response (%)', method: 'exact', effect: 'sharePercent' } as const;

test('ten studies are drawn, nine are not, unless a printed funnel is checked', () => {
  const read = (count: number, more: object = {}) =>
    funnelData.safeParse({ ...shares, vertical: 'studySize', studies: studies(count), ...more });
  assert.equal(read(10).success, true);
  const refused = read(9);
  assert.match(refused.error?.message ?? '', /fewer than 10 studies/);
  const asked = funnelData.parse({
    ...shares,
    vertical: 'studySize',
    studies: studies(9),
    asReproduction: true,
  });
  assert.match(funnelFigure(asked).caption, /Fewer than ten studies/);
});

test('errors made from their effects are refused, whatever the number of studies', () => {
  for (const effect of ['sharePercent', 'logShare', 'logOdds'])
    assert.match(
      funnelData.safeParse({ ...shares, effect, vertical: 'standardError', studies: studies(20) }).error
        ?.message ?? '',
      /made from the effects themselves/,
      effect,
    );
  for (const effect of ['arcsine', 'ratio', 'difference'])
    assert.equal(
      funnelData.safeParse({ ...shares, effect, vertical: 'standardError', studies: studies(20) }).success,
      true,
      effect,
    );
  const asked = { ...shares, effect: 'logOdds', vertical: 'standardError', studies: studies(20) };
  assert.match(
    funnelFigure(funnelData.parse({ ...asked, asReproduction: true })).caption,
    /leans by arithmetic alone/,
  );
});

test('a value that the vertical axis needs is asked for at its study', () => {
  const bare = studies(10).map(({ label, effect }) => ({ label, effect }));
  const read = funnelData.safeParse({ ...shares, vertical: 'studySize', studies: bare });
  assert.deepEqual(read.error?.issues[0]?.path, ['studies', 0, 'patients']);
});

test('limits of a share: 1.96 binomial errors, within 0 and 100', () => {
  const data = funnelData.parse({ ...shares, vertical: 'studySize', pooled: 50, studies: studies(10) });
  const limits = funnelLimits(data);
  const [least] = limits;
  const most = limits.at(-1);
  assert.ok(least !== undefined && most !== undefined);
  // 50 and 5 patients: 1.96 x sqrt(50 x 50 / 5) = 43.8
  assert.ok(Math.abs(least.upper - 93.83) < 0.01);
  assert.ok(Math.abs(most.upper - (50 + 1.96 * Math.sqrt(2500 / 95))) < 1e-9);
  const low = funnelLimits({ ...data, pooled: 5 });
  assert.equal(low[0]?.lower, 0);
});

test('limits of a ratio are those of its logarithm', () => {
  const ratios = studies(10).map((study) => ({ ...study, standardError: study.standardError / 20 }));
  const data = funnelData.parse({
    ...shares,
    effect: 'ratio',
    vertical: 'standardError',
    pooled: 0.7,
    studies: ratios,
  });
  const last = funnelLimits(data).at(-1);
  assert.ok(last !== undefined);
  assert.ok(Math.abs(Math.sqrt(last.lower * last.upper) - 0.7) < 1e-12);
});

test('funnels of any studies have no fault', () => {
  const study = fc.record({
    label: anyLabel,
    effect: fc.double({ min: 0.05, max: 100, noNaN: true }),
    standardError: fc.double({ min: 0.01, max: 2, noNaN: true }),
    patients: fc.integer({ min: 1, max: 3000 }),
  });
  fc.assert(
    fc.property(
      anyLabel,
      anyLabel,
      fc.array(study, { minLength: 2, maxLength: 30 }),
      fc.constantFrom('sharePercent', 'ratio', 'logOdds', 'other'),
      fc.constantFrom('standardError', 'studySize'),
      fc.option(fc.double({ min: 0.1, max: 99, noNaN: true }), { nil: undefined }),
      (title, measure, all, effect, vertical, pooled) => {
        const data = funnelData.parse({
          title,
          measure,
          method: 'any',
          effect,
          vertical,
          asReproduction: true,
          studies: all,
          ...(pooled === undefined ? {} : { pooled }),
        });
        assert.deepEqual(
          faultsAtWidths((width) => funnelFigure(data, { width })),
          [],
        );
      },
    ),
    { numRuns: 60 },
  );
});
