/** Times to events: facts, rules, answers as intervals, curves of a cohort, the PFS ratio. */
export {
  type BeforeEvent,
  type CensoringRule,
  type RuleDeviation,
  ruleDeviations,
} from './censoring-rule.ts';
export { censoringRules, referenceRules } from './censoring-rules.ts';
export { type CohortCurves, cohortCurves, type LeftOut, reversed } from './cohort-curves.ts';
export {
  endpointWords,
  type OutcomeCode,
  outcomeCodes,
  type TimeEndpoint,
  timeEndpoints,
} from './endpoint.ts';
export {
  type AssessedResponse,
  type AssessmentSchedule,
  assessedResponses,
  type FollowedAssessment,
  type FollowedPatient,
} from './followed-patient.ts';
export { midranks, type RankedValue } from './midrank.ts';
export {
  type PfsBounds,
  type PfsPair,
  type PfsRatio,
  type PfsRatioOptions,
  type PfsRatioReading,
  type PfsRatioResult,
  pfsRatio,
} from './pfs-ratio.ts';
export {
  type DayCount,
  type DaysBetween,
  type NoTimeToEvent,
  type PossibleOutcome,
  type TimeToEvent,
  type TimeToEventOptions,
  timeToEvent,
} from './time-to-event.ts';
