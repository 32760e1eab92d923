/** Tables of stains and biomarkers: results in words, and what is not a result. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { biomarkers, ihc } from './formats.fixture.ts';
import { collectFindings, type FindingsOptions } from './index.ts';

async function read(text: string, options: FindingsOptions = {}) {
  const { findings, summary } = await collectFindings([text], options);
  const skipped = Object.fromEntries(summary.skipped.map(({ reason, count }) => [reason, count]));
  const issues = summary.issues.map(({ code, severity, line }) => [severity, code, line]);
  return { findings, summary, skipped, issues };
}

test('stains with their share of cells, intensity, clone and score', async () => {
  const { findings, skipped, issues, summary } = await read(ihc);
  assert.equal(summary.format, 'ihc');
  assert.deepEqual(
    findings.map((each) => each.kind === 'stain' && [each.marker, each.status, each.pattern ?? '']),
    [
      ['Synaptophysin', 'positive', ''],
      ['RB1', 'negative', 'lost'],
      ['ATRX', 'positive', 'retained'],
      ['HER2', 'equivocal', ''],
      ['SSTR2a', 'positive', ''],
      ['Chromogranin', 'pending', ''],
    ],
  );
  assert.deepEqual(findings[4], {
    kind: 'stain',
    line: 6,
    sample: 'S1',
    status: 'positive',
    marker: 'SSTR2a',
    result: 'positive',
    cellsPercent: '80%',
    intensity: '2+',
    clone: 'UMB1',
    score: { system: 'H-score', value: '240' },
  });
  assert.deepEqual(skipped, { malformed: 1, notProfiled: 1 });
  assert.deepEqual(issues, [
    ['error', 'wrong-value', 7],
    ['warning', 'wrong-value', 9],
  ]);
});

test('biomarkers by their own words; "positive" of MSI could mean two things and is not read', async () => {
  const { findings, skipped, issues, summary } = await read(biomarkers);
  assert.equal(summary.format, 'biomarkers');
  assert.deepEqual(
    findings.map((each) => each.kind === 'biomarker' && [each.marker, each.status, each.value ?? '']),
    [
      ['MSI', 'negative', ''],
      ['MMR', 'negative', ''],
      ['TMB', 'unstated', '4.2 mut/Mb'],
      ['PD-L1', 'negative', '<1%'],
      ['MGMT', 'negative', ''],
    ],
  );
  assert.deepEqual(skipped, { malformed: 1, incomplete: 1 });
  assert.deepEqual(issues, [
    ['error', 'wrong-value', 7],
    ['error', 'wrong-value', 8],
  ]);
});

const results: readonly (readonly [marker: string, result: string, status: string | undefined])[] = [
  ['MSI', 'MSI-H', 'positive'],
  ['MSI', 'MSI-low', 'negative'],
  ['microsatellite status', 'stable', 'negative'],
  ['MMR', 'dMMR', 'positive'],
  ['MMR', 'negative', undefined],
  ['TMB', 'high', 'positive'],
  ['MGMT', 'methylated', 'positive'],
  ['MGMT', 'positive', undefined],
  ['PDL1', 'expressed', 'positive'],
  ['HER2', '1+', 'negative'],
  ['HER2', '2+', 'equivocal'],
  ['HER2', '3+', 'positive'],
  ['Ki-67 hot spot', '2+', 'positive'],
  ['INSM1', 'not done', 'notTested'],
  ['INSM1', 'QNS', 'failed'],
  ['INSM1', 'POSITIVE', 'positive'],
  ['INSM1', 'weak', undefined],
];
for (const [marker, result, status] of results) {
  test(`${marker} ${result} is ${status ?? 'not read'}`, async () => {
    const { findings } = await read(`marker\tresult\n${marker}\t${result}\n`);
    assert.deepEqual(
      findings.map((each) => each.status),
      status === undefined ? [] : [status],
    );
  });
}

test('in a mixed table the marker decides between a stain and a biomarker', async () => {
  const { findings, summary } = await read('marker,result\nMSI,stable\nRB1,lost\nTMB,low\n');
  assert.equal(summary.format, 'markers');
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['biomarker', 'stain', 'biomarker'],
  );
});

test('a sign that may mean negative or nothing is no result', async () => {
  const { findings, skipped } = await read('marker,result\nSSTR2,-\nSSTR2,+\n');
  assert.deepEqual(
    findings.map(({ status }) => status),
    ['positive'],
  );
  assert.deepEqual(skipped, { notProfiled: 1 });
});
