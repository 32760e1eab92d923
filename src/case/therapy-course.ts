/** One course of treatment: what, in which line, why, at what dose, why it ended and what came of it. */
import * as z from 'zod';
import { stopReasons, therapyIntents, therapyKinds } from '../therapy/index.ts';
import { dated, printedWords, recordId } from './dated.ts';
import { amount, patientDate } from './measured.ts';
import { place } from './place.ts';

export const responses = ['CR', 'PR', 'SD', 'PD', 'NE', 'minorResponse', 'notStated'] as const;
export type Response = (typeof responses)[number];

/** The result of a course, with its own date: a board that sat earlier does not see it. */
export const courseOutcome = z.strictObject({
  response: z.enum(responses),
  basis: z.enum(['RECIST', 'imaging', 'clinical', 'unstated']).default('unstated'),
  confirmed: z.enum(['yes', 'no', 'notReported']).default('notReported'),
  printed: printedWords.exactOptional(),
  ...dated,
});

export const therapyCourse = z
  .strictObject({
    id: recordId,
    kind: z.enum(therapyKinds),
    printed: printedWords,
    drugs: z.array(z.string().min(1).max(80)).describe('Drugs, in any spelling of the register').default([]),
    drugClasses: z
      .array(z.string().min(1).max(80))
      .describe('Classes, where the source names no drug: "somatostatin-analogue"')
      .default([]),
    regimen: z.string().min(1).max(80).exactOptional(),
    line: z.int().min(1).max(20).exactOptional(),
    intent: z.enum(therapyIntents).default('unstated'),
    setting: z.enum(['standard', 'trial', 'offLabel', 'unstated']).default('unstated'),
    trial: z
      .string()
      .regex(/^NCT\d{8}$/, 'a ClinicalTrials.gov number is NCT and eight digits')
      .exactOptional(),
    target: z.string().min(1).max(200).describe('What was operated or irradiated').exactOptional(),
    start: patientDate.exactOptional(),
    end: patientDate.exactOptional(),
    ongoing: patientDate.describe('When it was last known to go on').exactOptional(),
    cycles: amount.exactOptional(),
    durationMonths: amount.exactOptional(),
    dosePrinted: printedWords.exactOptional(),
    doseEvents: z
      .array(
        z.strictObject({
          event: z.enum(['reduction', 'delay', 'interruption', 'increase']),
          reason: z.string().min(1).exactOptional(),
          ...dated,
        }),
      )
      .default([]),
    stopReason: z.enum(stopReasons).default('unstated'),
    outcomes: z.array(courseOutcome).default([]),
    place: place.exactOptional(),
    note: z.string().min(1).max(2000).exactOptional(),
  })
  .meta({ id: 'therapyCourse' });
export type TherapyCourse = z.infer<typeof therapyCourse>;
