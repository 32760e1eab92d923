/** `cajal stats contrast`, its arguments and its help. */
import { type Command, Option } from 'commander';
import { levelOf } from './argument-values.ts';
import { pooledTestNames, predictionRuleNames, tauEstimatorNames } from './evidence-options.ts';

/** Measures that the command knows. */
export const contrastMeasureNames = ['OR', 'RR', 'RD', 'AS', 'HR'] as const;

/** Options as the command line gives them. */
export interface ContrastCommandOptions {
  readonly study: string;
  readonly treatedCount?: string;
  readonly treatedOf?: string;
  readonly controlCount?: string;
  readonly controlOf?: string;
  readonly hazardRatio?: string;
  readonly lower?: string;
  readonly upper?: string;
  readonly p?: string;
  /** Of the printed intervals of hazard ratios. */
  readonly printedConfidence: number;
  readonly measure?: (typeof contrastMeasureNames)[number];
  readonly tau: (typeof tauEstimatorNames)[number];
  readonly test: (typeof pooledTestNames)[number];
  readonly prediction: (typeof predictionRuleNames)[number];
  readonly confidence: number;
  readonly figure?: string;
  readonly json: boolean;
}

/** Adds `contrast` to the statistics commands. */
export function addContrast(command: Command): void {
  command
    .command('contrast')
    .description('two arms against each other in several studies, each and together')
    .argument('<file>', 'a table with a header: comma, semicolon or tab between the cells, one study a row')
    .requiredOption('--study <column>', 'names of the studies')
    .option('--treated-count <column>', 'patients of the treated arm with the event')
    .option('--treated-of <column>', 'patients of the treated arm')
    .option('--control-count <column>', 'patients of the control arm with the event')
    .option('--control-of <column>', 'patients of the control arm')
    .option('--hazard-ratio <column>', 'hazard ratios, in place of counts')
    .option('--lower <column>', 'lower bound of the interval of the hazard ratio')
    .option('--upper <column>', 'upper bound')
    .option('--p <column>', 'two-sided p of the hazard ratio, where no interval is printed')
    .option('--printed-confidence <level>', 'level of the printed intervals', levelOf, 0.95)
    .addOption(
      new Option(
        '--measure <measure>',
        'odds ratio, risk ratio, risk difference, arcsines, hazard ratio',
      ).choices(contrastMeasureNames),
    )
    .addOption(
      new Option('--tau <estimator>', 'variance between studies').choices(tauEstimatorNames).default('REML'),
    )
    .addOption(
      new Option('--test <error>', 'error of the pooled effect')
        .choices(pooledTestNames)
        .default('hartung-knapp'),
    )
    .addOption(
      new Option('--prediction <rule>', 'quantile of the prediction interval')
        .choices(predictionRuleNames)
        .default('k-2'),
    )
    .option('--confidence <level>', 'two-sided level', levelOf, 0.95)
    .option('--figure <file>', 'write a forest plot: .svg, .html or .csv')
    .option('--json', 'as JSON', false)
    .action(async (path: string, options: ContrastCommandOptions) => {
      const { contrastCommand } = await import('./commands/contrast.ts');
      contrastCommand(path, options);
    });
}
