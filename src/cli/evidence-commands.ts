/** `cajal evidence`, its arguments and its help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { levelOf, listed } from './argument-values.ts';
import {
  auditForms,
  type EvidenceAuditOptions,
  type EvidenceBorrowOptions,
  type EvidenceCompareOptions,
  type EvidenceListOptions,
  type EvidencePoolOptions,
  type EvidenceRatiosOptions,
  type EvidenceTableOptions,
  pooledTestNames,
  poolModelNames,
  predictionRuleNames,
  ratioEndpointNames,
  tauEstimatorNames,
} from './evidence-options.ts';
import { addStatements } from './statement-commands.ts';

function addLibrary(command: Command): void {
  command
    .command('list')
    .description('the studies of the library: design, population, what is printed of them')
    .option('--document <id>', 'only studies read in this document, such as 004')
    .option('--as-of <date>', 'only what was known by then')
    .option('--json', 'as JSON', false)
    .action(async (options: EvidenceListOptions) => {
      const { evidenceListCommand } = await import('./commands/evidence-list.ts');
      evidenceListCommand(options);
    });
  command
    .command('show')
    .description('one study: every printed value with its place, what the audit says of it, what rests on it')
    .argument('<study>', 'its id')
    .option('--json', 'as JSON', false)
    .action(async (study: string, options: { readonly json: boolean }) => {
      const { evidenceShowCommand } = await import('./commands/evidence-show.ts');
      evidenceShowCommand(study, options);
    });
  command
    .command('table')
    .description('a table of a paper, printed again from the data')
    .argument('<document>', 'the paper: 000 to 004')
    .argument('<table>', 'its table: "Table 1" or 1')
    .option('--long', 'one value a line, with its group and lines', false)
    .option('--csv', 'as CSV', false)
    .action(async (document: string, exhibit: string, options: EvidenceTableOptions) => {
      const { evidenceTableCommand } = await import('./commands/evidence-table.ts');
      evidenceTableCommand(document, exhibit, options);
    });
  command
    .command('check')
    .description('read and check the studies of the library, and their places where the papers are at hand')
    .argument('[folder]', 'a folder of knowledge files (default: the library of this Cajal)')
    .option('--papers <folder>', 'folder of the papers as text: every printed text has to stand at its lines')
    .action(async (folder: string | undefined, options: { readonly papers?: string }) => {
      const { evidenceCheckCommand } = await import('./commands/evidence-check.ts');
      evidenceCheckCommand(folder, options);
    });
}

function addCompare(command: Command): void {
  command
    .command('compare')
    .description('the library against a second, independent reading of the papers')
    .argument('<tables...>', 'tables of readings, one a paper: paper-004.tsv')
    .option('--groups <file>', 'how the words of the readings for patients read in the library')
    .option('--csv', 'the differences as CSV', false)
    .action(async (tables: readonly string[], options: EvidenceCompareOptions) => {
      const { evidenceCompareCommand } = await import('./commands/evidence-compare.ts');
      evidenceCompareCommand(tables, options);
    });
}

function addAudit(command: Command): void {
  command
    .command('audit')
    .description('every printed number against every other that constrains it')
    .option('--document <id>', 'only values printed in this document')
    .option('--study <id>', 'only this study; may be repeated', listed, [])
    .option('--as-of <date>', 'only studies and papers that were known by then')
    .option('--explained', 'also what looks wrong and is right', false)
    .addOption(new Option('--as <form>', 'form of the answer').choices(auditForms).default('text'))
    .option('-o, --output <file>', 'write to a file')
    .action(async (options: EvidenceAuditOptions) => {
      const { evidenceAuditCommand } = await import('./commands/evidence-audit.ts');
      evidenceAuditCommand(options);
    });
}

function addPool(command: Command): void {
  command
    .command('pool')
    .description('shares of the studies of a population, each and together, with in what they differ')
    .requiredOption('--outcome <outcome>', 'such as objectiveResponse or diseaseControl')
    .requiredOption('--where <criterion>', 'the population, as a criterion: "{ disease: { entity: nec } }"')
    .option('--regimen <id>', 'only arms of this regimen')
    .option('--drug <name>', 'only arms with this drug; repeated: with all of them', listed, [])
    .addOption(
      new Option('--denominator <kind>', 'patients that are counted')
        .choices(['enrolled', 'evaluable', 'analysed'])
        .default('enrolled'),
    )
    .option('--document <id>', 'only counts printed in this document')
    .option('--as-printed', 'call patients what the paper calls them, against the curator', false)
    .option(
      '--with-inferred',
      'also counts over denominators that were inferred, as a sensitivity analysis',
      false,
    )
    .addOption(new Option('--model <model>', 'only this model').choices(poolModelNames))
    .addOption(
      new Option(
        '--tau <estimator>',
        'variance between studies, of models that transform shares (usual: REML)',
      ).choices(tauEstimatorNames),
    )
    .addOption(
      new Option(
        '--test <error>',
        'error of the pooled share, of the same models (usual: hartung-knapp)',
      ).choices(pooledTestNames),
    )
    .addOption(
      new Option(
        '--prediction <rule>',
        'quantile of the prediction interval, of the same models (usual: k-2)',
      ).choices(predictionRuleNames),
    )
    .option('--as-of <date>', 'only what was known by then')
    .option('--confidence <level>', 'two-sided level', levelOf, 0.95)
    .option('--mixed', 'also pool counts of NET and NEC together, which is never done in silence', false)
    .option('--by <field>', 'also by a field in which studies differ, such as "line of treatment"')
    .option('--cumulative', 'also after each report, in the order of years', false)
    .option('--influence', 'also what each study does to the pooled log odds', false)
    .option('--figure <file>', 'write a forest plot: .svg, .html or .csv')
    .option('--csv', 'the studies as CSV', false)
    .option('--json', 'as JSON', false)
    .action(async (options: EvidencePoolOptions) => {
      const { evidencePoolCommand } = await import('./commands/evidence-pool.ts');
      evidencePoolCommand(options);
    });
}

function addRatios(command: Command): void {
  command
    .command('ratios')
    .description('hazard ratios of randomised studies side by side, pooled only where they compare the same')
    .addOption(new Option('--of <endpoint>', 'only ratios of this time').choices(ratioEndpointNames))
    .option('--where <criterion>', 'the population, as a criterion: "{ disease: { entity: net } }"')
    .option('--as-of <date>', 'only what was known by then')
    .option('--json', 'as JSON', false)
    .action(async (options: EvidenceRatiosOptions) => {
      const { evidenceRatiosCommand } = await import('./commands/evidence-ratios.ts');
      evidenceRatiosCommand(options);
    });
}

const shareBetween = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('is no share between 0 and 1, such as 0.1');
  return value;
};

function addBorrow(command: Command): void {
  command
    .command('borrow')
    .description('studies of one disease as baskets: unborrowed first, then what they borrow from each other')
    .requiredOption('--outcome <outcome>', 'such as objectiveResponse')
    .requiredOption('--where <criterion>', 'the population, as a criterion')
    .requiredOption('--threshold <share>', 'the share that a study has to exceed, such as 0.1', shareBetween)
    .option('--cutoff <probability>', 'above which a study is called active', shareBetween, 0.9)
    .option('--regimen <id>', 'only arms of this regimen')
    .addOption(
      new Option('--denominator <kind>', 'patients that are counted')
        .choices(['enrolled', 'evaluable', 'analysed'])
        .default('enrolled'),
    )
    .option('--document <id>', 'only counts printed in this document')
    .option('--as-printed', 'call patients what the paper calls them, against the curator', false)
    .option('--with-inferred', 'also counts over denominators that were inferred', false)
    .option('--as-of <date>', 'only what was known by then')
    .option('--across-treatments', 'let studies of different treatments borrow too', false)
    .option('--csv', 'the studies as CSV', false)
    .option('--json', 'as JSON', false)
    .action(async (options: EvidenceBorrowOptions) => {
      const { evidenceBorrowCommand } = await import('./commands/evidence-borrow.ts');
      evidenceBorrowCommand(options);
    });
}

/** `cajal evidence`. */
export function addEvidence(program: Command): void {
  const command = program
    .command('evidence')
    .description('the evidence library: studies as printed, audited, weighed against each other');
  addLibrary(command);
  addCompare(command);
  addAudit(command);
  addPool(command);
  addRatios(command);
  addBorrow(command);
  addStatements(command);
}
