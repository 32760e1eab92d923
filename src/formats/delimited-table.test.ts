/** Tables: headers, delimiters, quotes, comments, rows that do not fit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DelimitedTable, type TableOptions, tableRows } from './delimited-table.ts';
import { IssueLog } from './issue-log.ts';

function tableOf(text: string, options: TableOptions = {}) {
  const log = new IssueLog();
  const table = new DelimitedTable(log, options);
  const rows = text
    .split('\n')
    .map((line, index) => table.row({ number: index + 1, text: line }))
    .filter((row) => row !== undefined);
  return { table, rows, log };
}

const cellCases: readonly (readonly [what: string, text: string, cells: readonly string[]])[] = [
  ['tabs', 'a\tb\n1\t2', ['1', '2']],
  ['commas', 'a,b\n1,2', ['1', '2']],
  ['semicolons', 'a;b\n1,5;2', ['1,5', '2']],
  ['tab wins over comma', 'a,x\tb\n1,2\t3', ['1,2', '3']],
  ['quotes hold separators and quotes', 'a,b\n"1,""x""",2', ['1,"x"', '2']],
  ['empty cells', 'a,b,c\n,"",', ['', '', '']],
  ['quotes are text in tab tables', 'a\tb\n"x\ty"', ['"x', 'y"']],
  ['a tab table whose header is quoted is quoted', '"a"\t"b"\n"x"\t"y z"', ['x', 'y z']],
  ['trailing cells that lack are empty', 'a\tb\tc\n1', ['1', '', '']],
  ['empty cells beyond the header are dropped', 'a\tb\n1\t2\t\t', ['1', '2']],
  ['comments and blank lines stand anywhere', '#x\n\na\tb\n# y\n1\t2', ['1', '2']],
];
for (const [what, text, expected] of cellCases) {
  test(what, () => {
    assert.deepEqual(
      tableOf(text).rows.map(({ cells }) => cells),
      [expected],
    );
  });
}

test('columns are found by any of their names, whatever the case and the underscores', () => {
  const header = tableOf('Start_position\tEnd Position\tEnd_Position\n').table.header;
  assert.equal(header?.find('Start_Position'), 0);
  assert.equal(header?.find('nothing', 'END.POSITION'), 1);
  assert.equal(header?.find('nothing'), undefined);
});

test('a header may begin with the mark of comments', () => {
  const { table, rows } = tableOf('# made today\n#gene1\tgene2\nA\tB', {
    isHeader: (text) => text.startsWith('#gene1'),
  });
  assert.deepEqual(table.header?.columns, ['gene1', 'gene2']);
  assert.equal(table.header?.line, 2);
  assert.deepEqual(rows[0], { line: 3, cells: ['A', 'B'] });
});

test('a row with a cell too many is passed over, one with too few is kept; both are said', () => {
  const { rows, log, table } = tableOf('a,b\n1,2,3\n4\n5,6');
  assert.deepEqual(rows, [
    { line: 3, cells: ['4', ''] },
    { line: 4, cells: ['5', '6'] },
  ]);
  assert.deepEqual(
    log.issues.map(({ code, severity, line }) => [code, severity, line]),
    [
      ['row-ragged', 'error', 2],
      ['row-ragged', 'warning', 3],
    ],
  );
  assert.equal(table.passedOver.unusable, 1);
});

test('a quote that is not closed passes over its line only', () => {
  const { rows, log } = tableOf('a,b\n1,"2\n3,4\n5,"6"x');
  assert.deepEqual(rows, [{ line: 3, cells: ['3', '4'] }]);
  assert.deepEqual(
    log.issues.map(({ code, line, column }) => [code, line, column]),
    [
      ['row-malformed', 2, 3],
      ['row-malformed', 4, 3],
    ],
  );
});

test('cells written by RFC 4180 are read as they were', () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[\r\n]/g, ' '));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const header = cells.map((_, index) => `c${index}`).join(',');
      const row = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
      assert.deepEqual(tableOf(`${header}\n${row}`).rows[0]?.cells, cells);
    }),
  );
});

test('rows of a stream come with the header', async () => {
  const log = new IssueLog();
  const rows: string[] = [];
  for await (const batch of tableRows(['a\tb\n1', '\t2\n3\t4'], log))
    for (const row of batch.rows) rows.push(row.cells[batch.header.find('b') ?? -1] ?? '');
  assert.deepEqual(rows, ['2', '4']);
});
