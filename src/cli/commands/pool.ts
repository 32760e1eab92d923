/**
 * `cajal stats pool`: shares of several studies with exact intervals, and together by two methods that need not agree: counts
 * as they are (binomial-normal), and log odds by restricted likelihood with Hartung and Knapp's error, never below Wald's.
 */
import { readSubjectColumns } from '../../formats/index.ts';
import {
  type BinomialNormalReading,
  betaBinomial,
  binomialNormal,
  clopperPearson,
  type EffectSize,
  heterogeneityVerdict,
  type Moderator,
  type PooledEffect,
  proportionEffect,
  randomEffects,
  type StudyProportion,
  shareOf,
} from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { PoolCommandOptions } from '../pool-command.ts';
import { poolAdditions } from './pool-sensitivity.ts';
import { print, shown, shownP, table } from './stats.ts';
import { readWholeText } from './whole-file.ts';

interface NamedShare extends StudyProportion {
  readonly study: string;
  /** Properties of the study, by column. */
  readonly properties: Readonly<Record<string, string>>;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const noFit: Readonly<Record<Exclude<BinomialNormalReading, { ok: true }>['reason'], string>> = {
  noStudies: 'there are no studies',
  notACount: 'counts are whole numbers, no more than the patients',
  noEvents: 'no study has an event, so there is no maximum',
  onlyEvents: 'every patient has the event, so there is no maximum',
  singleStudy: 'one study says nothing of how studies differ; its exact interval stands',
  allOrNothing: 'each study has no event or events only, so there is no maximum',
  notConverged: 'the likelihood has no maximum that was found',
};

function sharesOf(
  path: string,
  { count, of, study, moderator }: PoolCommandOptions,
): readonly NamedShare[] | undefined {
  const text = readWholeText(path);
  if (text === undefined) return undefined;
  const read = readSubjectColumns(text, {
    numbers: [count, of],
    labels: [...new Set([study, ...moderator])],
  });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  if (read.value === undefined) return undefined;
  const shares: NamedShare[] = [];
  for (const { line, numbers, labels } of read.value.rows) {
    const found = numbers[count] ?? Number.NaN;
    const total = numbers[of] ?? Number.NaN;
    if (
      !Number.isSafeInteger(found) ||
      !Number.isSafeInteger(total) ||
      found < 0 ||
      total < 1 ||
      found > total
    ) {
      const message = `${found} of ${total} is no share of patients; correct the row`;
      reportIssues([{ code: 'wrong-value', severity: 'error', message, line, source: path }]);
      return undefined;
    }
    shares.push({ study: labels[study] ?? '', count: found, of: total, properties: labels });
  }
  return shares;
}

/** A column as numbers where every study has one, as a factor otherwise. */
function moderatorOf(name: string, shares: readonly NamedShare[]): Moderator {
  const values = shares.map(({ properties }) => properties[name] ?? '');
  const numbers = values.map(Number);
  return numbers.every(Number.isFinite)
    ? { kind: 'number', name, values: numbers }
    : { kind: 'factor', name, values };
}

const countModelNames: Readonly<Record<PoolCommandOptions['model'], string>> = {
  'binomial-normal': 'binomial-normal (GLMM), maximum likelihood',
  'beta-binomial': 'beta-binomial, maximum likelihood',
};

function logitRow({ estimate, lower, upper }: PooledEffect): readonly string[] {
  const [middle, low, high] = [estimate, lower, upper].map((value) => shareOf(value, 'PLO', 1));
  return [
    'log odds, REML, Hartung-Knapp (at least Wald)',
    percent(middle ?? 0),
    percent(low ?? 0),
    percent(high ?? 0),
  ];
}

/** Pools the studies of a table. */
export function poolCommand(path: string, options: PoolCommandOptions): void {
  const shares = sharesOf(path, options);
  if (shares === undefined) return;
  const { confidence } = options;
  const each = shares.map(({ count, of }) => clopperPearson(count, of, confidence));
  const isBeta = options.model === 'beta-binomial';
  const model = isBeta ? betaBinomial(shares, confidence) : binomialNormal(shares, confidence);
  const effects = shares
    .map((share) => proportionEffect(share, 'PLO'))
    .filter((effect): effect is EffectSize => effect !== null);
  const logit = randomEffects(effects, { estimator: 'REML', test: 'adhoc', confidence });
  const moderators = options.moderator.map((name) => moderatorOf(name, shares));
  const { answers, text } = poolAdditions(shares, moderators, options);
  if (options.json) {
    const studies = shares.map(({ study, count, of }, at) => ({ study, count, of, ...each[at] }));
    const counts = isBeta ? { betaBinomial: model } : { binomialNormal: model };
    print(JSON.stringify({ studies, ...counts, logitReml: logit, ...answers }, null, 2));
    return;
  }
  const level = `${confidence * 100}% interval`;
  print(
    table([
      ['study', 'count', 'share', `${level} (exact)`, ''],
      ...shares.map(({ study, count, of }, at) => [
        study,
        `${count}/${of}`,
        percent(each[at]?.estimate ?? 0),
        percent(each[at]?.lower ?? 0),
        percent(each[at]?.upper ?? 0),
      ]),
    ]),
  );
  print('');
  const pooled = [
    ...(model.ok
      ? [
          [
            countModelNames[options.model],
            ...[model.fit.estimate, model.fit.lower, model.fit.upper].map((value) =>
              percent(shareOf(value, 'PLO', 1)),
            ),
          ],
        ]
      : []),
    ...(logit.ok ? [logitRow(logit.pooled)] : []),
  ];
  if (pooled.length > 0) print(table([['together', 'share', level, ''], ...pooled]));
  if (!model.ok) {
    print(`no ${options.model} model: ${noFit[model.reason]}`);
    const { bound } = model;
    if (bound !== null)
      print(
        `the sum, taken for one study: ${bound.count}/${bound.of}, ${level} ${percent(bound.lower)} to ${percent(bound.upper)} (exact)`,
      );
  }
  if (logit.ok) {
    const { q, qP, i2Percent, tau2, studies } = logit.pooled;
    print(
      heterogeneityVerdict(i2Percent, studies).ok
        ? `Q ${shown(q)}, p ${shownP(qP)}; I2 ${i2Percent.toFixed(0)}%; tau2 ${shown(tau2)} (log odds, REML)`
        : `Q ${shown(q)}, p ${shownP(qP)}; ${studies} studies are too few to say how much they differ`,
    );
  }
  for (const part of text) print(`\n${part}`);
  if (text.length > 0) print('');
  print('Whether these studies may be pooled at all, no method tells: compare their populations first.');
}
