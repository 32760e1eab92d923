/** Annotations of one record: those of one alternative allele, and the one that is taken among them. */
import { geneOf, transcriptOf } from '../../genes/index.ts';
import { consequenceOfTerms } from '../consequence.ts';
import type { ConsequenceClass, OtherConsequence } from '../file-finding.ts';
import type { GeneChoice } from '../finding-reader.ts';
import { printedValue, unescaped, withoutAccession } from '../printed-cell.ts';
import type { AnnotationFormat } from './vcf-annotation-format.ts';

/** One annotation: a consequence on one transcript, as printed. */
export interface Annotation {
  readonly allele?: string;
  readonly alleleNumber?: string;
  readonly terms: string;
  readonly class: ConsequenceClass;
  readonly rank: number;
  readonly gene?: string;
  readonly transcript?: string;
  readonly coding?: string;
  readonly protein?: string;
  readonly maneAccession?: string;
  readonly isReference: boolean;
  readonly isMane: boolean;
  readonly isPicked: boolean;
  readonly isCanonical: boolean;
}

/** The annotation taken, why, and those that were not. */
export interface ChosenAnnotation {
  readonly chosen: Annotation;
  readonly because: string;
  readonly others: readonly OtherConsequence[];
}

const mostOthers = 50;

function annotationOf(text: string, format: AnnotationFormat): Annotation | undefined {
  const fields = text.split('|');
  const at = (index: number | undefined): string | undefined => {
    const value = index === undefined ? undefined : printedValue(fields[index]);
    return value === undefined ? undefined : unescaped(value);
  };
  const terms = at(format.terms);
  if (terms === undefined) return undefined;
  const ranked = consequenceOfTerms(terms);
  // Between two genes is in neither of them, and in no transcript.
  const isBetween = ranked.class === 'intergenic';
  const gene = isBetween ? undefined : at(format.gene);
  const coding = at(format.coding);
  const printed = at(format.protein);
  const protein = printed?.endsWith('p.?') === true ? undefined : printed;
  const mane = at(format.maneSelect);
  const entries = {
    allele: at(format.allele) ?? (format.allele === undefined ? undefined : fields[format.allele]),
    alleleNumber: at(format.alleleNumber),
    gene,
    transcript: isBetween ? undefined : at(format.transcript),
    coding: coding === undefined ? undefined : withoutAccession(coding).text,
    protein: protein === undefined ? aminoAcidChange(at, format) : withoutAccession(protein).text,
    maneAccession: mane,
  };
  const kept = present(entries);
  return {
    terms,
    ...ranked,
    ...kept,
    isReference: isReference(kept),
    isMane: mane !== undefined || /select/i.test(at(format.mane) ?? ''),
    isPicked: at(format.pick) === '1',
    isCanonical: at(format.canonical)?.toUpperCase() === 'YES',
  };
}

/**
 * VEP run without HGVS prints a change of one residue as its position and `V/D`: the same in one text. Longer changes
 * are not put together from these fields.
 */
function aminoAcidChange(
  at: (index: number | undefined) => string | undefined,
  format: AnnotationFormat,
): string | undefined {
  const position = /^\d{1,6}/.exec(at(format.proteinPosition)?.replace(/\/\d+$/, '') ?? '')?.[0];
  const change = /^([A-Z])\/([A-Z*])$/.exec(at(format.aminoAcids) ?? '');
  const isOne = position !== undefined && position === at(format.proteinPosition)?.replace(/\/\d+$/, '');
  return isOne && change !== null ? `p.${change[1]}${position}${change[2]}` : undefined;
}

