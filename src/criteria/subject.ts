/**
 * One patient as criteria see them: the record cut at the clock, and what is derived from it once (the
 * classification, the findings read, the drugs and classes of every course, the age at the clock).
 */
import type { Alteration, EffectCall } from '../alteration/index.ts';
import type { Assay, CaseRecord, Clock, CutCase, Finding, TherapyCourse } from '../case/index.ts';
import type { Issue } from '../reading/index.ts';
import type { DrugClassId } from '../therapy/index.ts';
import type { Classification, Disease } from '../tumour/index.ts';
import type { NumericRange } from '../units/index.ts';

/** A finding with what its text means and the assay behind it. */
export interface ReadFinding {
  readonly finding: Finding;
  readonly alteration: Alteration | undefined;
  readonly assay: Assay | undefined;
  readonly issues: readonly Issue[];
}

/** A course with the drugs, those of its regimen among them, and all their classes. */
export interface ReadCourse {
  readonly course: TherapyCourse;
  readonly drugs: readonly string[];
  readonly classes: readonly string[];
  /** Classes recorded without a drug that is one of them: which drug it was is not known. */
  readonly unnamedClasses: readonly DrugClassId[];
  readonly regimen: string | undefined;
  /** False where neither drugs, classes nor a regimen are recorded of a treatment with drugs. */
  readonly isNamed: boolean;
}

/** One patient at one moment. */
export interface Subject {
  readonly record: CaseRecord;
  readonly clock: Clock;
  readonly classification: Classification;
  /** The disease as a region of the entity tree: what evidence is compared with. */
  readonly disease: Disease;
  readonly findings: readonly ReadFinding[];
  readonly courses: readonly ReadCourse[];
  readonly ageYears: NumericRange | undefined;
  readonly left: CutCase['left'];
  /** What is known of a change beside the report's own words; absent, only those count. */
  readonly effectOf?: (finding: Alteration) => EffectCall | undefined;
}
