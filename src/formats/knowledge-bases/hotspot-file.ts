/**
 * Reads tables of recurrent positions: cancer hotspots with 3D hotspots (`hotspots_v2_and_3d.txt`, columns by header) and
 * the plain list of single variants (chromosome, position, bases, gene, class, change). ODbL 1.0: the source is shown with
 * every use.
 */
import type { Hotspot } from '../../alteration/index.ts';
import type { Issue } from '../../reading/index.ts';

/** Hotspots with rows that were not read. */
export interface HotspotReading {
  readonly hotspots: readonly Hotspot[];
  readonly skipped: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
}

const counted = (cell: string): { readonly allele: string; readonly tumours?: number }[] =>
  cell
    .split('|')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.lastIndexOf(':');
      const tumours = Number(part.slice(at + 1));
      return at === -1 || !Number.isSafeInteger(tumours)
        ? { allele: part }
        : { allele: part.slice(0, at), tumours };
    });

/** The longest human protein has fewer than 36,000 residues (titin, Q8WZ42). */
const isPosition = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 100_000;

const kindOf: ReadonlyMap<string, Hotspot['kind']> = new Map([
  ['single residue', 'residue'],
  ['in-frame indel', 'indel'],
  ['splice site', 'splice'],
  ['3d', 'structure'],
]);

function hotspotOf(cells: ReadonlyMap<string, string>): Hotspot | string {
  const gene = cells.get('hugo_symbol') ?? '';
  const kind = kindOf.get((cells.get('type') ?? '').toLowerCase());
  if (gene === '' || kind === undefined) return 'rows of another type';
  const place = /^(\d+)(?:-(\d+))?$/.exec(cells.get('amino_acid_position') ?? '');
  const named = /(\d+)(?:-(\d+))?/.exec(cells.get('residue') ?? '');
  const [, from, to] = place ?? named ?? [];
  const start = Number(from);
  const end = Number(to ?? from);
  if (from === undefined || !isPosition(start) || !isPosition(end) || end < start)
    return 'rows without a position';
  const residue =
    kind === 'residue' || kind === 'structure'
      ? /^([A-Z])\d/.exec(cells.get('residue') ?? '')?.[1]
      : undefined;
  const tumours = Number(cells.get('tumor_count'));
  const q = Number.parseFloat(cells.get('q_value') ?? '');
  const transcript = cells.get('transcript_id') ?? '';
  return {
    gene,
    kind,
    start,
    end,
    ...(residue === undefined ? {} : { residue }),
    alleles: counted(cells.get('variant_amino_acid') ?? ''),
    ...(Number.isFinite(tumours) && tumours > 0 ? { tumours } : {}),
    ...(Number.isFinite(q) ? { qValue: q } : {}),
    ...(transcript === '' ? {} : { transcript }),
  };
}

/** The plain list: one variant a line, without a header. */
function plainList(lines: readonly string[]): HotspotReading {
  const byPlace = new Map<
    string,
    { readonly gene: string; readonly residue: string; readonly at: number; readonly alleles: Set<string> }
  >();
  let skipped = 0;
  for (const line of lines) {
    const [, , , , gene, , change] = line.split('\t');
    const [, residue, position, allele] = /^([A-Z])(\d+)([A-Z*])$/.exec(change ?? '') ?? [];
    if (
      gene === undefined ||
      residue === undefined ||
      position === undefined ||
      allele === undefined ||
      !isPosition(Number(position))
    ) {
      skipped += 1;
      continue;
    }
    const key = `${gene} ${residue}${position}`;
    const held = byPlace.get(key) ?? { gene, residue, at: Number(position), alleles: new Set<string>() };
    held.alleles.add(allele);
    byPlace.set(key, held);
  }
  const hotspots = [...byPlace.values()].map(
    ({ gene, residue, at, alleles }): Hotspot => ({
      gene,
      kind: 'residue',
      start: at,
      end: at,
      residue,
      alleles: [...alleles].map((allele) => ({ allele })),
    }),
  );
  return { hotspots, skipped: skipped === 0 ? {} : { 'rows without a substitution': skipped }, issues: [] };
}

/** Reads a table of hotspots. */
export function readHotspotFile(text: string): HotspotReading {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const columns = (lines[0] ?? '').split('\t').map((cell) => cell.trim().toLowerCase());
  if (!columns.includes('hugo_symbol') || !columns.includes('residue')) {
    if (/^(?:chr)?(?:\d+|X|Y)\t\d+\t[ACGT-]+\t[ACGT-]+\t[A-Z]/.test(lines[0] ?? '')) return plainList(lines);
    const issue: Issue = {
      code: 'column-missing',
      severity: 'error',
      message: 'this is no table of cancer hotspots: it needs the columns hugo_symbol and residue.',
      line: 1,
    };
    return { hotspots: [], skipped: {}, issues: [issue] };
  }
  const skipped: Record<string, number> = {};
  const hotspots: Hotspot[] = [];
  for (const line of lines.slice(1)) {
    const cells = line.split('\t');
    const read = hotspotOf(new Map(columns.map((column, at) => [column, (cells[at] ?? '').trim()])));
    if (typeof read === 'string') skipped[read] = (skipped[read] ?? 0) + 1;
    else hotspots.push(read);
  }
  return { hotspots, skipped, issues: [] };
}
