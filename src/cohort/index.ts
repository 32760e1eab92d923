/** @module room: cohort: several records together, and records as the data of figures. */
export { type CaseClock, canBeZero, caseClock, type DayBounds } from './case-clock.ts';
export { courseOfTreatment } from './course-of-treatment.ts';
export { forestOfStudies } from './forest-of-studies.ts';
export { forestOfSynthesis } from './forest-of-synthesis.ts';
export { funnelOfSynthesis } from './funnel-of-synthesis.ts';
export { lollipopOfCases } from './lollipop-of-cases.ts';
export { markerSeriesOfCase } from './marker-series-of-case.ts';
export { oncoprintOfCases } from './oncoprint-of-cases.ts';
export { prevalenceOfCases } from './prevalence-of-cases.ts';
export { type LeftOut, swimmerOfCases } from './swimmer-of-cases.ts';
export { tableOfSynthesis } from './table-of-synthesis.ts';
export { timelineOfCase } from './timeline-of-case.ts';
