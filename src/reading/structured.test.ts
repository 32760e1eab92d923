/** Wrong inputs are told by code and place; what is right is read with its places; nothing throws or hangs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasErrors, type IssueCode, readStructured, type StructuredOptions } from './index.ts';

interface WrongInput {
  readonly name: string;
  readonly input: string | Uint8Array;
  readonly code: IssueCode;
  /** Line and column; absent for what concerns the whole file. */
  readonly at?: readonly [number, number];
  readonly says?: RegExp;
  readonly options?: StructuredOptions;
}

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x3a, 0]);
const deepMaps = Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]'].join('\n');
const json = { format: 'json' } as const;

const wrongInputs: readonly WrongInput[] = [
  {
    name: 'a file of 50 MB',
    input: new Uint8Array(50_000_000),
    code: 'input-too-large',
    says: /50\.0 MB.*5\.0 MB/,
  },
  { name: 'a text over the limit', input: 'a: ü', code: 'input-too-large', options: { maxBytes: 4 } },
  { name: 'UTF-16', input: utf16, code: 'input-not-text', at: [1, 1], says: /UTF-16; save it as UTF-8/ },
  { name: 'Latin-1', input: ascii('a: 1\nb: \xfc'), code: 'input-not-text', at: [2, 4], says: /Latin-1/ },
  { name: 'a PNG file', input: ascii('\x89PNG\r\n\x1a\n\0'), code: 'input-not-text', at: [1, 1] },
  { name: 'overlong UTF-8', input: Uint8Array.from([0xc0, 0xaf]), code: 'input-not-text', at: [1, 1] },
  { name: 'NUL', input: 'a: 1\nb: x\0', code: 'input-not-text', at: [2, 5], says: /NUL/ },
  { name: 'a control character', input: 'a: \x07', code: 'input-not-text', at: [1, 4], says: /U\+0007/ },
  { name: 'half a surrogate pair', input: 'a: \ud800', code: 'input-not-text' },
  { name: 'an empty file', input: '', code: 'input-empty' },
  { name: 'white space', input: ' \n\t\n', code: 'input-empty' },
  { name: 'comments alone', input: '# nothing\n', code: 'input-empty' },
  { name: 'an inner mapping on the line', input: 'a: b: c', code: 'yaml-syntax', at: [1, 4], says: /quotes/ },
  { name: 'a tab as indent', input: 'a:\n\tb: 1', code: 'yaml-syntax', at: [2, 1], says: /spaces/ },
  { name: 'wrong indent', input: 'a:\n    b: 1\n  c: 2', code: 'yaml-syntax', at: [3, 1] },
  { name: 'an open bracket', input: 'a: [1, 2\nb: 3', code: 'yaml-syntax', at: [2, 1] },
  { name: 'an open quote', input: 'a: 1\nb: "x', code: 'yaml-syntax', at: [2, 4], says: /quote/ },
  { name: 'a reserved character', input: 'a: @b', code: 'yaml-syntax', at: [1, 4], says: /quotes/ },
  { name: 'an unknown escape', input: 'a: "\\q"', code: 'yaml-syntax', at: [1, 5] },
  { name: 'an anchor', input: 'a: &x 1', code: 'yaml-aliases', at: [1, 4] },
  { name: 'an alias', input: 'a: *x', code: 'yaml-aliases', at: [1, 4] },
  { name: 'an alias bomb', input: bomb, code: 'yaml-aliases', at: [1, 4] },
  { name: 'a tag', input: 'a: !!js/function "x"', code: 'yaml-unsupported', at: [1, 4] },
  { name: 'a standard tag', input: 'a: !!binary aGk=', code: 'yaml-unsupported', at: [1, 4] },
  { name: 'YAML 1.1', input: '%YAML 1.1\n---\na: no', code: 'yaml-unsupported', at: [1, 1] },
  { name: 'two documents', input: 'a: 1\n---\nb: 2', code: 'yaml-unsupported', at: [2, 1] },
  { name: 'a merge key', input: 'a: 1\n<<: {b: 2}', code: 'yaml-unsupported', at: [2, 1] },
  { name: 'a number as key', input: 'a:\n  1: x', code: 'yaml-unsupported', at: [2, 3], says: /quotes/ },
  { name: 'true as key', input: 'true: x', code: 'yaml-unsupported', at: [1, 1] },
  { name: 'a list as key', input: '? [a]\n: x', code: 'yaml-unsupported', at: [1, 3] },
  { name: 'no key', input: 'a: 1\n: x', code: 'yaml-unsupported', at: [2, 1] },
  {
    name: 'a key twice',
    input: 'a: 1\nb:\n  c: 1\n  c: 2',
    code: 'duplicate-key',
    at: [4, 3],
    says: /"c".* 3:3;/,
  },
  {
    name: 'a key twice in JSON',
    input: '{"a": 1,\n "\\u0061": 2}',
    code: 'duplicate-key',
    at: [2, 2],
    says: / 1:2;/,
  },
  { name: '__proto__', input: 'a:\n  __proto__: {x: 1}', code: 'forbidden-key', at: [2, 3] },
  { name: '__proto__ in JSON', input: '[{"__proto__": {}}]', code: 'forbidden-key', at: [1, 3] },
  { name: 'constructor', input: '{"constructor": 1}', code: 'forbidden-key', at: [1, 2] },
  { name: 'prototype', input: 'prototype: 1', code: 'forbidden-key', at: [1, 1] },
  { name: 'deep brackets', input: `a: ${'['.repeat(1e5)}`, code: 'too-deep', at: [1, 67] },
  { name: 'deep lists on one line', input: `${'- '.repeat(1e5)}x`, code: 'too-deep', at: [1, 129] },
  { name: 'deep mappings', input: deepMaps, code: 'too-deep', at: [65, 65] },
  { name: 'deep JSON', input: '[{"a":'.repeat(1e5), code: 'too-deep', at: [1, 193] },
  {
    name: 'a depth of one too many',
    input: 'a: [1]',
    code: 'too-deep',
    at: [1, 4],
    options: { maxDepth: 1 },
  },
  {
    name: 'too many values',
    input: '- 1\n- 2\n- 3',
    code: 'input-too-large',
    at: [1, 4],
    options: { maxTokens: 5 },
  },
  {
    name: 'too many lines',
    input: `a: |\n${'  x\n'.repeat(1e5)}`,
    code: 'input-too-large',
    at: [100_001, 1],
  },
  { name: 'not a number', input: 'a: .nan', code: 'wrong-value', at: [1, 4] },
  { name: 'infinity', input: '[-.inf]', code: 'wrong-value', at: [1, 2], options: { format: 'yaml' } },
  { name: 'a number too large', input: '{"a": 1e999}', code: 'wrong-value', at: [1, 7] },
  { name: 'JSON cut off', input: '{"a": [1, 2', code: 'json-syntax', at: [1, 12], says: /cut off/ },
  { name: 'a comma too many', input: '{"a": 1,\n}', code: 'json-syntax', at: [1, 8], says: /comma/ },
  {
    name: 'single quotes in JSON',
    input: "{'a': 1}",
    code: 'json-syntax',
    at: [1, 2],
    says: /double quotes/,
  },
  { name: 'a comment in JSON', input: '[1,\n// x\n2]', code: 'json-syntax', at: [2, 1], says: /comments/ },
  { name: 'text after JSON', input: '{} x', code: 'json-syntax', at: [1, 4] },
  { name: 'an open text in JSON', input: '["a]', code: 'json-syntax', at: [1, 2] },
  { name: 'a line break in a text', input: '["a\nb"]', code: 'json-syntax', at: [1, 4] },
  { name: 'an unknown escape in JSON', input: '["a\\n\\x"]', code: 'json-syntax', at: [1, 6] },
  { name: 'a leading zero in JSON', input: '[01]', code: 'json-syntax', at: [1, 2] },
  { name: 'NaN in JSON', input: 'NaN', code: 'json-syntax', at: [1, 1], options: json },
  { name: 'no colon in JSON', input: '{"a" 1}', code: 'json-syntax', at: [1, 6] },
  { name: 'nothing after a colon', input: '{"a": }', code: 'json-syntax', at: [1, 7] },
];

