/**
 * Mixed neoplasms: each component must make up at least 30% of the tumour; each is graded separately, and treatment
 * follows the worst (WHO 2019).
 */

import type { Truth } from '../truth/index.ts';
import type { NumericRange } from '../units/index.ts';
import { type Statement, sources } from './basis.ts';
import { nonNegativeEnds } from './range-ends.ts';

/** The least share of a component, in percent. */
export const leastComponentPercent = 30;

/** One component of a tumour. */
export interface TumourComponent {
  readonly component: 'NET' | 'NEC' | 'adenocarcinoma' | 'squamousCarcinoma' | 'other';
  readonly percent: NumericRange;
}

/** Whether the components make a MiNEN, and why. */
export interface MinenReading {
  readonly mixed: Truth;
  /** The component that treatment follows, among those that count. */
  readonly worst: TumourComponent['component'] | null;
  readonly statements: readonly Statement[];
}

function reachesShare(percent: NumericRange): Truth {
  const ends = nonNegativeEnds(percent);
  if (ends === undefined) return 'unknown';
  if (ends.low >= leastComponentPercent) return 'met';
  const below = ends.high < leastComponentPercent || (ends.high === leastComponentPercent && ends.highOpen);
  return below ? 'unmet' : 'unknown';
}

const isNeuroendocrine = ({ component }: TumourComponent): boolean =>
  component === 'NET' || component === 'NEC';

/** Reads the components of a tumour. Without components nothing is known. */
export function readComponents(components: readonly TumourComponent[]): MinenReading {
  const sides = [components.filter(isNeuroendocrine), components.filter((each) => !isNeuroendocrine(each))];
  if (components.length === 0) return { mixed: 'unknown', worst: null, statements: [] };
  const shares = sides.map((side): Truth => {
    const reached = side.map(({ percent }) => reachesShare(percent));
    if (reached.includes('met')) return 'met';
    return reached.includes('unknown') ? 'unknown' : 'unmet';
  });
  const mixed: Truth = shares.includes('unmet') ? 'unmet' : shares.includes('unknown') ? 'unknown' : 'met';
  const listed = components.map(({ component, percent }) => `${component} ${percent.printed}`).join(', ');
  const statement: Statement =
    mixed === 'met'
      ? {
          code: 'componentsForMinen',
          weight: 'note',
          sentence: `Each side makes up at least ${leastComponentPercent}% (${listed}): MiNEN. Each component is graded separately and treatment follows the worst.`,
          basis: sources.who2019,
        }
      : {
          code: 'componentsTooSmall',
          weight: 'note',
          sentence:
            mixed === 'unmet'
              ? `A component below ${leastComponentPercent}% does not make a MiNEN (${listed}).`
              : `Whether each component reaches ${leastComponentPercent}% is not settled (${listed}).`,
          basis: sources.who2019,
        };
  return { mixed, worst: mixed === 'met' ? worstOf(components) : null, statements: [statement] };
}

function worstOf(components: readonly TumourComponent[]): TumourComponent['component'] | null {
  const order = ['NEC', 'adenocarcinoma', 'squamousCarcinoma', 'other', 'NET'] as const;
  return order.find((component) => components.some((each) => each.component === component)) ?? null;
}
