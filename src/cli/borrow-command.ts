/** `cajal stats borrow`, its arguments and its help. */
import { type Command, InvalidArgumentError } from 'commander';

/** Options as the command line gives them. */
export interface BorrowCommandOptions {
  readonly basket: string;
  readonly responses: string;
  readonly patients: string;
  readonly threshold: number;
  readonly cutoff?: number;
  readonly active?: number;
  readonly confidence: number;
  readonly json: boolean;
}

const shareOf = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('is no share between 0 and 1, such as 0.2');
  return value;
};

/** Adds `borrow` to the statistics commands. */
export function addBorrow(command: Command): void {
  command
    .command('borrow')
    .description('response rates of baskets, each by itself and then with what it may borrow from the others')
    .argument('<file>', 'a table with a header: comma, semicolon or tab between the cells, one basket a row')
    .requiredOption('--basket <column>', 'names of the baskets')
    .requiredOption('--responses <column>', 'patients who responded')
    .requiredOption('--patients <column>', 'patients in all; 0 for a basket without any')
    .requiredOption('--threshold <share>', 'the rate that a basket should exceed', shareOf)
    .option(
      '--cutoff <probability>',
      'a basket counts as active above this probability: adds how often that is wrong',
      shareOf,
    )
    .option('--active <share>', 'with a cutoff: the rate of an active basket, to add power', shareOf)
    .option('--confidence <level>', 'probability inside the intervals', shareOf, 0.95)
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: BorrowCommandOptions) => {
      const { borrowCommand } = await import('./commands/borrow.ts');
      borrowCommand(path, options);
    });
}
