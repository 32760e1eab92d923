/**
 * Protein changes as Oncotator and older MAF files print them, rewritten as HGVS where the text holds all that HGVS
 * asks: `p.310_311TQ>TKQNPQ` (a stretch with its residues becomes others), `p.KIM2014fs` and `p.DSRC252del` (the
 * residues from that position on). Forms that lack a residue (`p.-920fs`, `p.317_318insM`) are not rewritten.
 */
import { threeLetterCodes } from '../genes/index.ts';

const codes: ReadonlySet<string> = new Set(
  Object.values(threeLetterCodes).map((code: string) => code.toUpperCase()),
);

/** The residue at the first and the last place, `T310_Q311`; one place alone, `D600`. */
function stretch(residues: string, start: number): string {
  const end = start + residues.length - 1;
  const first = `${residues.charAt(0)}${start}`;
  return residues.length === 1 ? first : `${first}_${residues.charAt(residues.length - 1)}${end}`;
}

/** The same change in HGVS, or undefined for a text that is none of these forms or lacks a residue. */
export function hgvsOfOncotator(printed: string): string | undefined {
  const text = printed.replace(/^p\./, '');
  const replaced = /^(\d{1,6})_(\d{1,6})([A-Z*]+)>([A-Z*]+)$/.exec(text);
  if (replaced !== null) {
    const [, start = '', end = '', from = '', to = ''] = replaced;
    if (Number(end) - Number(start) + 1 !== from.length) return undefined;
    return `p.${stretch(from, Number(start))}delins${to}`;
  }
  const run = /^([A-Z*]{2,})(\d{1,6})(fs|del)$/.exec(text);
  if (run === null) return undefined;
  const [, residues = '', start = '', change = ''] = run;
  // `GLY12fs` may be one residue in capitals or three residues.
  if (codes.has(residues)) return undefined;
  if (change === 'fs') return residues.startsWith('*') ? undefined : `p.${residues.charAt(0)}${start}fs`;
  return `p.${stretch(residues, Number(start))}del`;
}
