/** How many of how many responded, as a whole number: from a printed count, or from a percentage that one count alone prints. */
import { percentageOfCount } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, sizesOf } from './audited-study.ts';

/** A count with its denominator and the values it was read from. */
export interface ResponseCount {
  readonly count: number;
  readonly of: number;
  readonly values: readonly PrintedValue[];
}

/** Complete and partial responses where no response rate is printed. */
function responders(of: AuditedStudy, group: string): ResponseCount | undefined {
  const [complete, partial] = [
    ownCount(of, group, 'completeResponse'),
    ownCount(of, group, 'partialResponse'),
  ];
  if (partial === undefined) return undefined;
  if (complete === undefined) return partial;
  return complete.of === partial.of
    ? {
        count: complete.count + partial.count,
        of: partial.of,
        values: [...complete.values, ...partial.values],
      }
    : undefined;
}

/** A quantity that has terms is that of one term: "toxicity" alone is no event that could be counted. */
const isOf = (value: PrintedValue, quantity: string): boolean =>
  'term' in value ? value.term === quantity : value.what === quantity;

function ownCount(of: AuditedStudy, group: string, quantity: string): ResponseCount | undefined {
  const values = of.values.filter((value) => value.group === group && isOf(value, quantity));
  const sizes = sizesOf(of, group).toSorted((a, b) => a.patients - b.patients);
  const [smallest] = sizes;
  for (const value of values) {
    if (value.as === 'count' && /^\d{1,6}$/.test(value.value) && smallest !== undefined) {
      const count = Number(value.value);
      const size = sizes.find(({ patients }) => patients >= count);
      if (size !== undefined) return { count, of: size.patients, values: [value] };
    }
  }
  for (const value of values) {
    if (value.as !== 'percent') continue;
    for (const { patients } of sizes) {
      const read = percentageOfCount(value.value, patients);
      if (read.outcome === 'untestable' || read.rounded === null) continue;
      if (read.rounded.from === read.rounded.to)
        return { count: read.rounded.from, of: patients, values: [value] };
    }
  }
  return undefined;
}

/** The count of a quantity in a group; undefined where print leaves it open. */
export function responseCount(of: AuditedStudy, group: string, quantity: string): ResponseCount | undefined {
  return (
    ownCount(of, group, quantity) ?? (quantity === 'objectiveResponse' ? responders(of, group) : undefined)
  );
}
