/** The input of a figure of adverse events: per term and arm the patients with any grade and with grade 3 or more. */
import * as z from 'zod';
import { frameFields, label } from '../scene/index.ts';

const count = z.number().int().min(0).max(1_000_000);

const result = z.strictObject({
  anyGrade: count
    .nullable()
    .default(null)
    .describe('Patients with the event in any grade; null where not reported'),
  grade3Up: count.nullable().default(null).describe('Patients with grade 3 or more; null where not reported'),
  printedAnyGradePercent: label
    .exactOptional()
    .describe('As the source prints it, where it prints it: "29.4"'),
  printedGrade3UpPercent: label.exactOptional(),
});

/** The schema of the input. */
export const adverseEventsData = z
  .strictObject({
    ...frameFields,
    grading: label.exactOptional().describe('"CTCAE v4.03"'),
    attribution: label.exactOptional().describe('"treatment-related", "of any cause"'),
    arms: z
      .array(
        z.strictObject({
          name: label.exactOptional(),
          patients: count
            .min(1)
            .nullable()
            .describe('The denominator: patients assessed for adverse events; null where not stated'),
        }),
      )
      .min(1)
      .max(4),
    order: z.enum(['frequency', 'given']).default('frequency'),
    terms: z
      .array(
        z.strictObject({
          term: label,
          results: z.array(result).describe('One for each arm, in their order'),
        }),
      )
      .min(1)
      .max(500),
  })
  .superRefine(({ arms, terms }, context) => {
    terms.forEach(({ term, results }, at) => {
      if (results.length !== arms.length)
        context.addIssue({
          code: 'custom',
          message: `${term} has ${results.length} results for ${arms.length} arms`,
          path: ['terms', at, 'results'],
        });
      results.forEach(({ anyGrade, grade3Up }, arm) => {
        const fault = (message: string): void => {
          context.addIssue({ code: 'custom', message, path: ['terms', at, 'results', arm] });
        };
        const patients = arms[arm]?.patients ?? null;
        if (anyGrade !== null && grade3Up !== null && grade3Up > anyGrade)
          fault(`${term}: ${grade3Up} with grade 3 or more are more than ${anyGrade} with any grade`);
        const most = Math.max(anyGrade ?? 0, grade3Up ?? 0);
        if (patients !== null && most > patients)
          fault(`${term}: ${most} are more than the ${patients} patients`);
      });
    });
  });
/** The input of a figure of adverse events. */
export type AdverseEventsData = z.infer<typeof adverseEventsData>;
export type AdverseEventResult = AdverseEventsData['terms'][number]['results'][number];
