/** A study as the checks see it: its printed values by group, the sizes printed for each group, rows of values of one kind. */
import { type PrintedGroup, type PrintedValue, printedSubject } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { countOfWord, wordOfCount } from './count-words.ts';
import type { PrintedEvidence } from './finding.ts';

/** A study with printed values. */
export interface AuditedStudy {
  readonly study: Study;
  readonly groups: readonly PrintedGroup[];
  readonly values: readonly PrintedValue[];
}

/** A count printed as a word ("seven", "No") with its digits, so that the tests can use it. */
function withDigits(value: PrintedValue): PrintedValue {
  if (value.as !== 'count') return value;
  const count = countOfWord(value.value);
  return count === undefined ? value : { ...value, value: String(count) };
}

/** Undefined where the study holds no printed values. */
export function auditedStudy(study: Study): AuditedStudy | undefined {
  const { printed } = study;
  return printed === undefined
    ? undefined
    : { study, groups: printed.groups, values: printed.values.map(withDigits) };
}

/** The value as it stands in its place: a count may be printed as a word. */
function asPrinted({ as, value, place }: PrintedValue): string {
  if (as !== 'count' || place.text === undefined || place.text.includes(value)) return value;
  return wordOfCount(value, place.text) ?? value;
}

/** A value with its place, for a finding. */
export function evidenceOf(value: PrintedValue): PrintedEvidence {
  const unit = value.as === 'percent' || value.as === 'curvePercent' ? '%' : '';
  return { printed: `${asPrinted(value)}${unit}`, place: value.place };
}

/** The words of a group. */
export function groupWords({ groups }: AuditedStudy, id: string): string {
  return groups.find((group) => group.id === id)?.words ?? id;
}

/** A size printed for a group. */
export interface PrintedSize {
  readonly patients: number;
  readonly kind: 'patients' | 'evaluable';
  readonly value: PrintedValue;
}

const sizesOfStudies = new WeakMap<AuditedStudy, Map<string, readonly PrintedSize[]>>();

/** Every size printed for a group, each number once, largest first. */
export function sizesOf(of: AuditedStudy, group: string): readonly PrintedSize[] {
  const known = sizesOfStudies.get(of) ?? new Map<string, readonly PrintedSize[]>();
  sizesOfStudies.set(of, known);
  const sizes = known.get(group) ?? readSizes(of, group);
  known.set(group, sizes);
  return sizes;
}

function readSizes({ values }: AuditedStudy, group: string): readonly PrintedSize[] {
  const sizes = values.flatMap((value): PrintedSize[] => {
    if (value.group !== group || (value.what !== 'patients' && value.what !== 'evaluable')) return [];
    return /^\d{1,6}$/.test(value.value) ? [{ patients: Number(value.value), kind: value.what, value }] : [];
  });
  return sizes
    .filter((size, at) => sizes.findIndex(({ patients }) => patients === size.patients) === at)
    .toSorted((a, b) => b.patients - a.patients);
}

/** The largest number of patients that a group can have: its own size, or that of a group that contains it. */
export function largestSize(of: AuditedStudy, group: string): number | undefined {
  const seen = new Set<string>();
  let id: string | undefined = group;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const [size] = sizesOf(of, id);
    if (size !== undefined) return size.patients;
    id = of.groups.find((each) => each.id === id)?.partOf;
  }
  return undefined;
}

/** The group that contains a group and is part of none. */
export function rootOf({ groups }: AuditedStudy, group: string): string {
  const seen = new Set<string>();
  let id = group;
  for (;;) {
    const parent = groups.find((each) => each.id === id)?.partOf;
    if (parent === undefined || seen.has(parent)) return id;
    seen.add(parent);
    id = parent;
  }
}

/** The part of a paper in which a value stands: rows are built from values of one part. */
export const partOfPaper = ({ place }: PrintedValue): string =>
  `${place.document} ${place.section ?? ''}`.trim();

/** Categories of best response that exclude each other. */
const responseCategories = [
  'completeResponse',
  'partialResponse',
  'stableDisease',
  'progressiveDisease',
  'notEvaluable',
] as const satisfies readonly PrintedValue['what'][];

/** Whether a quantity is one of them. */
export const isCategory = (what: PrintedValue['what']): boolean =>
  responseCategories.some((category) => category === what);

/** Whether a value is a plain number, and no "NA" or "36+". */
export const isPlainNumber = ({ value }: PrintedValue): boolean => /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value);

/** Values grouped by a key, in the order of first appearance. */
export function groupedBy<Value>(
  values: readonly Value[],
  key: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const grouped = new Map<string, Value[]>();
  for (const value of values) {
    const at = key(value);
    const list = grouped.get(at);
    if (list === undefined) grouped.set(at, [value]);
    else list.push(value);
  }
  return grouped;
}

const countKeys = new WeakMap<PrintedValue, string>();

/** The same quantity of the same group, whether printed as a count or as a percentage. */
export function countKey(value: PrintedValue): string {
  const known = countKeys.get(value);
  if (known !== undefined) return known;
  const key = [value.group, value.what, printedSubject(value).toLowerCase().replaceAll(/[–-]/gu, '-')].join(
    '|',
  );
  countKeys.set(value, key);
  return key;
}

const countedKeys = new WeakMap<AuditedStudy, ReadonlySet<string>>();

/** Whether the count of a printed percentage is printed too: it decides, and the percentage follows. */
export function hasCount(of: AuditedStudy, value: PrintedValue): boolean {
  const known = countedKeys.get(of) ?? new Set(of.values.filter(({ as }) => as === 'count').map(countKey));
  countedKeys.set(of, known);
  return value.as === 'percent' && known.has(countKey(value));
}
