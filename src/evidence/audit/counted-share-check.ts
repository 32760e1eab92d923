/**
 * A percentage of a printed number of counted things that are no patients: a Ki-67 index of 1.3% of 500 cells would be 6.5
 * cells. The number stands in a value "cells counted for Ki-67" beside the value "Ki-67".
 */

import { percentageOfCount } from '../../statistics/index.ts';
import { printedSubject } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { type AuditAnswer, type AuditExplained, type AuditFinding, finding } from './finding.ts';

/** "cells counted for Ki-67": what was counted, and for which value. */
const countedFor = /^(.+?) counted for (.+)$/i;

export function countedShareCheck(of: AuditedStudy): AuditAnswer {
  const findings: AuditFinding[] = [];
  const explained: AuditExplained[] = [];
  for (const total of of.values) {
    const [, things, subject] = countedFor.exec(printedSubject(total)) ?? [];
    if (things === undefined || subject === undefined || total.as !== 'count') continue;
    const number = Number(total.value);
    for (const share of of.values) {
      if (share.as !== 'percent' || share.group !== total.group) continue;
      if (printedSubject(share).toLowerCase() !== subject.toLowerCase()) continue;
      const tested = percentageOfCount(share.value, number);
      if (tested.outcome === 'untestable' || tested.outcome === 'noPower') continue;
      const base = {
        study: of.study.id,
        check: 'countedShare',
        group: share.group,
        about: `${printedSubject(share)} of ${number} ${things}`,
        printed: [evidenceOf(share), evidenceOf(total)],
      } as const;
      const nearest = tested.nearest
        .map(({ count, percentage }) => `${count}/${number} = ${percentage}%`)
        .join(', ');
      if (tested.outcome === 'consistent') {
        explained.push({
          ...base,
          because: `${share.value}% is a whole number of ${number} ${things}: ${nearest}.`,
        });
        continue;
      }
      findings.push(
        finding({
          ...base,
          outcome: tested.outcome,
          certainty: 'certain',
          recomputed: `${share.value}% of ${number} ${things} is ${(number * Number(share.value)) / 100} ${things}; ${nearest}`,
          test: `whole numbers out of ${number} ${things}`,
          explanation: 'The percentage is misprinted, or another number was counted.',
        }),
      );
    }
  }
  return { findings, explained };
}
