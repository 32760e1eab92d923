/** `cajal stats simon` and `cajal stats two-stage`: designs of single-arm trials, and inference after them. */
import { type SimonDesign, simonDesigns, twoStageInference } from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { SimonCommandOptions, TwoStageCommandOptions } from '../stats-inference-options.ts';
import { bounds, print, shown, shownP, table } from './stats.ts';

function refuse(message: string): void {
  reportIssues([{ code: 'wrong-value', severity: 'error', message }]);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

function rowOf(name: string, design: SimonDesign): readonly string[] {
  return [
    name,
    `${design.firstLimit}/${design.firstStage}`,
    `${design.limit}/${design.total}`,
    design.expectedSubjects.toFixed(1),
    percent(design.earlyStop),
    percent(design.alpha),
    percent(design.power),
  ];
}

const simonReasons = {
  ratesNotOrdered: 'the null rate has to be above 0 and below the target rate, and that below 1',
  errorsNotProbabilities: 'alpha and beta have to lie between 0 and 1',
  searchTooLarge: 'totals are searched up to 500',
  noDesign: 'no design up to the largest total holds both; allow more subjects (--largest) or more error',
} as const;

/** Simon's designs. */
export function simonCommand(nullRate: number, targetRate: number, options: SimonCommandOptions): void {
  const { alpha, beta, largest } = options;
  const read = simonDesigns({
    nullRate,
    targetRate,
    alpha,
    beta,
    ...(largest === undefined ? {} : { largest }),
  });
  if (!read.ok) {
    refuse(`there is no design: ${simonReasons[read.reason]}`);
    return;
  }
  if (options.json) {
    print(JSON.stringify({ method: 'Simon', nullRate, targetRate, alpha, beta, ...read.value }, null, 2));
    return;
  }
  const { minimax, optimal, admissible, searchedTo, isNearEnd } = read.value;
  const between = admissible.filter(({ total }) => total !== minimax.total && total !== optimal.total);
  print(
    table([
      ['design', 'stop at', 'not enough', 'expected', 'stops early', 'alpha', 'power'],
      rowOf('minimax', minimax),
      ...between.map((design) => rowOf('admissible', design)),
      rowOf('optimal', optimal),
    ]),
  );
  print(
    `\nStop at so many responses or fewer of the first stage; so many or fewer in all are not enough. Expected subjects, early stop and alpha at ${percent(nullRate)}, power at ${percent(targetRate)}. Totals up to ${searchedTo}.`,
  );
  if (isNearEnd)
    process.stderr.write(
      'the optimal design lies close to the end of the search: a larger one may be better\n',
    );
}

const twoStageReasons = {
  notACount: 'subjects and responses are whole numbers',
  stagesNotOrdered: 'the total has to be larger than the first stage',
  limitsNotOrdered: 'the first limit has to be smaller than the first stage',
  responsesExceedSubjects: 'there are more responses than subjects',
  rateNotInside: 'the null rate has to lie between 0 and 1',
} as const;

/** Inference after a two-stage trial. */
export function twoStageCommand(options: TwoStageCommandOptions): void {
  const { firstStage, firstLimit, total, responses, nullRate, confidence } = options;
  const read = twoStageInference({ firstStage, firstLimit, total, responses, nullRate }, { confidence });
  if (!read.ok) {
    refuse(`the trial cannot be read: ${twoStageReasons[read.reason]}`);
    return;
  }
  if (options.json) {
    print(JSON.stringify({ method: 'Jung-Kim, Koyama-Chen', ...read.value }, null, 2));
    return;
  }
  const { estimate, naive, treated, stoppedEarly, p, lower, upper } = read.value;
  print(
    `${responses} of ${treated}${stoppedEarly ? ', stopped after the first stage' : ''}: ${percent(naive)} as counted, ${percent(estimate)} without bias (Jung and Kim)`,
  );
  print(
    `${confidence * 100}% interval ${bounds(lower, upper)}; p ${shownP(p)} against ${shown(nullRate)} (Koyama and Chen)`,
  );
}
