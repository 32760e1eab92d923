/**
 * Counts that print gives of a group that is counted already. Which responses of a group are counted is not left to a choice, because
 * a choice follows the outcome: a complete response that nobody had is left out, one that four had is not. Where a count
 * names its printed group, every other response that is printed of that group is counted over the same patients, when it
 * is a printed count or a percentage of exactly one whole number out of them. A value that the audit finds impossible or in
 * conflict waits for a curator's verdict, and the verdict decides. Nobody responded means nobody responded wholly or in part.
 */
import { percentageOfCount } from '../statistics/index.ts';
import { type AuditFinding, auditVerdictOn } from './audit/index.ts';
import { numberOfWord, type PrintedResults, type PrintedValue } from './printed/index.ts';
import type { SourcePlace } from './source-place.ts';
import type { CountedResult, Study } from './study.ts';

/** Responses that a group is counted by. */
const responses = [
  'completeResponse',
  'partialResponse',
  'objectiveResponse',
  'stableDisease',
  'diseaseControl',
  'progressiveDisease',
] as const satisfies readonly CountedResult['outcome'][];
type Response = (typeof responses)[number];

const responseOf = (what: string): Response | undefined => responses.find((each) => each === what);

/** Why a printed response has no count. */
export type UncountedReason =
  | 'notANumber'
  | 'groupNotCounted'
  | 'severalDenominators'
  | 'noWholeNumber'
  | 'severalWholeNumbers'
  | 'valuesDisagree'
  | 'sumsFail'
  | 'undecided'
  | 'notUsed';

/** A printed response without a count, and why. */
export interface UncountedResponse {
  readonly value: PrintedValue;
  readonly reason: UncountedReason;
  /** The reason for a reader. */
  readonly because: string;
}

type Refusal = Omit<UncountedResponse, 'value'>;

const reasonTexts: Readonly<Record<Exclude<UncountedReason, 'notUsed'>, string>> = {
  notANumber: 'printed as no number',
  groupNotCounted: 'of how many patients is not settled: the library has no count of this group',
  severalDenominators: 'the counts of this group are of different numbers of patients',
  noWholeNumber: 'of no whole number of the counted patients',
  severalWholeNumbers: 'of more than one whole number of the counted patients',
  valuesDisagree: 'printed twice, as different counts',
  sumsFail: 'the counts that the row prints do not add up',
  undecided: 'the audit finds it impossible or in conflict with another value, and no curator has decided',
};

const refusal = (reason: Exclude<UncountedReason, 'notUsed'>): Refusal => ({
  reason,
  because: reasonTexts[reason],
});

/** Checks that bear on how many responded; others are about survival, intervals or words. */
const checksOfCounts: readonly AuditFinding['check'][] = [
  'percentage',
  'denominator',
  'sum',
  'partition',
  'countAndPercent',
  'repeatedValue',
  'responseRate',
  'subgroupAgainstTotal',
  'rowsAgainstTotal',
  'countedShare',
];

const isSamePlace = (one: SourcePlace, other: SourcePlace): boolean =>
  one.document === other.document && one.section === other.section && one.lines === other.lines;

/** Whether a finding on its group takes in a value. A count may be printed as a word, so that its place decides. */
function isAbout({ group, check, outcome, printed }: AuditFinding, value: PrintedValue): boolean {
  if (group !== value.group || !checksOfCounts.includes(check)) return false;
  if (outcome !== 'impossible' && outcome !== 'conflicting') return false;
  return printed.some(
    (evidence) =>
      isSamePlace(evidence.place, value.place) &&
      (value.as === 'percent' ? evidence.printed === `${value.value}%` : !evidence.printed.endsWith('%')),
  );
}

/** What the audit and the curators say of a value: what keeps it out, if anything, and whether a verdict let it in. */
function judgement(
  value: PrintedValue,
  findings: readonly AuditFinding[],
  study: Study,
): { readonly against: Refusal | undefined; readonly isDecided: boolean } {
  const judged = findings
    .filter((finding) => isAbout(finding, value))
    .map((finding) => auditVerdictOn(finding, study));
  if (judged.includes(undefined)) return { against: refusal('undecided'), isDecided: false };
  const against = judged.find((each) => each?.verdict === 'doNotUse' || each?.verdict === 'unresolved');
  return {
    against: against === undefined ? undefined : { reason: 'notUsed', because: against.reason },
    isDecided: judged.length > 0,
  };
}

/** The one count out of so many that a value prints; a percentage may be cut off where no rounded one fits. */
function countOf({ as, value }: PrintedValue, patients: number): number | Refusal {
  if (as === 'count') {
    const count = /^\d{1,6}$/.test(value) ? Number(value) : numberOfWord(value);
    if (count === undefined) return refusal('notANumber');
    return count > patients ? refusal('noWholeNumber') : count;
  }
  const read = percentageOfCount(value, patients);
  if (read.outcome === 'untestable') return refusal('notANumber');
  const range = read.rounded ?? read.truncated;
  if (range === null) return refusal('noWholeNumber');
  return range.from === range.to ? range.from : refusal('severalWholeNumbers');
}

interface ReadValue {
  readonly value: PrintedValue;
  readonly read: number | Refusal;
  readonly isDecided: boolean;
}

/**
 * Of several printed values of one response, the one that is counted: a count before a percentage. One that is of no whole number
 * stands against the others unless a verdict has decided between them.
 */
