/**
 * Amounts in mg as products of decimal numbers. The product is formed on the decimals as they are written, so that
 * 130 times 1.8 is 234 and a half is rounded up, which binary fractions do not grant.
 */

/** An amount without rounding, and to whole milligrams (halves up). */
export interface Milligrams {
  readonly exactMg: number;
  readonly roundedMg: number;
}

interface Decimal {
  readonly digits: bigint;
  /** Places after the point. */
  readonly places: number;
}

/** The shortest decimal that is read back as the number; `undefined` for what is not a plain positive number. */
function decimalOf(value: number): Decimal | undefined {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (found === null) return undefined;
  const [, whole = '', fraction = ''] = found;
  return { digits: BigInt(`${whole}${fraction}`), places: fraction.length };
}

/**
 * The product of positive decimal numbers as an amount.
 *
 * @throws RangeError for a factor that is not a positive number between 1e-6 and 1e21: a fault of the caller.
 * @example milligramsOf(130, 1.85) // { exactMg: 240.5, roundedMg: 241 }
 */
export function milligramsOf(...factors: readonly number[]): Milligrams {
  let digits = 1n;
  let places = 0;
  for (const factor of factors) {
    const decimal = decimalOf(factor);
    if (decimal === undefined) throw new RangeError(`${factor} is not a factor of a dose`);
    digits *= decimal.digits;
    places += decimal.places;
  }
  const unit = 10n ** BigInt(places);
  const text = digits.toString().padStart(places + 1, '0');
  const exact = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return { exactMg: Number(exact), roundedMg: Number((2n * digits + unit) / (2n * unit)) };
}

/** `83.25 mg (83 to 1 mg)`, or `234 mg` where nothing is rounded; twelve digits of a product without end. */
export function milligramsText({ exactMg, roundedMg }: Milligrams): string {
  const exact = Number(exactMg.toPrecision(12));
  return exact === roundedMg ? `${roundedMg} mg` : `${exact} mg (${roundedMg} to 1 mg)`;
}
