/** @module criteria: the one criterion language; evaluated on one patient with the reason of every answer. */
export {
  type Datum,
  type Explanation,
  type LeafAnswer,
  leavesOf,
  type OpenFact,
  openFacts,
  openLeaves,
} from './answer.ts';
export { canonicalText, readCanonicalText } from './canonical-text.ts';
export { type CriteriaFile, criteriaVersion, readCriteria } from './criteria-file.ts';
export { type Criterion, criterion, partsOf } from './criterion.ts';
export { mostRecent } from './datum.ts';
export { diseaseAsked } from './disease-asked.ts';
export { evaluate, truthWith } from './evaluate.ts';
export { type LeafCriterion, type LeafName, leafNames } from './leaf-catalogue.ts';
export { printCriterion } from './print.ts';
export type { ReadCourse, ReadFinding, Subject } from './subject.ts';
export { subjectOf } from './subject-of.ts';
