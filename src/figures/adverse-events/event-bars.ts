/** The parts of a figure of adverse events that every layout shares: looks of the arms, bars, and columns of numbers. */
import { groupPaints, type Mark, type Paint, type Texture, typeSize } from '../scene/index.ts';
import { textWidth } from '../text/index.ts';
import type { AdverseEventResult, AdverseEventsData } from './adverse-events-data.ts';
import { notReported, numberText } from './event-numbers.ts';

const barHeight = 10;

/** The head of the second column of numbers. */
export const grade3UpHead = 'Grade \u22653';
const armTextures: readonly Texture[] = ['plain', 'diagonal', 'dots', 'cross'];

/** The look of an arm. */
export const looks = (at: number): { readonly paint: Paint; readonly texture: Texture } => ({
  paint: groupPaints[at] ?? 'group-6',
  texture: armTextures[at] ?? 'plain',
});

/** The name of an arm with its number of patients. */
export const armName = (data: AdverseEventsData, at: number): string => {
  const arm = data.arms[at];
  const patients = arm?.patients ?? null;
  const size = patients === null ? 'number of patients not stated' : `n = ${patients}`;
  return arm?.name === undefined ? size : `${arm.name} (${size})`;
};

/** The bars of one arm in one term. */
export function barMarks(
  result: AdverseEventResult,
  arm: number,
  {
    toX,
    amountOf,
    y,
    hint,
  }: {
    readonly toX: (value: number) => number;
    readonly amountOf: (count: number) => number;
    readonly y: number;
    readonly hint: string;
  },
): readonly Mark[] {
  const { paint, texture } = looks(arm);
  const bar = (count: number): { x: number; y: number; width: number; height: number } => {
    const [from = 0, to = 0] = [toX(0), toX(amountOf(count))].toSorted((one, other) => one - other);
    return { x: from, y: y - barHeight / 2, width: Math.max(1, to - from), height: barHeight };
  };
  const marks: Mark[] = [];
  if (result.anyGrade !== null && result.anyGrade > 0)
    marks.push({ kind: 'rectangle', ...bar(result.anyGrade), fill: 'raised', stroke: paint, hint });
  if (result.grade3Up !== null && result.grade3Up > 0)
    marks.push({ kind: 'rectangle', ...bar(result.grade3Up), fill: paint, texture, stroke: paint, hint });
  return marks;
}

/** Widths of the columns of numbers. */
export interface Columns {
  readonly anyGrade: number;
  readonly grade3Up: number;
}

/** Columns of no width. */
export const noColumns: Columns = { anyGrade: 0, grade3Up: 0 };

/** Widths of the two columns of numbers over the arms given. */
export function columnsOf(data: AdverseEventsData, arms: readonly number[]): Columns {
  const widest = (texts: readonly string[]): number =>
    Math.max(...texts.map((text) => textWidth(text, typeSize.small)));
  const texts = (key: 'anyGrade' | 'grade3Up') =>
    data.terms.flatMap(({ results }) => arms.map((at) => numbersOf(data, results[at], at)[key]));
  return {
    anyGrade: widest(['Any grade', ...texts('anyGrade')]) + 8,
    grade3Up: widest([grade3UpHead, ...texts('grade3Up')]) + 8,
  };
}

/** Both numbers of a result as they are printed. */
export function numbersOf(
  { arms }: AdverseEventsData,
  result: AdverseEventResult | undefined,
  at: number,
): { readonly anyGrade: string; readonly grade3Up: string } {
  const patients = arms[at]?.patients ?? null;
  return {
    anyGrade: numberText(result?.anyGrade ?? null, result?.printedAnyGradePercent, patients),
    grade3Up: numberText(result?.grade3Up ?? null, result?.printedGrade3UpPercent, patients),
  };
}

/** A result in words. */
export const hintOf = (
  data: AdverseEventsData,
  term: string,
  result: AdverseEventResult,
  at: number,
): string => {
  const { anyGrade, grade3Up } = numbersOf(data, result, at);
  return `${term}, ${armName(data, at)}: any grade ${anyGrade === notReported ? 'not reported' : anyGrade}, grade 3 or more ${grade3Up === notReported ? 'not reported' : grade3Up}`;
};
