/**
 * Classes of neuroendocrine neoplasms of lung and thymus: mitoses per 2 mm2 and necrosis. Typical carcinoid below 2
 * without necrosis, atypical 2 to 10 or with necrosis; above 10 large cell or small cell carcinoma by definition, although
 * metastatic carcinoids may exceed it. Ki-67 does not classify, and the grades of the gut are never applied (WHO 2021).
 */
import { type Statement, sources } from './basis.ts';
import type { NumericEnds } from './grade-limits.ts';
import type { ThoracicScheme } from './who-editions.ts';

/** The classes that a count can give. */
export const thoracicClasses = ['typicalCarcinoid', 'atypicalCarcinoid', 'carcinomaByCount'] as const;
export type ThoracicClass = (typeof thoracicClasses)[number];

/** Necrosis as the pathologist stated it. */
export const necrosisStates = ['present', 'absent', 'unstated'] as const;
export type Necrosis = (typeof necrosisStates)[number];

/** The class of a thoracic neoplasm. `class` is null while more than one is possible. */
export interface ThoracicResult {
  readonly class: ThoracicClass | null;
  readonly possible: readonly ThoracicClass[];
  readonly statements: readonly Statement[];
}

const names: Readonly<Record<ThoracicClass, string>> = {
  typicalCarcinoid: 'typical carcinoid',
  atypicalCarcinoid: 'atypical carcinoid',
  carcinomaByCount: 'large cell neuroendocrine or small cell carcinoma by count',
};

/** The name of a thoracic class in a sentence. */
export function thoracicClassName(thoracic: ThoracicClass): string {
  return names[thoracic];
}

/** The classes that mitoses per 2 mm2 and necrosis leave possible. */
function possibleClasses(
  mitoses: NumericEnds | null,
  necrosis: Necrosis,
  scheme: ThoracicScheme,
): readonly ThoracicClass[] {
  const low = mitoses?.low ?? 0;
  const high = mitoses?.high ?? Number.POSITIVE_INFINITY;
  const belowAtypical = low < scheme.atypicalFrom;
  const reachesAtypical =
    high > scheme.atypicalFrom || (high === scheme.atypicalFrom && mitoses?.highOpen !== true);
  const withinCarcinoid =
    low < scheme.carcinoidUpTo || (low === scheme.carcinoidUpTo && mitoses?.lowOpen !== true);
  const possible: ThoracicClass[] = [];
  if (belowAtypical && necrosis !== 'present') possible.push('typicalCarcinoid');
  if (withinCarcinoid && (reachesAtypical || necrosis !== 'absent')) possible.push('atypicalCarcinoid');
  if (high > scheme.carcinoidUpTo) possible.push('carcinomaByCount');
  return possible;
}

/**
 * The class from mitoses per 2 mm2 and necrosis.
 *
 * @param mitosesPer2mm2 the count, or null when there is none
 */
export function thoracicClass(
  mitosesPer2mm2: NumericEnds | null,
  necrosis: Necrosis,
  scheme: ThoracicScheme,
): ThoracicResult {
  const possible = possibleClasses(mitosesPer2mm2, necrosis, scheme);
  const [only, ...others] = possible;
  if (only === undefined || others.length > 0) {
    const missing = [
      ...(mitosesPer2mm2 === null ? ['a mitotic count per 2 mm2'] : []),
      ...(necrosis === 'unstated' ? ['a statement on necrosis'] : []),
    ];
    const needed = missing.length === 0 ? 'a single mitotic count' : missing.join(' and ');
    return {
      class: null,
      possible,
      statements: [
        {
          code: 'lungClassUnknown',
          weight: 'caution',
          sentence: `The class in lung or thymus is unknown: it needs ${needed}. Possible: ${possible.map(thoracicClassName).join('; ')}.`,
          basis: sources.who2021,
        },
      ],
    };
  }
  const statements: Statement[] = [
    {
      code: 'lungClass',
      weight: 'note',
      sentence: `Mitoses and necrosis give: ${thoracicClassName(only)}.`,
      basis: sources.who2021,
    },
  ];
  if (only === 'carcinomaByCount') {
    statements.push({
      code: 'lungCountBeyondCarcinoid',
      weight: 'caution',
      sentence:
        'More than 10 mitoses per 2 mm2 is carcinoma by definition, yet metastatic carcinoids may exceed the count: morphology must decide.',
      basis: sources.who2021,
    });
  }
  return { class: only, possible, statements };
}
