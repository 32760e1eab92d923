/** A criterion as a sentence: "NET, and KIT exon 11 mutation, and no earlier KIT inhibitor". */
import { type Criterion, partsOf } from './criterion.ts';
import { printLeaf } from './leaf-catalogue.ts';

/**
 * The criterion in words. The text is canonical: equal criteria print alike, so it names a criterion in reports.
 *
 * @example printCriterion({ any: [{ grade: { equals: 'G1' } }, { grade: { equals: 'G2' } }] }) // 'grade G1 or grade G2'
 */
export function printCriterion(criterion: Criterion): string {
  if ('all' in criterion) return joined(criterion, ', and ');
  if ('any' in criterion) return joined(criterion, ' or ');
  if ('not' in criterion) return `not ${grouped(criterion.not)}`;
  if ('atLeast' in criterion) {
    return `at least ${criterion.atLeast.count} of: ${criterion.atLeast.of.map(grouped).join('; ')}`;
  }
  return printLeaf(criterion);
}

function joined(criterion: Criterion, by: string): string {
  const parts = partsOf(criterion);
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return printCriterion(only);
  return parts.map(grouped).join(by);
}

function grouped(criterion: Criterion): string {
  const only = partsOf(criterion);
  if (('all' in criterion || 'any' in criterion) && only.length === 1 && only[0] !== undefined)
    return grouped(only[0]);
  return only.length > 0 ? `(${printCriterion(criterion)})` : printCriterion(criterion);
}
