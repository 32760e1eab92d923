/** What a leaf of the criterion language is: its schema, its evaluation on one patient, and its printed form. */
import type * as z from 'zod';
import type { LeafAnswer } from './answer.ts';
import type { Subject } from './subject.ts';

/** A leaf: one typed question about one patient. */
export interface Leaf<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  /** The form in YAML, under the leaf's name. */
  readonly schema: Schema;
  /** The answer for one patient, with the datum used. */
  evaluate(question: z.output<Schema>, subject: Subject): LeafAnswer;
  /** What the question is about, for finding the test that settles it: `fusion:NTRK3`. The name, when absent. */
  topic?(question: z.output<Schema>): string;
  /** The question as part of a sentence: "Ki-67 at most 20%". */
  print(question: z.output<Schema>): string;
}

/** Declares a leaf, keeping its types. */
export function defineLeaf<const Name extends string, Schema extends z.ZodType>(
  leaf: Leaf<Name, Schema>,
): Leaf<Name, Schema> {
  return leaf;
}
