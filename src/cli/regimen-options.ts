/** Options of `cajal regimen`, as the command line gives them. */
import type { SurfaceFormula } from '../therapy/index.ts';

/** The names of `--formula`; the register's own are checked against them. */
export const surfaceFormulaOptions = ['mosteller', 'du-bois'] as const satisfies readonly SurfaceFormula[];

export interface RegimenListOptions {
  /** Only regimens with this drug. */
  readonly drug?: string;
  readonly json: boolean;
}

export interface RegimenShowOptions {
  /** Body surface in m2. */
  readonly bsa?: number;
  /** In cm. */
  readonly height?: number;
  /** In kg. */
  readonly weight?: number;
  readonly formula: SurfaceFormula;
  readonly json: boolean;
}
