/**
 * How a count is named: its study, which part of it, which arm. Patients who are called what the paper calls them, against the
 * curator, carry that in the name, so that no line shows them as what they are not known to be.
 */
import { entity } from '../../tumour/index.ts';
import type { Population, Study } from '../study.ts';
import { type EntityReading, entityOf } from './population-truth.ts';

/** What stands behind the name of a study whose patients are called what the paper calls them. */
const calledAsPrinted = ' [named as printed]';

/** A name that the paper gives and the curator does not. */
export interface PrintedName {
  /** What the paper calls the patients. */
  readonly printed: string;
  /** What the curator reads. */
  readonly curated: string;
  readonly reason: string;
}

/** The name under which patients are counted, where it is the paper's and not the curator's; undefined where both agree. */
export function printedNameOf(population: Population, reading: EntityReading): PrintedName | undefined {
  const { printedAs } = population;
  const counted = entityOf(population, reading);
  if (printedAs === undefined || counted === population.entity) return undefined;
  return {
    printed: entity(counted).name,
    curated: entity(population.entity).name,
    reason: printedAs.reason,
  };
}

/** The name of a printed result of a population and arm of a study. */
export function resultWords(
  study: Study,
  arm: string | undefined,
  population: Population,
  reading: EntityReading,
): string {
  const label = study.arms.length > 1 ? study.arms.find(({ id }) => id === arm)?.label : undefined;
  const part = population === study.population ? undefined : population.words;
  const named = [`${study.citation.authors ?? study.title} ${study.citation.year}`, part, label]
    .filter((text) => text !== undefined)
    .join(', ');
  return printedNameOf(population, reading) === undefined ? named : `${named}${calledAsPrinted}`;
}
