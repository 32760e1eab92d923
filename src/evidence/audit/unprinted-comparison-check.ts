/**
 * Comparisons that cannot be checked, because print leaves out what they rest on: the quantity is printed for none of the groups
 * that are set apart; shares are compared of groups whose sizes the paper does not print; a difference is called significant or not,
 * and neither its p value nor its test is printed (ICMJE Recommendations, IV.A.3.d; SAMPL guidelines, 2013).
 */
import {
  type PrintedComparison,
  type PrintedValue,
  responseQuantities,
  timeQuantities,
} from '../printed/index.ts';
import {
  type AuditedStudy,
  evidenceOf,
  groupedBy,
  groupWords,
  isPlainNumber,
  sizesOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

const measured: readonly string[] = [...responseQuantities, ...timeQuantities];

/** The quantities that a comparison names: "objectiveResponse and overallSurvival" names two. */
const quantitiesOf = ({ of }: PrintedComparison): readonly string[] =>
  of.split(/\s+and\s+|,\s*/u).filter((word) => measured.includes(word));

/** Categories from which a response rate or disease control can be counted. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  objectiveResponse: ['completeResponse', 'partialResponse'],
  diseaseControl: ['stableDisease', 'progressiveDisease'],
};

const isOf = (value: PrintedValue, quantity: string): boolean =>
  value.what === quantity || (partsOf[quantity] ?? []).includes(value.what);

/** The groups that a comparison sets apart: not a group that contains another one of it. */
function setApart({ groups }: AuditedStudy, { between }: PrintedComparison): readonly string[] {
  const parents = new Set<string>();
  for (const start of between) {
    let id = groups.find((group) => group.id === start)?.partOf;
    while (id !== undefined && !parents.has(id)) {
      parents.add(id);
      const child = id;
      id = groups.find((group) => group.id === child)?.partOf;
    }
  }
  return between.length < 2 ? between : between.filter((id) => !parents.has(id));
}

/** Whether a ratio or a p value is printed of the quantity, or, under a name in words ("risk of progression"), of the groups. */
const hasEstimate = ({ values }: AuditedStudy, quantity: string, between: readonly string[]): boolean =>
  values.some(
    (value) =>
      (value.what === 'hazardRatio' ||
        value.what === 'oddsRatio' ||
        value.what === 'riskRatio' ||
        value.what === 'riskReduction' ||
        value.what === 'pValue') &&
      (value.of.includes(quantity) ||
        (!measured.some((each) => value.of.includes(each)) &&
          between.some((group) => value.between.includes(group) || value.group === group))),
  );

const within = ({ by, concludes }: PrintedComparison): boolean =>
  concludes !== 'notConcluded' && by !== 'noComparator' && by !== 'otherStudies';

/** Whether nothing is printed of the quantities that a comparison names. */
function withoutValues(of: AuditedStudy, comparison: PrintedComparison): boolean {
  const quantities = quantitiesOf(comparison);
  if (quantities.length === 0 || of.study.patients.length > 0) return false;
  const groups = setApart(of, comparison);
  const isSingle = comparison.between.length < 2;
  return quantities.every(
    (quantity) =>
      !hasEstimate(of, quantity, comparison.between) &&
      !of.values.some((value) => isOf(value, quantity) && (isSingle || groups.includes(value.group))),
  );
}

type Undescribed = Pick<AuditFinding, 'about' | 'printed' | 'recomputed' | 'test' | 'explanation'>;

/** One finding for all that is lacking of the same groups, in whatever order they are named. */
function perGroups<Lacking extends { readonly between: readonly string[] }>(
  of: AuditedStudy,
  lacking: readonly Lacking[],
  described: (first: Lacking, same: readonly Lacking[]) => Undescribed,
): readonly AuditFinding[] {
  return [...groupedBy(lacking, ({ between }) => between.toSorted().join(' ')).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      finding({
        study: of.study.id,
        check: 'comparison',
        group: first.between.join('-v-'),
        outcome: 'undescribed',
        certainty: 'certain',
        ...described(first, same),
      }),
    ];
  });
}

function unprinted(of: AuditedStudy, comparisons: readonly PrintedComparison[]): readonly AuditFinding[] {
  const lacking = comparisons.filter((each) => within(each) && withoutValues(of, each));
  return perGroups(of, lacking, (first, same) => {
    const quantities = [...new Set(same.flatMap(quantitiesOf))].join(', ');
    return {
      about: `${quantities} that is printed for no group`,
      printed: same.map(({ place }) => ({ printed: place.text ?? first.of, place })),
      recomputed: `${quantities}: no value, ratio or p value of ${setApart(of, first)
        .map((group) => groupWords(of, group))
        .join(', ')}`,
      test: 'what is compared against what is printed',
      explanation:
        'The source may have the numbers; without them the comparison cannot be checked or weighed.',
    };
  });
}

/** The share or median of a group that a comparison is of, with its place. */
function resultOf({ values }: AuditedStudy, group: string, quantity: string): PrintedValue | undefined {
  return values.find(
    (value) =>
      value.group === group &&
      (value.as === 'percent' || value.as === 'median') &&
      isPlainNumber(value) &&
      (value.what === quantity || ('term' in value && value.term === quantity)),
  );
}

