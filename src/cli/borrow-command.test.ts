/** `cajal stats borrow`: the order of its tables, what it refuses, and what JSON holds. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'cajal-borrow-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function tableOf(name: string, rows: readonly (readonly [string, number, number])[]): string {
  const path = join(folder, name);
  writeFileSync(path, `basket\tresponses\tpatients\n${rows.map((row) => row.join('\t')).join('\n')}\n`);
  return path;
}

function borrow(path: string, ...asked: readonly string[]) {
  const columns = ['--basket', 'basket', '--responses', 'responses', '--patients', 'patients'];
  const given = ['--disable-warning=ExperimentalWarning', main, 'stats', 'borrow', path, ...columns];
  const done = spawnSync(process.execPath, [...given, '--threshold', '0.2', ...asked], { encoding: 'utf8' });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const three = tableOf('three.tsv', [
  ['A', 9, 14],
  ['B', 1, 12],
  ['D', 0, 0],
]);

test('without borrowing first; an empty basket has a prediction and nothing else', () => {
  const { status, out } = borrow(three);
  assert.equal(status, 0);
  assert.ok(out.startsWith('by itself'));
  assert.ok(out.indexOf('by itself') < out.indexOf('with the others'));
  const lines = out.split('\n').filter((line) => line.startsWith('D '));
  assert.match(lines[0] ?? '', /0\/0\s+no patients$/);
  assert.match(lines[1] ?? '', /prediction/);
  assert.equal(lines.filter((line) => /EXNEX|exchangeability|robust/.test(line)).length, 0);
  assert.doesNotMatch(out, /declared active/);
});

test('eight baskets: no exchangeability models, with the reason, and all else', () => {
  const eight = tableOf(
    'eight.tsv',
    Array.from({ length: 8 }, (_, at) => [`b${at}`, at, 10] as const),
  );
  const { status, out } = borrow(eight, '--cutoff', '0.9');
  assert.equal(status, 0);
  assert.match(out, /no exchangeability models: 8 baskets have 2\^28 models/);
  assert.match(out, /b7\s+EXNEX/);
  assert.match(out, /not enumerated/);
});

test('counts that are none are refused', () => {
  const wrong = tableOf('wrong.tsv', [['A', 15, 14]]);
  const { status, err } = borrow(wrong);
  assert.notEqual(status, 0);
  assert.match(err, /15 of 14 is no count of patients/);
  assert.match(borrow(three, '--cutoff', '90').err, /is no share between 0 and 1/);
});

test('JSON names the baskets and holds every reading', () => {
  const shape = z.looseObject({
    baskets: z.array(z.looseObject({ basket: z.string(), unborrowed: z.unknown() })),
    sensitivity: z.array(z.looseObject({ prior: z.string() })),
  });
  const { baskets, sensitivity } = shape.parse(JSON.parse(borrow(three, '--json').out));
  assert.deepEqual(
    baskets.map(({ basket }) => basket),
    ['A', 'B', 'D'],
  );
  assert.equal(baskets[2]?.unborrowed, null);
  assert.equal(sensitivity.length, 4);
});
