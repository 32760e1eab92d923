/** `cajal fusion`: verdicts of texts, callers merged from files, and what it refuses. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { FusionCommandOptions } from './fusion-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'cajal-fusion-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const table = (rows: readonly string[]): string =>
  rows.map((row) => `${row.split(' ').join('\t')}\n`).join('');

/** Made up for the tests; the places of ETV6 and NTRK3 are borders of their exons 5 and 15 on GRCh38. */
const arribaFile = table([
  '#gene1 gene2 breakpoint1 breakpoint2 strand1 strand2 split_reads1 split_reads2 discordant_mates reading_frame direction1 direction2',
  'ETV6 NTRK3 12:11869969 15:87940753 + - 3 2 4 in-frame downstream downstream',
  'KIT KIT 4:54727000 4:54727300 + + 5 5 0 . downstream upstream',
]);
const starFusionFile = table([
  '#FusionName JunctionReadCount SpanningFragCount LeftGene LeftBreakpoint RightGene RightBreakpoint',
  'ETV6--NTRK3 7 1 ETV6^ENSG1 chr12:11869969:+ NTRK3^ENSG2 chr15:87940753:-',
]);
const cbioportalFile = table([
  'Sample_Id Site1_Hugo_Symbol Site1_Chromosome Site1_Position Site2_Hugo_Symbol Site2_Chromosome Site2_Position NCBI_Build Connection_Type',
  'S1 NTRK3 15 87950753 ETV6 12 11873969 GRCh38 3to5',
  'S2 EGFR 7 55019000 EGFR 7 55155000 GRCh38 5to3',
  'S3 ETV6 12 11873969 NTRK3 15 87950753 GRCh38 5to5 extra',
]);

const arriba = file('arriba.tsv.gz', gzipSync(arribaFile));
const star = file('star.tsv', starFusionFile);
const portal = file('data_sv.txt', cbioportalFile);

interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

const command = new URL('./commands/fusion.ts', import.meta.url).href;

/** Each run is a process of its own, as from the command line. */
function run(inputs: readonly string[], options: Partial<FusionCommandOptions> = {}): Outcome {
  const all = JSON.stringify({ ask: [], json: false, ...options });
  const script = `import { fusionCommand } from '${command}'; await fusionCommand(${JSON.stringify(inputs)}, ${all});`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { out: child.stdout, err: child.stderr, code: child.status };
}

test('a text gives the verdict on the reference transcripts first, the pairs and the domains', () => {
  const { out, err, code } = run(['fusion of exon 4 of ETV6 with exon 14 of NTRK3']);
  assert.equal(code, 0);
  const lines = out.split('\n');
  assert.equal(lines[0], 'ETV6:e.4::NTRK3:e.14 fusion');
  assert.match(
    lines[1] ?? '',
    /^Exon 4 of ETV6 with exon 14 of NTRK3 is in frame, 528 residues, with the whole kinase/,
  );
  assert.match(out, /PTKc_TrkC +532-836 +100% +whole/);
  assert.match(out, /ENST00000396373\.8 e4 \* +ENST00000317501\.9 e14 +inFrame +301 +none/);
  assert.match(err, /notation-ambiguous/);
});

test('breakpoints need their build', () => {
  const text = 'ETV6@chr12:11869969::NTRK3@chr15:87940753';
  assert.equal(run([text]).code, 2);
  assert.match(run([text], { build: 'hg38' }).out, /in frame, 647 residues, with the whole kinase domain/);
});

test('files are merged with votes; what was not found is said with its limits', () => {
  const { out, code } = run([arriba, star], { ask: ['ETV6-NTRK3', 'EML4::ALK'] });
  assert.equal(code, 0);
  assert.match(out, /1 +ETV6::NTRK3 +2 of 2 +in frame, 647 residues; kinase whole/);
  assert.match(out, /1 row within one gene: no fusion of two genes/);
  assert.match(out, /ETV6::NTRK3: detected by 2 of 2 callers \(Arriba, STAR-Fusion\)\./);
  assert.match(out, /EML4::ALK: not detected by Arriba, STAR-Fusion\. This does not exclude it/);
  assert.match(out, /7, 15 and 9 of them with Arriba/);
});

test('a file with several samples is answered sample by sample, or for the one asked for', () => {
  const all = run([portal]);
  assert.deepEqual(all.out.match(/^Sample .*$/gm), ['Sample S1', 'Sample S2']);
  assert.equal(all.code, 2);
  const one = run([portal], { sample: 'S1' });
  assert.deepEqual(one.out.match(/^Sample .*$/gm), ['Sample S1']);
  assert.equal(run([star, portal], { sample: 'S9' }).code, 4);
});

test('as JSON: plain data, the same answers', () => {
  const whole: unknown = JSON.parse(run([arriba, star], { json: true }).out);
  assert.ok(Array.isArray(whole) && whole.length === 1);
  const text: unknown = JSON.parse(run(['ETV6:e.4::NTRK3:e.14'], { json: true }).out);
  assert.ok(Array.isArray(text) && text.length === 1);
});

const refused: readonly (readonly [readonly string[], Partial<FusionCommandOptions>, number])[] = [
  [['KIT V560del'], {}, 2],
  [['no such thing'], {}, 2],
  [[star, 'ETV6::NTRK3'], {}, 4],
  [[star], { build: 'hg17' }, 2],
  [[star], { ask: ['KIT V560del'] }, 2],
  [[file('other.tsv', 'a\tb\n1\t2\n')], {}, 2],
];

test('what cannot be used ends with its exit code', () => {
  for (const [inputs, options, code] of refused)
    assert.equal(run(inputs, options).code, code, inputs.join(' '));
});
