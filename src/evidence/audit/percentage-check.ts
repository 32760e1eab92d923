/**
 * Percentages against the numbers of patients that a study prints. A row is tested as a whole, by whole numbers: one set of
 * counts has to print every percentage and to add up where the row adds up. Where no printed number fits, the numbers
 * that would are inferred over the whole row and ranked, with the chance that as many random percentages would fit.
 */
import {
  type FeasibleDenominators,
  feasibleDenominators,
  type PrintedShare,
  percentageOfCount,
  percentagesOfRow,
  type RowFit,
} from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import {
  type AuditedStudy,
  evidenceOf,
  groupWords,
  largestSize,
  type PrintedSize,
  sizesOf,
  subjectOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding, joinAnswers, nothingFound } from './finding.ts';
import { type PercentageRow, percentageRows } from './percentage-row.ts';

/** How many inferred numbers of patients a finding names. */
const mostNamed = 4;

const shareOfValue = (value: PrintedValue): PrintedShare => ({ percentage: value.value });

const isFit = (fit: RowFit | { readonly outcome: 'untestable' }): fit is RowFit =>
  fit.outcome !== 'untestable' && fit.outcome !== 'impossible';

/** `7/12, 2/12` for the counts of a fit. */
function countsText(fit: RowFit): string {
  return fit.counts === null ? `n = ${fit.of}` : fit.counts.map((count) => `${count}/${fit.of}`).join(', ');
}

function inferredText(inferred: FeasibleDenominators | { readonly outcome: 'untestable' }): string {
  if (inferred.outcome === 'untestable' || inferred.denominators.length === 0)
    return 'no number of patients fits the whole row';
  const named = inferred.denominators.slice(0, mostNamed);
  const more = inferred.denominators.length - named.length;
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
    about: `${row.about}: ${cut.map(subjectOf).join(', ')}`,
    outcome: 'truncated',
    certainty: 'certain',
    printed: cut.map(evidenceOf),
    recomputed: words.join('; '),
    test: `whole numbers out of ${fit.of}`,
    explanation: 'Digits were cut off instead of rounded.',
  });
}

function misfitFinding(
  of: AuditedStudy,
  row: PercentageRow,
  sizes: readonly PrintedSize[],
  fits: readonly (RowFit | { readonly outcome: 'untestable' })[],
): AuditFinding {
  const largest = largestSize(of, row.group);
  const shares = row.values.map(shareOfValue);
  const relations = { partition: row.partition, sums: row.sums };
  const inferred = feasibleDenominators(
    shares,
    largest === undefined ? relations : { ...relations, largest },
  );
  const found = inferred.outcome !== 'untestable' && inferred.denominators.length > 0;
  const whole = fits.flatMap((fit) => ('misfits' in fit ? fit.misfits : []));
  const misfits = [...new Set(whole)].flatMap((place) => row.values[place] ?? []);
  const named = misfits.length > 0 ? misfits : row.values;
  const sizeText = sizes.map(({ patients }) => patients).join(' nor ');
  const oneValue = row.values.length === 1;
  return finding({
    study: of.study.id,
    check: found ? 'denominator' : 'percentage',
    group: row.group,
    about: oneValue ? row.values.map(subjectOf).join() : row.about,
    outcome: 'impossible',
    certainty: 'certain',
    printed: [...row.values.map(evidenceOf), ...sizes.map(({ value }) => evidenceOf(value))],
    recomputed:
      sizes.length === 0
        ? inferredText(inferred)
        : `${named.map((value) => `${value.value}%`).join(', ')} ${named.length === 1 ? 'is' : 'are'} of no whole number out of ${sizeText}; ${inferredText(inferred)}`,
    test: 'one number of patients for all percentages of the row, by whole numbers',
    explanation: found
      ? `Fewer patients were counted than are printed for ${groupWords(of, row.group)}, and their number is not said.`
      : `A value of the row is misprinted or was made to add up to 100 (${groupWords(of, row.group)}).`,
  });
}

function checkRow(of: AuditedStudy, row: PercentageRow): AuditAnswer {
  const shares = row.values.map(shareOfValue);
  const relations = { partition: row.partition, sums: row.sums };
  const sizes = sizesOf(of, row.group);
  const fits = sizes.map(({ patients }) => percentagesOfRow(shares, patients, relations));
  if (fits.some((fit) => fit.outcome === 'consistent' || fit.outcome === 'noPower')) return nothingFound;
  const cut = fits.find((fit): fit is RowFit => fit.outcome === 'truncated');
  if (cut !== undefined && isFit(cut)) return { findings: [truncatedFinding(of, row, cut)], explained: [] };
  if (fits.length > 0 && fits.every((fit) => fit.outcome === 'untestable')) return nothingFound;
  if (sizes.length > 0) return { findings: [misfitFinding(of, row, sizes, fits)], explained: [] };
  const largest = largestSize(of, row.group);
  if (largest === undefined) return nothingFound;
  const inferred = feasibleDenominators(shares, { ...relations, largest });
  if (inferred.outcome !== 'impossible') return nothingFound;
  return { findings: [misfitFinding(of, row, sizes, fits)], explained: [] };
}

/** Every row of percentages of a study against the sizes of its groups. */
export function percentageCheck(of: AuditedStudy): AuditAnswer {
  return joinAnswers(percentageRows(of).map((row) => checkRow(of, row)));
}
