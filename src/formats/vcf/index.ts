/** Variant Call Format. */
export { VcfReader } from './vcf-reader.ts';
