/**
 * Facts in words: what one place says against another place, another part of the paper, or another source about the
 * same study. Facts of one name are compared by their meaning; two meanings are a conflict, both shown.
 */
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupedBy, groupWords } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

type Fact = Extract<PrintedValue, { readonly what: 'fact' }>;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^a-z0-9.%<>=]+/u)
      .filter((word) => word.length > 0),
  );

/** Whether of two meanings one only says more than the other: "second" and "second or later". */
function isWider(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size);
  if (few === undefined || many === undefined || few.size === many.size) return false;
  const negated = [...many].some((word) => /^(?:not|no|none|without|never|excluding)$/.test(word));
  return !negated && [...few].every((word) => many.has(word));
}

/** Certain unless every pair of meanings differs only in how much it says. */
function certaintyOf(meanings: readonly string[]): AuditFinding['certainty'] {
  const pairs = meanings.flatMap((one, at) => meanings.slice(at + 1).map((other) => isWider(one, other)));
  return pairs.every(Boolean) ? 'likely' : 'certain';
}

/** Facts on what a column of a table holds, and on the exhibit that is named for something, have checks of their own. */
const checkOf = (name: string): AuditFinding['check'] => {
  if (/^column unit\b/i.test(name)) return 'columnUnit';
  return /^exhibit\b/i.test(name) ? 'crossReference' : 'fact';
};

/** A reading that its curator calls likely, or leaves open, is no certain conflict. */
const isOpen = ({ note }: Fact): boolean => /^open\b/i.test(note ?? '');
const isLikely = ({ note }: Fact): boolean => /^likely\b/i.test(note ?? '');

/** A rule (a classification, criteria) of the year of the study or later may not have been there when it was written. */
function isLater({ place }: Fact, year: number): boolean {
  const printed = /\b(?:19|20)\d{2}\b/.exec(place.document)?.[0];
  const isReport = isPaper(place.document) || /abstract|publication/i.test(place.document);
  return !isReport && printed !== undefined && Number(printed) >= year;
}

/** The certainty of a conflict, without the facts that leave it open. */
function certaintyOfFacts(same: readonly Fact[], year: number): AuditFinding['certainty'] {
  const firm = [...new Set(same.filter((each) => !isOpen(each)).map(({ means }) => means))];
  if (firm.length < 2) return 'possible';
  const sure = same.filter((each) => !isOpen(each) && !isLikely(each) && !isLater(each, year));
  return new Set(sure.map(({ means }) => means)).size < 2 ? 'likely' : certaintyOf(firm);
}

/** Whether a place is in a paper that the library reads by its lines. */
const isPaper = (document: string): boolean => /^\d{3}$/.test(document);

export function factCheck(of: AuditedStudy): AuditAnswer {
  const facts = of.values.filter((value): value is Fact => value.what === 'fact');
  const findings = [...groupedBy(facts, (fact) => `${fact.group} ${fact.name}`).values()].flatMap(
    (same): AuditFinding[] => {
      const [first] = same;
      const meanings = [...new Set(same.map((fact) => fact.means))];
      if (first === undefined || meanings.length < 2) return [];
      const outside = same.filter(({ place }) => !isPaper(place.document));
      const bySource = outside.length > 0 && outside.length < same.length;
      return [
        finding({
          study: of.study.id,
          check: checkOf(first.name),
          group: first.group,
          about: first.name,
          outcome: 'conflicting',
          certainty: certaintyOfFacts(same, of.study.citation.year),
          printed: same.map(evidenceOf),
          recomputed: `${meanings.join(' against ')}`,
          test: bySource
            ? 'the same fact in another source of the library'
            : 'the same fact in other places of the paper',
          explanation: bySource
            ? `The paper and ${[...new Set(outside.map(({ place }) => place.document))].join(', ')} say different things of ${first.name} (${groupWords(of, first.group)}).`
            : `One of the places is a slip, or the places speak of different things under one name (${groupWords(of, first.group)}).`,
        }),
      ];
    },
  );
  return { findings, explained: [] };
}
