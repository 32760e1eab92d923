/** @module therapy: drugs, their classes and cautions, regimens with published doses, and readers for both. */
export {
  type Body,
  type BodySize,
  type BodySurface,
  bodySurfaceM2,
  readBody,
  type SurfaceFormula,
  surfaceFormulaNames,
  surfaceFormulas,
} from './body-surface.ts';
export {
  classAndAncestors,
  classesOf,
  className,
  directClassesOf,
  drugClassOf,
  drugsOfClass,
  isDrugClassId,
  isOfClass,
} from './class-membership.ts';
export {
  kindOfDrug,
  type StopReason,
  stopReasons,
  type TherapyIntent,
  type TherapyKind,
  therapyIntents,
  therapyKindOf,
  therapyKinds,
} from './course.ts';
export { type Dose, type DoseUnit, dosesAgree, readDose } from './dose.ts';
export type { Caution, CautionConcern, CautionLimit, Drug, Route, Sourced } from './drug.ts';
export { type DrugClass, type DrugClassId, drugClasses } from './drug-class.ts';
export { type DrugId, drugOf, drugs, isDrugId } from './drugs.ts';
export { findRegimen } from './find-regimen.ts';
export { type Milligrams, milligramsText } from './milligrams.ts';
export type { NameSort, PrintedName } from './printed-name.ts';
export { type DrugMention, mentionName, readDrug } from './read-drug.ts';
export { readRegimen, type TherapyMention } from './read-regimen.ts';
export {
  drugsWithoutDose,
  type PublishedSchedule,
  type Regimen,
  type ScheduledDose,
  type UndosedReport,
} from './regimen.ts';
export { type GivenDose, regimenOfDrugs } from './regimen-match.ts';
export { isRegimenId, type RegimenId, regimenOf, regimens } from './regimens.ts';
export {
  type CalculatedDose,
  type DoseBasis,
  doseSentence,
  dosesFor,
  type ScheduleDoses,
  scheduleName,
  type UncalculatedDose,
} from './schedule-doses.ts';
export { type PaperId, type Source, sourceText } from './source.ts';
