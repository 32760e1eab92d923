/**
 * Exons of genes for which no exon table was at hand, from the annotated calls of TCGA (GRCh37). A substitution prints
 * its genomic base, its codon and the two residues; the genetic code leaves one place in the codon, so its `c.` number
 * follows. Along an exon the genomic base less the `c.` number is one constant, and every exon has another: the exact
 * coding bases of an exon are known from the first to the last call in it. Where it ends follows from a substitution
 * in the intron: a donor begins with GT (or GC), an acceptor ends with AG, so the base that was replaced says whether
 * it is the first or the second of the intron. An end that no call shows stays open, and nothing is said about the
 * codons between.
 */

/** An exon as the calls show it. */
export interface ShownExon {
  readonly number: number;
  /** First and last coding base that surely lie in it. */
  readonly first: number;
  readonly last: number;
  /** Genomic base of `first`. */
  readonly genomic: number;
  /** `first` and `last` are its first and last coding base. */
  readonly startsThere: boolean;
  readonly endsThere: boolean;
}

export interface ShownGene {
  readonly strand: '+' | '-';
  readonly exons: readonly ShownExon[];
}

/** A row of the call table: only what is used here. */
export interface CallRow {
  readonly position: number;
  readonly end: number;
  readonly classification: string;
  readonly type: string;
  readonly reference: string;
  readonly alternate: string;
  readonly protein: string;
  /** `11/21`, or empty. */
  readonly exon: string;
}

const bases = 'TCAG';
const residues = 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG';
const codons = new Map(
  residues
    .split('')
    .map((residue, index) => [
      `${bases.charAt(index >> 4)}${bases.charAt((index >> 2) & 3)}${bases.charAt(index & 3)}`,
      residue,
    ]),
);
const complement: Readonly<Record<string, string>> = { A: 'T', C: 'G', G: 'C', T: 'A' };

/** The `c.` numbers that a substitution can have, by the genetic code. */
function placesOf(protein: string, reference: string, alternate: string): readonly number[] {
  const [, from, codon, printed] = /^p\.([A-WYZ])(\d+)([A-Z*=])$/.exec(protein) ?? [];
  if (from === undefined || codon === undefined || printed === undefined) return [];
  const to = printed === '=' ? from : printed;
  return [0, 1, 2]
    .filter((at) =>
      [...codons].some(
        ([bases3, residue]) =>
          bases3.charAt(at) === reference &&
          residue === from &&
          codons.get(bases3.slice(0, at) + alternate + bases3.slice(at + 1)) === to,
      ),
    )
    .map((at) => 3 * (Number(codon) - 1) + 1 + at);
}

interface Segment {
  shifts: ReadonlySet<number>;
  positions: number[];
}

const isCodingProtein = (protein: string): boolean => /^p\.[A-WYZ]\d+/.test(protein);

