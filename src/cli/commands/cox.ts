/** `cajal stats cox`: a proportional hazards model of a table, with its basis; where there is none, the reason in words. */
import { type CoxTable, readCoxTable } from '../../formats/index.ts';
import {
  type CoxModel,
  type CoxRefusal,
  type CoxTest,
  coxRegression,
  type FirthModel,
  firthRegression,
  type MonotoneLikelihood,
  type ProportionalHazardsReading,
  proportionalHazardsTest,
} from '../../statistics/index.ts';
import { type CoxCommandOptions, tiesNames, transformNames } from '../cox-options.ts';
import { reportIssues } from '../outcome.ts';
import { coxRefusalText } from './cox-refusal.ts';
import { print, shown, shownP, table } from './stats.ts';
import { readWholeText } from './whole-file.ts';

function tableOf(path: string, options: CoxCommandOptions): CoxTable | undefined {
  const text = readWholeText(path);
  if (text === undefined) return undefined;
  const { time, event, eventIs, entry, covariates, factors, reference, strata, cluster, weights } = options;
  const read = readCoxTable(text, {
    time,
    event,
    covariates,
    factors,
    references: reference,
    ...(eventIs === undefined ? {} : { eventIs }),
    ...(entry === undefined ? {} : { entry }),
    ...(strata === undefined ? {} : { strata }),
    ...(cluster === undefined ? {} : { clusters: cluster }),
    ...(weights === undefined ? {} : { weights }),
  });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  return read.value;
}

const ratio = (value: number | null): string => (value === null ? 'out of range' : shown(value));
const interval = (lower: number | null, upper: number | null): string => `${ratio(lower)} to ${ratio(upper)}`;
const testText = ({ chiSquare, degreesOfFreedom, p }: CoxTest): string =>
  `chi-square ${shown(chiSquare)} on ${degreesOfFreedom}, p ${shownP(p)}`;
const percent = (confidence: number): string => `${Number((confidence * 100).toPrecision(6))}%`;

/** What the numbers rest on, in a sentence. */
function basis(options: CoxCommandOptions, { terms, leftOut }: CoxTable, counted: string): string {
  const references = terms.flatMap(({ name, reference }) =>
    reference === undefined ? [] : [`${name} against ${reference}`],
  );
  const parts = [
    `${options.ties} ties`,
    ...(options.entry === undefined ? [] : [`at risk after ${options.entry}`]),
    ...(options.strata === undefined ? [] : [`strata by ${options.strata}`]),
    ...(options.weights === undefined ? [] : [`weights ${options.weights}`]),
    ...references,
  ];
  return `Proportional hazards (Cox), ${parts.join(', ')}. ${counted}, ${leftOut} rows left out.`;
}

function hazardsTestText(read: ProportionalHazardsReading): string {
  if (!read.ok) return `proportional hazards: no test, ${coxRefusalText(read.reason)}`;
  const { terms, global, transform } = read.tests;
  const rows = [...terms, { name: 'all', test: global }].map(({ name, test }) => [
    name,
    test === null ? 'no test' : shown(test.chiSquare),
    test === null ? '' : String(test.degreesOfFreedom),
    test === null ? '' : shownP(test.p),
  ]);
  return `proportional hazards, over ${transform} time\n${table([['covariate', 'chi-square', 'df', 'p'], ...rows])}`;
}

function modelText(model: CoxModel, given: CoxTable, options: CoxCommandOptions): string {
  const rows = model.coefficients.map((own) => [
    own.name,
    shown(own.coefficient),
    shown(own.standardError),
    ratio(own.hazardRatio),
    interval(own.lower, own.upper),
    own.p === null ? '' : shownP(own.p),
  ]);
  const { concordance, wald, clusterCount, dropped } = model;
  const lines = [
    table([
      ['covariate', 'coefficient', 'error', 'hazard ratio', `${percent(model.confidence)} interval`, 'p'],
      ...rows,
    ]),
    '',
    table([
      ['likelihood ratio', testText(model.likelihoodRatio)],
      ['Wald', wald === null ? 'no test, the robust variance is singular' : testText(wald)],
      ['score', testText(model.score)],
      [
        'concordance',
        concordance === null
          ? 'no pair can be compared'
          : `${shown(concordance.concordance)}, error ${shown(concordance.standardError)}`,
      ],
    ]),
  ];
  const robust = clusterCount === null ? '' : ` Robust errors by ${clusterCount} clusters.`;
  const left = dropped.length === 0 ? '' : ` Dropped, because others already say it: ${dropped.join(', ')}.`;
  const counted = `${model.subjects} rows, ${model.eventCount} events`;
  return `${lines.join('\n')}\n\n${basis(options, given, counted)}${robust}${left}`;
}

