/** The counts of a synthesis as a table: one study a row, with its denominator, exact interval, printed text and place. */
import { type RateSynthesis, sourcePlaceText } from '../evidence/index.ts';
import type { FigureTable } from '../figures/index.ts';

/** The table; what is not inferred has an empty cell. */
export const tableOfSynthesis = ({ rates }: RateSynthesis): FigureTable => ({
  columns: [
    'study',
    'id',
    'count',
    'of',
    'denominator',
    'share',
    'lower',
    'upper',
    'printed',
    'inferred',
    'place',
  ],
  rows: rates.map(({ rate, share, lower, upper }) => [
    rate.words,
    rate.study.id,
    rate.count,
    rate.of,
    rate.result.denominator,
    share,
    lower,
    upper,
    rate.result.printed,
    rate.result.inferred ?? null,
    sourcePlaceText(rate.result.place),
  ]),
});
