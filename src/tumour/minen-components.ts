/**
 * Mixed neoplasms: each component must make up at least 30% of the tumour; each is graded separately, and treatment
 * follows the worst (WHO 2019).
 */

import type { Truth } from '../truth/index.ts';
import type { NumericRange } from '../units/index.ts';
import { type Statement, sources } from './basis.ts';
import type { NenClass } from './nen-class.ts';
import { nonNegativeEnds } from './range-ends.ts';

/** The least share of a component, in percent. */
export const leastComponentPercent = 30;

/** One component of a tumour. */
export interface TumourComponent {
  readonly component: 'NET' | 'NEC' | 'adenocarcinoma' | 'squamousCarcinoma' | 'other';
  readonly percent: NumericRange;
}

/** The side that is left where a component is too small to count. */
export type Instead =
  | { readonly side: 'neuroendocrine'; readonly classes: readonly NenClass[] }
  | { readonly side: 'other'; readonly component: TumourComponent['component'] };

/** Whether the components make a MiNEN, and why. */
export interface MinenReading {
  readonly mixed: Truth;
  /** The component that treatment follows, among those that count. */
  readonly worst: TumourComponent['component'] | null;
  /**
   * What the tumour is where a component below the share leaves one side: the classes of the neuroendocrine components,
   * or the other component whose tumour it is. Null where the components do not say.
   */
  readonly instead: Instead | null;
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
  if (components.length === 0) return { mixed: 'unknown', worst: null, instead: null, statements: [] };
  const shares = sides.map((side): Truth => {
    const reached = side.map(({ percent }) => reachesShare(percent));
    if (reached.includes('met')) return 'met';
    return reached.includes('unknown') ? 'unknown' : 'unmet';
  });
  const mixed: Truth = shares.includes('unmet') ? 'unmet' : shares.includes('unknown') ? 'unknown' : 'met';
  const listed = components
    .map(({ component, percent }) => `${listedNames[component]} ${percent.printed}`)
    .join(', ');
  const instead = mixed === 'unmet' ? insteadOf(components, shares) : null;
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
  const worst = mixed === 'met' ? worstOf(components) : null;
  const more: Statement[] =
    instead?.side === 'other'
      ? [
          {
            code: 'componentsOfOtherLineage',
            weight: 'caution',
            sentence: `${capitalised(componentNames[instead.component])} with a neuroendocrine component below ${leastComponentPercent}% (${listed}): neither a MiNEN nor a neuroendocrine carcinoma.`,
            basis: sources.who2019,
          },
        ]
      : worst === null
        ? []
        : [
            {
              code: 'componentWorst',
              weight: 'caution',
              sentence: `A mixed neoplasm: treatment follows the worst component, here ${componentNames[worst]}; evidence on that component alone is not evidence on the mixture.`,
              basis: sources.who2019,
            },
          ];
  return { mixed, worst, instead, statements: [statement, ...more] };
}

const capitalised = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

const listedNames: Readonly<Record<TumourComponent['component'], string>> = {
  NET: 'NET',
  NEC: 'NEC',
  adenocarcinoma: 'adenocarcinoma',
  squamousCarcinoma: 'squamous cell carcinoma',
  other: 'other',
};

/** The names of components in a sentence. */
export const componentNames: Readonly<Record<TumourComponent['component'], string>> = {
  NET: 'neuroendocrine tumour (NET)',
  NEC: 'neuroendocrine carcinoma (NEC)',
  adenocarcinoma: 'adenocarcinoma',
  squamousCarcinoma: 'squamous cell carcinoma',
  other: 'a component that is not neuroendocrine',
};

function insteadOf(components: readonly TumourComponent[], shares: readonly Truth[]): Instead | null {
  const [neuroendocrine, others] = shares;
  if (neuroendocrine === 'unmet' && others !== 'unmet') {
    const component = worstOf(components.filter((each) => !isNeuroendocrine(each)));
    return component === null ? null : { side: 'other', component };
  }
  if (neuroendocrine === 'unmet') return null;
  const counting = components.filter(
    (each) => isNeuroendocrine(each) && reachesShare(each.percent) !== 'unmet',
  );
  const classes = counting.map(({ component }): NenClass => (component === 'NEC' ? 'NEC' : 'NET'));
  return { side: 'neuroendocrine', classes: [...new Set(classes)] };
}

function worstOf(components: readonly TumourComponent[]): TumourComponent['component'] | null {
  const order = ['NEC', 'adenocarcinoma', 'squamousCarcinoma', 'other', 'NET'] as const;
  return order.find((component) => components.some((each) => each.component === component)) ?? null;
}
