/**
 * How a cell is drawn. Copy number and structure fill parts of it (amplification all, gain the upper part; deep deletion
 * all and hatched, loss the lower part and hatched; fusion an upright band); a mutation is a sign in its middle, or in a
 * narrow cell a bar. Nothing found is a filled field, not tested is crossed out, an unknown coverage is a ring: none is blank.
 */
import {
  lineMark,
  type Mark,
  type MutationClass,
  mutationLooks,
  type StructuralKind,
} from '../scene/index.ts';
import type { CellState, OncoprintCell } from './cells.ts';

/** A rectangle to draw in. */
export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Narrower cells have bars and lines instead of signs. */
export const narrowCell = 7;
const partial = 0.42;

/** A part of the cell for an alteration of copy number or structure. */
export function structuralMark(kind: StructuralKind, box: CellBox): Mark {
  const { x, y, width, height } = box;
  const part = height * partial;
  switch (kind) {
    case 'amplification':
      return { kind: 'rectangle', ...box, fill: 'gain' };
    case 'gain':
      return { kind: 'rectangle', x, y, width, height: part, fill: 'gain' };
    case 'deepDeletion':
      return { kind: 'rectangle', ...box, fill: 'loss', texture: 'diagonal' };
    case 'loss':
      return {
        kind: 'rectangle',
        x,
        y: y + height - part,
        width,
        height: part,
        fill: 'loss',
        texture: 'diagonal',
      };
    case 'fusion':
      return width < narrowCell
        ? {
            kind: 'rectangle',
            x,
            y: y + height * 0.15,
            width,
            height: height * 0.7,
            fill: 'unknown',
            texture: 'dots',
          }
        : {
            kind: 'rectangle',
            x: x + width * 0.25,
            y,
            width: width * 0.5,
            height,
            fill: 'unknown',
            texture: 'dots',
          };
  }
}

/** A mutation in a cell. */
export function mutationMark(
  mutation: { readonly class: MutationClass; readonly isVus: boolean },
  { x, y, width, height }: CellBox,
): Mark {
  const { paint, shape } = mutationLooks[mutation.class];
  if (width < narrowCell) {
    const bar = height * (mutation.isVus ? 0.16 : 0.34);
    return { kind: 'rectangle', x, y: y + (height - bar) / 2, width, height: bar, fill: paint };
  }
  return {
    kind: 'glyph',
    shape,
    x: x + width / 2,
    y: y + height / 2,
    size: Math.min(width, height, 11) - 1,
    ...(mutation.isVus
      ? { fill: 'ground', stroke: paint, strokeWidth: 1.5 }
      : { fill: paint, stroke: 'ground', strokeWidth: 0.75 }),
  };
}

/** A cell, or a run of cells, in which nothing was found. */
export function emptyMarks(
  state: Exclude<CellState, 'altered'>,
  box: CellBox,
  isNarrow: boolean,
): readonly Mark[] {
  const { x, y, width, height } = box;
  const middle = y + height / 2;
  switch (state) {
    case 'noneFound':
      return [{ kind: 'rectangle', ...box, fill: 'rule' }];
    case 'notTested':
      return isNarrow
        ? [lineMark(x, middle, x + width, middle, { stroke: 'edge', width: 1.5 })]
        : [
            {
              kind: 'rectangle',
              x: x + 0.25,
              y: y + 0.25,
              width: width - 0.5,
              height: height - 0.5,
              stroke: 'edge',
              strokeWidth: 0.5,
            },
            {
              kind: 'glyph',
              shape: 'cross',
              x: x + width / 2,
              y: middle,
              size: Math.min(6, width - 3),
              stroke: 'edge',
              strokeWidth: 1.25,
            },
          ];
    case 'notKnown':
      return isNarrow
        ? [lineMark(x, middle, x + width, middle, { stroke: 'edge', width: 1.25, dash: 'dotted' })]
        : [
            {
              kind: 'glyph',
              shape: 'circle',
              x: x + width / 2,
              y: middle,
              size: Math.min(4.5, width - 3),
              stroke: 'edge',
            },
          ];
  }
}

/** All marks of an altered cell; the ground is filled where the test of the gene is stated. */
export const alteredMarks = (
  { structural, mutation, isTested }: OncoprintCell,
  box: CellBox,
  hint: string,
): readonly Mark[] => [
  ...(isTested ? [{ kind: 'rectangle', ...box, fill: 'rule' } as const] : []),
  ...structural.toReversed().map((kind) => ({ ...structuralMark(kind, box), hint })),
  ...(mutation === undefined ? [] : [{ ...mutationMark(mutation, box), hint }]),
];
