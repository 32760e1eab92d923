/**
 * Proportional hazards regression (Efron) with ten covariates from 10^3 to 10^5 subjects, observed from the origin or
 * entering late, against R's coxph in one run on the same data where Rscript and the package are there. Both give
 * coefficients, tests and concordance with its error. `node bench/cox.ts` ends with 1 where 10^5 subjects take longer than
 * the limit.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { leastOf, randomFrom } from './measuring.ts';

const { coxRegression } = await import('../src/statistics/index.ts');

const covariateCount = 10;

/** Binary and normal covariates by turns; times in days up to about ten years, in tenths, so that some are tied. */
function madeSubjects(count: number) {
  const random = randomFrom(count);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const covariates = Array.from({ length: covariateCount }, (_, k) => ({
    name: `x${k}`,
    values: Float64Array.from({ length: count }, () => (k % 2 === 1 ? normal() : random() < 0.4 ? 1 : 0)),
  }));
  const time = new Float64Array(count);
  const entry = new Float64Array(count);
  const event = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const predictor = covariates.reduce((sum, { values }, k) => sum + 0.1 * (k - 4) * (values[row] ?? 0), 0);
    const death = -Math.log(1 - random()) / (0.001 * Math.exp(predictor));
    const loss = random() * 3650;
    time[row] = Math.ceil(Math.min(death, loss) * 10) / 10;
    event[row] = death <= loss ? 1 : 0;
    entry[row] = Math.floor(random() * (time[row] ?? 0) * 9) / 10;
  }
  return { time, event, entry, covariates };
}

const inR = `suppressMessages(library(survival))
path <- commandArgs(TRUE)[1]; n <- as.integer(commandArgs(TRUE)[2]); rounds <- as.integer(commandArgs(TRUE)[3])
late <- commandArgs(TRUE)[4] == "late"
f <- file(path, "rb"); d <- as.data.frame(matrix(readBin(f, "double", n * ${covariateCount + 3}), n)); close(f)
names(d) <- c("time", "event", "entry", paste0("x", 0:${covariateCount - 1})); best <- Inf
right <- paste(paste0("x", 0:${covariateCount - 1}), collapse = " + ")
formula <- as.formula(paste(if (late) "Surv(entry, time, event)" else "Surv(time, event)", "~", right))
for (i in seq_len(rounds)) { s <- proc.time()[["elapsed"]]; fit <- coxph(formula, data = d)
  best <- min(best, proc.time()[["elapsed"]] - s) }
cat(best * 1000, sprintf("%.15g", coef(fit)[["x1"]]))`;

const folder = mkdtempSync(join(tmpdir(), 'cajal-cox-'));
/** Milliseconds and one coefficient of R, or undefined where they cannot be had. */
function peer(
  { time, event, entry, covariates }: ReturnType<typeof madeSubjects>,
  rounds: number,
  kind: string,
): readonly number[] | undefined {
  const columns = [time, Float64Array.from(event), entry, ...covariates.map(({ values }) => values)];
  const all = new Float64Array(columns.length * time.length);
  for (const [at, column] of columns.entries()) all.set(column, at * time.length);
  const path = join(folder, 'data.bin');
  writeFileSync(path, new Uint8Array(all.buffer));
  const given = ['-e', inR, path, String(time.length), String(rounds), kind];
  const done = spawnSync('Rscript', given, { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim().split(/\s+/).map(Number) : undefined;
}

/** 10^5 subjects within this many milliseconds. */
const mostMilliseconds = 5000;
let slowest = 0;
process.stdout.write(
  `${availableParallelism()} cores (${cpus()[0]?.model ?? 'processor not named'}), Node ${process.versions.node}\n\n` +
    '| subjects | entry | here, ms | R, ms | ratio R / here | a coefficient here and in R |\n| ---: | --- | ---: | ---: | ---: | --- |\n',
);
try {
  for (const count of [1000, 10_000, 100_000])
    for (const kind of ['origin', 'late']) {
      const { entry, ...subjects } = madeSubjects(count);
      const columns = kind === 'late' ? { ...subjects, entry } : subjects;
      const rounds = count >= 100_000 ? 5 : 15;
      let coefficient = Number.NaN;
      const own = leastOf(rounds, () => {
        const read = coxRegression(columns);
        if (read.ok) coefficient = read.model.coefficients[1]?.coefficient ?? Number.NaN;
      });
      slowest = Math.max(slowest, own);
      const [theirs, theirCoefficient] = peer({ ...subjects, entry }, rounds, kind) ?? [];
      const ratio = theirs === undefined ? '' : (theirs / own).toFixed(2);
      process.stdout.write(
        `| ${count.toLocaleString('en-GB')} | ${kind} | ${own.toFixed(1)} | ${theirs?.toFixed(1) ?? 'no R'} | ${ratio} | ${coefficient.toPrecision(10)} ${theirCoefficient?.toPrecision(10) ?? ''} |\n`,
      );
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = slowest > mostMilliseconds ? 1 : 0;
