/**
 * Writes the `imported` part of every file in `knowledge/gene-models/` from public tables: exons of transcripts,
 * protein domains, accessions, numbers in NCBI Gene and single reference residues, each with its source. Everything
 * else of a file is a curator's and stays as it is, comments included. Run by a maintainer, never by the program:
 *
 *     node scripts/import/gene-models.ts [DATA_FOLDER]
 *     node scripts/import/compile-gene-models.ts
 *
 * A gene is added by writing a file with its symbol. A coordinate table that fits more than one reading frame, and
 * residues on which the tables disagree, are left out and said so on standard error.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { isScalar, parseDocument, visit } from 'yaml';
import { geneModelFile } from '../../src/genes/index.ts';
import { exonsFromCalls } from './exons-from-calls.ts';
import { readTranscripts } from './gene-model-transcripts.ts';
import { readResidues } from './reference-residues.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const data = process.argv[2] ?? process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data');
const folder = join(home, 'knowledge', 'gene-models');
const say = (text: string) => process.stderr.write(`${text}\n`);

const read = (path: string): string => {
  const bytes = readFileSync(join(data, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

const files = readdirSync(folder).filter((name) => /^[A-Z].*\.yaml$/.test(name));
const symbols = new Set(files.map((name) => name.slice(0, -'.yaml'.length)));

const transcripts = readTranscripts(read, symbols, say);
const residues = readResidues(read, symbols, say);

interface DomainRow {
  readonly refseq: string;
  readonly protein: string;
  readonly length: number;
  readonly domain: readonly [label: string, accession: string, start: number, end: number];
}

const domainRows = new Map<string, DomainRow[]>();
for (const line of read('gene-models/protein_domains.cancer_genes.tsv.gz').split('\n').slice(1)) {
  const [gene = '', refseq = '', protein = '', length, start, end, label = '', accession = ''] =
    line.split('\t');
  const row: DomainRow = {
    refseq,
    protein,
    length: Number(length),
    domain: [label, accession, Number(start), Number(end)],
  };
  domainRows.set(gene, [...(domainRows.get(gene) ?? []), row]);
}
const domainSource = 'NCBI Conserved Domain Database, through maftools @ c8ff328 (MIT)';

/** Proteins with domains: those as long as a transcript that is held; where there is none, the longest. */
function domainsOf(gene: string): object {
  const rows = domainRows.get(gene) ?? [];
  if (rows.length === 0) return {};
  const held = new Set((transcripts.get(gene) ?? []).map((each) => each.transcript.proteinLength));
  const proteins = [...Map.groupBy(rows, (row) => row.refseq)].map(([refseq, all]) => ({
    refseq,
    length: all[0]?.length ?? 0,
    domains: all.map((row) => row.domain),
  }));
  const longest = proteins.toSorted((a, b) => b.length - a.length || (a.refseq < b.refseq ? -1 : 1));
  const fitting = proteins.filter((each) => held.has(each.length));
  const kept = fitting.length > 0 ? fitting : longest.slice(0, 1);
  const once = [...Map.groupBy(kept, (each) => each.length).values()].flatMap((same) => same.slice(0, 1));
  const accessions = [...new Set(rows.flatMap((row) => [row.refseq, row.protein]))];
  return {
    accessions: [{ source: domainSource, list: accessions }],
    domains: { source: domainSource, proteins: once },
  };
}

/** Reference transcript by the rule of the compiled data: the one that is named, else MANE Select, else the first. */
function referenceOf(gene: string, named: string | undefined) {
  const own = (transcripts.get(gene) ?? []).map((each) => each.transcript);
  return (
    own.find((each) => each.id.split('.')[0] === named?.split('.')[0]) ??
    own.find((each) => each.mane) ??
    own[0]
  );
}

/**
 * True where the gene's calls count codons as its reference protein does: a transcript on GRCh37 has every call in the
 * codon that it names, and codes in the same lengths as the reference transcript.
 */
function callsAreOnReference(gene: string, named: string | undefined): boolean {
  const lengthsOf = (exons: readonly (readonly number[])[]): string =>
    exons.flatMap(([, , , start = 0, end = 0]) => (start === 0 ? [] : [end - start + 1])).join(' ');
  const reference = referenceOf(gene, named);
  if (reference === undefined) return false;
  const calls = (residues.calls.get(gene) ?? []).flatMap((row) => {
    const [, codon] = /^p\.[A-WYZ](\d+)[A-Z*=]$/.exec(row.protein) ?? [];
    return row.type === 'SNP' && codon !== undefined
      ? [{ position: row.position, codon: Number(codon) }]
      : [];
  });
  return (transcripts.get(gene) ?? [])
    .map((each) => each.transcript)
    .filter((each) => each.build === 'GRCh37' && lengthsOf(each.exons) === lengthsOf(reference.exons))
    .some(({ exons, strand }) =>
      calls.every(({ position, codon }) =>
        exons.some(([number = 0, start = 0, end = 0, first = 0, last = 0]) => {
          if (first === 0 || position < start || position > end) return false;
          // Untranslated bases stand before the first coding base of the first coding exon.
          const isFirst = first === 1 && number > 0;
          const along = strand === '+' ? position - start : end - position;
          const untranslated = isFirst ? end - start + 1 - (last - first + 1) : 0;
          return Math.ceil((first + along - untranslated) / 3) === codon;
        }),
      ),
    );
}

