/**
 * Printed parts against their printed whole: complete and partial responses against the response rate, categories against 100,
 * sites against the number of patients. Rounding has its slack; where a number of patients is printed, counts decide.
 */
import { percentagesOfRow, sumWithRounding } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import {
  type AuditedStudy,
  countKey,
  evidenceOf,
  groupedBy,
  groupWords,
  partOfPaper,
  sizesOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditExplained, type AuditFinding, finding } from './finding.ts';

const categories = [
  'completeResponse',
  'partialResponse',
  'stableDisease',
  'progressiveDisease',
  'notEvaluable',
];

const isNumber = ({ value }: PrintedValue): boolean => /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value);

interface SumFound {
  readonly findings: AuditFinding[];
  readonly explained: AuditExplained[];
}

/** Parts against a whole, as printed values. */
function compareSum(
  of: AuditedStudy,
  into: SumFound,
  {
    about,
    parts,
    whole,
    wholeEvidence,
    exactParts,
  }: {
    readonly about: string;
    readonly parts: readonly PrintedValue[];
    readonly whole: string;
    readonly wholeEvidence: readonly PrintedValue[];
    readonly exactParts: boolean;
  },
): void {
  const [first] = parts;
  if (first === undefined) return;
  const sum = sumWithRounding(
    parts.map(({ value }) => value),
    whole,
    { exactParts, exactWhole: exactParts || wholeEvidence.length === 0 },
  );
  if (sum.outcome === 'untestable') return;
  const base = {
    study: of.study.id,
    check: about === 'responseRate' ? 'responseRate' : 'sum',
    group: first.group,
    about,
    printed: [...parts, ...wholeEvidence].map(evidenceOf),
  } as const;
  const text = `${parts.map(({ value }) => value).join(' + ')} against ${whole}: difference ${sum.difference}, rounding explains up to ${sum.slack}`;
  if (sum.outcome === 'consistent') {
    if (Number(sum.difference) !== 0)
      into.explained.push({ ...base, because: `${text}. The parts were rounded each for itself.` });
    return;
  }
  into.findings.push(
    finding({
      ...base,
      outcome: sum.outcome === 'truncated' ? 'truncated' : 'conflicting',
      certainty: 'certain',
      recomputed: text,
      test: 'printed parts against the printed whole, with the slack of rounding',
      explanation:
        sum.outcome === 'truncated'
          ? 'Digits were cut off instead of rounded.'
          : `Other patients are in the parts than in the whole, or a value is misprinted (${groupWords(of, first.group)}).`,
    }),
  );
}

/** Best responses of one group in one part of a paper. */
function responses(of: AuditedStudy, into: SumFound): void {
  const values = of.values.filter(
    (value) =>
      (categories.includes(value.what) ||
        value.what === 'objectiveResponse' ||
        value.what === 'diseaseControl') &&
      isNumber(value),
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
    if (exactParts) continue;
    const parts = same.filter(({ what }) => categories.includes(what));
    if (partial !== undefined && stable !== undefined && progressed !== undefined)
      compareSum(of, into, { about: 'categories', parts, whole: '100', wholeEvidence: [], exactParts });
  }
}

/** A partial response rate alone can only be too large for the response rate; below it the rest are complete responses. */
function exceeds(part: PrintedValue, whole: PrintedValue): boolean {
  const sum = sumWithRounding([part.value], whole.value, { relation: 'atMost' });
  return sum.outcome === 'impossible' || sum.outcome === 'truncated';
}

/** Parts of a partition against the size of the group, or against 100. */
function partitions(of: AuditedStudy, into: SumFound): void {
  const parts = of.values.filter((value) => value.what === 'part' && value.partition && isNumber(value));
  for (const same of groupedBy(parts, (value) =>
    value.what === 'part' ? `${value.group} ${value.scheme} ${value.as} ${partOfPaper(value)}` : '',
  ).values()) {
    const [first] = same;
    if (first?.what !== 'part' || same.length < 2) continue;
    const about = `parts by ${first.scheme}`;
    if (first.as === 'percent') {
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

/** A count and a percentage of the same thing, wherever they are printed, against the sizes of the group. */
function countsAndPercentages(of: AuditedStudy, into: SumFound): void {
  const shared = of.values.filter(
    (value) =>
      (value.as === 'count' || value.as === 'percent') &&
      value.what !== 'patients' &&
      value.what !== 'evaluable' &&
      isNumber(value),
  );
  for (const same of groupedBy(shared, countKey).values()) {
    const count = same.find((value) => value.as === 'count');
    const percent = same.find((value) => value.as === 'percent');
    if (count === undefined || percent === undefined) continue;
    const sizes = sizesOf(of, count.group);
    if (sizes.length === 0) continue;
    const share = { percentage: percent.value, count: Number(count.value) };
    const fits = sizes.map(({ patients }) => percentagesOfRow([share], patients));
    if (fits.some(({ outcome }) => outcome === 'consistent' || outcome === 'noPower')) continue;
    const cut = fits.some(({ outcome }) => outcome === 'truncated');
    if (!cut && fits.every(({ outcome }) => outcome === 'untestable')) continue;
    into.findings.push(
      finding({
        study: of.study.id,
        check: 'countAndPercent',
        group: count.group,
        about: 'term' in count ? count.term : count.what,
        outcome: cut ? 'truncated' : 'impossible',
        certainty: 'certain',
        printed: [count, percent, ...sizes.map(({ value }) => value)].map(evidenceOf),
        recomputed: sizes
          .map(
            ({ patients }) =>
              `${count.value}/${patients} = ${((100 * Number(count.value)) / patients).toFixed(2)}%`,
          )
          .join(', '),
        test: 'a printed count, its percentage and the number of patients',
        explanation: cut
          ? 'Digits were cut off instead of rounded.'
          : `The percentage is of another number of patients than any that is printed (${groupWords(of, count.group)}).`,
      }),
    );
  }
}

export function sumCheck(of: AuditedStudy): AuditAnswer {
  const into: SumFound = { findings: [], explained: [] };
  responses(of, into);
  partitions(of, into);
  countsAndPercentages(of, into);
  return into;
}
