/** @module genes: gene models, exons, residues, domains and reading frames of fusions. */
export { checkGeneCatalogue, checkGeneModel, type GeneModelFault } from './check-gene-model.ts';
export { compileGeneModel } from './compile-gene-model.ts';
export { compileGeneNames } from './compile-gene-names.ts';
export {
  baseAt,
  codonRangeOfExon,
  codonsOfExon,
  domainAt,
  domainsOf,
  type ExonsOfCodon,
  exonOfBase,
  exonOfCodon,
  type Known,
  residueAt,
} from './exons.ts';
export { inFrameWithKinase, kinaseKept } from './fusion-activity.ts';
export {
  type BreakpointLevel,
  type GenomicBreakpoint,
  isExonBorder,
  type LocatedBreakpoint,
  locateBreakpoint,
} from './fusion-breakpoint.ts';
export type { JunctionSide } from './fusion-cut.ts';
export { type DomainRetention, type KinaseRetention, keepsKinaseOf } from './fusion-domains.ts';
export {
  type FusionJunction,
  fusionJunction,
  type JunctionEnd,
  type JunctionFrame,
  type JunctionInsert,
} from './fusion-junction.ts';
export { isKinaseCut, type OneSide, oneSideAtBreakpoint, oneSideAtExon } from './fusion-one-side.ts';
export type { DistinctJunction } from './fusion-pairs.ts';
export {
  type BreakpointPartner,
  type BreakpointReading,
  type FusionPartner,
  type FusionReadings,
  fusionAtBreakpoints,
  fusionReadings,
  keptOnIsoforms,
  type NoReading,
} from './fusion-readings.ts';
export type { TranslationStart } from './fusion-translation.ts';
export type { GeneFacts, GeneRole } from './gene-facts.ts';
/** @public */
export {
  accessionGene,
  allGenes,
  type GeneModel,
  geneNames,
  geneOf,
  type ProteinIsoform,
  proteinLengthOf,
  transcriptOf,
} from './gene-model.ts';
export { geneModelRows } from './gene-model-data.ts';
export { type GeneModelFile, geneModelFile } from './gene-model-file.ts';
export type { GeneModelRow } from './gene-model-row.ts';
export { geneNameRows } from './gene-name-data.ts';
export { type GeneNamesFile, geneNamesFile } from './gene-names-file.ts';
export { aminoAcids, complementOf, residueOfCodon, threeLetterCodes, translate } from './genetic-code.ts';
export type { GenomeBuild } from './genomic-position.ts';
export {
  acceptorAt,
  codingOfGenomicPosition,
  donorAt,
  type ExonBorder,
  exonsAtGenomicPosition,
  type GenomicPosition,
  type TranscriptPosition,
  transcriptOnBuild,
} from './genomic-position.ts';
export { isKinaseDomain, type ProteinDomain } from './protein-domain.ts';
export { accessionOf, codonOfBase, type Exon, type Transcript, type TranscriptPlace } from './transcript.ts';
