/**
 * What `cajal stats pool` adds when asked: the influence of each study, the regression on properties of the studies, and
 * funnels. Funnels are on the arcsine, whose error hangs on the number of patients alone; on log odds only to check what a
 * paper printed.
 */
import {
  type EffectSize,
  type FunnelAsymmetryReading,
  type FunnelTest,
  funnelAsymmetry,
  type InfluenceReading,
  influence,
  type MetaRegressionReading,
  type Moderator,
  metaRegression,
  proportionEffect,
  type StudyProportion,
  shareOf,
  type TrimAndFillReading,
  trimAndFill,
} from '../../statistics/index.ts';
import type { PoolCommandOptions } from '../pool-command.ts';
import { bounds, shown, shownP, table } from './stats.ts';

/** The answers that were asked for, by name, and as text. */
export interface PoolAdditions {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly text: readonly string[];
}

/** Refusals that a reader can act upon; any other stands by its name. */
const refusals: Readonly<Record<string, string>> = {
  errorMadeFromEffect:
    'the error of a share is made from the share itself, so the funnel leans by arithmetic alone',
  fewerThanTenStudies: 'under ten studies say nothing of it',
  tooFewToFit: 'too few studies to fit it',
  equalErrors: 'all studies have the same error',
  sideUnknown: 'all studies have the same error',
  singleStudy: 'there is one study only',
  tooFewStudies: 'there are too few studies for so many columns',
  collinear: 'a column depends on those before it',
  oneLevel: 'all studies have the same value',
};
const refusal = ({ reason }: { readonly reason: string }): string => refusals[reason] ?? reason;
const oddsOf = (estimate: number): string => Math.exp(estimate).toFixed(2);
const signed = (value: number | null): string => (value === null ? 'none' : value.toFixed(2));

function influenceText(read: InfluenceReading, names: readonly string[]): string {
  if (!read.ok) return `no influence: ${refusal(read)}`;
  const rows = read.studies.map((each, at) => [
    names[at] ?? '',
    `${each.weightPercent.toFixed(1)}%`,
    signed(each.rstudent),
    signed(each.dffits),
    signed(each.cooksDistance),
    shown(each.tau2Without),
    each.isInfluential ? 'influential' : '',
  ]);
  const head = ['influence on log odds', 'weight', 'rstudent', 'DFFITS', "Cook's D", 'tau2 without', ''];
  return table([head, ...rows]);
}

function regressionText(read: MetaRegressionReading): string {
  if (!read.ok) return `no regression: ${refusal(read)}${'term' in read ? ` ("${read.term}")` : ''}`;
  const { coefficients, moderators, tau2, r2Percent, studies } = read.regression;
  const rows = coefficients.map(({ term, estimate, lower, upper, p }) => [
    term,
    term === 'intercept' ? `odds ${oddsOf(estimate)}` : `odds ratio ${oddsOf(estimate)}`,
    `${oddsOf(lower)} to ${oddsOf(upper)}`,
    p === null ? '' : shownP(p),
  ]);
  return [
    table([['regression on', '', 'interval', 'p'], ...rows]),
    `all columns: ${moderators === null ? 'no test' : `F ${shown(moderators.statistic)}, p ${shownP(moderators.p)}`}; tau2 left ${shown(tau2)}${r2Percent === null ? '' : `, ${r2Percent.toFixed(0)}% explained`}; ${studies} studies, which nobody randomised to their columns`,
  ].join('\n');
}

function funnelText(read: FunnelAsymmetryReading, scale: string): string {
  if (!read.ok) return `no test of the funnel: ${refusal(read)}`;
  const { funnelTest, statistic, degrees, p, caveats } = read.asymmetry;
  const named = funnelTest === 'begg' ? 'tau' : degrees === null ? 'z' : `t on ${degrees}`;
  const against = caveats.map((caveat) => `; ${refusals[caveat] ?? caveat}`).join('');
  return `funnel (${scale}), ${funnelTest === 'begg' ? 'Begg' : 'Egger'}: ${named} ${shown(statistic)}, p ${shownP(p)}${against}`;
}

function trimText(read: TrimAndFillReading, scale: string, measure: 'PAS' | 'PLO'): string {
  if (!read.ok) return `no trim and fill: ${refusal(read)}`;
  const { missing, side, estimator, pooled, caveats } = read.trimmed;
  const share = (effect: number): number => 100 * shareOf(effect, measure, 1);
  const against = caveats.map((caveat) => `; ${refusals[caveat] ?? caveat}`).join('');
  return `trim and fill (${scale}, ${estimator}): ${missing} ${missing === 1 ? 'study' : 'studies'} missing on the ${side}; with as many made up ${shown(share(pooled.estimate))}% (${bounds(share(pooled.lower), share(pooled.upper))})${against}`;
}

const funnelTests: Readonly<Record<'egger' | 'egger-mixed' | 'begg', FunnelTest>> = {
  egger: 'egger',
  'egger-mixed': 'eggerMixed',
  begg: 'begg',
};

/** What was asked for beyond the pooled shares. */
export function poolAdditions(
  shares: readonly (StudyProportion & { readonly study: string })[],
  moderators: readonly Moderator[],
  options: PoolCommandOptions,
): PoolAdditions {
  const { asReproduction, confidence, funnelTest, trimFill } = options;
  const effectsBy = (measure: 'PAS' | 'PLO'): readonly EffectSize[] =>
    shares.map((each) => proportionEffect(each, measure)).filter((effect) => effect !== null);
  const logits = effectsBy('PLO');
  const measure = asReproduction ? 'PLO' : 'PAS';
  const scale = asReproduction ? 'log odds' : 'arcsine';
  const how = { test: 'adhoc', confidence } as const;
  const answers: Record<string, unknown> = {};
  const text: string[] = [];
  if (options.influence) {
    const read = influence(logits, how);
    answers['influence'] = read;
    text.push(
      influenceText(
        read,
        shares.map(({ study }) => study),
      ),
    );
  }
  if (moderators.length > 0) {
    const read = metaRegression(logits, moderators, how);
    answers['regression'] = read;
    text.push(regressionText(read));
  }
  if (funnelTest !== undefined) {
    const asked = { funnelTest: funnelTests[funnelTest], measure, asReproduction, confidence } as const;
    const read = funnelAsymmetry(effectsBy(measure), asked);
    answers['funnel'] = read;
    text.push(funnelText(read, scale));
  }
  if (trimFill !== undefined) {
    const read = trimAndFill(effectsBy(measure), { measure, asReproduction, missing: trimFill, ...how });
    answers['trimAndFill'] = read;
    text.push(trimText(read, scale, measure));
  }
  return { answers, text };
}
