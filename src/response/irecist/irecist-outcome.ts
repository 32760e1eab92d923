/**
 * Best response and date of progression by iRECIST (Seymour et al. 2017, table 3 and its text on progression-free survival).
 * The date of progression is that of the iUPD that was confirmed; an iUPD that was never confirmed and never followed by iSD,
 * iPR or iCR counts at its own date; one that was followed by them counts for nothing.
 */
import type { ImmuneOverallResponse } from './irecist-response.ts';

/** A call with its time point, in the order of time. */
export interface LabelledImmuneCall {
  readonly label: string;
  readonly response: ImmuneOverallResponse;
}

/** The date of progression, with its reason. */
export interface ImmuneProgression {
  /** Place in the list that was given; null without progression. */
  readonly at: number | null;
  readonly because: string;
}

/** The best response with its place. */
export interface ImmuneBest {
  readonly response: ImmuneOverallResponse;
  readonly at: number | null;
  readonly because: string;
}

const calm: readonly ImmuneOverallResponse[] = ['iCR', 'iPR', 'iSD', 'non-iCR/non-iUPD'];
const bestFirst: readonly ImmuneOverallResponse[] = [...calm, 'iCPD', 'iUPD', 'NE'];

/** The best response; confirmation of iCR and iPR is not asked, and what follows iCPD does not count. */
export function bestImmuneResponse(calls: readonly LabelledImmuneCall[]): ImmuneBest {
  const end = calls.findIndex(({ response }) => response === 'iCPD');
  const given = end === -1 ? calls : calls.slice(0, end + 1);
  for (const response of bestFirst) {
    const at = given.findIndex((call) => call.response === response);
    if (at !== -1) return { response, at, because: `${response} at ${given[at]?.label ?? ''}` };
  }
  return { response: 'NE', at: null, because: 'no assessment' };
}

/** The date of progression. */
export function immuneProgression(calls: readonly LabelledImmuneCall[]): ImmuneProgression {
  let first: number | null = null;
  let isReassessed = false;
  for (const [at, { label, response }] of calls.entries()) {
    const since = first === null ? label : (calls[first]?.label ?? '');
    if (response === 'iCPD') return { at: first ?? at, because: `iUPD at ${since}, confirmed at ${label}` };
    if (response === 'iUPD') {
      isReassessed = first !== null;
      first ??= at;
    } else if (calm.includes(response)) {
      first = null;
      isReassessed = false;
    }
  }
  if (first === null) return { at: null, because: 'no iUPD that stands' };
  const label = calls[first]?.label ?? '';
  return {
    at: first,
    because: isReassessed
      ? `iUPD from ${label} on, neither confirmed nor followed by iSD, iPR or iCR: progression at its date`
      : `iUPD at ${label} was never reassessed: progression at its date`,
  };
}