const partsSource =
  'TCGA calls MC3 and Firehose, GRCh37, through PoisonAlien/TCGAmutations @ 3474e341 (MIT): the place of each substitution in its codon, by the genetic code';

const curated = geneModelFile.pick({ numbering: true, reference: true }).loose();

/** True where the calls replace the residues that the hotspots name, at five positions or more. */
function agreesWithHotspots(gene: string, rows: readonly { readonly protein: string }[]): boolean {
  const hotspots = new Map(
    (residues.lists.get(gene) ?? [])
      .filter((list) => !list.isFromCalls)
      .flatMap(({ list }) => list.list.split(' '))
      .map((text) => [text.slice(1), text.charAt(0)] as const),
  );
  const touched = new Set<string>();
  for (const { protein } of rows) {
    const [, residue, position = ''] = /^p\.([A-WYZ])(\d+)[A-Z*=]$/.exec(protein) ?? [];
    const expected = hotspots.get(position);
    if (residue === undefined || expected === undefined) continue;
    if (residue !== expected) return false;
    touched.add(position);
  }
  return touched.size >= 5;
}

/** Exons from calls: a whole transcript where every border is shown, else the parts that are sure. */
function partsOf(gene: string, written: unknown): { parts?: object; complete: readonly object[] } {
  const { numbering } = curated.parse(written);
  if (numbering === undefined) return { complete: [] };
  const rows = residues.calls.get(gene) ?? [];
  const all = exonsFromCalls(rows, numbering.residues);
  // Where calls of both sets do not fit one protein, those of MC3 alone are taken if the hotspots speak for it.
  const alone = rows.filter((row) => row.callset === 'MC3');
  const shown =
    typeof all === 'string' && agreesWithHotspots(gene, alone)
      ? exonsFromCalls(alone, numbering.residues)
      : all;
  if (typeof shown === 'string') {
    say(`${gene}: no exons from calls, ${shown}`);
    return { complete: [] };
  }
  const { strand, exons } = shown;
  const sign = strand === '+' ? 1 : -1;
  const isWhole = exons.every(
    (exon, index) =>
      exon.startsThere &&
      exon.endsThere &&
      (index === 0 ? exon.number === 1 : exon.number === (exons[index - 1]?.number ?? 0) + 1),
  );
  const cdsLength = 3 * (numbering.residues + 1);
  if (isWhole && exons.at(-1)?.last === cdsLength)
    return {
      complete: [
        {
          id: numbering.transcript,
          ...(numbering.also.length === 0 ? {} : { equivalents: numbering.also }),
          build: 'GRCh37',
          strand,
          mane: false,
          cdsLength,
          proteinLength: numbering.residues,
          source: `${partsSource}; untranslated bases are not held`,
          exons: exons.map(({ number, first, last, genomic }) => {
            const end = genomic + sign * (last - first);
            return [number, Math.min(genomic, end), Math.max(genomic, end), first, last, (first - 1) % 3];
          }),
        },
      ],
    };
  return {
    complete: [],
    parts: {
      transcript: numbering.transcript,
      build: 'GRCh37',
      strand,
      source: partsSource,
      exons: exons.map(({ number, first, last, genomic, startsThere, endsThere }) => [
        number,
        first,
        last,
        genomic,
        startsThere,
        endsThere,
      ]),
    },
  };
}

interface PortalGene {
  readonly entrezGeneId: number;
  readonly hugoGeneSymbol: string;
}
const isPortalGene = (value: unknown): value is PortalGene =>
  typeof value === 'object' && value !== null && 'entrezGeneId' in value && 'hugoGeneSymbol' in value;
const portal: unknown = JSON.parse(read('cohorts/portal-dictionaries/genes.json.gz'));
const entrez = new Map(
  (Array.isArray(portal) ? portal : [])
    .filter(isPortalGene)
    .map((gene) => [gene.hugoGeneSymbol, gene.entrezGeneId]),
);

for (const name of files) {
  const gene = name.slice(0, -'.yaml'.length);
  const path = join(folder, name);
  const document = parseDocument(readFileSync(path, 'utf8'));
  const number = entrez.get(gene);
  const chromosome = residues.chromosomes.get(gene) ?? transcripts.get(gene)?.[0]?.chromosome;
  const { parts, complete } = partsOf(gene, document.toJS());
  const { numbering, reference } = curated.parse(document.toJS());
  const isOnReference =
    numbering === undefined ? callsAreOnReference(gene, reference?.transcript) : numbering.isReference;
  const lists = (residues.lists.get(gene) ?? []).filter((list) => isOnReference || !list.isFromCalls);
  const imported = {
    ...(number === undefined ? {} : { entrez: number }),
    ...(chromosome === undefined ? {} : { chromosome }),
    transcripts: [...(transcripts.get(gene) ?? []).map((each) => each.transcript), ...complete],
    ...domainsOf(gene),
    residues: lists.map((each) => each.list),
    ...(parts === undefined ? {} : { parts }),
  };
  document.set('imported', document.createNode(imported));
  visit(document, {
    // Rows of numbers and of names stand on one line each.
    Seq: (_key, seq) => {
      if (seq.items.every((item) => isScalar(item))) seq.flow = true;
    },
  });
  writeFileSync(path, document.toString({ lineWidth: 118, flowCollectionPadding: true }));
}
say(`${files.length} genes, ${[...transcripts.values()].flat().length} transcripts; compile them now`);
