/** Units by any of their spellings, and conversions that need no knowledge of a substance. */
import { nearest } from './nearest.ts';
import type { NumericRange } from './numeric-range.ts';
import { accepted, type Parsed, plainSpaces, quoted, type Refused, refused } from './parsed.ts';
import { scaleRange } from './range-comparison.ts';
import { type Unit, unitRegister } from './unit-register.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const plainDigits = (text: string): string =>
  text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(superscripts.indexOf(digit)));

/**
 * One spelling for what differs only in typography: micro signs, superscripts, 'per', powers of ten, the day as
 * '24 h', the litre as 'l'. A superscript that a text layer lost is restored only behind a multiplication sign
 * ('x 109/L' is 10^9/L).
 */
function typographyAside(text: string): string {
  return plainSpaces(text)
    .replace(/10([⁰¹²³⁴-⁹]+)/g, (_, power: string) => `10^${plainDigits(power)}`)
    .replace(/[⁰¹²³⁴-⁹]/g, plainDigits)
    .replace(/[µμ]/g, 'u')
    .replace(/^[x×*] ?10(3|6|9|12)(?=\/)/i, '10^$1')
    .replace(/\bmc(?=g|mol|L|l|kat|U|IU)/g, 'u')
    .replace(/(?:^| )per /gi, '/')
    .replace(/\/ ?(?:24 ?(?:h|hr|hrs|hour|hours)|day)\b/gi, '/d')
    .replace(/^[x×*] ?(?=10[*^E])/i, '')
    .replace(/\b10 ?[*E] ?(?=\d)/gi, '10^')
    .replace(/(?<!10)\^/g, '')
    .replace(/ ?\/ ?/g, '/')
    .replace(/^cells(?=\/)/i, '')
    .replace(/^(?:mitoses|mitotic figures)(?=\/\d* ?(?:HPF|high|mm2))/i, '')
    .replace(/(?<=\/)([dmun]?)l\b/g, '$1L')
    .replace(/\b([dmu]?)l(?=\/)/g, '$1L')
    .replace(/(?<=\d) (?=[a-z])/gi, '');
}

const exactSpellings = new Map<string, Unit>();
/** Lower-case spellings; undefined where two units differ only by case (g/L and G/L). */
const foldedSpellings = new Map<string, Unit | undefined>();
for (const entry of unitRegister) {
  for (const spelling of [entry.unit, ...entry.spellings]) {
    const plain = typographyAside(spelling);
    exactSpellings.set(plain, entry);
    const folded = plain.toLowerCase();
    const known = foldedSpellings.get(folded);
    foldedSpellings.set(folded, foldedSpellings.has(folded) && known !== entry ? undefined : entry);
  }
}

/** The unit, or undefined. Case is forgiven only where the whole text has one case and one unit fits. */
export function unitNamed(text: string): Unit | undefined {
  const plain = typographyAside(text);
  const exact = exactSpellings.get(plain);
  if (exact !== undefined) return exact;
  const oneCase = plain.length > 1 && (plain === plain.toLowerCase() || plain === plain.toUpperCase());
  const hasWords = / /.test(plain);
  return oneCase || hasWords ? foldedSpellings.get(plain.toLowerCase()) : undefined;
}

/**
 * The canonical spelling of a unit, or undefined when the register does not have it.
 *
 * @example unitOf('µg / l') // 'ug/L'
 */
export function unitOf(text: string): string | undefined {
  return unitNamed(text)?.unit;
}

/** The refusal of an unknown unit, naming the nearest known one. */
export function unknownUnit(text: string): Refused {
  const near = nearest(typographyAside(text), exactSpellings.keys());
  const hint =
    near === undefined ? 'write a unit such as ng/mL, U/L, 10^9/L, mm or %' : `did you mean ${quoted(near)}?`;
  return refused('unit-unknown', `The unit ${quoted(text)} is not known: ${hint}`);
}

/**
 * Converts between units of one dimension: cm and mm, cGy and Gy, ng/mL and ug/L, weeks and days. Never between
 * mass and amount of substance, which needs an analyte (see `convert`), nor between a unit of one enzyme or assay
 * and another.
 */
export function convertUnit(range: NumericRange, fromUnit: string, toUnit: string): Parsed<NumericRange> {
  const from = unitNamed(fromUnit);
  if (from === undefined) return unknownUnit(fromUnit);
  const to = unitNamed(toUnit);
  if (to === undefined) return unknownUnit(toUnit);
  if (from === to) return accepted(range);
  if (from.dimension !== to.dimension)
    return refused(
      'unit-mismatch',
      `${quoted(from.unit)} cannot be converted to ${quoted(to.unit)}: they measure different things, so record both values in one unit.`,
    );
  return accepted(scaleRange(range, from.factor / to.factor));
}
