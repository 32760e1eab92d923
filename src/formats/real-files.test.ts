/**
 * Files of real tumours, with counts known beforehand: an example tumour of PCGR (VCF, segments, fusions), the MAF,
 * segments and GISTIC tables of TCGA acute myeloid leukaemia as maftools holds them.
 */
import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { collectFindings, type FindingsOptions, type SmallVariantFinding } from './index.ts';

const data = process.env['CAJAL_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const pathOf = (name: string): string => join(data, name);
const skipWithout = (name: string): string | false =>
  existsSync(pathOf(name)) ? false : `${pathOf(name)} is not there`;

function read(name: string, options: FindingsOptions = {}) {
  const file = createReadStream(pathOf(name));
  return collectFindings(name.endsWith('.gz') ? file.pipe(createGunzip()) : file, options);
}

const vcf = 'pcgr/T001-COAD.grch38.vcf.gz';
test('a VCF without annotation: every row a place, its share of reads by the field named', {
  skip: skipWithout(vcf),
}, async () => {
  const { findings, summary } = await read(vcf, { fraction: { name: 'TVAF', unit: 'fraction' } });
  assert.deepEqual([summary.format, summary.rows, summary.kept], ['vcf', 3313, { smallVariant: 3313 }]);
  assert.deepEqual([summary.annotation, summary.skipped, summary.issueCounts], ['none', [], []]);
  assert.equal(
    findings.every((each) => each.kind === 'smallVariant' && each.gene === undefined),
    true,
  );
  const first = findings[0];
  assert.equal(first?.kind === 'smallVariant' && first.fraction?.basis, 'TVAF 0.275862068966');
  assert.equal(first?.kind === 'smallVariant' && first.genomic?.position, 1042010);
});

const maf = 'cohorts/tcga-laml/tcga_laml.maf.gz';
test('a MAF: 2,207 rows of 193 samples, all kept; its classes as they are counted by hand', {
  skip: skipWithout(maf),
}, async () => {
  const { findings, summary } = await read(maf);
  assert.deepEqual([summary.rows, summary.sampleCount, summary.build], [2207, 193, '37']);
  assert.deepEqual([summary.kept, summary.skipped], [{ smallVariant: 2207 }, []]);
  const variants = findings.filter((each): each is SmallVariantFinding => each.kind === 'smallVariant');
  const classes = Map.groupBy(variants, ({ consequence }) => consequence?.class);
  assert.deepEqual(Object.fromEntries([...classes].map(([name, of]) => [name, of.length])), {
    spliceSite: 92,
    missense: 1342,
    synonymous: 449,
    frameshift: 143,
    nonsense: 103,
    inFrameInsertion: 42,
    inFrameDeletion: 10,
    nonCodingTranscript: 10,
    intron: 8,
    intergenic: 5,
    upstream: 3,
  });
  // What is left unread lies outside proteins, or names a gene in a spelling of its own (OSTalpha).
  const unread = variants.filter(({ alteration }) => alteration === undefined);
  const outside = new Set(['nonCodingTranscript', 'intron', 'intergenic', 'upstream']);
  assert.deepEqual(
    unread.filter(
      ({ gene, consequence }) => !outside.has(consequence?.class ?? '') && !/[a-z]/.test(gene ?? ''),
    ),
    [],
  );
});

test('one sample of the MAF, its shares of reads by the column named', {
  skip: skipWithout(maf),
}, async () => {
  const { findings, summary } = await read(maf, {
    sample: 'TCGA-AB-2988',
    fraction: { name: 'i_TumorVAF_WU', unit: 'percent' },
  });
  assert.equal(findings.length, 15);
  assert.deepEqual(
    summary.skipped.map(({ reason, count }) => [reason, count]),
    [['otherSample', 2192]],
  );
  const [first] = findings;
  assert.equal(first?.kind === 'smallVariant' && first.fraction?.percent, 45.66);
});

const segmentFiles: readonly (readonly [name: string, rows: number, samples: number])[] = [
  ['pcgr/T001-COAD.grch38.cna.tsv', 260, 0],
  ['cohorts/tcga-laml/LAML_CBS_segments.tsv.gz', 6470, 191],
];
for (const [name, rows, samples] of segmentFiles) {
  test(`${name}: ${rows} segments, no gene called`, { skip: skipWithout(name) }, async () => {
    const { findings, summary } = await read(name);
    assert.deepEqual([summary.kept, summary.sampleCount], [{ segment: rows }, samples]);
    assert.equal(
      findings.some(({ gene }) => gene !== undefined),
      false,
    );
  });
}

const fusions = 'pcgr/T001-COAD.grch38.fusions.tsv';
test('a table of fusions goes to the readers of fusions', { skip: skipWithout(fusions) }, async () => {
  const { findings, summary } = await read(fusions);
  assert.deepEqual([summary.format, summary.kept], ['fusions', { fusion: 9 }]);
  assert.equal(findings.find(({ line }) => line === 3)?.gene, 'EML4::ALK');
  const alk = await read(fusions, { genes: ['ALK'] });
  assert.deepEqual(alk.summary.kept, { fusion: 1 });
});

for (const name of ['all_lesions.conf_99.txt', 'scores.gistic']) {
  const path = `cohorts/tcga-laml/${name}`;
  test(`${name} of a cohort is not a patient's`, { skip: skipWithout(path) }, async () => {
    const { findings, summary } = await read(path);
    assert.equal(findings.length, 0);
    assert.match(summary.formatBecause, /cohort/);
    assert.deepEqual(
      summary.issues.map(({ code }) => code),
      ['format-unknown'],
    );
  });
}
