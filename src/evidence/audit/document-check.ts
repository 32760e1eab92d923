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
  return [...groupedBy(missing, ({ of }) => of)].map(([of, mentions]) =>
    finding({
      study: `paper-${paper.id}`,
      check: 'crossReference',
      group: 'document',
      about: of,
      outcome: 'conflicting',
      certainty: 'certain',
      printed: mentions.map(({ place }) => ({ printed: of, place })),
      recomputed: `the paper has ${[...paper.tables, ...paper.figures].map(({ id }) => id).join(', ')}`,
      test: 'references to tables and figures against those that are printed',
      explanation: 'The table was renumbered or taken out before print; what it showed cannot be checked.',
    }),
  );
}

function ambiguousAbbreviations(paper: Paper): readonly AuditFinding[] {
  return [...groupedBy(paper.abbreviations, ({ short }) => short)].flatMap(([short, meanings]) => {
    const different = [
      ...new Set(meanings.map(({ means }) => means.toLowerCase().replaceAll(/[-\s]+/g, ' '))),
    ];
    return different.length < 2
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
  return { findings: [...missingExhibits(paper), ...ambiguousAbbreviations(paper)], explained: [] };
}
