/** The year of a study: printed, or said to be that of the paper that cites it, at the latest. A year from memory is neither. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { citationText, citationYearText, withPrinted } from '../evidence/index.ts';
import { knowledgePlaces, loadKnowledge, loadPrinted } from './index.ts';

const places = knowledgePlaces(fileURLToPath(new URL('../..', import.meta.url)));
const { printed, papers } = loadPrinted(places);
const studies = withPrinted(loadKnowledge(places).base.evidence.studies, printed);

const years: readonly (readonly [id: string, year: string])[] = [
  ['moertel-1991', '1991'],
  ['noda-jcog-9511', '2019 or earlier'],
  ['velayoudom-cephise', '2019 or earlier'],
  ['checkpoint-net-markey', '2017 or later'],
  ['imatinib-kit-basket', '2023, not printed'],
];
for (const [id, year] of years)
  test(`${id} is of ${year}`, () => {
    const study = studies.find((each) => each.id === id);
    assert.ok(study);
    assert.equal(citationYearText(study.citation), year);
    assert.ok(citationText(study).includes(`(${year})`));
  });

test('a study known from a paper alone has a printed year, or that of the paper and says so', () => {
  const known = new Map(papers.map(({ id, year }) => [id, year]));
  const wrong = studies.flatMap(({ id, citation, verification, readIn, published, printed: own }) => {
    if (verification !== 'secondary' || !known.has(readIn.document)) return [];
    const isPrinted = own?.values.some(
      (value) =>
        value.what === 'fact' && value.means.match(/\b(?:19|20)\d{2}\b/g)?.includes(String(citation.year)),
    );
    if (isPrinted === true && citation.yearIs === undefined) return [];
    const ofPaper = known.get(readIn.document);
    const isOfPaper =
      ofPaper === undefined
        ? citation.yearIs === 'assumed'
        : citation.yearIs === 'latest' && citation.year === ofPaper && published === String(ofPaper);
    return isOfPaper ? [] : [`${id} ${citationYearText(citation)}`];
  });
  assert.deepEqual(wrong, []);
});
