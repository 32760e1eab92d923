/**
 * Names of variants read per second, against `@bcgsc-pori/graphkb-parser` (GPL-3: a peer for this measurement, installed
 * with npm into a temporary folder where the network is there, never a dependency) on the same names in one run. The
 * names are made from a seed in the notation that both read: `KIT:p.V560del`, `BRAF:c.1799T>A`, `chr7:g.140453136A>T`.
 * `node bench/notation.ts` ends with 1 where the limit is missed. Run it on a quiet machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './measuring.ts';

const { readNotation } = await import('../src/alteration/index.ts');
const { allGenes, residueAt } = await import('../src/genes/index.ts');

const random = randomFrom(20_260_101);
const below = (limit: number): number => Math.floor(random() * limit);
const letterOf = (letters: string): string => letters.charAt(below(letters.length));
const aminoAcids = 'ACDEFGHIKLMNPQRSTVWY';
const genes = allGenes().filter(({ transcripts }) => transcripts.length > 0);

/** A codon with the residue that stands there, as a laboratory prints it; another where the sequence is not held. */
function codonOf(gene: (typeof genes)[number], position: number): string {
  const found = residueAt(gene, position);
  return `${found.kind === 'unknown' ? letterOf('DEFHIKLMNPQRSVWY') : found.value}${position}`;
}

/** The shares of the kinds are about those of a tumour's panel: mostly substitutions. */
function madeName(): string {
  const gene = genes[below(genes.length)];
  if (gene === undefined) throw new Error('no gene is held');
  const { symbol } = gene;
  const position = 2 + below(300);
  const share = random();
  if (share < 0.5) return `${symbol}:p.${codonOf(gene, position)}${letterOf('DEFHIKLMNPQRSVWY')}`;
  if (share < 0.6) return `${symbol}:p.${codonOf(gene, position)}*`;
  if (share < 0.7) return `${symbol}:p.${codonOf(gene, position)}${letterOf(aminoAcids)}fs*${1 + below(60)}`;
  if (share < 0.75)
    return `${symbol}:p.${codonOf(gene, position)}_${codonOf(gene, position + 1 + below(9))}del`;
  if (share < 0.78) {
    const ends = `${codonOf(gene, position)}_${codonOf(gene, position + 1 + below(9))}`;
    return `${symbol}:p.${ends}delins${letterOf(aminoAcids)}${letterOf(aminoAcids)}`;
  }
  if (share < 0.95) return `${symbol}:c.${position}${letterOf('AC')}>${letterOf('GT')}`;
  return `chr${1 + below(22)}:g.${1_000_000 + below(90_000_000)}${letterOf('AC')}>${letterOf('GT')}`;
}

const names = [...new Set(Array.from({ length: 60_000 }, madeName))];

/** The best of several rounds, each over all names. */
function perSecond(read: (name: string) => boolean): { readonly rate: number; readonly share: number } {
  let best = Number.POSITIVE_INFINITY;
  let understood = 0;
  for (let round = 0; round < 6; round += 1) {
    understood = 0;
    const started = performance.now();
    for (const name of names) if (read(name)) understood += 1;
    best = Math.min(best, performance.now() - started);
  }
  return { rate: (names.length / best) * 1000, share: understood / names.length };
}

/** The peer's reader, or undefined where it cannot be had. */
function peerReader(folder: string): ((name: string) => boolean) | undefined {
  const peer = '@bcgsc-pori/graphkb-parser';
  const given = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    `${peer}@2.1.0`,
  ];
  const done = spawnSync('npm', given, { encoding: 'utf8', timeout: 120_000 });
  if (done.status !== 0 || !existsSync(join(folder, 'node_modules', peer))) return undefined;
  const loaded: unknown = createRequire(join(folder, 'index.js'))(peer);
  if (typeof loaded !== 'object' || loaded === null || !('parseVariant' in loaded)) return undefined;
  const { parseVariant } = loaded;
  if (typeof parseVariant !== 'function') return undefined;
  return (name) => {
    try {
      return Reflect.apply(parseVariant, undefined, [name]) !== undefined;
    } catch {
      return false;
    }
  };
}

/** At least so many names a second: the peer reads about 2 x 10^5. */
const limit = 100_000;
const shown = (rate: number): string => Math.round(rate).toLocaleString('en').padStart(9);
const percent = (share: number): string => `${(share * 100).toFixed(1)}% understood`;

console.log(
  `${names.length} distinct names; ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`,
);
const ours = perSecond((name) => readNotation(name).value !== undefined);
console.log(`cajal readNotation        ${shown(ours.rate)} /s  ${percent(ours.share)}`);

const folder = mkdtempSync(join(tmpdir(), 'cajal-bench-'));
try {
  const read = peerReader(folder);
  const theirs = read === undefined ? undefined : perSecond(read);
  console.log(
    theirs === undefined
      ? 'the peer could not be installed: no network, or no npm'
      : `graphkb-parser 2.1.0      ${shown(theirs.rate)} /s  ${percent(theirs.share)}  (${(ours.rate / theirs.rate).toFixed(2)} of it)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const home = fileURLToPath(new URL('..', import.meta.url));
const civic = join(
  process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data'),
  'civic',
  'civic_predictive_2022-05-30.tsv',
);
if (existsSync(civic)) {
  const rows = readFileSync(civic, 'utf8').split('\n').slice(1);
  const pairs = rows.map((row) => row.replaceAll('"', '').split('\t')).filter(({ length }) => length > 2);
  const started = performance.now();
  for (const [gene = '', , variant = ''] of pairs) readNotation(variant, { gene });
  const rate = (pairs.length / (performance.now() - started)) * 1000;
  console.log(`cajal, names of CIViC     ${shown(rate)} /s`);
}
if (ours.rate < limit) {
  console.log(`MISSED: at least ${limit} names a second are wanted`);
  process.exitCode = 1;
}
