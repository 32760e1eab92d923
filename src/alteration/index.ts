/** @module alteration: molecular findings, their notations, checks against the gene model, and relations to patterns. */
export {
  type Alteration,
  type BroadClass,
  broadClasses,
  type Chromosomal,
  type ChromosomalChange,
  type ChromosomePlace,
  type CodonPlace,
  type CopyNumber,
  type CopyNumberChange,
  chromosomalChanges,
  copyNumberChanges,
  type ExonChange,
  type Fusion,
  type FusionSide,
  type GeneRegion,
  geneRegions,
  genesOf,
  type MutationClass,
  mutationClasses,
  type NotationAgreement,
  type PrintedClass,
  type PrintedEffect,
  printedEffects,
  type ReferenceCheck,
  type SequenceVariant,
  type Suggestion,
} from './alteration.ts';
export {
  type AlterationPattern,
  alterationPattern,
  type PatternType,
  patternGenes,
  patternTypes,
} from './alteration-pattern.ts';
export { type CodingChange, type CodingPosition, codingChangeText } from './coding-change.ts';
export { describeAlteration } from './describe-alteration.ts';
export { fusionFamily } from './fusion-family.ts';
export { readingsOf } from './fusion-issues.ts';
export { fusionName, fusionText, readFusionName } from './fusion-name.ts';
export {
  domainText,
  frameText,
  fusionSentences,
  junctionSentence,
  noReadingText,
} from './fusion-sentences.ts';
export {
  type CausativeEvent,
  type FusionElement,
  type FusionStructure,
  fusionOfStructure,
  type RegulatoryElement,
  type SegmentEnd,
  type StructuredFusion,
  structureOfFusion,
} from './fusion-structure.ts';
export {
  type Hotspot,
  type HotspotHit,
  type HotspotTable,
  hotspotsOf,
  indelHotspot,
  residueHotspot,
  spliceHotspot,
} from './hotspot-table.ts';
export {
  type Expression,
  type ExpressionLevel,
  type Marker,
  type MarkerName,
  type MarkerResult,
  type MarkerValue,
  type Methylation,
  markerNames,
  type NamedAllele,
  type WildType,
} from './marker.ts';
export { genesOfNotation, isAlteration, type Notation, type SingleNotation, singlesOf } from './notation.ts';
export { notationText } from './notation-text.ts';
export {
  effectsFrom,
  type Oncogenicity,
  type OncogenicityBasis,
  type OncogenicityCall,
  type OncogenicitySources,
  oncogenicityBases,
  oncogenicityCalls,
  oncogenicityOf,
} from './oncogenicity.ts';
export { compilePattern, type PatternIndex, patternIndex } from './pattern-index.ts';
export { isJoined, type PatternTree, patternOfNotation, patternsIn } from './pattern-of-notation.ts';
export { patternText } from './pattern-text.ts';
export { type ProteinChange, proteinChangeText, type ResiduePosition } from './protein-change.ts';
export { readAlteration } from './read-alteration.ts';
export { readNotation } from './read-notation.ts';
export type { AlterationContext } from './read-single.ts';
export {
  compareRelations,
  type NearestFinding,
  relateAlteration,
  relateFindings,
} from './relate-alteration.ts';
export { relateNotation, relateTree, type TreeRelation } from './relate-notation.ts';
export {
  type EffectCall,
  type Relation,
  type RelationContext,
  type Resolution,
  resolutions,
} from './relation.ts';
export { type RelationRule, relationRules } from './relation-rule.ts';
export {
  type MentionKind,
  mentionKinds,
  mentionKindWords,
  type Owner,
  owners,
  type Polarity,
  polarities,
  type ReportMention,
  type ReportReading,
  readReportText,
  type UninterpretedSpan,
} from './report-text/index.ts';
export {
  type CuratedEffectName,
  curatedEffects,
  effectSourceText,
  type VariantEffect,
  type VariantEffectFile,
  variantEffect,
  variantEffectFile,
} from './variant-effect.ts';
export { codonSpanOf, exonsOf, mutationClassOf, proteinChangeOf } from './variant-facts.ts';
