/**
 * Times against each other. In one group a patient's progression-free survival is not longer than the survival of the same
 * patient, so the shortest, the longest and the median of PFS are not above those of OS; a median lies within its
 * range; the median of a whole lies between those of its parts.
 */
import { type PrintedValue, timeQuantities } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupedBy, groupWords } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { printedTimeValue, readPrintedLimits } from './printed-interval.ts';

type TimeQuantity = (typeof timeQuantities)[number];
/** A printed time. */
export type Time = Extract<PrintedValue, { readonly what: TimeQuantity }>;

const isTime = (value: PrintedValue): value is Time =>
  timeQuantities.some((quantity) => quantity === value.what);

const times = ['overallSurvival', 'progressionFreeSurvival', 'timeToProgression'];

/** Medians of times, the values that these checks are about. */
export function printedMedians({ values }: AuditedStudy): readonly Time[] {
  return values.filter(isTime).filter(({ as }) => as === 'median');
}

/** Whether two printed intervals are labelled as ranges of the same kind, or not labelled as anything else. */
const isRange = ({ intervalLabel }: Time): boolean =>
  intervalLabel === 'range' || intervalLabel === 'unlabelled' || intervalLabel === undefined;

const daysOf: Readonly<Record<Time['unit'], number>> = {
  days: 1,
  weeks: 7,
  months: 365.25 / 12,
  years: 365.25,
};

/** Medians in two units, in days; half a unit of each is left to rounding. */
function orderOfUnits(of: AuditedStudy, survival: Time, progression: Time): readonly AuditFinding[] {
  const [os, pfs] = [printedTimeValue(survival.value), printedTimeValue(progression.value)];
  if (os === undefined || pfs === undefined || os.open) return [];
  if ((pfs.value - 0.5) * daysOf[progression.unit] <= (os.value + 0.5) * daysOf[survival.unit]) return [];
  return [
    finding({
      study: of.study.id,
      check: 'timeOrder',
      group: survival.group,
      about: 'median PFS and OS',
      outcome: 'conflicting',
      certainty: 'certain',
      printed: [survival, progression].map((value) => ({
        printed: `${value.value} ${value.unit}`,
        place: value.place,
      })),
      recomputed: `median PFS ${progression.value} ${progression.unit} is above median OS ${survival.value} ${survival.unit}`,
      test: 'no patient progresses later than he dies: order of PFS and OS, units converted',
      explanation: `A unit is misprinted, or other patients were counted (${groupWords(of, survival.group)}).`,
    }),
  ];
}

/** Shortest, longest and median of progression against survival of the same patients. */
function orderOf(of: AuditedStudy, survival: Time, progression: Time): readonly AuditFinding[] {
  if (survival.unit !== progression.unit) return orderOfUnits(of, survival, progression);
  const found: AuditFinding[] = [];
  const report = (about: string, recomputed: string, certainty: AuditFinding['certainty']) =>
    found.push(
      finding({
        study: of.study.id,
        check: 'timeOrder',
        group: survival.group,
        about,
        outcome: 'conflicting',
        certainty,
        printed: [survival, progression].map((value) => ({
          printed: `${value.value} (${value.interval ?? 'no interval'}) ${value.unit}`,
          place: value.place,
        })),
        recomputed,
        test: 'no patient progresses later than he dies: order of PFS and OS',
        explanation: `The intervals are not ranges of the same patients (${groupWords(of, survival.group)}): other patients were counted, or at least one of them is a confidence interval.`,
      }),
    );
  const survivalMedian = printedTimeValue(survival.value);
  const progressionMedian = printedTimeValue(progression.value);
  if (
    survivalMedian !== undefined &&
    progressionMedian !== undefined &&
    !survivalMedian.open &&
    progressionMedian.value > survivalMedian.value
  )
    report(
      'median PFS and OS',
      `median PFS ${progression.value} is above median OS ${survival.value}`,
      'certain',
    );
  const survivalLimits = survival.interval === undefined ? undefined : readPrintedLimits(survival.interval);
  const progressionLimits =
    progression.interval === undefined ? undefined : readPrintedLimits(progression.interval);
  if (survivalLimits === undefined || progressionLimits === undefined) return found;
  if (!isRange(survival) || !isRange(progression)) return found;
  const [shortestOs, shortestPfs] = [survivalLimits.lower, progressionLimits.lower];
  if (
    shortestOs.value !== undefined &&
    shortestPfs.value !== undefined &&
    shortestPfs.value > shortestOs.value
  )
    report(
      'shortest PFS and OS',
      `shortest PFS ${shortestPfs.printed} is above shortest OS ${shortestOs.printed}`,
      'certain',
    );
  const [longestOs, longestPfs] = [survivalLimits.upper, progressionLimits.upper];
  if (
    longestOs.value !== undefined &&
    !longestOs.open &&
    longestPfs.value !== undefined &&
    longestPfs.value > longestOs.value
  )
    report(
      'longest PFS and OS',
      `longest PFS ${longestPfs.printed} is above longest OS ${longestOs.printed}`,
      'likely',
    );
  return found;
}