function chosen(values: readonly ReadValue[]): ReadValue | undefined {
  const counted = values.filter(({ read }) => typeof read === 'number');
  const [first] = counted;
  if (first === undefined || counted.some(({ read }) => read !== first.read)) return undefined;
  const isContradicted = values.some(
    ({ read, isDecided }) => typeof read !== 'number' && read.reason === 'noWholeNumber' && !isDecided,
  );
  return isContradicted ? undefined : (counted.find(({ value }) => value.as === 'count') ?? first);
}

const printedText = ({ as, value }: PrintedValue): string => (as === 'percent' ? `${value}%` : value);

/** Another count of the patients of a count. */
function countedLike(
  { arm, population, group, of, denominator, inferred }: CountedResult,
  outcome: Response,
  { value, count }: { readonly value: PrintedValue; readonly count: number },
): CountedResult {
  return {
    outcome,
    ...(arm === undefined ? {} : { arm }),
    ...(population === undefined ? {} : { population }),
    ...(group === undefined ? {} : { group }),
    count,
    of,
    denominator,
    printed: printedText(value),
    ...('interval' in value && value.interval !== undefined ? { intervalPrinted: value.interval } : {}),
    ...(inferred === undefined ? {} : { inferred }),
    derived: value.as !== 'count',
    patients: [],
    place: value.place,
  };
}

/** Whether complete and partial responses make the response, stable disease with it the control, and no patient counts twice. */
function addsUp(counts: readonly CountedResult[], patients: number): boolean {
  const countOfOutcome = (outcome: Response) => counts.find((each) => each.outcome === outcome)?.count;
  const [complete, partial, response, stable, control, progressive] = responses.map(countOfOutcome);
  if (complete !== undefined && partial !== undefined && response !== undefined)
    if (complete + partial !== response) return false;
  const responders = response ?? (complete ?? 0) + (partial ?? 0);
  if (response !== undefined && stable !== undefined && control !== undefined)
    if (response + stable !== control) return false;
  return responders + (stable ?? 0) + (progressive ?? 0) <= patients;
}

interface GroupReading {
  readonly counts: readonly CountedResult[];
  readonly uncounted: readonly UncountedResponse[];
}

/** What print adds to the counts of one group. */
function ofGroup(
  study: Study,
  group: string,
  findings: readonly AuditFinding[],
  { values }: PrintedResults,
): GroupReading {
  const anchors = study.counts.filter((each) => each.group === group && responseOf(each.outcome));
  const [first] = anchors;
  const several = first !== undefined && anchors.some(({ of }) => of !== first.of);
  const counts: CountedResult[] = [];
  const uncounted: UncountedResponse[] = [];
  for (const outcome of responses) {
    if (anchors.some((each) => each.outcome === outcome)) continue;
    const read = values
      .filter((value) => value.group === group && value.what === outcome)
      .map((value): ReadValue => {
        const { against, isDecided } = judgement(value, findings, study);
        if (against !== undefined) return { value, read: against, isDecided };
        if (first === undefined) return { value, read: refusal('groupNotCounted'), isDecided };
        if (several) return { value, read: refusal('severalDenominators'), isDecided };
        return { value, read: countOf(value, first.of), isDecided };
      });
    const taken = chosen(read);
    if (first !== undefined && typeof taken?.read === 'number')
      counts.push(countedLike(first, outcome, { value: taken.value, count: taken.read }));
    else
      for (const { value, read: why } of read)
        uncounted.push({ value, ...(typeof why === 'number' ? refusal('valuesDisagree') : why) });
  }
  if (first === undefined || addsUp([...anchors, ...counts], first.of)) return { counts, uncounted };
  const failed = values
    .filter((value) => value.group === group && counts.some(({ outcome }) => outcome === value.what))
    .map((value) => ({ value, ...refusal('sumsFail') }));
  return { counts: [], uncounted: [...uncounted, ...failed] };
}

function groupReadings(study: Study, findings: readonly AuditFinding[]): readonly GroupReading[] {
  const { printed } = study;
  return printed?.groups.map(({ id }) => ofGroup(study, id, findings, printed)) ?? [];
}

/** Where nobody responded, nobody responded wholly and nobody in part. */
function withoutResponders(counts: readonly CountedResult[]): readonly CountedResult[] {
  const isCounted = (one: CountedResult, outcome: Response) =>
    counts.some(
      (each) =>
        each.outcome === outcome && each.arm === one.arm && each.population?.words === one.population?.words,
    );
  return counts
    .filter(({ outcome, count }) => outcome === 'objectiveResponse' && count === 0)
    .flatMap((none) =>
      (['completeResponse', 'partialResponse'] as const)
        .filter((outcome) => !isCounted(none, outcome))
        .map((outcome): CountedResult => {
          const { intervalPrinted: _, ...rest } = none;
          return { ...rest, outcome, derived: true };
        }),
    );
}

/**
 * A study with the counts that its print gives of the groups it counts, after those that curators wrote.
 *
 * @param findings what the audit finds in this study
 */
export function withGroupCounts(study: Study, findings: readonly AuditFinding[]): Study {
  const counts = [...study.counts, ...groupReadings(study, findings).flatMap((each) => each.counts)];
  const added = [...counts, ...withoutResponders(counts)];
  return added.length === study.counts.length ? study : { ...study, counts: added };
}

/**
 * The printed responses of a study that have no count, each with the reason.
 *
 * @param study with what it printed, and with the counts that print gives
 * @param findings what the audit finds in this study
 */
export function uncountedResponses(
  study: Study,
  findings: readonly AuditFinding[],
): readonly UncountedResponse[] {
  return groupReadings(study, findings).flatMap(({ uncounted }) => uncounted);
}
