/**
 * Recurrent positions in tumours, as a caller loads them from a file (cancer hotspots v2, Chang 2018, PMID 29247016;
 * 3D hotspots, Gao 2017, PMID 28115009). A hotspot says that a position is mutated more often than by chance; it says
 * nothing of a drug.
 */

/** One hotspot of a gene. Codons are those of the transcript that the table names. */
export interface Hotspot {
  readonly gene: string;
  /**
   * `residue`: substitutions at one codon; `indel`: in-frame deletions and insertions within a range; `splice`: splice
   * sites named by their codon; `structure`: near others in the folded protein only, which is weaker.
   */
  readonly kind: 'residue' | 'indel' | 'splice' | 'structure';
  /** First and last codon; equal for one residue. */
  readonly start: number;
  readonly end: number;
  /** The reference residue, where one is named. */
  readonly residue?: string;
  /**
   * Alleles seen, with their tumours where the table counts them: the new residue of a substitution (`E`), the change of
   * an indel (`V560del`).
   */
  readonly alleles: readonly { readonly allele: string; readonly tumours?: number }[];
  /** Tumours with any of them, where the table counts them. */
  readonly tumours?: number;
  /** As the table prints it. */
  readonly qValue?: number;
  readonly transcript?: string;
}

/** A table of hotspots with where it comes from. */
export interface HotspotTable {
  /** Name and version for the reader, `cancer hotspots v2`. */
  readonly source: string;
  readonly hotspots: readonly Hotspot[];
}

const byGene = new WeakMap<HotspotTable, ReadonlyMap<string, readonly Hotspot[]>>();

/** The hotspots of a gene; the index is made once for each table. */
export function hotspotsOf(table: HotspotTable, gene: string): readonly Hotspot[] {
  const made = byGene.get(table);
  if (made !== undefined) return made.get(gene) ?? [];
  const index = new Map<string, Hotspot[]>();
  for (const hotspot of table.hotspots) {
    const list = index.get(hotspot.gene);
    if (list === undefined) index.set(hotspot.gene, [hotspot]);
    else list.push(hotspot);
  }
  byGene.set(table, index);
  return index.get(gene) ?? [];
}

/** A hotspot that holds a change, and whether the very allele was seen in it. */
export interface HotspotHit {
  readonly hotspot: Hotspot;
  /** This very allele is in the table, not only its place. */
  readonly isAlleleNamed: boolean;
  /** Tumours with this allele, where the table counts them. */
  readonly tumours?: number;
}

function hit(hotspot: Hotspot, allele: string): HotspotHit {
  const named = hotspot.alleles.find((each) => each.allele === allele);
  const { tumours } = named ?? {};
  return { hotspot, isAlleleNamed: named !== undefined, ...(tumours === undefined ? {} : { tumours }) };
}

/**
 * The hotspot of a substitution: same codon and same reference residue. A position that is only near in the structure
 * comes after one that recurs by itself.
 */
export function residueHotspot(
  table: HotspotTable,
  gene: string,
  at: { readonly residue: string; readonly position: number },
  to: string,
): HotspotHit | undefined {
  const held = hotspotsOf(table, gene).filter(
    ({ kind, start, end, residue }) =>
      (kind === 'residue' || kind === 'structure') &&
      start === at.position &&
      end === at.position &&
      (residue === undefined || residue === at.residue),
  );
  const found = held.find(({ kind }) => kind === 'residue') ?? held[0];
  return found === undefined ? undefined : hit(found, to);
}

/** The hotspot of an in-frame deletion, insertion or delins: the range lies within it, or is one of its alleles. */
export function indelHotspot(
  table: HotspotTable,
  gene: string,
  range: { readonly start: number; readonly end: number },
  text: string,
): HotspotHit | undefined {
  const held = hotspotsOf(table, gene).filter(({ kind }) => kind === 'indel');
  const named = held.find(({ alleles }) => alleles.some(({ allele }) => allele === text));
  const found = named ?? held.find(({ start, end }) => start <= range.start && range.end <= end);
  return found === undefined ? undefined : hit(found, text);
}

/** The hotspot of a splice site by the codon at the border. */
export function spliceHotspot(table: HotspotTable, gene: string, codon: number): HotspotHit | undefined {
  const found = hotspotsOf(table, gene).find(
    ({ kind, start, end }) => kind === 'splice' && start <= codon && codon <= end,
  );
  if (found === undefined) return undefined;
  const { tumours } = found;
  return { hotspot: found, isAlleleNamed: true, ...(tumours === undefined ? {} : { tumours }) };
}
