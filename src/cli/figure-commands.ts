/** `cajal figure`, its arguments and its help. */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import {
  type FigureCommandOptions,
  type FigureKindName,
  figureKindNames,
  figureModeNames,
} from './figure-options.ts';

const pixels = (text: string): number => {
  const width = Number(text);
  if (!Number.isInteger(width) || width < 300 || width > 2000)
    throw new InvalidArgumentError('is no width in pixels from 300 to 2000 (340 is a column of 90 mm)');
  return width;
};

/** `cajal figure`. */
export function addFigure(program: Command): void {
  program
    .command('figure')
    .description('a figure from a table, a figure file or case files, as SVG, CSV, HTML or PNG')
    .addArgument(new Argument('<kind>', 'kind of figure').choices(figureKindNames))
    .argument('<input...>', 'table (CSV, TSV), figure file (YAML, JSON), or one or more case or study files')
    .option(
      '-o, --output <file>',
      'file to write: .svg, .csv (its data), .html (both), .png; else SVG to the terminal',
    )
    .option('--width <pixels>', 'width; 340 is a column of 90 mm', pixels, 680)
    .addOption(new Option('--mode <mode>', 'colours').choices(figureModeNames).default('auto'))
    .option('--title <text>', 'title')
    .option('--cut-off <text>', 'the date that the data stand for')
    .option('--source <text>', 'where the data come from')
    .option('--endpoint <text>', 'of a Kaplan-Meier figure from a table: what the curve is of')
    .option(
      '--treatment <name>',
      'of a swimmer, lollipop or oncoprint of cases: drug, class of drugs or regimen',
    )
    .option('--gene <symbol>', 'of a lollipop or of mutation-prevalence of cases')
    .option('--zero <course>', 'of a timeline or markers of a case: the course whose start is zero')
    .option('--log', 'logarithmic axis of markers', false)
    .action(async (kind: FigureKindName, inputs: string[], options: FigureCommandOptions) => {
      const { figureCommand } = await import('./commands/figure.ts');
      figureCommand(kind, inputs, options);
    });
}
