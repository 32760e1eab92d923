/** Two-stage designs of single-arm trials, and inference after them. Imported by the door of the room. */
export {
  type AdmissibleDesign,
  type SimonDesign,
  type SimonDesigns,
  type SimonQuestion,
  type SimonReading,
  simonDesigns,
} from './simon-designs.ts';
export {
  type TwoStageCharacteristics,
  type TwoStageCharacteristicsReading,
  type TwoStageDesign,
  type TwoStageFault,
  twoStageCharacteristics,
} from './two-stage-design.ts';
export {
  type TwoStageInference,
  type TwoStageInferenceOptions,
  type TwoStageInferenceReading,
  type TwoStageTrial,
  twoStageInference,
} from './two-stage-inference.ts';
