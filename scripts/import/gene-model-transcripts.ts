/** Transcripts with exons from the two annotation tables of the data folder. */

export interface ImportedTranscript {
  readonly id: string;
  readonly build: string;
  readonly strand: string;
  readonly mane: boolean;
  readonly cdsLength: number;
  readonly proteinLength: number;
  readonly source: string;
  readonly exons: readonly (readonly number[])[];
}

/** A transcript with what is known of its gene. */
export interface TranscriptOfGene {
  readonly gene: string;
  readonly chromosome: string;
  readonly transcript: ImportedTranscript;
}

type Read = (path: string) => string;
type Say = (text: string) => void;

const phaseOf = (cdsStart: number): number => (cdsStart === 0 ? -1 : (cdsStart - 1) % 3);

interface AnnotatedRow {
  readonly gene: string;
  readonly transcript: string;
  readonly build: string;
  readonly chrom: string;
  readonly strand: string;
  readonly mane: boolean;
  readonly exons: readonly (readonly [number, number])[];
  readonly cds: readonly (readonly [number, number])[];
  readonly cds_len: number;
  readonly aa: number | null;
  readonly source: string;
  readonly note: string;
}
const isAnnotated = (value: unknown): value is AnnotatedRow =>
  typeof value === 'object' && value !== null && 'transcript' in value && 'cds' in value;

/** Transcript models whose coding parts are given by coordinate. */
function annotated(read: Read, symbols: ReadonlySet<string>): TranscriptOfGene[] {
  const rows: unknown = JSON.parse(read('gene-models/transcripts.grch38.json.gz'));
  return (Array.isArray(rows) ? rows : [])
    .filter(isAnnotated)
    .filter((row) => symbols.has(row.gene) && row.aa !== null && row.cds_len % 3 === 0)
    .map((row) => {
      let coded = 0;
      const exons = row.exons.map(([start, end], index) => {
        const part = row.cds.find(([from, to]) => from >= start && to <= end);
        const length = part === undefined ? 0 : part[1] - part[0] + 1;
        const cdsStart = length === 0 ? 0 : coded + 1;
        coded += length;
        return [index + 1, start, end, cdsStart, length === 0 ? 0 : coded, phaseOf(cdsStart)];
      });
      if (coded !== row.cds_len) throw new Error(`${row.transcript}: ${coded} bases, not ${row.cds_len}`);
      return {
        gene: row.gene,
        chromosome: row.chrom.replace('chr', ''),
        transcript: {
          id: row.transcript,
          build: row.build,
          strand: row.strand,
          mane: row.mane,
          cdsLength: coded,
          proteinLength: coded / 3 - 1,
          source: row.note === '' ? row.source : `${row.source} (${row.note})`,
          exons,
        },
      };
    });
}

/**
 * Transcripts of the codon table: only codon ranges are given there. The coding bases before each inner exon follow
 * from the exons' lengths once the coding length of the first exon is known; of the three lengths that end in its
 * last codon, the one is taken under which every codon range comes out as printed.
 */
function fromCodonRanges(read: Read, symbols: ReadonlySet<string>, say: Say): TranscriptOfGene[] {
  const [head = '', ...lines] = read('gene-models/exon_codon_ranges.grch37.tsv')
    .split('\n')
    .filter((line) => line !== '');
  const names = head.split('\t');
  const rows = lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return {
      gene: cell('gene'),
      id: cell('transcript'),
      chromosome: cell('chrom').replace('chr', ''),
      strand: cell('strand') === '1' ? '+' : '-',
      exon: Number(cell('exon')),
      start: Number(cell('exon_start')),
      end: Number(cell('exon_end')),
      codonStart: Number(cell('codon_start')),
      codonEnd: Number(cell('codon_end')),
      phase: cell('cds_phase_at_exon_start'),
      source: cell('source'),
    };
  });
  const groups = Map.groupBy(
    rows.filter((row) => symbols.has(row.gene)),
    (row) => row.id,
  );
  return [...groups].flatMap(([id, exonsOf]) => {
    const first = exonsOf[0];
    const last = exonsOf.at(-1);
    if (first === undefined || last === undefined) return [];
    const cdsLength = last.codonEnd * 3;
    const fits = [0, 1, 2]
      .map((less) => first.codonEnd * 3 - less)
      .map((firstLength) => {
        let coded = 0;
        return exonsOf.map((row, index) => {
          const isLast = index === exonsOf.length - 1;
          const length = index === 0 ? firstLength : isLast ? cdsLength - coded : row.end - row.start + 1;
          const exon = { ...row, cdsStart: coded + 1, cdsEnd: coded + length };
          coded += length;
          return exon;
        });
      })
      .filter((exons) =>
        exons.every(
          (exon) =>
            exon.cdsEnd - exon.cdsStart <= exon.end - exon.start &&
            Math.ceil(exon.cdsStart / 3) === exon.codonStart &&
            Math.ceil(exon.cdsEnd / 3) === exon.codonEnd &&
            (exon.phase === '' || phaseOf(exon.cdsStart) === Number(exon.phase)),
        ),
      );
    const [exons] = fits;
    if (exons === undefined || fits.length > 1) {
      say(`${first.gene} ${id} left out: ${fits.length} reading frames fit its codon ranges`);
      return [];
    }
    return [
      {
        gene: first.gene,
        chromosome: first.chromosome,
        transcript: {
          id,
          build: 'GRCh37',
          strand: first.strand,
          mane: false,
          cdsLength,
          proteinLength: cdsLength / 3 - 1,
          source: `exons and codons: ${first.source}, Ensembl 75`,
          exons: exons.map((exon) => [
            exon.exon,
            exon.start,
            exon.end,
            exon.cdsStart,
            exon.cdsEnd,
            phaseOf(exon.cdsStart),
          ]),
        },
      },
    ];
  });
}

const nameOf = (id: string): string => id.split('.')[0] ?? id;

/** Transcripts by gene; one model of an accession on each build, the annotation's own before a derived one. */
export function readTranscripts(
  read: Read,
  symbols: ReadonlySet<string>,
  say: Say,
): ReadonlyMap<string, readonly TranscriptOfGene[]> {
  const rank = ({ transcript: { source } }: TranscriptOfGene): number =>
    source.startsWith('Ensembl 110') ? 2 : source.startsWith('exons and codons') ? 1 : 0;
  const all = [...annotated(read, symbols), ...fromCodonRanges(read, symbols, say)];
  const groups = Map.groupBy(all, ({ transcript: { id, build } }) => `${nameOf(id)} ${build}`);
  const kept = [...groups.values()].flatMap((same) => same.toSorted((a, b) => rank(b) - rank(a)).slice(0, 1));
  return Map.groupBy(kept, (each) => each.gene);
}
