/** The command for proportional hazards models, its arguments and their help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { levelOf } from './argument-values.ts';
import { type CoxCommandOptions, tiesNames, transformNames } from './cox-options.ts';

const namesOf = (text: string): readonly string[] => {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('names no column');
  if (new Set(names).size < names.length) throw new InvalidArgumentError('names a column twice');
  return names;
};

/** Each use of the option adds one factor. */
const referenceOf = (
  text: string,
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('is no factor with its level, such as arm=control');
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
};

/** Adds `cox` to the statistics commands. */
export function addCox(command: Command): void {
  command
    .command('cox')
    .description('a proportional hazards model: hazard ratios with their tests')
    .argument(
      '<file>',
      'a table with a header: comma, semicolon or tab between the cells, one subject or interval a row',
    )
    .requiredOption('--time <column>', 'time of the event or of the last observation')
    .requiredOption('--event <column>', 'whether the event happened: 1 or 0, true or false, yes or no')
    .option('--event-is <value>', 'the cell that means the event, where the column has others')
    .option('--entry <column>', 'time at which observation, or the interval, began')
    .requiredOption('--covariates <columns>', 'covariates, with commas between', namesOf)
    .option('--factors <columns>', 'covariates that are categories although numbers', namesOf, [])
    .option(
      '--reference <factor=level>',
      'level that the others of a factor are compared with; the first unless set',
      referenceOf,
      {},
    )
    .option('--strata <column>', 'strata with hazards of their own')
    .option('--cluster <column>', 'rows that belong together, for the robust error')
    .option('--weights <column>', 'case weights')
    .addOption(new Option('--ties <method>', 'how tied events count').choices(tiesNames).default('efron'))
    .option('--confidence <level>', 'two-sided level', levelOf, 0.95)
    .addOption(
      new Option('--ph-test [time]', 'test proportional hazards over a function of time')
        .choices(transformNames)
        .preset('km')
        .default(false),
    )
    .option('--firth', "with Firth's penalty, for few events", false)
    .option('--drop-aliased', 'leave out covariates that depend on those before them', false)
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: CoxCommandOptions) => {
      const { coxCommand } = await import('./commands/cox.ts');
      coxCommand(path, options);
    });
}
