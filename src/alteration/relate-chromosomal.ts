/**
 * A change of a chromosome against the one that is asked for, and against what is asked of a gene that lies on it. A part
 * does not stand for the whole; a whole arm says of one gene only that it may be changed with it.
 */
import { geneOf } from '../genes/index.ts';
import type { Chromosomal, ChromosomalChange, ChromosomePlace, CopyNumberChange } from './alteration.ts';
import { findingText } from './relate-text.ts';
import { fails, holds, open, type Relation } from './relation.ts';

/** The chromosome, arm, band and change that a pattern names. */
export interface ChromosomeAsked extends ChromosomePlace {
  readonly change: ChromosomalChange;
  readonly with?: ChromosomePlace;
}

const places = (finding: Chromosomal): readonly ChromosomePlace[] => [
  finding,
  ...(finding.with === undefined ? [] : [finding.with]),
];

/** How far the place found covers the place asked for. */
function coverage(found: ChromosomePlace, asked: ChromosomePlace): 'covers' | 'part' | 'open' | 'other' {
  if (found.chromosome !== asked.chromosome) return 'other';
  if (asked.arm !== undefined && found.arm !== undefined && found.arm !== asked.arm) return 'other';
  if (asked.arm === undefined && found.arm !== undefined) return 'part';
  if (found.band === undefined) return 'covers';
  if (asked.band === undefined) return 'open';
  return found.band === asked.band || asked.band.startsWith(`${found.band}.`) ? 'covers' : 'other';
}

/** Relates a change of a chromosome to the one asked for. */
export function relateChromosomal(finding: Chromosomal, asked: ChromosomeAsked): Relation {
  const text = findingText(finding);
  if (!places(finding).some(({ chromosome }) => chromosome === asked.chromosome))
    return fails('none', 'otherChromosome', `${text} is of another chromosome.`);
  const isAmplifiedGain = asked.change === 'gain' && finding.change === 'amplification';
  if (finding.change !== asked.change && !isAmplifiedGain)
    return fails('sameGene', 'otherChromosomalChange', `${text} is another change of the chromosome.`);
  const wanted = [asked, ...(asked.with === undefined ? [] : [asked.with])];
  const found = wanted.map((each) => {
    const covering = places(finding).map((place) => coverage(place, each));
    return (['covers', 'open', 'part', 'other'] as const).find((way) => covering.includes(way)) ?? 'other';
  });
  if (found.includes('other'))
    return fails('sameGene', 'otherChromosome', `${text} is of another arm, band or partner.`);
  // A translocation breaks one place of a chromosome: any arm is the chromosome that was asked for.
  if (found.includes('part') && asked.change !== 'translocation')
    return fails('sameGene', 'partOfChromosome', `${text} is of one arm, not of the whole chromosome.`);
  if (found.includes('open'))
    return open(
      'chromosome',
      'partOfChromosome',
      'ambiguous',
      `${text} is of a band; whether the whole arm is changed is open.`,
    );
  return holds('chromosome', 'sameChromosome', `The finding is ${text}.`);
}

/** Whether the gene lies where the chromosome is changed; undefined where the arm of the gene is not held. */
function holdsGene(place: ChromosomePlace, symbol: string): boolean | undefined {
  const gene = geneOf(symbol);
  const chromosome = gene?.chromosome ?? /^(?:\d{1,2}|[XY])/.exec(gene?.arm ?? '')?.[0];
  if (chromosome === undefined) return undefined;
  if (chromosome !== place.chromosome) return false;
  if (place.arm === undefined) return true;
  return gene?.arm === undefined ? undefined : gene.arm.endsWith(place.arm);
}

const ofGene: Readonly<Record<ChromosomalChange, readonly CopyNumberChange[]>> = {
  gain: ['gain'],
  amplification: ['gain', 'amplification'],
  loss: ['loss', 'deletion', 'lossOfHeterozygosity'],
  lossOfHeterozygosity: ['lossOfHeterozygosity'],
  translocation: [],
  inversion: [],
};

/** A change of a chromosome against a change of the copies of one gene. */
export function relateChromosomeToCopies(
  finding: Chromosomal,
  symbol: string,
  wanted: CopyNumberChange,
): Relation {
  const text = findingText(finding);
  const lies = places(finding).map((place) => holdsGene(place, symbol));
  if (!lies.includes(true))
    return fails('none', 'otherChromosome', `${text} is not known to hold ${symbol}.`);
  if (!ofGene[finding.change].includes(wanted))
    return fails(
      'none',
      'otherChromosomalChange',
      `${text} is another change than the one asked of ${symbol}.`,
    );
  return open(
    'chromosome',
    'chromosomeOfGene',
    'ambiguous',
    `${symbol} lies on the part that is changed (${text}); whether its own copies are what is asked for is not reported.`,
  );
}

/** A translocation or inversion against a fusion of genes: the arms may fit, the genes are not shown. */
export function relateChromosomeToFusion(
  finding: Chromosomal,
  genes: readonly string[],
  partner: string | undefined,
): Relation {
  const text = findingText(finding);
  const isJoin = finding.change === 'translocation' || finding.change === 'inversion';
  const ends = finding.change === 'translocation' ? places(finding) : [finding, finding];
  const holding = (symbol: string): readonly number[] =>
    ends.flatMap((place, end) => (holdsGene(place, symbol) === true ? [end] : []));
  // The two genes stand on the two ends, not both on one.
  const fits = (gene: string): boolean =>
    holding(gene).some((end) => partner === undefined || holding(partner).some((other) => other !== end));
  if (!isJoin || !genes.some(fits))
    return fails('none', 'otherChromosome', `${text} does not show a fusion of ${genes.join(' or ')}.`);
  return open(
    'chromosome',
    'translocationOfBands',
    'notRecorded',
    `${text} lies on the arms of ${[...genes.filter(fits), ...(partner === undefined ? [] : [partner])].join(' and ')}; a test of the genes shows whether they are joined.`,
  );
}
