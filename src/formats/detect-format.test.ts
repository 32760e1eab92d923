/** Formats by content: what is recognised and by what, and what is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectFormat, type FindingFormat } from './detect-format.ts';
import { biomarkers, cnaMatrix, cnaRows, ihc, maf, snpEffVcf, vepVcf } from './formats.fixture.ts';

const lines = (text: string): readonly string[] => text.split(/\r?\n/).slice(0, 20);
const files: readonly (readonly [what: string, text: string, format: FindingFormat | undefined])[] = [
  ['VEP', vepVcf, 'vcf'],
  ['SnpEff', snpEffVcf, 'vcf'],
  ['a VCF without its first line', '##contig=<ID=1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO', 'vcf'],
  ['MAF', maf, 'maf'],
  ['a mutation table', 'Sample_ID\tGene\tHGVSp_Short\nS\tKIT\tp.V560del', 'maf'],
  ['a matrix of levels', cnaMatrix, 'cna'],
  ['rows of levels', cnaRows, 'cna'],
  ['stains', ihc, 'ihc'],
  ['biomarkers', biomarkers, 'biomarkers'],
  ['segments', 'ID,chrom,loc.start,loc.end,num.mark,seg.mean\nS,1,1,2,3,0.1', 'segments'],
  ['a fusion caller', '#FusionName\tLeftBreakpoint\tRightBreakpoint\nA--B\tchr1:1:+\tchr2:2:+', 'fusions'],
  [
    'structural variants of cBioPortal',
    'Sample_Id\tSite1_Hugo_Symbol\tSite2_Hugo_Symbol\nS\tA\tB',
    'fusions',
  ],
  ['expression is no copy number', 'Hugo_Symbol\tS1\tS2\nKIT\t7.31\t0', undefined],
  ['scores of GISTIC', 'Type\tChromosome\tStart\tEnd\tG-score\tfrequency\nAmp\t1\t1\t2\t0.1\t0.2', undefined],
  ['a letter', 'Dear colleague,\nthank you', undefined],
  ['nothing', '', undefined],
];
for (const [what, text, format] of files) {
  test(`${what}: ${format ?? 'not recognised'}`, () => {
    const detected = detectFormat(lines(text));
    assert.equal(detected.format, format, detected.reason);
    assert.notEqual(detected.reason, '');
  });
}
