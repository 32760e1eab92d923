/**
 * Best overall response (RECIST 1.1, section 4.4 and table 3): the best of the time points up to progression, with or
 * without the confirmation that trials with response as their first endpoint ask for. Where a source prints a response and
 * not whether it was confirmed, the confirmed best response is not known, and says so.
 */
import type { OverallResponse } from './overall-response.ts';
import { sequenceQueries } from './response-sequence.ts';

/** An overall response on a day counted from the start of treatment. */
export interface ResponseOnDay {
  readonly day: number;
  readonly response: OverallResponse;
  /** What the assessment is called in words; `day 56` when absent. */
  readonly label?: string;
  /** What the source itself says of the confirmation of a printed CR or PR. Absent: the assessments decide. */
  readonly confirmed?: 'yes' | 'no' | 'notReported';
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

/** The day from which SD counts unless a protocol says otherwise: six weeks. */
export const defaultStableFromDay = 42;

/** The best response, the assessment it rests on, and what has to be asked of the data. */
export interface BestResponse {
  /** `confirmationNotReported`: a CR or PR is printed, confirmation is asked for, and nothing is said of it. */
  readonly response: OverallResponse | 'confirmationNotReported';
  readonly day: number | null;
  readonly because: string;
  readonly queries: readonly string[];
}

/** The responses from the best on; NE last, because everything is better known. */
export const bestFirst: readonly BestResponse['response'][] = [
  'CR',
  'PR',
  'confirmationNotReported',
  'SD',
  'non-CR/non-PD',
  'PD',
  'NE',
];

type Confirmation = 'yes' | 'no' | 'notReported';

function confirmationOf(
  given: readonly ResponseOnDay[],
  at: number,
  { confirmAfterDays = 28, mostNotEvaluableBetween = 1 }: BestResponseRules,
): Confirmation {
  const first = given[at];
  if (first === undefined) return 'no';
  if (first.confirmed === 'yes') return 'yes';
  let skipped = 0;
  for (const { day, response } of given.slice(at + 1)) {
    const isAsGood = response === 'CR' || (first.response === 'PR' && response === 'PR');
    if (isAsGood && day - first.day >= confirmAfterDays) return 'yes';
    if (isAsGood) continue;
    if (response !== 'NE') break;
    skipped += 1;
    if (skipped > mostNotEvaluableBetween) break;
  }
  return first.confirmed === 'notReported' ? 'notReported' : 'no';
}

/** What an assessment counts as, with the reason. */
function counts(
  given: readonly ResponseOnDay[],
  at: number,
  rules: BestResponseRules,
): Omit<BestResponse, 'queries'> & { readonly day: number } {
  const { stableFromDay = defaultStableFromDay, isConfirmed } = rules;
  const own = given[at] ?? { day: 0, response: 'NE' };
  const { day, response } = own;
  const isEarly = day < stableFromDay;
  const printed = `${response} on ${own.label ?? `day ${day}`}`;
  switch (response) {
    case 'CR':
    case 'PR': {
      if (!isConfirmed) return { day, response, because: printed };
      const rest = isEarly ? 'NE' : 'SD';
      switch (confirmationOf(given, at, rules)) {
        case 'yes':
          return { day, response, because: `${printed}, confirmed` };
        case 'no':
          return { day, response: rest, because: `${printed}, not confirmed, counts as ${rest}` };
        case 'notReported':
          return {
            day,
            response: 'confirmationNotReported',
            because: `${printed}; whether it was confirmed is not reported, and without it counts as SD from day ${stableFromDay} on, else as NE`,
          };
      }
      break;
    }
    case 'SD':
    case 'non-CR/non-PD':
      return isEarly
        ? { day, response: 'NE', because: `${printed}, too early to count: before day ${stableFromDay}` }
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
  const queries = sequenceQueries(given.map(({ day, response }) => ({ response, label: `day ${day}` }))).map(
    ({ sentence }) => sentence,
  );
  const counted = given.map((_, at) => counts(given, at, rules));
  const best = counted.toSorted(
    (a, b) => bestFirst.indexOf(a.response) - bestFirst.indexOf(b.response) || a.day - b.day,
  )[0];
  if (best === undefined) return { response: 'NE', day: null, because: 'no assessment', queries };
  // What did not count as it was called is said, or the answer cannot be understood.
  const others = counted
    .filter((each, at) => each !== best && each.response !== given[at]?.response)
    .map(({ because }) => because);
  return {
    response: best.response,
    day: best.day,
    because: [best.because, ...others].join('; '),
    queries,
  };
}

/** The best overall response without and with confirmation, side by side. */
export interface BestResponses {
  readonly unconfirmed: BestResponse;
  readonly confirmed: BestResponse;
}

/** Both best overall responses of one patient. */
export function bestOverallResponses(
  assessments: readonly ResponseOnDay[],
  rules: Omit<BestResponseRules, 'isConfirmed'> = {},
): BestResponses {
  return {
    unconfirmed: bestOverallResponse(assessments, { ...rules, isConfirmed: false }),
    confirmed: bestOverallResponse(assessments, { ...rules, isConfirmed: true }),
  };
}
