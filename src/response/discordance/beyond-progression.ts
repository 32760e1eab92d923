/** Treatment that went on behind a progression: since when, for how long, who decided it, when and why. */
import { compareDates, type DayDistance, daysBetween, type PatientDate } from '../../units/index.ts';

/** A decision on record. */
export interface RecordedDecision {
  readonly id: string;
  readonly words: string;
  readonly by: readonly string[];
  readonly reasons: readonly string[];
  readonly date?: PatientDate;
}

/** One course and its progressions. */
export interface ProgressedCourse {
  readonly progressions: readonly PatientDate[];
  readonly end?: PatientDate;
  /** When it was last known to go on. */
  readonly ongoing?: PatientDate;
  readonly decisions: readonly RecordedDecision[];
}

/** Treatment behind the first progression. */
export interface BeyondProgression {
  readonly since: PatientDate;
  /** The end of the course, or when it was last known to go on. */
  readonly until: PatientDate;
  readonly isOngoing: boolean;
  readonly days: DayDistance;
  /** Decisions between the progression and the end; empty where none is recorded. */
  readonly decisions: readonly RecordedDecision[];
}

/** The entry of the log, where a course certainly went on behind its first progression. */
export function beyondProgression({
  progressions,
  end,
  ongoing,
  decisions,
}: ProgressedCourse): BeyondProgression | undefined {
  const since = progressions.toSorted((a, b) => (a.latest ?? 0) - (b.latest ?? 0))[0];
  const until = end ?? ongoing;
  if (since === undefined || until === undefined || compareDates(since, until) !== 'before') return undefined;
  const days = daysBetween(since, until);
  if (days === 'incomparable') return undefined;
  const own = decisions.filter(({ date }) => {
    if (date === undefined) return false;
    const fromStart = compareDates(date, since);
    const toEnd = compareDates(date, until);
    return (fromStart === 'after' || fromStart === 'same') && (toEnd === 'before' || toEnd === 'same');
  });
  return { since, until, isOngoing: end === undefined, days, decisions: own };
}
