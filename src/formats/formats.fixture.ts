/** Small files made up for the tests: no patient, every number invented. */

const tabs = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.join('\t')).join('\n')}\n`;

const vepFields = [
  'Allele',
  'Consequence',
  'IMPACT',
  'SYMBOL',
  'Feature_type',
  'Feature',
  'HGVSc',
  'HGVSp',
  'CANONICAL',
  'MANE_SELECT',
  'PICK',
];

/** One VEP annotation; fields that are not given are empty. */
export function vep(fields: Readonly<Record<string, string>>): string {
  return vepFields.map((name) => fields[name] ?? '').join('|');
}

const kitTranscript = {
  SYMBOL: 'KIT',
  Feature_type: 'Transcript',
  Feature: 'ENST00000288135.6',
  MANE_SELECT: 'NM_000222.3',
};

/** Tumour and normal, annotated by VEP; the tumour is named by `##tumor_sample`. */
export const vepVcf = [
  '##fileformat=VCFv4.2',
  '##reference=file:///refs/GRCh38.fa',
  '##tumor_sample=T1',
  '##FILTER=<ID=germline,Description="Evidence indicates this site is germline, not somatic">',
  `##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: ${vepFields.join('|')}">`,
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tN1\tT1',
  // An in-frame deletion of KIT codon 560; another transcript comes first and is more severe by its own reading.
  `chr4\t54727443\t.\tTGTT\tT\t.\tPASS\tDP=300;CSQ=${vep({
    Allele: '-',
    Consequence: 'frameshift_variant',
    SYMBOL: 'KIT',
    Feature: 'ENST00000999999.1',
    HGVSc: 'ENST00000999999.1:c.10del',
    HGVSp: 'ENSP00000999999.1:p.Val4fs',
  })},${vep({
    Allele: '-',
    Consequence: 'inframe_deletion',
    ...kitTranscript,
    HGVSc: 'ENST00000288135.6:c.1679_1681del',
    HGVSp: 'ENSP00000288135.6:p.Val560del',
  })}\tGT:AD:AF:DP\t0/0:100,0:0:100\t0/1:150,50:0.25:200`,
  // Two alternatives: the annotation of each goes with its own.
  `chr4\t54733155\t.\tA\tT,C\t.\tPASS\tCSQ=${vep({
    Allele: 'T',
    Consequence: 'missense_variant',
    ...kitTranscript,
    HGVSc: 'ENST00000288135.6:c.2447A>T',
    HGVSp: 'ENSP00000288135.6:p.Asp816Val',
  })},${vep({
    Allele: 'C',
    Consequence: 'missense_variant',
    ...kitTranscript,
    HGVSc: 'ENST00000288135.6:c.2447A>C',
    HGVSp: 'ENSP00000288135.6:p.Asp816Ala',
  })}\tGT:AD\t0/0:90,0,0\t0/1:80,20,0`,
  // Not passed.
  'chr4\t54740000\t.\tG\tA\t.\tgermline\t.\tGT:AD\t0/1:40,41\t0/1:50,50',
  // A silent change with the escape of VEP.
  `chr17\t7676154\t.\tG\tA\t.\t.\tCSQ=${vep({
    Allele: 'A',
    Consequence: 'synonymous_variant',
    SYMBOL: 'TP53',
    Feature: 'ENST00000269305.9',
    CANONICAL: 'YES',
    HGVSc: 'ENST00000269305.9:c.215C>T',
    HGVSp: 'ENSP00000269305.4:p.Pro72%3D',
  })}\tGT:AD\t0/0:50,0\t0/1:30,30`,
  // Without annotation.
  'chr1\t1000000\trs1\tC\tT\t.\tPASS\tDP=10\tGT:AD\t0/0:10,0\t0/1:5,5',
  // Not in the tumour.
  'chr1\t1000100\t.\tC\tT\t.\tPASS\tDP=10\tGT:AD\t0/1:5,5\t0/0:10,0',
  // A translocation by breakends, a deletion by symbol, a site without an alternative, a spanning deletion.
  'chr12\t11869969\tbnd_a\tG\tG]chr15:87940753]\t.\tPASS\tSVTYPE=BND;MATEID=bnd_b\tGT\t0/0\t0/1',
  'chr10\t87860000\t.\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=87970000\tGT\t0/0\t0/1',
  'chr1\t2000000\t.\tC\t.\t.\tPASS\t.\tGT\t0/0\t0/0',
  'chr1\t2000001\t.\tC\t*\t.\tPASS\t.\tGT\t0/0\t0/1',
  // Faulty lines.
  'chr1\tabc\t.\tC\tT\t.\tPASS\t.\tGT\t0/0\t0/1',
  'chr1\t5',
  'chr1\t6\t.\tC\tT!\t.\tPASS\t.\tGT\t0/0\t0/1',
  '',
].join('\n');

/** One sample, annotated by SnpEff. */
export const snpEffVcf = [
  '##fileformat=VCFv4.1',
  '##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: \'Allele | Annotation | Annotation_Impact | Gene_Name | Gene_ID | Feature_Type | Feature_ID | Transcript_BioType | Rank | HGVS.c | HGVS.p | cDNA.pos / cDNA.length | CDS.pos / CDS.length | AA.pos / AA.length | Distance | ERRORS / WARNINGS / INFO\' ">',
  '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOUR-7',
  '7\t140453136\t.\tA\tT\t99\tPASS\tANN=T|missense_variant|MODERATE|BRAF|BRAF|transcript|NM_004333.4|protein_coding|15/18|c.1799T>A|p.Val600Glu|1860/2480|1799/2301|600/766||,T|upstream_gene_variant|MODIFIER|NDUFB2|NDUFB2|transcript|NM_004546.2|protein_coding||c.-99999A>T|||||99999|\tGT:RD:AD:FREQ:DP\t0/1:60:40:40%:100',
  '12\t25398284\t.\tC\tT\t99\tPASS\tANN=T|splice_acceptor_variant&intron_variant|HIGH|KRAS|KRAS|transcript|NM_004985.3|protein_coding|1/4|c.112-1G>A|||||\tGT:RO:AO\t0/1:30:10',
  '2\t29443695\t.\tG\tT\t.\tPASS\tANN=T|intergenic_region|MODIFIER|AAA-BBB|AAA-BBB|intergenic_region|AAA-BBB|||n.29443695G>T||||||\tGT:AF\t0/1:0.05',
  '',
].join('\n');

