/**
 * Decision points and decisions. A point is where a board sat or could have sat; a decision is what it said, who
 * dissented and signed, whether it was carried out, and what came of it.
 */
import * as z from 'zod';
import { dated, printedWords, recordId } from './dated.ts';
import { patientDate } from './measured.ts';
import { place } from './place.ts';

export const decisionPoint = z
  .strictObject({
    id: recordId,
    date: patientDate,
    label: z.string().min(1).max(160),
    question: z.string().min(1).max(500).describe("The board's question"),
    place: place.exactOptional(),
  })
  .meta({ id: 'decisionPoint' });
export type DecisionPoint = z.infer<typeof decisionPoint>;

export const decision = z
  .strictObject({
    id: recordId,
    decisionPoint: recordId.exactOptional(),
    recommendation: printedWords,
    options: z
      .array(
        z.strictObject({
          option: z.string().min(1).max(200),
          stance: z.enum(['recommended', 'considered', 'rejected']),
          reason: z.string().min(1).max(500).exactOptional(),
        }),
      )
      .default([]),
    dissent: z.array(z.strictObject({ by: z.string().min(1).max(80), statement: printedWords })).default([]),
    signatures: z
      .array(
        z.strictObject({
          by: z.string().min(1).max(80),
          role: z.string().min(1).max(80),
          date: patientDate,
          reportHash: z.string().exactOptional(),
        }),
      )
      .default([]),
    implemented: z
      .strictObject({
        status: z.enum(['yes', 'partly', 'no', 'unknown']),
        reason: z.string().min(1).exactOptional(),
        ...dated,
      })
      .exactOptional(),
    outcome: z.strictObject({ printed: printedWords, ...dated }).exactOptional(),
    ...dated,
  })
  .meta({ id: 'decision' });
export type Decision = z.infer<typeof decision>;
