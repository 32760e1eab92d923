/** The statistics commands beyond curves, log-rank and proportions, their arguments and their help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  distributionNames,
  type FisherCommandOptions,
  type IncidenceCommandOptions,
  type IntervalsCommandOptions,
  type LandmarkCommandOptions,
  type ParametricCommandOptions,
  type PermutationCommandOptions,
  type SimonCommandOptions,
  type TrendCommandOptions,
  type TwoSamplesCommandOptions,
  type TwoStageCommandOptions,
} from './stats-inference-options.ts';
import { intervalNames } from './stats-options.ts';

const numberOf = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('is no number');
  return value;
};
const shareOf = (text: string): number => {
  const value = numberOf(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('is not between 0 and 1');
  return value;
};
const countOf = (text: string): number => {
  const count = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(count) || count < 0)
    throw new InvalidArgumentError('is no count');
  return count;
};
const numbersOf = (text: string): readonly number[] => text.split(',').map(numberOf);
const rowOf = (text: string, rows: readonly (readonly number[])[]): readonly (readonly number[])[] => [
  ...rows,
  text.split(',').map(countOf),
];

const tableArgument = 'a table with a header: comma, semicolon or tab between the cells, one subject a row';

function addTables(command: Command): void {
  command
    .command('fisher')
    .description("Fisher's exact test of a table of counts")
    .argument('<rows...>', 'the rows, with commas between the counts: 12,6 2,25', rowOf, [])
    .option('--confidence <level>', 'two-sided level of the odds ratio', shareOf, 0.95)
    .option('--json', 'as JSON', false)
    .action(async (rows: readonly (readonly number[])[], options: FisherCommandOptions) => {
      const { fisherCommand } = await import('./commands/stats-fisher.ts');
      fisherCommand(rows, options);
    });
  command
    .command('compare')
    .description('a number in two groups: quantiles, rank sum test, t test')
    .argument('<file>', tableArgument)
    .requiredOption('--value <column>', 'the number')
    .requiredOption('--group <column>', 'two groups')
    .option('--confidence <level>', 'two-sided level', shareOf, 0.95)
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: TwoSamplesCommandOptions) => {
      const { compareCommand } = await import('./commands/stats-compare.ts');
      compareCommand(path, options);
    });
}

function addDesigns(command: Command): void {
  command
    .command('simon')
    .description("Simon's two-stage designs for a null and a target response rate")
    .argument('<null-rate>', 'rate at which the treatment is not worth more study', shareOf)
    .argument('<target-rate>', 'rate at which it is', shareOf)
    .option('--alpha <share>', 'largest share of false positives', shareOf, 0.05)
    .option('--beta <share>', 'largest share of false negatives', shareOf, 0.2)
    .option('--largest <subjects>', 'search up to so many subjects', countOf)
    .option('--json', 'as JSON', false)
    .action(async (nullRate: number, targetRate: number, options: SimonCommandOptions) => {
      const { simonCommand } = await import('./commands/stats-designs.ts');
      simonCommand(nullRate, targetRate, options);
    });
  command
    .command('two-stage')
    .description('estimate, p and interval after a two-stage trial')
    .requiredOption('--first-stage <subjects>', 'subjects of the first stage', countOf)
    .requiredOption('--first-limit <responses>', 'the trial stops with so many responses or fewer', countOf)
    .requiredOption('--total <subjects>', 'subjects of both stages', countOf)
    .requiredOption('--responses <count>', 'responses at the end', countOf)
    .requiredOption('--null-rate <share>', 'rate that p is computed against', shareOf)
    .option('--confidence <level>', 'two-sided level', shareOf, 0.95)
    .option('--json', 'as JSON', false)
    .action(async (options: TwoStageCommandOptions) => {
      const { twoStageCommand } = await import('./commands/stats-designs.ts');
      twoStageCommand(options);
    });
}

function addIncidence(command: Command): void {
  command
    .command('cumulative-incidence')
    .description('the probability of each of several competing causes, and their comparison by group')
    .argument('<file>', tableArgument)
    .requiredOption('--time <column>', 'time of the event or of the last observation')
    .requiredOption(
      '--cause <column>',
      'the cause that ended the time at risk; 0, no, none or censored without one',
    )
    .option('--censored <value>', 'the cell that means no event, where the column has another')
    .option('--entry <column>', 'time at which observation began, where it began late')
    .option('--group <column>', 'groups')
    .option('--at <times>', 'read the incidences at these times, with commas between', numbersOf, [])
    .option('--confidence <level>', 'two-sided level', shareOf, 0.95)
    .addOption(
      new Option('--interval <type>', 'scale of the interval').choices(intervalNames).default('log-log'),
    )
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: IncidenceCommandOptions) => {
      const { incidenceCommand } = await import('./commands/stats-incidence.ts');
      incidenceCommand(path, options);
    });
  command
    .command('intervals')
    .description('times known only between two looks: Turnbull curve and a parametric model')
    .argument('<file>', tableArgument)
    .requiredOption('--lower <column>', 'last time without the event; empty where none is known')
    .requiredOption('--upper <column>', 'first time past the event; empty where it was not seen')
    .option('--group <column>', 'groups')
    .option('--at <times>', 'read the curves at these times, with commas between', numbersOf, [])
    .option('--confidence <level>', 'two-sided level', shareOf, 0.95)
    .addOption(
      new Option('--distribution <name>', 'of the model').choices(distributionNames).default('weibull'),
    )
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: IntervalsCommandOptions) => {
      const { intervalsCommand } = await import('./commands/stats-intervals.ts');
      intervalsCommand(path, options);
    });
}

function addParametric(command: Command): void {
  command
    .command('parametric')
    .description('a parametric model of survival times by group')
    .argument('<file>', tableArgument)
    .requiredOption('--time <column>', 'time of the event or of the last observation')
    .requiredOption('--event <column>', 'whether the event happened: 1 or 0, true or false, yes or no')
    .option('--event-is <value>', 'the cell that means the event, where the column has others')
    .option('--entry <column>', 'time at which observation began, where it began late')
    .option('--group <column>', 'groups')
    .option('--confidence <level>', 'two-sided level', shareOf, 0.95)
    .addOption(
      new Option('--distribution <name>', 'of the times').choices(distributionNames).default('weibull'),
    )
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: ParametricCommandOptions) => {
      const { parametricCommand } = await import('./commands/stats-parametric.ts');
      parametricCommand(path, options);
    });
}

function withGroups(command: Command): Command {
  return command
    .argument('<file>', tableArgument)
    .requiredOption('--time <column>', 'time of the event or of the last observation')
    .requiredOption('--event <column>', 'whether the event happened: 1 or 0, true or false, yes or no')
    .requiredOption('--group <column>', 'groups')
    .option('--event-is <value>', 'the cell that means the event, where the column has others')
    .option('--entry <column>', 'time at which observation began, where it began late')
    .option('--json', 'as JSON', false);
}

function addGroupTests(command: Command): void {
  withGroups(command.command('trend').description('the log-rank test for a trend over ordered groups'))
    .option('--strata <column>', 'strata within which groups are compared')
    .option('--scores <numbers>', 'one for each group in the order met, with commas; else 1,2,3', numbersOf)
    .action(async (path: string, options: TrendCommandOptions) => {
      const { trendCommand } = await import('./commands/stats-groups.ts');
      trendCommand(path, options);
    });
  withGroups(command.command('permutation').description('the log-rank test by permutation, for few events'))
    .option('--strata <column>', 'strata within which labels are exchanged')
    .option('--seed <number>', 'of the sampled permutations', countOf, 1)
    .option('--samples <count>', 'how many are sampled where all are too many', countOf, 9999)
    .action(async (path: string, options: PermutationCommandOptions) => {
      const { permutationCommand } = await import('./commands/stats-groups.ts');
      permutationCommand(path, options);
    });
  withGroups(command.command('landmark').description('survival of two groups at one fixed time'))
    .requiredOption('--at <time>', 'the time', numberOf)
    .option('--confidence <level>', 'two-sided level', shareOf, 0.95)
    .addOption(
      new Option('--scale <type>', 'scale of the comparison').choices(intervalNames).default('log-log'),
    )
    .action(async (path: string, options: LandmarkCommandOptions) => {
      const { landmarkCommand } = await import('./commands/stats-groups.ts');
      landmarkCommand(path, options);
    });
}

/** Adds the commands to `cajal stats`. */
export function addInference(stats: Command): void {
  addGroupTests(stats);
  addIncidence(stats);
  addParametric(stats);
  addTables(stats);
  addDesigns(stats);
}
