/**
 * Percentages against the numbers of patients that a study prints. A row is tested as a whole, by whole numbers: one set of
 * counts has to print every percentage and to add up where the row adds up. Where no printed number fits, the numbers
 * that would are inferred over the whole row and ranked, with the chance that as many random percentages would fit.
 */
import {
  feasibleDenominators,
  type PrintedShare,
  percentageOfCount,
  percentagesOfRow,
  type RowFit,
} from '../../statistics/index.ts';
import { type PrintedValue, printedSubject } from '../printed/index.ts';
import {
  type AuditedStudy,
  evidenceOf,
  groupWords,
  largestSize,
  type PrintedSize,
  sizesOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { type PercentageRow, percentageRows, responseSums } from './percentage-row.ts';
import { fitsAlone } from './row-counts.ts';
import { siblingRows } from './sibling-rows.ts';

/** How many inferred numbers of patients a finding names. */
const mostNamed = 4;

const shareOfValue = (value: PrintedValue): PrintedShare => ({ percentage: value.value });

const isFit = (fit: RowFit | { readonly outcome: 'untestable' }): fit is RowFit =>
  fit.outcome !== 'untestable' && fit.outcome !== 'impossible';

/** `7/12, 2/12` for the counts of a fit. */
function countsText(fit: RowFit): string {
  return fit.counts === null ? `n = ${fit.of}` : fit.counts.map((count) => `${count}/${fit.of}`).join(', ');
}

function inferredText(denominators: readonly RowFit[]): string {
  if (denominators.length === 0) return 'no number of patients fits the whole row';
  const named = denominators.slice(0, mostNamed);
  const more = denominators.length - named.length;
  const [best] = named;
  const texts = named.map((fit) => `${fit.of}${fit.truncated.length > 0 ? ' (cut off)' : ''}`);
  const chance =
    best === undefined
      ? ''
      : `; a random row would fit ${best.of} with a chance of ${chanceText(best.chance)}`;
  return `the row fits n = ${texts.join(', ')}${more > 0 ? ` and ${more} more` : ''}${best === undefined ? '' : ` (${countsText(best)})`}${chance}`;
}

/** A chance to two digits; "under one in a million" rather than a power. */
function chanceText(chance: number): string {
  if (chance < 1e-6) return 'less than one in a million';
  return chance.toPrecision(2).replace(/\.?0+$/, '');
}

/** A row that fits a printed size only when some percentages are cut off. */
function truncatedFinding(of: AuditedStudy, row: PercentageRow, fit: RowFit): AuditFinding {
  const cut = fit.truncated.flatMap((place) => row.values[place] ?? []);
  const words = cut.map((value) => {
    const tested = percentageOfCount(value.value, fit.of);
    const count = fit.counts?.[row.values.indexOf(value)];
    const exact =
      count === undefined ? '' : ` is ${count}/${fit.of} = ${((100 * count) / fit.of).toFixed(3)}%`;
    return tested.outcome === 'untestable' ? value.value : `${value.value}${exact}`;
  });
  return finding({
    study: of.study.id,
    check: 'percentage',
    group: row.group,
    about: `${row.kind === 'part' ? '' : `${row.about}: `}${cut.map(printedSubject).join(', ')}`,
    outcome: 'truncated',
    certainty: 'certain',
    printed: cut.map(evidenceOf),
    recomputed: words.join('; '),
    test: `whole numbers out of ${fit.of}`,
    explanation: 'Digits were cut off instead of rounded.',
  });
}

/** A row that no printed size fits, with the sizes that would. */
interface MisfitRow {
  readonly row: PercentageRow;
  readonly sizes: readonly PrintedSize[];
  readonly misfits: readonly PrintedValue[];
  /** Without `dropped`, the row fits these. */
  readonly denominators: readonly RowFit[];
  readonly dropped: readonly PrintedValue[];
  /** Among the rows and sizes tried, such a fit is no surprise: it counts only where another group confirms it. */
  readonly isWeak: boolean;
}

/** At most so many values of a row are taken for misprints when its denominator is inferred from the others. */
const mostDropped = 2;
/** The others have to be so many, and to fit by chance no more often than this. */
const fewestKept = 3;
const rareFit = 0.02;
/** Fits expected by chance among all sizes and subsets tried, below which one is telling. */
const tellingBelow = 0.05;

const relationsOf = (row: PercentageRow, values: readonly PrintedValue[]) => ({
  partition: row.partition && values.length === row.values.length,
  sums: row.kind === 'response' ? responseSums(values) : [],
});

function denominatorsOf(row: PercentageRow, values: readonly PrintedValue[], largest: number | undefined) {
  const relations = relationsOf(row, values);
  const read = feasibleDenominators(
    values.map(shareOfValue),
    largest === undefined ? relations : { ...relations, largest },
  );
  return read.outcome === 'untestable' ? [] : read.denominators;
}

function* subsets(
  values: readonly PrintedValue[],
  size: number,
  start = 0,
): Generator<readonly PrintedValue[]> {
  if (size === 0) yield [];
  else
    for (let at = start; at < values.length; at += 1)
      for (const rest of subsets(values, size - 1, at + 1)) {
        const value = values[at];
        if (value !== undefined) yield [value, ...rest];
      }
}

type Inferred = Pick<MisfitRow, 'denominators' | 'dropped' | 'isWeak'>;

/** The denominators of a whole row, or of the row without as few values as possible. */
function inferredOf(row: PercentageRow, largest: number | undefined): Inferred {
  const whole = denominatorsOf(row, row.values, largest);
  if (whole.length > 0) return { denominators: whole, dropped: [], isWeak: false };
  for (let size = 1; size <= mostDropped && row.values.length - size >= fewestKept; size += 1) {
    const tried = [...subsets(row.values, size)];
    const found = tried.flatMap((dropped) => {
      const kept = row.values.filter((value) => !dropped.includes(value));
      const fits = denominatorsOf(row, kept, largest).filter(
        ({ truncated, chance }) => truncated.length === 0 && chance <= rareFit,
      );
      const [best] = fits;
      return best === undefined ? [] : [{ denominators: fits, dropped, chance: best.chance }];
    });
    const [best] = found.toSorted((a, b) => a.chance - b.chance);
    if (best !== undefined)
      return { ...best, isWeak: best.chance * tried.length * (largest ?? 1) > tellingBelow };
  }
  return { denominators: [], dropped: [], isWeak: false };
}

/** Up to the printed size of the group, or else up to that of the group that contains it. */
function inferredFor(of: AuditedStudy, row: PercentageRow): Inferred {
  const own = inferredOf(row, largestSize(of, row.group));
  const parent = of.groups.find(({ id }) => id === row.group)?.partOf;
  if (own.denominators.length > 0 || parent === undefined) return own;
  return inferredOf(row, largestSize(of, parent));
}

/** A weak inference stands where the size of the other group of the same parent makes it up to that of the parent. */
function confirmed(of: AuditedStudy, one: MisfitRow, all: readonly MisfitRow[]): MisfitRow {
  if (!one.isWeak) return one;
  const parent = of.groups.find(({ id }) => id === one.row.group)?.partOf;
  const [whole] = parent === undefined ? [] : sizesOf(of, parent);
  const others = all.filter(
    ({ row, isWeak }) =>
      !isWeak &&
      row.kind === one.row.kind &&
      row.group !== one.row.group &&
      of.groups.find(({ id }) => id === row.group)?.partOf === parent,
  );
  const rest = others.flatMap(({ denominators }) => denominators[0]?.of ?? []);
  const kept = one.denominators.filter(({ of: size }) =>
    rest.some((other) => size + other === whole?.patients),
  );
  return kept.length === 0 ? { ...one, denominators: [], dropped: [] } : { ...one, denominators: kept };
}

/** What the sizes inferred for other groups and rows say of this row. */
function jointText(of: AuditedStudy, one: MisfitRow, all: readonly MisfitRow[]): string {
  const texts: string[] = [];
  const clean = ({ denominators }: MisfitRow) =>
    denominators.filter(({ truncated }) => truncated.length === 0).map(({ of: size }) => size);
  const ofGroup = all.filter(
    ({ row, dropped }) => row.group === one.row.group && row.values.length > 1 && dropped.length === 0,
  );
  if (ofGroup.length > 1 && one.dropped.length === 0) {
    const common = ofGroup.map(clean).reduce((left, sizes) => left.filter((size) => sizes.includes(size)));
    if (common.length > 0 && common.length <= mostNamed)
      texts.push(`all rows of the group together fit n = ${common.join(', ')}`);
  }
  const parent = of.groups.find(({ id }) => id === one.row.group)?.partOf;
  const [whole] = parent === undefined ? [] : sizesOf(of, parent);
  if (whole !== undefined) {
    const siblings = all.filter(
      ({ row }) =>
        of.groups.find(({ id }) => id === row.group)?.partOf === parent && row.kind === one.row.kind,
    );
    const best = siblings.flatMap((each) => clean(each)[0] ?? []);
    const groups = new Set(siblings.map(({ row }) => row.group));
    if (groups.size > 1 && best.length === groups.size && best.reduce((a, b) => a + b) === whole.patients)
      texts.push(`${best.join(' + ')} = ${whole.patients}, the patients of both groups`);
  }
  const sites = sitesOf(of, one.row.group);
  if (one.dropped.length === 0 && sites !== undefined && clean(one).includes(sites))
    texts.push(`its printed sites add up to ${sites}`);
  return texts.map((text) => `; ${text}`).join('');
}

/** What the printed sites of a group add up to, where that is no printed size. */
function sitesOf(of: AuditedStudy, group: string): number | undefined {
  const sites = of.values.filter(
    (value) =>
      value.group === group &&
      value.what === 'part' &&
      value.scheme === 'site' &&
      value.partition &&
      value.as === 'count',
  );
  const total = sites.reduce((sum, { value }) => sum + Number(value), 0);
  const sizes = sizesOf(of, group).map(({ patients }) => patients);
  return sites.length < 2 || sizes.includes(total) ? undefined : total;
}

function misfitFinding(of: AuditedStudy, one: MisfitRow, all: readonly MisfitRow[]): AuditFinding {
  const { row, sizes, misfits, denominators, dropped } = one;
  const found = denominators.length > 0;
  const named = misfits.length > 0 ? misfits : row.values;
  const sizeText = sizes.map(({ patients }) => patients).join(' nor ');
  const percents = (values: readonly PrintedValue[]) =>
    [...new Set(values.map(({ value }) => `${value}%`))].join(', ');
  const without = dropped.length === 0 ? '' : `without ${percents(dropped)} `;
  return finding({
    study: of.study.id,
    check: found ? 'denominator' : 'percentage',
    group: row.group,
    about:
      row.kind !== 'response' && row.values.length === 1 ? row.values.map(printedSubject).join() : row.about,
    outcome: found && isOfAnotherSource(one) ? 'undescribed' : 'impossible',
    certainty: found && isOfAnotherSource(one) ? 'likely' : 'certain',
    printed: [...row.values.map(evidenceOf), ...sizes.map(({ value }) => evidenceOf(value))],
    recomputed: `${
      sizes.length === 0
        ? ''
        : `${percents(named)} ${named.length === 1 ? 'is' : 'are'} of no whole number out of ${sizeText}; `
    }${without}${inferredText(denominators)}${jointText(of, one, all)}`,
    test: 'one number of patients for all percentages of the row, by whole numbers',
    explanation: found
      ? `${dropped.length === 0 ? '' : `${percents(dropped)} ${dropped.length === 1 ? 'is' : 'are'} misprinted or made to add up. `}Other patients were counted than are printed for ${groupWords(of, row.group)}, and their number is not said.`
      : `A value of the row is misprinted or was made to add up to 100 (${groupWords(of, row.group)}).`,
  });
}

/** Sizes that only another source prints: that print counts fewer patients is then not said, and nothing is impossible. */
const isOfAnotherSource = ({ row, sizes }: MisfitRow): boolean =>
  sizes.length > 0 &&
  sizes.every(({ value }) => row.values.every(({ place }) => place.document !== value.place.document));

/**
 * Percentages that were cut off in a row of which another value is of no count: without the values that no count gives, rounded
 * or cut off, the others fit the printed size, one of them at least as rounded.
 */
function cutBeside(of: AuditedStudy, { row, sizes, denominators }: MisfitRow): readonly AuditFinding[] {
  if (denominators.length > 0) return [];
  return sizes.slice(0, 1).flatMap(({ patients }) => {
    const misfits: readonly number[] = readFit(row.values, patients)?.misfits ?? [];
    const kept = row.values.filter((_, at) => !misfits.includes(at));
    const fit = readFit(kept, patients);
    if (misfits.length === 0 || fit?.outcome !== 'truncated' || fit.truncated.length === kept.length)
      return [];
    const keptRow = { ...row, values: kept, partition: false, sums: [] };
    return [truncatedFinding(of, keptRow, fit)];
  });
}

function readFit(values: readonly PrintedValue[], patients: number): RowFit | undefined {
  const fit = percentagesOfRow(values.map(shareOfValue), patients);
  return fit.outcome === 'untestable' ? undefined : fit;
}

interface TestedRow {
  readonly findings: readonly AuditFinding[];
  readonly misfit?: MisfitRow;
}

const nothing: TestedRow = { findings: [] };

/** The places of percentages that by themselves are of no whole number of so many patients, rounded. */
function misfitsOf(shares: readonly PrintedShare[], patients: number): readonly number[] {
  const fit = percentagesOfRow(shares, patients);
  return fit.outcome === 'untestable' ? [] : [...fit.misfits, ...fit.truncated];
}

function testRow(of: AuditedStudy, row: PercentageRow): TestedRow {
  const shares = row.values.map(shareOfValue);
  const relations = { partition: row.partition, sums: row.sums };
  const sizes = sizesOf(of, row.group);
  const fits = sizes.map(({ patients }) => percentagesOfRow(shares, patients, relations));
  if (fits.some((fit) => fit.outcome === 'consistent' || fit.outcome === 'noPower')) return nothing;
  // Where every percentage is that of a count, only a sum can fail, and that is the check of sums to say.
  if (sizes.some(({ patients }) => fitsAlone(row.values, patients))) return nothing;
  const cut = fits.find((fit): fit is RowFit => fit.outcome === 'truncated');
  if (cut !== undefined && isFit(cut)) return { findings: [truncatedFinding(of, row, cut)] };
  if (fits.length > 0 && fits.every((fit) => fit.outcome === 'untestable')) return nothing;
  const largest = largestSize(of, row.group);
  const places = sizes.flatMap(({ patients }) => misfitsOf(shares, patients));
  const misfits = [...new Set(places)].flatMap((place) => row.values[place] ?? []);
  if (sizes.length > 0) {
    return { findings: [], misfit: { row, sizes, misfits, ...inferredFor(of, row) } };
  }
  if (largest === undefined) return nothing;
  const inferred = feasibleDenominators(shares, { largest });
  if (inferred.outcome !== 'impossible') return nothing;
  return { findings: [], misfit: { row, sizes, misfits, ...inferredFor(of, row) } };
}

/** Every row of percentages of a study against the sizes of its groups. */
export function percentageCheck(of: AuditedStudy): AuditAnswer {
  const rows = percentageRows(of);
  const tested = rows.map((row) => testRow(of, row));
  const read = tested.flatMap(({ misfit }) => misfit ?? []);
  const misfits = read.map((one) => confirmed(of, one, read));
  return {
    findings: [
      ...tested.flatMap(({ findings }) => findings),
      ...misfits.map((one) => misfitFinding(of, one, misfits)),
      ...misfits.flatMap((one) => cutBeside(of, one)),
      ...siblingRows(of, rows),
    ],
    explained: [],
  };
}
