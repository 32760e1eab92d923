/**
 * iRECIST of one patient's lesions (Seymour et al., Lancet Oncol 2017;18:e143, table 2 and figures 1 and 2). Progression by
 * RECIST 1.1 is unconfirmed (iUPD). It is confirmed (iCPD) at a later time point by a further 5 mm of the target sum, any
 * further growth of non-target lesions, more or larger new lesions, or progression in another category. Where it is not, and
 * the lesions are those of iSD, iPR or iCR again, the bar is reset: what comes next has to be iUPD first.
 */
import {
  type DataQuery,
  type LesionRecord,
  percentText,
  recistTimePoints,
  type TimePoint,
  type TimePointCall,
} from '../recist/index.ts';
import { type ImmuneOverallResponse, overallFromComponents } from './irecist-response.ts';
import { growthSince, type LesionSizes, newSizesAt, sumOf, targetSizesAt } from './lesion-sizes.ts';

/** The three categories that can progress. */
export type ImmuneCategory = 'target' | 'nonTarget' | 'newLesions';

/** The iRECIST call of one time point. */
export interface ImmuneCall {
  readonly timePoint: TimePoint;
  readonly response: ImmuneOverallResponse | undefined;
  /** What progresses without confirmation after this time point. */
  readonly pending: readonly ImmuneCategory[];
  /** True where an earlier iUPD was not confirmed and the bar is reset. */
  readonly isReset: boolean;
  readonly because: string;
}

/** The calls of a record. */
export interface ImmuneCalls {
  readonly timePoints: readonly ImmuneCall[];
  /** Confirmation outside four to eight weeks. */
  readonly queries: readonly DataQuery[];
}

const furtherMillimetres = 5;
const slack = 1e-9;
/** The next scan is due four to eight weeks after iUPD. */
const windowFromDays = 28;
const windowToDays = 56;

/** An iUPD that waits for the next time point. */
interface Pending {
  readonly first: TimePoint;
  readonly isReassessed: boolean;
  readonly categories: ReadonlySet<ImmuneCategory>;
  readonly targetSum: number | null;
  readonly lastTargetSum: number | null;
  readonly newIds: ReadonlySet<string>;
  /** Sizes at iUPD of what was measured there: what was not measured cannot be shown to have grown. */
  readonly targetSizes: LesionSizes;
  readonly newSizes: LesionSizes;
}

const shown = (value: number): string => String(Number(value.toFixed(1)));
const names: Readonly<Record<ImmuneCategory, string>> = {
  target: 'target lesions',
  nonTarget: 'non-target lesions',
  newLesions: 'new lesions',
};
const listed = (categories: Iterable<ImmuneCategory>): string =>
  [...categories].map((category) => names[category]).join(', ');

/** The new lesions known before a time point: their ids, and their sizes where their sum was smallest. */
interface KnownNew {
  readonly ids: ReadonlySet<string>;
  readonly least: LesionSizes;
}

/** A time point of RECIST 1.1 with the sizes of its lesions. */
interface SizedCall extends TimePointCall {
  readonly targetSizes: LesionSizes;
  /** Of those that are or were unequivocal. */
  readonly newSizes: LesionSizes;
}

/**
 * What progresses by RECIST 1.1 at a time point. New lesions do where there are more of them, and known ones where they
 * grow as RECIST asks of lesions of the baseline (20% and 5 mm, or unequivocally), as after a reset.
 */
function progressing(call: SizedCall, known: KnownNew): ReadonlySet<ImmuneCategory> {
  const { target, nonTarget, newLesions, overall } = call;
  const found = new Set<ImmuneCategory>();
  if (target?.response === 'PD') found.add('target');
  if (nonTarget?.response === 'PD') found.add('nonTarget');
  const growth = growthSince(known.least, call.newSizes);
  const isGrown = growth >= furtherMillimetres - slack && growth >= 0.2 * sumOf(known.least) - slack;
  if (newLesions.unequivocal.some((id) => !known.ids.has(id)) || isGrown || newLesions.progressed.length > 0)
    found.add('newLesions');
  const isSeenAgain =
    overall?.response === 'PD' && newLesions.unequivocal.length + newLesions.confirmedLater.length === 0;
  if (found.size === 0 && isSeenAgain) found.add('target');
  return found;
}

