/**
 * Inputs of 5 MB that are made to be slow, and those that only just pass the limits on lines and tokens, are answered in
 * seconds of processor time: what grows with the square of its length takes minutes. The limit leaves room for a busy machine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { hasErrors, readStructured, validate, writeYaml } from './index.ts';

const size = 5_000_000;
const filled = (unit: string) => unit.repeat(Math.floor(size / unit.length));

const inputs: readonly (readonly ['yaml' | 'json', string, () => string])[] = [
  ...[
    '"',
    "'",
    ':',
    ': ',
    '- ',
    '\n',
    '\r',
    '!',
    '&a ',
    ']',
    '[a, ',
    '{a: ',
    '? ',
    'a ',
    '---\n',
    '\u{1F9EC}',
  ].map((unit) => ['yaml', `of ${JSON.stringify(unit)}`, () => filled(unit)] as const),
  ...['"', ':', '-', '\\', 'x\n '].map(
    (unit) => ['yaml', `text of ${JSON.stringify(unit)}`, () => `a: "${filled(unit)}"`] as const,
  ),
  ...['[', '{"a":', '\n', '"', '\\', '1', '0.1e', '/'].map(
    (unit) => ['json', `of ${JSON.stringify(unit)}`, () => filled(unit)] as const,
  ),
  ...['\\"', '\\u00e9', 'x'].map(
    (unit) => ['json', `text of ${JSON.stringify(unit)}`, () => `["${filled(unit)}"]`] as const,
  ),
  ...['\\q', '\\Uffffffff', '\\x41', '\\uD83D'].map(
    (unit) => ['yaml', `escapes ${JSON.stringify(unit)}`, () => `["${filled(unit)}"]`] as const,
  ),
  ['yaml', 'commas', () => `[${','.repeat(119_000)}]`],
  ['yaml', 'comments at the wrong place', () => `[${'"a"#c\n'.repeat(23_000)}]`],
  ['yaml', 'block of lines', () => `a: |\n${'  x\n'.repeat(99_000)}${filled(' ')}`],
  ['yaml', 'folded lines', () => `a: >\n${'  x\n\n'.repeat(49_000)}`],
  ['yaml', 'plain lines', () => `a:\n${'  x\n'.repeat(99_000)}`],
  ['yaml', 'quoted lines', () => `a: "${`${' '.repeat(48)}\n`.repeat(99_000)}"`],
  ['yaml', 'keys', () => Array.from({ length: 18_000 }, (_, i) => `key${i}: v${i}`).join('\n')],
  ['yaml', 'one key again and again', () => 'a: 1\n'.repeat(18_000)],
  ['yaml', 'flow mappings', () => `[${'{a: 1},'.repeat(12_000)}]`],
  ['yaml', 'wrong values', () => `[${'@,'.repeat(39_000)}]`],
  ['yaml', 'closing brackets', () => ']'.repeat(119_000)],
  ['yaml', 'comments in a mapping', () => `a:\n${'  # c\n'.repeat(39_000)}  b: 1`],
  ['json', 'keys', () => `{${Array.from({ length: 99_000 }, (_, i) => `"k${i}":0`).join(',')}}`],
  ['json', 'mappings', () => `[${'{"a":[]},'.repeat(60_000)}0]`],
  ['json', 'numbers', () => `[${'0.10,'.repeat(199_000)}0]`],
];

const schema = z.strictObject({ a: z.union([z.string(), z.array(z.strictObject({ b: z.number() }))]) });

/** Seconds of processor time; on an idle machine the slowest takes under two. */
const limitSeconds = 10;

test('hostile inputs of 5 MB are answered in seconds', () => {
  for (const [format, name, make] of inputs) {
    const input = make().slice(0, size);
    const before = process.threadCpuUsage();
    const reading = readStructured(input, { format });
    if (reading.value !== undefined) validate(reading.value, schema);
    const spent = process.threadCpuUsage(before);
    const seconds = (spent.user + spent.system) / 1e6;
    assert.ok(seconds < limitSeconds, `${format} ${name} took ${seconds.toFixed(1)} s`);
    assert.equal(reading.value === undefined, hasErrors(reading.issues), name);
  }
});

const wrongItems = [
  ['{"kind":"a"}', 65_000],
  ['{"knid":1}', 65_000],
  ['0', 199_000],
] as const;

test('a schema of many options and a list of many wrong items are answered in seconds', () => {
  const option = (kind: string) => z.strictObject({ kind: z.literal(kind), value: z.number() });
  const kinds = z.discriminatedUnion('kind', [option('a'), option('b'), option('c')]);
  const loose = z.union([option('a'), option('b'), z.string(), z.array(z.string())]);
  for (const item of [kinds, loose]) {
    for (const [text, times] of wrongItems) {
      const document = readStructured(`[${`${text},`.repeat(times)}${text}]`).value;
      assert.ok(document !== undefined);
      const before = process.threadCpuUsage();
      const reading = validate(document, z.array(item));
      const spent = process.threadCpuUsage(before);
      assert.equal(reading.issues.length, 201);
      assert.match(reading.issues.at(-1)?.message ?? '', /^\d+ more issues are not shown/);
      const seconds = (spent.user + spent.system) / 1e6;
      assert.ok(seconds < limitSeconds, `${text} took ${seconds} s`);
    }
  }
});

test('large texts are written', () => {
  for (const unit of ['a', 'a ', '\n', 'a\n', ', ']) {
    const value = { text: filled(unit) };
    const text = writeYaml(value);
    assert.ok(text.length >= size);
  }
});
