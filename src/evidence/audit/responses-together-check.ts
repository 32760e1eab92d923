/**
 * The best responses of a group taken together, where no single sum says anything: of so many patients some number responded
 * completely, partially, were stable, progressed or were not evaluable, and what is not printed may be any number. Where no
 * numbers of patients print all values, they are in conflict ("5 responses and 6 stable of 10"). Disease control may leave
 * out stable disease that was short. Counts and percentages of one part of a paper are taken together.
 */
import { type CountRange, type CountSum, countsMeeting, percentageOfCount } from '../../statistics/index.ts';
import { type PrintedValue, responseQuantities } from '../printed/index.ts';
import {
  type AuditedStudy,
  evidenceOf,
  groupedBy,
  groupWords,
  isPlainNumber,
  partOfPaper,
  sizesOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditCheck, type AuditFinding, finding } from './finding.ts';

/** What is counted, in the order of the ranges; the last two are stable disease that is control, and that is not. */
const counted = [
  'completeResponse',
  'partialResponse',
  'stableDisease',
  'progressiveDisease',
  'notEvaluable',
  'objectiveResponse',
  'diseaseControl',
  'stableControlled',
  'stableShort',
] as const;

/** The same names, to look up any quantity among them. */
const names: readonly string[] = counted;

const at = (name: (typeof counted)[number]): number => counted.indexOf(name);

const relations: readonly CountSum[] = [
  { parts: [at('completeResponse'), at('partialResponse')], whole: at('objectiveResponse') },
  { parts: [at('stableControlled'), at('stableShort')], whole: at('stableDisease') },
  { parts: [at('objectiveResponse'), at('stableControlled')], whole: at('diseaseControl') },
  {
    parts: [
      at('completeResponse'),
      at('partialResponse'),
      at('stableDisease'),
      at('progressiveDisease'),
      at('notEvaluable'),
    ],
    whole: 'all',
  },
];

/** The counts that a value can stand for out of so many patients, rounded or cut off; undefined where there are none. */
function rangeOf(value: PrintedValue, patients: number): CountRange | undefined {
  if (value.as === 'count') {
    const count = Number(value.value);
    return Number.isSafeInteger(count) && count <= patients ? { from: count, to: count } : undefined;
  }
  const read = percentageOfCount(value.value, patients);
  if (read.outcome === 'untestable') return undefined;
  const ranges = [read.rounded, read.truncated].flatMap((range) => range ?? []);
  return ranges.length === 0
    ? undefined
    : { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** Both ranges at once; undefined where they have nothing in common. */
function common(one: CountRange, other: CountRange): CountRange | undefined {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return from <= to ? { from, to } : undefined;
}

/** Whether some numbers of so many patients print all values; undefined where a value by itself is of none. */
function isPossible(values: readonly PrintedValue[], patients: number): boolean | undefined {
  const ranges: CountRange[] = counted.map(() => ({ from: 0, to: patients }));
  for (const value of values) {
    const place = names.indexOf(value.what);
    const known = ranges[place];
    const range = rangeOf(value, patients);
    const narrowed = range === undefined || known === undefined ? undefined : common(known, range);
    if (narrowed === undefined) return undefined;
    ranges[place] = narrowed;
  }
  return countsMeeting(ranges, relations, patients) !== null;
}

/** Checks whose findings on the same group say it already. */
const saidBy: readonly AuditCheck[] = [
  'sum',
  'responseRate',
  'percentage',
  'denominator',
  'countAndPercent',
  'partition',
  'repeatedValue',
];
const faults: readonly AuditFinding['outcome'][] = ['impossible', 'truncated', 'conflicting'];

const isBestResponse = (value: PrintedValue): boolean =>
  (value.as === 'count' || value.as === 'percent') &&
  value.what !== 'biochemicalResponse' &&
  responseQuantities.some((quantity) => quantity === value.what) &&
  value.note === undefined &&
  isPlainNumber(value);

/** The check of what is left when `earlier` findings have said what they can. */
export function responsesTogetherCheck(of: AuditedStudy, earlier: readonly AuditFinding[]): AuditAnswer {
  const rows = groupedBy(of.values.filter(isBestResponse), (value) => `${value.group} ${partOfPaper(value)}`);
  const findings = [...rows.values()].flatMap((row): readonly AuditFinding[] => {
    const [first] = row;
    if (first === undefined || row.length < 2) return [];
    const isSaid = earlier.some(
      ({ check, group, outcome }) =>
        group === first.group && saidBy.includes(check) && faults.includes(outcome),
    );
    if (isSaid) return [];
    const sizes = sizesOf(of, first.group);
    const tests = sizes.map(({ patients }) => isPossible(row, patients));
    if (tests.length === 0 || tests.some((possible) => possible !== false)) return [];
    return [
      finding({
        study: of.study.id,
        check: 'sum',
        group: first.group,
        about: 'best responses together',
        outcome: 'conflicting',
        certainty: 'likely',
        printed: [...row, ...sizes.map(({ value }) => value)].map(evidenceOf),
        recomputed: `no numbers of ${sizes.map(({ patients }) => patients).join(' or ')} patients in the categories of best response print all of them`,
        test: 'whole numbers of patients in each category, those that are not printed being any',
        explanation: `A value is of other patients than the others, or misprinted (${groupWords(of, first.group)}).`,
      }),
    ];
  });
  return { findings, explained: [] };
}
