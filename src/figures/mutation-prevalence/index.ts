/** The figure of prevalence: its data and its drawing. */
export { type MutationPrevalenceData, mutationPrevalenceData } from './mutation-prevalence-data.ts';
export { mutationPrevalenceFigure } from './mutation-prevalence-figure.ts';
