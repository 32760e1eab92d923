/**
 * How often a basket is declared active, P(rate > threshold | data) > cutoff, when the true rates are known: the rate of false
 * positives and the power of a rule, with borrowing beside without. Every outcome is enumerated and weighed by its binomial
 * probability, so nothing is simulated; what has too many outcomes is refused.
 */
import { binomialMass } from '../binomial.ts';
import { type BorrowingMethod, methodFault, outcomeProbabilities, outcomeWork } from './declared-outcomes.ts';
import { type BayesRefusal, confidenceFault, refusal, shareFault } from './refusal.ts';

/** A rule and the truths under which it is asked about. */
export interface OperatingQuestion {
  /** Patients of each basket. */
  readonly patients: readonly number[];
  /** True rates of the baskets, one list for each scenario. */
  readonly scenarios: readonly (readonly number[])[];
  readonly threshold: number;
  readonly cutoff: number;
  readonly method: BorrowingMethod;
}

/** One basket in one scenario. */
export interface DeclaredBasket {
  readonly rate: number;
  /** Probability of being declared active. */
  readonly declared: number;
  /** Whether that is a false positive: the true rate is at most the threshold. */
  readonly isNull: boolean;
}

/** One scenario. */
export interface OperatingScenario {
  readonly baskets: readonly DeclaredBasket[];
  /** Probability that at least one basket is declared active whose rate is at most the threshold; null without such a basket. */
  readonly anyFalsePositive: number | null;
}

/** All scenarios. */
export type OperatingReading =
  | {
      readonly ok: true;
      readonly scenarios: readonly OperatingScenario[];
      /** Outcomes that were enumerated. */
      readonly outcomes: number;
    }
  | BayesRefusal;

const mostOutcomes = 2e6;
/** Multiplications: some seconds. */
const mostWork = 2e9;

function fewestDistinct(patients: readonly number[]): number {
  return [...new Set(patients)].reduce((product, size) => {
    const alike = patients.filter((other) => other === size).length;
    let ways = 1;
    for (let at = 1; at <= alike; at += 1) ways = (ways * (size + at)) / at;
    return product * ways;
  }, 1);
}

function questionFault({ patients, scenarios, threshold, cutoff, method }: OperatingQuestion) {
  if (patients.length === 0) return refusal('noBaskets', 'there are no baskets: give the size of each');
  const off = patients.find((size) => !Number.isSafeInteger(size) || size < 1 || size > 1e4);
  if (off !== undefined)
    return refusal('notACount', `${off} is no size of a basket: give whole numbers from 1 to 10 000`);
  for (const rates of scenarios)
    if (rates.length !== patients.length || rates.some((rate) => !(rate >= 0 && rate <= 1)))
      return refusal(
        'notAShare',
        `[${rates.join(', ')}] is no scenario: give one rate from 0 to 1 for each of the ${patients.length} baskets`,
      );
  return shareFault('the threshold', threshold) ?? confidenceFault(cutoff) ?? methodFault(patients, method);
}

/** Each outcome's declarations, by baskets in order of size and responses: alike baskets are interchangeable. */
function rememberedDeclarations(
  patients: readonly number[],
  of: (responses: readonly number[]) => readonly number[],
  order: readonly number[],
  cutoff: number,
) {
  const known = new Map<string, readonly boolean[]>();
  return (responses: readonly number[]): readonly boolean[] => {
    const sorted = order.toSorted(
      (one, other) =>
        (patients[one] ?? 0) - (patients[other] ?? 0) || (responses[one] ?? 0) - (responses[other] ?? 0),
    );
    const key = sorted.map((at) => responses[at]).join();
    let declared = known.get(key);
    if (declared === undefined) {
      declared = of(sorted.map((at) => responses[at] ?? 0)).map((probability) => probability > cutoff);
      known.set(key, declared);
    }
    const own: boolean[] = patients.map(() => false);
    for (const [place, at] of sorted.entries()) own[at] = declared[place] ?? false;
    return own;
  };
}

/**
 * How often each basket is declared active in each scenario, by enumeration of all outcomes.
 *
 * @example operatingCharacteristics({ patients: [10, 10], scenarios: [[0.1, 0.1]], threshold: 0.1, cutoff: 0.9,
 *   method: { kind: 'unborrowed' } })
 */
export function operatingCharacteristics(question: OperatingQuestion): OperatingReading {
  const fault = questionFault(question);
  if (fault !== undefined) return fault;
  const { patients, scenarios, threshold, cutoff, method } = question;
  const outcomes = patients.reduce((product, size) => product * (size + 1), 1);
  const tooMany = (why: string): BayesRefusal =>
    refusal(
      'tooManyOutcomes',
      `${patients.length} baskets of ${patients.join(', ')} patients have ${outcomes.toPrecision(3)} outcomes, ${why}: ask about fewer or smaller baskets`,
    );
  if (outcomes > mostOutcomes) return tooMany(`more than ${mostOutcomes}`);
  const order = patients.map((_, at) => at);
  const sizes = patients.toSorted((one, other) => one - other);
  const { each, before } = outcomeWork(sizes, method);
  if (before + each * fewestDistinct(patients) > mostWork) return tooMany('too many for this method');
  const of = outcomeProbabilities(sizes, threshold, method);
  const declarations = rememberedDeclarations(patients, of, order, cutoff);
  const masses = scenarios.map((rates) =>
    patients.map((size, at) =>
      Array.from({ length: size + 1 }, (_, count) => binomialMass(count, size, rates[at] ?? 0)),
    ),
  );
  const declared = scenarios.map(() => patients.map(() => 0));
  const anyFalse = scenarios.map(() => 0);
  const responses = patients.map(() => 0);
  for (let outcome = 0; outcome < outcomes; outcome += 1) {
    let rest = outcome;
    for (const [at, size] of patients.entries()) {
      responses[at] = rest % (size + 1);
      rest = Math.floor(rest / (size + 1));
    }
    const active = declarations(responses);
    if (!active.includes(true)) continue;
    for (const [index, rates] of scenarios.entries()) {
      const mass = responses.reduce((product, count, at) => product * (masses[index]?.[at]?.[count] ?? 0), 1);
      if (mass === 0) continue;
      const own = declared[index];
      let isFalse = false;
      for (const at of order)
        if (active[at] === true && own !== undefined) {
          own[at] = (own[at] ?? 0) + mass;
          isFalse ||= (rates[at] ?? 1) <= threshold;
        }
      if (isFalse) anyFalse[index] = (anyFalse[index] ?? 0) + mass;
    }
  }
  return {
    ok: true,
    outcomes,
    scenarios: scenarios.map((rates, index) => ({
      baskets: rates.map((rate, at) => ({
        rate,
        declared: declared[index]?.[at] ?? 0,
        isNull: rate <= threshold,
      })),
      anyFalsePositive: rates.some((rate) => rate <= threshold) ? (anyFalse[index] ?? 0) : null,
    })),
  };
}
