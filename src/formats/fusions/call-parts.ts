/** Parts of a row that several callers share: cells by column name, breakpoints, sides, and the fusion they make. */
import type { Fusion } from '../../alteration/index.ts';
import { geneOf } from '../../genes/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { TableRow } from '../delimited-table.ts';
import { printedValue, shown, wholeNumberOf } from '../printed-cell.ts';
import type { TableHeader } from '../table-header.ts';
import type { Arrangement, CalledSide, FusionCall } from './fusion-call.ts';

/** The cells of one row by the names of their columns. */
export interface RowCells {
  readonly line: number;
  /** The cell under the first of these names that the table has; undefined where it is empty or says "no value". */
  readonly cell: (...names: readonly string[]) => string | undefined;
}

/** Reads the rows of one format. */
export type RowReader = (row: RowCells) => FusionCall | undefined;

/** The cells of a row. */
export function rowCells(header: TableHeader, row: TableRow): RowCells {
  return {
    line: row.line,
    cell: (...names) => {
      const at = header.find(...names);
      return at === undefined ? undefined : printedValue(row.cells[at]);
    },
  };
}

/** The columns of these names as printed; absent ones are left out. */
export function printedColumns(
  { cell }: RowCells,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names
      .map((name) => [name, cell(name)] as const)
      .filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A count of reads; long-read callers print whole numbers as `22.0`. */
export function readCount(text: string | undefined): number | undefined {
  return wholeNumberOf(text?.replace(/\.0+$/, ''));
}

/** A part of a place that is given, under its own key. */
export type Place = Pick<CalledSide, 'breakpoint' | 'strand'>;

/** `chr10:32017143:-`, `10:32017143`; a place that is not read gives an issue. */
export function placeOf(text: string | undefined, line: number, issues: Issue[]): Place {
  if (text === undefined) return {};
  const match = /^(?:chr)?([A-Za-z0-9_.]{1,30}):(\d{1,10})(?::([-+.]))?$/i.exec(text);
  const [, chromosome, position, strand] = match ?? [];
  if (chromosome === undefined || position === undefined) {
    issues.push(malformed(line, `"${shown(text)}" is not a breakpoint; write chromosome:position`));
    return {};
  }
  return {
    breakpoint: { chromosome, position: Number(position) },
    ...(strand === '+' || strand === '-' ? { strand } : {}),
  };
}

/** A warning on a cell of a row that is kept. */
export function malformed(line: number, message: string): Issue {
  return { code: 'row-malformed', severity: 'warning', message, line };
}

/** `SYM^ENSG00000000000.1`, `SYM`: symbol and identifier. */
export function geneParts(text: string): Pick<CalledSide, 'gene' | 'printed' | 'geneId'> {
  const [symbol = '', id] = text.split('^');
  return {
    gene: geneOf(symbol)?.symbol ?? symbol,
    printed: text,
    ...(id === undefined ? {} : { geneId: id }),
  };
}

/** Same gene, two genes, or a place outside genes; `joined` is what directions or the file say of two genes. */
export function arrangementOf(five: CalledSide, three: CalledSide, joined: Arrangement): Arrangement {
  if (five.gene === undefined || three.gene === undefined) return 'intergenic';
  return five.gene === three.gene ? 'intragenic' : joined;
}

/**
 * The fusion that two sides make; undefined for an event within one gene, a place outside genes, and genes joined
 * against their sense.
 */
export function fusionOf(five: CalledSide, three: CalledSide, arrangement: Arrangement): Fusion | undefined {
  if (arrangement !== 'fiveToThree' && arrangement !== 'notStated') return undefined;
  if (five.gene === undefined || three.gene === undefined) return undefined;
  const isOrderStated = arrangement === 'fiveToThree';
  const part = ({ exon, transcript }: CalledSide, gene: string) => ({
    gene,
    ...(exon === undefined ? {} : { exon }),
    ...(transcript === undefined ? {} : { transcript }),
  });
  return {
    kind: 'fusion',
    five: part(five, five.gene),
    three: part(three, three.gene),
    isOrderStated,
    printed: `${five.printed}${isOrderStated ? '::' : '-'}${three.printed}`,
  };
}

/** The parts of a call that its sides decide, with the fusion where there is one. */
export function joinedSides(
  five: CalledSide,
  three: CalledSide,
  joined: Arrangement,
): Pick<FusionCall, 'five' | 'three' | 'arrangement' | 'alteration'> {
  const arrangement = arrangementOf(five, three, joined);
  const alteration = fusionOf(five, three, arrangement);
  return { five, three, arrangement, ...(alteration === undefined ? {} : { alteration }) };
}
