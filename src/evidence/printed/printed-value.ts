/**
 * What a study printed, value by value: the groups of patients it speaks of, each number as a string with its place,
 * comparisons, and facts in words. Nothing here is worked out, corrected or left out; what may be counted stands in
 * the `counts` of the study, with the reason where it departs from print. The audit works on these values.
 */
import * as z from 'zod';
import { entityIds } from '../../tumour/index.ts';
import { sourcePlace } from '../source-place.ts';

/** Best response and what is made of it. `notEvaluable` also holds "not assessed". */
export const responseQuantities = [
  'completeResponse',
  'partialResponse',
  'stableDisease',
  'progressiveDisease',
  'notEvaluable',
  'objectiveResponse',
  'diseaseControl',
  'biochemicalResponse',
] as const;

/** Times from a start to an event. */
export const timeQuantities = [
  'overallSurvival',
  'progressionFreeSurvival',
  'timeToProgression',
  'durationOfResponse',
  'treatmentDuration',
  'followUp',
] as const;

/** How a paper labels the two numbers beside an estimate: as it says, not as they look. */
export const intervalLabels = [
  'range',
  '95% CI',
  '90% CI',
  'standardDeviation',
  'interquartileRange',
  'unlabelled',
] as const;

/** Ways in which a group can be divided. The parts of a partition exclude each other and are complete. */
export const divisionSchemes = [
  'site',
  'line',
  'sex',
  'entity',
  'grade',
  'arm',
  'alteration',
  'priorTherapy',
  'metastasis',
  'response',
  'other',
] as const;

const groupId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const digits = z
  .string()
  .min(1)
  .max(60)
  .describe('The value as printed, without its unit, decimals kept: "41.5", ".02", "36+", "NR"');
const term = z.string().min(1).max(200);

/** A group of patients that a study speaks of. */
export const printedGroup = z
  .strictObject({
    id: groupId,
    words: z.string().min(1).max(200).describe('As the paper calls the group'),
    entity: z.enum(entityIds).exactOptional(),
    partOf: groupId.describe('The group that contains this one').exactOptional(),
    arm: z.string().min(1).describe('The arm of the study that it is').exactOptional(),
  })
  .meta({ id: 'printedGroup' });
export type PrintedGroup = z.infer<typeof printedGroup>;

const common = {
  group: groupId,
  value: digits,
  place: sourcePlace,
  /** Values of one study about other patients than those of the row around them, or a reading that is open. */
  note: z.string().min(1).max(300).exactOptional(),
};
const share = z.enum(['count', 'percent']);

/** How many patients a group has. */
const size = z.strictObject({ ...common, what: z.enum(['patients', 'evaluable']), as: z.literal('count') });

/** A part of a group: by site, line, sex, entity, prior therapy. */
const part = z.strictObject({
  ...common,
  what: z.literal('part'),
  scheme: z.enum(divisionSchemes),
  term,
  partition: z
    .boolean()
    .describe('True where the parts printed together exclude each other and are meant to be all')
    .default(false),
  as: share,
});

/** A response, as count or percentage. */
const response = z.strictObject({
  ...common,
  what: z.enum(responseQuantities),
  as: share,
  interval: z.string().min(1).exactOptional(),
  intervalLabel: z.enum(intervalLabels).exactOptional(),
  criteria: z.string().min(1).describe('RECIST 1.1, WHO ... where printed').exactOptional(),
});

/** A time: a median, or one patient's time; or the share without the event at a landmark, from a survival curve. */
const time = z.strictObject({
  ...common,
  what: z.enum(timeQuantities),
  as: z.enum(['median', 'mean', 'value', 'curvePercent']),
  unit: z.enum(['days', 'weeks', 'months', 'years']),
  at: z.string().min(1).describe('The landmark of a curvePercent: "12 months"').exactOptional(),
  interval: z.string().min(1).describe('As printed: "5–36+", "NA"').exactOptional(),
  intervalLabel: z.enum(intervalLabels).exactOptional(),
});

/** An adverse event. */
const toxicity = z.strictObject({
  ...common,
  what: z.literal('toxicity'),
  term,
  grades: z.string().min(1).describe('As printed: "3–4", "1"').exactOptional(),
  as: share,
});

