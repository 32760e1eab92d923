/**
 * The whole record of one patient. A case file holds its JSON or YAML form; `CaseRecord` is what the rooms above
 * compute with (dates, ranges and quantities read).
 */
import * as z from 'zod';
import { assay } from './assay.ts';
import { assessment, lesion } from './assessment.ts';
import {
  coMedication,
  comorbidity,
  familyHistory,
  goal,
  pharmacogene,
  priorMalignancy,
} from './background.ts';
import { printedWords, recordId } from './dated.ts';
import { decision, decisionPoint } from './decision.ts';
import { functionality, primary, printedDiagnosis } from './diagnosis.ts';
import { extent } from './extent.ts';
import { biomarker, finding } from './finding.ts';
import { imagingStudy } from './imaging.ts';
import { patientDate } from './measured.ts';
import { adverseEvent, laboratoryValue, performanceStatus, symptom, weight } from './observation.ts';
import { pathologyReport } from './pathology.ts';
import { patient } from './patient.ts';
import { place } from './place.ts';
import { specimen } from './specimen.ts';
import { therapyCourse } from './therapy-course.ts';

/** The version of the case file this Cajal writes. */
export const caseVersion = 1;

/** Entries of one list, and findings, which are compared with each other: a record of a person has fewer. */
const maxEntries = 2000;
const maxFindings = 300;

/** Lists that may be declared complete: only then does the absence of an entry mean no. */
export const completableLists = [
  'therapies',
  'comorbidities',
  'coMedication',
  'priorMalignancies',
  'adverseEvents',
] as const;
export type CompletableList = (typeof completableLists)[number];

/** Where the case comes from. */
export const provenance = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('published'),
    document: z.string().min(1),
    citation: z.string().min(1).max(400).exactOptional(),
    row: z.string().min(1).max(80).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('synthetic'), statement: z.string().min(1).max(400) }),
  z.strictObject({ kind: z.literal('clinical') }),
]);

/** A study that counts this patient: what it says of this patient is never evidence for this patient. */
export const ownEvidence = z.strictObject({
  study: z.string().min(1).max(80),
  patient: z.string().min(1).max(40).describe('The row, where the study prints one').exactOptional(),
  note: printedWords.exactOptional(),
});

export const caseRecord = z
  .strictObject({
    cajal: z.literal(`case/${caseVersion}`).describe('The kind and version of this file'),
    id: recordId,
    title: z.string().min(1).max(200),
    provenance,
    ownEvidence: z.array(ownEvidence).max(maxEntries).default([]),
    anchor: z
      .strictObject({
        event: z.string().min(1).max(200),
        calendar: patientDate.exactOptional(),
        place: place.exactOptional(),
      })
      .describe('The event of day 0, where the source gives no calendar dates')
      .exactOptional(),
    patient,
    decisionPoints: z.array(decisionPoint).max(maxEntries).default([]),
    diagnoses: z.array(printedDiagnosis).max(maxEntries).default([]),
    primary: z.array(primary).max(maxEntries).default([]),
    extent: z.array(extent).max(maxEntries).default([]),
    functionality: z.array(functionality).max(maxEntries).default([]),
    specimens: z.array(specimen).max(maxEntries).default([]),
    pathology: z.array(pathologyReport).max(maxEntries).default([]),
    assays: z.array(assay).max(maxEntries).default([]),
    findings: z.array(finding).max(maxFindings).default([]),
    biomarkers: z.array(biomarker).max(maxEntries).default([]),
    imaging: z.array(imagingStudy).max(maxEntries).default([]),
    lesions: z.array(lesion).max(maxEntries).default([]),
    assessments: z.array(assessment).max(maxEntries).default([]),
    therapies: z.array(therapyCourse).max(maxEntries).default([]),
    laboratory: z.array(laboratoryValue).max(maxEntries).default([]),
    performance: z.array(performanceStatus).max(maxEntries).default([]),
    symptoms: z.array(symptom).max(maxEntries).default([]),
    weight: z.array(weight).max(maxEntries).default([]),
    adverseEvents: z.array(adverseEvent).max(maxEntries).default([]),
    comorbidities: z.array(comorbidity).max(maxEntries).default([]),
    coMedication: z.array(coMedication).max(maxEntries).default([]),
    pharmacogenes: z.array(pharmacogene).max(maxEntries).default([]),
    familyHistory: z.array(familyHistory).max(maxEntries).default([]),
    priorMalignancies: z.array(priorMalignancy).max(maxEntries).default([]),
    goals: z.array(goal).max(maxEntries).default([]),
    decisions: z.array(decision).max(maxEntries).default([]),
    complete: z
      .array(
        z.strictObject({
          list: z.enum(completableLists),
          date: patientDate.exactOptional(),
          place: place.exactOptional(),
          note: z.string().min(1).max(500).exactOptional(),
        }),
      )
      .describe('Lists that the source gives in full: only there does absence mean no')
      .default([]),
  })
  .meta({ id: 'caseRecord', title: 'Cajal case file, version 1' });

/** One patient's record, read. */
export type CaseRecord = z.output<typeof caseRecord>;
/** The JSON form of a record, as a file holds it. */
export type CaseDocument = z.input<typeof caseRecord>;
