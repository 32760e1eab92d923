/**
 * Printed parts against their printed whole: complete and partial responses against the response rate, categories against 100,
 * sites against the number of patients. Rounding has its slack; where a number of patients is printed, counts decide.
 */
import { sumWithRounding } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import {
  type AuditedStudy,
  evidenceOf,
  groupedBy,
  groupWords,
  hasCount,
  isCategory,
  isPlainNumber,
  partOfPaper,
  sizesOf,
} from './audited-study.ts';
import { compareSum, type SumFound } from './compared-sum.ts';
import { type AuditAnswer, finding } from './finding.ts';
import { countsThatFail, spanText } from './row-counts.ts';

/**
 * Categories that leave patients out: those are in no printed category, most often because they were not evaluable. False
 * where the printed percentages are no whole numbers of the printed patients, so that a value may be misprinted.
 */
function shortfall(of: AuditedStudy, into: SumFound, parts: readonly PrintedValue[]): boolean {
  const [first] = parts;
  if (first === undefined || parts.some(({ what }) => what === 'notEvaluable')) return false;
  const total = parts.reduce((sum, { value }) => sum + Number(value), 0);
  if (total >= 100 || total < leastAccounted) return false;
  const read = sumWithRounding(
    parts.map(({ value }) => value),
    '100',
    { exactWhole: true },
  );
  const failed = countsThatFail(of, parts, 'all');
  const sizes = sizesOf(of, first.group);
  if (failed === undefined && (read.outcome === 'consistent' || sizes.length > 0)) return false;
  const difference = 'difference' in read ? read.difference.replace('-', '') : '';
  into.findings.push(
    finding({
      study: of.study.id,
      check: 'unaccounted',
      group: first.group,
      about: 'best response',
      outcome: 'undescribed',
      certainty: 'likely',
      printed: [...parts, ...sizes.map(({ value }) => value)].map(evidenceOf),
      recomputed: `${parts.map(({ value }) => value).join(' + ')} leave ${difference}%${failed === undefined ? '' : `: the counts are ${spanText(failed.parts)} of ${failed.of}`}`,
      test: 'printed categories of response against all patients',
      explanation: `Patients of ${groupWords(of, first.group)} are in no printed category: not evaluable, or not assessed.`,
    }),
  );
  return true;
}

/** Where fewer are in a category than in none, the categories are not those of the patients. */
const leastAccounted = 50;

const addsUp = (values: readonly PrintedValue[]): boolean =>
  sumWithRounding(
    values.map(({ value }) => value),
    '100',
    { exactWhole: true },
  ).outcome === 'consistent';

/** Responses and stable disease that leave patients in no category: progression is not printed. */
function unaccounted(of: AuditedStudy, into: SumFound, same: readonly PrintedValue[]): void {
  const one = (what: string) => same.find((value) => value.what === what);
  const rate = one('objectiveResponse');
  const responders = (
    rate === undefined ? [one('completeResponse'), one('partialResponse')] : [rate]
  ).flatMap((value) => value ?? []);
  const stable = one('stableDisease');
  const [first] = responders;
  if (first === undefined || stable === undefined || one('progressiveDisease') !== undefined) return;
  // What disease control leaves is progression, whether or not it is printed.
  if (one('diseaseControl') !== undefined) return;
  const parts = [...responders, stable, ...same.filter(({ what }) => what === 'notEvaluable')];
  const sum = sumWithRounding(
    parts.map(({ value }) => value),
    '100',
    { exactWhole: true },
  );
  if (sum.outcome !== 'impossible' || !sum.difference.startsWith('-')) return;
  into.findings.push(
    finding({
      study: of.study.id,
      check: 'unaccounted',
      group: first.group,
      about: 'best response',
      outcome: 'undescribed',
      certainty: 'likely',
      printed: parts.map(evidenceOf),
      recomputed: `${parts.map(({ value }) => value).join(' + ')} leave ${sum.difference.slice(1)}% of the patients in no category`,
      test: 'printed categories of response against all patients',
      explanation: 'Progression, or patients who were not evaluable, are not printed.',
    }),
  );
}

