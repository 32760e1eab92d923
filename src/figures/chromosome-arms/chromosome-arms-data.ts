/** The input of a figure of chromosome arms: per sample what each arm has gained or lost, and which arms were assessed. */
import * as z from 'zod';
import { frameFields, label } from '../scene/index.ts';

/** The chromosomes of the figure. */
export const chromosomes: readonly string[] = [...Array.from({ length: 22 }, (_, at) => String(at + 1)), 'X'];

/** Chromosomes whose short arm carries ribosomal genes and is not assessed. */
const acrocentric: readonly string[] = ['13', '14', '15', '21', '22'];

/** An arm of a chromosome. */
export interface ChromosomeArm {
  readonly name: string;
  readonly chromosome: string;
  readonly side: 'p' | 'q';
}

/** The arms in the order of the genome: 1p to 22q, Xp, Xq; without the short arms of the acrocentric chromosomes. */
export const chromosomeArms: readonly ChromosomeArm[] = chromosomes.flatMap((chromosome) =>
  (['p', 'q'] as const)
    .filter((side) => side === 'q' || !acrocentric.includes(chromosome))
    .map((side) => ({ name: chromosome + side, chromosome, side })),
);

const armNames = chromosomeArms.map(({ name }) => name);
const arm = z.enum(armNames);
const arms = z.array(arm).max(armNames.length).default([]);

const sample = z
  .strictObject({
    id: label,
    group: label.exactOptional(),
    assessed: z
      .union([z.literal('all'), z.array(arm)])
      .default('all')
      .describe('Arms that were assessed; the others count neither as changed nor as unchanged'),
    gains: arms,
    losses: arms,
  })
  .superRefine(({ assessed, gains, losses }, context) => {
    if (assessed === 'all') return;
    for (const [name, list] of Object.entries({ gains, losses }))
      list.forEach((each, at) => {
        if (!assessed.includes(each))
          context.addIssue({
            code: 'custom',
            message: `${each} is not among the arms assessed`,
            path: [name, at],
          });
      });
  });

/** The schema of the input. */
export const chromosomeArmsData = z.strictObject({
  ...frameFields,
  method: label.exactOptional().describe('How gains and losses were called: assay, reference, limit'),
  samples: z.array(sample).min(1).max(5000),
});
/** The input of a figure of chromosome arms. */
export type ChromosomeArmsData = z.infer<typeof chromosomeArmsData>;
export type ArmSample = ChromosomeArmsData['samples'][number];