for (const wrong of wrongInputs) {
  test(`wrong input: ${wrong.name}`, () => {
    const { value, issues } = readStructured(wrong.input, { source: 'in', ...wrong.options });
    const [issue] = issues;
    assert.equal(value, undefined);
    assert.equal(issue?.code, wrong.code, issue?.message);
    assert.equal(issue?.severity, 'error');
    assert.equal(issue?.source, 'in');
    assert.deepEqual([issue?.line, issue?.column], [...(wrong.at ?? [undefined, undefined])], issue?.message);
    assert.match(issue?.message ?? '', wrong.says ?? /./);
  });
}

test('nothing a document says reaches a prototype', () => {
  for (const input of [
    '{"__proto__": {"polluted": 1}}',
    '__proto__:\n  polluted: 1',
    '"__proto__": {polluted: 1}',
  ])
    assert.equal(readStructured(input).value, undefined);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  const { value } = readStructured('toString: 1\nhasOwnProperty: 2').value ?? {};
  assert.deepEqual(value, { toString: 1, hasOwnProperty: 2 });
});

test('a syntax fault does not hide the next one, and many are counted', () => {
  const two = readStructured('a: @x\nb: 1\nc: `y').issues;
  assert.deepEqual(
    two.map((issue) => [issue.code, issue.line]),
    [
      ['yaml-syntax', 1],
      ['yaml-syntax', 3],
    ],
  );
  const many = readStructured('1: x\n'.repeat(500)).issues;
  assert.equal(many.length, 101);
  assert.match(many.at(-1)?.message ?? '', /^400 more issues/);
});