/** Whether the size of the one group that lacks it is what the others leave of their parent. */
function isRemainder(
  of: AuditedStudy,
  between: readonly string[],
  lacking: readonly string[],
  document: string,
): boolean {
  const [only] = lacking;
  const parent = of.groups.find(({ id }) => id === only)?.partOf;
  return (
    lacking.length === 1 &&
    parent !== undefined &&
    between.every((id) => of.groups.find((group) => group.id === id)?.partOf === parent) &&
    sizesOf(of, parent).some(({ value }) => value.place.document === document)
  );
}

/** Groups compared by their shares or medians, with the size of one of them not in the paper that compares them. */
function withoutSizes(of: AuditedStudy, comparisons: readonly PrintedComparison[]): readonly AuditFinding[] {
  const pairs = [
    ...comparisons.filter(within).map(({ of: quantity, between, place }) => ({ quantity, between, place })),
    ...of.values.flatMap((value) =>
      value.what === 'pValue' ? [{ quantity: value.of, between: value.between, place: value.place }] : [],
    ),
  ].filter(({ between }) => between.length > 1);
  const found = pairs.flatMap(({ quantity, between, place }) => {
    const results = between.flatMap((group) => resultOf(of, group, quantity) ?? []);
    const lacking = between.filter(
      (group) => !sizesOf(of, group).some(({ value }) => value.place.document === place.document),
    );
    return results.length < between.length ||
      lacking.length === 0 ||
      isRemainder(of, between, lacking, place.document)
      ? []
      : [{ quantity, between, results, lacking }];
  });
  return perGroups(of, found, ({ results, lacking }) => ({
    about: 'results without the sizes of the groups',
    printed: results.map(evidenceOf),
    recomputed: `of how many patients is not printed: ${lacking.map((group) => groupWords(of, group)).join(', ')}`,
    test: 'results that are compared against the sizes that are printed',
    explanation: 'Without the numbers of patients neither the results nor their difference can be checked.',
  }));
}

/** Groups said to differ, of which neither a size nor a result is printed. */
function withoutAnything(
  of: AuditedStudy,
  comparisons: readonly PrintedComparison[],
): readonly AuditFinding[] {
  const bare = comparisons.filter(
    (comparison) =>
      within(comparison) &&
      comparison.between.length > 1 &&
      quantitiesOf(comparison).length === 0 &&
      comparison.between.every(
        (group) =>
          sizesOf(of, group).length === 0 &&
          !of.values.some(
            (value) =>
              value.group === group &&
              (value.as === 'percent' || value.as === 'count') &&
              value.what !== 'threshold',
          ),
      ),
  );
  return perGroups(of, bare, ({ between }, same) => ({
    about: `${same.map((each) => each.of).join(', ')} of groups without sizes and results`,
    printed: same.map(({ place, of: quantity }) => ({ printed: place.text ?? quantity, place })),
    recomputed: `neither a number of ${between.map((group) => groupWords(of, group)).join(' and of ')} nor a result of it is printed`,
    test: 'what is compared against what is printed',
    explanation: 'How large the difference is, and in how many it was seen, is left open.',
  }));
}

/** "Significant progression" is no claim of a test. */
const significance =
  /\bstatistically significant|\b(?:no|not|nor|without)\b(?:\s\w+){0,2}\ssignificant(?:ly)?\b|\bsignificant(?:ly)? (?:differen|better|worse|higher|lower|longer|shorter|greater|improve|increase|decrease)/i;

/** Differences called significant or not, in a paper that prints no p value of them. */
function withoutP(of: AuditedStudy, comparisons: readonly PrintedComparison[]): readonly AuditFinding[] {
  const claimed = comparisons.filter(
    (comparison) =>
      within(comparison) &&
      significance.test(comparison.place.text ?? '') &&
      !of.values.some(
        (value) =>
          value.what === 'pValue' &&
          value.place.document === comparison.place.document &&
          (value.of === comparison.of || value.of.includes(comparison.of)) &&
          (value.between.length === 0 || value.between.some((group) => comparison.between.includes(group))),
      ),
  );
  const [first] = claimed;
  if (first === undefined) return [];
  return [
    finding({
      study: of.study.id,
      check: 'comparison',
      group: 'all',
      about: 'significance without a p value',
      outcome: 'undescribed',
      certainty: 'certain',
      printed: claimed.map(({ place, of: quantity }) => ({ printed: place.text ?? quantity, place })),
      recomputed: `no p value and no named test of ${[...new Set(claimed.map(({ of: quantity }) => quantity))].join(', ')}`,
      test: 'significance that is claimed against p values and tests that are printed',
      explanation: 'Which test was made of which groups, and with what result, is left open.',
    }),
  ];
}

export function unprintedComparisonCheck(of: AuditedStudy): AuditAnswer {
  const comparisons = of.study.printed?.comparisons ?? [];
  return {
    findings: [
      ...unprinted(of, comparisons),
      ...withoutSizes(of, comparisons),
      ...withoutAnything(of, comparisons),
      ...withoutP(of, comparisons),
    ],
    explained: [],
  };
}
