/**
 * A study as data: its design, its population with the composition, its arms, what it printed, and its patients
 * where it prints them. Printed values are strings, with their place; nothing is corrected here.
 */
import * as z from 'zod';
import { criterion } from '../criteria/index.ts';
import { entityIds } from '../tumour/index.ts';
import { printedResults } from './printed/index.ts';
import { publishedDate, sourcePlace, verifications } from './source-place.ts';

export const studyDesigns = [
  'randomisedTrial',
  'singleArmTrial',
  'basketTrial',
  'retrospectiveSeries',
  'prospectiveSeries',
  'caseSeries',
  'caseReport',
  'preclinical',
  'molecularSurvey',
  'diagnosticAccuracy',
  'label',
  'guideline',
  'review',
  'metaAnalysis',
] as const;
export type StudyDesign = (typeof studyDesigns)[number];

/** How patients came into the study. Cases chosen by their outcome never enter a rate. */
export const selections = [
  'consecutive',
  'enrolled',
  'chosenByOutcome',
  'singleCase',
  'unstated',
  'notApplicable',
] as const;

/** Outcomes that studies count. */
export const countedOutcomes = [
  'completeResponse',
  'partialResponse',
  'stableDisease',
  'progressiveDisease',
  'objectiveResponse',
  'diseaseControl',
  'progression',
  'markerPresent',
  'markerDetected',
  'biochemicalResponse',
] as const;

/** Outcomes that are times or ratios, kept as printed. */
export const measuredOutcomes = [
  'progressionFreeSurvival',
  'overallSurvival',
  'timeToProgression',
  'durationOfResponse',
  'treatmentDuration',
  'hazardRatio',
  'sensitivity',
  'specificity',
] as const;

/** A population, or a part of one, in words, as an entity and as a criterion. */
export const population = z
  .strictObject({
    words: z.string().min(1).max(300),
    entity: z.enum(entityIds).describe('The entity of these patients; the most exact one that holds for all'),
    criterion: criterion.exactOptional(),
    printedAs: z
      .strictObject({ entity: z.enum(entityIds), reason: z.string().min(1).max(300) })
      .describe('What the paper calls these patients, where the curator does not follow it, with the reason')
      .exactOptional(),
  })
  .meta({ id: 'population' });

/** A count out of a denominator, as printed and as numbers. */
export const countedResult = z
  .strictObject({
    outcome: z.enum(countedOutcomes),
    arm: z.string().min(1).exactOptional(),
    population: population.exactOptional().describe('Where the count is of a part of the study'),
    group: z
      .string()
      .min(1)
      .max(60)
      .describe(
        'The printed group that is counted: what is printed of its other responses is then counted too, over the same patients',
      )
      .exactOptional(),
    count: z.int().min(0),
    of: z.int().min(1),
    denominator: z.enum(['enrolled', 'evaluable', 'tested', 'unstated']),
    printed: z.string().min(1).describe('As printed: "41.2%", "6 of 17"'),
    intervalPrinted: z.string().min(1).exactOptional(),
    inferred: z
      .string()
      .min(1)
      .max(300)
      .describe('Why the denominator is another than the printed one: inferred from the row, never printed')
      .exactOptional(),
    derived: z
      .boolean()
      .describe('True when the count was worked out: from a printed percentage, or from the rows')
      .default(false),
    patients: z
      .array(z.string().min(1))
      .describe('The rows that are counted, where the study prints them')
      .default([]),
    place: sourcePlace,
  })
  .meta({ id: 'countedResult' });

/**
 * What a ratio compares: two arms of the study, the first over the second, as the paper prints it or as the direction of its
 * own medians leaves no doubt. Absent where the paper does not say which arm stands over which.
 */
export const contrast = z
  .strictObject({
    treatment: z.string().min(1).describe('Id of the arm above the line'),
    control: z.string().min(1).describe('Id of the arm below the line'),
    of: z
      .enum(['progressionFreeSurvival', 'overallSurvival', 'timeToProgression', 'durationOfResponse'])
      .describe('The time that is compared'),
  })
  .meta({ id: 'contrast' });

/** A median, a ratio or another measured value, as printed. */
export const measuredResult = z
  .strictObject({
    outcome: z.enum(measuredOutcomes),
    arm: z.string().min(1).exactOptional(),
    population: population.exactOptional(),
    printed: z.string().min(1).describe('As printed, with unit: "5.9 months"'),
    intervalPrinted: z.string().min(1).exactOptional(),
    comparison: z.string().min(1).exactOptional(),
    contrast: contrast.exactOptional(),
    place: sourcePlace,
  })
  .meta({ id: 'measuredResult' });

