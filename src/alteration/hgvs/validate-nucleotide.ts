/** Rules for DNA and RNA changes that the grammar cannot hold. */
import type { Issue } from '../../reading/index.ts';
import { ruleIssue } from './hgvs-rule.ts';
import type { NucleotideType } from './hgvs-variant.ts';
import type {
  NucleotideBound,
  NucleotideChange,
  NucleotideEdit,
  NucleotideInterval,
  Removed,
} from './nucleotide-change.ts';
import { areNeighbours, comparePositions, lengthBetween } from './nucleotide-order.ts';
import { nucleotideChangeText, nucleotideIntervalText } from './print-nucleotide-change.ts';
import { styleOf } from './print-options.ts';

const style = styleOf({ removed: 'keep' });

function positionsOf(bound: NucleotideBound): readonly NucleotideBound[] {
  return bound.at === 'between' ? [bound.from, bound.to] : [bound];
}

function hasZero(interval: NucleotideInterval): boolean {
  const bounds = interval.end === undefined ? [interval.start] : [interval.start, interval.end];
  return bounds.flatMap(positionsOf).some((position) => 'base' in position && position.base === 0);
}

/** Circular sequences may be named across their origin (`m.16560_5del`). */
function isCircular(type: NucleotideType): boolean {
  return type === 'm' || type === 'o';
}

function orderIssues(
  from: NucleotideBound,
  to: NucleotideBound,
  text: string,
  type: NucleotideType,
): Issue[] {
  const order = comparePositions(from, to);
  if (order === undefined || order < 0) return [];
  if (order === 0) return [ruleIssue('error', `${text} names one position twice. Write it once.`)];
  if (isCircular(type)) return [];
  return [ruleIssue('error', `${text} ends before it starts. Write the first position first.`)];
}

function intervalIssues(interval: NucleotideInterval, type: NucleotideType): Issue[] {
  const text = nucleotideIntervalText(interval);
  const { start, end } = interval;
  const zero = hasZero(interval)
    ? [ruleIssue('error', `${text}: there is no position 0. Positions count from 1.`)]
    : [];
  const inside = [start, ...(end === undefined ? [] : [end])].flatMap((bound) =>
    bound.at === 'between' ? orderIssues(bound.from, bound.to, text, type) : [],
  );
  if (end === undefined) return [...zero, ...inside];
  const outer =
    start.at === 'between' || end.at === 'between'
      ? orderIssues(
          start.at === 'between' ? start.from : start,
          end.at === 'between' ? end.to : end,
          text,
          type,
        )
      : orderIssues(start, end, text, type);
  return [...zero, ...inside, ...outer];
}

/** Nucleotides that an exact interval spans. */
function spanOf({ start, end, isUncertain }: NucleotideInterval): number | undefined {
  if (isUncertain || start.at === 'between') return undefined;
  return end === undefined ? 1 : lengthBetween(start, end);
}

function lengthIssues(removed: Removed, interval: NucleotideInterval, text: string): Issue[] {
  const span = spanOf(interval);
  const named = typeof removed === 'string' ? removed.length : removed;
  if (named === undefined || span === undefined || span < 1 || named === span) return [];
  return [
    ruleIssue(
      'error',
      `${text} names ${named} nucleotides, but ${nucleotideIntervalText(interval)} spans ${span}. Correct the range or leave the nucleotides out.`,
    ),
  ];
}

function insertionIssues({ start, end, isUncertain }: NucleotideInterval, text: string): Issue[] {
  if (isUncertain) return [];
  if (end === undefined)
    return [
      ruleIssue('error', `${text}: an insertion stands between two neighbours. Name both (12_13insA).`),
    ];
  return areNeighbours(start, end) === false
    ? [
        ruleIssue(
          'error',
          `${text}: an insertion stands between neighbours. For a range that is replaced write delins.`,
        ),
      ]
    : [];
}

/** Whether all of an interval lies between start and stop codon, outside of introns. */
function isInCodons({ start, end }: NucleotideInterval): boolean {
  return [start, end ?? start].every((bound) => bound.at === 'sequence' && bound.offset === 0);
}

function repeatIssues(
  edit: NucleotideEdit & { readonly kind: 'repeat' },
  interval: NucleotideInterval,
  type: NucleotideType,
  text: string,
): Issue[] {
  const span = spanOf(interval);
  const [unit, other] = edit.units;
  if (
    type === 'c' &&
    isInCodons(interval) &&
    edit.units.some(({ sequence }) => (sequence ?? '').length % 3 !== 0)
  )
    return [
      ruleIssue(
        'warning',
        `${text}: in a coding sequence repeats are of whole codons. Write the duplication, insertion or deletion.`,
      ),
    ];
  if (unit?.sequence === undefined) {
    return other === undefined ? [] : [ruleIssue('error', `${text}: name the sequence of each repeat unit.`)];
  }
  if (other !== undefined || interval.end === undefined || span === undefined) return [];
  return span % unit.sequence.length === 0
    ? []
    : [
        ruleIssue(
          'error',
          `${text}: the range of ${span} nucleotides is no whole number of units of ${unit.sequence.length}. Correct the range.`,
        ),
      ];
}

function oneForOne(removed: string, inserted: string, text: string): Issue[] {
  if (removed !== inserted) return [];
  return [ruleIssue('warning', `${text} changes nothing. Write = for a position that was found unchanged.`)];
}

function editIssues(
  edit: NucleotideEdit,
  interval: NucleotideInterval,
  type: NucleotideType,
  text: string,
): Issue[] {
  const isRange = interval.end !== undefined && !interval.isUncertain;
  switch (edit.kind) {
    case 'substitution':
      return [
        ...(isRange
          ? [ruleIssue('error', `${text}: a substitution has one position. For a range write delins.`)]
          : []),
        ...oneForOne(edit.removed, edit.inserted, text),
      ];
    case 'deletion':
    case 'duplication':
    case 'identity':
      return lengthIssues(edit.removed, interval, text);
    case 'inversion':
      return isRange || interval.isUncertain
        ? lengthIssues(edit.removed, interval, text)
        : [ruleIssue('error', `${text}: an inversion needs more than one nucleotide. Name the range.`)];
    case 'insertion':
      return insertionIssues(interval, text);
    case 'delins':
      return [
        ...lengthIssues(edit.removed, interval, text),
        ...(typeof edit.removed === 'string' && typeof edit.inserted === 'string'
          ? oneForOne(edit.removed, edit.inserted, text)
          : []),
      ];
    case 'repeat':
      return repeatIssues(edit, interval, type, text);
    case 'copy':
      return [ruleIssue('warning', `${text}: copyN is no longer used. Write [${edit.count}].`)];
    case 'conversion':
      return [
        ruleIssue('warning', `${text}: con is no longer used. Write delins and the range it comes from.`),
      ];
    case 'mixture':
      return edit.of.flatMap((each) => editIssues(each, interval, type, text));
    case 'methylation':
    case 'unknown':
    case 'splice':
    case 'absent':
      return [];
  }
}

/** What is wrong with one change of DNA or RNA. */
export function nucleotideIssues(change: NucleotideChange, type: NucleotideType): readonly Issue[] {
  const { interval, edit } = change;
  if (interval === undefined) return [];
  const places = intervalIssues(interval, type);
  if (places.length > 0) return places;
  return editIssues(edit, interval, type, `${type}.${nucleotideChangeText(change, type, style)}`);
}
