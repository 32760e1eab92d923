/**
 * Curated effects of variants: what a source that can be opened says a change does to its protein. An effect says
 * nothing of a drug; drugs are the matter of statements.
 */
import * as z from 'zod';
import type { Alteration } from './alteration.ts';
import { alterationPattern, patternGenes } from './alteration-pattern.ts';
import { relateAlteration } from './relate-alteration.ts';
import type { Relation } from './relation.ts';

/** What a change does. `oncogenic` where the source says so without saying how. */
export const curatedEffects = ['activating', 'inactivating', 'oncogenic', 'neutral'] as const;
export type CuratedEffectName = (typeof curatedEffects)[number];

/** Where the source says it: a paper with its lines, or another document. */
const effectSource = z.strictObject({
  document: z.string().min(1).max(200).describe('The paper ("000"), or what was read'),
  lines: z
    .string()
    .regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/)
    .exactOptional(),
});

/** One curated effect. */
export const variantEffect = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .describe('Words joined by hyphens, unique in the library'),
    pattern: alterationPattern.describe('What has the effect; nothing near it is meant'),
    effect: z.enum(curatedEffects),
    source: effectSource,
    verification: z.enum(['read', 'secondary', 'unverified']),
    known: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .describe('When it was published, as a partial date'),
    alternates: z
      .boolean()
      .describe('false: other alleles of the codon are known not to share the effect')
      .exactOptional(),
    remark: z.string().min(1).max(500).exactOptional(),
  })
  .meta({ id: 'variantEffect' });
export type VariantEffect = z.infer<typeof variantEffect>;

/** The schema of a file of `knowledge/effects/`. */
export const variantEffectFile = z.strictObject({
  cajal: z.literal('effects/1'),
  effects: z.array(variantEffect).min(1),
});
export type VariantEffectFile = z.infer<typeof variantEffectFile>;

/** `paper 000, lines 129-132`. */
export function effectSourceText({ document, lines }: VariantEffect['source']): string {
  const name = /^\d{3}$/.test(document) ? `paper ${document}` : document;
  return lines === undefined ? name : `${name}, lines ${lines}`;
}

/** A curated effect and how its pattern stands to a finding. */
export interface RelatedEffect {
  readonly effect: VariantEffect;
  readonly relation: Relation;
}

const byGene = new WeakMap<readonly VariantEffect[], ReadonlyMap<string, readonly VariantEffect[]>>();

function effectsOfGene(effects: readonly VariantEffect[], gene: string): readonly VariantEffect[] {
  const made = byGene.get(effects);
  if (made !== undefined) return made.get(gene) ?? [];
  const index = new Map<string, VariantEffect[]>();
  for (const effect of effects)
    for (const symbol of patternGenes(effect.pattern)) {
      const list = index.get(symbol);
      if (list === undefined) index.set(symbol, [effect]);
      else list.push(effect);
    }
  byGene.set(effects, index);
  return index.get(gene) ?? [];
}

/** The curated effects in the genes of a finding, each related to it. */
export function relatedEffects(
  finding: Alteration,
  genes: readonly string[],
  effects: readonly VariantEffect[],
): readonly RelatedEffect[] {
  return genes
    .flatMap((gene) => effectsOfGene(effects, gene))
    .map((effect) => ({ effect, relation: relateAlteration(finding, effect.pattern) }));
}
