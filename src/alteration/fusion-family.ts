/** Fusions of a family of genes (`NTRK fusion`, `FGFR rearrangement`): any gene whose name is the family's with a number or letter. */
import { geneNames, geneOf } from '../genes/index.ts';

const asked = /^(?:any )?([A-Za-z]{3,8}) (?:gene )?(?:fusions?|rearrangements?|translocations?)$/i;

/**
 * The genes that a family's name covers, as approved symbols.
 *
 * @returns undefined for a text that is no such phrase, or names a gene itself, or fits fewer than two genes.
 * @example fusionFamily('NTRK fusion') // ['NTRK1', 'NTRK2', 'NTRK3']
 */
export function fusionFamily(text: string): readonly string[] | undefined {
  if (text.length > 60) return undefined;
  const stem = asked.exec(text.trim())?.[1]?.toUpperCase();
  if (stem === undefined || geneOf(stem) !== undefined) return undefined;
  const isMember = (name: string): boolean =>
    name.length === stem.length + 1 && name.toUpperCase().startsWith(stem) && /[1-9A-C]$/i.test(name);
  const genes = new Set(
    geneNames()
      .filter(isMember)
      .flatMap((name) => geneOf(name)?.symbol ?? []),
  );
  return genes.size < 2 ? undefined : [...genes].toSorted();
}
