/** The appendices: evidence, assays, record, method. */
export { assaysSection } from './assays.ts';
export { evidenceSection, studiesSection } from './evidence.ts';
export { methodSection } from './method.ts';
export { outsideSection } from './outside.ts';
export { timelineSection } from './timeline.ts';
