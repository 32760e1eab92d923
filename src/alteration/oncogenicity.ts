/**
 * Whether a finding is oncogenic, and on what basis: a curated effect first, then the truncation or loss of a suppressor,
 * then another allele of a codon that is curated as oncogenic (never more than likely), then a hotspot of a table that the
 * caller loads, then a fusion in frame with the whole kinase of an oncogene. Otherwise its significance is unknown;
 * without a curated source nothing is called neutral. Oncogenicity says nothing of a drug.
 */
import { geneOf } from '../genes/index.ts';
import { type Alteration, genesOf, type SequenceVariant } from './alteration.ts';
import {
  type HotspotHit,
  type HotspotTable,
  indelHotspot,
  residueHotspot,
  spliceHotspot,
} from './hotspot-table.ts';
import { namedPart } from './pattern-variant.ts';
import { type ProteinChange, proteinChangeText } from './protein-change.ts';
import { relateAlteration } from './relate-alteration.ts';
import { substitutionsOf } from './relate-delins.ts';
import { exonChangeOfFusion, frameOfExonChange } from './relate-exon-frame.ts';
import { findingText, shortText } from './relate-text.ts';
import { truncationOf } from './relate-truncation.ts';
import type { EffectCall } from './relation.ts';
import {
  type CuratedEffectName,
  effectSourceText,
  type RelatedEffect,
  relatedEffects,
  type VariantEffect,
} from './variant-effect.ts';
import { factsOf } from './variant-facts.ts';

/** The answer. */
export const oncogenicityCalls = ['oncogenic', 'likelyOncogenic', 'neutral', 'unknownSignificance'] as const;
export type OncogenicityCall = (typeof oncogenicityCalls)[number];

/** What the answer rests on. */
export const oncogenicityBases = [
  'curated',
  'curatedConflict',
  'truncationInSuppressor',
  'lossOfSuppressor',
  'alternateAllele',
  'hotspot',
  'kinaseFusion',
  'none',
] as const;
export type OncogenicityBasis = (typeof oncogenicityBases)[number];

/** Whether a finding is oncogenic, with its basis in a sentence. */
export interface Oncogenicity {
  readonly call: OncogenicityCall;
  /** What the change does, where the basis tells. */
  readonly effect?: CuratedEffectName;
  readonly basis: OncogenicityBasis;
  readonly sentence: string;
  /** What makes the answer less than certain. */
  readonly caveats: readonly string[];
}

/** What the caller holds. */
export interface OncogenicitySources {
  readonly curated?: readonly VariantEffect[];
  readonly hotspots?: HotspotTable;
}

function ofCurated(finding: Alteration, related: readonly RelatedEffect[]): Oncogenicity | undefined {
  const met = related.filter(({ relation }) => relation.truth === 'met');
  // The variant by its name stands before the codon, the codon before the exon that it lies in.
  const named = met.filter(({ relation }) => relation.resolution === 'exact');
  const deciding = (named.length > 0 ? named : met).map(({ effect }) => effect);
  const [first] = deciding;
  if (first === undefined) return undefined;
  const list = deciding.map(({ effect, source }) => `${effect} (${effectSourceText(source)})`).join(', ');
  const text = findingText(finding);
  const isNeutral = deciding.map(({ effect }) => effect === 'neutral');
  if (isNeutral.includes(true) && isNeutral.includes(false))
    return {
      call: 'unknownSignificance',
      basis: 'curatedConflict',
      sentence: `Curated sources differ on ${text}: ${list}.`,
      caveats: [],
    };
  const effects = new Set(deciding.map(({ effect }) => effect));
  const effect = effects.size === 1 ? first.effect : 'oncogenic';
  return {
    call: isNeutral[0] === true ? 'neutral' : 'oncogenic',
    effect,
    basis: 'curated',
    sentence: `${text} is curated as ${list}.`,
    caveats: deciding.flatMap(({ remark }) => remark ?? []),
  };
}

