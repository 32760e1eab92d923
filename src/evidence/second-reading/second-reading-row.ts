/**
 * A second, independent reading of a paper as a table: one printed value a row, by a reader who did not see the
 * library. Ten columns, tab-separated, with a head; nothing is quoted, so that a value may hold any sign.
 */
import type { Issue, Reading } from '../../reading/index.ts';

/** The head of the table, in order. */
export const secondReadingColumns = [
  'study',
  'lines',
  'group',
  'what',
  'detail',
  'form',
  'printed',
  'unit',
  'interval',
  'interval_label',
] as const;

/** What a row can be about, as the second reader named it. */
export const secondReadingQuantities = [
  'patients',
  'evaluable',
  'part',
  'completeResponse',
  'partialResponse',
  'stableDisease',
  'progressiveDisease',
  'notEvaluable',
  'objectiveResponse',
  'diseaseControl',
  'biochemicalResponse',
  'overallSurvival',
  'progressionFreeSurvival',
  'timeToProgression',
  'durationOfResponse',
  'treatmentDuration',
  'toxicity',
  'markerPresent',
  'prevalence',
  'age',
  'dose',
  'cycle',
  'pValue',
  'hazardRatio',
  'riskReduction',
  'laboratory',
  'measurement',
  'threshold',
  'other',
] as const;
export type SecondReadingQuantity = (typeof secondReadingQuantities)[number];

/** One value as the second reader found it. */
export interface SecondReadingRow {
  /** The paper: "004". */
  readonly paper: string;
  /** The line of the table of readings, the head is 1. */
  readonly at: number;
  readonly study: string;
  /** Lines of the paper. */
  readonly lines: string;
  readonly group: string;
  readonly what: SecondReadingQuantity;
  readonly detail: string;
  readonly form: string;
  readonly printed: string;
  readonly unit: string;
  readonly interval: string;
}

const isQuantity = (text: string): text is SecondReadingQuantity =>
  secondReadingQuantities.some((each) => each === text);

/** Reads the table of one paper. Rows that are not usable are issues with their line, the others are kept. */
export function readSecondReading(text: string, paper: string): Reading<readonly SecondReadingRow[]> {
  const [head = '', ...body] = text.replace(/\n+$/, '').split('\n');
  const issues: Issue[] = [];
  const fault = (line: number, message: string) =>
    issues.push({ code: 'wrong-value', severity: 'error', message, source: paper, line });
  if (head.split('\t').join() !== secondReadingColumns.join())
    fault(1, `the head has to be ${secondReadingColumns.join(', ')}, separated by tabs`);
  const rows = body.flatMap((line, index): SecondReadingRow[] => {
    const at = index + 2;
    const cells = line.split('\t');
    const [study, lines, group, what, detail, form, printed, unit, interval] = cells;
    if (cells.length !== secondReadingColumns.length) {
      fault(at, `has ${cells.length} cells; write ${secondReadingColumns.length}, separated by tabs`);
      return [];
    }
    if (!study || !lines || !group || !printed || !/^\d+(-\d+)?$/.test(lines)) {
      fault(at, 'needs a study, lines such as 12 or 12-13, a group and what is printed');
      return [];
    }
    if (what === undefined || !isQuantity(what)) {
      fault(at, `"${what ?? ''}" is no quantity of a second reading`);
      return [];
    }
    const said = { detail: detail ?? '', form: form ?? '', unit: unit ?? '', interval: interval ?? '' };
    return [{ paper, at, study, lines, group, what, printed, ...said }];
  });
  return issues.length === 0 ? { value: rows, issues } : { value: undefined, issues };
}
