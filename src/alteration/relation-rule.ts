/**
 * The rules by which a finding is related to a pattern. Every relation names the one that decided it.
 * docs/alteration-relations.md prints this table.
 */

/** Each rule with what it says. */
export const relationRules = {
  // Which finding is compared at all.
  otherGene: 'The finding is in another gene.',
  otherKind:
    'The finding is of another kind: a copy number, a fusion and a mutation say nothing of each other.',
  amplificationIsNoMutation:
    'An amplification is no mutation of the gene, and a mutation is no amplification.',
  otherOrigin:
    'The pattern asks for a germline or a somatic change, and the finding is recorded as the other.',
  originOpen: 'The pattern asks for a germline or a somatic change, and the origin is not recorded.',
  patternUnread: 'The pattern names a variant that could not be read.',

  // One variant that is named.
  sameChange: 'The finding is the variant that is named, in whatever notation.',
  sameAfterShift:
    'The two notations describe the same sequence: shifted to the end (3 prime rule), trimmed or translated.',
  otherAllele: 'Another change of the same codon: what is known of one is not known of the other.',
  partOfDelins:
    'A delins of equal length that holds the named substitution beside another one: shown, not decided.',
  overlapping: 'The finding overlaps the named variant and is another one.',
  otherVariant: 'The finding is another variant of the gene.',
  placeOnly: 'The report names a place, a class or an effect, but not the variant.',
  otherPlaceOrClass: 'The place or the class that the report names is not that of the named variant.',
  referenceDoubtful:
    'The reference residue or base as printed does not stand there: it matches nothing, and what may be meant is never matched.',
  notationsDisagree: 'The coding and the protein notation of the finding describe different changes.',
  notComparable:
    'A coding and a protein notation at one place, without the sequence that would translate one into the other.',

  // A part of the gene.
  inGene: 'Any mutation of the gene is asked for, and the finding is one.',
  withinCodons: 'The finding lies wholly within the codons.',
  outsideCodons: 'The finding lies outside the codons.',
  beyondCodons: 'The finding reaches beyond the codons.',
  codonUnknown: 'The codon of the finding is not known.',
  withinExon: 'The finding lies wholly within the exon of the reference transcript.',
  outsideExon: 'The finding lies in another exon of the reference transcript.',
  spansExons: 'The finding, or its codon, spans more than the exon.',
  exonUnknown: 'The exon of the finding is not known.',
  exonConflict: 'The exon that the report prints is not the one in which the change lies.',
  withinRegion: 'The finding lies in the named part of the gene.',
  outsideRegion: 'The finding lies in another part of the gene.',
  regionUnknown: 'Whether the finding lies in the named part of the gene is not known.',

  // Kinds of mutation.
  synonymous: 'A synonymous change meets nothing.',
  otherClass: 'The finding is of another class than the one asked for.',
  classOpen: 'The class of the finding is not reported, or reported more broadly than the one asked for.',
  truncationInOncogene: 'A truncation of an oncogene is not meant by a range of its codons or exons.',
  effectCalled: 'The effect that is asked for is called, by the report or by a curated source that is named.',
  effectLikely: 'The effect that is asked for is only likely, on a basis that is named: shown, not decided.',
  effectNotCalled: 'Nothing says whether the finding has the effect that is asked for.',
  effectDenied: 'The effect that is called is not the one asked for.',
  effectConflict: 'Sources differ on the effect.',
  excluded: 'The pattern names the finding as an exception.',
  exclusionOpen: 'Whether the finding is an exception of the pattern is open.',

  // Loss of function.
  truncates: 'A nonsense, frameshift or canonical splice site variant takes the function.',
  truncationCaveat:
    'A truncation whose effect is not certain: a lost start, the last tenth of the protein, or a splice site of a small exon of whole codons.',
  calledInactivating: 'The report or a curated source calls the finding inactivating.',
  noProtein: 'The report says that no protein is made.',
  bothCopiesLost: 'Both copies of the gene are lost: its function is lost, without a truncating mutation.',
  copiesOpen: 'The report does not say how many copies are lost.',
  oneCopyLeft: 'A change of copy number that leaves a copy is no loss of function.',
  fusionFunctionOpen: 'Whether a fusion takes the function of the gene is not reported.',

  // Copy number.
  sameCopyNumber: 'The change of copy number is the one asked for.',
  widerCopyNumber: 'The change of copy number lies within the one asked for: an amplification is a gain.',
  otherCopyNumber:
    'Another change of copy number: a gain is no amplification, loss of heterozygosity is no deletion.',
  aloneOpen: 'Amplification alone is asked for, and the other findings are not given.',
  notAlone: 'Amplification alone is asked for, and the gene is mutated as well.',
  chromosomeOfGene:
    'The finding is of the chromosome or arm on which the gene lies; whether it is the change asked for is open.',

  // Fusions.
  fusionOfGene: 'The finding is a fusion of the gene.',
  fusionKinaseKept: 'The fusion is in frame and keeps the whole kinase domain.',
  fusionKinaseLost: 'The fusion is out of frame or loses the kinase domain.',
  fusionKinaseOpen: 'Frame or kinase domain of the fusion are not reported and do not follow from its exons.',
  otherPartner: 'The fusion has another partner.',
  partnerOpen: 'The partner of the fusion is not reported.',
  otherSide: 'The gene stands on the other side: the reciprocal fusion.',
  otherJunction: 'The fusion joins other exons.',
  junctionOpen: 'The exons of the fusion are not reported.',
  intragenic: 'Both ends lie in one gene: a deletion or duplication of its exons, never a fusion.',
  rearranged: 'The gene is rearranged.',
  translocationOfBands:
    'A translocation between the chromosome arms of the genes: it may be the fusion, which only a test of the genes shows.',

  // Whole exons.
  sameExons: 'The same exons are changed in the same way.',
  otherExons: 'Another change of exons.',
  exonNumbersOpen: 'The exons are counted on a transcript of their own.',
  skippingIsNoDeletion: 'Skipping is of the transcript: whether the gene lacks the exon is not reported.',
  spliceMaySkip: 'A splice site variant may make the transcript leave the exon out; RNA shows it.',
  wholeExons: 'Whole exons are changed; whether that counts as the mutation asked for is open.',
  wholeExonsFrameLost: 'Whole exons are lost and the reading frame with them: a truncation.',
  wholeExonsFrameKept: 'Whole exons are lost and the reading frame is kept: no truncation.',

  // Chromosomes.
  sameChromosome: 'The change of the chromosome or arm is the one asked for.',
  otherChromosome: 'The finding is of another chromosome, arm or band.',
  otherChromosomalChange: 'Another change of the chromosome.',
  partOfChromosome: 'A part of the chromosome is changed; a part does not stand for the whole.',
} as const;

/** The name of a rule. */
export type RelationRule = keyof typeof relationRules;
