/**
 * The lollipop: variants of one gene along its protein, as many heads at a position as patients, each in the look of its
 * class or of the best response; a head never mixes two. Hollow is a variant of unknown significance. Findings without a
 * position (amplification) are counted below and not placed on the protein.
 */
import {
  assembleFigure,
  figureMargin,
  type LegendEntry,
  legend,
  linearScale,
  yAxis,
  yAxisWidth,
} from '../layout/index.ts';
import { type Figure, type FigureLayout, type FigureTable, fullWidth, typeSize } from '../scene/index.ts';
import { textWidth } from '../text/index.ts';
import type { HeadCategory } from './head-look.ts';
import type { LollipopData } from './lollipop-data.ts';
import { elsewhereMarks } from './not-on-protein.ts';
import { plural } from './plural.ts';
import { proteinTrack } from './protein-track.ts';
import { hasHeadsOfPatients, labelReach, stemBend, stemLayout, stemMarks } from './stems.ts';
import { type VariantStack, variantStacks } from './variant-stacks.ts';

const fewestHeight = 60;
const mostHeight = 180;
const headStep = 13;

function headEntries(categories: readonly HeadCategory[]): readonly LegendEntry[] {
  const byRank = new Map(categories.map((each) => [each.rank, each]));
  const known = [...byRank.values()].toSorted((one, other) => one.rank - other.rank);
  return [
    ...known.map(
      ({ label, shape, paint }): LegendEntry => ({
        label,
        sample: { kind: 'glyph', shape, fill: paint },
      }),
    ),
    ...(categories.some(({ isVus }) => isVus)
      ? [
          {
            label: 'hollow: unknown significance',
            sample: { kind: 'glyph', shape: 'circle', fill: 'ground', stroke: 'ink', strokeWidth: 1.75 },
          } as const,
        ]
      : []),
  ];
}

function statementsOf(
  data: LollipopData,
  stacks: readonly VariantStack[],
  labelled: number,
  isCounted: boolean,
): readonly string[] {
  const named = new Set(data.mutations.flatMap(({ patient }) => patient ?? []));
  const counted = data.mutations.reduce((sum, { patients }) => sum + patients, 0);
  const positions = plural(stacks.length, 'position');
  const examined = data.patientsExamined;
  const who = data.mutations.every(({ patient }) => patient !== undefined)
    ? `${examined === undefined ? '' : `${named.size} of `}${plural(examined ?? named.size, 'patient')}${examined === undefined ? '' : ' examined'} with a variant, at ${positions}`
    : `${plural(counted, 'finding')} at ${positions}${examined === undefined ? '' : `, ${plural(examined, 'patient')} examined`}`;
  const elsewhere = data.notOnProtein.reduce((sum, { patients }) => sum + patients, 0);
  return [
    `${data.gene}: ${who}`,
    isCounted ? 'One head is one patient with one variant' : 'Height is the number of patients',
    ...(elsewhere > 0
      ? [
          `${plural(elsewhere, 'finding')} without a position ${elsewhere === 1 ? 'is' : 'are'} not placed on the protein`,
        ]
      : []),
    ...(labelled < stacks.length
      ? [
          labelled === 0
            ? `The ${stacks.length} positions are too many to label, none stands out; the table names all`
            : `${labelled} of ${stacks.length} positions are labelled, the most frequent; the table names all`,
        ]
      : []),
    data.reference === undefined
      ? 'The reference sequence of the positions is not stated'
      : `Positions on ${data.reference}`,
    ...(data.exons === null ? ['Exon boundaries are not known'] : []),
    ...(data.domains.length > 0
      ? [
          data.domainSource === undefined
            ? 'Source of the domains: not stated'
            : `Domains: ${data.domainSource}`,
        ]
      : []),
  ];
}

