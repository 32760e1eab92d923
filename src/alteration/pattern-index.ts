/**
 * Patterns by gene, so that a finding is compared only with those that can speak of it, and each pattern is made ready
 * once: its genes looked up, its variant and its exceptions read.
 */
import { type Alteration, genesOf } from './alteration.ts';
import type { AlterationPattern } from './alteration-pattern.ts';
import { genesOfPattern } from './pattern-genes.ts';
import { namedPart } from './pattern-variant.ts';
import { factsOf } from './variant-facts.ts';

/** Reads what a pattern names, so that the first relation is as fast as the others. The pattern itself is handed back. */
export function compilePattern<Pattern extends AlterationPattern>(pattern: Pattern): Pattern {
  genesOfPattern(pattern);
  if (!('gene' in pattern)) return pattern;
  const texts = [
    ...('variant' in pattern ? [pattern.variant] : []),
    ...('excluding' in pattern ? (pattern.excluding ?? []) : []),
  ];
  for (const text of texts) {
    const named = namedPart(pattern.gene, text);
    if (named !== undefined) factsOf(named);
  }
  return pattern;
}

/** Entries with a pattern, found by finding. */
export interface PatternIndex<Entry> {
  /** The entries whose pattern is of a gene of the finding, or of a chromosome. Every other is unmet and of no gene here. */
  readonly candidates: (finding: Alteration) => readonly Entry[];
  readonly size: number;
}

/** Patterns of copies and fusions, about which a change of a chromosome can say something. */
const concernsChromosomes = (pattern: AlterationPattern): boolean =>
  ['chromosome', 'fusionOf', 'rearrangement', 'copyNumber', 'amplification'].some((key) => key in pattern);

/**
 * An index of entries by the genes of their patterns.
 *
 * @param patternOf the pattern of an entry; for a list of patterns, the identity.
 * @example patternIndex(statements, ({ pattern }) => pattern).candidates(finding)
 */
export function patternIndex<Entry>(
  entries: readonly Entry[],
  patternOf: (entry: Entry) => AlterationPattern,
): PatternIndex<Entry> {
  const byGene = new Map<string, Entry[]>();
  const ofChromosomes: Entry[] = [];
  for (const entry of entries) {
    const pattern = compilePattern(patternOf(entry));
    if (concernsChromosomes(pattern)) ofChromosomes.push(entry);
    for (const gene of new Set(genesOfPattern(pattern))) {
      const list = byGene.get(gene);
      if (list === undefined) byGene.set(gene, [entry]);
      else list.push(entry);
    }
  }
  const candidates = (finding: Alteration): readonly Entry[] => {
    if (finding.kind === 'chromosomal') return ofChromosomes;
    const genes = [...new Set(genesOf(finding))];
    const [only] = genes;
    if (only !== undefined && genes.length === 1) return byGene.get(only) ?? [];
    return [...new Set(genes.flatMap((gene) => byGene.get(gene) ?? []))];
  };
  return { candidates, size: entries.length };
}