function likely(
  basis: OncogenicityBasis,
  sentence: string,
  caveats: readonly string[],
  effect?: CuratedEffectName,
): Oncogenicity {
  return { call: 'likelyOncogenic', basis, sentence, caveats, ...(effect === undefined ? {} : { effect }) };
}

function ofSuppressor(finding: Alteration): Oncogenicity | undefined {
  const text = findingText(finding);
  const gene = genesOf(finding)[0];
  if (gene === undefined || geneOf(gene)?.role !== 'suppressor') return undefined;
  switch (finding.kind) {
    case 'sequenceVariant': {
      const truncation = truncationOf(finding);
      if (truncation === undefined) return undefined;
      const sentence = `${text} cuts off ${gene}, a suppressor.`;
      return truncation.caveats.length === 0
        ? likely('truncationInSuppressor', sentence, [], 'inactivating')
        : {
            call: 'unknownSignificance',
            basis: 'truncationInSuppressor',
            sentence,
            caveats: truncation.caveats,
          };
    }
    case 'copyNumber':
      return finding.change === 'deepDeletion'
        ? likely('lossOfSuppressor', `${text}: no copy of a suppressor is left.`, [], 'inactivating')
        : undefined;
    case 'exonChange':
    case 'fusion': {
      const exons = finding.kind === 'exonChange' ? finding : exonChangeOfFusion(finding);
      if (exons === undefined || exons.change === 'duplication' || frameOfExonChange(exons) !== 'lost')
        return undefined;
      return likely(
        'lossOfSuppressor',
        `${text} loses the reading frame of a suppressor.`,
        [],
        'inactivating',
      );
    }
    case 'chromosomal':
      return undefined;
  }
}

/** The substitution that a curated effect names. */
function curatedSubstitution({ pattern }: VariantEffect) {
  if (!('variant' in pattern)) return undefined;
  const named = namedPart(pattern.gene, pattern.variant);
  const change = named === undefined ? undefined : factsOf(named).protein;
  return change?.kind === 'substitution' ? change : undefined;
}

/** Another allele of a codon at which a substitution is curated as oncogenic. */
function ofAlternate(finding: Alteration, related: readonly RelatedEffect[]): Oncogenicity | undefined {
  if (finding.kind !== 'sequenceVariant' || finding.reference.status === 'mismatch') return undefined;
  const here = factsOf(finding).protein;
  if (here?.kind !== 'substitution') return undefined;
  const alternates = related.filter(({ effect }) => {
    const there =
      effect.effect === 'neutral' || effect.alternates === false ? undefined : curatedSubstitution(effect);
    return (
      there?.at.position === here.at.position && there.at.residue === here.at.residue && there.to !== here.to
    );
  });
  const [first] = alternates;
  if (first === undefined) return undefined;
  const there = curatedSubstitution(first.effect);
  const name = there === undefined ? '' : proteinChangeText(there);
  return likely(
    'alternateAllele',
    `${shortText(finding)} is another allele of the codon of ${name}, which is curated as ${first.effect.effect} (${effectSourceText(first.effect.source)}).`,
    ['an alternate allele may inherit oncogenicity and never the answer to a drug'],
  );
}

function hitOf(
  table: HotspotTable,
  finding: SequenceVariant,
  change: ProteinChange | undefined,
): HotspotHit | undefined {
  const { gene } = finding;
  const { span, printedClass } = factsOf(finding);
  if (printedClass === 'spliceSite')
    return span === undefined ? undefined : spliceHotspot(table, gene, span.start);
  if (change === undefined || span === undefined) return undefined;
  if (change.kind === 'substitution') return residueHotspot(table, gene, change.at, change.to);
  const parts = substitutionsOf(change, geneOf(gene)?.protein);
  if (parts !== undefined)
    return parts
      .map(({ at, to }) => residueHotspot(table, gene, at, to))
      .find((found) => found !== undefined);
  return printedClass === 'inFrameDeletion' || printedClass === 'inFrameInsertion'
    ? indelHotspot(table, gene, span, proteinChangeText(change))
    : undefined;
}