/** Why a pending progression is confirmed; empty where it is not. */
function confirmations(call: SizedCall, pending: Pending): readonly string[] {
  const { categories } = pending;
  const reasons: string[] = [];
  const { target, nonTarget, newLesions } = call;
  if (categories.has('target') && target !== undefined && pending.targetSum !== null) {
    const further = growthSince(pending.targetSizes, call.targetSizes);
    if (further >= furtherMillimetres - slack)
      reasons.push(
        `target lesions: ${shown(further)} mm more than at iUPD (${shown(pending.targetSum)} mm), 5 mm are needed`,
      );
  }
  if (categories.has('nonTarget') && (nonTarget?.increased.length ?? 0) > 0)
    reasons.push(`non-target lesions grew further: ${nonTarget?.increased.join(', ') ?? ''}`);
  if (categories.has('newLesions')) {
    const more = newLesions.unequivocal.filter((id) => !pending.newIds.has(id));
    if (more.length > 0) reasons.push(`more new lesions: ${more.join(', ')}`);
    const further = growthSince(pending.newSizes, call.newSizes);
    if (further >= furtherMillimetres - slack)
      reasons.push(`new lesions: ${shown(further)} mm more in sum, 5 mm are needed`);
    if (newLesions.increased.length > 0)
      reasons.push(`new lesions that are not measured grew: ${newLesions.increased.join(', ')}`);
  }
  const others = [...progressing(call, { ids: pending.newIds, least: new Map() })].filter(
    (category) => !categories.has(category),
  );
  if (others.length > 0) reasons.push(`progression in another category: ${listed(others)}`);
  return reasons;
}

/** Which pending categories still progress, though no further. */
function persisting(call: TimePointCall, pending: Pending): readonly ImmuneCategory[] {
  return [...pending.categories].filter((category) => {
    switch (category) {
      case 'target':
        return call.target?.response === 'PD';
      case 'nonTarget':
        return call.nonTarget?.response === 'PD';
      case 'newLesions': {
        if (call.newLesions.unequivocal.length === 0) return false;
        const { target } = call;
        const before = pending.lastTargetSum;
        return !(target?.isComplete === true && before !== null && target.sum < before - slack);
      }
      default:
        return false;
    }
  });
}

/** The call without progression; CR and PR are not taken while new lesions are there. */
function calmResponse({ target, nonTarget, newLesions }: TimePointCall): ImmuneOverallResponse | undefined {
  const isNew = newLesions.unequivocal.length > 0;
  const targetName =
    target === undefined || target.response === 'PD'
      ? undefined
      : target.response === 'NE'
        ? ('NE' as const)
        : (`i${target.response}` as const);
  const nonTargetName =
    nonTarget === undefined || nonTarget.response === 'PD'
      ? undefined
      : nonTarget.response === 'CR'
        ? ('iCR' as const)
        : nonTarget.response === 'NE'
          ? ('NE' as const)
          : ('non-iCR/non-iUPD' as const);
  const [call] = overallFromComponents(
    {
      ...(targetName === undefined ? {} : { target: targetName }),
      ...(nonTargetName === undefined ? {} : { nonTarget: nonTargetName }),
      newLesions: newLesions.atTheTime === 'unknown' ? 'unknown' : 'no',
    },
    false,
  );
  return call === 'iCR' && isNew ? 'iPR' : call;
}

function windowQuery(first: TimePoint, now: TimePoint): readonly DataQuery[] {
  const { least: from, most: to } = now.day;
  const { least: since, most: until } = first.day;
  if (from === null || to === null || since === null || until === null) return [];
  if (to - since >= windowFromDays && from - until <= windowToDays) return [];
  const gap = from === to && since === until ? String(from - since) : `${from - until} to ${to - since}`;
  return [
    {
      code: 'confirmationWindow',
      sentence: `${now.label} lies ${gap} days after the iUPD of ${first.label}; the next scan is due after ${windowFromDays} to ${windowToDays} days`,
      timePoint: now.label,
    },
  ];
}

const targetText = ({ target }: TimePointCall): string =>
  target === undefined
    ? ''
    : `target sum ${shown(target.sum)} mm${target.isComplete ? ` (${percentText(target.percentFromBaseline)} from baseline, ${percentText(target.percentFromNadir)} from the nadir)` : ', not complete'}`;

/** What is carried from one time point to the next. */
interface Course {
  readonly pending: Pending | undefined;
  /** The time point of iCPD. */
  readonly confirmedAt: string | undefined;
  readonly known: KnownNew;
}

