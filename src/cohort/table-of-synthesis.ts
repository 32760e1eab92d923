/** The counts of a synthesis as a table: one study a row, with its denominator, exact interval, printed text and place. */
import { type RateSynthesis, sourcePlaceText } from '../evidence/index.ts';
import type { FigureTable } from '../figures/index.ts';

/** The table; what was not inferred, renamed or counted by rows has an empty cell. */
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
    'named as printed',
    'read by the curator as',
    'rows',
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
    rate.rows === undefined ? rate.result.printed : null,
    rate.result.inferred ?? null,
    rate.namedAsPrinted?.printed ?? null,
    rate.namedAsPrinted === undefined
      ? null
      : `${rate.namedAsPrinted.curated}: ${rate.namedAsPrinted.reason}`,
    rate.rows === undefined ? null : rate.result.printed,
    sourcePlaceText(rate.result.place),
  ]),
});