/** Two samples; columns of cBioPortal and of the GDC, a comment, CRLF line ends. */
export const maf = `#version 2.4\r\n${tabs([
  [
    'Hugo_Symbol',
    'NCBI_Build',
    'Chromosome',
    'Start_Position',
    'End_position',
    'Variant_Classification',
    'Reference_Allele',
    'Tumor_Seq_Allele1',
    'Tumor_Seq_Allele2',
    'Tumor_Sample_Barcode',
    'Mutation_Status',
    'HGVSp_Short',
    'HGVSc',
    'Transcript_ID',
    't_ref_count',
    't_alt_count',
    'FILTER',
  ],
  [
    'KIT',
    'GRCh37',
    '4',
    '55593610',
    '55593612',
    'In_Frame_Del',
    'TTG',
    'TTG',
    '-',
    'S1',
    'Somatic',
    'p.V560del',
    'ENST00000288135.5:c.1679_1681delTTG',
    'ENST00000288135',
    '75',
    '25',
    'PASS',
  ],
  [
    'TP53',
    'GRCh37',
    '17',
    '7578406',
    '7578406',
    'Missense_Mutation',
    'C',
    'C',
    'T',
    'S1',
    'Somatic',
    'p.R175H',
    '',
    'ENST00000269305',
    '30',
    '70',
    'PASS',
  ],
  [
    'TP53',
    'GRCh37',
    '17',
    '7579472',
    '7579472',
    'Silent',
    'G',
    'G',
    'C',
    'S2',
    'Germline',
    'p.P72%3D',
    '',
    'ENST00000269305',
    '10',
    '10',
    '',
  ],
  [
    'ASXL1',
    'GRCh37',
    '11',
    '64572018',
    '64572018',
    'Frame_Shift_Ins',
    '-',
    '-',
    'A',
    'S2',
    'Somatic',
    'p.KE244fs',
    '',
    '',
    '40',
    '60',
    'PASS',
  ],
  [
    'ATRX',
    'GRCh37',
    'X',
    '76900000',
    '76900000',
    'Splice_Site',
    'C',
    'C',
    'T',
    'S2',
    'Somatic',
    '',
    '',
    '',
    '',
    '',
    'PASS',
  ],
  [
    'BRAF',
    'GRCh37',
    '7',
    '140453136',
    '140453136',
    'Missense_Mutation',
    'A',
    'A',
    'T',
    'S2',
    'LOH',
    'p.V600E',
    '',
    '',
    '1',
    '9',
    'PASS',
  ],
  [
    'EGFR',
    'GRCh37',
    '7',
    '55259515',
    '55259515',
    'Missense_Mutation',
    'T',
    'T',
    'G',
    'S2',
    'Somatic',
    'p.L858R',
    '',
    '',
    '9',
    '1',
    'oxog',
  ],
  [
    'Unknown',
    'GRCh37',
    '1',
    '1000',
    '1000',
    'IGR',
    'T',
    'T',
    'G',
    'S2',
    'Somatic',
    '',
    '',
    '',
    '9',
    'x',
    'PASS',
  ],
]).replaceAll('\n', '\r\n')}`;

/** Levels of three genes in two samples. */
export const cnaMatrix = tabs([
  ['Hugo_Symbol', 'Entrez_Gene_Id', 'S1', 'S2'],
  ['MYCN', '4613', '2', '0'],
  ['RB1', '5925', '-2', '-1'],
  ['CDKN2A', '1029', 'NA', '1'],
  ['TP53', '7157', '7', '0'],
]);

/** The same as rows, with a change in words. */
export const cnaRows = [
  'sample,gene,Copy_Number_Alteration,copies',
  'S1,MYCN,Amplification,14',
  'S1,RB1,-2,0',
  'S1,TP53,neutral,2',
  'S1,EGFR,banana,2',
  '',
].join('\n');

/** Stains, semicolons between the cells. */
export const ihc = [
  'sample;marker;result;percent;intensity;clone;score',
  'S1;Synaptophysin;positive;95;3+;DAK-SYNAP;',
  'S1;RB1;lost;0;0;G3-245;',
  'S1;ATRX;retained;;;;',
  'S1;HER2;2+;;;4B5;',
  'S1;SSTR2a;positive;80;2+;UMB1;"H-score 240"',
  'S1;INSM1;maybe;;;;',
  'S1;Chromogranin;pending;;;;',
  'S1;p53;;110;;;',
  '',
].join('\n');

/** Biomarkers. */
export const biomarkers = [
  'sample,biomarker,result,value,unit,scoring',
  'S1,MSI,MSS,,,',
  'S1,MMR,proficient,,,IHC',
  'S1,TMB,,4.2,mut/Mb,',
  'S1,PD-L1,negative,<1,%,TPS',
  'S1,MGMT,unmethylated,,,',
  'S1,MSI,positive,,,',
  'S1,LDH,high,,,',
  '',
].join('\n');
