/** Lines and regimens derived from courses of treatment. */
export { type CourseRole, type ReadCourse, readCourse } from './course-role.ts';
export { type LineRule, lineRule } from './line-rule.ts';
export {
  type OpenPoint,
  type TreatmentLine,
  type TreatmentLines,
  treatmentLines,
} from './treatment-lines.ts';
