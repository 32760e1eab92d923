/** The words of `cajal evidence ratios`. */
import { printCriterion } from '../../criteria/index.ts';
import {
  citationYearText,
  type ListedRatio,
  libraryWords,
  type PooledRatios,
  type RatioSynthesis,
  ratioNotPooledText,
  ratioUnlistedText,
  type Study,
  sourcePlaceText,
} from '../../evidence/index.ts';
import { shown, shownP } from './stats.ts';

/** A study for a reader. */
export const ratioStudyName = ({ citation, id }: Study): string =>
  `${citation.authors === undefined ? '' : `${citation.authors} `}${citationYearText(citation)} (${id})`;

const armOf = ({ arms }: Study, id: string): string => arms.find((arm) => arm.id === id)?.label ?? id;

function comparedText({ study, result }: Pick<ListedRatio, 'study' | 'result'>): string {
  const { contrast, comparison } = result;
  if (contrast === undefined) return comparison ?? 'comparison not named';
  return `${libraryWords(contrast.of)}, ${armOf(study, contrast.treatment)} v ${armOf(study, contrast.control)}`;
}

const ratioText = (log: number): string => Math.exp(log).toFixed(2);

function ratioLines(ratio: ListedRatio): readonly string[] {
  const { study, result, population, effect, isCentred, isRandomised, reasons } = ratio;
  const { printed, intervalPrinted } = result;
  const logarithm =
    effect === undefined ? '' : `; log ${shown(effect.effect)}, error ${shown(Math.sqrt(effect.variance))}`;
  const off = isCentred === false ? '; not in the middle of its interval, beyond rounding' : '';
  return [
    `${ratioStudyName(study)}: ${comparedText(ratio)}${isRandomised ? '' : ' (not randomised)'}`,
    `  "${printed}"${intervalPrinted === undefined ? '' : `, "${intervalPrinted}"`}${logarithm}${off}`,
    `  in: ${population.words}`,
    `  place: ${sourcePlaceText(result.place)}`,
    reasons.length === 0 ? '  pooled below' : `  not pooled: ${reasons.map(ratioNotPooledText).join('; ')}`,
    '',
  ];
}

function pooledLines(group: PooledRatios): readonly string[] {
  const { pooled, heterogeneity } = group.pooled;
  const { estimate, lower, upper, prediction, q, qP, tau2, i2Percent } = pooled;
  const i2 =
    heterogeneity?.verdict.ok === true
      ? `; I2 ${i2Percent.toFixed(0)}%`
      : '; too few studies to say how much they differ';
  return [
    `together: ${libraryWords(group.of)}, ${group.treatment} v ${group.control}, ${group.diseaseClass}`,
    ...group.ratios.map(
      ({ ratio: { study, population }, isTurnedOver }) =>
        `  ${ratioStudyName(study)}: ${population.words}${isTurnedOver ? ' (printed the other way round, turned over)' : ''}`,
    ),
    `  hazard ratio ${ratioText(estimate)}, 95% interval ${ratioText(lower)} to ${ratioText(upper)} (random effects, REML, Hartung-Knapp, at least Wald)`,
    prediction === null
      ? '  no prediction interval: t on k - 2 needs three'
      : `  another study: ${ratioText(prediction.lower)} to ${ratioText(prediction.upper)} (prediction, t on k - 2)`,
    `  Q ${shown(q)}, p ${shownP(qP)}; tau2 ${shown(tau2)}${i2}`,
    '',
  ];
}

/**
 * The answer for a reader, line by line.
 * @public
 */
export function ratioSynthesisLines({
  ratios,
  unlisted,
  pooled,
  question,
}: RatioSynthesis): readonly string[] {
  const where = question.where === undefined ? '' : ` in ${printCriterion(question.where)}`;
  const of = question.of === undefined ? '' : ` of ${libraryWords(question.of)}`;
  return [
    `hazard ratios${of}${where}, as printed`,
    '',
    ...(ratios.length === 0 ? ['no study prints one', ''] : []),
    ...ratios.flatMap(ratioLines),
    ...(pooled.length === 0
      ? [
          'nothing is pooled: no two randomised studies compare the same treatments for the same endpoint in the same class of disease, each with its interval',
          '',
        ]
      : pooled.flatMap(pooledLines)),
    ...(unlisted.length === 0
      ? []
      : [
          'not listed:',
          ...unlisted.map(
            ({ study, result, reason }) =>
              `  ${ratioStudyName(study)}, ${comparedText({ study, result })}, "${result.printed}": ${ratioUnlistedText(reason)}`,
          ),
          '',
        ]),
    'A ratio holds against its own control only. Research use, for professionals.',
  ];
}
