/**
 * Conclusions that the patients cannot carry. From one group without a comparator: with the exact interval of its response
 * rate, or the one patient it rests on. A difference that is concluded between two small groups whose printed counts do not
 * differ more than chance (Fisher's exact test). A duration that is concluded and printed nowhere.
 */
import { clopperPearson, fisherExactP } from '../../statistics/index.ts';
import { type PrintedComparison, responseQuantities, timeQuantities } from '../printed/index.ts';
import {
  type AuditedStudy,
  evidenceOf,
  groupedBy,
  groupWords,
  largestSize,
  sizesOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { responseCount } from './response-count.ts';

/** A rate of more patients than this is narrow enough to be one. */
const smallGroup = 30;

/** What the group itself holds: one patient, or its response rate with the exact interval. */
function uncontrolledText(of: AuditedStudy, { between, of: quantity }: PrintedComparison): string {
  const [group] = between;
  if (group === undefined) return 'no comparator';
  const patients = largestSize(of, group) ?? (of.study.selection === 'singleCase' ? 1 : undefined);
  if (patients === 1) return 'one patient, no comparator';
  const wanted = responseQuantities.some((each) => each === quantity) ? quantity : 'objectiveResponse';
  const counted = responseCount(of, group, wanted);
  if (counted === undefined)
    return patients === undefined ? 'no comparator' : `${patients} patients, no comparator`;
  const { lower, upper } = clopperPearson(counted.count, counted.of);
  return `${counted.count} of ${counted.of}, exact 95% interval ${(100 * lower).toFixed(1)}–${(100 * upper).toFixed(1)}%, no comparator`;
}

function uncontrolled(of: AuditedStudy, comparisons: readonly PrintedComparison[]): readonly AuditFinding[] {
  const plain = comparisons.filter(({ by }) => by === 'noComparator');
  const byGroup = groupedBy(plain, ({ between, of: quantity }) => `${between.join(' ')} ${quantity}`);
  return [...byGroup.values()].flatMap((same): AuditFinding[] => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      finding({
        study: of.study.id,
        check: 'conclusion',
        group: first.between.join('-v-'),
        about: `${first.of} without a comparator`,
        outcome: 'unsupported',
        certainty: (largestSize(of, first.between[0] ?? '') ?? 1) <= smallGroup ? 'certain' : 'likely',
        printed: same.map(({ place }) => ({ printed: place.text ?? first.of, place })),
        recomputed: uncontrolledText(of, first),
        test: 'what is concluded against the number of patients and the design',
        explanation: `Without a control the course of the disease, selection and chance stand beside treatment (${groupWords(of, first.between[0] ?? '')}).`,
      }),
    ];
  });
}

/** Two groups with printed counts that Fisher's exact test does not tell apart, concluded to differ. */
function notShown(of: AuditedStudy, comparisons: readonly PrintedComparison[]): readonly AuditFinding[] {
  return comparisons.flatMap((comparison): AuditFinding[] => {
    const [one, other] = comparison.between;
    if (comparison.concludes !== 'difference' || one === undefined || other === undefined) return [];
    if (comparison.between.length !== 2) return [];
    const [first, second] = [one, other].map((group) => responseCount(of, group, comparison.of));
    if (first === undefined || second === undefined) return [];
    const p = fisherExactP([
      [first.count, first.of - first.count],
      [second.count, second.of - second.count],
    ]);
    if (p < 0.05) return [];
    return [
      finding({
        study: of.study.id,
        check: 'conclusion',
        group: comparison.between.join('-v-'),
        about: `difference in ${comparison.of}`,
        outcome: 'unsupported',
        certainty: 'likely',
        printed: [
          { printed: comparison.place.text ?? comparison.of, place: comparison.place },
          ...[...first.values, ...second.values].map(evidenceOf),
        ],
        recomputed: `${first.count}/${first.of} against ${second.count}/${second.of}: Fisher's exact p = ${p.toPrecision(2)}`,
        test: "Fisher's exact test of the printed counts",
        explanation: 'As large a difference would often arise by chance among so few patients.',
      }),
    ];
  });
}

/** Fewer patients than this carry no difference. */
const tinyGroup = 5;

/** A difference that rests on a group of a few patients. */
function tinyGroups(of: AuditedStudy, comparisons: readonly PrintedComparison[]): readonly AuditFinding[] {
  return comparisons.flatMap((comparison): AuditFinding[] => {
    const { between, by, concludes } = comparison;
    if (concludes !== 'difference' || by === 'otherStudies' || by === 'noComparator') return [];
    const sizes = between.flatMap((group) => {
      const [size] = sizesOf(of, group);
      return size === undefined ? [] : [{ group, size }];
    });
    const tiny = sizes.filter(({ size }) => size.patients < tinyGroup);
    if (sizes.length < 2 || tiny.length === 0) return [];
    return [
      finding({
        study: of.study.id,
        check: 'conclusion',
        group: between.join('-v-'),
        about: `difference in ${comparison.of}`,
        outcome: 'unsupported',
        certainty: 'likely',
        printed: [
          { printed: comparison.place.text ?? comparison.of, place: comparison.place },
          ...tiny.map(({ size }) => evidenceOf(size.value)),
        ],
        recomputed: tiny
          .map(({ group, size }) => `${size.patients} patients in ${groupWords(of, group)}`)
          .join('; '),
        test: 'patients on whom a difference rests',
        explanation: 'One patient more or less would change the result.',
      }),
    ];
  });
}

/** A group with the groups that contain it. */
function withParents({ groups }: AuditedStudy, group: string): ReadonlySet<string> {
  const ids = new Set<string>();
  let id: string | undefined = group;
  while (id !== undefined && !ids.has(id)) {
    ids.add(id);
    id = groups.find((each) => each.id === id)?.partOf;
  }
  return ids;
}

/** A time that is concluded of a group, where none is printed of it or of a group that contains it: one patient's time is none. */
function notPrinted(of: AuditedStudy, comparisons: readonly PrintedComparison[]): readonly AuditFinding[] {
  return comparisons.flatMap((comparison): AuditFinding[] => {
    if (comparison.by !== 'noComparator') return [];
    if (!timeQuantities.some((quantity) => quantity === comparison.of)) return [];
    const groups = new Set(comparison.between.flatMap((group) => [...withParents(of, group)]));
    if (of.values.some(({ what, group }) => what === comparison.of && groups.has(group))) return [];
    return [
      finding({
        study: of.study.id,
        check: 'conclusion',
        group: comparison.between.join('-v-'),
        about: `${comparison.of} that is not printed`,
        outcome: 'undescribed',
        certainty: 'certain',
        printed: [{ printed: comparison.place.text ?? comparison.of, place: comparison.place }],
        recomputed: `no ${comparison.of} of ${comparison.between.map((group) => groupWords(of, group)).join(', ')} is printed`,
        test: 'what is concluded against what is printed',
        explanation: 'The duration was not measured, or not reported.',
      }),
    ];
  });
}

export function conclusionCheck(of: AuditedStudy): AuditAnswer {
  const comparisons = of.study.printed?.comparisons ?? [];
  const unprinted = notPrinted(of, comparisons);
  const left = comparisons.filter(
    ({ place }) => !unprinted.some(({ printed }) => printed.some((each) => each.place === place)),
  );
  return {
    findings: [
      ...uncontrolled(of, left),
      ...notShown(of, comparisons),
      ...tinyGroups(of, comparisons),
      ...unprinted,
    ],
    explained: [],
  };
}
