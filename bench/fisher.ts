/**
 * Fisher's exact test of 10^5 two by two tables, against R in one run on the same tables where Rscript is there: the p alone
 * against a sum of dhyper (R's compiled code, with nothing of fisher.test around it), and the whole test with odds ratio and
 * interval against fisher.test. `node bench/fisher.ts` ends with 1 where the p of all tables take longer than the limit.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from './measuring.ts';

const { fisherExact, fisherExactP } = await import('../src/statistics/index.ts');

type TwoByTwo = Parameters<typeof fisherExactP>[0];

/** Two cohorts of 20 to 400 with a mutation in up to a third, as when genes are compared between tumours. */
function madeTables(count: number): readonly TwoByTwo[] {
  const random = randomFrom(count);
  return Array.from({ length: count }, () => {
    const [first, second] = [20 + Math.floor(random() * 380), 20 + Math.floor(random() * 380)];
    const share = random() / 3;
    const drawn = (size: number): number => Math.round(size * Math.min(1, share * (0.5 + random())));
    const [a, b] = [drawn(first), drawn(second)];
    return [
      [a, first - a],
      [b, second - b],
    ];
  });
}

/** The least of several rounds, in milliseconds, and the sum of what the work gave. */
function timed(rounds: number, work: () => number): { readonly milliseconds: number; readonly sum: number } {
  let [milliseconds, sum] = [Number.POSITIVE_INFINITY, Number.NaN];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    sum = work();
    milliseconds = Math.min(milliseconds, performance.now() - started);
  }
  return { milliseconds, sum };
}

const inR = `path <- commandArgs(TRUE)[1]; n <- as.integer(commandArgs(TRUE)[2]); whole <- commandArgs(TRUE)[3] == "whole"
f <- file(path, "rb"); t <- matrix(readBin(f, "integer", 4 * n), nrow = 4); close(f)
started <- proc.time()[["elapsed"]]
p <- if (whole) vapply(seq_len(n), function(i) fisher.test(matrix(t[, i], 2, byrow = TRUE))$p.value, 0) else vapply(seq_len(n), function(i) {
  a <- t[1, i]; m <- a + t[3, i]; k <- a + t[2, i]; rest <- t[2, i] + t[4, i]
  least <- max(0, k - rest); d <- dhyper(least:min(k, m), m, rest, k)
  sum(d[d <= d[a - least + 1] * (1 + 1e-7)]) }, 0)
cat((proc.time()[["elapsed"]] - started) * 1000, sprintf("%.15g", sum(p)))`;

const folder = mkdtempSync(join(tmpdir(), 'cajal-fisher-'));
/** Milliseconds and the sum of p in R, or undefined where it cannot be had. */
function peer(tables: readonly TwoByTwo[], what: 'p' | 'whole'): readonly number[] | undefined {
  const path = join(folder, 'tables.bin');
  writeFileSync(path, new Uint8Array(Int32Array.from(tables.flat(2)).buffer));
  const done = spawnSync('Rscript', ['-e', inR, path, String(tables.length), what], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim().split(/\s+/).map(Number) : undefined;
}

/** The p of 10^5 tables within this many milliseconds. */
const mostMilliseconds = 1000;
let slowest = 0;
process.stdout.write(
  `${availableParallelism()} cores (${cpus()[0]?.model ?? 'processor not named'}), Node ${process.versions.node}\n\n` +
    '| what | tables | here, ms | R, ms | ratio R / here | sum of p here and in R |\n| --- | ---: | ---: | ---: | ---: | --- |\n',
);
try {
  for (const [what, name, count, rounds] of [
    ['p', 'p alone; dhyper', 1000, 9],
    ['p', 'p alone; dhyper', 10_000, 9],
    ['p', 'p alone; dhyper', 100_000, 5],
    ['whole', 'p, odds ratio, interval; fisher.test', 100_000, 2],
  ] as const) {
    const tables = madeTables(count);
    const of = what === 'p' ? fisherExactP : (table: TwoByTwo): number => fisherExact(table).p;
    const own = timed(rounds, () => tables.reduce((sum, table) => sum + of(table), 0));
    if (what === 'p') slowest = own.milliseconds;
    const [theirs, sum] = peer(tables, what) ?? [];
    const ratio = theirs === undefined ? '' : (theirs / own.milliseconds).toFixed(1);
    process.stdout.write(
      `| ${name} | ${count.toLocaleString('en-GB')} | ${own.milliseconds.toFixed(1)} | ${theirs?.toFixed(0) ?? 'no R'} | ${ratio} | ${own.sum.toPrecision(12)} ${sum?.toPrecision(12) ?? ''} |\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = slowest > mostMilliseconds ? 1 : 0;
