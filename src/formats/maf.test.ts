/** MAF: columns by name, rows of samples, classes, notations of older files, shares of reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maf } from './formats.fixture.ts';
import { collectFindings, type FindingsOptions, type SmallVariantFinding } from './index.ts';

async function read(text: string, options: FindingsOptions = {}) {
  const { findings, summary } = await collectFindings([text], options);
  const variants = findings.filter((each): each is SmallVariantFinding => each.kind === 'smallVariant');
  const issues = summary.issues.map(({ code, severity, line }) => [severity, code, line]);
  const skipped = Object.fromEntries(summary.skipped.map(({ reason, count }) => [reason, count]));
  return { variants, summary, issues, skipped };
}
const table = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n');

test('a row gives gene, change, class, place, transcript and share of reads as printed', async () => {
  const { variants } = await read(maf);
  const { alteration, ...kit } = variants[0] ?? {};
  assert.deepEqual(kit, {
    kind: 'smallVariant',
    line: 3,
    status: 'positive',
    sample: 'S1',
    gene: 'KIT',
    protein: 'p.V560del',
    coding: 'c.1679_1681delTTG',
    genomic: {
      build: 'GRCh37',
      chromosome: '4',
      position: 55593610,
      end: 55593612,
      reference: 'TTG',
      alternative: '-',
    },
    transcript: 'ENST00000288135',
    consequence: { terms: 'In_Frame_Del', class: 'inFrameDeletion' },
    readFrom: 'protein',
    fraction: { percent: 25, basis: 't_alt_count 25, t_ref_count 75' },
    depth: 100,
    filters: [],
    origin: 'somatic',
  });
  assert.equal(alteration?.kind === 'sequenceVariant' && alteration.agreement, 'agrees');
});

test('every row is kept or counted with its reason', async () => {
  const { summary, skipped, issues } = await read(maf);
  assert.deepEqual(summary.kept, { smallVariant: 6 });
  assert.deepEqual(skipped, { notMutated: 1, filtered: 1 });
  assert.deepEqual(summary.filters, { oxog: 1 });
  assert.deepEqual([summary.rows, summary.lines, summary.build], [8, 10, 'GRCh37']);
  assert.deepEqual(summary.samples, ['S1', 'S2']);
  assert.deepEqual(
    issues.filter(([severity]) => severity !== 'info'),
    [['warning', 'wrong-value', 10]],
  );
});

test('one sample of several', async () => {
  const { variants, skipped } = await read(maf, { sample: 'S1' });
  assert.deepEqual(
    variants.map(({ gene }) => gene),
    ['KIT', 'TP53'],
  );
  assert.deepEqual(skipped, { otherSample: 6 });
  const { issues } = await read(maf, { sample: 'S9' });
  assert.deepEqual(issues, [['error', 'sample-unknown', undefined]]);
});

test('genes that are not asked for are skipped', async () => {
  const { variants, skipped } = await read(maf, { genes: ['kit'] });
  assert.deepEqual([variants.length, skipped], [1, { otherGene: 7 }]);
});

test('a row without a notation is known by its class; without a gene it is a place', async () => {
  const { variants } = await read(maf);
  const splice = variants.find(({ gene }) => gene === 'ATRX');
  assert.equal(splice?.readFrom, 'class');
  assert.equal(
    splice?.alteration?.kind === 'sequenceVariant' && splice.alteration.classPrinted,
    'spliceSite',
  );
  const between = variants.find(({ line }) => line === 10);
  assert.deepEqual([between?.gene, between?.alteration], [undefined, undefined]);
});

test('the columns are found by the names that the field uses', async () => {
  for (const [protein, end] of [
    ['HGVSp_Short', 'End_Position'],
    ['Protein_Change', 'End_position'],
    ['amino_acid_change', 'End_Position'],
    ['HGVSp', 'end_position'],
  ] as const) {
    const { variants } = await read(
      table(
        ['Hugo_Symbol', 'Variant_Classification', 'Chromosome', 'Start_position', end, protein],
        ['BRAF', 'Missense_Mutation', '7', '10', '12', 'p.V600E'],
      ),
    );
    assert.equal(variants[0]?.protein, 'p.V600E', protein);
    assert.equal(variants[0]?.genomic?.end, 12, end);
  }
});

const oncotator: readonly (readonly [printed: string, read: string | undefined])[] = [
  ['p.310_311TQ>TKQNPQ', 'p.T310_Q311delinsTKQNPQ'],
  ['p.600_600D>DSS', 'p.D600delinsDSS'],
  ['p.KE244fs', 'p.K244fs'],
  ['p.DSRC252del', 'p.D252_C255del'],
];
for (const [printed, expected] of oncotator) {
  test(`the older form ${printed} is read as ${expected}`, async () => {
    const { variants, issues } = await read(
      table(['Hugo_Symbol', 'Variant_Classification', 'Protein_Change'], ['ASXL1', 'In_Frame_Ins', printed]),
    );
    assert.equal(variants[0]?.protein, printed, 'kept as printed');
    assert.equal(variants[0]?.alteration?.printed, expected);
    assert.deepEqual(
      issues.filter(([severity]) => severity !== 'info'),
      [],
    );
  });
}

for (const printed of ['p.310_312TQ>TKQ', 'p.-920fs']) {
  test(`${printed} says too little to be read: the class stands, with a warning`, async () => {
    const { variants, issues } = await read(
      table(
        ['Hugo_Symbol', 'Variant_Classification', 'Protein_Change'],
        ['ASXL1', 'Frame_Shift_Ins', printed],
      ),
    );
    assert.equal(variants[0]?.readFrom, 'class');
    assert.deepEqual(
      issues.filter(([severity]) => severity !== 'info'),
      [['warning', 'unparsable-alteration', 2]],
    );
  });
}

test('shares: counts before a fraction; a percentage only where it is said to be one', async () => {
  const share = async (header: string, cell: string, options: FindingsOptions = {}) => {
    const { variants, issues } = await read(
      table(
        ['Hugo_Symbol', 'Variant_Classification', 'Protein_Change', header],
        ['BRAF', 'Missense_Mutation', 'p.V600E', cell],
      ),
      options,
    );
    return [variants[0]?.fraction?.percent, issues.length];
  };
  assert.deepEqual(await share('t_vaf', '0.25'), [25, 0]);
  assert.deepEqual(await share('t_vaf', '25'), [undefined, 1]);
  assert.deepEqual(await share('t_vaf', '25%'), [25, 0]);
  const percent = { fraction: { name: 'my_vaf', unit: 'percent' } } as const;
  assert.deepEqual(await share('my_vaf', '25', percent), [25, 0]);
  assert.deepEqual(await share('t_vaf', '0.25', percent), [undefined, 1], 'the field asked for is not there');
});

test('a table that is no MAF is said', async () => {
  const { issues } = await read('a\tb\n1\t2', { format: 'maf' });
  assert.deepEqual(issues, [['error', 'column-missing', 1]]);
});
