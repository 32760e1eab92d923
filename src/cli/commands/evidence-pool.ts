/** `cajal evidence pool`: shares of the studies of a population, each and together, with in what they differ. */
import { extname } from 'node:path';
import { forestOfSynthesis, tableOfSynthesis } from '../../cohort/index.ts';
import { type Criterion, criterion, printCriterion } from '../../criteria/index.ts';
import {
  comparedFieldNames,
  countedOutcomes,
  cumulativeShares,
  pooledOutcomes,
  type RateQuestion,
  type RateSynthesis,
  rateInfluence,
  type ShareModel,
  type SharePooling,
  type Study,
  subgroupShares,
  synthesiseRates,
  usualPooling,
} from '../../evidence/index.ts';
import { forestFigure, renderCsv, renderFigurePage, renderSvg } from '../../figures/index.ts';
import { type Issue, readStructured, validate } from '../../reading/index.ts';
import { isRegimenId, readDrug } from '../../therapy/index.ts';
import type { EvidencePoolOptions, PoolModelName } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import { studiesKnownBy, wholeLibrary } from './evidence-library.ts';
import { partialEffectText, poolOptionIssues } from './evidence-pool-options.ts';
import { type PoolAsked, poolJson, printSynthesis } from './evidence-pool-text.ts';
import { printCsv } from './print-csv.ts';
import { print } from './stats.ts';
import { writeOutput } from './write-output.ts';

const models: Readonly<Record<PoolModelName, ShareModel>> = {
  glmm: 'glmm',
  'beta-binomial': 'betaBinomial',
  logit: 'logit',
  arcsine: 'arcsine',
  raw: 'raw',
  log: 'log',
  'freeman-tukey': 'freemanTukey',
};
const tests: Readonly<Record<NonNullable<EvidencePoolOptions['test']>, SharePooling['test']>> = {
  'hartung-knapp': 'adhoc',
  'hartung-knapp-unbounded': 'knha',
  wald: 'z',
};
const usualModels: readonly [ShareModel, ...ShareModel[]] = ['glmm', 'betaBinomial', 'logit', 'arcsine'];

/** The level that the heading of a forest plot names. */
const figureConfidence = 0.95;

/** The criterion of `--where`; undefined, with its issues written, where it is none. */
export function whereOf(text: string): Criterion | undefined {
  const read = readStructured(new TextEncoder().encode(text), { source: '--where', format: 'yaml' });
  if (read.value === undefined) {
    reportIssues(read.issues);
    return undefined;
  }
  const checked = validate(read.value, criterion);
  reportIssues(checked.issues);
  return checked.value;
}

/** The drugs asked for, by id; undefined where one is not known. */
function drugsOf(names: readonly string[]): readonly string[] | undefined {
  const ids: string[] = [];
  for (const name of names) {
    const read = readDrug(name);
    reportIssues(read.issues.map((issue) => ({ ...issue, source: '--drug' })));
    if (read.value?.kind !== 'drug') {
      if (read.value !== undefined)
        reportIssues([
          {
            code: 'drug-unknown',
            severity: 'error',
            message: `"${name}" is no single drug`,
            source: '--drug',
          },
        ]);
      return undefined;
    }
    ids.push(read.value.drug);
  }
  return ids;
}

function writeForest(path: string, synthesis: RateSynthesis, words: string): void {
  const data = forestOfSynthesis(synthesis, words);
  if (data === undefined) {
    const message = 'no study answers the question: there is no forest to draw, and no file was written';
    reportIssues([{ code: 'wrong-value', severity: 'warning', message, source: '--figure' }]);
    return;
  }
  const figure = forestFigure(data, { width: 680 });
  const ending = extname(path).toLowerCase();
  const contents: Readonly<Record<string, () => string>> = {
    '.svg': () => renderSvg(figure, { mode: 'auto' }),
    '.html': () => renderFigurePage(figure, 'auto'),
    '.csv': () => renderCsv(figure.table),
  };
  const content = contents[ending];
  if (content === undefined)
    reportIssues([
      {
        code: 'wrong-value',
        severity: 'error',
        message: `the ending "${ending}" says not what to write; use .svg, .html or .csv`,
        source: path,
      },
    ]);
  else writeOutput(path, content());
}

