/**
 * What every fact of the record carries: when it happened, when it became known, and where it is written. The two
 * dates differ (a biopsy of June reported in July), and a board sees only what was known when it sat.
 */
import * as z from 'zod';
import { patientDate } from './measured.ts';
import { place } from './place.ts';

/** Fields of a dated fact, spread into the schema of each kind of fact. */
export const dated = {
  date: patientDate.exactOptional().describe('When it happened or was measured'),
  known: patientDate
    .exactOptional()
    .describe('When the result became known, where that is later than `date`'),
  place: place.exactOptional(),
  note: z.string().min(1).max(2000).exactOptional(),
};

/** An id that other records of the same file refer to. */
export const recordId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.-]{0,63}$/,
    'use lower-case letters, digits, dots and hyphens, at most 64 of them',
  );

/** Words of a source, kept as they are. */
export const printedWords = z.string().min(1).max(1000).describe('The words as printed');
