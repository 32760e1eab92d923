/**
 * Real caller output on a reference material with known truth (SeraSeq Fusion RNA v4, 16 fusions, three replicates): how
 * many each caller shows, and that our verdict on every one of them whose gene models are held is in frame.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  type AskedFusion,
  fusionVerdicts,
  inferBuild,
  judgeCall,
  readFusionFile,
  usualAssay,
} from './index.ts';

const data =
  process.env['CAJAL_DATA'] ??
  join(fileURLToPath(new URL('../../../../', import.meta.url)), 'shared', 'data');
const folder = join(data, 'fusions');
const skip = existsSync(folder) ? false : `no fusion data at ${folder}; set CAJAL_DATA`;

function textOf(name: string): string {
  const bytes = readFileSync(join(folder, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function placeOf(text: string | undefined) {
  const [chromosome = '', position] = (text ?? '').split(':');
  return { chromosome, position: Number(position) };
}

function truths(): readonly AskedFusion[] {
  const [, ...lines] = textOf('SeraCare_fusion_targets.tsv').trim().split('\n');
  return lines.map((line) => {
    const [, five = '', left, three = '', right] = line.split('\t');
    return { five, three, breakpoints: { five: placeOf(left), three: placeOf(right) } };
  });
}

async function answered(caller: string, name: string) {
  const { calls, format = '' } = await readFusionFile(textOf(name), name);
  const build = inferBuild(calls);
  assert.equal(build, 'GRCh38', name);
  const assay = usualAssay(format);
  return { caller, assay, calls: calls.map((call) => judgeCall(call, build)) };
}

const replicates = [1, 2, 3].map((number) => [
  ['Arriba', `MDL_163_SeraSeqFusion_${number}.arriba.fusions.tsv.gz`],
  ['STAR-Fusion', `TruSeq.SeraCareFusions_rep${number}.StarFusion.fusions.abridged.tsv.gz`],
]);

async function verdicts(files: readonly (readonly string[])[]) {
  const results = await Promise.all(files.map(([caller = '', name = '']) => answered(caller, name)));
  return fusionVerdicts(results, truths());
}

test('Arriba shows 7, 15 and 9 of the 16 fusions, STAR-Fusion 8, 13 and 9', { skip }, async () => {
  const found = await Promise.all(
    replicates.map(async (files) => {
      const all = await verdicts(files);
      assert.equal(all.length, 16);
      return ['Arriba', 'STAR-Fusion'].map(
        (caller) =>
          all.filter(({ answers }) => answers.some((each) => each.caller === caller && each.found)).length,
      );
    }),
  );
  assert.deepEqual(found, [
    [7, 8],
    [15, 13],
    [9, 9],
  ]);
});

test('ETV6::NTRK3 is shown by each caller in two of three replicates, exon 5 with exon 15', {
  skip,
}, async () => {
  const found = { Arriba: 0, 'STAR-Fusion': 0 };
  for (const files of replicates) {
    const verdict = (await verdicts(files)).find(({ asked }) => asked.three === 'NTRK3');
    for (const caller of ['Arriba', 'STAR-Fusion'] as const)
      if (verdict?.answers.some((each) => each.caller === caller && each.found)) found[caller] += 1;
    const readings = verdict?.events[0]?.best.readings;
    if (readings?.kind === 'known')
      assert.deepEqual(
        [readings.reference.five.exon, readings.reference.three.exon, readings.reference.proteinLength],
        [5, 15, 647],
      );
  }
  assert.deepEqual(found, { Arriba: 2, 'STAR-Fusion': 2 });
});

/** Fusions of the material in which the 5' partner gives no coding sequence. */
const promoterOnly: ReadonlySet<string> = new Set(['TMPRSS2 ERG', 'SLC45A3 BRAF']);

test('every true fusion with held gene models is in frame by our own verdict, and no caller disagrees', {
  skip,
}, async (context) => {
  const judgedPairs = new Set<string>();
  for (const files of replicates)
    for (const { asked, events } of await verdicts(files)) {
      const name = `${asked.five} ${asked.three}`;
      for (const { best, hasConflict } of events) {
        const readings = best.readings;
        if (readings.kind === 'unknown') continue;
        judgedPairs.add(`${name}: ${readings.reference.frame}, kinase ${readings.reference.kinase}`);
        assert.equal(readings.reference.frame, promoterOnly.has(name) ? 'utrToCoding' : 'inFrame', name);
        assert.equal(hasConflict, false, name);
      }
    }
  for (const line of judgedPairs) context.diagnostic(line);
  assert.ok([...judgedPairs].some((line) => line.startsWith('ETV6 NTRK3: inFrame, kinase whole')));
});

const longReadFiles = [
  'Sera.IsoSeq.subsampled_refinedOct2023.ctat-LR-fusion.fusion_predictions.tsv.gz',
  'Sera.bc09.subsampled_refinedOct2023.ctat-LR-fusion.fusion_predictions.tsv.gz',
  'Sera.bc_08.subsampled_refinedOct2023.ctat-LR-fusion.fusion_predictions.tsv.gz',
];

test('long reads show all 16 in each replicate', { skip }, async () => {
  for (const name of longReadFiles) {
    const found = (await verdicts([['long reads', name]])).filter(({ status }) => status === 'detected');
    assert.equal(found.length, 16, name);
  }
});
