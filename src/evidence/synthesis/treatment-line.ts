/**
 * The line of treatment of a count as one reading: `first line`, `second line or later`, or `mixed lines` where patients of the
 * first line are counted together with others. It is read from what is printed of the counted group itself; only where
 * nothing is, from the group that it is a part of. A table of lines stands before a statement in words, and a study that
 * permits earlier treatment is mixed whatever its heading calls it.
 */
import type { PrintedValue } from '../printed/index.ts';
import type { CountedResult, Study } from '../study.ts';

/** Lines that one text names: by number, and whether more may follow the last. */
interface NamedLines {
  readonly lines: readonly number[];
  readonly isOpen: boolean;
  readonly isMixed: boolean;
}

const lineWords: readonly (readonly [RegExp, number])[] = [
  [/\bfirst\b/i, 1],
  [/\bsecond\b/i, 2],
  [/\bthird\b/i, 3],
];

/** The lines that words name; undefined where they name none. */
function namedLines(text: string): NamedLines | undefined {
  const lines = lineWords.flatMap(([word, line]) => (word.test(text) ? [line] : []));
  const isMixed = /\bmixed\b|\bpermitted\b|\bin part\b|\btreated before\b/i.test(text);
  if (lines.length === 0 && !isMixed) return undefined;
  return { lines, isOpen: /\b(?:later|beyond)\b/i.test(text), isMixed };
}

/** Several texts of one group as one reading. */
function readingOf(named: readonly NamedLines[]): string | undefined {
  if (named.length === 0) return undefined;
  const lines = new Set(named.flatMap((each) => each.lines));
  const isOpen = named.some((each) => each.isOpen);
  const hasLater = isOpen || lines.has(2) || lines.has(3);
  if (named.some((each) => each.isMixed) || (lines.has(1) && hasLater)) return 'mixed lines';
  if (!hasLater) return 'first line';
  if (lines.has(2)) return isOpen || lines.has(3) ? 'second line or later' : 'second line';
  return isOpen ? 'third line or later' : 'third line';
}

const isNone = ({ value }: PrintedValue): boolean => /^0(?:\.0+)?$/.test(value);

/** What the printed values of some groups say of the line. */
function lineOfGroups(values: readonly PrintedValue[]): string | undefined {
  const parts = values.flatMap((value) =>
    value.what === 'part' && value.scheme === 'line' && !isNone(value) ? (namedLines(value.term) ?? []) : [],
  );
  const facts = values.flatMap((value) =>
    value.what === 'fact' && value.name === 'line of treatment' ? (namedLines(value.means) ?? []) : [],
  );
  return readingOf(parts.length > 0 ? parts : facts);
}

/** The line of treatment of a count; undefined where nothing that is printed tells it. */
export function treatmentLine(
  { printed }: Study,
  { group, arm, population }: CountedResult,
): string | undefined {
  if (printed === undefined) return undefined;
  const { groups, values } = printed;
  const saidOf = (ids: readonly string[]) =>
    lineOfGroups(values.filter((value) => ids.includes(value.group)));
  const seen = new Set<string>();
  let at = groups.find(({ id }) => id === group);
  while (at !== undefined && !seen.has(at.id)) {
    const said = saidOf([at.id]);
    if (said !== undefined) return said;
    seen.add(at.id);
    const { partOf } = at;
    at = groups.find(({ id }) => id === partOf);
  }
  const ofArm = groups.filter((each) => arm !== undefined && each.arm === arm);
  const whole = groups.filter(({ partOf }) => partOf === undefined);
  const everything = population === undefined ? groups : [];
  for (const some of [ofArm, whole, everything]) {
    const said = saidOf(some.map(({ id }) => id));
    if (said !== undefined) return said;
  }
  return undefined;
}
