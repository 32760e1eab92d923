/**
 * `cajal stats contrast`: two arms against each other in several studies. Effects are pooled as logarithms or differences with
 * a variance between studies; odds ratios also by Mantel and Haenszel and by Peto, who take the counts as they are.
 */
import { type ContrastMeasure, isRatioMeasure } from '../../statistics/index.ts';
import type { ContrastCommandOptions } from '../contrast-command.ts';
import {
  type AnsweredStudy,
  type ContrastAnswer,
  contrastAnswer,
  type Scaled,
  type TogetherReading,
} from './contrast-answer.ts';
import { writeContrastForest } from './contrast-figure.ts';
import { contrastStudiesOf } from './contrast-input.ts';
import { contrastFaultText, contrastRemark, contrastText, measureNames } from './contrast-words.ts';
import { bounds, print, shown, shownP, table } from './stats.ts';

const intervalText = ({ lower, upper }: Omit<Scaled, 'estimate'>, measure: ContrastMeasure): string =>
  `${contrastText(lower, measure)} to ${contrastText(upper, measure)}`;

const notPooled: Readonly<Record<Exclude<TogetherReading, { ok: true }>['reason'], string>> = {
  noStudies: 'nothing is pooled: no study has an effect',
  singleStudy: 'nothing is pooled: one study has an effect, and its own interval stands',
  varianceNotPositive: 'nothing is pooled: a study has no sampling variance',
};

function studyRow(each: AnsweredStudy, measure: ContrastMeasure): readonly string[] {
  if (!each.ok) return [each.study, each.given, 'none', '', '', contrastFaultText(each.reason)];
  return [
    each.study,
    each.given,
    contrastText(each.estimate, measure),
    intervalText(each, measure),
    each.weightPercent === null ? '' : `${each.weightPercent.toFixed(1)}%`,
    contrastRemark(each),
  ];
}

const logged = (measure: ContrastMeasure): string =>
  isRatioMeasure(measure) ? `log ${measureNames[measure]}` : measureNames[measure];

function scatterText(together: Extract<TogetherReading, { ok: true }>, measure: ContrastMeasure): string {
  const { q, qP, heterogeneity, studies } = together;
  const seen = `Q ${shown(q)}, p ${shownP(qP)}`;
  if (heterogeneity === null) return `${seen}; no variance between studies is assumed`;
  const { tau2, i2Percent, verdict } = heterogeneity;
  const between = `tau2 ${shown(tau2.estimate)} (${bounds(tau2.lower, tau2.upper)}; ${logged(measure)})`;
  if (!verdict.ok) return `${seen}; ${between}; ${studies} studies are too few to say how much they differ`;
  const [middle, low, high] = [i2Percent.estimate, i2Percent.lower, i2Percent.upper].map((value) =>
    value.toFixed(0),
  );
  return `${seen}; ${between}; I2 ${middle}% (${low}% to ${high}%): ${verdict.size}`;
}

const noPredictionText = ({ heterogeneity, studies }: Extract<TogetherReading, { ok: true }>): string =>
  heterogeneity === null
    ? 'no prediction interval: one effect is assumed for all studies'
    : `no prediction interval: its rule leaves ${studies} studies no degree of freedom; --prediction k-1 or normal do`;

function togetherText({ together, beside, measure, confidence }: ContrastAnswer): readonly string[] {
  if (!together.ok) return [notPooled[together.reason]];
  const level = `${confidence * 100}%`;
  const { prediction } = together;
  const rows = [together, beside?.mantelHaenszel, beside?.peto].flatMap((each) =>
    each === null || each === undefined
      ? []
      : [
          [
            each.method,
            contrastText(each.estimate, measure),
            intervalText(each, measure),
            each === together && prediction !== null
              ? `${intervalText(prediction, measure)} (${prediction.rule})`
              : '',
          ],
        ],
  );
  const head = [
    'together',
    measureNames[measure],
    `${level} interval`,
    prediction === null ? '' : 'another study (prediction)',
  ];
  const lacking = [
    ...(beside?.mantelHaenszel === null ? ['no Mantel-Haenszel odds ratio: one of its two sums is 0'] : []),
    ...(beside?.peto === null ? ["no Peto's odds ratio: no study has both events and none"] : []),
  ];
  return [
    table([head, ...rows]),
    ...lacking,
    ...(prediction === null ? [noPredictionText(together)] : []),
    scatterText(together, measure),
    ...(together.withoutEach.length === 0
      ? []
      : [
          '',
          table([
            ['without', measureNames[measure], `${level} interval`],
            ...together.withoutEach.map((each) => [
              each.study,
              contrastText(each.estimate, measure),
              intervalText(each, measure),
            ]),
          ]),
        ]),
  ];
}

function printAnswer(answer: ContrastAnswer): void {
  const { measure, studies, confidence, leftOut, beside } = answer;
  const isHazards = measure === 'HR';
  print(
    table([
      [
        'study',
        isHazards ? 'printed' : 'treated v control',
        measureNames[measure],
        `${confidence * 100}% interval`,
        'weight',
        '',
      ],
      ...studies.map((each) => studyRow(each, measure)),
    ]),
  );
  print('');
  for (const line of togetherText(answer)) print(line);
  const halved = studies.filter((each) => each.ok && each.halfAdded).map(({ study }) => study);
  if (halved.length > 0)
    print(
      `\na half was added to each cell of ${halved.join(', ')}${beside === undefined ? '' : '; Mantel-Haenszel and Peto take the counts as they are'}`,
    );
  const { together } = answer;
  const reaches = [...studies, together].flatMap((each) => (each.ok ? [each.lower, each.upper] : []));
  if (measure === 'RD' && reaches.some((bound) => Math.abs(bound) > 1))
    print('\nbounds beyond 100% are printed as computed; no difference can lie there: too little is known');
  const without = studies.filter((each) => !each.ok).map(({ study }) => study);
  if (without.length > 0) print(`\nnot in: ${without.join(', ')}`);
  print(
    `\n${leftOut} rows left out. Whether these studies may be pooled at all, no method tells: compare their populations first.`,
  );
}

/** Compares the arms of the studies of a table. */
export function contrastCommand(path: string, options: ContrastCommandOptions): void {
  const studies = contrastStudiesOf(path, options);
  if (studies === undefined) return;
  const answer = contrastAnswer(studies, options);
  if (options.figure !== undefined) writeContrastForest(options.figure, answer, path);
  if (options.json) print(JSON.stringify(answer, null, 2));
  else printAnswer(answer);
}
