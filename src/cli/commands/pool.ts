/**
 * `cajal stats pool`: shares of several studies with exact intervals, and together by two methods that need not agree: counts
 * as they are (binomial-normal), and log odds by restricted likelihood with Hartung and Knapp's error, never below Wald's.
 */
import { readSubjectColumns } from '../../formats/index.ts';
import {
  type BinomialNormalReading,
  binomialNormal,
  clopperPearson,
  type EffectSize,
  type PooledEffect,
  proportionEffect,
  randomEffects,
  type StudyProportion,
  shareOf,
} from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { PoolCommandOptions } from '../pool-command.ts';
import { print, shown, shownP, table } from './stats.ts';
import { readWhole } from './whole-file.ts';

interface NamedShare extends StudyProportion {
  readonly study: string;
}

/** Fewer studies than this say nothing of how much they differ. */
const fewestForHeterogeneity = 5;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const noFit: Readonly<Record<Exclude<BinomialNormalReading, { ok: true }>['reason'], string>> = {
  noStudies: 'there are no studies',
  notACount: 'counts are whole numbers, no more than the patients',
  noEvents: 'no study has an event, so there is no maximum',
  onlyEvents: 'every patient has the event, so there is no maximum',
  notConverged: 'the likelihood has no maximum that was found',
};

function sharesOf(path: string, { count, of, study }: PoolCommandOptions): readonly NamedShare[] | undefined {
  const file = readWhole(path);
  if (file.bytes === undefined) {
    reportIssues(file.issues);
    return undefined;
  }
  const read = readSubjectColumns(new TextDecoder('utf-8').decode(file.bytes), {
    numbers: [count, of],
    labels: [study],
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
    shares.push({ study: labels[study] ?? '', count: found, of: total });
  }
  return shares;
}

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
  const model = binomialNormal(shares, confidence);
  const effects = shares
    .map((share) => proportionEffect(share, 'PLO'))
    .filter((effect): effect is EffectSize => effect !== null);
  const logit = randomEffects(effects, { estimator: 'REML', test: 'adhoc', confidence });
  if (options.json) {
    const studies = shares.map((share, at) => ({ ...share, ...each[at] }));
    print(JSON.stringify({ studies, binomialNormal: model, logitReml: logit }, null, 2));
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
            'binomial-normal (GLMM), maximum likelihood',
            ...[model.fit.estimate, model.fit.lower, model.fit.upper].map((value) =>
              percent(shareOf(value, 'PLO', 1)),
            ),
          ],
        ]
      : []),
    ...(logit.ok ? [logitRow(logit.pooled)] : []),
  ];
  if (pooled.length > 0) print(table([['together', 'share', level, ''], ...pooled]));
  if (!model.ok) print(`no binomial-normal model: ${noFit[model.reason]}`);
  if (logit.ok) {
    const { q, qP, i2Percent, tau2, studies } = logit.pooled;
    print(
      studies < fewestForHeterogeneity
        ? `Q ${shown(q)}, p ${shownP(qP)}; ${studies} studies are too few to say how much they differ`
        : `Q ${shown(q)}, p ${shownP(qP)}; I2 ${i2Percent.toFixed(0)}%; tau2 ${shown(tau2)} (log odds, REML)`,
    );
  }
  print('Whether these studies may be pooled at all, no method tells: compare their populations first.');
}