const yaml =
  '# case\nname: "Ki <b>"\nki67: 1.10\nlist:\n  - a: yes\n    b:\n  - [1, 2]\nold: 0x1F\nid: 007\n';

test('values, places and printed forms of YAML', () => {
  const { value: document, issues } = readStructured(yaml, { source: 'c.yaml' });
  assert.deepEqual(document?.value, {
    name: 'Ki <b>',
    ki67: 1.1,
    list: [{ a: 'yes', b: null }, [1, 2]],
    old: 31,
    id: 7,
  });
  assert.deepEqual(document?.placeOf([]), { line: 2, column: 1 });
  assert.deepEqual(document?.placeOf(['ki67']), { line: 3, column: 7 });
  assert.deepEqual(document?.keyPlaceOf(['ki67']), { line: 3, column: 1 });
  assert.deepEqual(document?.placeOf(['list', 0]), { line: 5, column: 5 });
  assert.deepEqual(document?.placeOf(['list', 0, 'b']), { line: 6, column: 5 });
  assert.deepEqual(document?.placeOf(['list', 1, 1]), { line: 7, column: 9 });
  assert.equal(document?.placeOf(['list', 2]), undefined);
  assert.equal(document?.placeOf(['toString']), undefined);
  assert.deepEqual(document?.nearestPlaceOf(['list', 0, 'c', 4]), { line: 5, column: 5 });
  assert.equal(document?.printedAt(['ki67']), '1.10');
  assert.equal(document?.printedAt(['name']), 'Ki <b>');
  assert.equal(document?.printedAt(['old']), '0x1F');
  assert.equal(document?.printedAt(['list']), undefined);
  assert.deepEqual(
    issues.map((issue) => [issue.severity, issue.code, issue.line, issue.column]),
    [['warning', 'wrong-value', 9, 5]],
  );
});

