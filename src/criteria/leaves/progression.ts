/**
 * Progression of the disease: within a window before the board, or during the treatment that is going on. A progression
 * belongs to that treatment where it certainly lies at or after its start, or is recorded as its outcome. Waiting and
 * supportive treatment are not meant: the disease does not progress under them as under a treatment.
 */
import * as z from 'zod';
import { all, any, type Truth } from '../../truth/index.ts';
import { daysBetween, monthsFromDays, type PatientDate } from '../../units/index.ts';
import { type Datum, isMet, isUnknown, isUnmet, type LeafAnswer } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { ReadCourse, Subject } from '../subject.ts';
import { ended } from './prior-therapy.ts';

interface DatedFact {
  readonly date?: PatientDate;
}

const settledBy = 'compare with earlier imaging';

/** Whether a fact lies at or after a start; unknown where their dates leave both orders open. */
function sinceStart({ date }: DatedFact, start: PatientDate | undefined): Truth {
  if (date === undefined || start === undefined) return 'unknown';
  const distance = daysBetween(start, date);
  if (distance === 'incomparable') return 'unknown';
  if (distance.least !== null && distance.least >= 0) return 'met';
  return distance.most !== null && distance.most < 0 ? 'unmet' : 'unknown';
}

const isTreatment = ({ course }: ReadCourse): boolean =>
  course.kind !== 'observation' && course.kind !== 'supportive';

function progressionsOf({ record, courses }: Subject) {
  return [
    ...record.assessments.filter((each) => each.response === 'PD'),
    ...courses.flatMap(({ course }) => course.outcomes.filter((each) => each.response === 'PD')),
    ...record.extent.filter((each) => each.growth?.status === 'progressing'),
  ];
}

const stableOf = ({ record }: Subject) =>
  mostRecent(record.extent.filter((each) => each.growth?.status === 'stable'));

function everOrWithin(withinMonths: number | undefined, subject: Subject): LeafAnswer {
  const latest = mostRecent(progressionsOf(subject));
  if (latest === undefined) {
    const stable = stableOf(subject);
    return stable === undefined
      ? isUnknown('notRecorded', settledBy)
      : isUnmet(datumOf(stable, 'stable disease'));
  }
  const datum = datumOf(latest, 'progressive disease');
  if (withinMonths === undefined) return isMet(datum);
  const { clock } = subject;
  if (clock.kind === 'now' || latest.date === undefined) return isUnknown('dateUnknown', settledBy, datum);
  const distance = daysBetween(latest.date, clock.date);
  if (distance === 'incomparable') return isUnknown('dateUnknown', settledBy, datum);
  if (distance.most !== null && monthsFromDays(distance.most) <= withinMonths) return isMet(datum);
  if (distance.least !== null && monthsFromDays(distance.least) > withinMonths) return isUnmet(datum);
  return isUnknown('dateUnknown', settledBy, datum);
}

/** Whether the disease progressed during a treatment that is going on. */
function duringOngoing(subject: Subject): LeafAnswer {
  const treatments = subject.courses.filter(isTreatment);
  const ongoing = treatments.filter((each) => ended(each, 'ongoing') === 'met').map(({ course }) => course);
  if (ongoing.length === 0) {
    const declared = subject.record.complete.find((each) => each.list === 'therapies');
    const isOver = treatments.every((each) => ended(each, 'ended') === 'met');
    return declared !== undefined && isOver
      ? isUnmet(datumOf(declared, 'the list of treatments is complete and names none that is going on'))
      : isUnknown('notRecorded', 'record which treatment is going on');
  }
  const startOf = ({ start, printed }: (typeof ongoing)[number]): Datum =>
    datumOf(start === undefined ? {} : { date: start }, `${printed}, going on`);
  const since = (fact: DatedFact): Truth => any(ongoing.map(({ start }) => sinceStart(fact, start)));
  const own = ongoing.flatMap(({ outcomes }) => outcomes.filter((each) => each.response === 'PD'));
  const judged = progressionsOf(subject).map((fact) => ({
    fact,
    truth: own.some((each) => each === fact) ? ('met' as const) : since(fact),
  }));
  const ofTruth = (truth: Truth) => judged.filter((each) => each.truth === truth).map(({ fact }) => fact);
  const starts = ongoing.map(startOf);
  const during = mostRecent(ofTruth('met'));
  if (during !== undefined) return isMet(datumOf(during, 'progressive disease'), ...starts);
  const open = mostRecent(ofTruth('unknown'));
  if (open !== undefined) {
    const datum = datumOf(open, 'progressive disease');
    return isUnknown('dateUnknown', 'date the progression and the start of the treatment', datum, ...starts);
  }
  const before = mostRecent(ofTruth('unmet'));
  if (before !== undefined)
    return isUnmet(datumOf(before, 'progressive disease before the treatment'), ...starts);
  const stable = stableOf(subject);
  return stable !== undefined && since(stable) === 'met'
    ? isUnmet(datumOf(stable, 'stable disease'), ...starts)
    : isUnknown('notRecorded', settledBy, ...starts);
}

/** Both have to hold; the data of the part that decides are shown, those of both where both hold. */
function both(one: LeafAnswer, other: LeafAnswer): LeafAnswer {
  const truth = all([one.truth, other.truth]);
  if (truth === 'met') return isMet(...one.data, ...other.data);
  return one.truth === truth ? one : other;
}

export const progressionLeaf = defineLeaf({
  name: 'progression',
  schema: z.strictObject({
    withinMonths: z.number().positive().exactOptional(),
    onOngoing: z
      .literal(true)
      .describe('At or after the start of a treatment that is going on')
      .exactOptional(),
  }),
  evaluate({ withinMonths, onOngoing }, subject) {
    if (onOngoing === undefined) return everOrWithin(withinMonths, subject);
    const during = duringOngoing(subject);
    return withinMonths === undefined ? during : both(everOrWithin(withinMonths, subject), during);
  },
  print({ withinMonths, onOngoing }) {
    const window = withinMonths === undefined ? '' : ` within ${withinMonths} months`;
    if (onOngoing === true) return `progression${window} during the ongoing treatment`;
    return window === '' ? 'progressive disease' : `progression${window}`;
  },
});
