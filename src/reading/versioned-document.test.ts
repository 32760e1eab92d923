/** Heads of files: what is read, what is brought up, and what is refused with what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type IssueCode,
  readStructured,
  readVersioned,
  type Upcaster,
  unpositionedDocument,
} from './index.ts';

function renamed(value: unknown, from: string, to: string): unknown {
  assert.ok(typeof value === 'object' && value !== null);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key === from ? to : key, member]));
}
const upcasters: Record<number, Upcaster> = {
  1: (value) => renamed(value, 'ki', 'ki67'),
  2: (value) => renamed(value, 'ki67', 'ki67Percent'),
};

function read(text: string, given: Readonly<Record<number, Upcaster>> = upcasters) {
  const document = readStructured(text, { source: 'a.yaml' }).value;
  assert.ok(document !== undefined);
  return readVersioned({ document, kind: 'cajal/case', current: 3, upcasters: given });
}

test('the present version is read as it stands', () => {
  const { value, issues } = read('cajal: case/3\nki67Percent: 1.10');
  assert.deepEqual(issues, []);
  assert.deepEqual(value?.value, { cajal: 'case/3', ki67Percent: 1.1 });
  assert.equal(value?.printedAt(['ki67Percent']), '1.10');
});

test('an older version takes every step, says so, and names its new version', () => {
  const { value, issues } = read('# old\ncajal: case/1\nki: 5');
  assert.deepEqual(value?.value, { cajal: 'case/3', ki67Percent: 5 });
  assert.deepEqual(value?.nearestPlaceOf(['ki67Percent']), { line: 2, column: 1 });
  assert.deepEqual(
    issues.map((issue) => [issue.severity, issue.code, issue.line, issue.column]),
    [['info', 'upcast', 2, 8]],
  );
  assert.match(issues[0]?.message ?? '', /case\/1 was read as case\/3/);
});

const refusals: readonly (readonly [string, IssueCode, number, number, RegExp])[] = [
  ['ki: 5', 'missing-key', 1, 1, /begin the file with "cajal: case\/3"/],
  ['ki: 5\ncajal: case/4', 'unknown-version', 2, 8, /newer than case\/3.*use a newer Cajal/],
  ['cajal: cas/1', 'unknown-version', 1, 8, /did you mean "cajal: case\/3"/],
  ['cajal: knowledge/1', 'unknown-version', 1, 8, /not a case file but "knowledge"/],
  ['cajal: case', 'unknown-version', 1, 8, /names no kind and version/],
  ['cajal: case/0', 'unknown-version', 1, 8, /names no kind and version/],
  ['cajal: case/1.5', 'unknown-version', 1, 8, /names no kind and version/],
  ['cajal: 3', 'unknown-version', 1, 8, /the number 3 names no kind/],
  ['cajal: {case: 1}', 'unknown-version', 1, 8, /a mapping names no kind/],
  ['- case/3', 'wrong-type', 1, 1, /a mapping that begins with "cajal: case\/3"/],
];

for (const [text, code, line, column, says] of refusals) {
  test(`refused: ${JSON.stringify(text)}`, () => {
    const { value, issues } = read(text);
    const [issue] = issues;
    assert.equal(value, undefined);
    assert.deepEqual([issue?.code, issue?.severity, issue?.source], [code, 'error', 'a.yaml']);
    assert.deepEqual([issue?.line, issue?.column], [line, column]);
    assert.match(issue?.message ?? '', says);
  });
}

test('a step that is missing or that fails refuses the file and does not throw', () => {
  assert.match(
    read('cajal: case/1', {}).issues[0]?.message ?? '',
    /no longer read; write the file as case\/3/,
  );
  const failing = { 1: () => assert.fail('no specimens') };
  assert.match(read('cajal: case/1', failing).issues[0]?.message ?? '', /case\/1 .* case\/2: no specimens/);
});

test('a value in memory is read without places', () => {
  const document = unpositionedDocument({ cajal: 'criteria/1' });
  assert.equal(readVersioned({ document, kind: 'cajal/criteria', current: 1 }).value?.value, document.value);
  const [issue] = readVersioned({ document, kind: 'cajal/knowledge', current: 1 }).issues;
  assert.deepEqual([issue?.code, issue?.line], ['unknown-version', undefined]);
});
