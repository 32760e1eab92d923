/** `cajal stats pool`, its arguments and its help. */
import { type Command, InvalidArgumentError } from 'commander';

/** Options as the command line gives them. */
export interface PoolCommandOptions {
  readonly count: string;
  readonly of: string;
  readonly study: string;
  readonly confidence: number;
  readonly json: boolean;
}

const levelOf = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new InvalidArgumentError('is no confidence between 0 and 1, such as 0.95');
  return value;
};

/** Adds `pool` to the statistics commands. */
export function addPool(command: Command): void {
  command
    .command('pool')
    .description('shares of several studies, each and together')
    .argument('<file>', 'a table with a header: comma, semicolon or tab between the cells, one study a row')
    .requiredOption('--count <column>', 'patients with the outcome')
    .requiredOption('--of <column>', 'patients in all')
    .requiredOption('--study <column>', 'names of the studies')
    .option('--confidence <level>', 'two-sided level', levelOf, 0.95)
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: PoolCommandOptions) => {
      const { poolCommand } = await import('./commands/pool.ts');
      poolCommand(path, options);
    });
}
