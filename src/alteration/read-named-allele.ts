/** Reads inherited alleles by name: star alleles (`UGT1A1*28`, `DPYD*2A`) and polymorphisms (`rs67376798`). */
import { symbolOf } from './gene-in-text.ts';
import type { NamedAllele } from './marker.ts';

const star = /^([A-Za-z0-9]{3,10}) ?(\*\d{1,3}[A-Z]?)(?: (homozygo(?:us|sity)|heterozygo(?:us|sity)))?$/i;
const starAlone = /^(\*\d{1,3}[A-Z]?)(?: (homozygo(?:us|sity)|heterozygo(?:us|sity)))?$/i;
const polymorphism =
  /^(?:([A-Za-z0-9]{2,10}) )?(rs\d{3,12})(?: (homozygo(?:us|sity)|heterozygo(?:us|sity)))?$/i;

/** Families whose alleles carry a star (PharmVar); of other unknown names `R213*12` could be a part. */
const starred = /^(?:CYP|UGT|NAT|SLCO|NUDT|TPMT|DPYD|GST)\d*[A-Z]?\d*$/;

function zygosityOf(word: string | undefined): { readonly zygosity?: NamedAllele['zygosity'] & string } {
  if (word === undefined) return {};
  return { zygosity: /^hom/i.test(word) ? 'homozygous' : 'heterozygous' };
}

/** Reads a named allele; undefined when the text is anything else. */
export function readNamedAllele(
  text: string,
  printed: string,
  gene: string | undefined,
): NamedAllele | undefined {
  if (!text.includes('*') && !/rs\d/i.test(text)) return undefined;
  const beside = gene === undefined ? undefined : symbolOf(gene)?.gene;
  const alone = starAlone.exec(text);
  if (alone !== null && beside !== undefined)
    return {
      kind: 'namedAllele',
      gene: beside,
      allele: (alone[1] ?? '').toUpperCase(),
      ...zygosityOf(alone[2]),
      printed,
    };
  const [, name, allele, zygosity] = star.exec(text) ?? [];
  const named = name === undefined ? undefined : symbolOf(name.toUpperCase());
  // Star alleles are of enzymes and transporters; behind a residue a star is a stop (`R213*12` is no allele).
  if (
    named !== undefined &&
    allele !== undefined &&
    (named.isKnown || named.gene === beside || starred.test(named.gene))
  )
    return {
      kind: 'namedAllele',
      gene: named.gene,
      allele: allele.toUpperCase(),
      ...zygosityOf(zygosity),
      printed,
    };
  const [, owner, number, copies] = polymorphism.exec(text) ?? [];
  if (number === undefined) return undefined;
  const symbol = owner === undefined ? beside : symbolOf(owner)?.gene;
  return {
    kind: 'namedAllele',
    ...(symbol === undefined ? {} : { gene: symbol }),
    allele: number.toLowerCase(),
    ...zygosityOf(copies),
    printed,
  };
}