/** What is asked for and is not in the library: an empty answer would look like a finding. */
function unknownNames(options: EvidencePoolOptions, studies: readonly Study[]): readonly Issue[] {
  const issue = (source: string, message: string): Issue => ({
    code: 'unknown-reference',
    severity: 'error',
    message,
    source,
  });
  const { document, regimen, outcome } = options;
  const counted = studies.flatMap((study) => study.counts);
  return [
    ...(countedOutcomes.some((each) => each === outcome) && !pooledOutcomes.some((each) => each === outcome)
      ? [issue('--outcome', `"${outcome}" counts different markers, which have no share together`)]
      : []),
    ...(document === undefined || counted.some(({ place }) => place.document === document)
      ? []
      : [
          issue(
            '--document',
            `no count was printed in "${document}"; \`cajal evidence list\` names documents`,
          ),
        ]),
    ...(regimen === undefined || isRegimenId(regimen)
      ? []
      : [issue('--regimen', `"${regimen}" is no regimen; \`cajal regimen list\` names them`)]),
  ];
}

/** Pools the counts of one outcome over the studies of a population. */
export function evidencePoolCommand(options: EvidencePoolOptions): void {
  const against = poolOptionIssues(options);
  if (against.length > 0) {
    reportIssues(against);
    return;
  }
  const where = whereOf(options.where);
  const drugs = drugsOf(options.drug);
  const known = where === undefined ? undefined : studiesKnownBy(wholeLibrary().studies, options.asOf);
  if (where === undefined || drugs === undefined || known === undefined) return;
  const outcome = countedOutcomes.find((each) => each === options.outcome);
  if (outcome === undefined) {
    const message = `"${options.outcome}" is no outcome that studies count; one of ${pooledOutcomes.join(', ')}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: '--outcome' }]);
    return;
  }
  const unknown = unknownNames(options, known);
  if (unknown.length > 0) {
    reportIssues(unknown);
    return;
  }
  const question: RateQuestion = {
    outcome,
    where,
    treatment: drugs.length === 0 ? undefined : { drugs, match: 'all' },
    regimen: options.regimen,
    denominator: options.denominator,
    reading: options.asPrinted ? 'asPrinted' : 'curated',
    withInferred: options.withInferred,
    document: options.document,
    mixed: options.mixed,
  };
  const how: SharePooling = {
    ...usualPooling,
    ...(options.tau === undefined ? {} : { estimator: options.tau }),
    ...(options.test === undefined ? {} : { test: tests[options.test] }),
    ...(options.prediction === undefined ? {} : { prediction: options.prediction }),
    confidence: options.confidence,
  };
  const wanted: readonly [ShareModel, ...ShareModel[]] =
    options.model === undefined ? usualModels : [models[options.model]];
  const synthesis = synthesiseRates(known, question, wanted, how);
  const words = printCriterion(where);
  const field = comparedFieldNames.find((each) => each === options.by);
  if (options.by !== undefined && field === undefined) {
    const message = `"${options.by}" is no field of the studies; one of ${comparedFieldNames.join(', ')}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: '--by' }]);
    return;
  }
  if (options.figure !== undefined && options.confidence !== figureConfidence) {
    const message = 'a forest plot prints 95% intervals; leave out --confidence, or --figure';
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: '--figure' }]);
    return;
  }
  const main = { ...how, model: wanted[0] };
  const asked: PoolAsked = {
    ...(field === undefined ? {} : { subgroups: { field, shares: subgroupShares(synthesis, field, main) } }),
    ...(options.cumulative ? { cumulative: cumulativeShares(synthesis, main) } : {}),
    ...(options.influence ? { influence: rateInfluence(synthesis, main) } : {}),
  };
  if (options.figure !== undefined) writeForest(options.figure, synthesis, words);
  if (options.json) print(poolJson(synthesis, asked));
  else if (options.csv) printCsv(tableOfSynthesis(synthesis));
  else {
    printSynthesis(synthesis, asked, words, options.confidence);
    const partial = partialEffectText(options);
    if (partial !== undefined) print(partial);
  }
}
