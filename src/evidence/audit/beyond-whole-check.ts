/**
 * Whole numbers of patients that exceed the patients there are: more with an event, more evaluable or more in a subgroup than
 * the whole has, and subgroups that make up the whole with other responders than the whole has.
 */
import { type PrintedValue, printedSubject } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, partOfPaper, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { spanText } from './row-counts.ts';
import { type Counts, countsOf } from './subgroup-check.ts';

const isCounted = (value: PrintedValue): boolean =>
  value.as === 'count' &&
  value.note === undefined &&
  value.what !== 'patients' &&
  value.what !== 'part' &&
  !['baseline', 'laboratory', 'measurement', 'dose', 'incidence', 'threshold', 'other'].includes(
    value.what,
  ) &&
  /^\d{1,6}$/.test(value.value);

function beyond(of: AuditedStudy, value: PrintedValue, whole: PrintedValue, inGroup: string): AuditFinding {
  return finding({
    study: of.study.id,
    check: 'partition',
    group: value.group,
    about: printedSubject(value),
    outcome: 'impossible',
    certainty: 'certain',
    printed: [value, whole].map(evidenceOf),
    recomputed: `${value.value} are more than the ${whole.value} of ${groupWords(of, inGroup)}`,
    test: 'patients of a part against patients of the whole, in whole numbers',
    explanation:
      'Events were counted instead of patients, other patients were counted, or a number is misprinted.',
  });
}

/** Counts of one group beyond the largest size that is printed for it as its patients. */
function countsBeyond(of: AuditedStudy): readonly AuditFinding[] {
  return of.values.filter(isCounted).flatMap((value) => {
    const [size] = sizesOf(of, value.group).filter(
      ({ kind }) => value.what !== 'evaluable' || kind === 'patients',
    );
    return size === undefined || Number(value.value) <= size.patients
      ? []
      : [beyond(of, value, size.value, value.group)];
  });
}

/** Groups that have more patients than the group that contains them. */
function groupsBeyond(of: AuditedStudy): readonly AuditFinding[] {
  return of.groups.flatMap(({ id, partOf }) => {
    if (partOf === undefined) return [];
    const [own] = sizesOf(of, id);
    const [whole] = sizesOf(of, partOf);
    return own === undefined || whole === undefined || own.patients <= whole.patients
      ? []
      : [beyond(of, own.value, whole.value, partOf)];
  });
}

/** All groups of a whole, which have its patients together, with other responders than it has. */
function respondersOfParts(of: AuditedStudy): readonly AuditFinding[] {
  return of.groups.flatMap((whole): readonly AuditFinding[] => {
    const parts = of.groups.filter(({ partOf }) => partOf === whole.id);
    const sizes = parts.map(({ id }) => sizesOf(of, id));
    const [size, ...others] = sizesOf(of, whole.id);
    if (parts.length < 2 || size === undefined || others.length > 0) return [];
    if (sizes.some((each) => each.length !== 1)) return [];
    if (sizes.flat().reduce((sum, { patients }) => sum + patients, 0) !== size.patients) return [];
    const rates = of.values.filter(({ what }) => what === 'objectiveResponse');
    return rates
      .filter(({ group }) => group === whole.id)
      .flatMap((rate): readonly AuditFinding[] => {
        const values = parts.flatMap(
          ({ id }) =>
            rates.find((each) => each.group === id && partOfPaper(each) === partOfPaper(rate)) ?? [],
        );
        const total = countsOf(of, rate);
        const counts = values.flatMap((value) => countsOf(of, value) ?? []);
        if (total === undefined || counts.length < parts.length) return [];
        return compared(of, { whole: whole.id, rate, values, total, counts });
      });
  });
}

interface RespondersOfParts {
  readonly whole: string;
  readonly rate: PrintedValue;
  readonly values: readonly PrintedValue[];
  readonly total: Counts;
  readonly counts: readonly Counts[];
}

function compared(
  of: AuditedStudy,
  { whole, rate, values, total, counts }: RespondersOfParts,
): readonly AuditFinding[] {
  const sum = {
    least: counts.reduce((all, { least }) => all + least, 0),
    most: counts.reduce((all, { most }) => all + most, 0),
  };
  if (sum.least <= total.most && sum.most >= total.least) return [];
  return [
    finding({
      study: of.study.id,
      check: 'subgroupAgainstTotal',
      group: whole,
      about: 'responders of the parts',
      outcome: 'conflicting',
      certainty: 'likely',
      printed: [...values, rate].map(evidenceOf),
      recomputed: `${counts.map(spanText).join(' + ')} are ${spanText(sum)}, and the whole has ${spanText(total)} of ${total.of}`,
      test: 'responders of parts that make up the whole against those of the whole',
      explanation: `Other patients were counted in the parts than in ${groupWords(of, whole)}, or a value is misprinted.`,
    }),
  ];
}

export function beyondWholeCheck(of: AuditedStudy): AuditAnswer {
  return {
    findings: [...countsBeyond(of), ...groupsBeyond(of), ...respondersOfParts(of)],
    explained: [],
  };
}
