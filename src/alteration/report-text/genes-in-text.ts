/** Genes named in running text. Names that are also words count in capitals only. */
import { geneOf } from '../../genes/index.ts';

/** A gene at a place. */
export interface GeneAt {
  readonly start: number;
  readonly end: number;
  readonly gene: string;
}

const candidate =
  /(?<![A-Za-z0-9.])(?:[cC]-?)?[A-Za-z][A-Za-z0-9]{1,9}(?:-[A-Z]{0,3}\d{0,3}(?![A-Za-z0-9]))?(?:\/neu)?(?![a-z])/g;
/** `NTRK1-3`. */
const range = /(?<![A-Za-z0-9])(NTRK|FGFR)([1-4])-([1-4])(?![A-Za-z0-9])/g;
const family = /(?<![A-Za-z0-9])(NTRK|FGFR|TSC|NF|MSH|SDH)(\d|[A-D])(?:[/,]\s?(\d|[A-D]))+(?![A-Za-z0-9])/g;
/** A gene with its change and no space: `BRAFV600E`. */
const glued =
  /(?<![A-Za-z0-9.])([A-Z][A-Z0-9]{2,6}?)(?=[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:[ACDEFGHIKLMNPQRSTVWY*]|del|dup|ins|fs)(?![a-z]*\d))/g;
/** Capitals in reports that are no genes, though a gene has the name. */
const otherMeanings =
  /^(?:CAT|PET|MAX|REST|SET|CAN|AIM|IMPACT|STAR|TEST|HAS|WAS|MASS|STOP|TUB|NOT|FISH|SHE|CAMP|RAN|SON|GAP|ACT|COPE|AGE|BID|CT|MRI|ER|PR|ARC|GIST|NET|NEC|NEN|SD|CR|PD|FH|TH|TF)$/;

/** Written in capitals, or as reports write a protein: `p53`, `c-kit`, `Her2`. */
function isWrittenAsGene(word: string): boolean {
  if (/^(?:p\d{2}|c-?kit|c-?met|her-?2(?:\/neu)?|cd\d{2,3})$/i.test(word)) return true;
  const letters = word.replace(/[^A-Za-z]/g, '');
  return letters.length >= 2 && letters === letters.toUpperCase();
}

/** Between other genes of a list, a word with another meaning is a gene: "VHL, MAX or RET". */
function isListed(text: string, at: number, length: number): boolean {
  const isGene = (word: string | undefined): boolean =>
    word !== undefined && !otherMeanings.test(word) && geneOf(word) !== undefined;
  const before = /(?<word>[A-Z][A-Z0-9]{1,9})(?:,? (?:and |or )?|, ?|\/)$/.exec(
    text.slice(Math.max(0, at - 20), at),
  );
  const after = /^(?:,? (?:and |or )?|, ?|\/)(?<word>[A-Z][A-Z0-9]{1,9})(?![A-Za-z])/.exec(
    text.slice(at + length, at + length + 20),
  );
  return isGene(before?.groups?.['word']) && isGene(after?.groups?.['word']);
}

/** What makes a protein's name the gene's. */
const ofGene =
  /^[ :(-]*(?:gene|mutations?|variants?|mutated|alterations?|deletion|[cp]\.|[A-Z]\d{2,})(?!-type)/;

/** Every gene that a text names, in its order; `NTRK1/2/3` are three. */
export function genesIn(text: string): readonly GeneAt[] {
  const found: GeneAt[] = [];
  const taken = new Set<number>();
  for (const match of text.matchAll(family)) {
    const [all, stem = ''] = match;
    const members = [...all.slice(stem.length).matchAll(/\d|[A-D]/g)].map(([member]) => `${stem}${member}`);
    const known = members.filter((member) => geneOf(member) !== undefined);
    if (known.length !== members.length) continue;
    for (const gene of known)
      found.push({ start: match.index, end: match.index + all.length, gene: geneOf(gene)?.symbol ?? gene });
    taken.add(match.index);
  }
  for (const { index, 0: all, 1: stem = '', 2: first, 3: last } of text.matchAll(range)) {
    for (let number = Number(first); number <= Number(last); number += 1) {
      const gene = geneOf(`${stem}${number}`);
      if (gene !== undefined) found.push({ start: index, end: index + all.length, gene: gene.symbol });
    }
    taken.add(index);
  }
  for (const { index } of text.matchAll(/(?<![A-Za-z0-9])EGFR(?=v(?:III|II)(?![A-Za-z]))/g))
    found.push({ start: index, end: index + 4, gene: 'EGFR' });
  for (const { index, 1: name = '' } of text.matchAll(glued)) {
    const gene = geneOf(name);
    if (gene === undefined || !isWrittenAsGene(name)) continue;
    found.push({ start: index, end: index + name.length, gene: gene.symbol });
    taken.add(index);
  }
  for (const match of text.matchAll(candidate)) {
    const [word] = match;
    if (taken.has(match.index) || !isWrittenAsGene(word)) continue;
    if (otherMeanings.test(word) && !isListed(text, match.index, word.length)) continue;
    // A name in the form of a protein is the gene's only beside a word or a notation of the gene.
    const isProtein = /^p\d\d$/i.test(word);
    if (isProtein && !ofGene.test(text.slice(match.index + word.length))) continue;
    const gene = geneOf(word);
    if (gene !== undefined)
      found.push({ start: match.index, end: match.index + word.length, gene: gene.symbol });
  }
  return found.toSorted((a, b) => a.start - b.start);
}
