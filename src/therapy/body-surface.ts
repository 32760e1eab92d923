/**
 * The body surface of an adult from height and weight, by two named formulas, and what is refused as no adult's body.
 *
 * Mosteller, N Engl J Med 1987;317:1098, doi 10.1056/NEJM198710223171717: sqrt(height cm * weight kg / 3600).
 * Du Bois and Du Bois, Arch Intern Med 1916;17:863, doi 10.1001/archinte.1916.00080130010002:
 * 0.007184 * weight kg ^ 0.425 * height cm ^ 0.725.
 */
import type { Issue, Reading } from '../reading/index.ts';
import { therapyIssue } from './read-drug.ts';

/** The formulas of a body surface. */
export const surfaceFormulas = ['mosteller', 'du-bois'] as const;
export type SurfaceFormula = (typeof surfaceFormulas)[number];

/** Authors of the formula, as they are cited. */
export const surfaceFormulaNames: Readonly<Record<SurfaceFormula, string>> = {
  mosteller: 'Mosteller',
  'du-bois': 'Du Bois and Du Bois',
};

/** What is known of a body: a surface, or height and weight, or the weight alone. */
export interface BodySize {
  readonly bodySurfaceAreaM2?: number;
  readonly heightCm?: number;
  readonly weightKg?: number;
  /** For height and weight; Mosteller where it is left out. */
  readonly formula?: SurfaceFormula;
}

/** A body surface and where it comes from. */
export interface BodySurface {
  readonly m2: number;
  readonly by: 'given' | SurfaceFormula;
}

/** A body that doses can be calculated for. */
export interface Body {
  readonly surface?: BodySurface;
  /** The surface by the other formula, where height and weight are known. */
  readonly otherSurface?: BodySurface;
  readonly weightKg?: number;
}

/**
 * The body surface in m2, not rounded. Height and weight are not checked here; `readBody` does.
 *
 * @example bodySurfaceM2('mosteller', 180, 80) // 2
 */
export function bodySurfaceM2(formula: SurfaceFormula, heightCm: number, weightKg: number): number {
  switch (formula) {
    case 'mosteller':
      return Math.sqrt((heightCm * weightKg) / 3600);
    case 'du-bois':
      return 0.007184 * weightKg ** 0.425 * heightCm ** 0.725;
  }
}

/** Wide enough for every adult; what lies outside is a slip of a unit or of a key. */
const adult = {
  heightCm: { least: 100, most: 250 },
  weightKg: { least: 25, most: 350 },
  surfaceM2: { least: 0.8, most: 4 },
  massIndex: { least: 8, most: 120 },
} as const;

const refused = (message: string): Issue => therapyIssue('wrong-value', 'error', message);

const outside = (
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): boolean => !(value >= least && value <= most);

function surfaceIssues({ bodySurfaceAreaM2, heightCm }: BodySize): readonly Issue[] {
  if (bodySurfaceAreaM2 === undefined) return [];
  const { least, most } = adult.surfaceM2;
  if (heightCm !== undefined) {
    return [refused('A body surface and a height are both given. Give the surface, or height and weight.')];
  }
  return outside(bodySurfaceAreaM2, adult.surfaceM2)
    ? [
        refused(
          `A body surface of ${bodySurfaceAreaM2} m2 is no adult's; it lies between ${least} and ${most} m2. Check the value and its unit.`,
        ),
      ]
    : [];
}

function heightIssues({ heightCm, weightKg }: BodySize): readonly Issue[] {
  if (heightCm === undefined) return [];
  const { least, most } = adult.heightCm;
  if (outside(heightCm, adult.heightCm)) {
    const inMetres = heightCm >= least / 100 && heightCm <= most / 100;
    const swapped =
      weightKg !== undefined && !outside(weightKg, adult.heightCm) && !outside(heightCm, adult.weightKg);
    const help = inMetres
      ? `Give it in cm; ${heightCm} m is ${Number((heightCm * 100).toFixed(1))} cm.`
      : swapped
        ? 'Height and weight may be in each other’s place.'
        : `It lies between ${least} and ${most} cm. Check the value and its unit.`;
    return [refused(`A height of ${heightCm} cm is no adult's. ${help}`)];
  }
  return weightKg === undefined
    ? [refused('A height alone gives no body surface. Give the weight too, or the body surface.')]
    : [];
}

function weightIssues({ heightCm, weightKg }: BodySize): readonly Issue[] {
  if (weightKg === undefined) return [];
  const { least, most } = adult.weightKg;
  if (outside(weightKg, adult.weightKg)) {
    return [
      refused(
        `A weight of ${weightKg} kg is no adult's; it lies between ${least} and ${most} kg. Check the value and its unit.`,
      ),
    ];
  }
  if (heightCm === undefined || outside(heightCm, adult.heightCm)) return [];
  const massIndex = weightKg / (heightCm / 100) ** 2;
  return outside(massIndex, adult.massIndex)
    ? [
        refused(
          `${heightCm} cm and ${weightKg} kg are a body mass index of ${massIndex.toFixed(1)} kg/m2; between ${adult.massIndex.least} and ${adult.massIndex.most} is read. Check both values and their units.`,
        ),
      ]
    : [];
}

/**
 * A body from what is known of it. Issue: `wrong-value` for a size that no adult has, for a height without a weight,
 * and where a surface and a height are both given.
 *
 * @example readBody({ heightCm: 180, weightKg: 80 }).value?.surface // { m2: 2, by: 'mosteller' }
 */
export function readBody(size: BodySize): Reading<Body> {
  const issues = [...surfaceIssues(size), ...heightIssues(size), ...weightIssues(size)];
  if (issues.length > 0) return { value: undefined, issues };
  const { bodySurfaceAreaM2, heightCm, weightKg, formula = 'mosteller' } = size;
  const weight = weightKg === undefined ? {} : { weightKg };
  if (bodySurfaceAreaM2 !== undefined) {
    return { value: { surface: { m2: bodySurfaceAreaM2, by: 'given' }, ...weight }, issues: [] };
  }
  if (heightCm === undefined || weightKg === undefined) return { value: weight, issues: [] };
  const by = (each: SurfaceFormula): BodySurface => ({
    m2: bodySurfaceM2(each, heightCm, weightKg),
    by: each,
  });
  const other = formula === 'mosteller' ? 'du-bois' : 'mosteller';
  return { value: { surface: by(formula), otherSurface: by(other), ...weight }, issues: [] };
}