function ofHotspot(finding: Alteration, table: HotspotTable | undefined): Oncogenicity | undefined {
  if (table === undefined || finding.kind !== 'sequenceVariant' || finding.reference.status === 'mismatch')
    return undefined;
  const found = hitOf(table, finding, factsOf(finding).protein);
  if (found === undefined) return undefined;
  const { hotspot, isAlleleNamed, tumours } = found;
  const place =
    hotspot.start === hotspot.end ? `codon ${hotspot.start}` : `codons ${hotspot.start} to ${hotspot.end}`;
  const counts = [
    ...(hotspot.tumours === undefined ? [] : [`${hotspot.tumours} tumours`]),
    isAlleleNamed ? `${tumours === undefined ? '' : `${tumours} with `}this allele` : 'none with this allele',
  ].join(', ');
  const seen = `${place} of ${finding.gene} (${table.source}: ${counts})`;
  // Only near others in the folded protein: not a position that recurs by itself.
  if (hotspot.kind === 'structure')
    return {
      call: 'unknownSignificance',
      basis: 'hotspot',
      sentence: `${shortText(finding)} lies near others in the protein structure, ${seen}.`,
      caveats: ['a place in the structure alone is not taken as likely oncogenic'],
    };
  return likely(
    'hotspot',
    `${shortText(finding)} lies in a hotspot, ${seen}.`,
    isAlleleNamed ? [] : ['this allele is not in the table'],
  );
}

function ofKinaseFusion(finding: Alteration): Oncogenicity | undefined {
  if (finding.kind !== 'fusion') return undefined;
  for (const gene of genesOf(finding)) {
    if (geneOf(gene)?.role !== 'oncogene') continue;
    const relation = relateAlteration(finding, { fusionOf: gene, inFrameWithKinase: true });
    if (relation.truth === 'met') return likely('kinaseFusion', relation.sentence, [], 'activating');
  }
  return undefined;
}

/**
 * Whether a finding is oncogenic.
 *
 * @example oncogenicityOf(v560del, { curated }).basis // 'curated'
 */
export function oncogenicityOf(finding: Alteration, sources: OncogenicitySources = {}): Oncogenicity {
  const text = findingText(finding);
  if (finding.kind === 'sequenceVariant' && factsOf(finding).printedClass === 'synonymous')
    return {
      call: 'unknownSignificance',
      basis: 'none',
      sentence: `${text} does not change the protein.`,
      caveats: [],
    };
  const related = relatedEffects(finding, genesOf(finding), sources.curated ?? []);
  return (
    ofCurated(finding, related) ??
    ofSuppressor(finding) ??
    ofAlternate(finding, related) ??
    ofHotspot(finding, sources.hotspots) ??
    ofKinaseFusion(finding) ?? {
      call: 'unknownSignificance',
      basis: 'none',
      sentence: `Nothing that is held says whether ${text} is oncogenic.`,
      caveats: [],
    }
  );
}

/**
 * The effects that relations may draw on, from the same sources. What is only likely is marked so and meets nothing.
 *
 * @example relateAlteration(finding, pattern, { effectOf: effectsFrom({ curated }) })
 */
export function effectsFrom(sources: OncogenicitySources): (finding: Alteration) => EffectCall | undefined {
  return (finding) => {
    const { call, effect, basis, sentence } = oncogenicityOf(finding, sources);
    if (call === 'unknownSignificance' || basis === 'none') return undefined;
    const name = effect ?? 'oncogenic';
    return {
      effect: name,
      basis: sentence.replace(/\.$/u, ''),
      ...(call === 'likelyOncogenic' && basis !== 'truncationInSuppressor'
        ? { isLikely: true as const }
        : {}),
    };
  };
}
