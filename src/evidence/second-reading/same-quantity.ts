/**
 * Which quantities of the library can stand for what the second reader called a value. The second reader had fewer
 * names: `other` for what is said in words, `markerPresent` for a stain as well as for a share of patients.
 */
import type { PrintedValue } from '../printed/index.ts';
import type { HeldValue } from './held-value.ts';
import { printedForm } from './printed-form.ts';
import type { SecondReadingQuantity, SecondReadingRow } from './second-reading-row.ts';

type Held = PrintedValue['what'];

const facts: readonly Held[] = ['fact', 'other'];
const measured: readonly Held[] = ['baseline', 'laboratory', 'measurement', 'threshold', 'incidence', 'dose'];

const alsoHeldAs: Readonly<Partial<Record<SecondReadingQuantity, readonly Held[]>>> = {
  patients: ['evaluable', 'part', 'other'],
  evaluable: ['patients', 'part'],
  part: ['patients', 'baseline', 'fact', 'marker'],
  markerPresent: ['marker', 'part', 'patients', 'laboratory', 'measurement', 'baseline', 'fact', 'other'],
  prevalence: ['incidence', 'marker', 'part', 'overallSurvival'],
  age: ['baseline', 'fact'],
  dose: ['other', 'fact'],
  cycle: ['dose', 'other', 'fact', 'treatmentDuration'],
  laboratory: ['measurement', 'marker', 'threshold'],
  measurement: ['laboratory', 'baseline'],
  threshold: ['baseline', 'other', 'fact', 'laboratory'],
  toxicity: ['other'],
  durationOfResponse: ['other'],
  diseaseControl: ['other'],
  timeToProgression: ['durationOfResponse', 'treatmentDuration', 'progressionFreeSurvival'],
  treatmentDuration: ['other', 'dose'],
  progressionFreeSurvival: ['timeToProgression'],
  overallSurvival: ['followUp'],
  hazardRatio: ['oddsRatio', 'riskRatio'],
  other: ['fact', 'part', ...measured],
};

/** Whether the library holds a value as the quantity that a row says it is. Facts in words may say anything. */
export function isSameQuantity({ what, printed }: SecondReadingRow, held: HeldValue): boolean {
  if (what === held.what) return true;
  if (facts.includes(held.what) && /[a-z]{2}/u.test(printedForm(printed))) return true;
  return alsoHeldAs[what]?.includes(held.what) ?? false;
}
