/** The commands, their arguments and their help. Each command's rooms are loaded when it runs, not before. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { PackKind } from '../knowledge/index.ts';
import { listed } from './argument-values.ts';
import {
  type BoardCommandOptions,
  boardFormats,
  type ClassifyOptions,
  findingsFormats,
} from './command-options.ts';
import { addEvidence } from './evidence-commands.ts';
import { addFigure } from './figure-commands.ts';
import type { FindingsCommandOptions } from './findings-options.ts';
import { type FusionCommandOptions, fusionAssays } from './fusion-options.ts';
import { softwareVersion } from './home.ts';
import {
  type PackImportOptions,
  type PackOptions,
  type PackRemoveOptions,
  type PackSearchOptions,
  packKindNames,
} from './pack-options.ts';
import type { ReadCommandOptions } from './read-options.ts';
import { addRegimen } from './regimen-commands.ts';
import type { RelateCommandOptions } from './relate-options.ts';
import { addResponse } from './response-commands.ts';
import { addStats } from './stats-commands.ts';
import { addServe, addStore } from './store-commands.ts';

const disclaimer =
  'Research use only, for professionals. Cajal shows options and their basis, never orders; it is not a medical device.';

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new InvalidArgumentError('give a whole number');
  return value;
}

function addBoard(program: Command): void {
  program
    .command('board')
    .description('the board report of a case file')
    .argument('<case>', 'case file, YAML or JSON')
    .option('--at <date or event>', 'where the board sits: a date, or a decision point of the record')
    .option('--knowledge-as-of <date>', 'what was known by then (default: by the date of the board)')
    .option('--without <source>', 'leave out a study or a paper; may be repeated', listed, [])
    .addOption(
      new Option('--format <format>', 'form of the report').choices(boardFormats).default('terminal'),
    )
    .option('-o, --output <file>', 'write to a file')
    .option('--data <folder>', 'folder of the data, for packs of outside knowledge')
    .option('--width <columns>', 'columns of the terminal', wholeNumber)
    .option('--no-color', 'without colour')
    .action(async (path: string, options: BoardCommandOptions) => {
      const { boardCommand } = await import('./commands/board.ts');
      const colour = options.color && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
      boardCommand(path, { ...options, color: colour });
    });
}

function addClassify(program: Command): void {
  program
    .command('classify')
    .description('class and grade of one or more case files')
    .argument('<case...>', 'case files')
    .option('--at <date or event>', 'a date, or a decision point of the records')
    .option('--json', 'as JSON', false)
    .action(async (paths: string[], options: ClassifyOptions) => {
      const { classifyCommand } = await import('./commands/classify.ts');
      classifyCommand(paths, options);
    });
}

function addFindings(program: Command): void {
  program
    .command('findings')
    .description('the findings of a VCF, MAF, copy number, fusion, stain or biomarker file')
    .argument('<file>', 'the file, plain or gzip')
    .addOption(new Option('--format <format>', 'format of the file').choices(findingsFormats).default('auto'))
    .option('--sample <name>', 'the sample to read, where the file has several')
    .option('--gene <symbols>', 'only these genes, separated by commas', listed, [])
    .option('--all-filters', 'keep variants that did not pass the filters of their caller', false)
    .option('--vaf-field <name:unit>', 'field with the allele fraction; unit is fraction or percent')
    .addOption(
      new Option('--as <form>', 'form of the output').choices(['table', 'json', 'yaml']).default('table'),
    )
    .option('--assay <id>', 'assay of the record, for YAML')
    .option('-o, --output <file>', 'write to a file')
    .action(async (path: string, options: FindingsCommandOptions) => {
      const { findingsCommand } = await import('./commands/findings.ts');
      await findingsCommand(path, options);
    });
}

function addFusion(program: Command): void {
  program
    .command('fusion')
    .description('frame, domains and callers of gene fusions')
    .argument(
      '<text or file...>',
      'a fusion (ETV6:e.4::NTRK3:e.14, GENE@12:118::GENE@15:879), or files of fusion callers',
    )
    .option('--build <build>', 'genome build of the breakpoints: GRCh37 or GRCh38')
    .option('--dna', 'breakpoints of a text are of DNA')
    .option('--ask <fusion>', 'answer for this fusion; may be repeated', listed, [])
    .option('--sample <id>', 'one sample of a file with several')
    .addOption(new Option('--assay <assay>', 'assay of the reads').choices(fusionAssays))
    .option('--reads <text>', 'depth and quality as the laboratory states them')
    .option('--json', 'as JSON', false)
    .action(async (inputs: string[], options: FusionCommandOptions) => {
      const { fusionCommand } = await import('./commands/fusion.ts');
      await fusionCommand(inputs, options);
    });
}

function addRead(program: Command): void {
  program
    .command('read')
    .description('what a pasted report says: every result with its place, polarity and owner')
    .argument('[file]', 'the text; - for standard input')
    .option('--text <text>', 'the text itself')
    .option('--json', 'as JSON', false)
    .option('--as-case', 'proposals for a case file, of the patient only', false)
    .action(async (path: string | undefined, options: ReadCommandOptions) => {
      const { readCommand } = await import('./commands/read.ts');
      readCommand(path, options);
    });
}

function addRelate(program: Command): void {
  program
    .command('relate')
    .description('how a finding stands to patterns and to the statements of the library')
    .argument('<finding>', 'a finding as reports write it')
    .argument('[pattern...]', 'names as knowledge bases write them, or patterns as JSON')
    .option('--statements', 'relate to every statement of the library', false)
    .option('--json', 'as JSON', false)
    .action(async (finding: string, patterns: string[], options: RelateCommandOptions) => {
      const { relateCommand } = await import('./commands/relate.ts');
      relateCommand(finding, patterns, options);
    });
}

function addCase(program: Command): void {
  const command = program.command('case').description('case files: check, schema, format');
  command
    .command('check')
    .description('say what is wrong with case files')
    .argument('<case...>', 'case files')
    .action(async (paths: string[]) => {
      const { caseCheckCommand } = await import('./commands/case.ts');
      caseCheckCommand(paths);
    });
  command
    .command('schema')
    .description('the JSON Schema of case files')
    .action(async () => {
      const { caseSchemaCommand } = await import('./commands/case.ts');
      caseSchemaCommand();
    });
  command
    .command('format')
    .description('write a case file as YAML in the present version')
    .argument('<case>', 'case file')
    .action(async (path: string) => {
      const { caseFormatCommand } = await import('./commands/case.ts');
      caseFormatCommand(path);
    });
}

function addCriteria(program: Command): void {
  program
    .command('criteria')
    .description('ask the criteria of a file of one case')
    .argument('<criteria>', 'criteria file')
    .argument('<case>', 'case file')
    .option('--at <date or event>', 'a date, or a decision point of the record')
    .action(async (criteria: string, path: string, options: { readonly at?: string }) => {
      const { criteriaCommand } = await import('./commands/criteria.ts');
      criteriaCommand(criteria, path, options);
    });
}

function addKnowledge(program: Command): void {
  const command = program.command('knowledge').description('the curated library');
  command
    .command('check')
    .description('read and check the library')
    .argument('[folder]', 'a folder of knowledge files (default: the library of this Cajal)')
    .action(async (folder: string | undefined) => {
      const { knowledgeCheckCommand } = await import('./commands/knowledge.ts');
      knowledgeCheckCommand(folder);
    });
  command
    .command('import')
    .description('bring an outside knowledge base into a pack of your own, beside the library')
    .addArgument(new Argument('<kind>', 'what the file is').choices(packKindNames))
    .argument('<file>', 'the file')
    .requiredOption('--author <name>', 'who imports it')
    .option('--id <id>', 'name of the pack (default: its kind)')
    .option('--pack-version <version>', "the base's own version (default: its date)")
    .option('--date <date>', 'of which day the file is (default: the date in its name)')
    .option('--data <folder>', 'folder of the data')
    .action(async (kind: PackKind, path: string, options: PackImportOptions) => {
      const { packImportCommand } = await import('./commands/packs.ts');
      packImportCommand(kind, path, options);
    });
  command
    .command('packs')
    .description('the packs with version, date, licence and hash')
    .option('--data <folder>', 'folder of the data')
    .action(async (options: PackOptions) => {
      const { packListCommand } = await import('./commands/packs.ts');
      packListCommand(options);
    });
  command
    .command('search')
    .description('what the packs say of one finding')
    .argument('<finding>', 'a finding as reports write it, such as "KIT V560del"')
    .option('--pack <id>', 'only this pack')
    .option('--data <folder>', 'folder of the data')
    .action(async (finding: string, options: PackSearchOptions) => {
      const { packSearchCommand } = await import('./commands/knowledge-search.ts');
      packSearchCommand(finding, options);
    });
  command
    .command('remove')
    .description('remove a pack')
    .argument('<id>', 'its name')
    .requiredOption('--author <name>', 'who removes it')
    .option('--data <folder>', 'folder of the data')
    .action(async (id: string, options: PackRemoveOptions) => {
      const { packRemoveCommand } = await import('./commands/packs.ts');
      packRemoveCommand(id, options);
    });
}

/** The program with all its commands. */
export function program(): Command {
  const root = new Command('cajal')
    .description(
      `An open molecular tumour board for neuroendocrine neoplasms and other rare tumours.\n\n${disclaimer}`,
    )
    .version(softwareVersion)
    .showSuggestionAfterError()
    .showHelpAfterError('(cajal --help lists the commands)')
    .exitOverride();
  addBoard(root);
  addClassify(root);
  addFindings(root);
  addFusion(root);
  addRead(root);
  addRelate(root);
  addCase(root);
  addCriteria(root);
  addKnowledge(root);
  addEvidence(root);
  addFigure(root);
  addRegimen(root);
  addResponse(root);
  addStats(root);
  addServe(root);
  addStore(root);
  root.configureOutput({ writeErr: (text) => process.stderr.write(text) });
  return root;
}
