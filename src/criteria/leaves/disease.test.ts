/**
 * The disease as a region of the entity tree: a group that holds the tumour is met, a part of what it may be is unknown,
 * another class, site or lineage is unmet. NET is never NEC, and neither is an adenocarcinoma of the same organ.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const at = (site: string, more: object = {}) => ({ site, certainty: 'established', ...more });
const tumour = (printed: string, site: string, more: object = {}, pathology: object = {}) => ({
  diagnoses: [{ id: 'd', printed, year: 2020 }],
  primary: [at(site, more)],
  pathology: [{ id: 'p', differentiation: 'unstated', ...pathology }],
});
const net = (site: string, more: object = {}) =>
  tumour('well-differentiated neuroendocrine tumour', site, more, { differentiation: 'well' });
const nec = (site: string) =>
  tumour('poorly differentiated neuroendocrine carcinoma', site, {}, { differentiation: 'poor' });
const named = (entity: string, site: string) => ({ primary: [at(site, { entity })] });
const is = (entity: string): Criterion => ({ disease: { entity } });

const rows: readonly AnswerRow[] = [
  ['a pancreatic NET is a NET', net('pancreas'), is('net'), 'met'],
  ['a pancreatic NET is a pancreatic NET', net('pancreas'), is('net-pancreas'), 'met'],
  ['a pancreatic NET is a GEP NEN', net('pancreas'), is('nen-gastroenteropancreatic'), 'met'],
  ['a pancreatic NET is a solid tumour', net('pancreas'), is('solid-tumour'), 'met'],
  ['a pancreatic NET is no NEC', net('pancreas'), is('nec'), 'unmet'],
  ['a pancreatic NET is no pancreatic NEC', net('pancreas'), is('nec-pancreas'), 'unmet'],
  [
    'a pancreatic NET is no pancreatic adenocarcinoma',
    net('pancreas'),
    is('adenocarcinoma-pancreas'),
    'unmet',
  ],
  ['a pancreatic NET is no NET of the small intestine', net('pancreas'), is('net-small-intestine'), 'unmet'],
  ['a pancreatic NET is no lung NET', net('pancreas'), is('net-lung'), 'unmet'],
  ['a pancreatic NEC is a NEC', nec('pancreas'), is('nec'), 'met'],
  ['a pancreatic NEC is no NET', nec('pancreas'), is('net'), 'unmet'],
  ['a pancreatic NEC is an extrapulmonary NEC', nec('pancreas'), is('nec-extrapulmonary'), 'met'],
  ['a lung NEC is not extrapulmonary', nec('lung'), is('nec-extrapulmonary'), 'unmet'],
  [
    'a NET of unknown primary may be of the pancreas',
    net('unknown', { certainty: 'unknown' }),
    is('net-pancreas'),
    'ambiguous',
  ],
  ['a NET of unknown primary is a NET', net('unknown', { certainty: 'unknown' }), is('net'), 'met'],
  ['a NET of unknown primary is no NEC', net('unknown', { certainty: 'unknown' }), is('nec'), 'unmet'],
  ['a NET of any lung class may be typical', net('lung'), is('net-lung-typical'), 'ambiguous'],
  [
    'a NEN of which nothing is stated may be a NET',
    tumour('neuroendocrine neoplasm', 'pancreas'),
    is('net'),
    'ambiguous',
  ],
  [
    'a NEN of which nothing is stated is a NEN',
    tumour('neuroendocrine neoplasm', 'pancreas'),
    is('nen'),
    'met',
  ],
  ['nothing recorded', {}, is('net'), 'notRecorded'],
  ['a site without a lineage', { primary: [at('pancreas')] }, is('net-pancreas'), 'notRecorded'],
  ['another site without a lineage', { primary: [at('pancreas')] }, is('net-lung'), 'unmet'],
  ['a cancer of unknown primary, stated as such', named('unknown-primary', 'unknown'), is('net'), 'unmet'],
  ['an acral melanoma is a melanoma', named('melanoma-acral', 'skin'), is('melanoma'), 'met'],
  ['an acral melanoma is an acral melanoma', named('melanoma-acral', 'skin'), is('melanoma-acral'), 'met'],
  [
    'an acral melanoma is no mucosal melanoma',
    named('melanoma-acral', 'skin'),
    is('melanoma-mucosal'),
    'unmet',
  ],
  ['a melanoma may be acral', named('melanoma', 'skin'), is('melanoma-acral'), 'ambiguous'],
  ['a melanoma is no NET', named('melanoma-acral', 'skin'), is('net'), 'unmet'],
  ['a melanoma is no GIST', named('melanoma-acral', 'skin'), is('gist'), 'unmet'],
  [
    'an adenocarcinoma of the pancreas is no NEC of it',
    named('adenocarcinoma-pancreas', 'pancreas'),
    is('nec-pancreas'),
    'unmet',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

const settling: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
  ['the primary', net('unknown', { certainty: 'unknown' }), 'net-pancreas', 'look for the primary'],
  ['the class', tumour('neuroendocrine neoplasm', 'pancreas'), 'net', 'pathology review of differentiation'],
  ['the subtype', named('melanoma', 'skin'), 'melanoma-acral', 'pathology review of the subtype'],
];
for (const [name, fields, entity, expected] of settling) {
  test(`what settles ${name}`, () => {
    assert.equal(askRow(['', fields, is(entity), '']).settledBy, expected);
  });
}

const printed: readonly (readonly [Criterion, string])[] = [
  [is('net-pancreas'), 'pancreatic neuroendocrine tumour'],
  [is('melanoma-acral'), 'acral melanoma'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
