/** @module room: tumour. Classes, WHO editions, grading by bounds, printed diagnoses, and the tree of diseases. */
export {
  type Basis,
  basisText,
  type Statement,
  type StatementCode,
  type StatementWeight,
  statementCodes,
} from './basis.ts';
export type { ClassBasis } from './class-decision.ts';
export {
  type ClassificationInput,
  nothingKnown,
  type SiteCertainty,
  siteCertainties,
} from './classification-input.ts';
export { type Classification, type CountReadings, classify, settledGrade } from './classify.ts';
export {
  balanceMarkers,
  type DifferentiationMarker,
  type DifferentiationMarkerName,
  differentiationMarkerNames,
  type MarkerBalance,
  type MarkerReading,
  readDifferentiationMarker,
} from './differentiation-markers.ts';
export { type Disease, type Lineage, lineages, type Subtype, subtypes } from './disease.ts';
export { type EditionInForce, editionInForce } from './edition-in-force.ts';
export { type Entity, type EntityId, entities, entitiesByOncotree, entity, entityIds } from './entities.ts';
export {
  type AxisComparison,
  diseaseText,
  type EntityRelation,
  type EntityRelationKind,
  entityRelations,
  lineageName,
  relateEntities,
} from './entity-relation.ts';
export { ancestorsOf, includesEntity, parentsOf } from './entity-tree.ts';
export {
  anyGrade,
  boundsDisjoint,
  boundsText,
  exactGrade,
  type Grade,
  type GradeBounds,
  grades,
  gradesWithin,
  higherBounds,
} from './grade.ts';
export { type GradeLimits, gradeOfRange, gradeOfValue, type NumericEnds } from './grade-limits.ts';
export {
  type GradedEdition,
  type GradeResult,
  type GradeState,
  gradeTumour,
  isGradedEdition,
  type Proliferation,
} from './grading.ts';
export {
  fewestCells,
  type Ki67Interval,
  type Ki67Observation,
  type Ki67Reading,
  ki67Interval,
  readKi67,
} from './ki67.ts';
export {
  type Necrosis,
  necrosisStates,
  type ThoracicClass,
  type ThoracicResult,
  thoracicClass,
  thoracicClasses,
  thoracicClassName,
} from './lung-class.ts';
export {
  componentNames,
  type Instead,
  leastComponentPercent,
  type MinenReading,
  readComponents,
  type TumourComponent,
} from './minen-components.ts';
export {
  type CountedArea,
  countedAreaMm2,
  type MitosesConvention,
  type MitosesInterval,
  type MitosesObservation,
  type MitosesReading,
  readMitoses,
} from './mitoses.ts';
export {
  className,
  classOf,
  type DerivedClass,
  type Differentiation,
  differentiationStates,
  type Morphology,
  morphologyStates,
  type NenClass,
  nenClasses,
} from './nen-class.ts';
export { type OncotreeCode, type OncotreeFact, oncotreeFact, oncotreeFacts } from './oncotree-facts.ts';
export {
  type Review,
  type ReviewKind,
  type ReviewReason,
  reviewKinds,
  reviewReasons,
  veryHighKi67Percent,
} from './pathology-review.ts';
export {
  type PrintedDiagnosis,
  type PrintedReading,
  type ReadingConfidence,
  readPrintedDiagnosis,
} from './printed-diagnosis.ts';
export {
  expandSites,
  type GradingSystem,
  gradingSystemOf,
  type Site,
  type SiteGroup,
  siteGroupIds,
  siteGroups,
  siteGroupsOf,
  siteIds,
  siteName,
  siteParts,
} from './site.ts';
export { type CountedMaterial, type CountStatus, countedMaterials, countStatuses } from './specimen-kind.ts';
export {
  type EditionId,
  editionIds,
  type GradeScheme,
  type ThoracicScheme,
  type WhoEdition,
  type WordScheme,
  whoEditions,
} from './who-editions.ts';
