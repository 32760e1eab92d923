/**
 * Conversion of a value of one analyte between the units in which laboratories report it. Mass and amount convert
 * only where the register states a molar mass; nothing is converted that the register does not know.
 */
import { type Analyte, type AnalyteId, analyteById } from './analyte.ts';
import { unconvertibleByDefault } from './analyte-register.ts';
import { molarMassOf } from './molar-mass.ts';
import type { NumericRange } from './numeric-range.ts';
import { accepted, type Parsed, quoted, type Refused, refused } from './parsed.ts';
import type { Quantity } from './quantity.ts';
import { scaleRange } from './range-comparison.ts';
import { unitNamed, unknownUnit } from './unit.ts';
import type { Unit } from './unit-register.ts';

/** A unit in which the analyte is reported, or the refusal. */
function unitFor(analyte: Analyte, text: string): Unit | Refused {
  const unit = unitNamed(text);
  if (unit === undefined) return unknownUnit(text);
  if (analyte.units.includes(unit.unit)) return unit;
  if (unit.dimension === 'upperLimit' || unit.dimension === 'lowerLimit')
    return refused(
      'unit-mismatch',
      `A multiple of a limit of normal needs the reference range: record the ${analyte.name} value with its unit and range.`,
    );
  return refused(
    'unit-unknown',
    `${analyte.name} is not reported in ${quoted(text)}: use one of ${analyte.units.join(', ')}.`,
  );
}

/** Grams of a mole of the analyte, if the register states what converts mass into amount. */
export function gramsPerMole(id: AnalyteId): number | undefined {
  const { mole } = analyteById(id);
  if (mole === undefined) return undefined;
  return 'formula' in mole ? molarMassOf(mole.formula) : mole.grams;
}

/** What a value in `from` is multiplied by to be in `to`; undefined where they do not convert. */
function factorBetween(analyte: Analyte, from: Unit, to: Unit): number | undefined {
  const ratio = from.factor / to.factor;
  if (from.dimension === to.dimension) return ratio;
  const grams = gramsPerMole(analyte.id);
  const { valence } = analyte;
  switch (`${from.dimension}>${to.dimension}`) {
    case 'massConcentration>molarConcentration':
    case 'massRate>molarRate':
      return grams === undefined ? undefined : ratio / grams;
    case 'molarConcentration>massConcentration':
    case 'molarRate>massRate':
      return grams === undefined ? undefined : ratio * grams;
    case 'molarConcentration>equivalentConcentration':
      return valence === undefined ? undefined : ratio * valence;
    case 'equivalentConcentration>molarConcentration':
      return valence === undefined ? undefined : ratio / valence;
    default:
      return undefined;
  }
}

/**
 * The factor that converts values of an analyte.
 *
 * @returns `unit-unknown` for units the register or the analyte does not have; `unit-mismatch` for units of the
 * analyte that do not convert into each other (chromogranin A from ng/mL to kU/L).
 * @example conversionFactor('creatinine', 'mg/dL', 'umol/L') // 88.40
 */
export function conversionFactor(analyteId: AnalyteId, fromUnit: string, toUnit: string): Parsed<number> {
  const analyte = analyteById(analyteId);
  const from = unitFor(analyte, fromUnit);
  if ('ok' in from) return from;
  const to = unitFor(analyte, toUnit);
  if ('ok' in to) return to;
  const factor = from === to ? 1 : factorBetween(analyte, from, to);
  if (factor !== undefined) return accepted(factor);
  const reason = analyte.unconvertible ?? unconvertibleByDefault;
  return refused(
    'unit-mismatch',
    `${analyte.name} in ${from.unit} cannot be converted to ${to.unit}: ${reason}. Compare multiples of the upper limit of normal instead.`,
  );
}

/**
 * A value of an analyte in another unit. The same unit leaves the range as it was printed; otherwise `printed` is
 * the computed text. Refusals are those of `conversionFactor`.
 */
export function convert(
  quantity: NumericRange,
  fromUnit: string,
  toUnit: string,
  analyte: AnalyteId,
): Parsed<NumericRange> {
  const factor = conversionFactor(analyte, fromUnit, toUnit);
  if (!factor.ok) return factor;
  return accepted(factor.value === 1 ? quantity : scaleRange(quantity, factor.value));
}

/**
 * The numbers of a quantity of an analyte in a unit. A value without a unit is read only for an analyte that has
 * none (INR); a word has no numbers (`unparsable-quantity`).
 */
export function convertQuantity(
  quantity: Quantity,
  toUnit: string,
  analyte: AnalyteId,
): Parsed<NumericRange> {
  const { name, canonicalUnit } = analyteById(analyte);
  if (quantity.range === null)
    return refused(
      'unparsable-quantity',
      `${name} is recorded as the word ${quoted(quantity.printed)}: a number is needed.`,
    );
  const unit = quantity.unit ?? (canonicalUnit === 'ratio' ? canonicalUnit : undefined);
  if (unit === undefined)
    return refused(
      'unit-unknown',
      `${name} ${quoted(quantity.printed)} has no unit: add one, such as ${canonicalUnit}.`,
    );
  return convert(quantity.range, unit, toUnit, analyte);
}
