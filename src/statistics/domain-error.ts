/** What a statistics function says when its caller breaks its domain: a bug in the caller, never a fact about data. */

/** The largest shape, degrees of freedom or count that is computed; above every safe integer. */
export const largestShape = 1e16;
/** The smallest shape or degrees of freedom that is computed. */
export const smallestShape = 1e-280;

/** An argument outside a function's domain, with its name and value. */
export class DomainError extends RangeError {
  override readonly name = 'DomainError';
  readonly argument: string;
  readonly value: number;

  constructor(argument: string, value: number, domain: string) {
    super(`${argument} must be ${domain}, not ${value}`);
    this.argument = argument;
    this.value = value;
  }
}

/** @throws DomainError unless `value` is a shape or number of degrees of freedom that can be computed. */
export function requireShape(argument: string, value: number): void {
  if (!(value >= smallestShape && value <= largestShape))
    throw new DomainError(argument, value, `between ${smallestShape} and ${largestShape}`);
}

/** @throws DomainError unless 0 <= value <= 1. */
export function requireProbability(argument: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new DomainError(argument, value, 'between 0 and 1');
}

/** @throws DomainError unless 0 < value < 1. */
export function requireOpenProbability(argument: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new DomainError(argument, value, 'above 0 and below 1');
}

/** @throws DomainError unless value is the finite logarithm of a probability above 0 and below 1. */
export function requireLnProbability(argument: string, value: number): void {
  if (!(value < 0 && value > Number.NEGATIVE_INFINITY))
    throw new DomainError(argument, value, 'finite and below 0');
}

/** @throws DomainError unless value >= 0 (infinity is allowed). */
export function requireNonNegative(argument: string, value: number): void {
  if (!(value >= 0)) throw new DomainError(argument, value, '0 or more');
}

/** @throws DomainError for NaN. */
export function requireNumber(argument: string, value: number): void {
  if (Number.isNaN(value)) throw new DomainError(argument, value, 'a number');
}

/** @throws DomainError unless value is a whole number from 0 to the largest safe integer. */
export function requireCount(argument: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new DomainError(argument, value, 'a whole number, 0 or more');
}
