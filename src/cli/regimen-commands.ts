/** `cajal regimen`, its arguments and its help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type RegimenListOptions,
  type RegimenShowOptions,
  surfaceFormulaOptions,
} from './regimen-options.ts';

const numberOf = (text: string): number => {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError('is no number, such as 1.8');
  return value;
};

/** `cajal regimen`. */
export function addRegimen(program: Command): void {
  const command = program
    .command('regimen')
    .description('the register of regimens: drugs, names met in print, doses as studies printed them');
  command
    .command('list')
    .description('the regimens, one a line')
    .option('--drug <name>', 'only regimens with this drug')
    .option('--json', 'as JSON', false)
    .action(async (options: RegimenListOptions) => {
      const { regimenListCommand } = await import('./commands/regimen.ts');
      regimenListCommand(options);
    });
  command
    .command('show')
    .description('one regimen; with a body size, what its printed doses come to in mg')
    .argument('<name>', 'its id, a name met in print ("XELOX"), or its drugs')
    .option('--bsa <m2>', 'body surface', numberOf)
    .option('--height <cm>', 'height, with --weight', numberOf)
    .option('--weight <kg>', 'weight; alone for doses in mg/kg', numberOf)
    .addOption(
      new Option('--formula <name>', 'body surface from height and weight')
        .choices(surfaceFormulaOptions)
        .default('mosteller'),
    )
    .option('--json', 'as JSON', false)
    .action(async (name: string, options: RegimenShowOptions) => {
      const { regimenShowCommand } = await import('./commands/regimen.ts');
      regimenShowCommand(name, options);
    });
}
