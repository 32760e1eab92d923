/** `cajal evidence pool`: shares of the studies of a population, each and together, with in what they differ. */
import { extname } from 'node:path';
import { forestOfSynthesis } from '../../cohort/index.ts';
import { type Criterion, criterion, printCriterion } from '../../criteria/index.ts';
import {
  comparedFieldNames,
  countedOutcomes,
  cumulativeShares,
  describedTimes,
  type ModelledShare,
  type PooledShareReading,
  type RateQuestion,
  type RateSynthesis,
  rateLeftOutText,
  type ShareModel,
  type SharePooling,
  type Study,
  shareRefusalText,
  sourcePlaceText,
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
import { print, shown, shownP, table } from './stats.ts';
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
const tests: Readonly<Record<EvidencePoolOptions['test'], SharePooling['test']>> = {
  'hartung-knapp': 'adhoc',
  'hartung-knapp-unbounded': 'knha',
  wald: 'z',
};
const modelWords: Readonly<Record<ShareModel, string>> = {
  glmm: 'binomial-normal',
  betaBinomial: 'beta-binomial',
  logit: 'log odds',
  arcsine: 'arcsine',
  raw: 'raw share',
  log: 'log share',
  freemanTukey: 'Freeman-Tukey',
};
const usualModels: readonly [ShareModel, ...ShareModel[]] = ['glmm', 'betaBinomial', 'logit', 'arcsine'];

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

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

function pooledCells({ reading }: ModelledShare): readonly string[] {
  if (!reading.ok) return [];
  const { share, interval, prediction, method } = reading.pooled;
  const next =
    prediction === undefined
      ? ''
      : `${percent(prediction.lower)}–${percent(prediction.upper)} (${prediction.rule})`;
  return [method, percent(share), `${percent(interval.lower)}–${percent(interval.upper)}`, next];
}

const readingText = (reading: PooledShareReading): string => {
  if (reading.ok) {
    const { share, interval } = reading.pooled;
    return `${percent(share)} (${percent(interval.lower)}–${percent(interval.upper)})`;
  }
  const { summed, reason } = reading;
  return summed === undefined
    ? shareRefusalText(reason)
    : `${shareRefusalText(reason)}; exact ${summed.count}/${summed.of}: ${percent(summed.lower)}–${percent(summed.upper)}`;
};

function printHeterogeneity(pooled: readonly ModelledShare[]): void {
  const reading = pooled.find(({ model, reading: { ok } }) => ok && model === 'logit')?.reading;
  if (reading?.ok !== true || reading.pooled.heterogeneity === undefined) return;
  const { q, qP, i2Percent, tau2, verdict } = reading.pooled.heterogeneity;
  if (q === undefined || qP === undefined || i2Percent === undefined) return;
  print(
    verdict
      ? `scatter (log odds): Q ${shown(q)}, p ${shownP(qP)}; I2 ${i2Percent.toFixed(0)}%; tau2 ${shown(tau2)}`
      : `scatter (log odds): Q ${shown(q)}, p ${shownP(qP)}; ${reading.pooled.studies} studies are too few to say how much they differ`,
  );
}

function printSynthesis(synthesis: RateSynthesis, words: string, confidence: number): void {
  const { rates, leftOut, uncounted, panel, pooled, withoutEach, sensitivity, question } = synthesis;
  const level = `${100 * confidence}%`;
  print(`${question.outcome} in ${words}`);
  print('');
  if (rates.length === 0) print('no study answers the question');
  else
    print(
      table([
        ['study', 'count', 'share', `exact ${level}`, 'printed', 'place'],
        ...rates.map(({ rate, share, lower, upper }) => [
          rate.words,
          `${rate.count}/${rate.of}`,
          percent(share),
          `${percent(lower)}–${percent(upper)}`,
          `"${rate.result.printed}"${rate.result.inferred === undefined ? '' : ' (inferred denominator)'}`,
          sourcePlaceText(rate.result.place),
        ]),
      ]),
    );
  const together = pooled.map(pooledCells).filter((cells) => cells.length > 0);
  if (together.length > 0) {
    print('');
    print(table([['together', 'share', `${level} interval`, 'another study (prediction)'], ...together]));
  }
  const refused = Map.groupBy(
    pooled.filter(({ reading }) => !reading.ok),
    ({ reading }) => readingText(reading),
  );
  for (const [text, same] of refused)
    print(
      `${same.length === pooled.length ? 'not pooled' : same.map(({ model }) => modelWords[model]).join(', ')}: ${text}`,
    );
  printHeterogeneity(pooled);
  if (withoutEach.length > 0) {
    const shares = withoutEach.flatMap(({ study, reading }) =>
      reading.ok ? [{ study, share: reading.pooled.share }] : [],
    );
    const [least, ...more] = shares.toSorted((a, b) => a.share - b.share);
    const most = more.at(-1) ?? least;
    if (least !== undefined && most !== undefined)
      print(
        `leaving out one study: ${percent(least.share)} (without ${least.study}) to ${percent(most.share)} (without ${most.study})`,
      );
  }
  for (const { words: choice, studies, reading } of sensitivity)
    print(
      `sensitivity, ${choice}: ${studies === 1 ? '1 study' : `${studies} studies`}, ${readingText(reading)}`,
    );
  const differing = panel.filter(({ differs, unsaid }) => differs || unsaid);
  if (rates.length > 1) {
    print(`\nthese studies differ, or do not say, in ${differing.length} of ${panel.length} fields:`);
    for (const { field, values } of differing)
      print(`  ${field}: ${values.map(({ value, rates: who }) => `${value} (${who.length})`).join('; ')}`);
  }
  const times = describedTimes(rates.map(({ rate }) => rate));
  if (times.length > 0) {
    print('\nmedians as printed, not pooled:');
    for (const { study, result } of times)
      print(
        `  ${study.citation.authors ?? study.id} ${study.citation.year}: ${result.outcome} ${result.printed}${result.intervalPrinted === undefined ? '' : ` (${result.intervalPrinted})`}`,
      );
  }
  const near = leftOut.filter(({ reason }) => reason !== 'otherPopulation' && reason !== 'otherTreatment');
  if (near.length > 0) {
    print('\nnot in:');
    for (const { words: who, result, reason } of near)
      print(`  ${who}, ${result.count}/${result.of}: ${rateLeftOutText(reason)}`);
  }
  if (uncounted.length > 0) {
    print('\nprinted without a count that could be used:');
    for (const { words: who, printed, place } of uncounted)
      print(`  ${who}: ${printed} (${sourcePlaceText(place)})`);
  }
  print('\nWhether these studies may be pooled at all, no model tells. Research use, for professionals.');
}

const csvCell = (text: string | number): string =>
  /[",\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : String(text);

function csvOf({ rates }: RateSynthesis): string {
  const head = [
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
  ];
  const rows = rates.map(({ rate, share, lower, upper }) => [
    rate.words,
    rate.study.id,
    rate.count,
    rate.of,
    rate.result.denominator,
    share,
    lower,
    upper,
    rate.result.printed,
    rate.result.inferred ?? '',
    sourcePlaceText(rate.result.place),
  ]);
  return [head, ...rows].map((row) => row.map(csvCell).join(',')).join('\n');
}

function writeForest(path: string, synthesis: RateSynthesis, words: string): void {
  const data = forestOfSynthesis(synthesis, words);
  if (data === undefined) return;
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

/** Outcomes of which one share has one meaning; counts of markers do not say here of which. */
const markers: readonly string[] = ['markerPresent', 'markerDetected'];

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
    ...(markers.includes(outcome)
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
  const where = whereOf(options.where);
  const drugs = drugsOf(options.drug);
  const known = where === undefined ? undefined : studiesKnownBy(wholeLibrary().studies, options.asOf);
  if (where === undefined || drugs === undefined || known === undefined) return;
  const outcome = countedOutcomes.find((each) => each === options.outcome);
  if (outcome === undefined) {
    const message = `"${options.outcome}" is no outcome that studies count; one of ${countedOutcomes.join(', ')}`;
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
    estimator: options.tau,
    test: tests[options.test],
    prediction: options.prediction,
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
  if (options.figure !== undefined) writeForest(options.figure, synthesis, words);
  if (options.json) print(JSON.stringify(synthesis, null, 2));
  else if (options.csv) print(csvOf(synthesis));
  else {
    printSynthesis(synthesis, words, options.confidence);
    const main = { ...how, model: wanted[0] };
    if (field !== undefined) {
      print(`\nby ${field}, each by itself (studies beside each other, not randomised groups):`);
      for (const { value, studies, reading } of subgroupShares(synthesis, field, main))
        print(`  ${value}: ${studies === 1 ? '1 study' : `${studies} studies`}, ${readingText(reading)}`);
    }
    if (options.cumulative) {
      print('\nafter each report:');
      for (const { study, reading } of cumulativeShares(synthesis, main))
        print(`  + ${study}: ${readingText(reading)}`);
    }
  }
}
