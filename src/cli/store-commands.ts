/** The commands over a store: `serve` and `store ...`. */
import { type Command, InvalidArgumentError } from 'commander';
import type { DataOptions, PutOptions, ServeOptions } from './store-options.ts';

const dataOption = [
  '--data <folder>',
  'folder of the data (default: CAJAL_HOME, else the one of the system)',
] as const;
const headOption = ['--head <sequence:hash>', 'a head kept elsewhere: the chain must contain it'] as const;

function boundedNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER
        ? `give a whole number from ${least}`
        : `give a whole number from ${least} to ${most}`,
    );
  };
}

const version = (least: number) => boundedNumber(least, Number.MAX_SAFE_INTEGER);

/** `cajal serve`. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('the board in a browser on this machine, with the published cases')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', boundedNumber(0, 65_535), 4170)
    .option(...dataOption)
    .option('--log', 'a line for every request: method, route, status, time', false)
    .action(async (options: ServeOptions) => {
      const { serveCommand } = await import('./commands/serve.ts');
      await serveCommand(options);
    });
}

function addProofs(command: Command): void {
  command
    .command('where')
    .description('print where the data live')
    .option(...dataOption)
    .action(async (options: DataOptions) => {
      const { storeWhereCommand } = await import('./commands/store.ts');
      storeWhereCommand(options);
    });
  command
    .command('verify')
    .description('prove every document and the audit chain, or say what is wrong')
    .option(...dataOption)
    .option(...headOption)
    .action(async (options: DataOptions & { readonly head?: string }) => {
      const { storeVerifyCommand } = await import('./commands/store.ts');
      storeVerifyCommand(options);
    });
  command
    .command('export')
    .description('write every version and the audit chain into one file')
    .argument('<file>', 'file to write')
    .option(...dataOption)
    .action(async (file: string, options: DataOptions) => {
      const { storeExportCommand } = await import('./commands/store.ts');
      storeExportCommand(file, options);
    });
  command
    .command('import')
    .description('read such a file, whole or not at all')
    .argument('<file>', 'file to read')
    .option(...dataOption)
    .action(async (file: string, options: DataOptions) => {
      const { storeImportCommand } = await import('./commands/store.ts');
      storeImportCommand(file, options);
    });
}

function addCases(command: Command): void {
  command
    .command('put')
    .description('save a case file as a version')
    .argument('<case>', 'case file, YAML or JSON')
    .requiredOption('--author <name>', 'who writes; kept with the version')
    .option('--reason <text>', 'why', '')
    .option('--upon <version>', 'the newest version that was seen; 0 for a new case', version(0), 0)
    .option(...dataOption)
    .action(async (path: string, options: PutOptions) => {
      const { storePutCommand } = await import('./commands/stored-case.ts');
      storePutCommand(path, options);
    });
  command
    .command('get')
    .description('print a stored case as YAML')
    .argument('<id>', 'id of the case')
    .argument('[version]', 'a version (default: the newest)', version(1))
    .option(...dataOption)
    .action(async (id: string, wanted: number | undefined, options: DataOptions) => {
      const { storeGetCommand } = await import('./commands/stored-case.ts');
      storeGetCommand(id, wanted, options);
    });
  command
    .command('list')
    .description('the newest version of every case')
    .option(...dataOption)
    .action(async (options: DataOptions) => {
      const { storeListCommand } = await import('./commands/store-list.ts');
      storeListCommand(options);
    });
  command
    .command('history')
    .description('every version of a case')
    .argument('<id>', 'id of the case')
    .option(...dataOption)
    .action(async (id: string, options: DataOptions) => {
      const { storeHistoryCommand } = await import('./commands/store-list.ts');
      storeHistoryCommand(id, options);
    });
}

/** `cajal store ...`. */
export function addStore(program: Command): void {
  const command = program
    .command('store')
    .description('the store: prove it, export and import it, its cases');
  addProofs(command);
  addCases(command);
}
