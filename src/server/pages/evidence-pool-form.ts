/** The form of the pool page: what is asked, with examples, and what is wrong at its field. */
import {
  comparedFieldNames,
  denominatorRules,
  libraryWords,
  type Paper,
  pooledOutcomes,
  shareModels,
  shareModelText,
} from '../../evidence/index.ts';
import {
  type PoolField,
  type PoolForm,
  type PoolIssues,
  type PoolTick,
  poolForm,
  poolQuery,
} from '../evidence-question.ts';
import { asOfField, selectField, textField } from './evidence-table.ts';
import { issueList } from './issue-list.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What the form offers. */
export interface PoolChoices {
  readonly regimens: readonly string[];
  readonly papers: readonly Paper[];
}

const denominatorWords = {
  analysed: 'as the study itself counted',
  enrolled: 'enrolled patients only',
  evaluable: 'evaluable patients only',
} as const satisfies Readonly<Record<(typeof denominatorRules)[number], string>>;

const examples = [
  { words: 'neuroendocrine carcinoma of any site', query: { where: 'disease: { entity: nec }' } },
  {
    words: 'carcinoma, cisplatin and etoposide',
    query: { where: 'disease: { entity: nec }', regimen: 'cisplatin-etoposide' },
  },
  {
    words: 'carcinoma, the studies of paper 004, with inferred denominators',
    query: { where: 'disease: { entity: nec }', document: '004', withInferred: 'yes' },
  },
  { words: 'neuroendocrine tumour of any site', query: { where: 'disease: { entity: net }' } },
] as const;

/** The form. */
export function evidencePoolForm(
  form: PoolForm,
  issues: PoolIssues,
  { regimens, papers }: PoolChoices,
): Markup {
  const wrong = (field: PoolField): Insertion => {
    const found = issues[field];
    return found === undefined ? undefined : issueList(found);
  };
  const whereWrong = wrong('where');
  const tick = (name: PoolTick, words: string): Markup =>
    markup`<div class="app-field app-tick"><input type="checkbox" id="${name}" name="${name}" value="yes"${form[name] ? markup` checked` : undefined}><label for="${name}">${words}</label></div>`;
  return markup`<form class="app-sieve" method="get" action="/evidence/pool" aria-label="What is pooled">
<div class="app-field app-wide"><label for="where">Patients, as a criterion</label><textarea id="where" name="where" rows="3" required spellcheck="false" autocapitalize="off" autocomplete="off" maxlength="4000" aria-describedby="where-hint${whereWrong === undefined ? '' : ' where-wrong'}"${whereWrong === undefined ? undefined : markup` aria-invalid="true"`}>
${form.where}</textarea><p class="app-hint" id="where-hint">In the language of the criteria, such as <code>disease: { entity: nec }</code> or <code>all: [{ disease: { entity: nec } }, ...]</code></p>${whereWrong === undefined ? undefined : markup`<div class="app-wrong" id="where-wrong">${whereWrong}</div>`}</div>
${selectField(
  'outcome',
  'Outcome',
  pooledOutcomes.map((value) => ({ value, words: libraryWords(value) })),
  form.outcome,
  wrong('outcome'),
)}
${selectField(
  'regimen',
  'Regimen',
  [{ value: '', words: 'any' }, ...regimens.map((value) => ({ value, words: value }))],
  form.regimen,
  wrong('regimen'),
)}
${textField('drug', 'Drugs', form.drug, 'Names with commas between: arms with all of them', wrong('drug'))}
${selectField(
  'denominator',
  'Denominator',
  denominatorRules.map((value) => ({ value, words: denominatorWords[value] })),
  form.denominator,
  wrong('denominator'),
)}
${selectField(
  'model',
  'Model',
  [
    { value: '', words: 'four side by side' },
    ...shareModels.map((value) => ({ value, words: shareModelText(value) })),
  ],
  form.model,
  wrong('model'),
)}
${selectField(
  'document',
  'Only printed in',
  [
    { value: '', words: 'any source' },
    ...papers.map(({ id, title }) => ({ value: id, words: `paper ${id}: ${title.slice(0, 50)}` })),
  ],
  form.document,
  wrong('document'),
)}
${asOfField(form.asOf, issues.asOf)}
${selectField(
  'by',
  'Subgroups by',
  [{ value: '', words: 'none' }, ...comparedFieldNames.map((value) => ({ value, words: value }))],
  form.by,
  wrong('by'),
)}
${tick('withInferred', 'Also counts over inferred denominators')}
${tick('asPrinted', 'Call patients what the paper calls them')}
${tick('mixed', 'Also pool counts of NET and NEC together')}
${tick('cumulative', 'Also the pooled share after each report')}
${tick('influence', 'Also what each study does to it')}
<p class="app-do"><button type="submit">Pool</button></p>
</form>
<details class="app-question"${form.where === '' ? markup` open` : undefined}><summary>Examples</summary><ul class="app-links">${examples.map(
    ({ words, query }) =>
      markup`<li><a class="app-target" href="/evidence/pool${poolQuery(poolForm(query))}">${words}</a></li>`,
  )}</ul></details>`;
}
