/** Endpoints that are times: from where to what. */

/** Every endpoint of this room. */
export const timeEndpoints = ['PFS', 'TTP', 'OS', 'DOR', 'TTR', 'treatmentDuration', 'followUp'] as const;
export type TimeEndpoint = (typeof timeEndpoints)[number];

/** What each endpoint runs from and to. */
export const endpointWords: Readonly<Record<TimeEndpoint, string>> = {
  PFS: 'progression-free survival: from the start to progression or death of any cause',
  TTP: 'time to progression: from the start to progression; a death without progression is censored',
  OS: 'overall survival: from the start to death of any cause',
  DOR: 'duration of response: from the first response (CR or PR) to progression or death; responders only',
  TTR: 'time to response: from the start to the first response (CR or PR); responders only',
  treatmentDuration: 'treatment duration: from the first dose to the end of the treatment',
  followUp:
    'follow-up: from the start to the last contact; a death ends it without being the event (reverse)',
};

/** Why a time ends where it does. */
export const outcomeCodes = [
  'progression',
  'clinicalProgression',
  'death',
  'withdrawalCounted',
  'response',
  'treatmentStopped',
  'lastContact',
  'noBaseline',
  'newTherapy',
  'withdrawal',
  'missedAssessments',
  'noProgression',
  'noAssessment',
  'deathWithoutProgression',
  'alive',
  'treatmentOngoing',
  'died',
] as const;
export type OutcomeCode = (typeof outcomeCodes)[number];

/** The reason where there was no assessment to be censored at, so that the time ends where it began. */
export const wordsWithoutAssessment: Readonly<Partial<Record<OutcomeCode, string>>> = {
  newTherapy: 'a new anticancer therapy came first, and no assessment before it: censored at the start of',
  withdrawal: 'withdrawn without an assessment: censored at the start of',
  missedAssessments: 'no assessment before the event, and planned ones missed: censored at the start of',
};

/** The reason in words; a sentence continues with the date it rests on. */
export const outcomeWords: Readonly<Record<OutcomeCode, string>> = {
  progression: 'progression at the assessment of',
  clinicalProgression: 'clinical progression of',
  death: 'death of',
  withdrawalCounted: "ended at the patient's request, which this rule counts as an event, on",
  response: 'first response at the assessment of',
  treatmentStopped: 'the treatment ended on',
  lastContact: 'observed alive to the last contact of',
  noBaseline: 'no baseline assessment: nothing can be compared, censored at the start of',
  newTherapy: 'a new anticancer therapy came first: censored at the last assessment before it, of',
  withdrawal: 'withdrawn: censored at the last assessment before it, of',
  missedAssessments: 'planned assessments were missed before the event: censored at the last one before, of',
  noProgression: 'no progression: censored at the last assessment, of',
  noAssessment: 'no assessment after the start: censored at the start of',
  deathWithoutProgression: 'died without progression: censored at the death of',
  alive: 'not known to have died: censored at the last date alive, of',
  treatmentOngoing: 'the treatment went on: censored at',
  died: 'died: the follow-up is censored at the death of',
};
