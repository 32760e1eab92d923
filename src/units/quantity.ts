/**
 * A value as a report prints it: a number or range with its unit ('<95 ng/mL', '3,000 cGy', '1.5 x ULN'), or a
 * word ('rare'). A word stays a word: it never becomes a number.
 */
import { formatNumericRange, type NumericRange, plainNumberText, rangeAtStart } from './numeric-range.ts';
import { accepted, longestText, type Parsed, quoted, refused } from './parsed.ts';
import { unitNamed, unknownUnit } from './unit.ts';

/** Exactly one of `range` and `word` is present. `unit` is the canonical spelling. */
export interface Quantity {
  readonly range: NumericRange | null;
  readonly word: string | null;
  readonly unit: string | null;
  /** The text that was read, without spaces at its ends. */
  readonly printed: string;
}

const forms = "write '44 ng/mL', '<95 ng/mL', '45-70%', '1.5 x ULN' or a word such as 'rare'";

/** What says that there is no value; a status is recorded as such, never as a value. */
const notValues: ReadonlySet<string> = new Set([
  'nan',
  'infinity',
  'null',
  'undefined',
  'na',
  'nd',
  'unknown',
  'pending',
  'failed',
  'not done',
  'not tested',
  'not available',
  'not recorded',
  'not reported',
]);

function wordOrRefusal(plain: string, printed: string): Parsed<Quantity> {
  const limit = /^([<>≤≥=]*)\s*((?:institutional )?(?:ULN|LLN|(?:upper|lower) limits? of normal))$/i.exec(
    plain,
  );
  if (limit !== null) return withNumber(`${limit[1] ?? ''}1 ${limit[2] ?? ''}`, printed, printed);
  if (unitNamed(plain) !== undefined)
    return refused('unparsable-quantity', `${quoted(printed)} is a unit without a number: ${forms}.`);
  if (!/^\p{L}[\p{L}' -]*$/u.test(plain) || notValues.has(plain.toLowerCase()))
    return refused('unparsable-quantity', `${quoted(printed)} is not a quantity: ${forms}, or leave it out.`);
  return accepted({ range: null, word: plain, unit: null, printed });
}

/** '36.5+ months': observed for at least that long. Only times are printed so; '3+' may be a stain. */
const openUpwards = (range: NumericRange): NumericRange => ({ ...range, high: null });

function withNumber(plain: string, printed: string, printedRange?: string): Parsed<Quantity> {
  const prefix = rangeAtStart(plain);
  if (!prefix.ok) return prefix;
  const { rest } = prefix.value;
  const range =
    printedRange === undefined ? prefix.value.range : { ...prefix.value.range, printed: printedRange };
  if (rest === '') return accepted({ range, word: null, unit: range.percent === true ? '%' : null, printed });
  if (range.percent === true)
    return refused('unit-unknown', `${quoted(printed)} has a unit after a percent sign: ${forms}.`);

  const censored = rest.startsWith('+');
  const unitText = censored ? rest.slice(1).trim() : rest;
  const multiple = /^(?:(?:x|×|\*|times)\s*)(?:the\s+)?(\D.*)$/i.exec(unitText)?.[1];
  const ofLimit = multiple === undefined ? undefined : unitNamed(multiple);
  const unit =
    ofLimit?.dimension === 'upperLimit' || ofLimit?.dimension === 'lowerLimit'
      ? ofLimit
      : unitNamed(unitText);
  if (censored && unit?.dimension !== 'time')
    return refused(
      'unparsable-quantity',
      `${quoted(printed)}: write '>=' for 'at least'; '+' is read only after times.`,
    );
  if (/^[x×] ?\d+(?:\.\d+)? ?(?:[x×]|[cm]m\b)/i.test(unitText))
    return refused('unparsable-quantity', `${quoted(printed)} has several diameters: record each by itself.`);
  if (unit === undefined) return unknownUnit(unitText);
  if (censored && range.high === null)
    return refused(
      'unparsable-quantity',
      `${quoted(printed)} is open twice: keep either the sign or the '+'.`,
    );
  const read = censored ? { ...openUpwards(range), printed: `${range.printed}+` } : range;
  const percent = unit.unit === '%' ? { ...read, percent: true as const } : read;
  return accepted({ range: percent, word: null, unit: unit.unit, printed });
}

/**
 * Reads a quantity. Never throws.
 *
 * Read: '44 ng/mL', '<95 ng/mL', '7 mg/d', '1.5 x ULN', '<= ULN', '3 cm', '20%', '45%-70%', '3,000 cGy', '2/10 HPF',
 * '36.5+ months', '150', and a word or phrase without digits ('rare', 'markedly elevated').
 * Refused: what is no quantity (`unparsable-quantity`), and units that the register does not have (`unit-unknown`,
 * with the nearest one).
 */
export function parseQuantity(text: string): Parsed<Quantity> {
  if (text.length > longestText)
    return refused('unparsable-quantity', `${quoted(text)} is not a quantity: ${forms}.`);
  const printed = text.trim();
  const plain = plainNumberText(text);
  return /\d/.test(plain) ? withNumber(plain, printed) : wordOrRefusal(plain, printed);
}

/** A canonical text of the quantity, which `parseQuantity` reads back. For what the source printed, use `printed`. */
export function formatQuantity(quantity: Quantity): string {
  const { range, word, unit } = quantity;
  if (range === null) return word ?? '';
  if (unit === '%') return formatNumericRange({ ...range, percent: true });
  const number = formatNumericRange(range);
  if (unit === null) return number;
  return unit === 'ULN' || unit === 'LLN' ? `${number} x ${unit}` : `${number} ${unit}`;
}
