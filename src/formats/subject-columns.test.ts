/** Columns by name: what is missing, what is no number, what may be open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSubjectColumns } from './subject-columns.ts';

const text = 'from,to,arm\n1,3,a\n2,,a\n5,Inf,b\nx,4,b\n3,9,\n,7,b\n';
const named = { numbers: ['from'], openNumbers: ['to'], labels: ['arm'] };

test('rows that lack something are left out, each with its reason', () => {
  const { value, issues } = readSubjectColumns(text, named);
  assert.deepEqual(
    value?.rows.map(({ line, numbers, labels }) => [line, numbers['from'], numbers['to'], labels['arm']]),
    [
      [2, 1, 3, 'a'],
      [3, 2, null, 'a'],
      [4, 5, null, 'b'],
    ],
  );
  assert.equal(value?.leftOut, 3);
  assert.deepEqual(
    issues.map(({ line, message }) => [line, message]),
    [
      [5, '"x" in "from" is no number; left out'],
      [6, '"arm" is missing; left out'],
      [7, '"from" is missing; left out'],
    ],
  );
});

test('a column that is not there, and a table without a usable row', () => {
  const { value, issues } = readSubjectColumns(text, { numbers: ['until'] });
  assert.equal(value, undefined);
  assert.deepEqual(
    issues.map(({ code, message }) => [code, message]),
    [['column-missing', 'the header has no column "until"; it has from, to, arm']],
  );
  assert.equal(readSubjectColumns('from\n', { numbers: ['from'] }).issues[0]?.code, 'input-empty');
  assert.equal(readSubjectColumns('', { numbers: ['from'] }).issues[0]?.code, 'input-empty');
});
