/**
 * The classes of neuroendocrine neoplasm and the words for their differentiation and morphology. A tumour (NET) and a
 * carcinoma (NEC) are different diseases; MiNEN mixes a neuroendocrine with another component, each at least 30%; NEN
 * is the umbrella, used when the class is not settled.
 */

/** The classes a neoplasm can be. */
export const nenClasses = ['NET', 'NEC', 'MiNEN'] as const;
export type NenClass = (typeof nenClasses)[number];

/** A settled class, or `NEN` when more than one is possible. */
export type DerivedClass = NenClass | 'NEN';

/** Differentiation as the pathologist stated it. */
export const differentiationStates = ['well', 'poor', 'unstated'] as const;
export type Differentiation = (typeof differentiationStates)[number];

/** Morphology of a neuroendocrine carcinoma. */
export const morphologyStates = ['smallCell', 'largeCell', 'unstated'] as const;
export type Morphology = (typeof morphologyStates)[number];

/** The class when exactly one is possible, `NEN` otherwise. */
export function classOf(candidates: readonly NenClass[]): DerivedClass {
  const [only, ...others] = candidates;
  return only !== undefined && others.length === 0 ? only : 'NEN';
}

/** The name of a class in a sentence. */
export function className(nenClass: DerivedClass): string {
  switch (nenClass) {
    case 'NET':
      return 'neuroendocrine tumour (NET)';
    case 'NEC':
      return 'neuroendocrine carcinoma (NEC)';
    case 'MiNEN':
      return 'mixed neuroendocrine-non-neuroendocrine neoplasm (MiNEN)';
    case 'NEN':
      return 'neuroendocrine neoplasm, not further classified (NEN)';
  }
}
