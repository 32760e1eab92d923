/** The leaves of the criterion language, for the catalogue. */
export { ageLeaf, pregnancyLeaf, sexLeaf } from './age-sex.ts';
export { alterationLeaf } from './alteration.ts';
export { testedLeaf } from './assay-adequacy.ts';
export {
  coMedicationLeaf,
  comorbidityLeaf,
  priorMalignancyLeaf,
  toxicityLeaf,
} from './background.ts';
export { biomarkerLeaf } from './biomarker.ts';
export { diseaseLeaf } from './disease.ts';
export { extentLeaf, resectabilityLeaf } from './extent.ts';
export { functionalStatusLeaf } from './functional-status.ts';
export { germlineLeaf } from './germline.ts';
export { differentiationLeaf, discordanceLeaf, gradeLeaf } from './grade.ts';
export { laboratoryLeaf } from './laboratory.ts';
export { liverBurdenLeaf, metastasisLeaf } from './metastasis.ts';
export { pathologyReviewLeaf } from './pathology-review.ts';
export { ecogLeaf, karnofskyLeaf } from './performance.ts';
export { pharmacogeneLeaf } from './pharmacogene.ts';
export { platinumFreeIntervalLeaf } from './platinum-free-interval.ts';
export { linesOfTherapyLeaf, priorTherapyLeaf } from './prior-therapy.ts';
export { progressionLeaf } from './progression.ts';
export { ki67Leaf, mitosesLeaf } from './proliferation.ts';
export { fdgUptakeLeaf, sstrUptakeLeaf } from './receptor-imaging.ts';
export { measurableDiseaseLeaf, specimenLeaf } from './specimen.ts';
export { stageLeaf } from './stage.ts';
export { stainLeaf } from './stain.ts';
export { uptakeMismatchLeaf } from './uptake-mismatch.ts';
