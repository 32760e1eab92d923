/** `cajal evidence ratios`: hazard ratios as studies print them, side by side, and together only where that is allowed. */
import { printCriterion } from '../../criteria/index.ts';
import {
  type Contrast,
  type ListedRatio,
  type PooledRatios,
  type RatioSynthesis,
  ratioNotPooledText,
  ratioUnlistedText,
  type Study,
  sourcePlaceText,
  synthesiseRatios,
} from '../../evidence/index.ts';
import type { EvidenceRatiosOptions } from '../evidence-options.ts';
import { studiesKnownBy, wholeLibrary } from './evidence-library.ts';
import { whereOf } from './evidence-pool.ts';
import { print, shown, shownP } from './stats.ts';

const endpoints: Readonly<Record<Contrast['of'], string>> = {
  progressionFreeSurvival: 'progression-free survival',
  overallSurvival: 'overall survival',
  timeToProgression: 'time to progression',
  durationOfResponse: 'duration of response',
};

const nameOf = ({ citation, id }: Study): string =>
  `${citation.authors === undefined ? '' : `${citation.authors} `}${citation.year} (${id})`;

const armOf = ({ arms }: Study, id: string): string => arms.find((arm) => arm.id === id)?.label ?? id;

function comparedText({ study, result }: Pick<ListedRatio, 'study' | 'result'>): string {
  const { contrast, comparison } = result;
  if (contrast === undefined) return comparison ?? 'comparison not named';
  return `${endpoints[contrast.of]}, ${armOf(study, contrast.treatment)} v ${armOf(study, contrast.control)}`;
}

const ratioText = (log: number): string => Math.exp(log).toFixed(2);

function printRatio(ratio: ListedRatio): void {
  const { study, result, population, effect, isCentred, isRandomised, reasons } = ratio;
  const { printed, intervalPrinted } = result;
  const logarithm =
    effect === undefined ? '' : `; log ${shown(effect.effect)}, error ${shown(Math.sqrt(effect.variance))}`;
  const off = isCentred === false ? '; not in the middle of its interval, beyond rounding' : '';
  print(`${nameOf(study)}: ${comparedText(ratio)}${isRandomised ? '' : ' (not randomised)'}`);
  print(`  "${printed}"${intervalPrinted === undefined ? '' : `, "${intervalPrinted}"`}${logarithm}${off}`);
  print(`  in: ${population.words}`);
  print(`  place: ${sourcePlaceText(result.place)}`);
  print(
    reasons.length === 0 ? '  pooled below' : `  not pooled: ${reasons.map(ratioNotPooledText).join('; ')}`,
  );
}

function printPooled({ treatment, control, of, diseaseClass, ratios, pooled: group }: PooledRatios): void {
  const { pooled, heterogeneity } = group;
  print(
    `\n${treatment} v ${control}, ${endpoints[of]}, ${diseaseClass}: ${pooled.studies} randomised comparisons`,
  );
  print(
    `  hazard ratio ${ratioText(pooled.estimate)} (95% ${ratioText(pooled.lower)} to ${ratioText(pooled.upper)}), random effects, REML, Hartung-Knapp (at least Wald)`,
  );
  if (pooled.prediction !== null)
    print(
      `  another study: ${ratioText(pooled.prediction.lower)} to ${ratioText(pooled.prediction.upper)} (prediction, t on k - 2)`,
    );
  const i2 =
    heterogeneity?.verdict.ok === true
      ? `; I2 ${pooled.i2Percent.toFixed(0)}%`
      : '; too few studies to say how much they differ';
  print(`  Q ${shown(pooled.q)}, p ${shownP(pooled.qP)}; tau2 ${shown(pooled.tau2)}${i2}`);
  for (const { ratio, isTurnedOver } of ratios)
    print(
      `  ${nameOf(ratio.study)}, ${ratio.population.words}${isTurnedOver ? ' (printed the other way round, turned over)' : ''}`,
    );
}

function printSynthesis({ ratios, unlisted, pooled, question }: RatioSynthesis): void {
  const where = question.where === undefined ? '' : ` in ${printCriterion(question.where)}`;
  print(
    `hazard ratios${question.of === undefined ? '' : ` of ${endpoints[question.of]}`}${where}, as printed\n`,
  );
  if (ratios.length === 0) print('no study prints one');
  ratios.forEach((ratio, at) => {
    if (at > 0) print('');
    printRatio(ratio);
  });
  if (pooled.length === 0)
    print(
      '\nnothing is pooled: no two randomised studies compare the same treatments for the same endpoint in the same class of disease, each with its interval',
    );
  pooled.forEach(printPooled);
  if (unlisted.length > 0) {
    print('\nnot listed:');
    for (const { study, result, reason } of unlisted)
      print(
        `  ${nameOf(study)}, ${comparedText({ study, result })}, "${result.printed}": ${ratioUnlistedText(reason)}`,
      );
  }
  print('\nA ratio holds against its own control only. Research use, for professionals.');
}

/** A study by its id, so that an answer does not carry the library. */
const plain = ({ study, ...ratio }: ListedRatio): object => ({
  study: study.id,
  name: nameOf(study),
  ...ratio,
});

function asJson({ question, ratios, unlisted, pooled }: RatioSynthesis): string {
  const answer = {
    question,
    ratios: ratios.map(plain),
    unlisted: unlisted.map(({ study, ...each }) => ({ study: study.id, ...each })),
    pooled: pooled.map((group) => ({
      ...group,
      ratios: group.ratios.map(({ ratio, isTurnedOver }) => ({ study: ratio.study.id, isTurnedOver })),
    })),
  };
  return JSON.stringify(answer, null, 2);
}

/** Lists the hazard ratios of the library and pools those that may be pooled. */
export function evidenceRatiosCommand({ of, where: asked, asOf, json }: EvidenceRatiosOptions): void {
  const where = asked === undefined ? undefined : whereOf(asked);
  if (asked !== undefined && where === undefined) return;
  const known = studiesKnownBy(wholeLibrary().studies, asOf);
  if (known === undefined) return;
  const synthesis = synthesiseRatios(known, { of, where, reading: 'curated' });
  if (json) print(asJson(synthesis));
  else printSynthesis(synthesis);
}
