/**
 * A part of the patients against the whole, in whole numbers: no part has more patients with a result than the whole has, nor
 * more without it. Both sizes have to be printed.
 */
import { percentageOfCount } from '../../statistics/index.ts';
import { type PrintedValue, responseQuantities } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, partOfPaper, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

/** The whole numbers that a printed response can be of. */
export interface Counts {
  readonly least: number;
  readonly most: number;
  readonly of: number;
}

/** The counts that a printed response can stand for, out of any printed size of its group. */
export function countsOf(of: AuditedStudy, value: PrintedValue): Counts | undefined {
  const sizes = sizesOf(of, value.group);
  const [largest] = sizes;
  if (largest === undefined) return undefined;
  if (value.as === 'count')
    return /^\d{1,6}$/.test(value.value)
      ? { least: Number(value.value), most: Number(value.value), of: largest.patients }
      : undefined;
  const ranges = sizes.flatMap(({ patients }) => {
    const read = percentageOfCount(value.value, patients);
    if (read.outcome === 'untestable') return [];
    return [read.rounded, read.truncated].flatMap((range) => range ?? []);
  });
  if (ranges.length === 0) return undefined;
  return {
    least: Math.min(...ranges.map(({ from }) => from)),
    most: Math.max(...ranges.map(({ to }) => to)),
    of: largest.patients,
  };
}

const isResponse = (value: PrintedValue): boolean =>
  responseQuantities.some((quantity) => quantity === value.what);

export function subgroupCheck(of: AuditedStudy): AuditAnswer {
  const shares = of.values.filter(
    (value) => isResponse(value) && (value.as === 'percent' || value.as === 'count'),
  );
  const findings = shares.flatMap((part): AuditFinding[] => {
    const parent = of.groups.find(({ id }) => id === part.group)?.partOf;
    if (parent === undefined) return [];
    const wholes = shares.filter(
      (whole) =>
        whole.group === parent && whole.what === part.what && partOfPaper(whole) === partOfPaper(part),
    );
    const partCounts = wholes.length === 0 ? undefined : countsOf(of, part);
    if (partCounts === undefined) return [];
    return wholes.flatMap((whole): AuditFinding[] => {
      const wholeCounts = countsOf(of, whole);
      if (wholeCounts === undefined) return [];
      const smallest = Math.min(...sizesOf(of, part.group).map(({ patients }) => patients));
      const tooMany = partCounts.least > wholeCounts.most;
      const without = smallest - partCounts.most;
      const withoutInWhole = wholeCounts.of - wholeCounts.least;
      if (!tooMany && without <= withoutInWhole) return [];
      return [
        finding({
          study: of.study.id,
          check: 'subgroupAgainstTotal',
          group: part.group,
          about: part.what,
          outcome: 'impossible',
          certainty: 'certain',
          printed: [part, whole].map(evidenceOf),
          recomputed: tooMany
            ? `${partCounts.least} in the part, ${wholeCounts.most} in the whole`
            : `${without} of the ${smallest} in the part are without it, ${withoutInWhole} of the ${wholeCounts.of} in the whole`,
          test: 'patients of a part against patients of the whole, in whole numbers',
          explanation: `Other patients were counted in ${groupWords(of, part.group)} than in ${groupWords(of, parent)}, or a value is misprinted.`,
        }),
      ];
    });
  });
  return { findings, explained: [] };
}
