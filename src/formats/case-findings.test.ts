/** Findings of a file in a case record: what is written is read by the record, and what is left out has its reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from '../case/index.ts';
import { issueText } from '../reading/index.ts';
import { biomarkers, cnaMatrix, cnaRows, ihc, maf, snpEffVcf, vepVcf } from './formats.fixture.ts';
import { caseFindingsYaml, collectFindings, type FindingsOptions, findingsForCase } from './index.ts';

const record = `cajal: case/1
id: made-up
title: Made up for a test
provenance: { kind: clinical }
patient: { sex: notStated }
`;

async function entriesOf(text: string, options: FindingsOptions = {}) {
  const { findings } = await collectFindings([text], options);
  return findingsForCase(findings, { source: 'file.txt' });
}

const files: readonly (readonly [what: string, text: string, options?: FindingsOptions])[] = [
  ['VEP', vepVcf],
  ['SnpEff', snpEffVcf],
  ['MAF', maf, { sample: 'S2' }],
  ['a matrix of levels', cnaMatrix, { sample: 'S1' }],
  ['rows of levels', cnaRows],
  ['stains', ihc],
  ['biomarkers', biomarkers],
];
for (const [what, text, options] of files) {
  test(`${what}: the YAML is read as part of a case record without an error`, async () => {
    const entries = await entriesOf(text, options);
    const yaml = caseFindingsYaml(entries);
    const { value, issues } = readCase(`${record}${yaml}`);
    assert.deepEqual(issues.filter(({ severity }) => severity === 'error').map(issueText), []);
    assert.equal(value?.record.findings.length, entries.findings.length);
    assert.equal(value?.record.biomarkers.length, entries.biomarkers.length);
    assert.equal(value?.record.pathology[0]?.stains.length ?? 0, entries.stains.length);
    const written = entries.findings.length + entries.biomarkers.length + entries.stains.length;
    assert.ok(written > 0);
  });
}

test('a variant keeps its notation, share of reads and place', async () => {
  const { findings } = await entriesOf(vepVcf);
  assert.deepEqual(findings[0], {
    id: 'kit-p.val560del',
    gene: 'KIT',
    alteration: 'p.Val560del',
    coding: 'c.1679_1681del',
    status: 'positive',
    vafPercent: '25%',
    note: 'file.txt line 8; sample T1; GRCh38 chr4:54727443 TGTT>T; ENST00000288135.6; inframe_deletion; AD 150,50',
  });
});

test('what is left out has its reason, in the entries and in the YAML', async () => {
  const entries = await entriesOf(vepVcf);
  assert.deepEqual(entries.leftOutCounts, { silent: 1, noGene: 1, placesOnly: 2 });
  assert.deepEqual(
    entries.leftOut.map(({ reason, finding }) => [reason, finding.line]),
    [
      ['silent', 11],
      ['noGene', 12],
      ['placesOnly', 14],
      ['placesOnly', 15],
    ],
  );
  assert.match(caseFindingsYaml(entries), /^# left out: 1 \(names no gene\)$/m);
});

test('a value without a result is not given one', async () => {
  const { biomarkers: written, leftOutCounts } = await entriesOf(biomarkers);
  assert.deepEqual(leftOutCounts, { noResult: 1 });
  assert.equal(
    written.some(({ marker }) => marker === 'TMB'),
    false,
  );
});

test('findings of two samples are not put into one record', async () => {
  const { findings, issues } = await entriesOf(maf);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    issues.map(({ code, severity }) => [code, severity]),
    [['sample-unknown', 'error']],
  );
});

test('the same change twice gets two ids, and more than a record takes is counted', async () => {
  const rows = Array.from({ length: 301 }, () => 'KIT\tMissense_Mutation\tp.V559D');
  const text = ['Hugo_Symbol\tVariant_Classification\tHGVSp_Short', ...rows].join('\n');
  const { findings, leftOutCounts } = await entriesOf(text);
  assert.deepEqual(
    findings.slice(0, 2).map(({ id }) => id),
    ['kit-p.v559d', 'kit-p.v559d-2'],
  );
  assert.deepEqual([findings.length, leftOutCounts], [300, { tooMany: 1 }]);
});
