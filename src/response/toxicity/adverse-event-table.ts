/**
 * The table of adverse events: for each term the patients with any grade and with grade 3 or more, each patient once at the
 * worst grade, over a denominator that is named. Events without a grade leave the severe count open.
 */
import { clopperPearson } from '../../statistics/index.ts';
import { type CtcaeTermList, readCtcaeVersion, type TermStatus, termStatus } from './ctcae.ts';
import { type PatientAdverseEvent, relatednessOf, type WorstGrade, worstGrades } from './worst-grade.ts';

/** Whom the counts are divided by. */
export type ToxicityDenominator =
  | { readonly kind: 'treated' | 'evaluable'; readonly count: number }
  | { readonly kind: 'notReported' };

/** Patients of a denominator; share and interval are absent where none is reported. */
export interface PatientCount {
  readonly patients: number;
  readonly percent: number | null;
  /** Clopper-Pearson, in percent. */
  readonly interval: readonly [lower: number, upper: number] | null;
}

/** A row. `severe` holds bounds: patients certainly, and patients possibly, with a severe grade. */
export interface AdverseEventRow {
  readonly term: string;
  readonly ctcae: string | null;
  readonly termStatus: TermStatus;
  readonly any: PatientCount;
  readonly severe: { readonly least: PatientCount; readonly most: PatientCount };
}

/** The table, or why the denominator cannot be one. */
export type AdverseEventTable =
  | {
      readonly ok: true;
      readonly denominator: ToxicityDenominator;
      readonly included: 'anyAttribution' | 'related';
      readonly severeFrom: number;
      /** Patients with any event at all. */
      readonly total: Pick<AdverseEventRow, 'any' | 'severe'>;
      readonly rows: readonly AdverseEventRow[];
      /** Patients with events whose attribution is not stated, left out of a table of related events. */
      readonly attributionNotStated: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'denominatorTooSmall' | 'denominatorNotWhole';
      readonly message: string;
    };

/** How to make the table. */
export interface AdverseEventTableOptions {
  readonly denominator: ToxicityDenominator;
  /** `anyAttribution` when absent. */
  readonly include?: 'anyAttribution' | 'related';
  /** The grade from which an event is severe; 3 when absent. */
  readonly severeFrom?: number;
  readonly termLists?: readonly CtcaeTermList[];
}

function patientsOf(grades: readonly WorstGrade[]): number {
  return new Set(grades.map(({ patient }) => patient)).size;
}

function counter(denominator: ToxicityDenominator) {
  return (patients: number): PatientCount => {
    if (denominator.kind === 'notReported') return { patients, percent: null, interval: null };
    const { estimate, lower, upper } = clopperPearson(patients, denominator.count);
    return { patients, percent: estimate * 100, interval: [lower * 100, upper * 100] };
  };
}

/** The table of the adverse events of many patients, the most frequent terms first. */
export function adverseEventTable(
  events: readonly PatientAdverseEvent[],
  { denominator, include = 'anyAttribution', severeFrom = 3, termLists = [] }: AdverseEventTableOptions,
): AdverseEventTable {
  const all = worstGrades(events);
  const grades =
    include === 'related'
      ? worstGrades(events.filter(({ attribution }) => relatednessOf(attribution) === 'related'))
      : all;
  if (denominator.kind !== 'notReported') {
    if (!Number.isSafeInteger(denominator.count) || denominator.count < 1)
      return {
        ok: false,
        reason: 'denominatorNotWhole',
        message: 'the denominator is a whole number above 0',
      };
    if (patientsOf(all) > denominator.count)
      return {
        ok: false,
        reason: 'denominatorTooSmall',
        message: `${patientsOf(all)} patients have events, more than the ${denominator.count} ${denominator.kind}: correct the denominator`,
      };
  }
  const count = counter(denominator);
  const counted = (of: readonly WorstGrade[]): Pick<AdverseEventRow, 'any' | 'severe'> => ({
    any: count(patientsOf(of)),
    severe: {
      least: count(patientsOf(of.filter(({ grade }) => grade.least >= severeFrom))),
      most: count(patientsOf(of.filter(({ grade }) => grade.most >= severeFrom))),
    },
  });
  const byTerm = Map.groupBy(grades, ({ term, ctcae }) =>
    JSON.stringify([term.toLowerCase(), ctcae === null ? null : (readCtcaeVersion(ctcae).version ?? ctcae)]),
  );
  const rows = [...byTerm.values()].flatMap((own): readonly AdverseEventRow[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { term, ctcae } = first;
    const version = ctcae === null ? null : readCtcaeVersion(ctcae).version;
    return [{ term, ctcae, termStatus: termStatus(term, version, termLists), ...counted(own) }];
  });
  return {
    ok: true,
    denominator,
    included: include,
    severeFrom,
    total: counted(grades),
    rows: rows.toSorted((a, b) => b.any.patients - a.any.patients || a.term.localeCompare(b.term, 'en')),
    attributionNotStated:
      include === 'related' ? patientsOf(all.filter(({ relatedness }) => relatedness === 'notStated')) : 0,
  };
}
