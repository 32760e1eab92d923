/** Every leaf of the language, listed once; the schema, the evaluation and the printer all go through this list. */
import type * as z from 'zod';
import type { LeafAnswer } from './answer.ts';
import type { Leaf } from './leaf.ts';
import {
  ageLeaf,
  alterationLeaf,
  biomarkerLeaf,
  coMedicationLeaf,
  comorbidityLeaf,
  differentiationLeaf,
  discordanceLeaf,
  diseaseLeaf,
  ecogLeaf,
  extentLeaf,
  fdgUptakeLeaf,
  functionalStatusLeaf,
  germlineLeaf,
  gradeLeaf,
  karnofskyLeaf,
  ki67Leaf,
  laboratoryLeaf,
  linesOfTherapyLeaf,
  liverBurdenLeaf,
  measurableDiseaseLeaf,
  metastasisLeaf,
  mitosesLeaf,
  pathologyReviewLeaf,
  pharmacogeneLeaf,
  platinumFreeIntervalLeaf,
  pregnancyLeaf,
  priorMalignancyLeaf,
  priorTherapyLeaf,
  progressionLeaf,
  resectabilityLeaf,
  sexLeaf,
  specimenLeaf,
  sstrUptakeLeaf,
  stageLeaf,
  stainLeaf,
  testedLeaf,
  toxicityLeaf,
  uptakeMismatchLeaf,
} from './leaves/index.ts';
import type { Subject } from './subject.ts';

/** A leaf whose question is checked as it is asked, so that all leaves have one type. */
interface CatalogueEntry<Name extends string> {
  readonly name: Name;
  readonly schema: z.ZodType;
  ask(question: unknown, subject: Subject): { readonly answer: LeafAnswer; readonly topic: string };
  print(question: unknown): string;
}

function entry<Name extends string, Schema extends z.ZodType>(leaf: Leaf<Name, Schema>) {
  const known = new WeakMap<object, z.output<Schema>>();
  /** The question with its defaults; a criterion is asked of many patients, and checked once. */
  const read = (question: unknown): z.output<Schema> => {
    if (typeof question !== 'object' || question === null) return leaf.schema.parse(question);
    const before = known.get(question);
    if (before !== undefined) return before;
    const checked = leaf.schema.parse(question);
    known.set(question, checked);
    return checked;
  };
  const bound: CatalogueEntry<Name> = {
    name: leaf.name,
    schema: leaf.schema,
    ask(question, subject) {
      const asked = read(question);
      return { answer: leaf.evaluate(asked, subject), topic: leaf.topic?.(asked) ?? leaf.name };
    },
    print: (question) => leaf.print(read(question)),
  };
  return bound;
}

const entries = [
  entry(diseaseLeaf),
  entry(stageLeaf),
  entry(extentLeaf),
  entry(resectabilityLeaf),
  entry(gradeLeaf),
  entry(differentiationLeaf),
  entry(ki67Leaf),
  entry(mitosesLeaf),
  entry(discordanceLeaf),
  entry(pathologyReviewLeaf),
  entry(functionalStatusLeaf),
  entry(liverBurdenLeaf),
  entry(metastasisLeaf),
  entry(alterationLeaf),
  entry(germlineLeaf),
  entry(biomarkerLeaf),
  entry(stainLeaf),
  entry(testedLeaf),
  entry(sstrUptakeLeaf),
  entry(fdgUptakeLeaf),
  entry(uptakeMismatchLeaf),
  entry(laboratoryLeaf),
  entry(ecogLeaf),
  entry(karnofskyLeaf),
  entry(priorTherapyLeaf),
  entry(linesOfTherapyLeaf),
  entry(platinumFreeIntervalLeaf),
  entry(progressionLeaf),
  entry(toxicityLeaf),
  entry(comorbidityLeaf),
  entry(coMedicationLeaf),
  entry(priorMalignancyLeaf),
  entry(pharmacogeneLeaf),
  entry(ageLeaf),
  entry(sexLeaf),
  entry(pregnancyLeaf),
  entry(specimenLeaf),
  entry(measurableDiseaseLeaf),
] as const;

/** The name of a leaf. */
export type LeafName = (typeof entries)[number]['name'];

/** A leaf in a criterion: one key, the leaf's name, and its question. */
export type LeafCriterion = { readonly [Name in LeafName]: { readonly [Key in Name]: unknown } }[LeafName];

const byName: ReadonlyMap<string, CatalogueEntry<LeafName>> = new Map(
  entries.map((each) => [each.name, each]),
);

/** Every leaf name, in the order of the catalogue. */
export const leafNames: readonly LeafName[] = entries.map((each) => each.name);

/** The schema of every leaf's question, by the leaf's name. */
export const leafShape: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  entries.map((each) => [each.name, each.schema]),
);

/** Whether a word is the name of a leaf. */
export function isLeafName(word: string): word is LeafName {
  return byName.has(word);
}

function found(criterion: LeafCriterion): readonly [CatalogueEntry<LeafName>, unknown] {
  for (const [name, question] of Object.entries(criterion)) {
    const leaf = byName.get(name);
    if (leaf !== undefined) return [leaf, question];
  }
  throw new TypeError(`not a leaf of the criterion language: ${JSON.stringify(criterion)}`);
}

/** The answer of a leaf for one patient, and its topic. */
export function askLeaf(criterion: LeafCriterion, subject: Subject) {
  const [leaf, question] = found(criterion);
  return leaf.ask(question, subject);
}

/** The leaf as part of a sentence. */
export function printLeaf(criterion: LeafCriterion): string {
  const [leaf, question] = found(criterion);
  return leaf.print(question);
}
