/**
 * Stems, heads and labels. Where positions lie close together the stems part: each starts at its place on the protein and
 * bends to a slot of its own, so that heads and labels keep apart and every one can be traced back.
 */
import { spreadPlaces } from '../layout/index.ts';
import { type Mark, type Point, typeSize } from '../scene/index.ts';
import { fitText, textWidth } from '../text/index.ts';
import { headFill, headSize as sizeOf } from './head-look.ts';
import type { VariantStack } from './variant-stacks.ts';

const largestHead = 10;
const crowdedHead = 6;
const bendHeight = 22;
const labelSlot = 13;
const longestLabel = 120;
/** Labels lie flat where no stem has to move further than this for it. */
const nearPx = 16;

/** How stems stand between two edges; heights are counted from the zero of the count axis, upwards. */
export interface StemLayout {
  readonly slots: readonly {
    readonly stack: VariantStack;
    readonly root: number;
    readonly x: number;
    readonly label: string;
  }[];
  readonly isFlat: boolean;
  readonly headSize: number;
  readonly labelled: number;
}

/** The stacks that are labelled: all, or where they are too many, those more frequent than any without a label. */
function namedStacks(
  stacks: readonly VariantStack[],
  mostOfAll: number,
  mostOfMany: number,
): ReadonlySet<VariantStack> {
  if (stacks.length <= mostOfAll) return new Set(stacks);
  const ordered = stacks.toSorted((one, other) => other.count - one.count);
  const limit = ordered[mostOfMany]?.count ?? 0;
  return new Set(ordered.filter(({ count }) => count > limit));
}

/** Slots of all stems: the most frequent are labelled as far as there is room. */
export function stemLayout(
  stacks: readonly VariantStack[],
  xOf: (position: number) => number,
  left: number,
  right: number,
): StemLayout {
  const room = right - left;
  const roots = stacks.map(({ position }) => xOf(position));
  const flat = stacks.map(({ name }, at) => ({
    at: roots[at] ?? left,
    width: Math.max(largestHead + 2, textWidth(name, typeSize.small) + 8),
  }));
  const flatPlaces = spreadPlaces(flat, left, right);
  const isFlat =
    flat.reduce((sum, { width }) => sum + width, 0) <= room &&
    flatPlaces.every((place, at) => Math.abs(place - (roots[at] ?? 0)) <= nearPx);
  const named = namedStacks(stacks, Math.floor(room / labelSlot), Math.floor((room * 0.4) / labelSlot));
  const isCrowded = named.size < stacks.length;
  const places = isFlat
    ? flatPlaces
    : spreadPlaces(
        stacks.map((stack, at) => ({
          at: roots[at] ?? left,
          width: named.has(stack) ? labelSlot : 0,
        })),
        left,
        right,
      );
  return {
    isFlat,
    headSize: isCrowded ? crowdedHead : largestHead,
    labelled: named.size,
    slots: stacks.map((stack, at) => ({
      stack,
      root: roots[at] ?? left,
      x: places[at] ?? left,
      label: named.has(stack)
        ? isFlat
          ? stack.name
          : fitText(stack.name, longestLabel, typeSize.small)
        : '',
    })),
  };
}

const labelGap = 5;

/** How far the labels reach above the top of the count axis. */
export const labelReach = (
  { slots, isFlat, headSize }: StemLayout,
  heightOf: (count: number) => number,
  axisHeight: number,
): number =>
  Math.max(
    headSize / 2,
    ...slots.map(({ stack, label }) => {
      const length = label === '' ? 0 : isFlat ? typeSize.small : textWidth(label, typeSize.small);
      return heightOf(stack.count) + headSize / 2 + labelGap + length - axisHeight;
    }),
  ) + 2;

const hintOf = (
  { position }: VariantStack,
  { label, category, count, patients }: VariantStack['groups'][number],
): string =>
  [
    `${label}, position ${position}: ${count} ${count === 1 ? 'patient' : 'patients'}`,
    category.label.toLowerCase(),
    ...(category.isVus ? ['unknown significance'] : []),
    ...(patients.length > 0 ? [patients.join(', ')] : []),
  ].join('; ');

/** Whether there is room for a head a patient. */
export const hasHeadsOfPatients = (
  { headSize }: Pick<StemLayout, 'headSize'>,
  heightOf: (count: number) => number,
): boolean => heightOf(1) >= headSize + 0.5;

/** What lies between the protein and the zero of the count axis. */
export const stemBend = bendHeight;

/**
 * The marks of all stems. `baseline` is the zero of the count axis, `protein` the upper edge of the protein. With room for
 * it there is one head a patient; else a column a category, as high as its count, under one head.
 */
export function stemMarks(
  { slots, isFlat, headSize }: StemLayout,
  heightOf: (count: number) => number,
  baseline: number,
  protein: number,
): readonly Mark[] {
  const lines: Mark[] = [];
  const heads: Mark[] = [];
  const labels: Mark[] = [];
  const isCounted = hasHeadsOfPatients({ headSize }, heightOf);
  for (const { stack, root, x, label } of slots) {
    const points: readonly Point[] = [
      { x: root, y: protein },
      { x: root, y: protein - 5 },
      { x, y: baseline + 3 },
      { x, y: baseline - heightOf(stack.count) },
    ];
    lines.push({ kind: 'path', points, stroke: 'edge', width: 1 });
    let below = 0;
    for (const group of stack.groups) {
      const { category, count } = group;
      const hint = hintOf(stack, group);
      const look = {
        kind: 'glyph',
        shape: category.shape,
        x,
        size: sizeOf(category, headSize),
        ...headFill(category),
      } as const;
      if (isCounted)
        for (let at = 1; at <= count; at += 1)
          heads.push({ ...look, y: baseline - heightOf(below + at), hint });
      else {
        const from = baseline - heightOf(below);
        const to = baseline - heightOf(below + count);
        const width = Math.max(2, headSize * 0.6);
        heads.push({
          kind: 'rectangle',
          x: x - width / 2,
          y: to,
          width,
          height: from - to,
          fill: category.isVus ? 'ground' : category.paint,
          stroke: category.paint,
          hint,
        });
        if (from - to >= headSize || below + count === stack.count) heads.push({ ...look, y: to, hint });
      }
      below += count;
    }
    if (label !== '') {
      const y = baseline - heightOf(stack.count) - headSize / 2 - labelGap;
      labels.push(
        isFlat
          ? { kind: 'text', x, y, text: label, size: typeSize.small, anchor: 'middle' }
          : {
              kind: 'text',
              x: x + 3.5,
              y,
              text: label,
              size: typeSize.small,
              turnDegrees: -90,
              hint: stack.name,
            },
      );
    }
  }
  return [...lines, ...heads, ...labels];
}
