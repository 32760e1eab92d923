/** The protein under the lollipops: its bar, the exons as numbered fields, the domains in lanes with their names, the axis. */
import { lanesOf, type NumberScale, xAxis, xAxisHeight } from '../layout/index.ts';
import { categoryLooks, type Mark, typeSize } from '../scene/index.ts';
import { fitText, textWidth } from '../text/index.ts';
import type { LollipopData } from './lollipop-data.ts';

const barHeight = 9;
const exonHeight = 13;
const laneHeight = 16;
const exonNumberSize = 9;

const rowLabel = (text: string, left: number, y: number): Mark => ({
  kind: 'text',
  x: left - 8,
  y,
  text,
  size: typeSize.small,
  anchor: 'end',
  paint: 'quiet',
});

/** Fields of the exons; numbers where they fit, those of exons with variants first. */
function exonMarks(
  exons: NonNullable<LollipopData['exons']>,
  mutated: readonly number[],
  edge: (residue: number) => number,
  top: number,
): readonly Mark[] {
  const ordered = exons.toSorted((one, other) => one.start - other.start);
  const fields = ordered.map(({ number, start, end }, at) => {
    const from = edge(start);
    const to = Math.max(from + 0.5, edge(Math.min(end + 1, ordered[at + 1]?.start ?? end + 1)));
    const half = textWidth(String(number), exonNumberSize) / 2;
    const middle = (from + to) / 2;
    return {
      number,
      start,
      end,
      from,
      to,
      left: middle - half,
      right: middle + half,
      isMutated: mutated.some((position) => position >= start && position <= end),
    };
  });
  const numbered: (typeof fields)[number][] = [];
  const tryNumber = (field: (typeof fields)[number], spill: number): void => {
    const fits = field.left >= field.from - spill && field.right <= field.to + spill;
    const isClear = numbered.every(({ left, right }) => field.left >= right || field.right <= left);
    if (fits && isClear) numbered.push(field);
  };
  for (const field of fields) if (field.isMutated) tryNumber(field, 3);
  for (const field of fields) if (!field.isMutated) tryNumber(field, -0.5);
  return [
    ...fields.map(
      ({ number, start, end, from, to, isMutated }, at): Mark => ({
        kind: 'rectangle',
        x: from,
        y: top,
        width: to - from,
        height: exonHeight,
        fill: isMutated ? 'rule' : at % 2 === 0 ? 'raised' : 'ground',
        stroke: 'edge',
        strokeWidth: 0.5,
        hint: `exon ${number}: codons ${start} to ${end}`,
      }),
    ),
    ...numbered.map(
      ({ number, left, right }): Mark => ({
        kind: 'text',
        x: (left + right) / 2,
        y: top + 10,
        text: String(number),
        size: exonNumberSize,
        anchor: 'middle',
      }),
    ),
  ];
}

interface PlacedDomain {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly width: number;
  readonly text: string;
  readonly textX: number;
  readonly lane: number;
}

/** Domains in as few lanes as their boxes and names need; a name stands in its box, else where there is most room beside it. */
function placedDomains(
  domains: LollipopData['domains'],
  edge: (residue: number) => number,
  left: number,
  right: number,
): readonly PlacedDomain[] {
  const sides = ['inside', 'behind', 'before'] as const;
  const placed = domains.map(({ name, start, end }) => {
    const from = edge(start);
    const width = Math.max(1, edge(end + 1) - from);
    const whole = textWidth(name, typeSize.small);
    const rooms = { inside: width - 6, behind: right - from - width - 4, before: from - 4 - left };
    const widest = Math.max(...Object.values(rooms));
    const side =
      sides.find((each) => rooms[each] >= whole) ?? sides.find((each) => rooms[each] === widest) ?? 'inside';
    const text = fitText(name, rooms[side], typeSize.small);
    const length = textWidth(text, typeSize.small);
    const textX = {
      inside: from + (width - length) / 2,
      behind: from + width + 4,
      before: from - 4 - length,
    }[side];
    return { name, start, end, from, width, text, textX, length };
  });
  const lanes = lanesOf(
    placed.map(({ from, width, textX, length }) => ({
      left: Math.min(from, textX),
      right: Math.max(from + width, textX + length),
    })),
  );
  return placed.map((each, at) => ({ ...each, lane: lanes[at] ?? 0 }));
}

/** The marks under `top`, and the height they take. */
export function proteinTrack(
  data: LollipopData,
  x: NumberScale,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const [left = 0, right = 0] = x.range();
  const edge = (residue: number): number => x(residue - 0.5);
  const marks: Mark[] = [
    {
      kind: 'rectangle',
      x: left,
      y: top,
      width: right - left,
      height: barHeight,
      fill: 'raised',
      stroke: 'edge',
      hint: `${data.gene}: ${data.length} amino acids`,
    },
  ];
  let y = top + barHeight + 5;
  marks.push(rowLabel('Exons', left, y + 10));
  if (data.exons === null)
    marks.push({ kind: 'text', x: left, y: y + 10, text: 'not known', size: typeSize.small, paint: 'quiet' });
  else
    marks.push(
      ...exonMarks(data.exons, [...new Set(data.mutations.map(({ position }) => position))], edge, y),
    );
  y += exonHeight + 5;
  if (data.domains.length > 0) {
    const placed = placedDomains(data.domains, edge, left, right);
    const looks = categoryLooks(data.domains.map(({ name }) => name));
    marks.push(rowLabel('Domains', left, y + 10));
    for (const { name, start, end, from, width, text, textX, lane } of placed) {
      const paint = looks.get(name)?.fill ?? 'group-6';
      marks.push(
        {
          kind: 'rectangle',
          x: from,
          y: y + lane * laneHeight,
          width,
          height: laneHeight - 3,
          fill: paint,
          fillOpacity: 0.18,
          stroke: paint,
          radius: 2,
          hint: `${name}: ${start} to ${end}`,
        },
        { kind: 'text', x: textX, y: y + lane * laneHeight + 10, text, size: typeSize.small },
      );
    }
    y += (Math.max(...placed.map(({ lane }) => lane)) + 1) * laneHeight + 2;
  }
  const axis = { title: 'Amino acid' };
  marks.push(...xAxis(x, { left, right, top, bottom: y }, axis));
  return { marks, height: y - top + xAxisHeight(axis) };
}
