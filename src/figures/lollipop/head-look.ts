/**
 * How the head of a lollipop looks: by class of variant or by best response, a colour and a sign. Hollow is reserved for
 * variants of unknown significance, so the responses that are hollow elsewhere have a sign of their own here.
 */
import {
  type FigureResponse,
  figureResponses,
  type GlyphMark,
  type GlyphShape,
  mutationClasses,
  mutationLooks,
  type Paint,
  responseLooks,
} from '../scene/index.ts';
import type { LollipopData, LollipopMutation } from './lollipop-data.ts';

/** What a head stands for: one category, hollow or not. */
export interface HeadCategory {
  readonly label: string;
  readonly paint: Paint;
  readonly shape: GlyphShape;
  readonly isVus: boolean;
  /** Place in the legend and in a stack, from the stem upwards. */
  readonly rank: number;
}

const shapesOfResponses: Readonly<Record<FigureResponse, GlyphShape>> = {
  CR: 'star',
  PR: 'triangle',
  SD: 'square',
  'non-CR/non-PD': 'triangleDown',
  PD: 'diamond',
  NE: 'circle',
  notStated: 'plus',
};

type Finding = Pick<LollipopMutation, 'isVus' | 'bestResponse'> & Partial<Pick<LollipopMutation, 'class'>>;

/** The category of a finding. */
export function headCategory(finding: Finding, colourBy: LollipopData['colourBy']): HeadCategory {
  const { isVus, bestResponse } = finding;
  if (colourBy === 'bestResponse')
    return {
      label: responseLooks[bestResponse].label,
      paint: responseLooks[bestResponse].paint,
      shape: shapesOfResponses[bestResponse],
      isVus,
      rank: figureResponses.indexOf(bestResponse),
    };
  if (finding.class === undefined)
    return { label: 'Without a position', paint: 'group-6', shape: 'circle', isVus, rank: 99 };
  return {
    ...mutationLooks[finding.class],
    isVus,
    rank: mutationClasses.indexOf(finding.class),
  };
}

/** Signs that fill less of their square are drawn larger, so that all heads look of one size. */
const growth: Partial<Readonly<Record<GlyphShape, number>>> = { star: 1.3, diamond: 1.3, triangle: 1.1 };

/** The size of a head, of a circle of `size`. */
export const headSize = ({ shape }: HeadCategory, size: number): number => size * (growth[shape] ?? 1);

/** The fill and the edge of a head. */
export const headFill = ({
  paint,
  isVus,
}: HeadCategory): Pick<GlyphMark, 'fill' | 'stroke' | 'strokeWidth'> =>
  isVus
    ? { fill: 'ground', stroke: paint, strokeWidth: 1.75 }
    : { fill: paint, stroke: 'ground', strokeWidth: 0.75 };
