/** Printed parts against a printed whole: the sum with the slack of rounding, and the counts where a number of patients is printed. */
import { sumWithRounding } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords } from './audited-study.ts';
import { type AuditExplained, type AuditFinding, finding } from './finding.ts';
import { countsThatFail, spanText } from './row-counts.ts';

/** What a check of sums has found so far. */
export interface SumFound {
  readonly findings: AuditFinding[];
  readonly explained: AuditExplained[];
}

/** Parts against a whole, as printed values. */
export function compareSum(
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
  const against = wholeEvidence[0] ?? 'all';
  const failed = exactParts ? undefined : countsThatFail(of, parts, against);
  const excluded =
    failed === undefined || sum.outcome === 'impossible'
      ? ''
      : `; the counts are ${spanText(failed.parts)} against ${spanText(failed.whole)} of ${failed.of}`;
  if (sum.outcome === 'consistent' && excluded === '') {
    if (Number(sum.difference) !== 0)
      into.explained.push({ ...base, because: `${text}. The parts were rounded each for itself.` });
    return;
  }
  const isCut = sum.outcome === 'truncated' && failed === undefined;
  into.findings.push(
    finding({
      ...base,
      outcome: isCut ? 'truncated' : 'conflicting',
      certainty: 'certain',
      recomputed: `${text}${excluded}`,
      test: 'printed parts against the printed whole, with the slack of rounding',
      explanation: isCut
        ? 'Digits were cut off instead of rounded.'
        : `Other patients are in the parts than in the whole, or a value is misprinted (${groupWords(of, first.group)}).`,
    }),
  );
}
