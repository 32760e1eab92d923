/**
 * Writes the facts of `src/genes` that come from public gene annotation: exons of transcripts, protein domains and
 * single reference residues, each with its source. Run by a maintainer, never by the program:
 *
 *     node scripts/import/gene-models.ts [DATA_FOLDER]
 *
 * It reads `gene-models/` and `hotspots/` of the data folder and takes single facts for the genes of the catalogue.
 * A coordinate table that fits more than one reading frame is left out and said so on standard error.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const data = process.argv[2] ?? process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data');
const room = join(home, 'src', 'genes');
const written = 'Written by scripts/import/gene-models.ts; not edited by hand.';
/** The symbols of the catalogue, read from its text: the room itself cannot load before its data files exist. */
const symbols = new Set(
  [...readFileSync(join(room, 'gene-facts.ts'), 'utf8').matchAll(/gene\('(\w+)'/g)].map(
    (match) => match[1] ?? '',
  ),
);

interface Exon {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** First and last coding base in this exon as `c.` numbers; zero for an exon without coding bases. */
  readonly cdsStart: number;
  readonly cdsEnd: number;
}
interface Transcript {
  readonly gene: string;
  readonly id: string;
  readonly version?: number;
  readonly build: string;
  readonly strand: string;
  readonly mane: boolean;
  readonly cdsLength: number;
  readonly exons: readonly Exon[];
  readonly source: string;
}

function rowsOf(path: string): Record<string, string>[] {
  const bytes = readFileSync(join(data, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** Transcript models whose coding parts are given by coordinate. */
function annotated(): Transcript[] {
  interface Row {
    gene: string;
    transcript: string;
    build: string;
    strand: string;
    mane: boolean;
    exons: [number, number][];
    cds: [number, number][];
    cds_len: number;
    aa: number | null;
    source: string;
    note: string;
  }
  const path = join(data, 'gene-models', 'transcripts.grch38.json.gz');
  const rows = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Row[];
  const accession = (row: Row): string => row.transcript.split('.')[0] ?? '';
  const usable = rows.filter((row) => symbols.has(row.gene) && row.aa !== null && row.cds_len % 3 === 0);
  // Of several models of one transcript the annotation's own is kept, then the one on GRCh38.
  const rank = (row: Row): number =>
    (row.source.startsWith('Ensembl 110') ? 2 : 0) + Number(row.build === 'GRCh38');
  return usable
    .filter((row) =>
      usable.every(
        (other) => other === row || accession(other) !== accession(row) || rank(other) < rank(row),
      ),
    )
    .map((row) => {
      let coded = 0;
      const exons = row.exons.map(([start, end], index) => {
        const part = row.cds.find(([from, to]) => from >= start && to <= end);
        const length = part === undefined ? 0 : part[1] - part[0] + 1;
        const exon = {
          number: index + 1,
          start,
          end,
          cdsStart: length === 0 ? 0 : coded + 1,
          cdsEnd: length === 0 ? 0 : coded + length,
        };
        coded += length;
        return exon;
      });
      const [id = '', version] = row.transcript.split('.');
      if (coded !== row.cds_len)
        throw new Error(`${row.transcript}: ${coded} coding bases, not ${row.cds_len}`);
      return {
        gene: row.gene,
        id,
        ...(version === undefined ? {} : { version: Number(version) }),
        build: row.build,
        strand: row.strand,
        mane: row.mane,
        cdsLength: coded,
        exons,
        source: row.note === '' ? row.source : `${row.source} (${row.note})`,
      };
    });
}

/**
 * Transcripts of the codon table: only codon ranges are given there. The coding bases before each inner exon follow
 * from the exons' lengths once the coding length of the first exon is known; of the three lengths that end in its
 * last codon, the one is taken under which every codon range comes out as printed.
 */
function fromCodonRanges(known: readonly Transcript[]): Transcript[] {
  const groups = Map.groupBy(
    rowsOf('gene-models/exon_codon_ranges.grch37.tsv').filter((row) => symbols.has(row['gene'] ?? '')),
    (row) => row['transcript'] ?? '',
  );
  const out: Transcript[] = [];
  for (const [name, rows] of groups) {
    const [id = '', version] = name.split('.');
    const first = rows[0];
    if (first === undefined) continue;
    if (known.some((each) => each.id === id)) continue;
    const lastCodon = Number(rows.at(-1)?.['codon_end']);
    const cdsLength = lastCodon * 3;
    const fits = [0, 1, 2]
      .map((less) => Number(first['codon_end']) * 3 - less)
      .map((firstLength) => {
        let coded = 0;
        return rows.map((row, index): Exon => {
          const start = Number(row['exon_start']);
          const end = Number(row['exon_end']);
          const isLast = index === rows.length - 1;
          const length = index === 0 ? firstLength : isLast ? cdsLength - coded : end - start + 1;
          const exon = {
            number: Number(row['exon']),
            start,
            end,
            cdsStart: coded + 1,
            cdsEnd: coded + length,
          };
          coded += length;
          return exon;
        });
      })
      .filter((exons) =>
        exons.every(
          (exon, index) =>
            Math.ceil(exon.cdsStart / 3) === Number(rows[index]?.['codon_start']) &&
            Math.ceil(exon.cdsEnd / 3) === Number(rows[index]?.['codon_end']) &&
            (rows[index]?.['cds_phase_at_exon_start'] === '' ||
              (exon.cdsStart - 1) % 3 === Number(rows[index]?.['cds_phase_at_exon_start'])),
        ),
      );
    const [exons] = fits;
    if (exons === undefined || fits.length > 1) {
      process.stderr.write(`${name} left out: ${fits.length} reading frames fit its codon ranges\n`);
      continue;
    }
    out.push({
      gene: first['gene'] ?? '',
      id,
      ...(version === undefined ? {} : { version: Number(version) }),
      build: 'GRCh37',
      strand: first['strand'] === '1' ? '+' : '-',
      mane: false,
      cdsLength,
      exons,
      source: `exons and codons: ${first['source']}, Ensembl 75`,
    });
  }
  return out;
}

const constantOf = (gene: string): string => `transcripts${gene.charAt(0)}${gene.slice(1).toLowerCase()}`;

function transcriptFile(gene: string, transcripts: readonly Transcript[]): string {
  const body = transcripts.map((transcript) => {
    const exons = transcript.exons.map(
      (exon) => `[${exon.number}, ${exon.start}, ${exon.end}, ${exon.cdsStart}, ${exon.cdsEnd}]`,
    );
    return `{ gene: '${transcript.gene}', id: '${transcript.id}', ${
      transcript.version === undefined ? '' : `version: ${transcript.version}, `
    }build: '${transcript.build}', strand: '${transcript.strand}', mane: ${transcript.mane}, cdsLength: ${
      transcript.cdsLength
    }, source: ${JSON.stringify(transcript.source)}, exons: [${exons.join(', ')}] }`;
  });
  return `/** Transcripts of ${gene}. ${written} */\nimport type { TranscriptRow } from './transcript.ts';\n\nexport const ${constantOf(gene)}: readonly TranscriptRow[] = [${body.join(', ')}];\n`;
}

function domainFile(transcripts: readonly Transcript[]): string {
  const rows = rowsOf('gene-models/protein_domains.cancer_genes.tsv.gz').filter((row) =>
    symbols.has(row['HGNC'] ?? ''),
  );
  const proteins = [...symbols].sort().flatMap((gene) => {
    const byId = Map.groupBy(
      rows.filter((row) => row['HGNC'] === gene),
      (row) => row['refseq.ID'] ?? '',
    );
    const lengths = new Set(
      transcripts.filter((each) => each.gene === gene).map((each) => each.cdsLength / 3 - 1),
    );
    const all = [...byId].map(([id, domains]) => ({
      id,
      length: Number(domains[0]?.['aa.length']),
      domains,
    }));
    const kept = all.filter((each) => lengths.has(each.length));
    const longest = all.toSorted((a, b) => b.length - a.length || (a.id < b.id ? -1 : 1)).slice(0, 1);
    const once = new Set<number>();
    return (kept.length > 0 ? kept : longest).flatMap((each) => {
      if (once.has(each.length)) return [];
      once.add(each.length);
      const domains = each.domains
        .map(
          (row) =>
            `[${JSON.stringify(row['Label'])}, ${JSON.stringify(row['pfam'])}, ${row['Start']}, ${row['End']}]`,
        )
        .join(', ');
      return [`{ gene: '${gene}', refseq: '${each.id}', length: ${each.length}, domains: [${domains}] }`];
    });
  });
  return `/**\n * Domains of proteins (NCBI Conserved Domain Database, through maftools): label, accession, first and last residue.\n * ${written}\n */\nimport type { ProteinRow } from './protein-domain.ts';\n\nexport const proteinRows: readonly ProteinRow[] = [${proteins.join(', ')}];\n`;
}

function residueFile(): string {
  const rows = rowsOf('hotspots/hotspots_v2_and_3d.txt').filter(
    (row) => symbols.has(row['hugo_symbol'] ?? '') && row['type'] === 'single residue',
  );
  const entries = [...Map.groupBy(rows, (row) => row['hugo_symbol'] ?? '')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([gene, found]) => {
      const residues = [...new Set(found.map((row) => row['residue'] ?? ''))]
        .filter((residue) => /^[ACDEFGHIKLMNPQRSTVWY]\d+$/.test(residue))
        .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
      const transcript = found[0]?.['transcript_id'] ?? '';
      if (residues.length === 0) return [];
      return [`{ gene: '${gene}', transcript: '${transcript}', residues: '${residues.join(' ')}' }`];
    });
  return `/**\n * Single reference residues named in the cancer hotspots (Chang 2018, cancerhotspots.org v2): what stands at a position,\n * for genes whose whole sequence is not held. ${written}\n */\nexport interface ResidueRow {\n  readonly gene: string;\n  readonly transcript: string;\n  readonly residues: string;\n}\n\nexport const residueRows: readonly ResidueRow[] = [${entries.join(', ')}];\n`;
}

const exact = annotated();
const transcripts = [...exact, ...fromCodonRanges(exact)];
const genes = [...new Set(transcripts.map((each) => each.gene))].sort();
for (const gene of genes) {
  const own = transcripts.filter((each) => each.gene === gene);
  writeFileSync(join(room, `transcripts-${gene.toLowerCase()}.ts`), transcriptFile(gene, own));
}
writeFileSync(
  join(room, 'transcript-rows.ts'),
  `/** Every transcript held, gene by gene. ${written} */\nimport type { TranscriptRow } from './transcript.ts';\n${genes
    .map((gene) => `import { ${constantOf(gene)} } from './transcripts-${gene.toLowerCase()}.ts';`)
    .join('\n')}\n\nexport const transcriptRows: readonly TranscriptRow[] = [${genes
    .map((gene) => `...${constantOf(gene)}`)
    .join(', ')}];\n`,
);
writeFileSync(join(room, 'protein-rows.ts'), domainFile(transcripts));
writeFileSync(join(room, 'residue-rows.ts'), residueFile());
process.stderr.write(
  `${transcripts.length} transcripts of ${genes.join(', ')}; run biome over src/genes now\n`,
);
