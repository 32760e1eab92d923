/**
 * The input of an oncoprint: patients, genes, what was found, and which genes were tested in whom. A gene of which nothing
 * is said counts as neither tested nor negative.
 */
import * as z from 'zod';
import { frameFields, label, mutationClasses, structuralKinds } from '../scene/index.ts';

const genes = z.array(label).max(200);

const patient = z.strictObject({
  id: label,
  clinical: z
    .record(label, label)
    .default({})
    .describe('Values of the clinical rows; absent where not known'),
  tested: z
    .union([z.literal('all'), genes])
    .default([])
    .describe(
      'Genes tested for every kind of alteration that the figure shows; "all": all genes but those under notTested',
    ),
  notTested: genes.default([]).describe('Genes known not to be tested'),
});

const alteration = z
  .strictObject({
    patient: label,
    gene: label,
    kind: z.enum(['mutation', ...structuralKinds]),
    class: z.enum(mutationClasses).exactOptional().describe('Of a mutation'),
    label: label.exactOptional().describe('As the source writes it: L576P'),
    isVus: z.boolean().default(false),
  })
  .refine(({ kind, class: ofMutation }) => kind === 'mutation' || ofMutation === undefined, {
    message: 'only a mutation has a class',
    path: ['class'],
  });

/** The schema of the input. */
export const oncoprintData = z
  .strictObject({
    ...frameFields,
    genes: genes.min(1),
    geneOrder: z.enum(['frequency', 'given']).default('frequency'),
    patientOrder: z.enum(['memo', 'given']).default('memo'),
    clinicalRows: z.array(label).max(12).default([]),
    patients: z.array(patient).min(1).max(2000),
    alterations: z.array(alteration).max(50_000),
  })
  .superRefine(({ genes: shown, patients, alterations }, context) => {
    const fault = (message: string, path: (string | number)[]): void => {
      context.addIssue({ code: 'custom', message, path });
    };
    const names = new Set(shown);
    if (names.size < shown.length) fault('a gene is named twice', ['genes']);
    const denied = new Map(patients.map(({ id, notTested }) => [id, new Set(notTested)]));
    if (denied.size < patients.length) fault('a patient is named twice', ['patients']);
    patients.forEach(({ tested, notTested }, at) => {
      const both = tested === 'all' ? [] : notTested.filter((gene) => tested.includes(gene));
      if (both.length > 0) fault(`${both.join(', ')}: tested and not tested`, ['patients', at, 'notTested']);
    });
    alterations.forEach(({ patient: id, gene }, at) => {
      if (!denied.has(id)) fault(`${id} is not among the patients`, ['alterations', at, 'patient']);
      if (!names.has(gene)) fault(`${gene} is not among the genes`, ['alterations', at, 'gene']);
      if (denied.get(id)?.has(gene) === true)
        fault(`${gene} is said not to be tested in ${id}, and is altered`, ['alterations', at, 'gene']);
    });
  });
/** The input of an oncoprint. */
export type OncoprintData = z.infer<typeof oncoprintData>;
export type OncoprintAlteration = OncoprintData['alterations'][number];
