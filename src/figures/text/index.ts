/** Text that fits: widths from the font's metrics and breaking into lines. */
export { fitLines, fitText } from './fit-text.ts';
export { type FontWeight, textWidth } from './text-width.ts';
export { wrapText } from './wrap-text.ts';
