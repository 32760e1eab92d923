/** The rendering as SVG. */
export { renderSvg, type SvgOptions } from './render-svg.ts';
export { escapeXml } from './svg-text.ts';
