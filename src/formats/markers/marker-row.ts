/** One row of a table of markers as a stain or a biomarker. */
import type { BiomarkerKind } from '../../case/index.ts';
import { parseNumericRange, parseQuantity } from '../../units/index.ts';
import type { BiomarkerFinding, StainFinding } from '../file-finding.ts';
import type { IssueLog } from '../issue-log.ts';
import { printedValue, shown } from '../printed-cell.ts';
import type { MarkerColumns } from './marker-columns.ts';
import { biomarkerStatus, intensityOf, resultWords, stainPattern, stainStatus } from './marker-result.ts';

/** The cells of a row by their meaning, as printed. */
export interface MarkerCells {
  readonly line: number;
  readonly sample?: string;
  readonly marker: string;
  readonly result?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly percent?: string;
  readonly intensity?: string;
  readonly score?: string;
  readonly scoring?: string;
  readonly clone?: string;
}

const fields = [
  'sample',
  'result',
  'value',
  'unit',
  'percent',
  'intensity',
  'score',
  'scoring',
  'clone',
] as const;

/** The cells of a row; undefined where it names no marker. */
export function markerCells(
  cells: readonly string[],
  line: number,
  columns: MarkerColumns,
): MarkerCells | undefined {
  const marker = printedValue(cells[columns.marker]);
  if (marker === undefined) return undefined;
  const found: { [K in (typeof fields)[number]]?: string } = {};
  for (const field of fields) {
    const index = columns[field];
    const value = index === undefined ? undefined : printedValue(cells[index]);
    if (value !== undefined) found[field] = value;
  }
  return { line, marker, ...found };
}

function warn(log: IssueLog, line: number, message: string): void {
  log.add({ code: 'wrong-value', severity: 'warning', message, line });
}

/** A percentage with its sign: a bare number of a column of percentages gets it. */
function percentOf(row: MarkerCells, log: IssueLog): string | undefined {
  const printed = row.percent ?? (row.unit === '%' ? row.value : undefined);
  if (printed === undefined) return undefined;
  const text = printed.endsWith('%') ? printed : `${printed}%`;
  const parsed = parseNumericRange(text);
  const ends = parsed.ok ? [parsed.value.low, parsed.value.high].filter((end) => end !== null) : [];
  if (parsed.ok && ends.length > 0 && ends.every((end) => end >= 0 && end <= 100)) return text;
  warn(log, row.line, `"${shown(printed)}" is not a percentage of cells and is left out`);
  return undefined;
}

/** A score and its system: `H-score` beside `200`, or `H-score 200` in one cell. */
function scoreOf({ score, scoring }: MarkerCells): StainFinding['score'] {
  if (score === undefined) return undefined;
  if (scoring !== undefined) return { system: scoring.slice(0, 40), value: score.slice(0, 40) };
  const named = /^([A-Za-z][A-Za-z -]{0,38}?)[ :=]+(\S.{0,39})$/.exec(score);
  const [, system, value] = named ?? [];
  if (system !== undefined && value !== undefined) return { system, value };
  return { system: 'score', value: score.slice(0, 40) };
}

const unread = (row: MarkerCells, words: string): string =>
  `"${shown(row.result ?? '')}" is not a result of ${shown(row.marker)} that is read; write ${words}. The row is skipped`;

/** A stain, or why the row gives none. */
export function stainOfRow(
  row: MarkerCells,
  log: IssueLog,
): StainFinding | { readonly problem: string } | undefined {
  const { line, sample, marker, result } = row;
  const printed = result ?? row.intensity;
  const status = printed === undefined ? 'unstated' : stainStatus(marker, printed);
  if (status === 'unreadable')
    return {
      problem: unread({ ...row, result: printed ?? '' }, 'positive, negative, equivocal, lost or retained'),
    };
  const cellsPercent = percentOf(row, log);
  const intensity =
    intensityOf(row.intensity) ?? (row.intensity === undefined ? plusIntensity(result) : undefined);
  const score = scoreOf(row);
  const pattern = result === undefined ? undefined : stainPattern(result);
  if (printed === undefined && cellsPercent === undefined && score === undefined) return undefined;
  return {
    kind: 'stain',
    line,
    status,
    marker,
    result: printed ?? '',
    ...(sample === undefined ? {} : { sample }),
    ...(cellsPercent === undefined ? {} : { cellsPercent }),
    ...(intensity === undefined ? {} : { intensity }),
    ...(score === undefined ? {} : { score }),
    ...(row.clone === undefined ? {} : { clone: row.clone.slice(0, 60) }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** A result that is itself an intensity: `2+`; the word `positive` is none. */
function plusIntensity(result: string | undefined): StainFinding['intensity'] {
  return result !== undefined && /^(?:0|[1-3]\+)$/.test(result.trim()) ? intensityOf(result) : undefined;
}

/** A biomarker, or why the row gives none. */
export function biomarkerOfRow(
  row: MarkerCells,
  kind: BiomarkerKind,
  log: IssueLog,
): BiomarkerFinding | { readonly problem: string } | undefined {
  const { line, sample, result } = row;
  const status = result === undefined ? 'unstated' : biomarkerStatus(kind, result);
  if (status === 'unreadable') return { problem: unread(row, resultWords(kind)) };
  const number = row.value ?? row.score ?? row.percent;
  const unit = row.unit ?? (row.value === undefined && row.score === undefined ? '%' : undefined);
  const value = valueWithUnit(number, unit, row.line, log);
  if (result === undefined && value === undefined) return undefined;
  return {
    kind: 'biomarker',
    line,
    status,
    marker: kind,
    result: result ?? '',
    ...(sample === undefined ? {} : { sample }),
    ...(value === undefined ? {} : { value }),
    ...(row.scoring === undefined ? {} : { scoring: row.scoring.slice(0, 40) }),
  };
}

function valueWithUnit(
  number: string | undefined,
  unit: string | undefined,
  line: number,
  log: IssueLog,
): string | undefined {
  if (number === undefined) return undefined;
  const separator = unit === '%' ? '' : ' ';
  const text = unit === undefined || number.endsWith(unit) ? number : `${number}${separator}${unit}`;
  if (parseQuantity(text).ok) return text;
  warn(log, line, `"${shown(text)}" is not a value with a unit and is left out`);
  return undefined;
}
