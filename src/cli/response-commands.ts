/** `cajal response`, its arguments and its help. */
import { type Command, InvalidArgumentError } from 'commander';
import { listed } from './argument-values.ts';
import type { ResponseCommandOptions } from './response-options.ts';

const daysOf = (text: string): number => {
  const days = Number(text);
  if (!Number.isSafeInteger(days) || days < 0) throw new InvalidArgumentError('is no number of days');
  return days;
};
/** `cajal response`. */
export function addResponse(program: Command): void {
  program
    .command('response')
    .description('response over time of a case file, of a table of lesions, or of SDTM tables TR or RS')
    .argument('<file>', 'case file (YAML or JSON), or a table (comma, semicolon or tab between the cells)')
    .option('--at <date or event>', 'of a case: what was known then')
    .option('--start <date>', 'of a table with dates: first day of treatment (default: the baseline scan)')
    .option('--tu <file>', 'of an SDTM table TR: the table TU')
    .option('--dm <file>', 'of SDTM tables: the table DM, for the start of treatment')
    .option('--evaluator <name>', 'of SDTM tables: one evaluator (default: the accepted readings)')
    .option('--patient <id>', 'of a table: only these patients, separated by commas', listed, [])
    .option('--immunotherapy', 'of a table: iRECIST beside RECIST', false)
    .option('--stable-from <days>', 'SD counts from this day on', daysOf, 42)
    .option('--confirm-after <days>', 'days from CR or PR to the assessment that confirms it', daysOf, 28)
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: ResponseCommandOptions) => {
      const { responseCommand } = await import('./commands/response.ts');
      responseCommand(path, options);
    });
}
