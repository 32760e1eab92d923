/** The words and tones under which the values of the lower rooms appear in a report. One table a type, complete. */
import type { Resolution } from '../alteration/index.ts';
import type { Direction, LeftOut, StatementMatch, Verification } from '../evidence/index.ts';
import type { OptionKind, RungState, Setting, Stance } from '../options/index.ts';
import type { MarkerStatus, UnknownReason } from '../truth/index.ts';
import type { EntityRelationKind } from '../tumour/index.ts';
import type { Span, Tone } from './document.ts';
import { badge } from './span.ts';

interface Toned {
  readonly tone: Tone;
  readonly words: string;
}
const toned = (tone: Tone, words: string): Toned => ({ tone, words });

export const stanceWords: Readonly<Record<Stance, Toned>> = {
  indicated: toned('favourable', 'indicated'),
  considerable: toned('neutral', 'considerable'),
  hypothesisOnly: toned('unknown', 'hypothesis only'),
  advisedAgainst: toned('unfavourable', 'advised against'),
};

export const directionWords: Readonly<Record<Direction, Toned>> = {
  benefit: toned('favourable', 'benefit'),
  supportsUse: toned('favourable', 'supports use'),
  noBenefit: toned('unfavourable', 'no benefit'),
  resistance: toned('unfavourable', 'resistance'),
  harm: toned('unfavourable', 'harm'),
  arguesAgainst: toned('unfavourable', 'argues against'),
  uncertain: toned('unknown', 'uncertain'),
};

export const rungWords: Readonly<Record<RungState, Toned>> = {
  inUse: toned('favourable', 'in use'),
  used: toned('neutral', 'used'),
  failed: toned('unfavourable', 'failed'),
  stoppedForToxicity: toned('unfavourable', 'stopped for toxicity'),
  notYetUsed: toned('favourable', 'not yet used'),
  notApplicable: toned('neutral', 'not applicable'),
  unknown: toned('unknown', 'unknown'),
};

export const statusWords: Readonly<Record<MarkerStatus, Toned>> = {
  positive: toned('neutral', 'found'),
  negative: toned('neutral', 'not found'),
  equivocal: toned('unknown', 'equivocal'),
  notTested: toned('unknown', 'not tested'),
  pending: toned('unknown', 'pending'),
  failed: toned('unknown', 'failed or insufficient'),
  notCovered: toned('unknown', 'not covered'),
  assayCanMiss: toned('unknown', 'assay can miss it'),
};

export const settingWords: Readonly<Record<Setting, Toned | undefined>> = {
  onLabel: toned('neutral', 'on label'),
  offLabel: toned('caution', 'off label'),
  labelOpen: toned('unknown', 'label open'),
  noApprovalKnown: toned('caution', 'no approval known'),
  notADrug: undefined,
};

export const verificationWords: Readonly<Record<Verification, Toned>> = {
  read: toned('neutral', 'read at source'),
  secondary: toned('caution', 'quoted from a secondary source'),
  unverified: toned('caution', 'unverified'),
};

/** Why something is unknown; also the headings of the list of what was not tested. */
export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  notRecorded: 'nothing recorded',
  notTested: 'not tested',
  pending: 'pending',
  failedOrInsufficient: 'failed or insufficient',
  notCovered: 'not covered by the assay',
  assayCanMiss: 'tested by an assay that can miss it',
  assayUnstated: 'reach of the assay not stated',
  equivocal: 'equivocal',
  rangeSpansLimit: 'value spans the limit',
  unitUnknown: 'unit or reference range missing',
  dateUnknown: 'date not known',
  stale: 'too old',
  conflicting: 'results conflict',
  ambiguous: 'ambiguous',
  notModelled: 'not modelled',
};

const resolutionWords: Readonly<Record<Resolution, string>> = {
  exact: 'same variant',
  codons: 'same codons',
  exon: 'same exon',
  gene: 'same gene',
  copyNumber: 'copy number',
  fusion: 'fusion',
  exonChange: 'same exons',
  chromosome: 'same chromosome',
  sameCodonOtherAllele: 'same codon, other allele',
  overlapping: 'overlapping region',
  sameGene: 'same gene, other variant',
  none: 'no molecular match',
};

const relationWords: Readonly<Record<EntityRelationKind, string>> = {
  same: 'same entity',
  broaderIncludes: 'wider group that includes it',
  narrower: 'part of what it may be',
  overlapping: 'overlapping entity',
  possiblySame: 'possibly the same, primary unknown',
  siblingGrade: 'other grade',
  siblingSubtype: 'other kind',
  siblingSite: 'other site',
  siblingDifferentiation: 'other class (NET and NEC differ)',
  otherLineage: 'other lineage',
  agnostic: 'tissue-agnostic',
};

/** How near an entity is, in words. */
export function relationText(relation: EntityRelationKind): string {
  return relationWords[relation];
}

export const leftOutWords: Readonly<Record<LeftOut['reason'], string>> = {
  notYetKnown: 'not yet known at the knowledge clock',
  ownPatient: "this patient's own report",
  leftOutOnRequest: 'left out on request',
  superseded: 'superseded',
};

export const kindWords: Readonly<Record<OptionKind, string>> = {
  systemic: 'systemic therapy',
  prrt: 'PRRT',
  surgery: 'surgery',
  liverDirected: 'liver-directed therapy',
  radiotherapy: 'radiotherapy',
  observation: 'observation',
  supportive: 'supportive care',
  trial: 'trial',
  continueBeyondProgression: 'continue beyond progression',
  stop: 'stop treatment',
  rebiopsy: 're-biopsy',
  pathologyReview: 'pathology review',
  test: 'further test',
  germlineCounselling: 'germline counselling',
};

/** A value of one of the tables as a badge. */
export const tonedBadge = ({ tone, words }: Toned): Span => badge(tone, words);

/** How exactly a molecular finding fits. */
export function resolutionText(resolution: Resolution | undefined): string {
  return resolution === undefined ? 'no marker asked' : resolutionWords[resolution];
}

/** How exactly the molecular finding fits, or that the statement names no marker. */
export function matchText(match: StatementMatch): string {
  return resolutionText(match.resolution);
}
