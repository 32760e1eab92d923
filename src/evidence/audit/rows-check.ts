/**
 * Totals against the patients that a study prints one by one: responses counted again, medians and ranges of a baseline value
 * computed again from the values of single patients.
 */
import { type AuditedStudy, evidenceOf, groupedBy } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

const responseOf: Readonly<Record<string, readonly string[]>> = {
  completeResponse: ['CR'],
  partialResponse: ['PR'],
  stableDisease: ['SD'],
  progressiveDisease: ['PD'],
  objectiveResponse: ['CR', 'PR'],
  diseaseControl: ['CR', 'PR', 'SD'],
};

function responses(of: AuditedStudy): readonly AuditFinding[] {
  const { patients } = of.study;
  if (patients.length === 0) return [];
  const whole = of.groups.filter(({ partOf }) => partOf === undefined).map(({ id }) => id);
  return of.values.flatMap((value): AuditFinding[] => {
    const counted = responseOf[value.what];
    if (counted === undefined || value.as !== 'count' || !whole.includes(value.group)) return [];
    const rows = patients.filter(({ response, evaluable }) => evaluable && counted.includes(response));
    if (!/^\d+$/.test(value.value) || rows.length === Number(value.value)) return [];
    return [
      finding({
        study: of.study.id,
        check: 'rowsAgainstTotal',
        group: value.group,
        about: `${value.what} in ${value.place.section ?? 'text'}`,
        outcome: 'conflicting',
        certainty: 'certain',
        printed: [evidenceOf(value)],
        recomputed: `${rows.length} by the patients printed one by one (${rows.map(({ id }) => id).join(', ')})`,
        test: 'patients of the table counted again',
        explanation: 'The sentence and the table speak of other patients, or one is a slip.',
      }),
    ];
  });
}

/** How many decimals the printed text has. */
const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

function medians(of: AuditedStudy): readonly AuditFinding[] {
  const baselines = of.values.flatMap((value) => (value.what === 'baseline' ? [value] : []));
  const singles = baselines.filter(({ as }) => as === 'value');
  const byTerm = groupedBy(singles, (value) => value.term);
  return baselines.flatMap((value): AuditFinding[] => {
    if (value.as !== 'median') return [];
    const own = (byTerm.get(value.term) ?? []).filter(
      (single) => of.groups.find(({ id }) => id === single.group)?.partOf === value.group,
    );
    const numbers = own.flatMap((single) =>
      /^\d+(?:\.\d+)?$/.test(single.value) ? [Number(single.value)] : [],
    );
    if (numbers.length < 3 || numbers.length !== own.length) return [];
    const sorted = numbers.toSorted((a, b) => a - b);
    const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
    const exact = (lower + upper) / 2;
    const shown = exact.toFixed(decimalsOf(value.value));
    if (Number(value.value) === exact || (shown === value.value && Number.isInteger(exact))) return [];
    return [
      finding({
        study: of.study.id,
        check: 'rowsAgainstTotal',
        group: value.group,
        about: `median ${value.term}`,
        outcome: Math.floor(exact) === Number(value.value) ? 'truncated' : 'conflicting',
        certainty: 'certain',
        printed: [evidenceOf(value)],
        recomputed: `${exact} from the ${numbers.length} patients printed one by one`,
        test: 'median of the rows of the table',
        explanation:
          'The median of an even number of patients lies between two of them, and was cut off or is of other patients.',
      }),
    ];
  });
}

export function rowsCheck(of: AuditedStudy): AuditAnswer {
  return { findings: [...responses(of), ...medians(of)], explained: [] };
}
