/**
 * How a response looks in every figure: a colour, a hatching and a sign, so that any one of them is enough. The categories
 * are those of RECIST 1.1 (Eur J Cancer 2009;45:228, table 1 to 3).
 */
import type { GlyphShape, Texture } from './mark.ts';
import type { Paint } from './paint.ts';

/** The categories, best first; `notStated` is a response that nobody printed. */
export const figureResponses = ['CR', 'PR', 'SD', 'non-CR/non-PD', 'PD', 'NE', 'notStated'] as const;
/** A category. */
export type FigureResponse = (typeof figureResponses)[number];

/** The look of a category. */
export interface ResponseLook {
  readonly label: string;
  readonly paint: Paint;
  readonly texture: Texture;
  readonly shape: GlyphShape;
  /** False where the sign is drawn hollow. */
  readonly isFilled: boolean;
}

/** The look of every category. */
export const responseLooks: Readonly<Record<FigureResponse, ResponseLook>> = {
  CR: { label: 'Complete response', paint: 'complete', texture: 'plain', shape: 'star', isFilled: true },
  PR: { label: 'Partial response', paint: 'partial', texture: 'plain', shape: 'triangle', isFilled: true },
  SD: { label: 'Stable disease', paint: 'stable', texture: 'plain', shape: 'square', isFilled: true },
  'non-CR/non-PD': {
    label: 'Non-CR/non-PD',
    paint: 'stable',
    texture: 'dots',
    shape: 'square',
    isFilled: false,
  },
  PD: {
    label: 'Progressive disease',
    paint: 'progressive',
    texture: 'diagonal',
    shape: 'diamond',
    isFilled: true,
  },
  NE: { label: 'Not evaluable', paint: 'unknown', texture: 'cross', shape: 'circle', isFilled: false },
  notStated: {
    label: 'Response not stated',
    paint: 'unknown',
    texture: 'dots',
    shape: 'circle',
    isFilled: false,
  },
};

/** Colours and dashes of groups, in their order; more than six groups begin again with another dash. */
export const groupPaints: readonly Paint[] = [
  'group-1',
  'group-2',
  'group-3',
  'group-4',
  'group-5',
  'group-6',
];
