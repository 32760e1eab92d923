/**
 * One defect that two checks see is one finding: a value printed twice in two ways, one of which the rows or a count already prove
 * wrong; a difference that another place denies, and that the counts do not show either.
 */
import {
  type AuditAnswer,
  type AuditFinding,
  isSameEvidence,
  joinedFindings,
  type PrintedEvidence,
} from './finding.ts';

const overlaps = (one: AuditFinding, other: AuditFinding): boolean =>
  one.printed.some((evidence) => other.printed.some((each) => isSameEvidence(evidence, each)));

/** First and last line of a place that is one stretch. */
function stretch({ place }: PrintedEvidence): readonly [number, number] | undefined {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(place.lines ?? '') ?? [];
  return from === undefined ? undefined : [Number(from), Number(to ?? from)];
}

/** Whether two printed sentences are one, or one holds the other. */
function isSentenceOf(one: PrintedEvidence, other: PrintedEvidence): boolean {
  const [a, b] = [stretch(one), stretch(other)];
  if (a === undefined || b === undefined || one.place.document !== other.place.document) return false;
  return (
    a[0] <= b[1] &&
    b[0] <= a[1] &&
    (one.printed.includes(other.printed) || other.printed.includes(one.printed))
  );
}

/** Whether the first finding adds nothing to the second but its evidence. */
function isPartOf(one: AuditFinding, other: AuditFinding): boolean {
  if (one === other || one.study !== other.study) return false;
  if (one.check === 'repeatedValue')
    return (
      (other.check === 'rowsAgainstTotal' || other.check === 'countedShare') &&
      one.group === other.group &&
      overlaps(one, other)
    );
  const [concluded] = one.printed;
  return (
    one.check === 'conclusion' &&
    one.about.startsWith('difference in ') &&
    other.check === 'fact' &&
    one.group.split('-v-').includes(other.group) &&
    concluded !== undefined &&
    other.printed.some((each) => isSentenceOf(concluded, each))
  );
}

/** The findings without those that are a part of another one, which takes over their evidence. */
export function withoutDoubles({ findings, explained }: AuditAnswer): AuditAnswer {
  const wholeOf = new Map(
    findings.flatMap((one) => {
      const whole = findings.find((other) => isPartOf(one, other));
      return whole === undefined ? [] : [[one, whole] as const];
    }),
  );
  return {
    findings: findings
      .filter((each) => !wholeOf.has(each))
      .map((whole) =>
        findings
          .filter((part) => wholeOf.get(part) === whole)
          .reduce((joined, part) => joinedFindings(joined, part), whole),
      ),
    explained,
  };
}
