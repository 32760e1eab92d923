/** Categories of annotation rows: each value gets a colour and a hatching, in the order in which values first occur. */
import type { LegendEntry } from '../layout/index.ts';
import type { Texture } from './mark.ts';
import type { Paint } from './paint.ts';
import { groupPaints } from './response-look.ts';

const textures: readonly Texture[] = ['plain', 'diagonal', 'dots', 'cross'];

/** The look of a value. */
export interface CategoryLook {
  readonly fill: Paint;
  readonly texture: Texture;
}

/** The hatching of the first time that each colour is used; each further time takes the next one. */
const firstTextures = [0, 1, 2, 3, 1, 2];

/** Looks by value, 24 of them apart: after six colours they begin again, each with another hatching. */
export function categoryLooks(values: readonly string[]): ReadonlyMap<string, CategoryLook> {
  const looks = new Map<string, CategoryLook>();
  for (const value of values) {
    if (looks.has(value)) continue;
    const at = looks.size;
    looks.set(value, {
      fill: groupPaints[at % groupPaints.length] ?? 'group-6',
      texture:
        textures[
          ((firstTextures[at % groupPaints.length] ?? 0) + Math.floor(at / groupPaints.length)) %
            textures.length
        ] ?? 'plain',
    });
  }
  return looks;
}

/** Entries of the legend for the values of one row. */
export const categoryEntries = (
  row: string,
  looks: ReadonlyMap<string, CategoryLook>,
): readonly LegendEntry[] =>
  [...looks].map(([value, { fill, texture }]) => ({
    label: `${row}: ${value}`,
    sample: { kind: 'area', fill, texture },
  }));
