/**
 * A statement of an outside knowledge base, as that base has it: its own level, its own words for the direction, the
 * tumour as it prints it. Nothing is converted and nothing is mixed with the curated library.
 */
import * as z from 'zod';
import { criterion } from '../../criteria/index.ts';

/**
 * Whether evidence supports the significance that is printed. `both`: exports join several pieces of evidence in one row
 * with "Supports, Does Not Support", and do not say which of its variants or papers is which.
 */
export const outsideDirections = ['supports', 'doesNotSupport', 'both'] as const;
export type OutsideDirection = (typeof outsideDirections)[number];

const text = z.string().max(20_000);

export const outsideStatement = z
  .strictObject({
    /** The number of the base, such as `EID1792`. */
    id: z.string().min(1).max(60),
    /** Further numbers, where the export joins several pieces of evidence in one row. */
    alsoIds: z.array(z.string().max(60)).max(400),
    /** The gene or profile with its variant, as printed. */
    name: z.string().min(1).max(20_000),
    /** What a patient has to carry; absent where the name could not be read. */
    when: criterion.exactOptional(),
    /** Genes of the criterion, to find statements of a patient quickly. */
    genes: z.array(z.string()).max(60),
    /** Why there is no criterion. */
    notMatched: text.exactOptional(),
    disease: text.describe('The tumour as printed'),
    doid: z.string().max(20).exactOptional(),
    drugs: z.array(z.string().max(200)).max(40),
    interaction: z.string().max(60).describe('How several drugs belong together').exactOptional(),
    direction: z
      .enum(outsideDirections)
      .describe('Whether the evidence supports the significance; both, where a row joins evidence of either'),
    significance: z
      .string()
      .max(100)
      .describe('As printed: Sensitivity/Response, Resistance, Adverse Response'),
    level: z.string().max(60).describe("The base's own level"),
    ratings: z
      .array(z.int().min(0).max(5))
      .max(6)
      .describe("The base's own stars; several where a row joins several pieces of evidence"),
    status: z.string().max(200),
    citation: text,
    /** The year of the latest citation, for the knowledge clock. */
    year: z.int().min(1900).max(2100).exactOptional(),
    pmids: z.array(z.string().regex(/^\d{1,9}$/)).max(400),
    trials: z.array(z.string().max(40)).max(60),
    line: z.int().min(1).describe('Line of the file that was imported'),
  })
  .meta({ id: 'outsideStatement' });
export type OutsideStatement = z.infer<typeof outsideStatement>;

/** Where the statements of a pack come from. */
export interface PackSource {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly date: string;
  readonly licence: string;
  /** SHA-256 of the content. */
  readonly hash: string;
}

/** The statements of one pack. */
export interface OutsideStatements {
  readonly source: PackSource;
  readonly statements: readonly OutsideStatement[];
}
