/**
 * Best overall response (RECIST 1.1, section 4.4 and table 3): the best of the time points up to progression, with or
 * without the confirmation that trials with response as their first endpoint ask for.
 */
import type { OverallResponse } from './overall-response.ts';

/** An overall response on a day counted from the start of treatment. */
export interface ResponseOnDay {
  readonly day: number;
  readonly response: OverallResponse;
}

/** The rules of a protocol. */
export interface BestResponseRules {
  /** SD counts from this day on; 42 when absent. */
  readonly stableFromDay?: number;
  /** True where CR and PR have to be confirmed. */
  readonly isConfirmed: boolean;
  /** Days to the confirming assessment; 28 when absent. */
  readonly confirmAfterDays?: number;
  /** Assessments that may be NE in between; 1 when absent. */
  readonly mostNotEvaluableBetween?: number;
}

/** The best response, the assessment it rests on, and what has to be asked of the data. */
export interface BestResponse {
  readonly response: OverallResponse;
  readonly day: number | null;
  readonly because: string;
  readonly queries: readonly string[];
}

const order: readonly OverallResponse[] = ['CR', 'PR', 'SD', 'non-CR/non-PD', 'PD', 'NE'];

function isConfirmedBy(
  given: readonly ResponseOnDay[],
  at: number,
  { confirmAfterDays = 28, mostNotEvaluableBetween = 1 }: BestResponseRules,
): boolean {
  const first = given[at];
  if (first === undefined) return false;
  let skipped = 0;
  for (const { day, response } of given.slice(at + 1)) {
    const isAsGood = response === 'CR' || (first.response === 'PR' && response === 'PR');
    if (isAsGood && day - first.day >= confirmAfterDays) return true;
    if (isAsGood) continue;
    if (response !== 'NE') return false;
    skipped += 1;
    if (skipped > mostNotEvaluableBetween) return false;
  }
  return false;
}

/** Sequences that cannot be: less than a complete response behind one. */
function queriesOf(given: readonly ResponseOnDay[]): readonly string[] {
  const complete = given.findIndex(({ response }) => response === 'CR');
  if (complete === -1) return [];
  const first = given[complete];
  return given
    .slice(complete + 1)
    .filter(({ response }) => response === 'PR' || response === 'SD' || response === 'non-CR/non-PD')
    .map(
      ({ day, response }) =>
        `${response} on day ${day} behind CR on day ${first?.day}: a lesion that comes back is progression`,
    );
}

/** What an assessment counts as, with the reason. */
function counts(
  given: readonly ResponseOnDay[],
  at: number,
  rules: BestResponseRules,
): ResponseOnDay & { readonly because: string } {
  const { stableFromDay = 42, isConfirmed } = rules;
  const { day, response } = given[at] ?? { day: 0, response: 'NE' };
  const isEarly = day < stableFromDay;
  const printed = `${response} on day ${day}`;
  switch (response) {
    case 'CR':
    case 'PR': {
      if (!isConfirmed) return { day, response, because: printed };
      if (isConfirmedBy(given, at, rules)) return { day, response, because: `${printed}, confirmed` };
      const own = isEarly ? 'NE' : 'SD';
      return { day, response: own, because: `${printed}, not confirmed, counts as ${own}` };
    }
    case 'SD':
    case 'non-CR/non-PD':
      return isEarly
        ? { day, response: 'NE', because: `${printed}, before day ${stableFromDay}` }
        : { day, response, because: printed };
    case 'PD':
    case 'NE':
      return { day, response, because: printed };
  }
}

/** The best overall response of one patient; assessments behind the first PD do not count. */
export function bestOverallResponse(
  assessments: readonly ResponseOnDay[],
  rules: BestResponseRules,
): BestResponse {
  const sorted = assessments.toSorted((a, b) => a.day - b.day);
  const progression = sorted.findIndex(({ response }) => response === 'PD');
  const given = progression === -1 ? sorted : sorted.slice(0, progression + 1);
  const queries = queriesOf(given);
  const counted = given.map((_, at) => counts(given, at, rules));
  const best = counted.toSorted(
    (a, b) => order.indexOf(a.response) - order.indexOf(b.response) || a.day - b.day,
  )[0];
  if (best === undefined) return { response: 'NE', day: null, because: 'no assessment', queries };
  return { response: best.response, day: best.day, because: best.because, queries };
}
