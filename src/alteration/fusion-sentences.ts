/** The verdict on a fusion in sentences: the reference transcripts first, then what the other pairs say. */
import {
  type DomainRetention,
  type FusionJunction,
  type FusionReadings,
  inFrameWithKinase,
  type JunctionEnd,
  type NoReading,
} from '../genes/index.ts';

const exonText = ({ exon, offset = 0, gene }: JunctionEnd): string =>
  `exon ${exon}${offset === 0 ? '' : ` (${offset > 0 ? '+' : ''}${offset})`} of ${gene}`;

function startText(junction: FusionJunction): string {
  const { gene } = junction.three;
  switch (junction.start?.kind) {
    case 'native':
      return `${gene} is made whole, from its own start codon`;
    case 'inFrameAtg':
      return `${gene} can be made from the first in-frame ATG, codon ${junction.start.codon}`;
    case 'atOrBefore':
      return `${gene} can be made from an in-frame ATG at codon ${junction.start.codon} or before it`;
    case 'notLocated':
    case undefined:
      return `${gene} can be made only from an in-frame ATG that the sequence would have to show`;
  }
}

/** What the junction is, as the middle of a sentence. */
export function frameText(junction: FusionJunction): string {
  const { frame, proteinLength, three } = junction;
  const length = proteinLength === undefined ? '' : `, ${proteinLength} residues`;
  switch (frame) {
    case 'inFrame':
      return `in frame${length}`;
    case 'outOfFrame':
      return 'not in frame';
    case 'stopBeforeJunction':
      return `stopped before ${three.gene} is reached`;
    case 'needsSequence':
      return 'in frame only if the untranslated or intron bases between them hold no stop codon';
    case 'utrToCoding':
      return `an exchange of the promoter without a fused protein: ${startText(junction)}`;
    case 'codingToUtr':
      return `joined after the stop codon of ${three.gene}, nothing of which is translated`;
    case 'noncoding':
      return 'without a coding sequence at the junction';
  }
}

function kinaseText({ kinase }: FusionJunction): string {
  switch (kinase) {
    case 'whole':
      return 'with the whole kinase domain';
    case 'partial':
      return 'with a part of the kinase domain';
    case 'lost':
      return 'kinase domain lost';
    case 'none':
      return 'without a kinase domain in either gene';
    case 'unknown':
      return 'what is left of a kinase domain is not known';
  }
}

/**
 * One junction as a sentence.
 *
 * @example 'Exon 4 of ETV6 with exon 14 of NTRK3 is in frame, 528 residues, with the whole kinase domain, on ... and ....'
 */
export function junctionSentence(junction: FusionJunction): string {
  const { five, three } = junction;
  const text = `${exonText(five)} with ${exonText(three)} is ${frameText(junction)}, ${kinaseText(junction)}, on ${five.transcript} and ${three.transcript}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * What a verdict on exon numbers rests on where no transcript is named: that they are counted on the isoforms held.
 *
 * @returns undefined where both transcripts are named, or the agreed ones (MANE Select) are held.
 */
export function isoformSentence({
  reference,
  openIsoforms,
}: FusionReadings & { kind: 'known' }): string | undefined {
  if (openIsoforms.length === 0) return undefined;
  const genes = openIsoforms.join(' and ');
  return inFrameWithKinase(reference) === 'unmet'
    ? `This is so on the isoforms held; others of ${genes} may differ, and no transcript is named: frame and kinase stay open. Ask the laboratory for the transcript.`
    : `This assumes that the exons of ${genes} are counted on the isoforms held: no transcript is named.`;
}

/** A domain with what is left of it: `PTKc_TrkC whole`, `Ets lost`, `LRR 40%`. */
export function domainText({ label, retained, retainedPercent }: DomainRetention): string {
  switch (retained) {
    case 'whole':
    case 'lost':
      return `${label} ${retained}`;
    case 'partial':
      return `${label} ${retainedPercent}%`;
    case 'unknown':
      return `${label} at most ${retainedPercent}%`;
  }
}

/** Why there is no verdict, with what to do. */
export function noReadingText(reason: NoReading): string {
  switch (reason) {
    case 'geneUnknown':
      return 'One of the genes is not in the catalogue: frame and domains are not known.';
    case 'noExons':
      return 'The exons of one of the genes are not held (on this genome build): frame and domains are not known.';
    case 'noExonNumber':
      return 'Exons or breakpoints are not given: ask the laboratory for them, or for frame and kinase domain.';
    case 'outside':
      return 'No transcript that is held has this exon or breakpoint: compare transcript, genome build and gene.';
    case 'sameGene':
      return 'Both sides are one gene: a deletion, duplication or inversion within it, not a fusion.';
    case 'inexact':
      return 'No read is split over the junction: its place is not known to the base, and the frame is open.';
    case 'orderUnknown':
      return "Which gene is the 5' partner is not stated: frame and domains depend on it.";
    case 'buildUnknown':
      return 'The genome build of the breakpoints is not named: name it.';
    case 'breakInExon':
      return 'A DNA breakpoint lies within an exon: how the transcript is spliced is seen only in RNA.';
  }
}

function pairSentence(junction: { readonly pairs: readonly FusionJunction[] }): string | undefined {
  const { pairs } = junction;
  if (pairs.length < 2) return undefined;
  const inFrame = pairs.filter(({ frame }) => frame === 'inFrame').length;
  const whole = pairs.filter(({ frame, kinase }) => frame === 'inFrame' && kinase === 'whole').length;
  return `Of ${pairs.length} transcript pairs with these borders, ${inFrame} are in frame and ${whole} of those carry the whole kinase domain.`;
}

/** The verdict in sentences, the reference first. */
export function fusionSentences(readings: FusionReadings): readonly string[] {
  if (readings.kind === 'unknown') return [noReadingText(readings.reason)];
  const { reference, distinct, agree, caveat } = readings;
  const others = distinct.slice(1).map(({ junction }) => junctionSentence(junction));
  const agreement =
    distinct.length > 1
      ? agree
        ? 'All of these junctions agree in frame and kinase.'
        : 'These junctions do not agree in frame and kinase.'
      : undefined;
  const first = distinct[0];
  return [
    junctionSentence(reference),
    first === undefined ? undefined : pairSentence(first),
    ...others,
    agreement,
    isoformSentence(readings),
    caveat,
  ].filter((text) => text !== undefined);
}
