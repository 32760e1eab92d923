/**
 * Facts in words: what one place says against another place, another part of the paper, or another source about the
 * same study. Facts of one name are compared by their meaning; two meanings are a conflict, both shown.
 */
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupedBy, groupWords } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

type Fact = Extract<PrintedValue, { readonly what: 'fact' }>;

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
          check: 'fact',
          group: first.group,
          about: first.name,
          outcome: 'conflicting',
          certainty: 'certain',
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
