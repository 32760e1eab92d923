/** The exact unconditional tests against base R (scripts/oracle/unconditional.R), their symmetry, and their place in the search. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import { pValueSearch, unconditionalP, unconditionalTests } from './index.ts';

const oracle = z.strictObject({
  source: z.string(),
  script: z.literal('scripts/oracle/unconditional.R'),
  cases: z.array(
    z.strictObject({
      function: z.literal('unconditional'),
      input: z.strictObject({ x: z.int(), n: z.int(), y: z.int(), m: z.int() }),
      expected: z.strictObject({ barnard: z.number(), boschloo: z.number() }),
    }),
  ),
});

test('as in R', () => {
  const file = new URL('oracle/unconditional.json', import.meta.url);
  const { cases } = oracle.parse(JSON.parse(readFileSync(file, 'utf8')));
  assert.ok(cases.length > 10);
  for (const { input, expected } of cases)
    for (const name of unconditionalTests) {
      const p = unconditionalP(name, { count: input.x, of: input.n }, { count: input.y, of: input.m });
      assert.ok(
        p !== null && Math.abs(p - expected[name]) <= 1e-9,
        `${name} of ${JSON.stringify(input)}: ${p}`,
      );
    }
});

test('as published', () => {
  // Mehta and Senchaudhuri (2003): 7 of 15 against 12 of 15, one-sided p 0.034 by the pooled z; the design is balanced.
  const p = unconditionalP('barnard', { count: 7, of: 15 }, { count: 12, of: 15 });
  assert.equal(((p ?? 0) / 2).toFixed(3), '0.034');
});

test('neither the order of the groups nor what is called a response matters', () => {
  fc.assert(
    fc.property(
      fc.nat(14),
      fc.nat(14),
      fc.integer({ min: 1, max: 14 }),
      fc.integer({ min: 1, max: 14 }),
      (a, b, n, m) => {
        const [one, other] = [
          { count: a % (n + 1), of: n },
          { count: b % (m + 1), of: m },
        ];
        for (const name of unconditionalTests) {
          const p = unconditionalP(name, one, other);
          const turned = unconditionalP(name, other, one);
          const without = unconditionalP(
            name,
            { count: n - one.count, of: n },
            { count: m - other.count, of: m },
          );
          assert.ok(p !== null && turned !== null && without !== null && p > 0 && p <= 1);
          assert.ok(Math.abs(p - turned) < 1e-9 && Math.abs(p - without) < 1e-9, `${p} ${turned} ${without}`);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('they are tried only where no usual test gives the p', () => {
  const groups = [
    { count: 9, of: [20] },
    { count: 4, of: [21] },
  ] as const;
  const found = pValueSearch('0.0772', ...groups);
  assert.ok(found.outcome === 'reproduced');
  assert.deepEqual(found.tests, ['boschloo']);
  const usual = pValueSearch('0.1001', ...groups);
  assert.ok(usual.outcome === 'reproduced');
  assert.deepEqual(usual.tests, ['fisher']);
  // Cut off, Fisher's p of 3/4 against 2/17 is .02.
  const cut = pValueSearch('.02', { percentage: '75', of: [4] }, { percentage: '11.8', of: [17] });
  assert.ok(cut.outcome === 'truncated');
  assert.ok(unconditionalTests.every((name) => !cut.tests.includes(name)));
});

test('groups with too many tables are left out', () => {
  assert.equal(unconditionalP('barnard', { count: 100, of: 300 }, { count: 120, of: 300 }), null);
  const large = pValueSearch('0.9', { count: 100, of: [300] }, { count: 150, of: [300] });
  assert.ok(large.outcome === 'notReproduced' && large.decisionError);
});
