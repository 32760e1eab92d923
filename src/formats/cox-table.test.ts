/** Tables of a model: numbers, categories with their reference, and what is refused or left out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CoxTableColumns, readCoxTable } from './cox-table.ts';

const named: CoxTableColumns = { time: 't', event: 'd', covariates: ['age', 'site'] };
const codes = (text: string, more: Partial<CoxTableColumns> = {}): readonly string[] =>
  readCoxTable(text, { ...named, ...more }).issues.map(({ code, line }) => `${code} ${line ?? ''}`);
const text = 't,d,e,age,site,s,c,w\n5,1,0,60,lung,1,a,1\n6,0,2,61.5,gut,2,a,0.5\n7,yes,1,59,pancreas,1,b,2\n';

test('numbers stay numbers, and text becomes columns of 0 and 1 against the first level', () => {
  const { value, issues } = readCoxTable(text, {
    ...named,
    entry: 'e',
    strata: 's',
    clusters: 'c',
    weights: 'w',
  });
  assert.deepEqual(issues, []);
  assert.deepEqual(value, {
    columns: {
      time: Float64Array.of(5, 6, 7),
      event: Uint8Array.of(1, 0, 1),
      entry: Float64Array.of(0, 2, 1),
      strata: ['1', '2', '1'],
      clusters: ['a', 'a', 'b'],
      weights: Float64Array.of(1, 0.5, 2),
      covariates: [
        { name: 'age', values: Float64Array.of(60, 61.5, 59) },
        { name: 'site=lung', values: Float64Array.of(1, 0, 0) },
        { name: 'site=pancreas', values: Float64Array.of(0, 0, 1) },
      ],
    },
    terms: [
      { name: 'age', covariates: ['age'] },
      { name: 'site', covariates: ['site=lung', 'site=pancreas'], reference: 'gut' },
    ],
    lines: [2, 3, 4],
    leftOut: 0,
  });
});

test('a reference is chosen, and numbers are categories where asked', () => {
  const { value } = readCoxTable(text, { ...named, references: { site: 'lung' }, factors: ['age'] });
  assert.deepEqual(
    value?.terms.map(({ covariates, reference }) => [covariates, reference]),
    [
      [['age=60', 'age=61.5'], '59'],
      [['site=gut', 'site=pancreas'], 'lung'],
    ],
  );
});

test('rows that lack a value are left out and counted', () => {
  const lacking = 't,d,age,site\n5,1,60,a\n6,1,NA,b\n7,0,61,\n,1,60,a\n8,1,62,b\n';
  const { value } = readCoxTable(lacking, named);
  assert.deepEqual([value?.lines, value?.leftOut], [[2, 6], 3]);
  assert.deepEqual(codes(lacking), ['row-malformed 3', 'row-malformed 4', 'row-malformed 5']);
  assert.deepEqual(codes('t,d,age,site,w\n5,1,60,a,0\n6,1,61,b,1\n7,1,60,a,1\n', { weights: 'w' }), [
    'row-malformed 2',
  ]);
});

test('what would be read wrongly is refused', () => {
  const rows: readonly (readonly [string, string, Partial<CoxTableColumns>, readonly string[]])[] = [
    ['codes of the event', 't,d,age,site\n5,1,60,a\n6,2,61,b\n', {}, ['wrong-value 3']],
    ['numbers and text in one column', 't,d,age,site\n5,1,60,a\n6,1,>60,b\n', {}, ['wrong-value 3']],
    ['a category that does not vary', 't,d,age,site\n5,1,60,a\n6,1,61,a\n', {}, ['wrong-value ']],
    ['a reference that nobody has', text, { references: { site: 'skin' } }, ['wrong-value ']],
    ['a factor that is no covariate', text, { factors: ['s'] }, ['wrong-value ']],
    ['a column that is not there', text, { covariates: ['stage'] }, ['column-missing 1']],
    ['no row', 't,d,age,site\n', {}, ['input-empty ']],
  ];
  for (const [what, given, more, expected] of rows) assert.deepEqual(codes(given, more), expected, what);
});

test("a row that begins with '#' is left out and said to be, and a column that stands twice is refused", () => {
  const given = { time: 't', event: 'd', covariates: ['x'] };
  const { value, issues } = readCoxTable('t,d,x\n5,1,2\n#6,1,3\n7,0,4\n', given);
  assert.deepEqual([value?.lines, value?.leftOut], [[2, 4], 1]);
  assert.match(issues[0]?.message ?? '', /marks a comment/);
  assert.match(
    readCoxTable('t,d,x,x\n5,1,2,3\n', given).issues[0]?.message ?? '',
    /more than one column "x"/,
  );
});
