/** Cells as they are printed: what stands for "no value", numbers, and texts with the escapes of VCF and VEP. */

const absent = new Set(['', '.', '-', 'na', 'n/a', 'nan', 'null', 'none', 'unknown', '[not available]']);

/** The cell without spaces around it, or undefined where it stands for "no value". */
export function printedValue(cell: string | undefined): string | undefined {
  if (cell === undefined || cell === '' || cell === '.') return undefined;
  const text = cell.trim();
  return absent.has(text.toLowerCase()) ? undefined : text;
}

/** A plain number, or undefined; nothing is rounded and no separator of thousands is read. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A count of reads or a position: a whole number that is not negative. */
export function wholeNumberOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/** `%3D` and the other escapes of printable ASCII become what they stand for (VCF 4.3, 1.2). */
export function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  return text.replaceAll(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A text for a message, cut where it is long. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

/** A notation without its accession: `p.Val559Asp` of `ENSP00000288135.6:p.Val559Asp`, and the accession. */
export function withoutAccession(notation: string): { readonly text: string; readonly accession?: string } {
  const colon = notation.indexOf(':');
  if (colon === -1 || !/^[A-Za-z]{1,5}_?\d[\w.]*(?:\([\w-]+\))?$/.test(notation.slice(0, colon)))
    return { text: notation };
  return { text: notation.slice(colon + 1), accession: notation.slice(0, colon) };
}

/**
 * The same text in memory of its own. A cell is a view of the piece of the file that it was cut from, and would keep
 * the whole piece as long as it is held; what is held for longer than its row is copied.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
