/**
 * The words that reports and knowledge bases put around notations, each with what it says. Compared in small letters with
 * hyphens as spaces; a longer phrase goes before a shorter one. A word that is not here is not understood.
 */
import type { FindingParts } from './finding-parts.ts';

type Said = Partial<FindingParts>;

const groups: readonly (readonly [said: Said, ...phrases: string[]])[] = [
  [
    { copyNumber: 'deepDeletion' },
    'homozygous deletion',
    'homozygous loss',
    'biallelic deletion',
    'biallelic loss',
    'deep deletion',
    'homdel',
    'homozygously deleted',
  ],
  [
    { copyNumber: 'amplification' },
    'amplification',
    'amplifications',
    'amplified',
    'amp',
    'gene amplification',
    'high level amplification',
    'focal amplification',
  ],
  [
    { copyNumber: 'gain' },
    'gain',
    'gains',
    'gained',
    'copy number gain',
    'copy gain',
    'low level gain',
    'increased copy number',
  ],
  [
    { copyNumber: 'loss' },
    'loss',
    'losses',
    'lost',
    'copy number loss',
    'copy loss',
    'heterozygous loss',
    'heterozygous deletion',
    'hemizygous deletion',
    'single copy loss',
    'monoallelic loss',
    'shallow deletion',
  ],
  [
    { copyNumber: 'lossOfHeterozygosity' },
    'loss of heterozygosity',
    'copy neutral loss of heterozygosity',
    'cn loh',
    'cnloh',
    'loh',
    'allelic loss',
  ],
  [
    { copyNumber: 'deletion' },
    'deletion',
    'deletions',
    'deleted',
    'del',
    'gene deletion',
    'whole gene deletion',
  ],
  [
    { mutationClass: 'inFrameDeletion', saysMutation: true },
    'in frame deletion',
    'in frame deletions',
    'inframe deletion',
    'inframe deletions',
    'in frame del',
  ],
  [
    { mutationClass: 'inFrameInsertion', saysMutation: true },
    'in frame insertion',
    'in frame insertions',
    'inframe insertion',
    'inframe insertions',
    'in frame duplication',
  ],
  [{ mutationClass: 'insertion', saysMutation: true }, 'insertion', 'insertions', 'ins'],
  [
    { mutationClass: 'duplication', saysMutation: true },
    'duplication',
    'duplications',
    'dup',
    'internal duplication',
  ],
  [
    { mutationClass: 'indel', saysMutation: true },
    'indel',
    'indels',
    'delins',
    'insertion/deletion',
    'deletion/insertion',
  ],
  [
    { mutationClass: 'internalTandemDuplication', saysMutation: true },
    'internal tandem duplication',
    'internal tandem duplications',
    'itd',
  ],
  [
    { mutationClass: 'pointMutation', saysMutation: true },
    'point mutation',
    'point mutations',
    'single nucleotide variant',
    'snv',
  ],
  [
    { mutationClass: 'missense', saysMutation: true },
    'missense',
    'missense mutation',
    'missense mutations',
    'missense variant',
    'missense variants',
  ],
  [
    { mutationClass: 'nonsense', saysMutation: true },
    'nonsense',
    'nonsense mutation',
    'nonsense mutations',
    'stop gain',
    'stop gained',
    'stopgain',
    'premature stop',
  ],
  [
    { mutationClass: 'frameshift', saysMutation: true },
    'frameshift',
    'frame shift',
    'frameshift mutation',
    'frameshift mutations',
    'fs',
    'frameshift truncation',
  ],
  [
    { mutationClass: 'truncating', saysMutation: true },
    'truncating',
    'truncation',
    'truncations',
    'truncated',
    'trunc',
    'truncating mutation',
    'truncating mutations',
    'protein truncating',
  ],
  [
    { mutationClass: 'spliceSite', saysMutation: true },
    'splice site',
    'splice variant',
    'splice site mutation',
    'splice site variant',
    'splicing',
    'splice',
    'splice donor',
    'splice acceptor',
    'splicing variant',
    'splicing mutation',
    'splice site mutations',
    'splice mutation',
  ],
  [{ mutationClass: 'startLoss', saysMutation: true }, 'start loss', 'start lost'],
  [{ mutationClass: 'stopLoss', saysMutation: true }, 'stop loss', 'stop lost'],
  [{ mutationClass: 'synonymous', saysMutation: true }, 'synonymous', 'silent'],
  [
    { effect: 'activating', saysMutation: true },
    'activating',
    'gain of function',
    'gof',
    'activation',
    'activated',
  ],
  [
    { effect: 'inactivating', saysMutation: true },
    'inactivating',
    'loss of function',
    'lof',
    'inactivation',
    'inactivated',
    'deleterious',
  ],
  [
    { effect: 'oncogenic', saysMutation: true },
    'oncogenic',
    'likely oncogenic',
    'pathogenic',
    'likely pathogenic',
    'pathogenic variant',
    'driver',
  ],
  [{ effect: 'neutral', saysMutation: true }, 'neutral', 'benign', 'likely benign', 'likely neutral'],
  [
    { effect: 'unknownSignificance', saysMutation: true },
    'vus',
    'variant of unknown significance',
    'variant of uncertain significance',
    'variants of uncertain significance',
    'variants of unknown significance',
    'of unknown significance',
    'of uncertain significance',
    'unknown significance',
    'uncertain significance',
  ],
  [
    { effect: 'resistance', saysMutation: true },
    'resistance',
    'resistance mutation',
    'resistance mutations',
    'resistant',
  ],
  [
    { saysMutation: true },
    'mutation',
    'mutations',
    'mutated',
    'mutant',
    'mut',
    'variant',
    'variants',
    'alteration',
    'alterations',
    'gene mutation',
    'gene mutations',
    'aberration',
    'aberrations',
    'substitution',
    'substitutions',
    'change',
  ],
  [
    { exonChange: 'skipping', saysMutation: true },
    'skipping',
    'skipped',
    'skip',
    'skipping mutation',
    'skipping mutations',
    'skipping variant',
    'skipping alteration',
    'skipping alterations',
  ],
  [{ region: 'promoter' }, 'promoter', 'promoter region'],
  [{ region: 'kinaseDomain' }, 'kinase domain', 'tyrosine kinase domain', 'tkd', 'catalytic domain'],
  [{ region: 'extracellularDomain' }, 'extracellular domain', 'ecd'],
  [{ region: 'juxtamembraneDomain' }, 'juxtamembrane domain', 'juxtamembrane', 'jmd'],
  [{ region: 'ligandBindingDomain' }, 'ligand binding domain', 'lbd'],
  [{ region: 'utr5' }, "5' utr", '5 utr', "5'utr"],
  [{ region: 'utr3' }, "3' utr", '3 utr', "3'utr"],
  [
    { expression: 'over' },
    'overexpression',
    'over expression',
    'overexpressed',
    'high expression',
    'increased expression',
    'upregulation',
    'protein overexpression',
    'mrna overexpression',
  ],
  [
    { expression: 'under' },
    'underexpression',
    'under expression',
    'low expression',
    'reduced expression',
    'decreased expression',
    'downregulation',
  ],
  [{ expression: 'expressed' }, 'expression', 'expressed', 'protein expression', 'mrna expression'],
  [
    { expression: 'lost' },
    'loss of expression',
    'loss of protein expression',
    'loss of nuclear expression',
    'loss of nuclear staining',
    'expression loss',
    'protein loss',
    'loss of protein',
    'absent expression',
    'absence of expression',
    'no expression',
  ],
  [{ expression: 'nuclear' }, 'nuclear expression'],
  [{ expression: 'cytoplasmic' }, 'cytoplasmic expression'],
  [
    { isMethylated: true },
    'methylation',
    'methylated',
    'hypermethylation',
    'hypermethylated',
    'promoter methylation',
    'promoter methylated',
    'promoter hypermethylation',
    'promoter hypermethylated',
  ],
  [
    { isMethylated: false },
    'unmethylated',
    'promoter unmethylated',
    'hypomethylation',
    'promoter hypomethylation',
    'promoter demethylation',
  ],
  [{ isWildType: true }, 'wild type', 'wildtype', 'wt'],
  [{ origin: 'somatic' }, 'somatic'],
  [{ origin: 'germline' }, 'germline', 'inherited', 'constitutional'],
  [{ zygosity: 'heterozygous' }, 'heterozygous', 'heterozygosity', 'monoallelic'],
  [{ zygosity: 'homozygous' }, 'homozygous', 'homozygosity'],
  [{}, 'in', 'of', 'the', 'an', 'a', 'gene', 'at', 'was', 'detected', 'protein'],
];

