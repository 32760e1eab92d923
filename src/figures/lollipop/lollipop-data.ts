/** The input of a lollipop figure: a protein with its exons and domains, and the variants of patients on it. */
import * as z from 'zod';
import { figureResponses, frameFields, label, mutationClasses } from '../scene/index.ts';

const residue = z.number().int().min(1).max(50_000);
const patients = z.number().int().min(1).max(1_000_000);

const exon = z
  .strictObject({ number: z.number().int().min(1).max(999), start: residue, end: residue })
  .refine(({ start, end }) => end >= start, { message: 'end is before start', path: ['end'] })
  .describe('First and last codon, those that an exon shares with its neighbour included');

const domain = z
  .strictObject({ name: label, start: residue, end: residue })
  .refine(({ start, end }) => end >= start, { message: 'end is before start', path: ['end'] });

const mutation = z.strictObject({
  label: label.describe('As the source writes it: L576P, V560del'),
  position: residue.describe('Of several residues, the first'),
  class: z.enum(mutationClasses).default('notStated'),
  isVus: z.boolean().default(false).describe('Of unknown significance: hollow'),
  bestResponse: z.enum(figureResponses).default('notStated'),
  patient: label.exactOptional(),
  patients: patients.default(1).describe('Where patients are counted and not told apart'),
});

const elsewhere = z.strictObject({
  label: label.describe('amplification, loss of the gene, fusion'),
  isVus: z.boolean().default(false),
  bestResponse: z.enum(figureResponses).default('notStated'),
  patient: label.exactOptional(),
  patients: patients.default(1),
});

/** The schema of the input. */
export const lollipopData = z
  .strictObject({
    ...frameFields,
    gene: label,
    reference: label.exactOptional().describe('Transcript or protein that the positions count on'),
    length: residue.describe('Of the protein, in amino acids'),
    exons: z.array(exon).min(1).max(400).nullable().default(null).describe('null where not known'),
    domains: z.array(domain).max(100).default([]),
    domainSource: label.exactOptional(),
    colourBy: z.enum(['class', 'bestResponse']).default('class'),
    patientsExamined: patients
      .exactOptional()
      .describe('How many patients were looked at for variants of this gene'),
    mutations: z.array(mutation).max(5000),
    notOnProtein: z
      .array(elsewhere)
      .max(1000)
      .default([])
      .describe('Findings without a position; they are counted beside the protein and never placed on it'),
  })
  .superRefine(({ length, exons, domains, mutations, notOnProtein }, context) => {
    const beyond = (path: (string | number)[], last: number): void => {
      if (last > length)
        context.addIssue({
          code: 'custom',
          message: `${last} lies beyond the last amino acid, ${length}: is it counted on another isoform?`,
          path,
        });
    };
    exons?.forEach(({ end }, at) => {
      beyond(['exons', at, 'end'], end);
    });
    domains.forEach(({ end }, at) => {
      beyond(['domains', at, 'end'], end);
    });
    mutations.forEach(({ position }, at) => {
      beyond(['mutations', at, 'position'], position);
    });
    for (const [name, list] of Object.entries({ mutations, notOnProtein }))
      list.forEach(({ patient, patients: counted }, at) => {
        if (patient !== undefined && counted !== 1)
          context.addIssue({
            code: 'custom',
            message: 'a named patient counts once: leave out `patients`, or the name',
            path: [name, at, 'patients'],
          });
      });
  });
/** The input of a lollipop figure. */
export type LollipopData = z.infer<typeof lollipopData>;
export type LollipopMutation = LollipopData['mutations'][number];
