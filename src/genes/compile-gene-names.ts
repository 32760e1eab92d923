/** Makes the packed rows of genes of which only names and numbers are held. */
import type { GeneModelFile } from './gene-model-file.ts';
import type { GeneNamesFile } from './gene-names-file.ts';

/** Aliases of a gene in the list of names. */
export function namedAliases(file: GeneNamesFile, symbol: string): readonly string[] {
  return [...new Set(file.aliases.flatMap(({ names }) => names[symbol] ?? []))];
}

/**
 * `symbol|HGNC|NCBI Gene|aliases|accessions|role`, in alphabetical order, without the genes that have a model.
 *
 * @public
 */
export function compileGeneNames(file: GeneNamesFile, models: readonly GeneModelFile[]): readonly string[] {
  const modelled = new Set(models.map((model) => model.symbol));
  const { genes, accessions } = file.imported;
  return Object.keys(genes.numbers)
    .filter((symbol) => !modelled.has(symbol))
    .toSorted()
    .map((symbol) =>
      [
        symbol,
        file.hgnc.map(({ numbers }) => numbers[symbol]).find((number) => number !== undefined) ?? '',
        genes.numbers[symbol],
        namedAliases(file, symbol).join(';'),
        (accessions.of[symbol] ?? '').replaceAll(' ', ';'),
        file.roles.map(({ of }) => of[symbol]).find((role) => role !== undefined) ?? '',
      ].join('|'),
    );
}
