/** Shares and their intervals as the pages about pooled studies write them. */
import {
  cutIntervalText,
  hasCutInterval,
  type IntervalOfShare,
  type PooledShareReading,
  type RateSynthesis,
  shareRefusalText,
} from '../../evidence/index.ts';
import { asHeading, percentText } from './evidence-words.ts';
import { type Insertion, markup } from './markup.ts';

/** Four digits that count. */
export const fourDigits = (value: number): string => String(Number(value.toPrecision(4)));

/** An interval of shares; one that was cut at a bound of what a share can be has a mark. */
export const bounds = ({ lower, upper, isCut }: IntervalOfShare): string =>
  `${percentText(lower)} to ${percentText(upper)}${isCut === true ? '*' : ''}`;

/** What the mark of a cut interval means; nothing where none was cut. */
export const cutNote = ({ pooled, withoutEach, sensitivity }: RateSynthesis): Insertion =>
  [...pooled, ...withoutEach, ...sensitivity].some(({ reading }) => hasCutInterval(reading))
    ? markup`<p class="app-count">* ${asHeading(cutIntervalText)}.</p>`
    : undefined;

/** A pooled share with its interval, or why there is none and the exact bound that stands instead. */
export function readingText(reading: PooledShareReading): string {
  if (reading.ok) return `${percentText(reading.pooled.share)} (${bounds(reading.pooled.interval)})`;
  const { summed, reason } = reading;
  const sum =
    summed === undefined
      ? ''
      : `; ${reason === 'singleStudy' ? '' : 'summed '}${summed.count}/${summed.of}: exact ${bounds(summed)}`;
  return `${shareRefusalText(reason)}${sum}`;
}
