/** The sections of a follow-up. */
export { followedCourse, followedFromDiagnosis } from './followed-course.ts';
export { lineSection } from './line-section.ts';
export { biochemicalSection, markerSection } from './marker-section.ts';
export { pfsRatioSection } from './ratio-section.ts';
export {
  type FollowUpRow,
  type FollowUpSection,
  type FollowUpSectionId,
  followUpSections,
} from './section.ts';
export { timeSection } from './time-section.ts';
export { doseSection, toxicitySection } from './toxicity-section.ts';
