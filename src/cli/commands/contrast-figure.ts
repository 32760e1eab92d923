/** The forest plot of `cajal stats contrast`: ratios on a logarithmic scale, differences on a linear one. */
import { extname } from 'node:path';
import { forestData, forestFigure, renderCsv, renderFigurePage, renderSvg } from '../../figures/index.ts';
import { unpositionedDocument, validate } from '../../reading/index.ts';
import { isRatioMeasure } from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { ContrastAnswer, PooledBy } from './contrast-answer.ts';
import { contrastFaultText, contrastRemark, measureNames } from './contrast-words.ts';
import { writeOutput } from './write-output.ts';

/** Figures name their level in print. */
const drawnConfidence = 0.95;

function dataOf({ measure, studies, together, beside }: ContrastAnswer, path: string): object {
  const scale = measure === 'RD' ? 100 : 1;
  const sized = ({ estimate, lower, upper }: Omit<PooledBy, 'method'>) => ({
    estimate: scale * estimate,
    lower: scale * lower,
    upper: scale * upper,
  });
  const summary = (pooled: PooledBy) => ({
    label: pooled.method,
    group: 'together',
    ...sized(pooled),
    isSummary: true,
  });
  const name = measureNames[measure];
  const others = [beside?.mantelHaenszel, beside?.peto].filter((each) => each !== null && each !== undefined);
  return {
    title: `${name}, treated against control`,
    source: path,
    notes: ['Whether these studies may be pooled at all, no method tells'],
    measure: `${name}${measure === 'RD' ? ' (%)' : ''}`,
    method: together.ok
      ? `${together.method}${together.prediction === null ? '' : `; prediction interval ${together.prediction.rule}`}`
      : 'each study by itself, nothing pooled',
    scale: isRatioMeasure(measure) ? 'log' : 'linear',
    reference: isRatioMeasure(measure) ? 1 : 0,
    favours:
      measure === 'HR'
        ? ['lower hazard when treated', 'higher hazard when treated']
        : ['fewer events when treated', 'more events when treated'],
    rows: [
      ...studies.map((each) => {
        const row = { label: each.study, group: 'studies', n: each.given };
        if (!each.ok) return { ...row, remark: contrastFaultText(each.reason) };
        const remark = contrastRemark(each);
        return {
          ...row,
          ...sized(each),
          ...(each.weightPercent === null ? {} : { weightPercent: each.weightPercent }),
          ...(remark === '' ? {} : { remark }),
        };
      }),
      ...(together.ok
        ? [
            {
              ...summary(together),
              n: `${together.studies} studies`,
              ...(together.prediction === null
                ? {}
                : { prediction: [scale * together.prediction.lower, scale * together.prediction.upper] }),
            },
          ]
        : []),
      ...(together.ok ? others.map(summary) : []),
    ],
  };
}

const refuse = (message: string, source: string): void => {
  reportIssues([{ code: 'wrong-value', severity: 'error', message, source }]);
};

/** Writes the forest plot. */
export function writeContrastForest(output: string, answer: ContrastAnswer, path: string): void {
  if (answer.confidence !== drawnConfidence) {
    refuse('a forest plot is drawn with 95% intervals; leave --confidence or --figure out', output);
    return;
  }
  const { value: data, issues } = validate(unpositionedDocument(dataOf(answer, path), output), forestData);
  reportIssues(issues);
  if (data === undefined) return;
  const figure = forestFigure(data, { width: 680 });
  const contents: Readonly<Record<string, () => string>> = {
    '.svg': () => renderSvg(figure, { mode: 'auto' }),
    '.html': () => renderFigurePage(figure, 'auto'),
    '.csv': () => renderCsv(figure.table),
  };
  const ending = extname(output).toLowerCase();
  const content = contents[ending];
  if (content === undefined)
    refuse(`the ending "${ending}" says not what to write; use .svg, .html or .csv`, output);
  else writeOutput(output, content());
}
