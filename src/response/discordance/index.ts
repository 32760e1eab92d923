/** @module discordance: signs beside the sizes of lesions, progression in retrospect, treatment beyond it. */
export {
  type BeyondProgression,
  beyondProgression,
  type ProgressedCourse,
  type RecordedDecision,
} from './beyond-progression.ts';
export { type ChoiCall, choiResponse, type SizeAndDensity } from './choi.ts';
export { type Discordance, discordance, type SizeEvidence } from './discordance.ts';
export { calledPoints, choiOfRecord, lesionSigns } from './lesion-signs.ts';
export { type CalledPoint, pseudoprogression, type Retrospect } from './pseudoprogression.ts';
export { densitySign, type Sign, type SignKind, symptomSign, uptakeSign, weightSign } from './sign.ts';
