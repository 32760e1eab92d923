/** @module genes: gene models, exons, residues, domains and reading frames of fusions. */
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
export {
  type DomainRetention,
  type FusionJunction,
  fusionJunction,
  type JunctionFrame,
  type JunctionSide,
  type KinaseRetention,
} from './fusion-junction.ts';
export {
  type DistinctJunction,
  type FusionPartner,
  type FusionReadings,
  fusionReadings,
  inFrameWithKinase,
} from './fusion-readings.ts';
export type { GeneFacts, GeneRole } from './gene-facts.ts';
/** @public */
export {
  allGenes,
  type GeneModel,
  geneNames,
  geneOf,
  type ProteinIsoform,
  proteinLengthOf,
  transcriptOf,
} from './gene-model.ts';
export { aminoAcids, complementOf, residueOfCodon, threeLetterCodes, translate } from './genetic-code.ts';
export { isKinaseDomain, type ProteinDomain } from './protein-domain.ts';
export { accessionOf, codonOfBase, type Exon, type Transcript } from './transcript.ts';
