/** VCF: alleles, samples, filters, annotations of VEP and SnpEff, rearrangements, faulty lines. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snpEffVcf, vep, vepVcf } from './formats.fixture.ts';
import { collectFindings, type FindingsOptions, type SmallVariantFinding } from './index.ts';

async function read(text: string, options: FindingsOptions = {}) {
  const { findings, summary } = await collectFindings([text], options);
  const variants = findings.filter((each): each is SmallVariantFinding => each.kind === 'smallVariant');
  const issues = summary.issues.map(({ code, severity, line }) => [severity, code, line]);
  const skipped = Object.fromEntries(summary.skipped.map(({ reason, count }) => [reason, count]));
  return { findings, variants, summary, issues, skipped };
}

const head = '##fileformat=VCFv4.3';
const columns = '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO';
const plain = (...lines: readonly string[]): string => [head, columns, ...lines].join('\n');
const withSample = (format: string, values: string, alt = 'T', info = '.'): string =>
  [head, `${columns}\tFORMAT\tS`, `1\t100\t.\tA\t${alt}\t.\tPASS\t${info}\t${format}\t${values}`].join('\n');

test('the consequence and the notations are taken from VEP on the reference transcript of the gene model', async () => {
  const { variants } = await read(vepVcf);
  const [kit] = variants;
  assert.equal(kit?.gene, 'KIT');
  assert.equal(kit?.protein, 'p.Val560del');
  assert.equal(kit?.coding, 'c.1679_1681del');
  assert.equal(kit?.transcript, 'ENST00000288135.6');
  assert.deepEqual(kit?.consequence, { terms: 'inframe_deletion', class: 'inFrameDeletion' });
  assert.equal(kit?.chosenBecause, 'the reference transcript of the gene model');
  assert.deepEqual(
    kit?.others?.map(({ transcript, terms }) => [transcript, terms]),
    [['ENST00000999999.1', 'frameshift_variant']],
  );
  assert.equal(kit?.alteration?.kind, 'sequenceVariant');
  assert.equal(kit?.readFrom, 'protein');
  assert.equal(kit?.genomic?.build, 'GRCh38');
  assert.equal(kit?.genomic?.position, 54727443);
});

test('share of reads, depth and genotype are of the tumour that the head names', async () => {
  const { variants, summary } = await read(vepVcf);
  assert.equal(summary.sample, 'T1');
  assert.deepEqual(variants[0]?.fraction, { percent: 25, basis: 'AD 150,50' });
  assert.equal(variants[0]?.depth, 200);
  assert.equal(variants[0]?.genotype, '0/1');
});

test('of two alternatives each has its own annotation, and one that the sample lacks is skipped', async () => {
  const { variants } = await read(vepVcf);
  const at816 = variants.filter(({ line }) => line === 9);
  assert.deepEqual(
    at816.map(({ protein, genomic, fraction }) => [protein, genomic?.alternative, fraction?.percent]),
    [['p.Asp816Val', 'T', 20]],
  );
});

test('every row that gave no finding is counted with its reason', async () => {
  const { skipped, summary, issues } = await read(vepVcf);
  assert.deepEqual(summary.kept, { smallVariant: 4, structural: 2 });
  assert.deepEqual(skipped, {
    notInSample: 2,
    filtered: 1,
    referenceSite: 1,
    spanningDeletion: 1,
    malformed: 3,
  });
  assert.deepEqual(summary.filters, { germline: 1 });
  assert.deepEqual(issues, [
    ['info', 'sample-unknown', 7],
    ['error', 'row-malformed', 18],
    ['error', 'row-malformed', 19],
    ['error', 'row-malformed', 20],
  ]);
});

test('variants that did not pass are kept with their filters when they are asked for', async () => {
  const { variants, skipped } = await read(vepVcf, { keepFiltered: true });
  assert.equal(skipped['filtered'], undefined);
  assert.deepEqual(variants.find(({ line }) => line === 10)?.filters, ['germline']);
});

test('without annotation a variant stays a place in the genome', async () => {
  const { variants } = await read(vepVcf);
  const bare = variants.find(({ line }) => line === 12);
  assert.deepEqual(
    [bare?.gene, bare?.consequence, bare?.alteration, bare?.protein],
    [undefined, undefined, undefined, undefined],
  );
});

test('escapes are undone', async () => {
  const { variants } = await read(vepVcf);
  assert.equal(variants.find(({ gene }) => gene === 'TP53')?.protein, 'p.Pro72=');
});

test('breakends and symbols are rearrangements with their places, and no gene is concluded', async () => {
  const { findings } = await read(vepVcf);
  assert.deepEqual(
    findings.filter(({ kind }) => kind === 'structural'),
    [
      {
        kind: 'structural',
        line: 14,
        status: 'positive',
        sample: 'T1',
        filters: [],
        genomic: {
          build: 'GRCh38',
          chromosome: 'chr12',
          position: 11869969,
          reference: 'G',
          alternative: 'G]chr15:87940753]',
        },
        type: 'BND',
        id: 'bnd_a',
        mate: 'bnd_b',
        partner: { chromosome: 'chr15', position: 87940753, extends: 'left', joined: 'after' },
      },
      {
        kind: 'structural',
        line: 15,
        status: 'positive',
        sample: 'T1',
        filters: [],
        genomic: {
          build: 'GRCh38',
          chromosome: 'chr10',
          position: 87860000,
          end: 87970000,
          reference: 'N',
          alternative: '<DEL>',
        },
        type: 'DEL',
      },
    ],
  );
});

test('SnpEff: the gene with the most severe consequence is taken, between genes there is none', async () => {
  const { variants, summary } = await read(snpEffVcf);
  assert.equal(summary.annotation, 'SnpEff ANN');
  assert.deepEqual(
    variants.map(({ gene, protein, coding, consequence, readFrom }) => [
      gene,
      protein,
      coding,
      consequence?.class,
      readFrom,
    ]),
    [
      ['BRAF', 'p.Val600Glu', 'c.1799T>A', 'missense', 'protein'],
      ['KRAS', undefined, 'c.112-1G>A', 'spliceSite', 'coding'],
      [undefined, undefined, 'n.29443695G>T', 'intergenic', undefined],
    ],
  );
  assert.deepEqual(variants[0]?.others?.[0]?.gene, 'NDUFB2');
});

test('genes that are not asked for are skipped; a gene asked for is chosen before a more severe one', async () => {
  const kras = await read(snpEffVcf, { genes: ['kras'] });
  assert.deepEqual(
    kras.variants.map(({ gene }) => gene),
    ['KRAS'],
  );
  assert.deepEqual(kras.skipped, { otherGene: 1, noGene: 1 });
  const upstream = await read(snpEffVcf, { genes: ['NDUFB2'] });
  assert.deepEqual(
    upstream.variants.map(({ gene, consequence }) => [gene, consequence?.terms]),
    [['NDUFB2', 'upstream_gene_variant']],
  );
});

const shares: readonly (readonly [
  what: string,
  format: string,
  values: string,
  percent: number,
  depth?: number,
])[] = [
  ['GATK, Mutect2', 'GT:AD:DP', '0/1:30,10:41', 25, 41],
  ['VarScan', 'GT:RD:AD', '0/1:30:10', 25, 40],
  ['FreeBayes', 'GT:RO:AO', '0/1:30:10', 25, 40],
  ['Strelka, single base', 'DP:AU:CU:GU:TU', '40:30,31:0,0:0,0:10,11', 25, 40],
  ['a fraction', 'GT:AF', '0/1:0.25', 25],
  ['a percentage', 'GT:FREQ', '0/1:25%', 25],
  ['counts before a fraction', 'GT:AF:AD', '0/1:0.5:30,10', 25, 40],
];
for (const [what, format, values, percent, depth] of shares) {
  test(`share of reads: ${what}`, async () => {
    const { variants } = await read(withSample(format, values));
    assert.equal(variants[0]?.fraction?.percent, percent);
    assert.equal(variants[0]?.depth, depth);
  });
}

test('the share of an alternative is of all reads of the site', async () => {
  const { variants } = await read(withSample('GT:AD', '1/2:0,30,10', 'T,C'));
  assert.deepEqual(
    variants.map(({ fraction }) => fraction?.percent),
    [75, 25],
  );
});

test('a genotype without a call gives no finding unless its counts do', async () => {
  assert.deepEqual((await read(withSample('GT:DP', './.:0'))).variants, []);
  assert.equal((await read(withSample('GT:AD', './.:30,10'))).variants.length, 1);
});

test('a field of the user holds the share', async () => {
  const { variants } = await read(withSample('GT', '0/1', 'T', 'TVAF=0.2'), {
    fraction: { name: 'TVAF', unit: 'fraction' },
  });
  assert.deepEqual(variants[0]?.fraction, { percent: 20, basis: 'TVAF 0.2' });
});

test('numbers that are none are said and left out', async () => {
  for (const [format, values] of [
    ['GT:AF', '0/1:2.5'],
    ['GT:AD', '0/1:x,10'],
  ] as const) {
    const { variants, issues } = await read(withSample(format, values));
    assert.equal(variants[0]?.fraction, undefined);
    assert.deepEqual(issues, [['warning', 'wrong-value', 3]]);
  }
});

const presence: readonly (readonly [format: string, values: string, kept: boolean])[] = [
  ['GT', '0/1', true],
  ['GT', '1|0', true],
  ['GT', '1', true],
  ['GT', '0/0', false],
  ['GT', './.', false],
  ['GT:AD', './.:10,0', false],
  ['GT:AD', './.:10,3', true],
  ['AD', '10,0', false],
  ['GT', '0/2', false],
];
for (const [format, values, kept] of presence) {
  test(`${format} ${values} ${kept ? 'has' : 'does not have'} the allele`, async () => {
    assert.equal((await read(withSample(format, values))).variants.length, kept ? 1 : 0);
  });
}

test('of several samples none is guessed', async () => {
  const two = [head, `${columns}\tFORMAT\tA\tB`, '1\t100\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\t0/0'].join('\n');
  const guessed = await read(two);
  assert.deepEqual([guessed.findings.length, guessed.issues], [0, [['error', 'sample-unknown', 2]]]);
  assert.equal((await read(two, { sample: 'A' })).findings.length, 1);
  assert.equal((await read(two, { sample: 'B' })).findings.length, 0);
  assert.deepEqual((await read(two, { sample: 'C' })).issues, [['error', 'sample-unknown', 2]]);
  const named = two.replace('A\tB', 'NORMAL\tTUMOR');
  assert.equal((await read(named)).summary.sample, 'TUMOR');
});

test('sites without samples are findings without a sample', async () => {
  const { variants, issues } = await read(plain('1\t100\trs1\tA\tT\t.\t.\tAF=0.4'));
  assert.equal(variants.length, 1);
  assert.equal(variants[0]?.sample, undefined);
  assert.equal(variants[0]?.fraction, undefined, 'AF of INFO is of a population and not of the tumour');
  assert.equal(variants[0]?.filters, undefined, 'no filter was applied');
  assert.deepEqual(issues, []);
});

test('a line that lacks the sample is skipped', async () => {
  const { findings, issues } = await read(
    [head, `${columns}\tFORMAT\tS`, '1\t100\t.\tA\tT\t.\tPASS\t.'].join('\n'),
  );
  assert.deepEqual([findings.length, issues], [0, [['error', 'row-ragged', 3]]]);
});

test('a file without its line of columns is said once', async () => {
  const { issues } = await read(`${head}\n1\t100\t.\tA\tT\t.\tPASS\t.\n1\t101\t.\tA\tT\t.\tPASS\t.`);
  assert.deepEqual(issues, [['error', 'column-missing', 2]]);
});

test('transcripts: MANE before picked, picked before canonical, canonical before the most severe', async () => {
  const header = [
    head,
    `##INFO=<ID=CSQ,Number=.,Type=String,Description="x Format: Allele|Consequence|IMPACT|SYMBOL|Feature_type|Feature|HGVSc|HGVSp|CANONICAL|MANE_SELECT|PICK">`,
    columns,
  ];
  const annotations = {
    severe: vep({ Allele: 'T', Consequence: 'stop_gained', SYMBOL: 'ZZZ1', Feature: 'severe' }),
    canonical: vep({
      Allele: 'T',
      Consequence: 'missense_variant',
      SYMBOL: 'ZZZ1',
      Feature: 'canonical',
      CANONICAL: 'YES',
    }),
    picked: vep({
      Allele: 'T',
      Consequence: 'intron_variant',
      SYMBOL: 'ZZZ1',
      Feature: 'picked',
      PICK: '1',
    }),
    mane: vep({
      Allele: 'T',
      Consequence: 'missense_variant',
      SYMBOL: 'ZZZ1',
      Feature: 'mane',
      MANE_SELECT: 'NM_1.1',
    }),
  };
  const chosen = async (...names: readonly (keyof typeof annotations)[]): Promise<string | undefined> => {
    const csq = names.map((name) => annotations[name]).join(',');
    const { variants } = await read([...header, `1\t1\t.\tA\tT\t.\t.\tCSQ=${csq}`].join('\n'));
    return variants[0]?.transcript;
  };
  assert.equal(await chosen('severe', 'canonical', 'picked', 'mane'), 'mane');
  assert.equal(await chosen('severe', 'canonical', 'picked'), 'picked');
  assert.equal(await chosen('severe', 'canonical'), 'canonical');
  assert.equal(await chosen('severe'), 'severe');
});

test('indels of several alternatives are matched by the names that VEP gives them', async () => {
  const header = [
    head,
    `##INFO=<ID=CSQ,Number=.,Type=String,Description="x Format: Allele|Consequence|IMPACT|SYMBOL|Feature_type|Feature|HGVSc|HGVSp|CANONICAL|MANE_SELECT|PICK">`,
    columns,
  ];
  const csq = [
    vep({ Allele: '-', Consequence: 'frameshift_variant', SYMBOL: 'ZZZ1' }),
    vep({ Allele: 'GG', Consequence: 'inframe_insertion', SYMBOL: 'ZZZ1' }),
  ].join(',');
  const { variants } = await read([...header, `1\t1\t.\tCA\tC,CGG\t.\t.\tCSQ=${csq}`].join('\n'));
  assert.deepEqual(
    variants.map(({ genomic, consequence }) => [genomic?.alternative, consequence?.class]),
    [
      ['C', 'frameshift'],
      ['CGG', 'inFrameInsertion'],
    ],
  );
});

test('a notation on another transcript than the reference carries its accession', async () => {
  const header = [
    head,
    `##INFO=<ID=CSQ,Number=.,Type=String,Description="x Format: Allele|Consequence|IMPACT|SYMBOL|Feature_type|Feature|HGVSc|HGVSp|CANONICAL|MANE_SELECT|PICK">`,
    columns,
  ];
  const transcriptOf = async (Feature: string): Promise<string | undefined> => {
    const csq = vep({
      Allele: 'T',
      Consequence: 'missense_variant',
      SYMBOL: 'KIT',
      Feature,
      HGVSc: `${Feature}:c.2435A>T`,
      HGVSp: 'ENSP1.1:p.Asp812Val',
    });
    const { variants } = await read([...header, `4\t1\t.\tA\tT\t.\t.\tCSQ=${csq}`].join('\n'));
    const alteration = variants[0]?.alteration;
    return alteration?.kind === 'sequenceVariant' ? alteration.transcript : 'not read';
  };
  assert.equal(await transcriptOf('ENST00000412167.8'), 'ENST00000412167.8');
  assert.equal(await transcriptOf('NM_000222.3'), undefined, 'the reference under its name in RefSeq');
});

test('VEP without HGVS: a change of one residue is put together from its position and residues', async () => {
  const header = [
    head,
    `##INFO=<ID=CSQ,Number=.,Type=String,Description="x Format: Allele|Consequence|SYMBOL|Feature|Protein_position|Amino_acids">`,
    columns,
  ];
  const proteinOf = async (position: string, residues: string): Promise<string | undefined> => {
    const csq = `T|missense_variant|KIT|ENST00000288135.6|${position}|${residues}`;
    return (await read([...header, `4\t1\t.\tA\tT\t.\t.\tCSQ=${csq}`].join('\n'))).variants[0]?.protein;
  };
  assert.equal(await proteinOf('816', 'D/V'), 'p.D816V');
  assert.equal(await proteinOf('816/976', 'D/V'), 'p.D816V');
  assert.equal(await proteinOf('560-561', 'VE/V'), undefined);
  assert.equal(await proteinOf('560', 'VE/V'), undefined);
});
