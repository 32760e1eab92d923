/**
 * What a cell says of a lesion: a size with its unit, the sizes of the parts of a lesion that split, or words (absent, too
 * small, not assessed, present, grown, merged). What could mean two things is refused.
 */
import type { LesionState } from '../response/index.ts';

/** The units of lengths that are read. */
export type LengthUnit = 'mm' | 'cm';

/** The state of a lesion, or why the cell cannot be read and what to write. */
export type LesionSizeReading =
  | { readonly ok: true; readonly state: LesionState }
  | { readonly ok: false; readonly message: string };

/** No body holds a lesion longer than this; such a size is a slip of the pen or of the unit. */
const mostMillimetres = 2000;

type WordState = Exclude<LesionState['kind'], 'measured' | 'split' | 'merged'>;

const words: Readonly<Record<WordState, readonly string[]>> = {
  absent: ['absent', 'gone', 'disappeared', 'resolved', 'not present', 'none'],
  tooSmall: ['too small', 'too small to measure', 'tstm', 'toosmall'],
  missing: [
    'missing',
    'not assessed',
    'not evaluated',
    'not evaluable',
    'not imaged',
    'not done',
    'ne',
    'nd',
    'na',
    'n/a',
  ],
  present: ['present', 'still present', 'persisting', 'unchanged', 'stable', 'unequivocal'],
  increased: ['increased', 'grew', 'grown', 'larger'],
  progressed: ['progressed', 'unequivocal progression', 'progression'],
  equivocal: ['equivocal', 'possible', 'suspected'],
};
const byWord = new Map<string, WordState>();
for (const kind of [
  'absent',
  'tooSmall',
  'missing',
  'present',
  'increased',
  'progressed',
  'equivocal',
] as const)
  for (const word of words[kind]) byWord.set(word, kind);

const forms =
  "write '46 mm', '4.6 cm', '20 + 15 mm' for parts, 'absent', 'too small', 'not assessed', 'present', 'increased', 'progressed', 'equivocal' or 'merged into T1'";

/** Millimetres of a number as written; a thousandth of a millimetre is no measurement and is rounded away. */
function millimetresOf(digits: string, unit: LengthUnit): number {
  const value = Number(digits) * (unit === 'cm' ? 10 : 1);
  return Math.round(value * 1e6) / 1e6;
}

/**
 * Reads a cell. Never throws.
 *
 * @param column the unit that the column gives, for numbers without one
 * @example readLesionSize('4.6 cm', undefined) // measured, 46 mm
 */
export function readLesionSize(text: string, column: LengthUnit | undefined): LesionSizeReading {
  const given = text.trim().replaceAll(/\s+/g, ' ');
  const refused = (why: string): LesionSizeReading => ({
    ok: false,
    message: `"${given.slice(0, 40)}" ${why}`,
  });
  const word = byWord.get(given.toLowerCase());
  if (word !== undefined) return { ok: true, state: { kind: word } };
  const merged = /^merged (?:into|with) (\S+)$/i.exec(given);
  if (merged?.[1] !== undefined) return { ok: true, state: { kind: 'merged', into: merged[1] } };
  if (/\d,\d/.test(given)) return refused("has a comma; write the decimals with a point, such as '4.6 cm'");
  if (/^[<>≤≥~]/.test(given))
    return refused(
      "is no measurement; write the size, or 'too small' where it is there and cannot be measured",
    );
  const sizes = /^(\d+(?:\.\d+)?)((?: ?\+ ?\d+(?:\.\d+)?)*) ?(mm|cm)?$/i.exec(given);
  if (sizes === null) return refused(`is not a size that is read; ${forms}`);
  const own = sizes[3]?.toLowerCase();
  const unit: LengthUnit | undefined = own === 'mm' || own === 'cm' ? own : column;
  if (unit === undefined)
    return refused("has no unit; write 'mm' or 'cm' behind it, or name the column size_mm or size_cm");
  if (own !== undefined && column !== undefined && own !== column)
    return refused(`is in ${own} and its column in ${column}; give one unit`);
  const parts = `${sizes[1] ?? ''}${sizes[2] ?? ''}`.split('+').map((part) => millimetresOf(part, unit));
  if (parts.some((part) => part > mostMillimetres))
    return refused(`is longer than ${mostMillimetres} mm; check the number and its unit`);
  const [first = 0] = parts;
  if (parts.length > 1) return { ok: true, state: { kind: 'split', millimetres: parts } };
  if (first === 0) return { ok: true, state: { kind: 'absent' } };
  return { ok: true, state: { kind: 'measured', millimetres: first } };
}
