/**
 * Molecular notation against the reference sequence: the residue or base that a notation names has to stand at its place.
 * Read by `readAlteration`, which knows the gene models; what it suggests is named, never put in place of print.
 */
import { readAlteration } from '../../alteration/index.ts';
import type { SourcePlace } from '../source-place.ts';
import type { AuditedStudy } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

interface PrintedNotation {
  readonly group: string;
  readonly text: string;
  readonly printed: string;
  readonly place: SourcePlace;
}

/** Facts that name a change of a gene. */
const aboutChange = /\b(?:variants?|mutations?|alterations?)\b/i;

function notationsOf({ study, values }: AuditedStudy): readonly PrintedNotation[] {
  const ofPatients = study.patients.flatMap(({ id, alterations, place }) =>
    alterations.map((text) => ({ group: id.toLowerCase(), text, printed: text, place })),
  );
  const ofFacts = values.flatMap((value) =>
    value.what === 'fact' && aboutChange.test(value.name)
      ? [{ group: value.group, text: value.means, printed: value.value, place: value.place }]
      : [],
  );
  return [...ofPatients, ...ofFacts];
}

export function notationCheck(of: AuditedStudy): AuditAnswer {
  const findings = notationsOf(of).flatMap(({ group, text, printed, place }): AuditFinding[] => {
    const { value } = readAlteration(text);
    if (value?.kind !== 'sequenceVariant' || value.reference?.status !== 'mismatch') return [];
    const { expected, suggestions } = value.reference;
    const [suggestion] = suggestions;
    return [
      finding({
        study: of.study.id,
        check: 'notation',
        group,
        about: text,
        outcome: 'conflicting',
        certainty: 'certain',
        printed: [{ printed, place }],
        recomputed: `the reference of ${value.gene} has ${expected}`,
        test: 'residue or base named by the notation against the reference sequence',
        explanation:
          suggestion === undefined
            ? 'A digit is wrong, or another reference sequence was used.'
            : `A digit is wrong, or another reference was used; ${suggestions.map(({ text: other, because }) => `${other}: ${because}`).join('; ')}. It stays as printed.`,
      }),
    ];
  });
  return { findings, explained: [] };
}