function tableOf({ exons, mutations, notOnProtein }: LollipopData): FigureTable {
  const exonOf = (position: number): string | null =>
    exons
      ?.filter(({ start, end }) => start <= position && position <= end)
      .map((each) => each.number)
      .join('/') || null;
  return {
    columns: [
      'variant',
      'position',
      'exon',
      'class',
      'unknown significance',
      'best response',
      'patient',
      'patients',
    ],
    rows: [
      ...mutations
        .toSorted((one, other) => one.position - other.position)
        .map((each) => [
          each.label,
          each.position,
          exonOf(each.position),
          each.class === 'notStated' ? null : each.class,
          each.isVus ? 'yes' : 'no',
          each.bestResponse === 'notStated' ? null : each.bestResponse,
          each.patient ?? null,
          each.patients,
        ]),
      ...notOnProtein.map((each) => [
        each.label,
        null,
        null,
        null,
        each.isVus ? 'yes' : 'no',
        each.bestResponse === 'notStated' ? null : each.bestResponse,
        each.patient ?? null,
        each.patients,
      ]),
    ],
  };
}

/** The lollipop of one gene. */
export function lollipopFigure(data: LollipopData, { width = fullWidth }: FigureLayout = {}): Figure {
  const stacks = variantStacks(data);
  const most = Math.max(1, ...stacks.map(({ count }) => count));
  const height = Math.max(fewestHeight, Math.min(mostHeight, most * headStep));
  const y0 = linearScale([0, most], [height, 0]);
  const yStyle = { hasGrid: false, ticks: y0.ticks(Math.min(most, 5)).filter(Number.isInteger) };
  const rowNames =
    Math.max(...['Patients', 'Exons', 'Domains'].map((name) => textWidth(name, typeSize.small))) + 8;
  const left = figureMargin + Math.max(yAxisWidth(y0, yStyle), rowNames);
  const right = width - figureMargin - 2;
  const x = linearScale([0.5, data.length + 0.5], [left, right]);
  const stems = stemLayout(stacks, (position) => x(position), left + 4, right);
  const heightOf = (count: number): number => height - y0(count);
  const key = legend(
    headEntries(stacks.flatMap(({ groups }) => groups.map(({ category }) => category))),
    figureMargin,
    width - figureMargin,
    0,
  );
  const top = key.height + 8 + labelReach(stems, heightOf, height);
  const baseline = top + height;
  const protein = baseline + stemBend;
  const y = linearScale([0, most], [baseline, top]);
  const track = proteinTrack(data, x, protein);
  const elsewhere = elsewhereMarks(data, width - figureMargin, protein + track.height + 4);
  const statements = statementsOf(data, stacks, stems.labelled, hasHeadsOfPatients(stems, heightOf));
  const named = stacks.toSorted((one, other) => other.count - one.count).slice(0, 30);
  return assembleFigure(data, {
    kind: 'lollipop',
    width,
    height: protein + track.height + 4 + elsewhere.height,
    marks: [
      ...key.marks,
      ...yAxis(y, { left, right, top, bottom: baseline }, yStyle),
      {
        kind: 'text',
        x: left - 8,
        y: baseline + 18,
        text: 'Patients',
        size: typeSize.small,
        anchor: 'end',
        paint: 'quiet',
      },
      ...stemMarks(stems, heightOf, baseline, protein),
      ...track.marks,
      ...elsewhere.marks,
    ],
    description: `Lollipop of ${data.gene}, ${data.length} amino acids, coloured by ${data.colourBy === 'class' ? 'class of variant' : 'best response'}. ${named
      .map(
        ({ name, groups }) =>
          `${name}: ${groups.map(({ count, category }) => `${count} ${category.label.toLowerCase()}${category.isVus ? ' (unknown significance)' : ''}`).join(', ')}`,
      )
      .join(
        '; ',
      )}${named.length < stacks.length ? '; further positions in the table' : ''}. ${statements.join('. ')}.`,
    statements,
    table: tableOf(data),
  });
}
