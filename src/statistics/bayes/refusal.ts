/** What a Bayesian question needs before it has an answer, and the refusal that says what is missing. */

/** Why there is no answer. */
export type BayesFault =
  | 'noBaskets'
  | 'noPatients'
  | 'notACount'
  | 'notAShare'
  | 'notAConfidence'
  | 'notAPrior'
  | 'notAWeight'
  | 'tooManyBaskets'
  | 'tooManyOutcomes'
  | 'notDefined';

/** A refusal: the reason, and in words what to change. */
export interface BayesRefusal {
  readonly ok: false;
  readonly reason: BayesFault;
  readonly message: string;
}

/** Patients of one basket (a tumour type, a variant, a study) and how many of them responded. */
export interface BasketCounts {
  readonly responses: number;
  /** 0 is an empty basket: it gets a prediction and nothing else. */
  readonly patients: number;
}

/** A refusal with its message. */
export const refusal = (reason: BayesFault, message: string): BayesRefusal => ({
  ok: false,
  reason,
  message,
});

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= 1e6;

/** Why counts cannot be used. */
export function countsFault({ responses, patients }: BasketCounts): BayesRefusal | undefined {
  return isCount(responses) && isCount(patients) && responses <= patients
    ? undefined
    : refusal(
        'notACount',
        `${responses} of ${patients} is no count of patients: give whole numbers up to a million, responses no more than patients`,
      );
}

/** Why baskets cannot be used together. */
export function basketsFault(baskets: readonly BasketCounts[]): BayesRefusal | undefined {
  if (baskets.length === 0) return refusal('noBaskets', 'there are no baskets: give one row for each');
  for (const basket of baskets) {
    const fault = countsFault(basket);
    if (fault !== undefined) return fault;
  }
  return baskets.some(({ patients }) => patients > 0)
    ? undefined
    : refusal('noPatients', 'every basket is empty, so nothing can be learnt from them');
}

/** Why a threshold for a share cannot be used; null means that none is asked for. */
export function shareFault(name: string, share: number | null): BayesRefusal | undefined {
  return share === null || (share > 0 && share < 1)
    ? undefined
    : refusal('notAShare', `${name} is ${share}: give a share above 0 and below 1, such as 0.2`);
}

/** Why a level cannot be used. */
export function confidenceFault(confidence: number): BayesRefusal | undefined {
  return confidence > 0 && confidence < 1
    ? undefined
    : refusal('notAConfidence', `${confidence} is no level of an interval: give one such as 0.95`);
}

/** Why a weight cannot be used. */
export function weightFault(name: string, weight: number): BayesRefusal | undefined {
  return weight >= 0 && weight <= 1
    ? undefined
    : refusal('notAWeight', `${name} is ${weight}: give a weight from 0 to 1`);
}
