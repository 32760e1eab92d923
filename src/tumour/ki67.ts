/**
 * Ki-67: the share of tumour nuclei that stain, with the exact interval of the cells counted (Clopper and Pearson,
 * 95%). The grade is read from the printed percentage; the interval says how far that reading can be trusted: 20% of
 * 500 cells is 16.6-23.8% and crosses the line of G3. Editions ask for at least 500 cells in a hot spot (WHO 2019).
 */
import { clopperPearson } from '../statistics/index.ts';
import type { NumericRange } from '../units/index.ts';
import { type Statement, sources } from './basis.ts';
import { anyGrade, type GradeBounds } from './grade.ts';
import { type GradeLimits, gradeOfRange, gradeOfValue, liesInGap } from './grade-limits.ts';
import { nonNegativeEnds } from './range-ends.ts';
import { type CountedMaterial, type CountStatus, countStatusText, isAspirate } from './specimen-kind.ts';

/** The fewest cells that the editions accept. */
export const fewestCells = 500;

/** One Ki-67 as recorded. */
export interface Ki67Observation {
  readonly status: CountStatus;
  readonly percent?: NumericRange;
  readonly cellsCounted?: number;
  /** What a printed range runs over. Over lesions, the highest lesion decides; otherwise the value is somewhere in it. */
  readonly rangeAcross?: 'lesions' | 'unstated';
  readonly lesion?: string;
  readonly material?: CountedMaterial;
}

/** An exact interval for the percentage. */
export interface Ki67Interval {
  readonly positiveCells: number;
  readonly cellsCounted: number;
  readonly lowerPercent: number;
  readonly upperPercent: number;
  readonly confidence: number;
}

/** What one Ki-67 says. `bounds` is null when there is no count. */
export interface Ki67Reading {
  readonly observation: Ki67Observation;
  readonly bounds: GradeBounds | null;
  /** One interval for a single value, two for the ends of a range, none when the cells are not stated. */
  readonly intervals: readonly Ki67Interval[];
  /** Limits between grades (in percent) that an interval holds. */
  readonly crosses: readonly number[];
  readonly statements: readonly Statement[];
}

/**
 * The exact 95% interval of a percentage among the cells counted; the number of positive cells is the nearest whole
 * one. Undefined when the numbers cannot be a share of cells.
 *
 * @example ki67Interval(20, 500) // positiveCells 100, 16.6 to 23.8%
 */
export function ki67Interval(percent: number, cellsCounted: number): Ki67Interval | undefined {
  const whole = Number.isSafeInteger(cellsCounted) && cellsCounted > 0;
  if (!whole || !(percent >= 0 && percent <= 100)) return undefined;
  const positiveCells = Math.round((percent * cellsCounted) / 100);
  const interval = clopperPearson(positiveCells, cellsCounted);
  return {
    positiveCells,
    cellsCounted,
    lowerPercent: interval.lower * 100,
    upperPercent: interval.upper * 100,
    confidence: interval.confidence,
  };
}

/** The limits of the edition that an interval holds between its ends. */
function limitsCrossed(limits: GradeLimits, interval: Ki67Interval): readonly number[] {
  const within = (limit: number): boolean => interval.lowerPercent < limit && limit < interval.upperPercent;
  return [...new Set([limits.g2Lower, limits.g3Above])].filter(within);
}

const oneDecimal = (value: number): string => value.toFixed(1);

