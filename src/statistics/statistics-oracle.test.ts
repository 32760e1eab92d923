/**
 * The room against two committed oracles: R (statistics-core.json) and 60-digit arithmetic by mpmath
 * (statistics-extreme.json), each printed by the script it names. Tolerances are relative.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { computations, departuresOfR } from './distribution-computations.fixture.ts';

interface Topic {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}
interface Oracle {
  readonly source: string;
  readonly script: string;
  readonly topics: Readonly<Record<string, Topic>>;
}

const oracles = ['statistics-core', 'statistics-extreme'].map(
  (name) => JSON.parse(readFileSync(new URL(`./oracle/${name}.json`, import.meta.url), 'utf8')) as Oracle,
);
const topics = oracles.flatMap((oracle) => Object.entries(oracle.topics));

test('each oracle names its software and the script that prints it', () => {
  assert.deepEqual(
    oracles.map(({ source, script }) => [/^\S+( version)? \d+\.\d+/.test(source), script]),
    [
      [true, 'scripts/oracle/statistics-core.R'],
      [true, 'scripts/oracle/statistics-extreme.py'],
    ],
  );
});

test('every topic of the oracles is compared', () => {
  assert.deepEqual(topics.map(([name]) => name).sort(), Object.keys(computations).sort());
});

for (const [name, { columns, rows }] of topics) {
  test(`${name}: ${rows.length} points`, () => {
    const computation = computations[name];
    assert.ok(computation !== undefined && rows.length > 5);
    const faults = rows.flatMap((row) => {
      const [first = 0, second = 0, third = 0] = row;
      const values = computation.compute(first, second, third);
      const expected = row.slice(computation.arguments);
      assert.equal(values.length, expected.length);
      const args = row.slice(0, computation.arguments).join(', ');
      const tolerance = departuresOfR[name]?.includes(args) ? 1e-6 : computation.tolerance;
      return expected.flatMap((wanted, index) => {
        const value = values[index] ?? Number.NaN;
        const error = Math.abs(value - wanted);
        const scale = Math.max(computation.floor ?? 0, Math.abs(wanted));
        // Below the smallest normal double the expected number itself has lost digits.
        if (error <= tolerance * scale || error < 2 ** -1022) return [];
        return [
          `${columns[computation.arguments + index]}(${args}) = ${value}, not ${wanted}: ${error / scale}`,
        ];
      });
    });
    assert.deepEqual(faults, []);
  });
}
