/**
 * Words for the consequence of a variant and the class of each: Sequence Ontology terms as VEP and SnpEff print them,
 * in the order of severity of Ensembl VEP ("Calculated variant consequences"), and the classes of the MAF
 * specification of the GDC with those of older MAF files.
 */
import type { MutationClass } from '../alteration/index.ts';
import type { ConsequenceClass } from './file-finding.ts';

/** Most severe first. */
const ontologyTerms: readonly (readonly [term: string, consequence: ConsequenceClass])[] = [
  ['transcript_ablation', 'other'],
  ['chromosome_number_variation', 'other'],
  ['exon_loss_variant', 'other'],
  ['bidirectional_gene_fusion', 'geneFusion'],
  ['gene_fusion', 'geneFusion'],
  ['splice_acceptor_variant', 'spliceSite'],
  ['splice_donor_variant', 'spliceSite'],
  ['stop_gained', 'nonsense'],
  ['frameshift_variant', 'frameshift'],
  ['stop_lost', 'stopLoss'],
  ['start_lost', 'startLoss'],
  ['initiator_codon_variant', 'startLoss'],
  ['transcript_amplification', 'other'],
  ['feature_elongation', 'other'],
  ['feature_truncation', 'other'],
  ['rare_amino_acid_variant', 'other'],
  ['inframe_insertion', 'inFrameInsertion'],
  ['conservative_inframe_insertion', 'inFrameInsertion'],
  ['disruptive_inframe_insertion', 'inFrameInsertion'],
  ['inframe_deletion', 'inFrameDeletion'],
  ['conservative_inframe_deletion', 'inFrameDeletion'],
  ['disruptive_inframe_deletion', 'inFrameDeletion'],
  ['missense_variant', 'missense'],
  ['protein_altering_variant', 'proteinAltering'],
  ['splice_donor_5th_base_variant', 'spliceRegion'],
  ['splice_region_variant', 'spliceRegion'],
  ['splice_donor_region_variant', 'spliceRegion'],
  ['splice_polypyrimidine_tract_variant', 'spliceRegion'],
  ['incomplete_terminal_codon_variant', 'other'],
  ['start_retained_variant', 'synonymous'],
  ['stop_retained_variant', 'synonymous'],
  ['synonymous_variant', 'synonymous'],
  ['coding_sequence_variant', 'other'],
  ['mature_mirna_variant', 'nonCodingTranscript'],
  ['5_prime_utr_premature_start_codon_gain_variant', 'utr5'],
  ['5_prime_utr_variant', 'utr5'],
  ['5_prime_utr_truncation', 'utr5'],
  ['3_prime_utr_variant', 'utr3'],
  ['3_prime_utr_truncation', 'utr3'],
  ['non_coding_transcript_exon_variant', 'nonCodingTranscript'],
  ['non_coding_exon_variant', 'nonCodingTranscript'],
  ['intron_variant', 'intron'],
  ['conserved_intron_variant', 'intron'],
  ['nmd_transcript_variant', 'nonCodingTranscript'],
  ['non_coding_transcript_variant', 'nonCodingTranscript'],
  ['coding_transcript_variant', 'other'],
  ['upstream_gene_variant', 'upstream'],
  ['downstream_gene_variant', 'downstream'],
  ['tfbs_ablation', 'regulatory'],
  ['tfbs_amplification', 'regulatory'],
  ['tf_binding_site_variant', 'regulatory'],
  ['regulatory_region_ablation', 'regulatory'],
  ['regulatory_region_amplification', 'regulatory'],
  ['regulatory_region_variant', 'regulatory'],
  ['intergenic_variant', 'intergenic'],
  ['intergenic_region', 'intergenic'],
  ['sequence_variant', 'other'],
];

/** Classes of MAF files. Names are those of the GDC and, from Oncotator, those of start and stop codons. */
const mafClasses: Readonly<Record<string, ConsequenceClass>> = {
  missense_mutation: 'missense',
  nonsense_mutation: 'nonsense',
  frame_shift_del: 'frameshift',
  frame_shift_ins: 'frameshift',
  in_frame_del: 'inFrameDeletion',
  in_frame_ins: 'inFrameInsertion',
  splice_site: 'spliceSite',
  splice_region: 'spliceRegion',
  translation_start_site: 'startLoss',
  start_codon_snp: 'startLoss',
  start_codon_del: 'startLoss',
  start_codon_ins: 'startLoss',
  nonstop_mutation: 'stopLoss',
  stop_codon_del: 'stopLoss',
  stop_codon_ins: 'stopLoss',
  silent: 'synonymous',
  "5'utr": 'utr5',
  de_novo_start_inframe: 'utr5',
  de_novo_start_outofframe: 'utr5',
  "3'utr": 'utr3',
  intron: 'intron',
  "5'flank": 'upstream',
  "3'flank": 'downstream',
  igr: 'intergenic',
  rna: 'nonCodingTranscript',
  lincrna: 'nonCodingTranscript',
  targeted_region: 'other',
};

const rankOfTerm: ReadonlyMap<string, number> = new Map(ontologyTerms.map(([term], index) => [term, index]));

/** The class of terms and how severe they are: 0 is the most severe; unknown terms come last. */
export interface RankedConsequence {
  readonly class: ConsequenceClass;
  readonly rank: number;
}

const unknownTerm: RankedConsequence = { class: 'other', rank: ontologyTerms.length };

/** The class of the most severe of the terms of one annotation, joined by `&`. */
export function consequenceOfTerms(terms: string): RankedConsequence {
  let best = unknownTerm;
  for (const term of terms.split('&')) {
    const rank = rankOfTerm.get(term.trim().toLowerCase());
    const found = rank === undefined ? undefined : ontologyTerms[rank];
    if (rank !== undefined && found !== undefined && rank < best.rank) best = { class: found[1], rank };
  }
  return best;
}

/** The class of a MAF `Variant_Classification`; undefined for a word that is not one. */
export function consequenceOfMaf(classification: string): ConsequenceClass | undefined {
  const key = classification.trim().toLowerCase();
  return Object.hasOwn(mafClasses, key) ? mafClasses[key] : undefined;
}

/** The class as a report says it, where it is one that an alteration can have without an exact notation. */
const words: Readonly<Partial<Record<ConsequenceClass, string>>> = {
  missense: 'missense mutation',
  nonsense: 'nonsense mutation',
  frameshift: 'frameshift mutation',
  inFrameDeletion: 'in-frame deletion',
  inFrameInsertion: 'in-frame insertion',
  spliceSite: 'splice site mutation',
  startLoss: 'start loss',
} satisfies Partial<Record<MutationClass, string>>;

/** `frameshift mutation` for a class, undefined for a class without words of its own. */
export function wordsOfClass(consequence: ConsequenceClass): string | undefined {
  return words[consequence];
}