/** Treatments that patients had before, against how many had any: those with any are no more than those of all kinds together. */
function priorTreatments(of: AuditedStudy, into: SumFound): void {
  const prior = of.values.filter(
    (value) => value.what === 'part' && value.scheme === 'priorTherapy' && isPlainNumber(value),
  );
  for (const same of groupedBy(
    prior,
    (value) => `${value.group} ${value.as} ${partOfPaper(value)}`,
  ).values()) {
    const isAny = (value: PrintedValue) => 'term' in value && /^any\b/i.test(value.term);
    const whole = same.find(isAny);
    const kinds = same.filter(
      (value) => !isAny(value) && 'term' in value && !/^(?:no|none|both)\b/i.test(value.term),
    );
    if (whole === undefined || kinds.length < 2) continue;
    const sum = sumWithRounding(
      kinds.map(({ value }) => value),
      whole.value,
      { exactParts: whole.as === 'count', exactWhole: whole.as === 'count' },
    );
    if (sum.outcome !== 'impossible' || !sum.difference.startsWith('-')) continue;
    into.findings.push(
      finding({
        study: of.study.id,
        check: 'sum',
        group: whole.group,
        about: 'earlier treatments',
        outcome: 'conflicting',
        certainty: 'likely',
        printed: [whole, ...kinds].map(evidenceOf),
        recomputed: `${kinds.map(({ value }) => value).join(' + ')} against ${whole.value}: ${sum.difference.slice(1)} had none of the kinds that are named`,
        test: 'patients with any treatment against those with each kind of it',
        explanation: 'A kind of treatment is not printed, or a value is misprinted.',
      }),
    );
  }
}

/** Best responses of one group in one part of a paper. */
function responses(of: AuditedStudy, into: SumFound): void {
  const values = of.values.filter(
    (value) =>
      (isCategory(value.what) || value.what === 'objectiveResponse' || value.what === 'diseaseControl') &&
      isPlainNumber(value),
  );
  for (const same of groupedBy(
    values,
    (value) => `${value.group} ${partOfPaper(value)} ${value.as}`,
  ).values()) {
    const one = (what: string) => same.find((value) => value.what === what);
    const [complete, partial, stable, progressed, rate] = [
      one('completeResponse'),
      one('partialResponse'),
      one('stableDisease'),
      one('progressiveDisease'),
      one('objectiveResponse'),
    ];
    const exactParts = same[0]?.as === 'count';
    if (rate !== undefined && partial !== undefined) {
      const parts = complete === undefined ? [partial] : [complete, partial];
      if (complete !== undefined || exceeds(partial, rate))
        compareSum(of, into, {
          about: 'responseRate',
          parts,
          whole: rate.value,
          wholeEvidence: [rate],
          exactParts,
        });
    }
    controlled(of, into, same);
    if (exactParts) {
      categoriesBeyond(of, into, same);
      continue;
    }
    const parts = same.filter(({ what }) => isCategory(what));
    if (partial !== undefined && stable !== undefined && progressed !== undefined) {
      // A partial response that is not what the response rate says is reported as such, and once.
      const others = [stable, progressed, ...same.filter(({ what }) => what === 'notEvaluable')];
      const rateFits =
        rate !== undefined && rate.value !== partial.value && addsUp([rate, ...others]) && !addsUp(parts);
      if (!rateFits && !shortfall(of, into, parts))
        compareSum(of, into, { about: 'categories', parts, whole: '100', wholeEvidence: [], exactParts });
    } else if (/^Table\b/.test(same[0]?.place.section ?? '')) unaccounted(of, into, same);
  }
}

