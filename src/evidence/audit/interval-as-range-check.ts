/**
 * An interval printed as a range. The range of the times of n patients reaches from the shortest to the longest; a confidence
 * interval of the median lies close around it. The signs, each with its own certainty:
 * - a limit that was "not estimable": the longest time of a series always is a number, an upper confidence limit may not be;
 * - both limits so near to the median that n patients with that median would hardly ever all lie between them. Under an
 *   exponential law with median m, all n times lie above L with probability 2^(-nL/m) and below U with
 *   (1 - 2^(-U/m))^n. Visits make short times rarer than that, so both have to be rare;
 * - beside one of these, limits at the same distance from the estimate within rounding: the form of a Wald interval.
 */
import { intervalSymmetry } from '../../statistics/index.ts';
import { type AuditedStudy, groupWords, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, auditCertainties, finding } from './finding.ts';
import { printedTimeValue, readPrintedLimits } from './printed-interval.ts';
import { printedMedians, type Time } from './time-check.ts';

/** Each tail below the first, both together below the second; below the third no other reading is left. */
const rareTail = 0.05;
const rareTogether = 1e-5;
const hardlyEver = 1e-8;
/** A symmetry that as many random limits would have says nothing. */
const rareSymmetry = 0.1;

interface Sign {
  readonly certainty: AuditFinding['certainty'];
  readonly words: string;
}

function signsOf(value: Time, patients: number | undefined): readonly Sign[] {
  const limits = value.interval === undefined ? undefined : readPrintedLimits(value.interval);
  if (limits === undefined) return [];
  const { lower, upper } = limits;
  const signs: Sign[] = [];
  if (upper.value === undefined)
    signs.push({
      certainty: 'certain',
      words: `the upper limit is "${upper.printed}", which the longest time of a series cannot be`,
    });
  const median = printedTimeValue(value.value);
  if (median === undefined || median.open || lower.value === undefined || median.value <= 0) return signs;
  if (upper.value === undefined || upper.open) return signs;
  if (patients !== undefined && patients > 1) {
    const allAbove = 2 ** (-patients * (lower.value / median.value));
    const allBelow = (1 - 2 ** (-upper.value / median.value)) ** patients;
    if (allAbove < rareTail && allBelow < rareTail && allAbove * allBelow < rareTogether)
      signs.push({
        certainty: allAbove * allBelow < hardlyEver ? 'likely' : 'possible',
        words: `${patients} times with this median would all lie between ${lower.printed} and ${upper.printed} with a chance near ${(allAbove * allBelow).toExponential(0)} under an exponential law`,
      });
  }
  const symmetry = intervalSymmetry({
    estimate: value.value,
    lower: lower.printed,
    upper: upper.printed,
  });
  if (!('outcome' in symmetry) && symmetry.raw && symmetry.chance <= rareSymmetry && signs.length > 0)
    signs.push({
      certainty: signs.some((sign) => sign.certainty === 'possible') ? 'possible' : 'likely',
      words: `both limits are equally far from ${value.value}, as in an interval of estimate plus or minus a multiple of its error`,
    });
  return signs;
}

export function intervalAsRangeCheck(of: AuditedStudy): AuditAnswer {
  const findings = printedMedians(of).flatMap((value): AuditFinding[] => {
    if (value.intervalLabel !== 'range') return [];
    const signs = signsOf(value, sizesOf(of, value.group).at(-1)?.patients);
    if (signs.length === 0) return [];
    const certainty =
      auditCertainties.find((each) => signs.some((sign) => sign.certainty === each)) ?? 'possible';
    return [
      finding({
        study: of.study.id,
        check: 'intervalAsRange',
        group: value.group,
        about: value.what,
        outcome: certainty === 'possible' ? 'undescribed' : 'conflicting',
        certainty,
        printed: [
          {
            printed: `${value.value} (${value.interval ?? ''}) ${value.unit}, labelled range`,
            place: value.place,
          },
        ],
        recomputed: signs.map(({ words }) => words).join('; '),
        test: 'a range holds the shortest and the longest time of the group',
        explanation: `The two numbers are a confidence interval of the median of ${groupWords(of, value.group)}, printed in a column for ranges.`,
      }),
    ];
  });
  return { findings, explained: [] };
}
