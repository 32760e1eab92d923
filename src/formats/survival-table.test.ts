/** Tables of subjects: what is read, what is left out with its reason, and a column of events that cannot be read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSurvivalTable, type SurvivalTableColumns } from './survival-table.ts';

const named: SurvivalTableColumns = { time: 't', event: 'd' };
const codes = (text: string, more: Partial<SurvivalTableColumns> = {}): readonly string[] =>
  readSurvivalTable(text, { ...named, ...more }).issues.map(({ code, line }) => `${code} ${line ?? ''}`);

test('times, events, entries, groups and strata', () => {
  const { value, issues } = readSurvivalTable('t,d,e,g,s\n5,1,0,a,x\n6.5,no,2,b,x\n7,TRUE,1,a,y\n', {
    ...named,
    entry: 'e',
    group: 'g',
    stratum: 's',
  });
  assert.deepEqual(issues, []);
  assert.ok(value);
  assert.deepEqual(
    [value.groups, value.strata, value.subjects, value.leftOut],
    [['a', 'b'], ['x', 'y'], 3, 0],
  );
  assert.deepEqual(value.columns[0]?.[1], {
    time: Float64Array.of(6.5),
    event: Uint8Array.of(0),
    entry: Float64Array.of(2),
  });
  assert.equal(value.columns[1]?.[1]?.time.length, 0);
});

test('a column with codes 1 and 2 is not guessed', () => {
  assert.deepEqual(codes('t,d\n5,1\n6,2\n'), ['wrong-value 3']);
  const { value } = readSurvivalTable('t,d\n5,1\n6,2\n', { ...named, eventIs: '2' });
  assert.deepEqual(value?.columns[0]?.[0]?.event, Uint8Array.of(0, 1));
});

test('rows that are left out are named and counted', () => {
  const text = 't,d,e\n5,1,0\nNA,1,0\nfive,1,0\n6,,0\n7,1,7\n8,1,x\n';
  const { value, issues } = readSurvivalTable(text, { ...named, entry: 'e' });
  assert.deepEqual([value?.subjects, value?.leftOut], [1, 5]);
  assert.deepEqual(
    issues.map(({ line }) => line),
    [3, 4, 5, 6, 7],
  );
});

test('a column that is not there, and an empty table', () => {
  assert.deepEqual(codes('time,d\n5,1\n'), ['column-missing 1']);
  assert.deepEqual(codes('t,d\n'), ['input-empty ']);
  assert.deepEqual(codes(''), ['input-empty ']);
});

test('other separators, quotes, Windows line ends and a byte order mark', () => {
  const { value } = readSurvivalTable('\ufeff"t";"d"\r\n"5";"1"\r\n', named);
  assert.equal(value?.subjects, 1);
});

test("a row that begins with '#' is left out and said to be; a comment is no row", () => {
  const { value, issues } = readSurvivalTable('t,d\n# two rows follow\n5,1\n#6,1\n', named);
  assert.deepEqual([value?.subjects, value?.leftOut], [1, 1]);
  assert.deepEqual(
    issues.map(({ code, line }) => [code, line]),
    [['row-malformed', 4]],
  );
});

test('a column that stands twice is not chosen between', () => {
  assert.deepEqual(codes('t,d,t\n5,1,6\n'), ['wrong-value 1']);
});