/** Disease control against the categories of which it is made up; below them it may be of a longer stable disease. */
function controlled(of: AuditedStudy, into: SumFound, same: readonly PrintedValue[]): void {
  const one = (what: string) => same.find((value) => value.what === what);
  const [control, stable] = [one('diseaseControl'), one('stableDisease')];
  const rate = one('objectiveResponse');
  if (control === undefined) return;
  const [complete, partial] = [one('completeResponse'), one('partialResponse')];
  const responders = complete !== undefined && partial !== undefined ? [complete, partial] : [rate];
  const parts = [...responders, stable].flatMap((value) => value ?? []);
  const isWhole = stable !== undefined && parts.length === responders.length + 1;
  const tested = isWhole ? parts : rate === undefined ? [] : [rate];
  const exact = control.as === 'count';
  const sum = sumWithRounding(
    tested.map(({ value }) => value),
    control.value,
    { exactParts: exact, exactWhole: exact, relation: isWhole ? 'equals' : 'atMost' },
  );
  if (sum.outcome !== 'impossible') return;
  into.findings.push(
    finding({
      study: of.study.id,
      check: 'sum',
      group: control.group,
      about: 'disease control',
      outcome: 'conflicting',
      certainty: isWhole && !sum.difference.startsWith('-') ? 'likely' : 'certain',
      printed: [...tested, control].map(evidenceOf),
      recomputed: `${tested.map(({ value }) => value).join(' + ')} against ${control.value}: difference ${sum.difference}, rounding explains up to ${sum.slack}`,
      test: 'responses and stable disease against disease control, with the slack of rounding',
      explanation: `Only stable disease of some length was counted as control, other patients were counted, or a value is misprinted (${groupWords(of, control.group)}).`,
    }),
  );
}

/** Counts of categories that exclude each other, and are together more than the patients. */
function categoriesBeyond(of: AuditedStudy, into: SumFound, same: readonly PrintedValue[]): void {
  const parts = same.filter(
    (value, at) => isCategory(value.what) && same.findIndex(({ what }) => what === value.what) === at,
  );
  const [first] = parts;
  if (first === undefined || parts.length < 2) return;
  const [size] = sizesOf(of, first.group);
  const total = parts.reduce((sum, { value }) => sum + Number(value), 0);
  if (size === undefined || total <= size.patients) return;
  compareSum(of, into, {
    about: 'categories',
    parts,
    whole: size.value.value,
    wholeEvidence: [size.value],
    exactParts: true,
  });
}

/** A partial response rate alone can only be too large for the response rate; below it the rest are complete responses. */
function exceeds(part: PrintedValue, whole: PrintedValue): boolean {
  const sum = sumWithRounding([part.value], whole.value, { relation: 'atMost' });
  return sum.outcome === 'impossible' || sum.outcome === 'truncated';
}

/** Parts of a partition against the size of the group, or against 100. */
function partitions(of: AuditedStudy, into: SumFound): void {
  const parts = of.values.filter((value) => value.what === 'part' && value.partition && isPlainNumber(value));
  for (const same of groupedBy(parts, (value) =>
    value.what === 'part' ? `${value.group} ${value.scheme} ${value.as} ${partOfPaper(value)}` : '',
  ).values()) {
    const [first] = same;
    if (first?.what !== 'part' || same.length < 2) continue;
    const about = `parts by ${first.scheme}`;
    if (first.as === 'percent') {
      // Where counts are printed beside the percentages, they decide.
      if (same.every((value) => hasCount(of, value))) continue;
      compareSum(of, into, { about, parts: same, whole: '100', wholeEvidence: [], exactParts: false });
      continue;
    }
    const sizes = sizesOf(of, first.group);
    const total = same.reduce((sum, value) => sum + Number(value.value), 0);
    const [largest] = sizes;
    if (largest === undefined || sizes.some(({ patients }) => patients === total)) continue;
    compareSum(of, into, {
      about,
      parts: same,
      whole: String(largest.patients),
      wholeEvidence: [largest.value],
      exactParts: true,
    });
  }
}

export function sumCheck(of: AuditedStudy): AuditAnswer {
  const into: SumFound = { findings: [], explained: [] };
  responses(of, into);
  partitions(of, into);
  priorTreatments(of, into);
  return into;
}