/** Reads one Ki-67 against the limits of an edition. */
export function readKi67(observation: Ki67Observation, limits: GradeLimits): Ki67Reading {
  const { percent, status, material, cellsCounted } = observation;
  const statements: Statement[] = aspirateStatement(material);
  if (status !== 'counted' || percent === undefined) {
    const why = status === 'counted' ? 'has no number' : countStatusText(status);
    statements.push({ code: 'ki67NotAvailable', weight: 'caution', sentence: `Ki-67 ${why}.` });
    return { observation, bounds: null, intervals: [], crosses: [], statements };
  }
  const ends = nonNegativeEnds(percent);
  if (ends === undefined || ends.low < 0 || (Number.isFinite(ends.high) && ends.high > 100)) {
    statements.push({
      code: 'ki67CountImpossible',
      weight: 'conflict',
      sentence: `Ki-67 "${percent.printed}" is not a percentage between 0 and 100; correct it at its source.`,
    });
    return { observation, bounds: null, intervals: [], crosses: [], statements };
  }
  const isRange = ends.low !== ends.high;
  const overLesions = isRange && observation.rangeAcross === 'lesions';
  const bounds = overLesions
    ? gradeOfValue(limits, ends.high, ends.highOpen ? 'justBelow' : 'at')
    : gradeOfRange(limits, ends);
  if (isRange) statements.push(rangeStatement(percent.printed, overLesions));
  if (!isRange && liesInGap(limits, ends.low)) {
    statements.push({
      code: 'ki67InEditionGap',
      weight: 'caution',
      sentence: `Ki-67 ${percent.printed} lies between G1 (up to ${limits.g1Upper}%) and G2 (from ${limits.g2Lower}%) of this edition and belongs to neither as printed.`,
    });
  }
  const closedEnds = [
    ...(Number.isFinite(ends.low) && !ends.lowOpen ? [ends.low] : []),
    ...(isRange && Number.isFinite(ends.high) && !ends.highOpen ? [ends.high] : []),
  ];
  const intervals =
    cellsCounted === undefined
      ? []
      : closedEnds.map((end) => ki67Interval(end, cellsCounted)).filter((each) => each !== undefined);
  statements.push(...cellStatements(cellsCounted, closedEnds));
  const crosses = [...new Set(intervals.flatMap((interval) => limitsCrossed(limits, interval)))];
  for (const interval of intervals) {
    const span = `${oneDecimal(interval.lowerPercent)}-${oneDecimal(interval.upperPercent)}%`;
    const crossed = limitsCrossed(limits, interval);
    statements.push({
      code: 'ki67ExactInterval',
      weight: 'note',
      sentence: `${interval.positiveCells} of ${interval.cellsCounted} cells: exact 95% interval ${span}.`,
      basis: sources.exactInterval,
    });
    if (crossed.length > 0) {
      statements.push({
        code: 'ki67CrossesBoundary',
        weight: 'caution',
        sentence: `The interval ${span} crosses the line at ${crossed.map((limit) => `${limit}%`).join(' and ')}: the cells counted do not separate the grades on either side.`,
      });
    }
  }
  return { observation, bounds: bounds ?? anyGrade, intervals, crosses, statements };
}

function aspirateStatement(material: CountedMaterial | undefined): Statement[] {
  if (!isAspirate(material)) return [];
  return [
    {
      code: 'aspirate',
      weight: 'caution',
      sentence:
        'One specimen is an aspirate: it has no area to count mitoses over and may miss the hot spot, so what is counted on it is provisional.',
    },
  ];
}

function rangeStatement(printed: string, overLesions: boolean): Statement {
  return {
    code: overLesions ? 'heterogeneous' : 'ki67Range',
    weight: 'caution',
    sentence: overLesions
      ? `Ki-67 runs over lesions (${printed}): the highest lesion decides, the range stays.`
      : `Ki-67 is printed as a range (${printed}): the value may lie anywhere in it.`,
  };
}

function cellStatements(cellsCounted: number | undefined, ends: readonly number[]): Statement[] {
  if (cellsCounted === undefined) {
    return [
      {
        code: 'ki67CellsUnstated',
        weight: 'note',
        sentence: `The number of cells counted is not stated; at least ${fewestCells} are asked for.`,
        basis: sources.who2019,
      },
    ];
  }
  const statements: Statement[] = [];
  if (cellsCounted < fewestCells) {
    statements.push({
      code: 'ki67FewCells',
      weight: 'caution',
      sentence: `${cellsCounted} cells were counted; at least ${fewestCells} are asked for.`,
      basis: sources.who2019,
    });
  }
  for (const end of ends.filter((each) => !isShareOf(each, cellsCounted))) {
    statements.push({
      code: 'ki67NotAWholeCount',
      weight: 'note',
      sentence: `No whole number of ${cellsCounted} cells gives ${end}%; the nearest was used.`,
    });
  }
  return statements;
}

/** Whether some whole number of cells, rounded as printed, gives the percentage. */
function isShareOf(percent: number, cellsCounted: number): boolean {
  const decimals = String(percent).split('.')[1]?.length ?? 0;
  const nearest = Math.round((percent * cellsCounted) / 100);
  return Math.abs((100 * nearest) / cellsCounted - percent) <= 0.5 * 10 ** -decimals + 1e-9;
}
