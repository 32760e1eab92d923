/**
 * Two groups that make up a third, whose own sizes are not printed: their rows have to fit two numbers of patients that add up.
 * The size of the third is printed, or what its own sibling leaves of theirs: 45 patients with 18 carcinomas leave 27.
 */
import { percentagesOfRow, type RowFit } from '../../statistics/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, sizesOf } from './audited-study.ts';
import { type AuditFinding, finding } from './finding.ts';
import type { PercentageRow } from './percentage-row.ts';

/** The printed size of a group, or what one sized sibling leaves of the parent. */
function sizeOrRest(of: AuditedStudy, id: string): number | undefined {
  const own = sizesOf(of, id);
  if (own.length > 0) return own.length === 1 ? own[0]?.patients : undefined;
  const parent = of.groups.find((group) => group.id === id)?.partOf;
  if (parent === undefined) return undefined;
  const siblings = of.groups.filter((group) => group.partOf === parent && group.id !== id);
  const [sibling] = siblings;
  const whole = sizesOf(of, parent);
  if (siblings.length !== 1 || sibling === undefined || whole.length !== 1) return undefined;
  const other = sizesOf(of, sibling.id);
  const rest = (whole[0]?.patients ?? 0) - (other[0]?.patients ?? 0);
  return other.length === 1 && rest > 0 ? rest : undefined;
}

const isFit = (fit: ReturnType<typeof percentagesOfRow>): fit is RowFit => fit.outcome !== 'untestable';

/** How many values of a row a size does not print as they stand. */
const faults = ({ misfits, truncated, outcome }: RowFit): number =>
  outcome === 'impossible' ? Math.max(1, misfits.length) : truncated.length;

interface Split {
  readonly fits: readonly [RowFit, RowFit];
  readonly faults: number;
}

function splitsOf(first: PercentageRow, second: PercentageRow, whole: number): readonly Split[] {
  const fitOf = ({ values, partition, sums }: PercentageRow, size: number) =>
    percentagesOfRow(
      values.map(({ value }) => ({ percentage: value })),
      size,
      { partition, sums },
    );
  return Array.from({ length: whole - 1 }, (_, at) => at + 1).flatMap((size): Split[] => {
    const [one, other] = [fitOf(first, size), fitOf(second, whole - size)];
    return isFit(one) && isFit(other) ? [{ fits: [one, other], faults: faults(one) + faults(other) }] : [];
  });
}

/** Above this many patients two rows fit some split anyway. */
const mostPatients = 100;

/** Rows of best response of two unsized groups that no split of their parent fits. */
export function siblingRows(of: AuditedStudy, all: readonly PercentageRow[]): readonly AuditFinding[] {
  const rows = all.filter(({ kind, values }) => kind === 'response' && values.length > 2);
  return of.groups.flatMap((whole): AuditFinding[] => {
    const children = of.groups.filter(({ partOf }) => partOf === whole.id);
    const [one, other] = children;
    if (children.length !== 2 || one === undefined || other === undefined) return [];
    if (children.some(({ id }) => sizesOf(of, id).length > 0)) return [];
    const size = sizeOrRest(of, whole.id);
    const [first, second] = [one, other].map(({ id }) => rows.find(({ group }) => group === id));
    if (size === undefined || size > mostPatients || first === undefined || second === undefined) return [];
    const splits = splitsOf(first, second, size);
    const [best] = splits.toSorted((a, b) => a.faults - b.faults);
    if (best === undefined || best.faults === 0) return [];
    const bad = best.fits.flatMap((fit, at) => {
      const row = at === 0 ? first : second;
      return [...fit.misfits, ...fit.truncated].flatMap((place) => row.values[place] ?? []);
    });
    return [
      finding({
        study: of.study.id,
        check: 'percentage',
        group: whole.id,
        about: `best response of ${groupWords(of, one.id)} and ${groupWords(of, other.id)}`,
        outcome: 'impossible',
        certainty: 'likely',
        printed: [...first.values, ...second.values].map(evidenceOf),
        recomputed: `no two numbers of patients that add up to ${size} fit both rows; ${best.fits.map((fit) => fit.of).join(' and ')} fit all but ${bad.map(({ value }) => `${value}%`).join(', ')}`,
        test: `rows of two groups that make up ${size} patients`,
        explanation: 'A value was made to add up to 100, or is misprinted.',
      }),
    ];
  });
}
