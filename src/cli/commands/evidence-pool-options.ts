/** Options of `cajal evidence pool` that would have no effect, or contradict each other: refused, because one that is ignored looks obeyed. */
import type { Issue } from '../../reading/index.ts';
import type { EvidencePoolOptions, PoolModelName } from '../evidence-options.ts';

/** Models of counts: they have their own variance between studies, error and prediction. */
const modelsOfCounts: readonly PoolModelName[] = ['glmm', 'beta-binomial'];

const refused = (source: string, message: string): Issue => ({
  code: 'wrong-value',
  severity: 'error',
  message,
  source,
});

/** The options that only models which transform shares have, where they were given. */
const givenForTransformed = ({ tau, test, prediction }: EvidencePoolOptions): readonly string[] => [
  ...(tau === undefined ? [] : ['--tau']),
  ...(test === undefined ? [] : ['--test']),
  ...(prediction === undefined ? [] : ['--prediction']),
];

/** What of the options cannot be answered together. */
export function poolOptionIssues(options: EvidencePoolOptions): readonly Issue[] {
  const { model, influence, csv, json, figure, mixed, by, cumulative } = options;
  const transformed = givenForTransformed(options);
  const isOfCounts = model !== undefined && modelsOfCounts.includes(model);
  // The measures of influence stand on log odds, with a variance and an error of their own.
  const idle = isOfCounts
    ? transformed.filter((option) => !(influence && (option === '--tau' || option === '--test')))
    : [];
  const ofModels = [
    ...(model === undefined ? [] : ['--model']),
    ...transformed,
    ...(mixed ? ['--mixed'] : []),
  ];
  return [
    ...(csv && json
      ? [refused('--csv', 'the answer is CSV or JSON, not both; leave out --csv or --json')]
      : []),
    ...(csv && (by !== undefined || cumulative || influence)
      ? [
          refused(
            '--csv',
            '--csv has the studies only; leave out --by, --cumulative and --influence, or take --json',
          ),
        ]
      : []),
    ...(csv && figure === undefined
      ? ofModels.map((option) =>
          refused(option, `has no effect on --csv, which has the studies only; leave out ${option}`),
        )
      : []),
    ...idle.map((option) =>
      refused(
        option,
        `has no effect on the ${model} model, which has its own; leave out ${option}, or take another --model`,
      ),
    ),
  ];
}

/** What of the options bears on some of the models only; undefined where they bear on all, or were not given. */
export function partialEffectText(options: EvidencePoolOptions): string | undefined {
  const transformed = givenForTransformed(options);
  return options.model !== undefined || transformed.length === 0
    ? undefined
    : `${transformed.join(', ')}: of the logit and arcsine models; the binomial-normal and the beta-binomial model have their own`;
}
