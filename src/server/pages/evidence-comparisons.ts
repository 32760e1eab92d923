/** Comparisons that a paper draws, as printed: what is compared between whom, by what it was divided, what it concludes. */
import { libraryWords, type Study } from '../../evidence/index.ts';
import { evidenceTable } from './evidence-table.ts';
import { asHeading, comparisonAnchor, placeText } from './evidence-words.ts';
import { type Insertion, markup } from './markup.ts';

/** The comparisons of a study; nothing where it holds none. */
export function comparisonsSection({ printed }: Study, tables: ReadonlySet<string>): Insertion {
  if (printed === undefined || printed.comparisons.length === 0) return undefined;
  const wordsOf = (group: string): string => printed.groups.find(({ id }) => id === group)?.words ?? group;
  return markup`<h2 id="comparisons">Comparisons as printed</h2>
${evidenceTable(
  'Comparisons as printed',
  ['Of', 'Between', 'Divided by', 'Concludes', 'Printed', 'Place'],
  printed.comparisons.map(({ of, between, by, concludes, place }, at) => ({
    anchor: comparisonAnchor(at),
    cells: [
      asHeading(libraryWords(of)),
      between.map(wordsOf).join(' and '),
      libraryWords(by),
      libraryWords(concludes),
      place.text === undefined ? '' : markup`<q>${place.text}</q>`,
      placeText(place, tables),
    ],
  })),
)}`;
}