/** A median outside the two numbers printed beside it. */
function medianOutside(of: AuditedStudy, value: Time): readonly AuditFinding[] {
  const median = printedTimeValue(value.value);
  const limits = value.interval === undefined ? undefined : readPrintedLimits(value.interval);
  if (median === undefined || limits === undefined) return [];
  const { lower, upper } = limits;
  if (lower.value !== undefined && upper.value !== undefined && lower.value > upper.value) return [];
  const below = lower.value !== undefined && median.value < lower.value;
  const above = upper.value !== undefined && !upper.open && median.value > upper.value;
  const atLongest =
    upper.value === median.value && lower.value !== upper.value && value.intervalLabel === 'range';
  if (atLongest)
    return [
      finding({
        study: of.study.id,
        check: 'medianAndRange',
        group: value.group,
        about: value.what,
        outcome: 'conflicting',
        certainty: 'likely',
        printed: [{ printed: `${value.value} (${value.interval ?? ''}) ${value.unit}`, place: value.place }],
        recomputed: `the median ${value.value} is the longest time of the range`,
        test: 'half of the times lie above a median',
        explanation:
          'Half of the patients would share the longest time; the curve may not have reached its median, or one number is misprinted.',
      }),
    ];
  if (!below && !above) return [];
  return [
    finding({
      study: of.study.id,
      check: 'medianAndRange',
      group: value.group,
      about: value.what,
      outcome: 'impossible',
      certainty: 'certain',
      printed: [evidenceOf(value), { printed: value.interval ?? '', place: value.place }],
      recomputed: `${value.value} is ${below ? 'below' : 'above'} ${value.interval ?? ''}`,
      test: 'a median lies within its range and within its interval',
      explanation: 'A digit is wrong, or the interval belongs to another value.',
    }),
  ];
}

/** A whole whose median is not between those of the groups that make it up. */
function medianOfWhole(of: AuditedStudy, medians: readonly Time[]): readonly AuditFinding[] {
  return of.groups.flatMap((whole): AuditFinding[] => {
    const parts = of.groups.filter((group) => group.partOf === whole.id);
    const complete = of.values.some(
      (value) =>
        value.what === 'part' && value.group === whole.id && value.partition && value.scheme === 'entity',
    );
    if (parts.length < 2 || !complete) return [];
    return times.flatMap((what): AuditFinding[] => {
      const ofGroup = (id: string) => medians.find((value) => value.what === what && value.group === id);
      const own = ofGroup(whole.id);
      const others = parts.map(({ id }) => ofGroup(id));
      if (own === undefined || others.some((value) => value === undefined)) return [];
      const present = others.flatMap((value) => value ?? []);
      const read = [own, ...present].map((value) => printedTimeValue(value.value));
      const [total, ...rest] = read.map((each) => (each === undefined || each.open ? undefined : each.value));
      const numbers = rest.flatMap((value) => (value === undefined ? [] : [value]));
      if (total === undefined || numbers.length !== present.length) return [];
      if (total >= Math.min(...numbers) && total <= Math.max(...numbers)) return [];
      return [
        finding({
          study: of.study.id,
          check: 'subgroupAgainstTotal',
          group: whole.id,
          about: `median ${what}`,
          outcome: 'conflicting',
          certainty: 'certain',
          printed: [own, ...present].map(evidenceOf),
          recomputed: `${own.value} is not between ${Math.min(...numbers)} and ${Math.max(...numbers)}`,
          test: 'the median of a whole lies between the medians of its parts',
          explanation: 'The whole holds other patients than the parts, or a value is misprinted.',
        }),
      ];
    });
  });
}

export function timeCheck(of: AuditedStudy): AuditAnswer {
  const medians = printedMedians(of);
  const perPart = groupedBy(
    medians,
    (value) => `${value.group} ${value.place.document} ${value.place.section ?? ''}`,
  );
  const order = [...perPart.values()].flatMap((same) => {
    const survival = same.filter((value) => value.what === 'overallSurvival');
    const progression = same.filter(
      (value) => value.what === 'progressionFreeSurvival' || value.what === 'timeToProgression',
    );
    const [os] = survival;
    const [pfs] = progression;
    return os === undefined || pfs === undefined ? [] : orderOf(of, os, pfs);
  });
  return {
    findings: [
      ...order,
      ...medians.flatMap((value) => medianOutside(of, value)),
      ...medianOfWhole(of, medians),
    ],
    explained: [],
  };
}
