/** Mutation Annotation Format. */
export { MafReader } from './maf-reader.ts';
