/**
 * The funnel of a synthesis: the share of each study against its number of patients. The error of a share is made from the
 * share itself, so it does not stand on the vertical axis, and neither do log odds (Hunter et al., J Clin Epidemiol 2014;67:897).
 */
import { libraryWords, type RateSynthesis } from '../evidence/index.ts';
import type { FunnelData } from '../figures/index.ts';
import { rateRemark } from './rate-remark.ts';

const percent = (share: number): number => Math.round(share * 1000) / 10;

/**
 * The funnel's data.
 *
 * @param evenIfFew also under ten studies; the figure then says that a lean cannot be told from chance
 * @returns undefined where fewer than two studies answer
 */
export function funnelOfSynthesis(
  { rates, pooled, question }: RateSynthesis,
  populationWords: string,
  evenIfFew = false,
): FunnelData | undefined {
  if (rates.length < 2) return undefined;
  const outcome = libraryWords(question.outcome);
  const [main] = pooled;
  const reading = main?.reading;
  return {
    title: `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}: ${populationWords}`.slice(0, 300),
    notes: [],
    measure: 'Patients (%)',
    method: reading?.ok === true ? `shares as counted; line: ${reading.pooled.method}` : 'shares as counted',
    effect: 'sharePercent',
    vertical: 'studySize',
    asReproduction: evenIfFew,
    ...(reading?.ok === true ? { pooled: percent(reading.pooled.share) } : {}),
    studies: rates.map(({ rate, share }) => ({
      label: rate.words.slice(0, 300),
      effect: percent(share),
      patients: rate.of,
      ...rateRemark(rate),
    })),
  };
}
