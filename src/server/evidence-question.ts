/**
 * The question of the pool page: its form as typed, and what it asks. What cannot be read is said at its field, and nothing is
 * pooled until all of it can.
 */
import { type Criterion, criterion, printCriterion } from '../criteria/index.ts';
import {
  type ComparedFieldName,
  comparedFieldNames,
  denominatorRules,
  type Paper,
  pooledOutcomes,
  type RateSynthesis,
  type ShareModel,
  type SharePooling,
  type Study,
  shareModels,
  synthesiseRates,
  usualPooling,
} from '../evidence/index.ts';
import { type Issue, type Reading, readStructured, validate } from '../reading/index.ts';
import { readDrug } from '../therapy/index.ts';
import { knownBy } from './evidence-filter.ts';

/** The fields as typed. */
export interface PoolForm {
  readonly outcome: string;
  readonly where: string;
  readonly regimen: string;
  readonly drug: string;
  readonly document: string;
  readonly denominator: string;
  readonly model: string;
  readonly asOf: string;
  readonly asPrinted: boolean;
  readonly withInferred: boolean;
  /** Pools counts of NET and NEC together. */
  readonly mixed: boolean;
  /** A field of the studies; empty where no subgroups are asked for. */
  readonly by: string;
  readonly cumulative: boolean;
  readonly influence: boolean;
  /** Draws the funnel of fewer than ten studies too. */
  readonly funnel: boolean;
}
/** Fields that are ticked or not. */
export type PoolTick = 'asPrinted' | 'withInferred' | 'mixed' | 'cumulative' | 'influence';
/** Fields that can be wrong. */
export type PoolField =
  | 'outcome'
  | 'where'
  | 'regimen'
  | 'drug'
  | 'document'
  | 'denominator'
  | 'model'
  | 'asOf'
  | 'by';
export type PoolIssues = Readonly<Partial<Record<PoolField, readonly Issue[]>>>;

/** The answer, or what is wrong with the question. */
export type PoolAnswer =
  | {
      readonly ok: true;
      readonly synthesis: RateSynthesis;
      /** The model of which subgroups and the share after each report are. */
      readonly main: SharePooling;
      readonly field: ComparedFieldName | undefined;
      readonly words: string;
      readonly known: readonly Study[];
    }
  | { readonly ok: false; readonly issues: PoolIssues };

/** Models that are shown side by side where none is chosen. */
const usualModels: readonly [ShareModel, ...ShareModel[]] = ['glmm', 'betaBinomial', 'logit', 'arcsine'];
const longest = 4000;

/** The form in the query of a request; a field that stands twice counts once. */
export function poolForm(query: Readonly<Record<string, string>>): PoolForm {
  const field = (name: string, usual = ''): string => (query[name] ?? usual).trim().slice(0, longest);
  return {
    outcome: field('outcome', 'objectiveResponse'),
    where: field('where'),
    regimen: field('regimen'),
    drug: field('drug'),
    document: field('document'),
    denominator: field('denominator', 'enrolled'),
    model: field('model'),
    asOf: field('asOf'),
    asPrinted: field('asPrinted') !== '',
    withInferred: field('withInferred') !== '',
    mixed: field('mixed') !== '',
    by: field('by'),
    cumulative: field('cumulative') !== '',
    influence: field('influence') !== '',
    funnel: field('funnel') !== '',
  };
}

/** The fields of a form that say something, as a query has them. */
export const poolFields = (form: PoolForm): readonly [name: string, value: string][] =>
  Object.entries(form).flatMap(([name, value]): [string, string][] => {
    if (value === true) return [[name, 'yes']];
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });

/** The query that asks the same again. */
export const poolQuery = (form: PoolForm): string => `?${new URLSearchParams(poolFields(form)).toString()}`;

function readWhere(text: string): Reading<Criterion> {
  if (text === '')
    return {
      value: undefined,
      issues: [
        {
          code: 'input-empty',
          severity: 'error',
          message: 'say which patients: a criterion such as "disease: { entity: nec }"',
        },
      ],
    };
  const read = readStructured(new TextEncoder().encode(text), { format: 'yaml' });
  if (read.value === undefined) return { value: undefined, issues: read.issues };
  const checked = validate(read.value, criterion);
  return { value: checked.value, issues: [...read.issues, ...checked.issues] };
}

