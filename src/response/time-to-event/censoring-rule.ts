/**
 * What counts as an event and what ends observation, as an object with a name, a version and a source. No curve of this
 * room is without one. Rules differ in what they do with events behind a new therapy, behind missed assessments and behind
 * a withdrawal: one censors, another counts them.
 */
import type { Basis } from '../../tumour/index.ts';

/** What a fact before the event does: observation ends at the last assessment before it, or it changes nothing. */
export type BeforeEvent = 'censored' | 'ignored';

/** A rule for progression-free survival, time to progression and duration of response. */
export interface CensoringRule {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** Without a baseline assessment: censored at the start, or later events count all the same. */
  readonly noBaseline: BeforeEvent;
  readonly newTherapy: BeforeEvent;
  /** An event behind so many missed assessments or more is censored; null: it counts. */
  readonly missedAssessments: number | null;
  readonly withdrawal: BeforeEvent | 'event';
  readonly clinicalProgression: 'event' | 'ignored';
  readonly source: Basis;
  /** What the source leaves open, and how it is filled here. */
  readonly assumptions: readonly string[];
}

const fields = [
  'noBaseline',
  'newTherapy',
  'missedAssessments',
  'withdrawal',
  'clinicalProgression',
] as const;

const fieldWords: Readonly<Record<(typeof fields)[number], string>> = {
  noBaseline: 'no baseline assessment',
  newTherapy: 'a new anticancer therapy before the event',
  missedAssessments: 'missed assessments before the event',
  withdrawal: "withdrawal or the patient's request",
  clinicalProgression: 'clinical progression without an assessment that shows it',
};

const valueWords = (value: CensoringRule[(typeof fields)[number]]): string => {
  if (value === null) return 'the event counts';
  if (typeof value === 'number') return `censored from ${value} missed on`;
  switch (value) {
    case 'event':
      return 'an event';
    case 'censored':
      return 'censored';
    case 'ignored':
      return 'changes nothing';
  }
};

/** A point in which a rule differs from another one. */
export interface RuleDeviation {
  readonly point: string;
  readonly here: string;
  readonly there: string;
}

/**
 * Where a rule differs from a reference.
 *
 * @example ruleDeviations(rules.paper002, rules.fda2018) // withdrawal or the patient's request: an event, there censored
 */
export function ruleDeviations(rule: CensoringRule, reference: CensoringRule): readonly RuleDeviation[] {
  return fields
    .filter((field) => rule[field] !== reference[field])
    .map((field) => ({
      point: fieldWords[field],
      here: valueWords(rule[field]),
      there: valueWords(reference[field]),
    }));
}
