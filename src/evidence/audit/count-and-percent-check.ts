/**
 * A count and a percentage of the same thing, wherever they are printed, against the sizes of the group. Percentages of one part
 * of a paper that fit none of them are of another number of patients: it is inferred from all of them with their counts.
 */
import { feasibleDenominators, percentagesOfRow } from '../../statistics/index.ts';
import { type PrintedValue, printedSubject } from '../printed/index.ts';
import {
  type AuditedStudy,
  countKey,
  evidenceOf,
  groupedBy,
  groupWords,
  largestSize,
  partOfPaper,
  sizesOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

interface CountedPercent {
  readonly count: PrintedValue;
  readonly percent: PrintedValue;
}

const isShare = (value: PrintedValue): boolean =>
  (value.as === 'count' || value.as === 'percent') &&
  value.what !== 'patients' &&
  value.what !== 'evaluable' &&
  /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value.value);

/** Every printed percentage with the count that is printed of the same thing, that of its own part of the paper first. */
function pairsOf({ values }: AuditedStudy): readonly CountedPercent[] {
  return [...groupedBy(values.filter(isShare), countKey).values()].flatMap((same) => {
    const counts = same.filter(({ as }) => as === 'count');
    return same.flatMap((percent): CountedPercent[] => {
      if (percent.as !== 'percent') return [];
      const count = counts.find((each) => partOfPaper(each) === partOfPaper(percent)) ?? counts[0];
      return count === undefined ? [] : [{ count, percent }];
    });
  });
}

const shareOf = ({ count, percent }: CountedPercent) => ({
  percentage: percent.value,
  count: Number(count.value),
});

type Fit = 'fits' | 'truncated' | 'misfit' | 'untestable';

function fitOf(of: AuditedStudy, pair: CountedPercent): Fit {
  const fits = sizesOf(of, pair.count.group).map(
    ({ patients }) => percentagesOfRow([shareOf(pair)], patients).outcome,
  );
  if (fits.some((outcome) => outcome === 'consistent' || outcome === 'noPower')) return 'fits';
  if (fits.includes('truncated')) return 'truncated';
  return fits.every((outcome) => outcome === 'untestable') ? 'untestable' : 'misfit';
}

function sharesText(of: AuditedStudy, { count }: CountedPercent): string {
  const sizes = sizesOf(of, count.group);
  const holding = sizes.filter(({ patients }) => patients > 0 && patients >= Number(count.value));
  if (holding.length === 0 && Number(count.value) === 0) return 'of no patients there is no percentage';
  if (holding.length === 0)
    return `${count.value} are more than ${sizes.map(({ patients }) => patients).join(' or ')} patients`;
  return holding
    .map(
      ({ patients }) =>
        `${count.value}/${patients} = ${((100 * Number(count.value)) / patients).toFixed(2)}%`,
    )
    .join(', ');
}

function truncatedFinding(of: AuditedStudy, same: readonly CountedPercent[]): readonly AuditFinding[] {
  const [first] = same;
  if (first === undefined) return [];
  const subjects = [...new Set(same.map(({ count }) => printedSubject(count)))];
  return [
    finding({
      study: of.study.id,
      check: 'countAndPercent',
      group: first.count.group,
      about: subjects.join(', '),
      outcome: 'truncated',
      certainty: 'certain',
      printed: same.flatMap(({ count, percent }) => [evidenceOf(count), evidenceOf(percent)]),
      recomputed: sharesText(of, first),
      test: 'a printed count, its percentage and the number of patients',
      explanation: 'Digits were cut off instead of rounded.',
    }),
  ];
}

/** Pairs of one part of a paper that fit no printed size: one other denominator for all of them, or each by itself. */
function misfitFindings(of: AuditedStudy, same: readonly CountedPercent[]): readonly AuditFinding[] {
  const [first] = same;
  if (first === undefined) return [];
  const largest = largestSize(of, first.count.group);
  const smallest = Math.max(1, ...same.map(({ count }) => Number(count.value)));
  const inferred =
    largest === undefined
      ? undefined
      : feasibleDenominators(same.map(shareOf), { largest: Math.max(largest, smallest), smallest });
  const sizes = sizesOf(of, first.count.group);
  const base = {
    study: of.study.id,
    group: first.count.group,
    outcome: 'impossible',
    certainty: 'certain',
  } as const;
  const best =
    inferred === undefined || inferred.outcome === 'untestable'
      ? undefined
      : inferred.denominators.find(({ truncated }) => truncated.length === 0);
  if (best !== undefined && same.length > 1)
    return [
      finding({
        ...base,
        check: 'denominator',
        about: `percentages in ${first.percent.place.section ?? 'the text'}`,
        printed: [
          ...same.flatMap(({ count, percent }) => [count, percent]),
          ...sizes.map(({ value }) => value),
        ].map(evidenceOf),
        recomputed: `they are ${same.map(({ count }) => `${count.value}/${best.of}`).join(', ')}; printed are ${sizes.map(({ patients }) => patients).join(', ')} patients`,
        test: 'one number of patients for all printed counts and percentages of a part of the paper',
        explanation: `Other patients were counted there than elsewhere (${groupWords(of, first.count.group)}).`,
      }),
    ];
  return same.map((pair) =>
    finding({
      ...base,
      check: 'countAndPercent',
      about: printedSubject(pair.count),
      printed: [pair.count, pair.percent, ...sizes.map(({ value }) => value)].map(evidenceOf),
      recomputed: sharesText(of, pair),
      test: 'a printed count, its percentage and the number of patients',
      explanation: `The percentage is of another number of patients than any that is printed, or misprinted (${groupWords(of, pair.count.group)}).`,
    }),
  );
}

export function countAndPercentCheck(of: AuditedStudy): AuditAnswer {
  const tested = pairsOf(of).map((pair) => ({ pair, fit: fitOf(of, pair) }));
  const withFit = (wanted: Fit) => tested.flatMap(({ pair, fit }) => (fit === wanted ? [pair] : []));
  const cut = groupedPairs(withFit('truncated'), ({ count, percent }) =>
    [count.group, count.value, percent.value].join(' '),
  );
  const misfits = groupedPairs(
    withFit('misfit'),
    ({ count, percent }) => `${count.group} ${partOfPaper(percent)}`,
  );
  return {
    findings: [
      ...cut.flatMap((same) => truncatedFinding(of, same)),
      ...misfits.flatMap((same) => misfitFindings(of, same)),
    ],
    explained: [],
  };
}

function groupedPairs(
  pairs: readonly CountedPercent[],
  key: (pair: CountedPercent) => string,
): readonly (readonly CountedPercent[])[] {
  return [...groupedBy(pairs, key).values()];
}
