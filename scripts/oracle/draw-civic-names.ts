/**
 * Draws variant names at random from CIViC's predictive export (CC0, 2022-05-30), to be labelled by a person before any
 * reader is run on them: the pairs of gene and variant, sorted, shuffled by a seeded generator, the first 200.
 *
 * @example node scripts/oracle/draw-civic-names.ts ../shared/data/civic/civic_predictive_2022-05-30.tsv 20261121 200
 */
import { readFileSync } from 'node:fs';

const [path = '', seedText = '20261121', countText = '200'] = process.argv.slice(2);

/** Mulberry32: 32 bits of state, enough to make a draw that can be repeated. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const unquoted = (cell: string): string => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"');
const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
const columns = head.split('\t').map(unquoted);
const geneAt = columns.indexOf('gene');
const variantAt = columns.indexOf('variant');
const pairs = [
  ...new Set(
    lines
      .filter((line) => line !== '')
      .map((line) => line.split('\t').map(unquoted))
      .map((cells) => `${cells[geneAt]}\t${cells[variantAt]}`),
  ),
].toSorted();
const random = generator(Number(seedText));
for (let index = pairs.length - 1; index > 0; index -= 1) {
  const other = Math.floor(random() * (index + 1));
  const [here = '', there = ''] = [pairs[index], pairs[other]];
  pairs[index] = there;
  pairs[other] = here;
}
process.stdout.write(`gene\tvariant\n${pairs.slice(0, Number(countText)).join('\n')}\n`);
