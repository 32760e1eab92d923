/**
 * Kaplan-Meier with the log-rank test from 10^3 to 10^6 subjects, against R's survival where Rscript and the package are
 * there, in one run on the same data. `node bench/statistics.ts` ends with 1 where 10^6 subjects take longer than the limit.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { leastOf, randomFrom } from './measuring.ts';

const { kaplanMeier, logRank } = await import('../src/statistics/index.ts');

/** Two groups; times in days up to about ten years, a third censored. */
function madeGroups(count: number) {
  const random = randomFrom(count);
  return [0.001, 0.0012].map((rate) => {
    const size = count / 2;
    const time = new Float64Array(size);
    const event = new Uint8Array(size);
    for (let row = 0; row < size; row += 1) {
      const death = -Math.log(1 - random()) / rate;
      const loss = random() * 3650;
      time[row] = Math.ceil(Math.min(death, loss) * 10) / 10;
      event[row] = death <= loss ? 1 : 0;
    }
    return { time, event };
  });
}

const inR = `suppressMessages(library(survival))
path <- commandArgs(TRUE)[1]; n <- as.integer(commandArgs(TRUE)[2]); rounds <- as.integer(commandArgs(TRUE)[3])
f <- file(path, "rb"); time <- readBin(f, "double", n); event <- readBin(f, "double", n); close(f)
group <- rep(1:2, each = n / 2); best <- Inf
for (i in seq_len(rounds)) { s <- proc.time()[["elapsed"]]
  fit <- survfit(Surv(time, event) ~ group, conf.type = "log-log"); test <- survdiff(Surv(time, event) ~ group)
  best <- min(best, proc.time()[["elapsed"]] - s) }
cat(best * 1000, test$chisq)`;

const folder = mkdtempSync(join(tmpdir(), 'cajal-statistics-'));
/** Milliseconds and chi-square of R, or undefined where it cannot be had. */
function peer(groups: ReturnType<typeof madeGroups>, rounds: number): readonly number[] | undefined {
  const count = groups.reduce((sum, { time }) => sum + time.length, 0);
  const all = new Float64Array(2 * count);
  let at = 0;
  for (const { time } of groups) {
    all.set(time, at);
    at += time.length;
  }
  for (const { event } of groups) {
    all.set(event, at);
    at += event.length;
  }
  const path = join(folder, 'data.bin');
  writeFileSync(path, new Uint8Array(all.buffer));
  const done = spawnSync('Rscript', ['-e', inR, path, String(count), String(rounds)], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim().split(/\s+/).map(Number) : undefined;
}

/** 10^6 subjects within this many milliseconds. */
const mostMilliseconds = 5000;
let largest = 0;
process.stdout.write(
  `${availableParallelism()} cores (${cpus()[0]?.model ?? 'processor not named'}), Node ${process.versions.node}\n\n` +
    '| subjects | here, ms | R, ms | ratio R / here | chi-square here and in R |\n| ---: | ---: | ---: | ---: | --- |\n',
);
try {
  for (const count of [1000, 10_000, 100_000, 1_000_000]) {
    const groups = madeGroups(count);
    const rounds = count >= 1_000_000 ? 3 : 9;
    let chiSquare = Number.NaN;
    const own = leastOf(rounds, () => {
      for (const group of groups) kaplanMeier(group);
      const read = logRank([groups]);
      if (read.ok) chiSquare = read.test.chiSquare;
    });
    largest = own;
    const [theirs, theirChiSquare] = peer(groups, rounds) ?? [];
    const ratio = theirs === undefined ? '' : (theirs / own).toFixed(2);
    process.stdout.write(
      `| ${count.toLocaleString('en-GB')} | ${own.toFixed(1)} | ${theirs?.toFixed(1) ?? 'no R'} | ${ratio} | ${chiSquare.toPrecision(10)} ${theirChiSquare?.toPrecision(10) ?? ''} |\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = largest > mostMilliseconds ? 1 : 0;