function present<T extends Readonly<Record<string, string | undefined>>>(
  entries: T,
): { readonly [K in keyof T]?: string } {
  const kept: { [K in keyof T]?: string } = {};
  for (const key in entries) {
    const value = entries[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** All annotations of a record, and how many were empty of a consequence. */
export function annotationsOf(
  value: string,
  format: AnnotationFormat,
): { readonly annotations: readonly Annotation[]; readonly unusable: number } {
  const texts = value.split(',');
  const annotations = texts.map((text) => annotationOf(text, format)).filter((each) => each !== undefined);
  return { annotations, unusable: texts.length - annotations.length };
}

/**
 * The name that VEP gives an allele: where an allele of the site is not of the length of the reference and all begin
 * with its first base, that base is left out, and nothing left is `-`.
 */
export function vepAllele(reference: string, alternatives: readonly string[], index: number): string {
  const allele = alternatives[index] ?? '';
  const plain = alternatives.filter((each) => !/[<>[\]*]/.test(each));
  const isIndel = plain.some((each) => each.length !== reference.length);
  const first = reference.charAt(0);
  if (!isIndel || !plain.every((each) => each.startsWith(first))) return allele;
  return allele.slice(1) === '' ? '-' : allele.slice(1);
}

/** The annotations that belong to one allele of the site; all of them where the site has only one. */
export function annotationsOfAllele(
  annotations: readonly Annotation[],
  format: AnnotationFormat,
  site: { readonly reference: string; readonly alternatives: readonly string[] },
  index: number,
): readonly Annotation[] {
  if (site.alternatives.length === 1) return annotations;
  const numbered = annotations.filter((each) => each.alleleNumber === String(index + 1));
  if (numbered.length > 0 || annotations.some((each) => each.alleleNumber !== undefined)) return numbered;
  const name =
    format.by === 'VEP' ? vepAllele(site.reference, site.alternatives, index) : site.alternatives[index];
  return annotations.filter((each) => each.allele === name);
}

function isReference({
  gene,
  transcript,
  maneAccession,
}: Pick<Annotation, 'gene' | 'transcript' | 'maneAccession'>): boolean {
  const model = gene === undefined ? undefined : geneOf(gene);
  const reference = model === undefined ? undefined : transcriptOf(model)?.id;
  if (model === undefined || reference === undefined) return false;
  return [transcript, maneAccession].some(
    (each) => each !== undefined && transcriptOf(model, each)?.id === reference,
  );
}

const preferences: readonly (readonly [because: string, holds: (annotation: Annotation) => boolean])[] = [
  ['the reference transcript of the gene model', (each) => each.isReference],
  ['MANE Select by the annotation', ({ isMane }) => isMane],
  ['picked by the annotation', ({ isPicked }) => isPicked],
  ['canonical by the annotation', ({ isCanonical }) => isCanonical],
];

function bestOfGene(annotations: readonly Annotation[], first: Annotation) {
  for (const [because, holds] of preferences) {
    const found = annotations.find(holds);
    if (found !== undefined) return { chosen: found, because };
  }
  const worst = annotations.reduce((a, b) => (b.rank < a.rank ? b : a), first);
  const because =
    annotations.length === 1
      ? 'the only annotation of the gene'
      : 'the most severe; the annotation marks no transcript';
  return { chosen: worst, because };
}

/**
 * The annotation of an allele that is taken. In each gene: the reference transcript of the gene model, else MANE
 * Select, else the picked, else the canonical one, else the most severe. Among the genes (those asked for, where any
 * is): the most severe.
 */
export function chooseAnnotation(
  annotations: readonly Annotation[],
  genes: GeneChoice,
): ChosenAnnotation | undefined {
  const asked = annotations.filter(({ gene }) => genes.has(gene));
  const byGene = Map.groupBy(asked.length > 0 ? asked : annotations, ({ gene }) => gene ?? '');
  let best: { readonly chosen: Annotation; readonly because: string } | undefined;
  for (const group of byGene.values()) {
    const [first] = group;
    const found = first === undefined ? undefined : bestOfGene(group, first);
    if (found !== undefined && (best === undefined || found.chosen.rank < best.chosen.rank)) best = found;
  }
  if (best === undefined) return undefined;
  const { chosen } = best;
  const others = annotations
    .filter((each) => each !== chosen)
    .slice(0, mostOthers)
    .map(({ gene, transcript, terms, coding, protein }) => ({
      terms,
      ...present({ gene, transcript, coding, protein }),
    }));
  return { ...best, others };
}
