/**
 * Printed p values. Where two shares are compared, every split of the patients that prints both shares is tested in the ways in
 * which papers test them; a p that none gives is a conflict. A bound that no convention uses ("p < .0148") is a value in
 * the dress of a bound.
 */
import { type PValueSearch, percentagesOfRow, pValueSearch } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, largestSize, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditExplained, type AuditFinding, finding } from './finding.ts';

type PValue = Extract<PrintedValue, { readonly what: 'pValue' }>;

interface Found {
  readonly findings: AuditFinding[];
  readonly explained: AuditExplained[];
}

/** Bounds that papers print: 0.05, 0.01, 0.005 and so on. */
const isConventionalBound = (text: string): boolean =>
  /^0?\.0*[15]$/.test(text) || text === '0.025' || text === '.025';

const boundText = ({ relation, value }: PValue): string => (relation === '=' ? value : `${relation}${value}`);

/** The share of a group that a p value is of. */
function shareOf(of: AuditedStudy, { of: quantity, place }: PValue, group: string): PrintedValue | undefined {
  const values = of.values.filter(
    (value) =>
      value.group === group &&
      (value.as === 'percent' || value.as === 'count') &&
      (value.what === quantity || ('term' in value && value.term === quantity)) &&
      /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value.value),
  );
  return (
    values.find((value) => value.place.section === place.section && value.as === 'percent') ??
    values.find(({ as }) => as === 'percent') ??
    values[0]
  );
}

/** The sizes that a group may have: as printed where they fit its share, else any up to them. */
function searchedSizes(of: AuditedStudy, share: PrintedValue) {
  const sizes = sizesOf(of, share.group).map(({ patients }) => patients);
  const fitting = sizes.filter((size) => {
    if (share.as === 'count') return true;
    const { outcome } = percentagesOfRow([{ percentage: share.value }], size);
    return outcome !== 'impossible' && outcome !== 'untestable';
  });
  if (fitting.length > 0) return { of: fitting, inferred: false };
  const largest = largestSize(of, share.group);
  return largest === undefined ? undefined : { of: { from: 1, to: largest }, inferred: true };
}

/** The patients of two groups that make up their parent, where only its size is printed. */
function sizeOfBoth(of: AuditedStudy, one: string, other: string): number | undefined {
  const parentOf = (id: string) => of.groups.find((group) => group.id === id)?.partOf;
  if ([one, other].some((group) => sizesOf(of, group).length > 0)) return undefined;
  const parent = parentOf(one);
  if (parent === undefined || parentOf(other) !== parent) return undefined;
  if (of.groups.filter(({ partOf }) => partOf === parent).length !== 2) return undefined;
  const sizes = sizesOf(of, parent);
  return sizes.length === 1 ? sizes[0]?.patients : undefined;
}

/** From so many splits on, a p that under one in twenty gives is worth a look. */
const manySplits = 20;
const fewReproduce = 0.05;

/** How many of the splits reproduce the p under some test. */
const reproducingSplits = ({ reproduced }: PValueSearch): number =>
  new Set(reproduced.map(({ groups }) => groups.map(({ count, of }) => `${count}/${of}`).join(' '))).size;

function resultText(search: PValueSearch): string {
  const { outcome, reproduced, nearest, splits } = search;
  const split = (groups: readonly [{ count: number; of: number }, { count: number; of: number }]) =>
    groups.map(({ count, of }) => `${count}/${of}`).join(' v ');
  const [first] = reproduced;
  if (first !== undefined) {
    const tests = [...new Set(reproduced.map(({ test }) => test))].slice(0, 4).join(', ');
    return `${outcome === 'truncated' ? 'given only when cut off' : 'given'} by ${tests}: ${split(first.groups)}, p = ${first.p.toPrecision(3)} (${reproducingSplits(search)} of ${splits} ${splits === 1 ? 'split' : 'splits'})`;
  }
  return nearest === null
    ? 'no counts print both shares'
    : `no split of ${splits} gives it; nearest ${nearest.test}: ${split(nearest.groups)}, p = ${nearest.p.toPrecision(3)}`;
}

/** Tests by name that are no comparison of two shares as they stand. */
const otherTest =
  /logistic|regression|\bcox\b|log.?rank|multivari|adjusted|stratified|mantel|wilcoxon|mann|kruskal|\bt.?test|student/i;

