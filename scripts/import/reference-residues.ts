/**
 * Single reference residues: what stands at a position of the reference protein. From cancer hotspots v2, and from the
 * annotated calls of TCGA (MC3 and Firehose, GRCh37), where a substitution prints the residue that it replaces. Calls
 * annotated on different transcripts would give residues that do not belong together, so a gene's calls are taken only
 * if no position has two residues, if codons follow the genome in one direction without a step back, and if no
 * residue of the hotspots is another one.
 */
import type { CallRow } from './exons-from-calls.ts';

type Read = (path: string) => string;
type Say = (text: string) => void;

/** Residues with their source, and whether they are those of calls, whose transcript is not named. */
export interface ResidueList {
  readonly isFromCalls: boolean;
  readonly list: { readonly source: string; readonly on: string; readonly list: string };
}

const hotspotSource = 'cancer hotspots v2 and 3D (Chang 2018, PMID 29247016), single residues';
const callSource =
  'TCGA calls MC3 and Firehose, GRCh37, through PoisonAlien/TCGAmutations @ 3474e341 (MIT): residues that substitutions replace';

interface Call {
  readonly position: number;
  readonly codon: number;
  readonly residue: string;
}

/** Why a gene's calls cannot be one protein, or undefined. */
function fault(calls: readonly Call[], hotspots: ReadonlyMap<number, string>): string | undefined {
  const residues = new Map<number, string>();
  for (const { codon, residue } of calls) {
    const known = hotspots.get(codon) ?? residues.get(codon);
    if (known !== undefined && known !== residue) return `codon ${codon} is ${known} and ${residue}`;
    residues.set(codon, residue);
  }
  const along = calls.toSorted((a, b) => a.position - b.position);
  const first = along[0];
  const last = along.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const direction = Math.sign(last.codon - first.codon);
  for (const [index, call] of along.entries()) {
    const before = along[index - 1];
    if (before === undefined) continue;
    const step = (call.codon - before.codon) * direction;
    const bases = call.position - before.position;
    if (step < 0) return `codon ${call.codon} lies before codon ${before.codon} in the genome`;
    if (step > bases) return `${bases} bases lie between codons ${before.codon} and ${call.codon}`;
  }
  return undefined;
}

const written = (residues: ReadonlyMap<number, string>): string =>
  [...residues]
    .toSorted(([a], [b]) => a - b)
    .map(([position, residue]) => `${residue}${position}`)
    .join(' ');

/** Residues by gene, and the chromosome on which its calls lie. */
export function readResidues(
  read: Read,
  symbols: ReadonlySet<string>,
  say: Say,
): {
  readonly lists: ReadonlyMap<string, readonly ResidueList[]>;
  readonly chromosomes: ReadonlyMap<string, string>;
  readonly calls: ReadonlyMap<string, readonly (CallRow & { readonly callset: string })[]>;
} {
  const hotspots = new Map<string, Map<number, string>>();
  const transcripts = new Map<string, string>();
  const [head = '', ...rows] = read('hotspots/hotspots_v2_and_3d.txt').split('\n');
  const names = head.split('\t');
  for (const row of rows) {
    const cells = row.split('\t');
    const gene = cells[names.indexOf('hugo_symbol')] ?? '';
    const residue = cells[names.indexOf('residue')] ?? '';
    const type = cells[names.indexOf('type')];
    // X marks a splice site there, not a residue.
    if (!symbols.has(gene) || type !== 'single residue' || !/^[ACDEFGHIKLMNPQRSTVWY]\d+$/.test(residue))
      continue;
    const own = hotspots.get(gene) ?? new Map<number, string>();
    own.set(Number(residue.slice(1)), residue.charAt(0));
    hotspots.set(gene, own);
    transcripts.set(gene, cells[names.indexOf('transcript_id')] ?? '');
  }
  const rowsOf = new Map<string, (CallRow & { readonly callset: string })[]>();
  const calls = new Map<string, Call[]>();
  const chromosomes = new Map<string, string>();
  for (const line of read('cohorts/tcga-pancan/mutations.tsv.gz').split('\n')) {
    const cells = line.split('\t');
    const [
      gene = '',
      chromosome = '',
      position,
      end,
      classification = '',
      type = '',
      reference = '',
      alternate = '',
    ] = cells;
    if (!symbols.has(gene)) continue;
    const [protein = '', exon = ''] = cells.slice(9);
    const row = {
      position: Number(position),
      end: Number(end),
      classification,
      type,
      reference,
      alternate,
      protein,
      exon,
    };
    rowsOf.set(gene, [...(rowsOf.get(gene) ?? []), { ...row, callset: cells[14] ?? '' }]);
    const [, residue, codon] =
      /^p\.([ACDEFGHIKLMNPQRSTVWY])(\d+)[ACDEFGHIKLMNPQRSTVWY*=]$/.exec(protein) ?? [];
    if (type !== 'SNP' || residue === undefined || codon === undefined) continue;
    // Firehose numbers the X chromosome 23.
    if (/^(?:\d+|X|Y)$/.test(chromosome)) chromosomes.set(gene, chromosome === '23' ? 'X' : chromosome);
    const own = calls.get(gene) ?? [];
    own.push({ position: Number(position), codon: Number(codon), residue });
    calls.set(gene, own);
  }
  const lists = new Map<string, readonly ResidueList[]>();
  for (const gene of symbols) {
    const printed = hotspots.get(gene) ?? new Map<number, string>();
    const own = calls.get(gene) ?? [];
    const wrong = fault(own, printed);
    if (wrong !== undefined) say(`${gene}: residues of calls left out, ${wrong}`);
    const fromCalls = new Map(
      wrong === undefined ? own.map((call) => [call.codon, call.residue] as const) : [],
    );
    lists.set(gene, [
      ...(printed.size === 0
        ? []
        : [
            {
              isFromCalls: false,
              list: { source: hotspotSource, on: transcripts.get(gene) ?? '', list: written(printed) },
            },
          ]),
      ...(fromCalls.size === 0
        ? []
        : [
            {
              isFromCalls: true,
              list: { source: callSource, on: 'the reference protein', list: written(fromCalls) },
            },
          ]),
    ]);
  }
  return { lists, chromosomes, calls: rowsOf };
}
