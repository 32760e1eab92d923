/**
 * Defects of a paper as a document: a table or figure that is referred to and not there, one abbreviation with two
 * meanings, a column whose heading does not name what stands in it.
 */
import type { Paper } from '../paper.ts';
import { groupedBy } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

/** `Figure 1A` is a part of `Figure 1`. */
const wholeOf = (exhibit: string): string => exhibit.replace(/(\d)\s?[A-Za-z]$/u, '$1');

function missingExhibits(paper: Paper): readonly AuditFinding[] {
  const there = new Set([...paper.tables, ...paper.figures].flatMap(({ id }) => [id, wholeOf(id)]));
  const missing = paper.mentions.filter(({ of }) => !there.has(of) && !there.has(wholeOf(of)));
  const exhibits = [...paper.tables, ...paper.figures].map(({ id }) => id).join(', ');
  return [...groupedBy(missing, ({ of }) => wholeOf(of))].map(([of, mentions]) => {
    // A text without pages leaves captions out more easily than the rows of a table.
    const isFigure = /^fig/i.test(of);
    return finding({
      study: `paper-${paper.id}`,
      check: 'crossReference',
      group: 'document',
      about: of,
      outcome: 'conflicting',
      certainty: isFigure ? 'possible' : 'certain',
      printed: mentions.map((mention) => ({ printed: mention.of, place: mention.place })),
      recomputed: `the paper has ${exhibits}`,
      test: 'references to tables and figures against those that are printed',
      explanation: isFigure
        ? 'The figure was taken out before print, or its caption is missing in the text that was read.'
        : 'The table was renumbered or taken out before print; what it showed cannot be checked.',
    });
  });
}

/** The words of a meaning in any order: "capecitabine and oxaliplatin" is "oxaliplatin and capecitabine". */
const wordsOfMeaning = (means: string): ReadonlySet<string> =>
  new Set(
    means
      .toLowerCase()
      .split(/[^a-z0-9]+/u)
      .filter((word) => word.length > 0 && word !== 'and' && word !== 'of' && word !== 'study'),
  );

const contains = (one: string, other: string): boolean => {
  const words = wordsOfMeaning(one);
  return [...wordsOfMeaning(other)].every((word) => words.has(word));
};

/** One meaning under two abbreviations: one of them is a slip, or the tables were not brought together. */
function doubleAbbreviations(paper: Paper): readonly AuditFinding[] {
  const byMeaning = groupedBy(paper.abbreviations, ({ means }) =>
    [...wordsOfMeaning(means)]
      .filter((word) => word !== 'site')
      .toSorted()
      .join(' '),
  );
  return [...byMeaning.values()].flatMap((same) => {
    const shorts = [...new Set(same.map(({ short }) => short))];
    const [first] = same;
    return first === undefined || shorts.length < 2
      ? []
      : [
          finding({
            study: `paper-${paper.id}`,
            check: 'abbreviation',
            group: 'document',
            about: shorts.join(' and '),
            outcome: 'conflicting',
            certainty: 'likely',
            printed: same.map(({ short, means, place }) => ({ printed: `${short}, ${means}`, place })),
            recomputed: `${shorts.join(' and ')} are ${[...new Set(same.map(({ means }) => `"${means}"`))].join(' and ')}`,
            test: 'one meaning, one abbreviation',
            explanation: 'One of them is a slip of spelling, or the tables were written apart.',
          }),
        ];
  });
}

function ambiguousAbbreviations(paper: Paper): readonly AuditFinding[] {
  return [...groupedBy(paper.abbreviations, ({ short }) => short)].flatMap(([short, meanings]) => {
    const different = [
      ...new Map(
        meanings.map(({ means }) => [[...wordsOfMeaning(means)].toSorted().join(' '), means]),
      ).values(),
    ];
    const isOneShort = different.every((one) =>
      different.every((other) => contains(one, other) || contains(other, one)),
    );
    return different.length < 2 || isOneShort
      ? []
      : [
          finding({
            study: `paper-${paper.id}`,
            check: 'abbreviation',
            group: 'document',
            about: short,
            outcome: 'conflicting',
            certainty: 'certain',
            printed: meanings.map(({ means, place }) => ({ printed: `${short}, ${means}`, place })),
            recomputed: different.join(' against '),
            test: 'one abbreviation, one meaning',
            explanation: 'The tables define it differently; which is meant in the text is open.',
          }),
        ];
  });
}

export function documentCheck(paper: Paper): AuditAnswer {
  return {
    findings: [...missingExhibits(paper), ...ambiguousAbbreviations(paper), ...doubleAbbreviations(paper)],
    explained: [],
  };
}