interface Phrase {
  readonly text: string;
  readonly said: Said;
}

const byFirstWord: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const all = groups.flatMap(([said, ...phrases]) => phrases.map((text): Phrase => ({ text, said })));
  const sorted = all.toSorted((a, b) => b.text.length - a.text.length);
  return Map.groupBy(sorted, ({ text }) => text.split(' ')[0] ?? '');
})();

const wordEnd = /[^\s,;()]*/y;
const isEnd = (character: string | undefined): boolean =>
  character === undefined || ' ,;():'.includes(character);

/** A phrase at a place of the text and how long it is. */
export interface PhraseAt {
  readonly length: number;
  readonly said: Said;
}

/**
 * The longest phrase that begins at a place.
 *
 * @param folded the text in small letters with hyphens as spaces, as long as the text.
 */
export function phraseAt(folded: string, from: number): PhraseAt | undefined {
  wordEnd.lastIndex = from;
  const [word = ''] = wordEnd.exec(folded) ?? [];
  for (const { text, said } of byFirstWord.get(word) ?? [])
    if (folded.startsWith(text, from) && isEnd(folded[from + text.length]))
      return { length: text.length, said };
  return undefined;
}

/** The text in the form in which phrases are compared. */
export function foldedForPhrases(text: string): string {
  return text.toLowerCase().replaceAll('-', ' ');
}