test('values, places and printed forms of JSON', () => {
  const text = '{\n  "a": [1.10, {"b": "x\\n"}],\n  "é": null, "n": 12345678901234567890\n}';
  const { value: document, issues } = readStructured(text);
  assert.deepEqual(document?.value, JSON.parse(text));
  assert.deepEqual(document?.placeOf(['a', 1, 'b']), { line: 2, column: 21 });
  assert.deepEqual(document?.keyPlaceOf(['a', 1, 'b']), { line: 2, column: 16 });
  assert.equal(document?.keyPlaceOf(['a', 1]), undefined);
  assert.equal(document?.printedAt(['a', 0]), '1.10');
  assert.equal(document?.printedAt(['a', 1, 'b']), 'x\n');
  assert.deepEqual(
    issues.map((issue) => [issue.severity, issue.code, issue.path]),
    [['warning', 'wrong-value', ['n']]],
  );
});

test('the format comes from the option, then the extension, then the first character', () => {
  const isJson = (text: string, options: StructuredOptions) =>
    readStructured(text, options).issues.some((issue) => issue.code === 'json-syntax');
  assert.equal(isJson('{a: 1}', {}), true);
  assert.equal(isJson('{a: 1}', { source: 'x.YML' }), false);
  assert.equal(isJson('a: 1', { source: 'x.json' }), true);
  assert.equal(isJson('{a: 1}', { source: 'x.json', format: 'yaml' }), false);
});

test('byte order mark, line ends of Windows, YAML 1.2 head and non-Latin text are read', () => {
  const bytes = new TextEncoder().encode('\uFEFF%YAML 1.2\r\n---\r\na: "é 神 🧬"\r\nb: 2012-06\r\n...\r\n');
  const { value: document, issues } = readStructured(bytes);
  assert.deepEqual(issues, []);
  assert.deepEqual(document?.value, { a: 'é 神 🧬', b: '2012-06' });
  assert.deepEqual(document?.placeOf(['b']), { line: 4, column: 4 });
});

test('marks inside texts are texts', () => {
  const { value: document, issues } = readStructured(
    'a: "*x"\nb: x & y\nc: |\n  *x !y\nd: \'<<\'\n"<<": 1\ne: a!b*c',
  );
  assert.deepEqual(issues, []);
  const expected = { a: '*x', b: 'x & y', c: '*x !y\n', d: '<<', '<<': 1, e: 'a!b*c' };
  assert.deepEqual(document?.value, expected);
});

const yamlish = fc.string({
  unit: fc.constantFrom(
    ...'ab1:-[]{},&*!|>\'"%@#?~<. \n\t\\'.split(''),
    '  ',
    '\n- ',
    'a: ',
    '---\n',
    '__proto__',
    '\r',
  ),
  maxLength: 60,
});
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), yamlish, fc.json());

test('any text gives a value or an error, and never throws', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('yaml', 'json'), (text, format) => {
      const reading = readStructured(text, { format });
      assert.equal(reading.value === undefined, hasErrors(reading.issues));
      for (const issue of reading.issues) assert.doesNotMatch(issue.message, /cannot be read \(/);
    }),
    { numRuns: 3000 },
  );
});

test('any bytes give a value or an error, and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const reading = readStructured(bytes, { format: 'yaml' });
      assert.equal(reading.value === undefined, hasErrors(reading.issues));
    }),
    { numRuns: 2000 },
  );
});

test('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), yamlish), (text) => {
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expected = undefined;
      }
      const reading = readStructured(text, { format: 'json' });
      const refused = ['forbidden-key', 'duplicate-key', 'wrong-value'];
      if (reading.issues.some((issue) => refused.includes(issue.code))) return;
      assert.deepEqual(reading.value?.value, expected);
    }),
    { numRuns: 2000 },
  );
});
