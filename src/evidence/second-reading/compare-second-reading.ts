/**
 * The library against a second, independent reading of the papers: for each value of the second reading the value of
 * the library at the same lines, and whether it is of the same study, patients and quantity; and the values of the
 * library that the second reader did not write down. Agreement is counted on the print and on what it means.
 */
import type { Study } from '../study.ts';
import { type HeldValue, heldValues } from './held-value.ts';
import { bareNumber, namesNumber, numbersOf, printedForm, shareLine, wordForm } from './printed-form.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { SecondReadingRow } from './second-reading-row.ts';

/** How the second reader's words for patients read in the library: "004|mitry-1999|PDNECs" is "mitry-1999:pdnec". */
export type SecondReadingGroups = ReadonlyMap<string, readonly string[]>;

/** The key of a row in the groups. */
export const secondReadingGroup = ({ paper, study, group }: SecondReadingRow): string =>
  `${paper}|${study}|${group}`;

export const meaningDifferences = ['study', 'group', 'quantity', 'interval'] as const;
export type MeaningDifference = (typeof meaningDifferences)[number];

/** A row of the second reading and what the library has for it. */
export interface ComparedRow {
  readonly row: SecondReadingRow;
  /** The value of the library; undefined where it has none of this print at these lines. */
  readonly held: HeldValue | undefined;
  /** In what the two differ though the print is the same. */
  readonly differs: readonly MeaningDifference[];
}

export interface ComparedPaper {
  readonly paper: string;
  readonly rows: readonly ComparedRow[];
  /** Values of the library whose print no row has at these lines; facts in words are not among them. */
  readonly onlyInLibrary: readonly HeldValue[];
}

const isNumber = (row: SecondReadingRow): boolean => /\d/u.test(printedForm(row.printed));

/** Whether a value of the library is printed as a row is. */
function isSamePrint(row: SecondReadingRow, held: HeldValue): boolean {
  if (!shareLine(row.lines, held.lines)) return false;
  if (bareNumber(held.value) === bareNumber(row.printed)) return true;
  if (isNumber(row)) {
    const asked = numbersOf(printedForm(row.printed));
    const several = numbersOf(held.value).length > 1;
    if (held.what !== 'fact' && !several) return bareNumber(held.interval) === bareNumber(row.printed);
    return asked.length > 0 && asked.every((number) => namesNumber(`${held.value} ${held.about}`, number));
  }
  const words = wordForm(row.printed);
  return [held.value, held.words].some((text) => {
    const there = wordForm(text);
    return there.includes(words) || (there.length >= 8 && words.includes(there));
  });
}

/** Both name an interval, and not the same numbers. */
function isOtherInterval(row: SecondReadingRow, held: HeldValue): boolean {
  if (row.interval === '' || held.interval === '') return false;
  const theirs = numbersOf(held.interval);
  const asked = numbersOf(row.interval.replace(/^\d+%.*?CI\]?/u, ''));
  return asked.join() !== theirs.join();
}

function differences(
  row: SecondReadingRow,
  held: HeldValue,
  groups: SecondReadingGroups,
): readonly MeaningDifference[] {
  const known = groups.get(secondReadingGroup(row)) ?? [];
  const isStudy = known.length === 0 || known.some((each) => each.split(':')[0] === held.study);
  const isGroup = held.what === 'fact' || known.length === 0 || known.includes(`${held.study}:${held.group}`);
  const said: readonly [MeaningDifference, boolean][] = [
    ['study', isStudy],
    ['group', !isStudy || isGroup],
    ['quantity', isSameQuantity(row, held)],
    ['interval', !isOtherInterval(row, held)],
  ];
  return said.flatMap(([name, holds]) => (holds ? [] : [name]));
}

interface Pair {
  readonly row: number;
  readonly held: number;
  readonly differs: readonly MeaningDifference[];
  readonly cost: number;
}

/** Dearer: another study before another group before another quantity; words beside the print before a value. */
function costOf(row: SecondReadingRow, held: HeldValue, differs: readonly MeaningDifference[]): number {
  const weights = { study: 16, group: 8, quantity: 8, interval: 4 } as const;
  const dear = differs.reduce((sum, each) => sum + weights[each], 0);
  const terms = new Set(wordsOf(held.about));
  const shared = wordsOf(row.detail).some((word) => terms.has(word)) ? 0 : 1;
  const words = held.what === 'fact' && row.what !== 'other' ? 2 : 0;
  return dear + shared + words + (bareNumber(held.value) === bareNumber(row.printed) ? 0 : 1);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]{3,}/gu) ?? [];

/** Rows and values paired, the best first; a value of the library answers one row, words in facts any number. */
function pairs(
  rows: readonly SecondReadingRow[],
  held: readonly HeldValue[],
  groups: SecondReadingGroups,
): ReadonlyMap<number, Pair> {
  const possible = rows
    .flatMap((row, at) =>
      held.flatMap((value, index): Pair[] => {
        if (!isSamePrint(row, value)) return [];
        const differs = differences(row, value, groups);
        return [{ row: at, held: index, differs, cost: costOf(row, value, differs) }];
      }),
    )
    .toSorted((a, b) => a.cost - b.cost);
  const taken = new Set<number>();
  const paired = new Map<number, Pair>();
  for (const pair of possible) {
    if (paired.has(pair.row) || taken.has(pair.held)) continue;
    paired.set(pair.row, pair);
    const value = held[pair.held];
    const row = rows[pair.row];
    const isOne = value !== undefined && value.what !== 'fact' && numbersOf(value.value).length < 2;
    if (isOne && row !== undefined && isNumber(row)) taken.add(pair.held);
  }
  return paired;
}

/** Compares one paper. */
export function compareSecondReading(
  paper: string,
  rows: readonly SecondReadingRow[],
  studies: readonly Study[],
  groups: SecondReadingGroups,
): ComparedPaper {
  const held = heldValues(studies, paper);
  const paired = pairs(rows, held, groups);
  const used = new Set([...paired.values()].map((pair) => pair.held));
  return {
    paper,
    rows: rows.map((row, at) => {
      const pair = paired.get(at);
      return { row, held: pair && held[pair.held], differs: pair?.differs ?? [] };
    }),
    onlyInLibrary: held.filter(
      (value, index) =>
        value.what !== 'fact' &&
        !used.has(index) &&
        !rows.some((row) => isSamePrint(row, value) || isWithin(row, value)),
    ),
  };
}

/** The print of a value stands within a longer print or interval of a row: "Liver, bone, brain", "4–36". */
function isWithin(row: SecondReadingRow, held: HeldValue): boolean {
  if (!shareLine(row.lines, held.lines)) return false;
  const numbers = numbersOf(held.value);
  const there = new Set(numbersOf(`${row.printed} ${row.interval} ${row.detail}`));
  return numbers.length > 0
    ? numbers.every((number) => there.has(number))
    : wordForm(`${row.printed}${row.detail}`).includes(wordForm(held.value));
}

/** How often the two readings agree. */
export interface SecondReadingAgreement {
  readonly rows: number;
  readonly onPrint: number;
  readonly onMeaning: number;
}

export function secondReadingAgreement(compared: readonly ComparedRow[]): SecondReadingAgreement {
  return {
    rows: compared.length,
    onPrint: compared.filter(({ held }) => held !== undefined).length,
    onMeaning: compared.filter(({ held, differs }) => held !== undefined && differs.length === 0).length,
  };
}