/** A marker, an alteration, a positive test: how many have it. */
const marker = z.strictObject({ ...common, what: z.literal('marker'), term, as: share });

/** A p value: of what, between which groups. */
const pValue = z.strictObject({
  ...common,
  what: z.literal('pValue'),
  of: term.describe('The quantity compared: "objectiveResponse", "overallSurvival", or words'),
  between: z.array(groupId).max(4).default([]),
  relation: z.enum(['=', '<', '>', '<=', '>=']),
  test: term.describe('The test, where printed').exactOptional(),
  as: z.literal('p'),
});

/** A ratio or reduction of risk. */
const ratio = z.strictObject({
  ...common,
  what: z.enum(['hazardRatio', 'riskReduction', 'oddsRatio', 'riskRatio']),
  of: term,
  between: z.array(groupId).max(4).default([]),
  interval: z.string().min(1).exactOptional(),
  intervalLabel: z.enum(intervalLabels).exactOptional(),
  as: z.enum(['ratio', 'percent']),
});

/** Anything measured that is none of these: age, a laboratory value, a size, a dose, an incidence, a threshold. */
const measured = z.strictObject({
  ...common,
  what: z.enum(['baseline', 'laboratory', 'measurement', 'dose', 'incidence', 'threshold', 'other']),
  term,
  as: z.enum(['value', 'median', 'mean', 'count', 'percent', 'ratio']),
  unit: z.string().min(1).exactOptional(),
  interval: z.string().min(1).exactOptional(),
  intervalLabel: z.enum(intervalLabels).exactOptional(),
});

/**
 * Something said in words that another place, another paper or a definition can contradict. Facts of one study with
 * one `name` are compared by what they mean.
 */
const fact = z.strictObject({
  ...common,
  what: z.literal('fact'),
  name: term.describe(
    'What it is about, the same words wherever it is said: "phase", "reference number", "regimen"',
  ),
  value: z.string().min(1).max(300).describe('As printed'),
  means: z
    .string()
    .min(1)
    .max(200)
    .describe('The normal form that is compared: "III", "cisplatin-etoposide"'),
  as: z.literal('words'),
});

/** One printed value. */
export const printedValue = z
  .discriminatedUnion('what', [size, part, response, time, toxicity, marker, pValue, ratio, measured, fact])
  .meta({ id: 'printedValue' });
export type PrintedValue = z.infer<typeof printedValue>;

/** What divides two groups that a paper compares. */
export const comparisonBases = [
  'randomisation',
  'treatmentChosen',
  'eligibility',
  'response',
  'biomarker',
  'subgroup',
  'otherStudies',
  'differentiation',
  'noComparator',
] as const;

/** A comparison that a paper draws, with what it concludes. */
export const printedComparison = z
  .strictObject({
    of: term.describe('The quantity: "overallSurvival", "objectiveResponse", "toxicity"'),
    between: z.array(groupId).min(1).max(6),
    by: z.enum(comparisonBases),
    concludes: z.enum(['difference', 'noDifference', 'notConcluded']),
    interactionTested: z.boolean().exactOptional(),
    place: sourcePlace,
  })
  .meta({ id: 'printedComparison' });
export type PrintedComparison = z.infer<typeof printedComparison>;

/** What an audit finding means, by a curator. */
export const auditVerdict = z
  .strictObject({
    check: term.describe('The check of the audit: "percentage", "denominator", "sum" ...'),
    group: groupId,
    about: term.describe('The quantity or term it is about'),
    verdict: z.enum(['printedStands', 'useRecomputed', 'doNotUse', 'unresolved']),
    reason: z.string().min(1).max(500),
    curator: z.string().min(1).max(80),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  })
  .meta({ id: 'auditVerdict' });

/** What a study printed. */
export const printedResults = z
  .strictObject({
    groups: z.array(printedGroup).min(1),
    values: z.array(printedValue).default([]),
    comparisons: z.array(printedComparison).default([]),
    verdicts: z.array(auditVerdict).default([]),
  })
  .meta({ id: 'printedResults' });
export type PrintedResults = z.infer<typeof printedResults>;
