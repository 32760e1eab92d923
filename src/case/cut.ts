/**
 * The first of the two clocks: a record cut at a decision point. What was not certainly known by then is taken
 * out, and the report of what was taken out names places only, never contents.
 *
 * A fact counts as known when its `known` date, else its `date`, lies certainly at or before the clock. Facts
 * without a date are kept only where they belong to the patient rather than to a time (sex, family, earlier
 * cancers, pharmacogenes); every other undated fact is left out and counted. A finding is never known before its
 * assay, and one without a date has that of its assay. The age and its date belong to the patient too: they give
 * the year of birth, and the age at the clock is computed from them.
 */
import { certainlyAtOrBefore, type PatientDate, shiftToCalendar } from '../units/index.ts';
import type { Assay } from './assay.ts';
import type { CaseRecord } from './case-record.ts';
import type { Place } from './place.ts';
import type { Specimen } from './specimen.ts';
import type { TherapyCourse } from './therapy-course.ts';

/** Where a board sits in time; `now` sees the whole record. */
export type Clock =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly date: PatientDate; readonly label: string };

/** What a cut left out, by list: facts dated later, and facts whose date does not settle it. */
export interface CutReport {
  readonly later: number;
  readonly undated: readonly { readonly list: string; readonly count: number }[];
}

/** A record as a board saw it. */
export interface CutCase {
  readonly record: CaseRecord;
  readonly clock: Clock;
  readonly left: CutReport;
}

interface Dated {
  readonly date?: PatientDate;
  readonly known?: PatientDate;
}

type Visibility = 'seen' | 'later' | 'undated';

/** A place without the words that stand there: they may tell the result. */
function withoutWords({ text: _text, ...where }: Place): Place {
  return where;
}

/**
 * The record as it stood at the clock.
 *
 * @example cutCase(record, { kind: 'at', date, label: '2012-07' }).record.therapies
 */
