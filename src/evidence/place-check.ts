/** Whether the words that are cited for a place stand there: in the cited lines of the paper, joined by single spaces. */
import { namesNumber } from './second-reading/index.ts';
import type { SourcePlace } from './source-place.ts';
import type { Study } from './study.ts';

/** Every place that a study cites. */
export function placesOfStudy(study: Study): readonly SourcePlace[] {
  const { printed } = study;
  return [
    study.readIn,
    ...study.population.composition.flatMap(({ place }) => place ?? []),
    ...study.counts.map(({ place }) => place),
    ...study.measures.map(({ place }) => place),
    ...study.patients.map(({ place }) => place),
    ...study.remarks.flatMap(({ place }) => place ?? []),
    ...(study.design.endpoints ?? []).map(({ place }) => place),
    ...(printed?.values ?? []).map(({ place }) => place),
    ...(printed?.comparisons ?? []).map(({ place }) => place),
  ];
}

/**
 * Printed values whose number does not stand in the words that are cited for it, each as a sentence: "57" over "Overall RR, 75".
 * A value may be printed as a word ("seven").
 */
export function checkValues({ printed }: Study): readonly string[] {
  return (printed?.values ?? []).flatMap((value): string[] => {
    const { text } = value.place;
    if (value.what === 'fact' || text === undefined) return [];
    const number = value.value.replaceAll(/[+%<>=≤≥~\s]/gu, '');
    const isNumber = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(number);
    const stands = isNumber ? namesNumber(text, number) : oneLine(text).includes(oneLine(value.value));
    return stands ? [] : [`"${value.value}" does not stand in the words cited for it, "${text}"`];
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/**
 * The lines that a citation such as "3-5, 8" names, in its order; undefined where the paper does not have them.
 * @public
 */
export function citedLines(lines: readonly string[], citation: string): readonly string[] | undefined {
  const cited: string[] = [];
  for (const part of citation.split(',')) {
    const [from, to = from] = part.trim().split('-').map(Number);
    if (from === undefined || to === undefined || !(from >= 1 && to >= from && to <= lines.length))
      return undefined;
    cited.push(...lines.slice(from - 1, to));
  }
  return cited;
}

/** What is wrong with places in papers that are at hand, each as a sentence; documents that are not are left out. */
export function checkPlaces(
  places: readonly SourcePlace[],
  papers: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return places.flatMap(({ document, lines: citation, text }): string[] => {
    const lines = papers.get(document);
    if (lines === undefined) return [];
    if (citation === undefined) return [`cites paper ${document} without lines`];
    const cited = citedLines(lines, citation);
    if (cited === undefined) return [`cites lines ${citation}, which paper ${document} does not have`];
    if (text !== undefined && !oneLine(cited.join(' ')).includes(oneLine(text)))
      return [`"${text}" is not in lines ${citation} of paper ${document}`];
    return [];
  });
}
