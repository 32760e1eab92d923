/** Columns made ready for a likelihood: faults named, covariates that cannot be estimated found, the likelihood at 0 known. */
import { type CoxColumns, coxColumnsFault } from './cox-columns.ts';
import { type CoxDesign, coxDesign, standardCovariates } from './cox-design.ts';
import type { CoxRefusal, CoxTies } from './cox-model.ts';
import { exactLikelihood, exactWork, mostExactWork } from './exact-likelihood.ts';
import type { Likelihood } from './maximum-likelihood.ts';
import { type LikelihoodValue, partialLikelihood } from './partial-likelihood.ts';
import { type RiskSpans, riskSpans } from './risk-spans.ts';
import type { SteppedTies } from './risk-sums.ts';
import { cholesky } from './symmetric-matrix.ts';

/** The parts of a model before its estimate. */
export interface PreparedModel {
  readonly ok: true;
  readonly design: CoxDesign;
  readonly likelihood: Likelihood;
  /** The likelihood at 0. */
  readonly start: LikelihoodValue;
  readonly dropped: readonly string[];
}

/** A covariate whose information is this share of its second moment is constant, or depends on those before it. */
const dependence = 1e-10;

/** The ties of baseline hazards and residuals, for which the exact likelihood has none of its own. */
export const steppedTies = (ties: CoxTies): SteppedTies => (ties === 'efron' ? 'efron' : 'breslow');

/** The likelihood of a design. */
export const likelihoodOf =
  (design: CoxDesign, ties: CoxTies): Likelihood =>
  (beta) =>
    ties === 'exact' ? exactLikelihood(design, beta) : partialLikelihood(design, ties, beta);

/** Whether at any event time somebody at risk has no event. */
function hasComparison({ active, from, to, times, eventsAt }: RiskSpans): boolean {
  const change = new Int32Array(times.length + 1);
  for (let at = 0; at < active; at += 1) {
    change[from[at] ?? 0] = (change[from[at] ?? 0] ?? 0) + 1;
    change[to[at] ?? 0] = (change[to[at] ?? 0] ?? 0) - 1;
  }
  let atRisk = 0;
  for (let place = 0; place < times.length; place += 1) {
    atRisk += change[place] ?? 0;
    if (atRisk > (eventsAt[place] ?? 0)) return true;
  }
  return false;
}

/** The spans of columns without fault, or what is wrong with them. */
export function spansOf(columns: CoxColumns): { readonly ok: true; readonly spans: RiskSpans } | CoxRefusal {
  const wrong = coxColumnsFault(columns);
  if (wrong !== undefined)
    return {
      ok: false,
      reason: wrong.fault,
      ...(wrong.row === undefined ? {} : { row: wrong.row }),
      ...(wrong.covariate === undefined ? {} : { covariates: [wrong.covariate] }),
    };
  const spans = riskSpans(columns);
  if ('emptyRow' in spans) return { ok: false, reason: 'entryNotBeforeExit', row: spans.emptyRow };
  if (!columns.event.includes(1)) return { ok: false, reason: 'noEvents' };
  return { ok: true, spans };
}

/** The parts of the model, or why there is none. */
export function preparedModel(
  columns: CoxColumns,
  ties: CoxTies,
  aliased: 'refuse' | 'drop',
): PreparedModel | CoxRefusal {
  const read = spansOf(columns);
  if (!read.ok) return read;
  const { spans } = read;
  if (!hasComparison(spans)) return { ok: false, reason: 'noComparison' };
  const isWeighted = columns.weights?.some((weight) => weight !== 1) ?? false;
  if (ties === 'exact' && isWeighted) return { ok: false, reason: 'weightsWithExactTies' };
  const all = columns.covariates.map(({ name }) => name);
  const standards = standardCovariates(columns, spans);
  const constant = standards
    .filter(({ standard }) => standard.scale === 0)
    .map(({ covariate }) => covariate.name);
  if (constant.length > 0 && (aliased === 'refuse' || constant.length === all.length))
    return { ok: false, reason: 'constantCovariates', covariates: constant };
  const varying = all.filter((name) => !constant.includes(name));
  const whole = coxDesign(columns, spans, standards, varying);
  if (ties === 'exact' && exactWork(whole) > mostExactWork) return { ok: false, reason: 'exactTooCostly' };
  const wholeLikelihood = likelihoodOf(whole, ties);
  const wholeStart = wholeLikelihood(new Float64Array(whole.size));
  const floor = wholeStart.secondMoment.map((moment) => dependence * moment);
  const { kept, rank } = cholesky(wholeStart.information, whole.size, floor);
  if (rank === whole.size)
    return { ok: true, design: whole, likelihood: wholeLikelihood, start: wholeStart, dropped: constant };
  const dependent = varying.filter((_, index) => kept[index] === 0);
  if (aliased === 'refuse' || rank === 0)
    return { ok: false, reason: 'aliasedCovariates', covariates: dependent };
  const dropped = all.filter((name) => constant.includes(name) || dependent.includes(name));
  const design = coxDesign(
    columns,
    spans,
    standards,
    all.filter((name) => !dropped.includes(name)),
  );
  const likelihood = likelihoodOf(design, ties);
  return { ok: true, design, likelihood, start: likelihood(new Float64Array(design.size)), dropped };
}