/** The exons of a gene, or why they cannot be told. */
export function exonsFromCalls(rows: readonly CallRow[], proteinLength: number): ShownGene | string {
  const substitutions = rows.filter(
    (row) => row.type === 'SNP' && /^p\.[A-WYZ]\d+[A-Z*=]$/.test(row.protein),
  );
  const along = substitutions
    .map((row) => ({ position: row.position, codon: Number(/\d+/.exec(row.protein)?.[0]) }))
    .toSorted((a, b) => a.position - b.position);
  const [low, high] = [along[0], along.at(-1)];
  if (low === undefined || high === undefined) return 'no calls';
  const sign = high.codon >= low.codon ? 1 : -1;
  const inTranscript = (base: string): string => (sign === 1 ? base : (complement[base] ?? 'N'));
  const places = new Map<number, ReadonlySet<number>>();
  const numbers = new Map<number, string>();
  for (const row of substitutions) {
    const found = new Set(placesOf(row.protein, inTranscript(row.reference), inTranscript(row.alternate)));
    const before = places.get(row.position);
    places.set(row.position, before === undefined ? found : before.intersection(found));
    if (row.exon.includes('/')) numbers.set(row.position, row.exon);
  }
  for (const [position, found] of places)
    if (found.size === 0) return `no codon fits the call at ${position}`;
  const segments: Segment[] = [];
  for (const [position, found] of [...places].toSorted(([a], [b]) => (a - b) * sign)) {
    const shifts = new Set([...found].map((place) => sign * position - place));
    const last = segments.at(-1);
    const common = last?.shifts.intersection(shifts);
    if (last !== undefined && common !== undefined && common.size > 0) {
      last.shifts = common;
      last.positions.push(position);
    } else segments.push({ shifts, positions: [position] });
  }
  const exons = segments.flatMap(({ shifts, positions }) => {
    const [shift] = shifts;
    // A single call whose place in the codon is open says nothing.
    if (shift === undefined || shifts.size > 1) return [];
    const printed = new Set(positions.flatMap((position) => numbers.get(position) ?? []));
    const coded = positions.map((position) => sign * position - shift);
    return [{ shift, printed, first: Math.min(...coded), last: Math.max(...coded) }];
  });
  const total = Math.max(...[...numbers.values()].map((text) => Number(text.split('/')[1])));
  const numbered: (number | undefined)[] = exons.map(({ printed }) => {
    const [only] = printed;
    return only === undefined || printed.size > 1 ? undefined : Number(only.split('/')[0]);
  });
  // Exons without a numbered call are numbered where as many numbers are left as there are exons.
  for (const [index, number] of numbered.entries()) {
    const before = numbered[index - 1];
    if (number !== undefined || before === undefined) continue;
    const next = numbered.findIndex((each, at) => at > index && each !== undefined);
    if (next !== -1 && numbered[next] === before + 1 + next - index) numbered[index] = before + 1;
  }
  for (const [index, exon] of exons.entries()) {
    const next = exons[index + 1];
    const [number, after] = [numbered[index], numbered[index + 1]];
    if (next === undefined) continue;
    if (next.first <= exon.last) return `c.${next.first} is coded twice`;
    if (number !== undefined && after !== undefined && after <= number)
      return `exon ${after} follows exon ${number}`;
  }
  // Deletions and insertions inside an exon widen what is known of it.
  for (const row of rows) {
    if (!/^(?:Frame_Shift|In_Frame)_(?:Del|Ins)$/.test(row.classification) || !isCodingProtein(row.protein))
      continue;
    const codon = Number(/\d+/.exec(row.protein)?.[0]);
    for (const exon of exons)
      for (const position of [row.position, row.end]) {
        const place = sign * position - exon.shift;
        if (place < 1 || Math.abs(Math.ceil(place / 3) - codon) > 3) continue;
        exon.first = Math.min(exon.first, place);
        exon.last = Math.max(exon.last, place);
      }
  }
  const inIntrons = rows.filter(
    (row) => row.classification === 'Splice_Site' && row.type === 'SNP' && !isCodingProtein(row.protein),
  );
  const borders: (number | undefined)[] = exons.map((exon, index) => {
    const next = exons[index + 1];
    const [number = 0, after] = [numbered[index], numbered[index + 1]];
    if (next === undefined || number === 0 || after !== number + 1) return undefined;
    const isPossible = (last: number): boolean => last >= exon.last && last < next.first;
    const shown = inIntrons.flatMap((row) => {
      const base = inTranscript(row.reference);
      const afterDonor = sign * row.position - exon.shift;
      const beforeAcceptor = sign * row.position - next.shift;
      return [
        ...(base === 'G' ? [afterDonor - 1, beforeAcceptor] : []),
        ...(base === 'T' || base === 'C' ? [afterDonor - 2] : []),
        ...(base === 'A' ? [beforeAcceptor + 1] : []),
      ].filter(isPossible);
    });
    const all = new Set(exon.last + 1 === next.first ? [exon.last] : shown);
    return all.size === 1 ? [...all][0] : undefined;
  });
  return {
    strand: sign === 1 ? '+' : '-',
    exons: exons.flatMap((exon, index): ShownExon[] => {
      const number = numbered[index];
      if (number === undefined) return [];
      const startsThere = index === 0 ? number === 1 : borders[index - 1] !== undefined;
      const isFinal = index === exons.length - 1 && number === total;
      const end = borders[index];
      const start = index === 0 ? 1 : (borders[index - 1] ?? 0) + 1;
      const first = startsThere ? start : exon.first;
      return [
        {
          number,
          first,
          last: isFinal ? 3 * (proteinLength + 1) : (end ?? exon.last),
          genomic: sign * (first + exon.shift),
          startsThere,
          endsThere: isFinal || end !== undefined,
        },
      ];
    }),
  };
}
