/** Accessions, gene symbols and the reference in front of the colon. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { Accession, HgvsReference } from './hgvs-variant.ts';

/** A to Z in either case. */
export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A to Z in either case, 0 to 9. */
export function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

/** Letters and digits, a letter first, with single `_` or `-` between them. */
function takeName(cursor: HgvsCursor, what: string): string | undefined {
  const start = cursor.at;
  if (!isLetter(cursor.code())) return cursor.fail(what);
  cursor.at++;
  for (;;) {
    const code = cursor.code();
    if (isLetterOrDigit(code)) {
      cursor.at++;
    } else if ((code === 45 || code === 95) && isLetterOrDigit(cursor.text.charCodeAt(cursor.at + 1))) {
      cursor.at += 2;
    } else {
      return cursor.text.slice(start, cursor.at);
    }
  }
}

/** `NM_000222.3`, `LRG_307t1`, `U14680.1`. */
export function readAccession(cursor: HgvsCursor): Accession | undefined {
  const id = takeName(cursor, 'an accession such as NM_000222.3');
  if (id === undefined) return undefined;
  if (!cursor.take('.')) return { id, version: undefined };
  const version = cursor.number('the version of the accession');
  return version === undefined ? undefined : { id, version };
}

/** `KIT`, `HLA-A`, `C9orf72`. */
export function readGeneSymbol(cursor: HgvsCursor): string | undefined {
  return takeName(cursor, 'a gene symbol');
}

/** RefSeq (`NM_`), LRG and Ensembl names, and whatever carries a version. */
function isSequenceName({ id, version }: Accession): boolean {
  return version !== undefined || /^(?:[A-Z]{2}_\d|LRG_\d|ENS[A-Z]*[GTP]\d)/.test(id);
}

/** `(KIT)`: the gene symbol in parentheses. */
export function readParenthesisedGene(cursor: HgvsCursor): string | undefined {
  if (!cursor.must('(')) return undefined;
  const gene = readGeneSymbol(cursor);
  return gene === undefined || !cursor.must(')') ? undefined : gene;
}

/** An accession, with a gene symbol or the transcript in parentheses where there is one. */
export function readReference(cursor: HgvsCursor): HgvsReference | undefined {
  const accession = readAccession(cursor);
  if (accession === undefined) return undefined;
  if (!cursor.take('(')) return { accession, gene: undefined, within: undefined };
  const inner = readAccession(cursor);
  if (inner === undefined || !cursor.must(')')) return undefined;
  return isSequenceName(inner)
    ? { accession, gene: undefined, within: inner }
    : { accession, gene: inner.id, within: undefined };
}
