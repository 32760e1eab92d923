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
    ownEvidence: z.array(ownEvidence).default([]),
    anchor: z
      .strictObject({
        event: z.string().min(1).max(200),
        calendar: patientDate.exactOptional(),
        place: place.exactOptional(),
      })
      .describe('The event of day 0, where the source gives no calendar dates')
      .exactOptional(),
    patient,
    decisionPoints: z.array(decisionPoint).default([]),
    diagnoses: z.array(printedDiagnosis).default([]),
    primary: z.array(primary).default([]),
    extent: z.array(extent).default([]),
    functionality: z.array(functionality).default([]),
    specimens: z.array(specimen).default([]),
    pathology: z.array(pathologyReport).default([]),
    assays: z.array(assay).default([]),
    findings: z.array(finding).default([]),
    biomarkers: z.array(biomarker).default([]),
    imaging: z.array(imagingStudy).default([]),
    lesions: z.array(lesion).default([]),
    assessments: z.array(assessment).default([]),
    therapies: z.array(therapyCourse).default([]),
    laboratory: z.array(laboratoryValue).default([]),
    performance: z.array(performanceStatus).default([]),
    symptoms: z.array(symptom).default([]),
    weight: z.array(weight).default([]),
    adverseEvents: z.array(adverseEvent).default([]),
    comorbidities: z.array(comorbidity).default([]),
    coMedication: z.array(coMedication).default([]),
    pharmacogenes: z.array(pharmacogene).default([]),
    familyHistory: z.array(familyHistory).default([]),
    priorMalignancies: z.array(priorMalignancy).default([]),
    goals: z.array(goal).default([]),
    decisions: z.array(decision).default([]),
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
