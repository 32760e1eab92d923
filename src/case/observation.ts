/** Laboratory values, performance, symptoms, weight and adverse events: what is measured on the patient over time. */
import * as z from 'zod';
import { dated, printedWords, recordId } from './dated.ts';
import { numericRange, quantity, toxicityGrade } from './measured.ts';

export const laboratoryValue = z
  .strictObject({
    analyte: z.string().min(1).max(80),
    value: quantity,
    referenceRange: quantity.exactOptional(),
    assay: z.string().min(1).max(80).exactOptional(),
    ...dated,
  })
  .meta({ id: 'laboratoryValue' });
export type LaboratoryValue = z.infer<typeof laboratoryValue>;

export const performanceStatus = z
  .strictObject({ scale: z.enum(['ECOG', 'KPS']), value: numericRange, ...dated })
  .superRefine(({ scale, value }, context) => {
    const most = scale === 'ECOG' ? 5 : 100;
    if ([value.low, value.high].every((end) => end === null || (end >= 0 && end <= most))) return;
    const message = `${scale} runs from 0 to ${most}, not '${value.printed}'; correct the value or the scale`;
    context.addIssue({ code: 'custom', message, path: ['value'] });
  })
  .meta({ id: 'performanceStatus' });
export type PerformanceStatus = z.infer<typeof performanceStatus>;

export const symptom = z
  .strictObject({
    term: z.string().min(1).max(120),
    status: z.enum(['present', 'absent', 'improved', 'resolved', 'worse']),
    printed: printedWords.exactOptional(),
    ...dated,
  })
  .meta({ id: 'symptom' });

export const weight = z
  .strictObject({
    value: quantity.exactOptional(),
    change: quantity.exactOptional(),
    printed: printedWords.exactOptional(),
    ...dated,
  })
  .meta({ id: 'weight' });

/** Terms and grades after CTCAE; the version is stated where the source states it. */
export const adverseEvent = z
  .strictObject({
    term: z.string().min(1).max(120),
    grade: toxicityGrade.exactOptional(),
    ctcae: z.string().min(1).max(20).exactOptional(),
    therapy: recordId.exactOptional(),
    attribution: z
      .enum(['unrelated', 'unlikely', 'possible', 'probable', 'definite', 'unstated'])
      .default('unstated'),
    consequence: z.enum(['none', 'doseReduced', 'interrupted', 'stopped', 'unstated']).default('unstated'),
    status: z.enum(['present', 'absent']).default('present'),
    ...dated,
  })
  .meta({ id: 'adverseEvent' });
