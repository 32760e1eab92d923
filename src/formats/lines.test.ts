/** Lines: wherever a file is cut into pieces, the lines are the same; what cannot be read is said and bounded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IssueLog } from './issue-log.ts';
import type { Line, TextChunks } from './line.ts';
import { type LineOptions, lineBatches } from './lines.ts';

async function linesOf(chunks: TextChunks, options: LineOptions = {}) {
  const log = new IssueLog();
  const lines: Line[] = [];
  for await (const batch of lineBatches(chunks, log, options)) lines.push(...batch);
  return { lines, log };
}
const texts = (lines: readonly Line[]): readonly string[] => lines.map(({ text }) => text);
const codes = (log: IssueLog): readonly string[] => log.issues.map(({ code }) => code);

const cases: readonly (readonly [what: string, text: string, lines: readonly string[]])[] = [
  ['one line without its end', 'a', ['a']],
  ['one line', 'a\n', ['a']],
  ['empty lines are lines', '\n\na\n\n', ['', '', 'a', '']],
  ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
  ['a byte order mark before the first line only', '\uFEFFa\n\uFEFFb', ['a', '\uFEFFb']],
];
for (const [what, text, expected] of cases) {
  test(what, async () => {
    const { lines } = await linesOf([text]);
    assert.deepEqual(texts(lines), expected);
    assert.deepEqual(
      lines.map(({ number }) => number),
      expected.map((_, index) => index + 1),
    );
  });
}

const fileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\t', 'é', '\u{1F9EC}'),
    ),
  )
  .map((parts) => parts.join('').replaceAll('\0', '').toWellFormed());

function cut<T extends string | Uint8Array>(whole: T, places: readonly number[]): T[] {
  const at = [...new Set(places.map((place) => place % (whole.length + 1)))].toSorted((a, b) => a - b);
  return [...at, whole.length].map((end, index) => whole.slice(at[index - 1] ?? 0, end) as T);
}

test('wherever the text is cut, the lines and the issues are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fileText, fc.array(fc.nat(200)), async (text, places) => {
      const whole = await linesOf([text]);
      const pieces = await linesOf(cut(text, places));
      assert.deepEqual(pieces.lines, whole.lines);
      assert.deepEqual(pieces.log.issues, whole.log.issues);
    }),
  );
});

test('bytes cut anywhere give the lines of the text', async () => {
  const encoder = new TextEncoder();
  await fc.assert(
    fc.asyncProperty(fileText, fc.array(fc.nat(200)), async (text, places) => {
      fc.pre(!text.startsWith('\u001F'));
      const whole = await linesOf([text]);
      const pieces = await linesOf(cut(encoder.encode(text), places));
      assert.deepEqual(pieces.lines, whole.lines);
    }),
  );
});

test('bytes that are not UTF-8 are decoded as the platform decodes them, and said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.array(fc.nat(60)), async (bytes, places) => {
      const clean = bytes.filter((byte) => byte !== 0);
      fc.pre(clean[0] !== 0x1f && clean[0] !== 0xff && clean[0] !== 0xfe);
      const { lines, log } = await linesOf(cut(clean, places));
      const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(clean).replace(/^\uFEFF/, '');
      const split = expected.split('\n').map((line) => line.replace(/\r$/, ''));
      assert.deepEqual(texts(lines), expected.endsWith('\n') || expected === '' ? split.slice(0, -1) : split);
      assert.equal(codes(log).includes('input-not-text'), /\uFFFD|\r(?!\n|$)/.test(expected));
    }),
  );
});

test('a line over the limit is passed over with its number, and those around it stand', async () => {
  for (const size of [4, 5, 7, 100]) {
    const { lines, log } = await linesOf(cut(`ab\n${'x'.repeat(6)}\ncd\n`, [size]), { longestLine: 5 });
    assert.deepEqual(lines, [
      { number: 1, text: 'ab' },
      { number: 3, text: 'cd' },
    ]);
    assert.deepEqual(
      log.issues.map(({ code, line }) => [code, line]),
      [['line-too-long', 2]],
    );
  }
});

test('a line of exactly the limit is read, with CRLF too', async () => {
  const { lines, log } = await linesOf(['abcde\r\nabcde'], { longestLine: 5 });
  assert.deepEqual(texts(lines), ['abcde', 'abcde']);
  assert.deepEqual(log.issues, []);
});

test('what is no text stops with an error that says what it is', async () => {
  const issueOf = async (chunk: string | Uint8Array) => (await linesOf([chunk])).log.issues[0];
  assert.match((await issueOf(new Uint8Array([0x1f, 0x8b, 8])))?.message ?? '', /gzip/);
  assert.match((await issueOf(new Uint8Array([0xff, 0xfe, 65, 0])))?.message ?? '', /UTF-16/);
  assert.match((await issueOf('ab\0c'))?.message ?? '', /NUL/);
  assert.equal((await issueOf(''))?.code, 'input-empty');
});

test('issues are kept up to the limit of their code and counted beyond it', () => {
  const log = new IssueLog(2);
  for (let line = 1; line <= 5; line += 1)
    log.add({ code: 'row-ragged', severity: 'warning', message: 'x', line });
  log.add({ code: 'row-malformed', severity: 'error', message: 'y', line: 9 });
  assert.deepEqual(
    log.issues.map(({ line }) => line),
    [1, 2, 9],
  );
  assert.deepEqual(log.counts, [
    { code: 'row-malformed', seen: 1, kept: 1 },
    { code: 'row-ragged', seen: 5, kept: 2 },
  ]);
  assert.equal(log.errors, 1);
});
