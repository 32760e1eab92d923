/**
 * Molar mass from a molecular formula. Source of the atomic weights: IUPAC abridged standard atomic weights 2021
 * (Prohaska et al., Pure Appl Chem 2022;94:573-600).
 */
const atomicWeights: Readonly<Record<string, number>> = {
  H: 1.008,
  C: 12.011,
  N: 14.007,
  O: 15.999,
  Na: 22.99,
  Mg: 24.305,
  P: 30.974,
  S: 32.06,
  Cl: 35.45,
  K: 39.098,
  Ca: 40.078,
  Fe: 55.845,
};

/**
 * Grams per mole of a formula written in Hill's way.
 *
 * @throws RangeError for an element that is not listed or a text that is not a formula.
 * @example molarMassOf('C6H12O6') // 180.156
 */
export function molarMassOf(formula: string): number {
  if (!/^(?:[A-Z][a-z]?\d*)+$/.test(formula)) throw new RangeError(`not a molecular formula: ${formula}`);
  let mass = 0;
  for (const [, element = '', count = ''] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    const weight = atomicWeights[element];
    if (weight === undefined) throw new RangeError(`no atomic weight for ${element} in ${formula}`);
    mass += weight * (count === '' ? 1 : Number(count));
  }
  return mass;
}