/** A p value that no test gives: outside 0 to 1, or nothing but zeros. */
function domainFindings(of: AuditedStudy, value: PValue): readonly AuditFinding[] {
  if (!/^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(value.value)) return [];
  const p = Number(value.value);
  if ((p > 0 && p <= 1) || (p === 0 && value.relation === '>')) return [];
  return [
    finding({
      study: of.study.id,
      check: 'pValue',
      group: value.group,
      about: `p of ${value.of} as a probability`,
      outcome: p === 0 && value.relation !== '<' ? 'conflicting' : 'impossible',
      certainty: p === 0 && value.relation !== '<' ? 'likely' : 'certain',
      printed: [{ printed: `p ${value.relation} ${value.value}`, place: value.place }],
      recomputed:
        p === 0 ? 'no test gives a probability of nothing' : `${value.value} is no number from 0 to 1`,
      test: 'a p value is a probability above 0, of at most 1',
      explanation:
        p === 0
          ? 'A program printed a small p value with too few digits; a bound was meant.'
          : 'A digit or the decimal point is misprinted, or it is another statistic.',
    }),
  ];
}

function searched(of: AuditedStudy, value: PValue, into: Found): void {
  const [one, other] = value.between;
  if (one === undefined || other === undefined || value.between.length !== 2) return;
  const [first, second] = [shareOf(of, value, one), shareOf(of, value, other)];
  if (first === undefined || second === undefined) return;
  const [firstSizes, secondSizes] = [searchedSizes(of, first), searchedSizes(of, second)];
  if (firstSizes === undefined || secondSizes === undefined) return;
  const group = (
    share: PrintedValue,
    sizes: { readonly of: readonly number[] | { from: number; to: number } },
  ) =>
    share.as === 'count'
      ? { count: Number(share.value), of: sizes.of }
      : { percentage: share.value, of: sizes.of };
  const together = firstSizes.inferred && secondSizes.inferred ? sizeOfBoth(of, one, other) : undefined;
  const search = pValueSearch(
    boundText(value),
    group(first, firstSizes),
    group(second, secondSizes),
    together === undefined ? {} : { of: together },
  );
  if (search.outcome === 'untestable' || search.outcome === 'noSplit') return;
  const base = {
    study: of.study.id,
    check: 'pValue',
    group: value.group,
    about: `p of ${value.of}, ${groupWords(of, one)} against ${groupWords(of, other)}`,
    printed: [
      { printed: `p ${value.relation} ${value.value}`, place: value.place },
      evidenceOf(first),
      evidenceOf(second),
    ],
  } as const;
  const text = resultText(search);
  const splits = reproducingSplits(search);
  const hardly = search.splits >= manySplits && splits < fewReproduce * search.splits;
  // Few splits give a p value to the digit, whichever it is: that so few do says nothing for it, and nothing against it.
  if (search.outcome === 'reproduced' && hardly && value.relation === '=') return;
  if (search.outcome === 'reproduced' && hardly) {
    into.findings.push(
      finding({
        ...base,
        outcome: 'conflicting',
        certainty: 'possible',
        recomputed: text,
        test: 'every split that prints both shares, under the usual tests of two shares',
        explanation: 'The sizes of the groups are not printed; hardly any pair of sizes gives this p value.',
      }),
    );
    return;
  }
  if (search.outcome === 'reproduced') {
    into.explained.push({ ...base, because: `The p value is ${text}.` });
    return;
  }
  into.findings.push(
    finding({
      ...base,
      outcome: search.outcome === 'truncated' ? 'truncated' : 'conflicting',
      certainty: search.outcome === 'truncated' ? 'likely' : search.decisionError ? 'certain' : 'likely',
      recomputed: text,
      test: 'every split that prints both shares, under the usual tests of two shares',
      explanation:
        search.outcome === 'truncated'
          ? 'The p value was cut off instead of rounded, or is of another test.'
          : 'Another test was used, other patients were compared, or the p value is misprinted.',
    }),
  );
}

export function pValueCheck(of: AuditedStudy): AuditAnswer {
  const into: Found = { findings: [], explained: [] };
  const seen = new Set<string>();
  for (const value of of.values) {
    if (value.what !== 'pValue') continue;
    const key = `${value.of} ${value.between.join(' ')} ${boundText(value)}`;
    if (!seen.has(key)) into.findings.push(...domainFindings(of, value));
    if (!seen.has(key) && !otherTest.test(value.test ?? '')) searched(of, value, into);
    seen.add(key);
    if (value.relation === '<' && !isConventionalBound(value.value))
      into.findings.push(
        finding({
          study: of.study.id,
          check: 'pValue',
          group: value.group,
          about: `form of p < ${value.value}`,
          outcome: 'conflicting',
          certainty: 'likely',
          printed: [{ printed: `p < ${value.value}`, place: value.place }],
          recomputed: 'no convention uses this bound',
          test: 'bounds that are printed for p values',
          explanation: 'A p value that was computed stands behind a sign of a bound; "=" was meant.',
        }),
      );
  }
  return into;
}
