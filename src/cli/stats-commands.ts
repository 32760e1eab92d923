/** The statistics commands, their arguments and their help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addBorrow } from './borrow-command.ts';
import { addContrast } from './contrast-command.ts';
import { addCox } from './cox-command.ts';
import { addPool } from './pool-command.ts';
import { addInference } from './stats-inference-commands.ts';
import {
  intervalNames,
  type KaplanMeierCommandOptions,
  type LogRankCommandOptions,
  type ProportionCommandOptions,
  weightNames,
} from './stats-options.ts';

const confidenceOf = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new InvalidArgumentError('is no confidence between 0 and 1, such as 0.95');
  return value;
};
const timesOf = (text: string): readonly number[] => {
  const times = text.split(',').map((each) => (each.trim() === '' ? Number.NaN : Number(each)));
  if (times.some((time) => !Number.isFinite(time)))
    throw new InvalidArgumentError('is no list of times, such as 6,12');
  return times;
};
const countOf = (text: string): number => {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidArgumentError('is no count');
  return count;
};

function withSurvivalOptions(command: Command): Command {
  return command
    .argument('<file>', 'a table with a header: comma, semicolon or tab between the cells, one subject a row')
    .requiredOption('--time <column>', 'time of the event or of the last observation')
    .requiredOption('--event <column>', 'whether the event happened: 1 or 0, true or false, yes or no')
    .option('--event-is <value>', 'the cell that means the event, where the column has others')
    .option('--entry <column>', 'time at which observation began, where it began late')
    .option('--group <column>', 'groups')
    .option('--json', 'as JSON', false);
}

/** `cajal stats` with its commands. */
export function addStats(program: Command): void {
  const command = program
    .command('stats')
    .description('curves, comparisons and proportions, with the method named');
  withSurvivalOptions(command.command('km').description('Kaplan-Meier curves with medians'))
    .option('--confidence <level>', 'two-sided level', confidenceOf, 0.95)
    .addOption(
      new Option('--interval <type>', 'scale of the interval').choices(intervalNames).default('log-log'),
    )
    .option('--at <times>', 'also read the curves at these times, with commas between', timesOf, [])
    .action(async (path: string, options: KaplanMeierCommandOptions) => {
      const { kaplanMeierCommand } = await import('./commands/stats.ts');
      kaplanMeierCommand(path, options);
    });
  withSurvivalOptions(command.command('logrank').description('the log-rank test of groups'))
    .option('--strata <column>', 'strata within which groups are compared')
    .addOption(
      new Option('--weight <name>', 'weight of the event times').choices(weightNames).default('log-rank'),
    )
    .action(async (path: string, options: LogRankCommandOptions) => {
      const { logRankCommand } = await import('./commands/stats.ts');
      logRankCommand(path, options);
    });
  addCox(command);
  command
    .command('proportion')
    .description('a proportion with its intervals')
    .argument('<successes>', 'how many', countOf)
    .argument('<trials>', 'of how many', countOf)
    .option('--confidence <level>', 'two-sided level', confidenceOf, 0.95)
    .option('--json', 'as JSON', false)
    .action(async (successes: number, trials: number, options: ProportionCommandOptions) => {
      const { proportionCommand } = await import('./commands/stats.ts');
      proportionCommand(successes, trials, options);
    });
  addInference(command);
  addPool(command);
  addContrast(command);
  addBorrow(command);
}