interface Step {
  readonly response: ImmuneOverallResponse | undefined;
  readonly because: string;
  readonly pending: Pending | undefined;
  readonly isReset?: boolean;
}

const pendingAt = (call: SizedCall, categories: ReadonlySet<ImmuneCategory>): Pending => ({
  first: call.timePoint,
  isReassessed: false,
  categories,
  targetSum: call.target?.sum ?? null,
  lastTargetSum: call.target?.sum ?? null,
  newIds: new Set(call.newLesions.unequivocal),
  targetSizes: call.targetSizes,
  newSizes: call.newSizes,
});

/** A time point without an iUPD before it. */
function firstStep(call: SizedCall, known: KnownNew): Step {
  const found = progressing(call, known);
  if (found.size > 0)
    return {
      response: 'iUPD',
      because: `unconfirmed progression of ${listed(found)}`,
      pending: pendingAt(call, found),
    };
  const response = calmResponse(call);
  const because = response === undefined ? 'no lesion at baseline and none now' : 'no progression';
  return { response, because, pending: undefined };
}

/** A time point behind an iUPD: it confirms, waits, or resets the bar. */
function nextStep(call: SizedCall, before: Pending): Step {
  const pending = { ...before, isReassessed: true };
  const since = before.first.label;
  const reasons = confirmations(call, pending);
  if (reasons.length > 0)
    return { response: 'iCPD', because: `confirms the iUPD of ${since}: ${reasons.join('; ')}`, pending };
  const still = persisting(call, pending);
  if (still.length > 0)
    return {
      response: 'iUPD',
      because: `iUPD of ${since} persists without further growth: ${listed(still)}`,
      pending: {
        ...pending,
        lastTargetSum: call.target?.isComplete === true ? call.target.sum : pending.lastTargetSum,
      },
    };
  const isSeen =
    call.target?.isComplete !== false &&
    call.nonTarget?.response !== 'NE' &&
    call.newLesions.unseen.length === 0;
  if (!isSeen)
    return { response: 'NE', because: `not all lesions were evaluated; the iUPD of ${since} waits`, pending };
  return {
    response: calmResponse(call),
    because: `the iUPD of ${since} is not confirmed; the bar is reset`,
    pending: undefined,
    isReset: true,
  };
}

function stepOf(call: SizedCall, { pending, confirmedAt, known }: Course): Step {
  if (confirmedAt !== undefined)
    return { response: 'iCPD', because: `progression was confirmed at ${confirmedAt}`, pending };
  return pending === undefined ? firstStep(call, known) : nextStep(call, pending);
}

function knownAfter({ newLesions, newSizes }: SizedCall, { ids, least }: KnownNew): KnownNew {
  const isSmaller = [...least.keys()].every((id) => newSizes.has(id)) && growthSince(least, newSizes) < 0;
  return {
    ids: new Set([...ids, ...newLesions.unequivocal]),
    // What was measured for the first time joins the sizes that later ones are compared with.
    least: isSmaller ? newSizes : new Map([...newSizes, ...least]),
  };
}

/** The iRECIST calls of every time point after baseline. */
export function immuneTimePoints(record: LesionRecord): ImmuneCalls {
  const queries: DataQuery[] = [];
  const timePoints: ImmuneCall[] = [];
  let course: Course = {
    pending: undefined,
    confirmedAt: undefined,
    known: { ids: new Set(), least: new Map() },
  };
  for (const [index, recist] of recistTimePoints(record).timePoints.entries()) {
    const { timePoint, newLesions } = recist;
    const call: SizedCall = {
      ...recist,
      targetSizes: targetSizesAt(record, index + 1),
      newSizes: newSizesAt(record, index + 1, new Set([...course.known.ids, ...newLesions.unequivocal])),
    };
    const { pending: before, confirmedAt, known } = course;
    if (before !== undefined && !before.isReassessed) queries.push(...windowQuery(before.first, timePoint));
    const { response, because, pending, isReset = false } = stepOf(call, course);
    timePoints.push({
      timePoint,
      response,
      pending: response === 'iCPD' ? [] : [...(pending?.categories ?? [])],
      isReset,
      because: [because, targetText(call)].filter((part) => part !== '').join('; '),
    });
    course = {
      pending,
      confirmedAt: confirmedAt ?? (response === 'iCPD' ? timePoint.label : undefined),
      known: knownAfter(call, known),
    };
  }
  return { timePoints, queries };
}