function firthText(model: FirthModel, given: CoxTable, options: CoxCommandOptions): string {
  const rows = model.coefficients.map((own) => [
    own.name,
    shown(own.coefficient),
    shown(own.standardError),
    ratio(own.hazardRatio),
    interval(own.lower, own.upper),
    own.test === null ? '' : shownP(own.test.p),
  ]);
  return [
    table([
      ['covariate', 'coefficient', 'error', 'hazard ratio', `${percent(model.confidence)} interval`, 'p'],
      ...rows,
    ]),
    '',
    `likelihood ratio  ${testText(model.likelihoodRatio)}`,
    '',
    `Firth's penalty; interval and p by its profile. ${basis(options, given, `${model.subjects} rows, ${model.eventCount} events`)}${options.cluster === undefined ? '' : ' The clusters are not used.'}`,
  ].join('\n');
}

function monotoneText({ diverging, likelihoodRatio, score, ...counts }: MonotoneLikelihood): string {
  const names = diverging.map(
    ({ name, towards }) =>
      `the hazard ratio of ${name} goes to ${towards === 'infinity' ? 'infinity' : '0'} without end`,
  );
  return [
    `No estimate: ${names.join('; ')} (monotone likelihood, ${counts.subjects} rows, ${counts.eventCount} events).`,
    'The tests hold all the same:',
    table([
      ['likelihood ratio', testText(likelihoodRatio)],
      ['score', testText(score)],
    ]),
  ].join('\n');
}

/** Firth's answer, where it can be had: its ties are those of the model, Efron's for the exact likelihood. */
function firthOf(given: CoxTable, options: CoxCommandOptions) {
  const ties = options.ties === 'breslow' ? 'breslow' : 'efron';
  return {
    read: firthRegression(given.columns, { ties, confidence: options.confidence }),
    options: { ...options, ties },
  };
}

function refuse(path: string, given: CoxTable, { reason, row, covariates }: CoxRefusal): void {
  const line = row === undefined ? undefined : given.lines[row];
  const which = covariates === undefined ? '' : `: ${covariates.join(', ')}`;
  reportIssues([
    {
      code: 'wrong-value',
      severity: 'error',
      message: `there is no model: ${coxRefusalText(reason)}${which}`,
      source: path,
      ...(line === undefined ? {} : { line }),
    },
  ]);
}

const asJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

function printFirth(path: string, given: CoxTable, options: CoxCommandOptions, heading = ''): void {
  const { read, options: used } = firthOf(given, options);
  if (!read.ok) refuse(path, given, read);
  else if (options.json)
    asJson({ method: 'firth', leftOut: given.leftOut, terms: given.terms, ...read.model });
  else print(`${heading}${firthText(read.model, given, used)}`);
}

/** A model of a table. */
export function coxCommand(path: string, options: CoxCommandOptions): void {
  const given = tableOf(path, options);
  if (given === undefined) return;
  if (options.firth) {
    printFirth(path, given, options);
    return;
  }
  const { columns, terms, leftOut } = given;
  const read = coxRegression(columns, {
    ties: tiesNames.find((name) => name === options.ties) ?? 'efron',
    confidence: options.confidence,
    aliased: options.dropAliased ? 'drop' : 'refuse',
  });
  if (!read.ok && read.reason !== 'monotoneLikelihood') {
    refuse(path, given, read);
    return;
  }
  if (!read.ok) {
    const firth = firthOf(given, options).read;
    if (options.json)
      asJson({
        method: 'cox',
        leftOut,
        terms,
        reason: read.reason,
        ...read.monotone,
        firth: firth.ok ? firth.model : null,
      });
    else {
      print(`${monotoneText(read.monotone)}\n`);
      printFirth(path, given, options);
    }
    return;
  }
  const transform = transformNames.find((name) => name === options.phTest);
  const hazards =
    transform === undefined
      ? undefined
      : proportionalHazardsTest(columns, read.model, {
          transform,
          terms: Object.fromEntries(terms.map(({ name, covariates }) => [name, covariates])),
        });
  if (options.json)
    asJson({
      method: 'cox',
      leftOut,
      terms,
      ...read.model,
      ...(hazards === undefined
        ? {}
        : { proportionalHazards: hazards.ok ? hazards.tests : { reason: hazards.reason } }),
    });
  else {
    print(modelText(read.model, given, options));
    if (hazards !== undefined) print(`\n${hazardsTestText(hazards)}`);
  }
}