/** Drugs by id, from names with commas between. */
function readDrugs(text: string): Reading<readonly string[]> {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const issues: Issue[] = [];
  const ids = names.flatMap((name): string[] => {
    const read = readDrug(name);
    issues.push(...read.issues.filter(({ severity }) => severity === 'error'));
    if (read.value?.kind === 'drug') return [read.value.drug];
    if (read.value !== undefined)
      issues.push({ code: 'drug-unknown', severity: 'error', message: `"${name}" is no single drug` });
    return [];
  });
  if (issues.length === 0 && ids.length < names.length)
    issues.push({ code: 'drug-unknown', severity: 'error', message: `"${text}" names no drug` });
  return { value: issues.length === 0 ? ids : undefined, issues };
}

const noChoice = (value: string, what: string): Issue => ({
  code: 'wrong-value',
  severity: 'error',
  message: `"${value.slice(0, 60)}" is no ${what}; choose one from the list`,
});

/** Regimens that arms of the library have. */
export const regimensOf = (studies: readonly Study[]): readonly string[] =>
  [...new Set(studies.flatMap(({ arms }) => arms.flatMap(({ regimen }) => regimen ?? [])))].toSorted();

/** Answers the form from the library. */
export function answerPool(form: PoolForm, studies: readonly Study[], papers: readonly Paper[]): PoolAnswer {
  const outcome = pooledOutcomes.find((each) => each === form.outcome);
  const denominator = denominatorRules.find((each) => each === form.denominator);
  const model = shareModels.find((each) => each === form.model);
  const where = readWhere(form.where);
  const drugs = readDrugs(form.drug);
  const known = knownBy(studies, form.asOf);
  const by = comparedFieldNames.find((each) => each === form.by);
  const isRegimen = form.regimen === '' || regimensOf(studies).includes(form.regimen);
  const isPaper = form.document === '' || papers.some(({ id }) => id === form.document);
  const issues: PoolIssues = {
    ...(outcome === undefined ? { outcome: [noChoice(form.outcome, 'outcome that can be pooled')] } : {}),
    ...(denominator === undefined
      ? { denominator: [noChoice(form.denominator, 'kind of denominator')] }
      : {}),
    ...(form.model !== '' && model === undefined ? { model: [noChoice(form.model, 'model')] } : {}),
    ...(where.value === undefined ? { where: where.issues } : {}),
    ...(drugs.value === undefined ? { drug: drugs.issues } : {}),
    ...('code' in known ? { asOf: [known] } : {}),
    ...(form.by !== '' && by === undefined ? { by: [noChoice(form.by, 'field of the studies')] } : {}),
    ...(isRegimen ? {} : { regimen: [noChoice(form.regimen, 'regimen of the library')] }),
    ...(isPaper ? {} : { document: [noChoice(form.document, 'paper of the library')] }),
  };
  if (
    outcome === undefined ||
    denominator === undefined ||
    where.value === undefined ||
    drugs.value === undefined ||
    'code' in known ||
    Object.keys(issues).length > 0
  )
    return { ok: false, issues };
  const models: readonly [ShareModel, ...ShareModel[]] = model === undefined ? usualModels : [model];
  const synthesis = synthesiseRates(
    known,
    {
      outcome,
      where: where.value,
      treatment: drugs.value.length === 0 ? undefined : { drugs: drugs.value, match: 'all' },
      regimen: form.regimen === '' ? undefined : form.regimen,
      denominator,
      reading: form.asPrinted ? 'asPrinted' : 'curated',
      withInferred: form.withInferred,
      document: form.document === '' ? undefined : form.document,
      mixed: form.mixed,
    },
    models,
    usualPooling,
  );
  const main = { ...usualPooling, model: models[0] };
  return { ok: true, synthesis, main, field: by, words: printCriterion(where.value), known };
}
