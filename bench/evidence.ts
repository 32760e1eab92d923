/**
 * The audit and the pooling of libraries of 10^2 to 10^4 synthetic studies, with growth; pooling against metafor in R, where it is
 * there, on the same counts in one run. `node bench/evidence.ts` ends with 1 where 10^4 studies take longer than the limits.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { leastOf, randomFrom } from './measuring.ts';

const { auditLibrary, pooledShare, selectRates, study, usualPooling } = await import(
  '../src/evidence/index.ts'
);

type Study = ReturnType<typeof study.parse>;

const percent = (count: number, of: number): string => (Math.round((1000 * count) / of) / 10).toFixed(1);

/** A study of 10 to 79 patients with a row of responses, sites, adverse events and medians with their ranges. */
function madeStudy(at: number, random: () => number): Study {
  const of = 10 + Math.floor(random() * 70);
  const split = (whole: number, parts: number): number[] => {
    const cuts = Array.from({ length: parts - 1 }, () => Math.floor(random() * (whole + 1))).toSorted(
      (a, b) => a - b,
    );
    return [...cuts, whole].map((cut, place) => cut - (cuts[place - 1] ?? 0));
  };
  const [complete = 0, partial = 0, stable = 0, progressed = 0] = split(of, 4);
  const sites = split(of, 3);
  const place = { document: 'synthetic', section: 'Table 1' };
  const value = (fields: object) => ({ group: 'all', place, ...fields });
  const shares = {
    completeResponse: complete,
    partialResponse: partial,
    stableDisease: stable,
    progressiveDisease: progressed,
  };
  const survival = 4 + random() * 20;
  return study.parse({
    cajal: 'study/1',
    id: `synthetic-${at}`,
    title: `Synthetic study ${at}`,
    citation: { year: 2000 },
    published: '2000',
    verification: 'unverified',
    readIn: place,
    design: { type: 'retrospectiveSeries' },
    selection: 'consecutive',
    population: { words: 'synthetic NEC', entity: 'nec', enrolled: of },
    counts: [
      {
        outcome: 'objectiveResponse',
        count: complete + partial,
        of,
        denominator: 'enrolled',
        printed: `${complete + partial}`,
        place,
      },
    ],
    printed: {
      groups: [{ id: 'all', words: 'all patients' }],
      values: [
        value({ what: 'patients', as: 'count', value: String(of) }),
        ...Object.entries(shares).map(([what, count]) =>
          value({ what, as: 'percent', value: percent(count, of) }),
        ),
        value({ what: 'objectiveResponse', as: 'percent', value: percent(complete + partial, of) }),
        ...sites.map((count, site) =>
          value({
            what: 'part',
            scheme: 'site',
            term: `site ${site}`,
            as: 'count',
            value: String(count),
            partition: true,
          }),
        ),
        ...['neutropenia', 'nausea', 'diarrhoea'].map((term) =>
          value({
            what: 'toxicity',
            term,
            as: 'percent',
            value: percent(Math.floor(random() * (of + 1)), of),
          }),
        ),
        value({
          what: 'overallSurvival',
          as: 'median',
          value: survival.toFixed(1),
          unit: 'months',
          interval: `1–${(survival * 5).toFixed(1)}`,
          intervalLabel: 'range',
        }),
        value({
          what: 'progressionFreeSurvival',
          as: 'median',
          value: (survival / 2).toFixed(1),
          unit: 'months',
          interval: `0.5–${(survival * 2).toFixed(1)}`,
          intervalLabel: 'range',
        }),
      ],
    },
  });
}

const inR = `suppressMessages(library(metafor))
d <- read.csv(commandArgs(TRUE)[1]); s <- proc.time()[["elapsed"]]
e <- escalc(measure = "PLO", xi = d$x, ni = d$n); a <- rma(yi, vi, data = e, method = "REML")
t1 <- proc.time()[["elapsed"]] - s; s <- proc.time()[["elapsed"]]
g <- rma.glmm(measure = "PLO", xi = d$x, ni = d$n); cat(t1 * 1000, (proc.time()[["elapsed"]] - s) * 1000)`;

const folder = mkdtempSync(join(tmpdir(), 'cajal-evidence-'));

/** metafor holds matrices of studies by studies; beyond this it is not asked. */
const mostForPeer = 1000;

function peer(rates: readonly { readonly count: number; readonly of: number }[]): string {
  if (rates.length > mostForPeer) return 'metafor not run';
  const path = join(folder, 'rates.csv');
  writeFileSync(path, `x,n\n${rates.map(({ count, of }) => `${count},${of}`).join('\n')}\n`);
  const done = spawnSync('Rscript', ['-e', inR, path], { encoding: 'utf8' });
  if (done.status !== 0) return 'metafor not at hand';
  const [reml, glmm] = done.stdout.trim().split(/\s+/);
  return `metafor: REML ${Number(reml).toFixed(0)} ms, GLMM ${Number(glmm).toFixed(0)} ms`;
}

/** 10^4 studies within these many milliseconds. */
const limits = { audit: 10_000, pool: 5_000 } as const;
const where = { disease: { entity: 'nec' } } as const;
const question = {
  outcome: 'objectiveResponse',
  where,
  denominator: 'analysed',
  reading: 'curated',
  withInferred: false,
} as const;
let missed = false;
process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
for (const count of [100, 1000, 10_000]) {
  const random = randomFrom(count);
  const library = Array.from({ length: count }, (_, at) => madeStudy(at, random));
  const rounds = count < 10_000 ? 3 : 1;
  let findings = 0;
  const audit = leastOf(rounds, () => {
    findings = auditLibrary(library, []).findings.filter(({ outcome }) => outcome === 'impossible').length;
  });
  const select = leastOf(rounds, () => selectRates(library, question));
  const rates = selectRates(library, question).selected;
  const [glmm, logit] = (['glmm', 'logit'] as const).map((model) =>
    leastOf(rounds, () => pooledShare(rates, { ...usualPooling, model })),
  );
  const pool = select + (glmm ?? 0) + (logit ?? 0);
  process.stdout.write(
    `${count} studies: audit ${audit.toFixed(0)} ms (${findings} impossible), choosing ${select.toFixed(1)} ms, GLMM ${(glmm ?? 0).toFixed(0)} ms, logit REML ${(logit ?? 0).toFixed(0)} ms; ${peer(rates)}\n`,
  );
  if (count === 10_000) {
    const over = audit > limits.audit || pool > limits.pool;
    process.stdout.write(
      `limits ${limits.audit} ms to audit, ${limits.pool} ms to pool: ${over ? 'MISSED' : 'met'}\n`,
    );
    missed ||= over;
  }
}
rmSync(folder, { recursive: true, force: true });
process.exit(missed ? 1 : 0);
