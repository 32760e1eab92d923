/** A reduction of risk against the hazard ratio of the same comparison: one is 100 less 100 times the other, as printed. */
import { readPrintedDecimal } from '../../statistics/index.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { type AuditAnswer, type AuditExplained, type AuditFinding, finding } from './finding.ts';

export function riskReductionCheck(of: AuditedStudy): AuditAnswer {
  const findings: AuditFinding[] = [];
  const explained: AuditExplained[] = [];
  for (const reduction of of.values) {
    if (reduction.what !== 'riskReduction') continue;
    for (const ratio of of.values) {
      if (ratio.what !== 'hazardRatio' || ratio.of !== reduction.of || ratio.group !== reduction.group)
        continue;
      const [percent, hazard] = [readPrintedDecimal(reduction.value), readPrintedDecimal(ratio.value)];
      if (!percent.ok || !hazard.ok) continue;
      const expected = 100 * (1 - hazard.decimal.units / 10 ** hazard.decimal.decimals);
      const slack = 50 / 10 ** hazard.decimal.decimals + 0.5 / 10 ** percent.decimal.decimals;
      const printed = percent.decimal.units / 10 ** percent.decimal.decimals;
      const base = {
        study: of.study.id,
        check: 'riskReduction',
        group: reduction.group,
        about: `risk of ${reduction.of}`,
        printed: [evidenceOf(reduction), evidenceOf(ratio)],
      } as const;
      const text = `a hazard ratio of ${ratio.value} is a reduction of ${expected.toFixed(0)}%`;
      if (Math.abs(expected - printed) <= slack) explained.push({ ...base, because: text });
      else
        findings.push(
          finding({
            ...base,
            outcome: 'conflicting',
            certainty: 'certain',
            recomputed: text,
            test: 'reduction of risk against the hazard ratio',
            explanation: 'They come from different analyses, or one is misprinted.',
          }),
        );
    }
  }
  return { findings, explained };
}
