/** Readers of fusion files on small made-up files: what each row says, what it is not, and what is reported. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  arribaFile,
  breakpointTableFile,
  cbioportalFile,
  codingEffectFile,
  exonTableFile,
  fusionCatcherFile,
  longReadFile,
  mafFusionFile,
  oldArribaFile,
  starFusionFile,
} from './caller-files.fixture.ts';
import { type FusionFormat, fusionFormatOf, inferBuild, judgeCall, readFusionFile } from './index.ts';

const files: readonly (readonly [string, FusionFormat, number])[] = [
  [arribaFile, 'Arriba', 6],
  [oldArribaFile, 'Arriba', 1],
  [starFusionFile, 'STAR-Fusion', 2],
  [codingEffectFile, 'STAR-Fusion', 1],
  [longReadFile, 'ctat-LR-fusion', 1],
  [fusionCatcherFile, 'FusionCatcher', 2],
  [cbioportalFile, 'cBioPortal SV', 4],
  [mafFusionFile, 'MAF fusion', 2],
  [breakpointTableFile, 'breakpoint table', 1],
  [exonTableFile, 'exon table', 2],
];

test('the format is read from the header, and every row becomes a call or an issue', async () => {
  for (const [text, format, calls] of files) {
    const file = await readFusionFile(text);
    assert.deepEqual([file.format, file.calls.length], [format, calls]);
    assert.equal(fusionFormatOf(text.split('\n')[0] ?? ''), format);
  }
});

async function judged(text: string) {
  const { calls } = await readFusionFile(text);
  return calls.map((call) => judgeCall(call, inferBuild(calls) ?? 'GRCh38'));
}

test('ETV6::NTRK3 at the borders of exons 5 and 15: one verdict from every caller', async () => {
  for (const text of [
    arribaFile,
    oldArribaFile,
    starFusionFile,
    codingEffectFile,
    longReadFile,
    fusionCatcherFile,
    cbioportalFile,
    breakpointTableFile,
  ]) {
    const [first] = await judged(text);
    assert.ok(first?.readings.kind === 'known', first?.call.format);
    const { frame, proteinLength, kinase } = first.readings.reference;
    assert.deepEqual([frame, proteinLength, kinase], ['inFrame', 647, 'whole'], first.call.format);
    assert.deepEqual(
      [first.alteration?.five?.exon, first.alteration?.three?.exon, first.alteration?.isOrderStated],
      [5, 15, true],
    );
  }
});

test('by exon numbers: the named transcripts, and the alternatives without them', async () => {
  const [named, unnamed] = await judged(exonTableFile);
  assert.ok(named?.readings.kind === 'known' && unnamed?.readings.kind === 'known');
  assert.equal(named.readings.reference.proteinLength, 528);
  assert.equal(named.readings.distinct.length, 1);
  assert.ok(unnamed.readings.distinct.length > 1);
  assert.equal(unnamed.readings.everyReading, 'unknown');
});

test('Arriba: conflict of frames, heads joined, events within a gene, places between genes, stated stops', async () => {
  const [agreed, conflict, heads, within, between, stop] = await judged(arribaFile);
  assert.equal(agreed?.frame, 'agrees');
  assert.deepEqual(agreed?.call.claims.domains, { five: 'PNT(100%)', three: 'Kinase(100%)' });
  assert.deepEqual(agreed?.call.support, {
    splitReads: 5,
    spanningPairs: 4,
    printed: { split_reads1: '3', split_reads2: '2', discordant_mates: '4', coverage1: '80', coverage2: '9' },
  });
  assert.equal(conflict?.frame, 'conflict');
  assert.deepEqual(conflict?.alteration?.five, { gene: 'ETV6' });
  assert.equal(conflict?.alteration?.inFramePrinted, undefined);
  assert.equal(heads?.call.arrangement, 'fiveToFive');
  assert.equal(within?.call.arrangement, 'intragenic');
  assert.equal(between?.call.arrangement, 'intergenic');
  for (const each of [heads, within, between]) assert.equal(each?.alteration, undefined);
  assert.equal(stop?.call.linker, 'TAG');
  assert.ok(stop?.readings.kind === 'known');
  assert.equal(stop.readings.reference.frame, 'stopBeforeJunction');
  assert.equal(stop.readings.reference.insertedBases, 3);
});

test("cBioPortal: 3to5 makes site 2 the 5' partner, one gene is no fusion, ragged rows are reported", async () => {
  const { calls, issues, rows } = await readFusionFile(cbioportalFile, 'data_sv.txt');
  const [swapped, within, heads, short] = calls;
  assert.deepEqual(
    [swapped?.five.gene, swapped?.three.gene, swapped?.arrangement],
    ['ETV6', 'NTRK3', 'fiveToThree'],
  );
  assert.deepEqual([swapped?.five.exon, swapped?.three.exon], [5, 15]);
  assert.equal(swapped?.level, 'dna');
  assert.deepEqual(swapped?.claims.frame, { printed: 'In_frame', frame: 'inFrame' });
  assert.deepEqual([within?.arrangement, within?.alteration], ['intragenic', undefined]);
  assert.deepEqual([heads?.arrangement, heads?.alteration], ['fiveToFive', undefined]);
  assert.deepEqual([short?.arrangement, short?.alteration?.isOrderStated], ['notStated', false]);
  assert.deepEqual(
    issues.map(({ code, severity, line, source }) => [code, severity, line, source]),
    [
      ['row-ragged', 'warning', 5, 'data_sv.txt'],
      ['row-ragged', 'error', 6, 'data_sv.txt'],
    ],
  );
  assert.equal(rows, 4);
});

test('without order or build there is no verdict, and the reason is said', async () => {
  const portal = await judged(cbioportalFile);
  assert.deepEqual(portal.at(-1)?.readings, { kind: 'unknown', reason: 'orderUnknown' });
  assert.deepEqual(portal.at(-1)?.alteration?.five, { gene: 'ETV6' });
  const { calls } = await readFusionFile(breakpointTableFile);
  const reasons = calls.map((call) => judgeCall(call).readings);
  assert.deepEqual(reasons, [{ kind: 'unknown', reason: 'buildUnknown' }]);
});

test('the older table repeats a fusion for each gene: one call, and an event within a gene is none', async () => {
  const { calls } = await readFusionFile(mafFusionFile);
  assert.deepEqual(
    calls.map(({ sample, arrangement, alteration }) => [sample, arrangement, alteration?.kind]),
    [
      ['S1', 'notStated', 'fusion'],
      ['S2', 'intragenic', undefined],
    ],
  );
});

test('what no reader takes is said', async () => {
  const codes = async (text: string) => (await readFusionFile(text)).issues.map(({ code }) => code);
  assert.deepEqual(await codes('a\tb\n1\t2\n'), ['format-unknown']);
  assert.deepEqual(await codes(''), ['input-empty']);
  assert.deepEqual(await codes(breakpointTableFile), ['row-malformed']);
  assert.deepEqual(await codes(starFusionFile.replace('chr12:11869969:+', 'chr12-11869969')), [
    'row-malformed',
  ]);
});

test('no cell of any file makes a reader throw', async () => {
  const cell = fc.string({ maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.array(cell, { maxLength: 30 }), async ([text], cells) => {
      const header = text.split('\n')[0] ?? '';
      const file = await readFusionFile(`${header}\n${cells.join('\t')}\n`);
      for (const call of file.calls) judgeCall(call, 'GRCh38');
      assert.ok(file.calls.length <= 1 + cells.join('\t').split('\n').length);
    }),
    { numRuns: 200 },
  );
});

/** Breaks in introns 1 and 7 of EGFR (GRCh37, the reference transcript): the deletion known as EGFRvIII. */
const withinEgfr = (event: string, first: number, second: number) =>
  [
    'Sample_Id\tSite1_Hugo_Symbol\tSite1_Chromosome\tSite1_Position\tSite2_Hugo_Symbol\tSite2_Chromosome\tSite2_Position\tNCBI_Build\tClass\tConnection_Type',
    `S1\tEGFR\t7\t${first}\tEGFR\t7\t${second}\tGRCh37\t${event}\t5to3`,
    '',
  ].join('\n');

test('two places in one gene: the exons between them, and no fusion', async () => {
  const change = async (event: string, first: number, second: number) => {
    const [only] = await judged(withinEgfr(event, first, second));
    assert.equal(only?.alteration, undefined);
    assert.deepEqual(only?.readings, { kind: 'unknown', reason: 'sameGene' });
    const found = only?.exonChange;
    return found === undefined ? undefined : [found.change, found.from, found.to];
  };
  assert.deepEqual(await change('DELETION', 55_180_000, 55_222_500), ['deletion', 2, 7]);
  assert.deepEqual(await change('DUPLICATION', 55_222_500, 55_180_000), ['duplication', 2, 7]);
  assert.equal(await change('INVERSION', 55_180_000, 55_222_500), undefined);
  assert.equal(await change('DELETION', 55_180_000, 55_180_100), undefined);
});