export function cutCase(record: CaseRecord, clock: Clock): CutCase {
  if (clock.kind === 'now') return { record, clock, left: { later: 0, undated: [] } };
  const anchor = record.anchor?.calendar;
  const at = anchor === undefined ? clock.date : shiftToCalendar(clock.date, anchor);
  let later = 0;
  const undated = new Map<string, number>();
  const countUndated = (list: string): void => {
    undated.set(list, (undated.get(list) ?? 0) + 1);
  };

  const onAxis = (date: PatientDate): PatientDate =>
    at.axis === 'calendar' && anchor !== undefined ? shiftToCalendar(date, anchor) : date;
  const seenAt = (date: PatientDate | undefined): Visibility => {
    if (date === undefined) return 'undated';
    const order = certainlyAtOrBefore(onAxis(date), at);
    if (order === 'incomparable') return 'undated';
    return order ? 'seen' : 'later';
  };
  const visibility = (fact: Dated): Visibility => seenAt(fact.known ?? fact.date);
  const isSeen = (date: PatientDate | undefined): boolean => seenAt(date) === 'seen';

  function keep<T extends Dated>(
    list: string,
    facts: readonly T[],
    timeless: 'timeless' | 'timed' = 'timed',
  ): T[] {
    return facts.filter((fact) => {
      const isTimeless = timeless === 'timeless' && fact.known === undefined && fact.date === undefined;
      return isTimeless || isKept(list, visibility(fact));
    });
  }

  /** Whether a fact is seen; what is not is counted. */
  function isKept(list: string, state: Visibility): boolean {
    if (state === 'later') later += 1;
    if (state === 'undated') countUndated(list);
    return state === 'seen';
  }

  /** A part of a fact with a date of its own, or nothing. */
  function keepPart<T extends Dated>(list: string, part: T | undefined): T | undefined {
    return part === undefined ? undefined : keep(list, [part])[0];
  }

  function keepCourses(courses: readonly TherapyCourse[]): TherapyCourse[] {
    const begun = courses.filter((course) => isKept('therapies', seenAt(course.start)));
    return begun.map((course) => {
      const { end, cycles, durationMonths, note, ongoing, ...rest } = course;
      const hasEnding =
        end !== undefined ||
        course.stopReason !== 'unstated' ||
        cycles !== undefined ||
        durationMonths !== undefined;
      const over = hasEnding && isKept('therapies.end', seenAt(end));
      return {
        ...rest,
        ...(over && end !== undefined ? { end } : {}),
        ...(over && cycles !== undefined ? { cycles } : {}),
        ...(over && durationMonths !== undefined ? { durationMonths } : {}),
        ...(over && note !== undefined ? { note } : {}),
        ...goingOn(end, ongoing, over),
        stopReason: over ? course.stopReason : 'unstated',
        doseEvents: keep('therapies.doseEvents', course.doseEvents),
        outcomes: keep('therapies.outcomes', course.outcomes),
      };
    });
  }

  /** A course whose end, or whose going on, lies certainly after the clock was going on at the clock. */
  function goingOn(end: PatientDate | undefined, ongoing: PatientDate | undefined, over: boolean) {
    if (over) return {};
    if (ongoing !== undefined && isSeen(ongoing)) return { ongoing };
    const lasted = [end, ongoing].flatMap((date) => (date === undefined ? [] : [onAxis(date).earliest]));
    const isLater = lasted.some((day) => day !== null && at.latest !== null && day > at.latest);
    return isLater ? { ongoing: at } : {};
  }

  /** An assay taken but not yet reported is pending, and its findings are not there yet. */
  function keepAssays(assays: readonly Assay[]): Assay[] {
    return assays.flatMap((assay): Assay[] => {
      if (visibility(assay) === 'seen') return [assay];
      if (!isSeen(assay.date)) return isKept('assays', visibility(assay)) ? [assay] : [];
      const {
        known: _known,
        failure: _failure,
        limits: _limits,
        note: _note,
        purityPercent: _purity,
        place,
        ...rest
      } = assay;
      return [{ ...rest, status: 'pending', ...(place === undefined ? {} : { place: withoutWords(place) }) }];
    });
  }

  /** A specimen taken but not yet looked at is there; whether it is enough is not known yet. */
  function keepSpecimens(specimens: readonly Specimen[]): Specimen[] {
    return specimens.flatMap((specimen): Specimen[] => {
      if (visibility(specimen) === 'seen') return [specimen];
      if (!isSeen(specimen.date)) return isKept('specimens', visibility(specimen)) ? [specimen] : [];
      const {
        known: _known,
        adequacyNote: _adequacy,
        tumourContentPercent: _content,
        note: _note,
        place,
        ...rest
      } = specimen;
      return [
        { ...rest, adequacy: 'unstated', ...(place === undefined ? {} : { place: withoutWords(place) }) },
      ];
    });
  }

  /** Results of an assay: not before the assay was reported, and with its date where they have none. */
  function keepResults<T extends Dated & { readonly assay?: string }>(
    list: string,
    results: readonly T[],
  ): T[] {
    return results.filter((result) => {
      const assay = record.assays.find((each) => each.id === result.assay);
      if (assay === undefined) return isKept(list, visibility(result));
      const isDatedItself = result.known !== undefined || result.date !== undefined;
      const own = isDatedItself ? visibility(result) : 'seen';
      return isKept(list, own === 'seen' ? visibility(assay) : own);
    });
  }

  const decisions = keep('decisions', record.decisions).map((decision) => {
    const { implemented, outcome, ...rest } = decision;
    const done = keepPart('decisions.implemented', implemented);
    const result = keepPart('decisions.outcome', outcome);
    return {
      ...rest,
      signatures: keep('decisions.signatures', decision.signatures),
      ...(done === undefined ? {} : { implemented: done }),
      ...(result === undefined ? {} : { outcome: result }),
    };
  });

  const assessments = keep('assessments', record.assessments);
  const imaging = keep('imaging', record.imaging);
  const specimens = keepSpecimens(record.specimens);
  const pathology = keep('pathology', record.pathology);
  const named = new Set([
    ...assessments.flatMap((assessment) => assessment.lesions.map((each) => each.lesion)),
    ...imaging.flatMap((study) => study.suvMax.map((each) => each.lesion)),
    ...specimens.map((specimen) => specimen.lesion),
    ...pathology.flatMap((report) => [...report.ki67, ...report.mitoses].map((each) => each.lesion)),
  ]);

  const cut: CaseRecord = {
    ...record,
    decisionPoints: keep('decisionPoints', record.decisionPoints),
    diagnoses: keep('diagnoses', record.diagnoses),
    primary: keep('primary', record.primary),
    extent: keep('extent', record.extent),
    functionality: keep('functionality', record.functionality),
    specimens,
    pathology,
    assays: keepAssays(record.assays),
    findings: keepResults('findings', record.findings),
    biomarkers: keepResults('biomarkers', record.biomarkers),
    imaging,
    assessments,
    lesions: record.lesions.filter((lesion) => named.has(lesion.id)),
    therapies: keepCourses(record.therapies),
    laboratory: keep('laboratory', record.laboratory),
    performance: keep('performance', record.performance),
    symptoms: keep('symptoms', record.symptoms),
    weight: keep('weight', record.weight),
    adverseEvents: keep('adverseEvents', record.adverseEvents),
    comorbidities: keep('comorbidities', record.comorbidities),
    coMedication: keep('coMedication', record.coMedication).map(({ end, ...rest }) =>
      end !== undefined && isSeen(end) ? { ...rest, end } : rest,
    ),
    pharmacogenes: keep('pharmacogenes', record.pharmacogenes, 'timeless'),
    familyHistory: keep('familyHistory', record.familyHistory, 'timeless'),
    priorMalignancies: keep('priorMalignancies', record.priorMalignancies, 'timeless'),
    goals: keep('goals', record.goals, 'timeless'),
    decisions,
    complete: keep('complete', record.complete),
  };
  const left = { later, undated: [...undated].map(([list, count]) => ({ list, count })) };
  return { record: cut, clock, left };
}
