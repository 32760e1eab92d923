/** @module course: the response of a patient by course of treatment, from a case file. */
export type { CoursePoint } from './course-points.ts';
export {
  type AssessedPoint,
  type CourseResponse,
  type CourseRules,
  caseResponses,
  courseResponse,
  type ImmuneReading,
} from './course-response.ts';
export { isImmunotherapy } from './immunotherapy.ts';
export type { LesionChange } from './lesion-changes.ts';
export type { ConditionalRecist } from './sizes-of-case.ts';
