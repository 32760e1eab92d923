/**
 * Limits that do not meet: two groups of one marker, above and below one value, neither of which holds the value itself (">50%"
 * and "<50%"). And a printed bound on a ratio ("more than 5-fold") against the ratio of the two values it is made of, with
 * what rounding leaves open.
 */
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupedBy, isPlainNumber } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

interface Limit {
  readonly value: PrintedValue;
  readonly side: string;
  readonly at: string;
}

function gaps(of: AuditedStudy): readonly AuditFinding[] {
  const limits = of.values.flatMap((value): Limit[] => {
    if (value.what !== 'threshold') return [];
    const [, side, at] = /^\s*([<>≤≥])\s?(\d+(?:\.\d+)?)%?$/u.exec(value.value) ?? [];
    return side === undefined || at === undefined ? [] : [{ value, side, at }];
  });
  const byTerm = groupedBy(
    limits.map(({ value }) => value),
    (value) => ('term' in value ? value.term : ''),
  );
  return [...byTerm.values()].flatMap((values): AuditFinding[] => {
    const own = limits.filter(({ value }) => values.includes(value));
    const [first] = own;
    if (first === undefined || own.length < 2) return [];
    const sides = new Set(own.map(({ side }) => side));
    const isGap =
      new Set(own.map(({ at }) => at)).size === 1 && sides.size === 2 && sides.has('<') && sides.has('>');
    const isWhole = /^\d+$/.test(first.at);
    if (!isGap || !isWhole || !('term' in first.value)) return [];
    return [
      finding({
        study: of.study.id,
        check: 'threshold',
        group: first.value.group,
        about: `${first.value.term} of exactly ${first.at}`,
        outcome: 'conflicting',
        certainty: 'certain',
        printed: own.map(({ value }) => evidenceOf(value)),
        recomputed: `exactly ${first.at} is in neither group`,
        test: 'limits of groups against each other',
        explanation: 'One of the limits includes its value; which one is not printed.',
      }),
    ];
  });
}

/** The least and most that a printed decimal can stand for. */
function rounded(text: string): readonly [number, number] {
  const half = 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0);
  return [Number(text) - half, Number(text) + half];
}

const boundOf = ({ note, value }: PrintedValue): 'over' | 'under' | undefined => {
  const words = `${note ?? ''} ${value}`;
  if (/\bmore than\b|\bover\b|>/i.test(words)) return 'over';
  return /\bless than\b|\bunder\b|</i.test(words) ? 'under' : undefined;
};

function ratios(of: AuditedStudy): readonly AuditFinding[] {
  return of.values.flatMap((value): AuditFinding[] => {
    if (!('term' in value) || value.as !== 'ratio' || !isPlainNumber(value)) return [];
    const subject = /^increase in (.+)$/i.exec(value.term)?.[1];
    const bound = boundOf(value);
    if (subject === undefined || bound === undefined) return [];
    const years = of.values.flatMap((other) => {
      const year =
        'term' in other && other.term.startsWith(`${subject} in `) ? Number(other.term.slice(-4)) : 0;
      return year > 0 && isPlainNumber(other) ? [{ year, value: other }] : [];
    });
    const [first, last] = [
      years.toSorted((a, b) => a.year - b.year)[0],
      years.toSorted((a, b) => b.year - a.year)[0],
    ];
    if (first === undefined || last === undefined || first.year === last.year) return [];
    const [least, most] = [
      rounded(last.value.value)[0] / rounded(first.value.value)[1],
      rounded(last.value.value)[1] / rounded(first.value.value)[0],
    ];
    const holds = bound === 'over' ? most > Number(value.value) : least < Number(value.value);
    if (holds) return [];
    return [
      finding({
        study: of.study.id,
        check: 'ratio',
        group: value.group,
        about: value.term,
        outcome: 'conflicting',
        certainty: 'certain',
        printed: [
          { ...evidenceOf(value), printed: value.place.text ?? value.value },
          ...[first, last].map((each) => evidenceOf(each.value)),
        ],
        recomputed: `${last.value.value} / ${first.value.value} = ${(Number(last.value.value) / Number(first.value.value)).toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)} within rounding)`,
        test: 'a printed bound on a ratio against the ratio of its two values',
        explanation: 'The ratio was rounded up to a round number, and a bound was made of it.',
      }),
    ];
  });
}

export function thresholdGapCheck(of: AuditedStudy): AuditAnswer {
  return { findings: [...gaps(of), ...ratios(of)], explained: [] };
}
