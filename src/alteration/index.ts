/** @module alteration: molecular findings, their notations, checks against the gene model, and relations to patterns. */
export {
  type Alteration,
  type CopyNumber,
  type CopyNumberChange,
  copyNumberChanges,
  type Fusion,
  type FusionSide,
  genesOf,
  type MutationClass,
  mutationClasses,
  type NotationAgreement,
  type PrintedEffect,
  type ReferenceCheck,
  type SequenceVariant,
  type Suggestion,
} from './alteration.ts';
export {
  type AlterationPattern,
  alterationPattern,
  type PatternType,
  patternGenes,
  patternText,
  patternTypes,
} from './alteration-pattern.ts';
export { type CodingChange, type CodingPosition, codingChangeText } from './coding-change.ts';
export { describeAlteration } from './describe-alteration.ts';
export { readingsOf } from './fusion-issues.ts';
export { type ProteinChange, proteinChangeText, type ResiduePosition } from './protein-change.ts';
export { type AlterationContext, readAlteration } from './read-alteration.ts';
export { type NearestFinding, relateAlteration, relateFindings } from './relate-alteration.ts';
export {
  type EffectCall,
  type Relation,
  type RelationContext,
  type Resolution,
  resolutions,
} from './relation.ts';
export { codonSpanOf, exonsOf, mutationClassOf, proteinChangeOf } from './variant-facts.ts';
