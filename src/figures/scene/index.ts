/** What figures are made of: marks, colours by role, the looks of responses and categories, the figure itself. */
export {
  type MutationClass,
  type MutationLook,
  mutationClasses,
  mutationLooks,
  type StructuralKind,
  structuralKinds,
  structuralLabels,
} from './alteration-look.ts';
export { type CategoryLook, categoryEntries, categoryLooks } from './categories.ts';
export {
  columnWidth,
  type Figure,
  type FigureCell,
  type FigureFrame,
  type FigureKind,
  type FigureLayout,
  type FigureTable,
  figureKinds,
  fullWidth,
  typeSize,
  widthRange,
} from './figure.ts';
export { amount, frameFields, label } from './figure-frame.ts';
export {
  type Dash,
  type GlyphMark,
  type GlyphShape,
  glyphShapes,
  lineMark,
  type Mark,
  movedMarks,
  type PathMark,
  type Point,
  type RectangleMark,
  type TextMark,
  type Texture,
} from './mark.ts';
export { type Box, markBounds } from './mark-bounds.ts';
export {
  contrastRatio,
  type FigureMode,
  figureModes,
  type Paint,
  type Palette,
  paints,
  palettes,
} from './paint.ts';
export {
  type FigureResponse,
  figureResponses,
  groupPaints,
  type ResponseLook,
  responseLooks,
} from './response-look.ts';