/** A patient of a study, where it prints patients one by one. */
export const studyPatient = z
  .strictObject({
    id: z.string().min(1).max(40),
    entity: z.enum(entityIds),
    alterations: z
      .array(z.string().min(1).max(120))
      .describe('As printed: "KIT L576P", "KIT amplification"')
      .default([]),
    arm: z.string().min(1).exactOptional(),
    evaluable: z.boolean(),
    response: z.enum(['CR', 'PR', 'SD', 'PD', 'NE', 'withdrawn', 'notStated']),
    place: sourcePlace,
  })
  .meta({ id: 'studyPatient' });
export type StudyPatient = z.infer<typeof studyPatient>;

export const study = z
  .strictObject({
    cajal: z.literal('study/1'),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
    title: z.string().min(1).max(300),
    citation: z.strictObject({
      authors: z.string().min(1).exactOptional(),
      year: z.int().min(1950).max(2100),
      yearIs: z
        .enum(['latest', 'earliest', 'assumed'])
        .describe(
          'Where the year is not printed: that of the paper that cites the study, so at the latest; the earliest that print allows; or assumed',
        )
        .exactOptional(),
      journal: z.string().min(1).exactOptional(),
      pmid: z
        .string()
        .regex(/^\d{1,8}$/)
        .exactOptional(),
      trial: z.array(z.string().regex(/^NCT\d{8}$/)).default([]),
      other: z.string().min(1).exactOptional(),
    }),
    published: publishedDate.describe('When it became known; the knowledge clock uses the end of this date'),
    verification: z.enum(verifications),
    readIn: sourcePlace.describe('The document its values were read in'),
    design: z.strictObject({
      type: z.enum(studyDesigns),
      phase: z.string().min(1).max(20).exactOptional(),
      randomised: z.boolean().exactOptional(),
      prospective: z.boolean().exactOptional(),
      centres: z.string().min(1).max(40).exactOptional(),
      endpoints: z
        .array(
          z.strictObject({
            outcome: z.string().min(1),
            rank: z.enum(['primary', 'secondary']),
            place: sourcePlace,
          }),
        )
        .describe('Endpoints as the report states them; absent where it was not read in full')
        .exactOptional(),
      sampleSizeBasis: z
        .string()
        .min(1)
        .describe(
          'Null and target rate, error rates, planned size, as printed; "not stated" where the full report has none',
        )
        .exactOptional(),
    }),
    selection: z.enum(selections),
    population: population.extend({
      enrolled: z.int().min(1).exactOptional(),
      evaluable: z.int().min(1).exactOptional(),
      composition: z
        .array(
          z.strictObject({
            words: z.string().min(1),
            entity: z.enum(entityIds),
            count: z.int().min(0),
            place: sourcePlace.exactOptional(),
          }),
        )
        .describe('How many of which entity: 4 of 36 were poorly differentiated')
        .default([]),
    }),
    arms: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(40),
          label: z.string().min(1).max(160),
          drugs: z.array(z.string().min(1)).default([]),
          oneOf: z
            .array(z.array(z.string().min(1)).min(1))
            .min(2)
            .describe(
              'Sets of drugs of which each patient had one, where the study does not count them apart; `drugs` has all of them',
            )
            .exactOptional(),
          regimen: z.string().min(1).exactOptional(),
          dosePrinted: z.string().min(1).exactOptional(),
          count: z.int().min(0).exactOptional(),
        }),
      )
      .default([]),
    counts: z.array(countedResult).default([]),
    measures: z.array(measuredResult).default([]),
    patients: z.array(studyPatient).default([]),
    printed: printedResults.describe('Every value as the paper prints it, for the audit').exactOptional(),
    overlaps: z
      .array(z.strictObject({ study: z.string().min(1), note: z.string().min(1) }))
      .describe('Studies that share patients with this one')
      .default([]),
    remarks: z
      .array(z.strictObject({ text: z.string().min(1).max(600), place: sourcePlace.exactOptional() }))
      .describe("A curator's remarks: mixed population, conflict, printed error")
      .default([]),
  })
  .meta({ id: 'study', title: 'Cajal study file, version 1' });
export type Study = z.infer<typeof study>;
export type CountedResult = z.infer<typeof countedResult>;
export type MeasuredResult = z.infer<typeof measuredResult>;
export type Contrast = z.infer<typeof contrast>;
export type Population = z.infer<typeof population>;

const yearWords = { latest: ' or earlier', earliest: ' or later', assumed: ', not printed' } as const;

/**
 * The year of a study as far as it is printed: `2007`; `2019 or earlier` where only the paper that cites it has a year;
 * `2023, not printed` where it is assumed.
 */
export const citationYearText = ({ year, yearIs }: Study['citation']): string =>
  `${year}${yearIs === undefined ? '' : yearWords[yearIs]}`;

/** `Yao 2007`, with the journal, PMID and trial numbers where the library has them. */
export function citationText({ citation, title }: Study): string {
  const { authors, journal, pmid, trial, other } = citation;
  return [
    `${authors === undefined ? '' : `${authors} `}${title} (${citationYearText(citation)})`,
    journal,
    pmid === undefined ? undefined : `PMID ${pmid}`,
    ...trial,
    other,
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}
