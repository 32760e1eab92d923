/** The writer quotes what could be misread, and what it writes reads back as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readStructured, writeYaml } from './index.ts';

function readBack(value: unknown): unknown {
  const text = writeYaml(value);
  const reading = readStructured(text, { format: 'yaml', maxDepth: 200 });
  assert.deepEqual(reading.issues, [], text);
  return reading.value?.value;
}

test('texts that look like something else are quoted, others are not', () => {
  const quoted = [
    '1.10',
    '2012-06',
    '2012-06-01',
    'no',
    'Yes',
    'on',
    'null',
    '~',
    'day 28',
    'exon 11',
    '5 %',
    '<1',
  ]
    .concat([
      '1:30',
      '0x1F',
      '-',
      '',
      ' a',
      'a ',
      '- a',
      'a: b',
      'a #b',
      '<<',
      '*a',
      '&a',
      '!a',
      '@a',
      '%a',
      '#a',
    ])
    .concat(['.5', '+5', '[a]', '{a}', 'true', 'y', '>5', '|', '?', ',a', '`a', '"a"', "'a'", '=', 'a:']);
  for (const text of quoted) {
    assert.match(writeYaml({ key: text }), /^key: '.*'\n$/, text);
    const byYaml11: unknown = parse(writeYaml({ key: text }), { version: '1.1' });
    assert.deepEqual(byYaml11, { key: text });
  }
  for (const text of [
    'G2',
    'Ki-67 of 5 %',
    'p.Val600Glu',
    'c.1799T>A',
    'NM_000222.3:c.1669T>A',
    'liver, left lobe',
  ])
    assert.equal(writeYaml({ key: text }), `key: ${text}\n`);
});

test('keys keep their order; lists, empty values and prose are laid out', () => {
  const prose = `Progression ${'of the liver lesions '.repeat(8)}was seen.`;
  const value = { b: 1, a: [{ x: 1, list: [] }, [1, 2], {}], note: 'one\n\n  two\n', none: null, prose };
  assert.equal(
    writeYaml(value, { lineWidth: 60 }),
    `b: 1
a:
  - x: 1
    list: []
  - - 1
    - 2
  - {}
note: |
  one

    two
none: null
prose: >-
  Progression of the liver lesions of the liver lesions of
  the liver lesions of the liver lesions of the liver
  lesions of the liver lesions of the liver lesions of the
  liver lesions was seen.
`,
  );
  assert.deepEqual(readBack(value), value);
});

test('members that are undefined are left out; what JSON cannot hold is refused', () => {
  assert.equal(writeYaml({ a: undefined, b: 1 }), 'b: 1\n');
  for (const value of [Number.NaN, { a: () => 1 }, [1n], JSON.parse('{"__proto__": 1}')])
    assert.throws(() => writeYaml(value), TypeError);
});

const forbidden = ['__proto__', 'constructor', 'prototype'];
const awkward = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', '\t', '\r', 'a', '-', ':', '#', "'", '"', '\\', '1', '.', ',', '>', '|'),
  }),
  fc.string({
    unit: fc.constantFrom('\u0085', '\u2028', '\uFEFF', '\u0000', '\u00A0', '\u3000', 'e', ' ', '\uD800'),
  }),
  fc.array(fc.string({ minLength: 1 }), { minLength: 10, maxLength: 40 }).map((words) => words.join(' ')),
);
const keys = awkward.filter((key) => !forbidden.includes(key));
const { value: anyJson } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    awkward,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test('any JSON value reads back as it was written', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      assert.deepEqual(readBack(value), value);
    }),
    { numRuns: 1500 },
  );
});

test('long keys read back', () => {
  const value = { ['a'.repeat(1500)]: { b: 'x' }, [`- ${"'".repeat(700)}`]: [1] };
  assert.deepEqual(readBack(value), value);
});
