/** Copy number: levels of genes in a matrix and in rows; segments stay segments. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cnaMatrix, cnaRows } from './formats.fixture.ts';
import { collectFindings, type FindingsOptions } from './index.ts';

async function read(text: string, options: FindingsOptions = {}) {
  const { findings, summary } = await collectFindings([text], options);
  const skipped = Object.fromEntries(summary.skipped.map(({ reason, count }) => [reason, count]));
  const issues = summary.issues.map(({ code, severity, line }) => [severity, code, line]);
  const changes = findings.map((each) =>
    each.kind === 'copyNumber' && each.alteration?.kind === 'copyNumber'
      ? [each.sample, each.gene, each.level, each.alteration.change]
      : [each.kind],
  );
  return { findings, summary, skipped, issues, changes };
}

test('levels of a matrix: -2 deep deletion, -1 loss, 1 gain, 2 amplification', async () => {
  const { changes, skipped, issues, summary } = await read(cnaMatrix);
  assert.deepEqual(changes, [
    ['S1', 'MYCN', '2', 'amplification'],
    ['S1', 'RB1', '-2', 'deepDeletion'],
    ['S2', 'RB1', '-1', 'loss'],
    ['S2', 'CDKN2A', '1', 'gain'],
  ]);
  assert.deepEqual(skipped, { neutral: 2, notProfiled: 1, malformed: 1 });
  assert.deepEqual(issues, [['error', 'wrong-value', 5]]);
  assert.deepEqual([summary.format, summary.rows, summary.samples], ['cna', 4, ['S1', 'S2']]);
});

test('one sample and one gene of a matrix', async () => {
  assert.deepEqual((await read(cnaMatrix, { sample: 'S2', genes: ['RB1'] })).changes, [
    ['S2', 'RB1', '-1', 'loss'],
  ]);
  assert.deepEqual((await read(cnaMatrix, { sample: 'S3' })).issues.at(-1), [
    'error',
    'sample-unknown',
    undefined,
  ]);
});

test('rows with words or levels, and the copies beside them', async () => {
  const { changes, findings, skipped, issues } = await read(cnaRows);
  assert.deepEqual(changes, [
    ['S1', 'MYCN', 'Amplification', 'amplification'],
    ['S1', 'RB1', '-2', 'deepDeletion'],
  ]);
  assert.equal(findings[0]?.kind === 'copyNumber' && findings[0].copies, '14');
  assert.deepEqual(skipped, { neutral: 1, malformed: 1 });
  assert.deepEqual(issues, [['error', 'wrong-value', 5]]);
});

const levels: readonly (readonly [cell: string, change: string | undefined])[] = [
  ['2', 'amplification'],
  ['2.0', 'amplification'],
  ['+1', 'gain'],
  ['AMP', 'amplification'],
  ['HOMDEL', 'deepDeletion'],
  ['deletion', 'deletion'],
  ['-1.5', undefined],
  ['3', undefined],
  ['12', undefined],
];
for (const [cell, change] of levels) {
  test(`a level of ${cell} is ${change ?? 'not read'}`, async () => {
    const { changes } = await read(`gene,CNA\nMYCN,${cell}\n`);
    assert.deepEqual(changes, change === undefined ? [] : [[undefined, 'MYCN', cell, change]]);
  });
}

test('the thresholded table of GISTIC 2 is a matrix', async () => {
  const { changes } = await read('Gene Symbol\tLocus ID\tCytoband\tS1\tS2\nRB1\t5925\t13q14.2\t0\t-2\n');
  assert.deepEqual(changes, [['S2', 'RB1', '-2', 'deepDeletion']]);
});

test('segments are kept with their values as printed, and no gene is called', async () => {
  const { findings, summary } = await read(
    'Chromosome\tStart\tEnd\tnMajor\tnMinor\n1\t809641\t37651942\t1\t0\n1\tx\t5\t1\t1\n2\t9\t3\t1\t1\n3\t1e+06\t2e+06\t2\t2\n',
  );
  assert.equal(summary.format, 'segments');
  assert.deepEqual(
    findings.map((each) => each.kind === 'segment' && [each.genomic, each.values, each.gene]),
    [
      [{ chromosome: '1', position: 809641, end: 37651942 }, { nMajor: '1', nMinor: '0' }, undefined],
      [{ chromosome: '3', position: 1_000_000, end: 2_000_000 }, { nMajor: '2', nMinor: '2' }, undefined],
    ],
  );
  assert.deepEqual(
    summary.issues.map(({ code, line }) => [code, line]),
    [
      ['row-malformed', 3],
      ['row-malformed', 4],
    ],
  );
});
