/**
 * Responses of patients who are printed one by one, where a conclusion names a part of them: a part that is said to do better
 * against the rest of the rows by Fisher's exact test, and a variant with which patients "respond" against its own rows with the
 * exact interval (Clopper and Pearson, Biometrika 1934).
 */
import { clopperPearson, fisherExactP } from '../../statistics/index.ts';
import type { Study, StudyPatient } from '../study.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

const isResponder = ({ response }: StudyPatient): boolean => response === 'CR' || response === 'PR';

const isCounted = ({ evaluable, response }: StudyPatient): boolean =>
  evaluable && response !== 'withdrawn' && response !== 'notStated' && response !== 'NE';

/** The rows of patients with an alteration, in the words of the group or fact. */
const rowsWith = ({ patients }: Study, alteration: string): readonly StudyPatient[] =>
  patients.filter((each) => isCounted(each) && each.alterations.includes(alteration));

const responders = (rows: readonly StudyPatient[]): number => rows.filter(isResponder).length;

/** A part of the patients that is concluded to respond better, and does not by its rows. */
function partAgainstRest(of: AuditedStudy): readonly AuditFinding[] {
  const comparisons = of.study.printed?.comparisons ?? [];
  return comparisons.flatMap((comparison): AuditFinding[] => {
    const [part] = comparison.between;
    if (comparison.concludes !== 'difference' || comparison.of !== 'objectiveResponse') return [];
    if (comparison.between.length > 2 || part === undefined) return [];
    const words = of.groups.find(({ id }) => id === part)?.words ?? '';
    const rows = rowsWith(of.study, words);
    const rest = of.study.patients.filter((each) => isCounted(each) && !rows.includes(each));
    if (rows.length === 0 || rest.length === 0) return [];
    const [one, other] = [responders(rows), responders(rest)];
    const p = fisherExactP([
      [one, rows.length - one],
      [other, rest.length - other],
    ]);
    if (p < 0.05) return [];
    return [
      finding({
        study: of.study.id,
        check: 'conclusion',
        group: part,
        about: 'response of a part against the rest of the rows',
        outcome: 'unsupported',
        certainty: 'certain',
        printed: [
          { printed: comparison.place.text ?? comparison.of, place: comparison.place },
          ...rows.map(({ id, response, place }) => ({ printed: `${id}: ${response}`, place })),
        ],
        recomputed: `${one}/${rows.length} against ${other}/${rest.length} of the others: Fisher's exact p = ${p.toPrecision(2)}`,
        test: "Fisher's exact test of the patients printed one by one",
        explanation: 'As large a difference would often arise by chance among so few patients.',
      }),
    ];
  });
}

const namesVariant = /^response with (.+)$/i;

/** "Patients with X respond", where not all rows with X do. */
function respondWith(of: AuditedStudy): readonly AuditFinding[] {
  return of.values.flatMap((value): AuditFinding[] => {
    if (value.what !== 'fact' || !/^respond/i.test(value.means)) return [];
    const variant = namesVariant.exec(value.name)?.[1];
    const rows = variant === undefined ? [] : rowsWith(of.study, variant);
    const count = responders(rows);
    if (variant === undefined || rows.length === 0 || count === rows.length) return [];
    const { lower, upper } = clopperPearson(count, rows.length);
    const others = rows.filter((row) => !isResponder(row));
    return [
      finding({
        study: of.study.id,
        check: 'rowsAgainstTotal',
        group: value.group,
        about: value.name,
        outcome: 'unsupported',
        certainty: 'certain',
        printed: [
          evidenceOf(value),
          ...others.map(({ id, response, place }) => ({ printed: `${id}: ${response}`, place })),
        ],
        recomputed: `${count} of ${rows.length} with ${variant} responded (exact 95% interval ${(100 * lower).toFixed(1)}–${(100 * upper).toFixed(1)}%)`,
        test: 'what is said of patients with a variant against their rows',
        explanation: `${others.map(({ id }) => id).join(', ')} had the variant and did not respond.`,
      }),
    ];
  });
}

export function rowsResponseCheck(of: AuditedStudy): AuditAnswer {
  return { findings: [...partAgainstRest(of), ...respondWith(of)], explained: [] };
}
