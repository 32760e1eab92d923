/** The width that the query of a request asks a figure to have, brought into what figures can be. */
import type { Context } from 'hono';
import { fullWidth, widthRange } from '../figures/index.ts';

export function figureWidth(context: Context): number {
  const [least, most] = widthRange;
  const width = Number(context.req.query('width') ?? fullWidth);
  return Number.isInteger(width) ? Math.min(most, Math.max(least, width)) : fullWidth;
}
