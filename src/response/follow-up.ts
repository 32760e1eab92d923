/**
 * The follow-up of one patient from the record: lines of treatment, times to events, markers, toxicity. Every section is
 * there; one without rows says what is not known.
 */
import type { CaseRecord } from '../case/index.ts';
import {
  biochemicalSection,
  doseSection,
  type FollowUpSection,
  lineSection,
  markerSection,
  pfsRatioSection,
  timeSection,
  toxicitySection,
} from './follow-up/index.ts';
import type { CensoringRule } from './time-to-event/index.ts';

/** What can be chosen. */
export interface FollowUpOptions {
  /** FDA-style and EMA-style when absent. */
  readonly rules?: readonly CensoringRule[];
}

/** The sections of a record, in the order of `followUpSections`. */
export function followUp(record: CaseRecord, { rules }: FollowUpOptions = {}): readonly FollowUpSection[] {
  return [
    lineSection(record),
    timeSection(record, rules),
    pfsRatioSection(record),
    markerSection(record),
    biochemicalSection(record),
    toxicitySection(record),
    doseSection(record),
  ];
}
