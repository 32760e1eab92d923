/** `cajal stats pool`, its arguments and its help. */
import { type Command, Option } from 'commander';
import { levelOf } from './argument-values.ts';

/** Models that take counts as they are. */
export const countModels = ['binomial-normal', 'beta-binomial'] as const;
/** Tests of a funnel. */
export const funnelTestNames = ['egger', 'egger-mixed', 'begg'] as const;
/** Estimators of trim and fill. */
export const trimAndFillNames = ['L0', 'R0', 'Q0'] as const;

/** Options as the command line gives them. */
export interface PoolCommandOptions {
  readonly count: string;
  readonly of: string;
  readonly study: string;
  readonly confidence: number;
  readonly model: (typeof countModels)[number];
  readonly influence: boolean;
  readonly funnelTest?: (typeof funnelTestNames)[number];
  readonly trimFill?: (typeof trimAndFillNames)[number];
  readonly asReproduction: boolean;
  readonly moderator: readonly string[];
  readonly json: boolean;
}

const another = (column: string, before: readonly string[]): readonly string[] => [...before, column];

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
    .addOption(
      new Option('--model <model>', 'model of the counts').choices(countModels).default('binomial-normal'),
    )
    .option('--moderator <column>', 'regress log odds on a property of the studies; repeatable', another, [])
    .option('--influence', 'what each study does to the pooled log odds', false)
    .addOption(
      new Option('--funnel-test <test>', 'asymmetry of the funnel, from ten studies on').choices(
        funnelTestNames,
      ),
    )
    .addOption(
      new Option('--trim-fill <estimator>', 'studies that the funnel lacks, from ten studies on').choices(
        trimAndFillNames,
      ),
    )
    .option(
      '--as-reproduction',
      'funnels on log odds and of few studies too, to check a printed result',
      false,
    )
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: PoolCommandOptions) => {
      const { poolCommand } = await import('./commands/pool.ts');
      poolCommand(path, options);
    });
}
