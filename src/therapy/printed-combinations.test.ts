/**
 * Every run of therapy names in the five papers, found by a scan and not by a list: names of the register joined by a
 * sign or a word. Each is read as one treatment or refused as several; none is unknown.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { drugClasses } from './drug-class.ts';
import { drugs } from './drugs.ts';
import { readRegimen } from './read-regimen.ts';
import { regimens } from './regimens.ts';

const papersFolder = process.env['CAJAL_SEEDS'] ?? join(import.meta.dirname, '../../../shared/seeds');
const texts = existsSync(papersFolder)
  ? readdirSync(papersFolder)
      .filter((name) => /^\d{3}_.*\.txt$/.test(name))
      .sort()
      .map((name) => readFileSync(join(papersFolder, name), 'utf8'))
  : [];
const skip = texts.length === 5 ? false : `the papers are not at ${papersFolder}`;

const escaped = (text: string): string =>
  text
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`)
    .replaceAll('-', String.raw`\p{Pd}?\s*`);
const printedNames = [...drugs, ...drugClasses, ...regimens]
  .flatMap((each) => each.names.map((name) => name.text))
  .sort((a, b) => b.length - a.length)
  .map(escaped);
const name = String.raw`(?<![\p{L}\p{N}])(?:${printedNames.join('|')})s?(?![\p{L}\p{N}])(?:\p{Pd}(?:based|containing))?(?:\s+(?:tx|treatment|therapy|chemotherapy)(?!\p{L}))?`;
const joint = String.raw`(?:\s*[/,+&]\s*(?:and\s+)?|\s+(?:and|plus|with|or|versus)\s+)`;
const run = new RegExp(`${name}(?:${joint}${name})+`, 'giu');

/** The text with the hyphens of broken lines taken out, except before a word that keeps its own. */
const unbroken = (text: string): string =>
  text
    .replaceAll(/\p{Pd}\s*\n(?!based|containing)/gu, '')
    .replaceAll(/\p{Pd}\s*\n/gu, '-')
    .replaceAll(/\s+/g, ' ');

/** What a run is read as: a regimen, members with `+`, or the code that refuses it. */
function reading(printed: string): string {
  const { value, issues } = readRegimen(printed);
  if (value === undefined) return [...new Set(issues.map((issue) => issue.code))].join(' ');
  if (value.regimen !== undefined) return value.regimen;
  const members = [...value.drugs, ...value.drugClasses.map((id) => `class ${id}`)].join('+');
  return value.open ? `${members}...` : members;
}

/** Each run, once however often it is printed, with what it is read as; checked one by one against the papers. */
const expected: readonly (readonly [printed: string, read: string])[] = [
  ['177Lu plus octreotide LAR', 'lutetium-177-dotatate-octreotide'],
  ['177Lu plus octreotide long-acting repeatable (LAR)', 'lutetium-177-dotatate-octreotide'],
  ['5-FU and oxaliplatin', 'fluorouracil+oxaliplatin'],
  ['5-FU, 5-fluorouracil', 'drug-ambiguous'],
  ['5-FU, leucovorin, and irinotecan', 'folfiri'],
  ['5-FU, streptozocin, and doxorubicin', 'fluorouracil-doxorubicin-streptozocin'],
  ['5-fluorouracil and streptozocin-based chemotherapy', 'fluorouracil+streptozocin...'],
  ['5FU/doxorubicin/streptozocin', 'fluorouracil-doxorubicin-streptozocin'],
  ['CAPTEM or platinum and etoposide therapy', 'drug-ambiguous'],
  ['CAPTEM, capecitabine and temozolomide', 'captem'],
  ['CATEM, capecitabine and temozolomide', 'captem'],
  ['CTX, chemotherapy', 'drug-ambiguous'],
  ['Cisplatin Versus Carboplatin', 'drug-ambiguous'],
  ['Cisplatin/ etoposide', 'cisplatin-etoposide'],
  ['Cisplatin/Carboplatin + Etoposide', 'drug-ambiguous'],
  ['Everolimus, capecitabine and temozolamide, sunitinib', 'drug-ambiguous'],
  ['FOLFIRI and FOLFOX', 'drug-ambiguous'],
  ['FOLFIRI, 5-FU, leucovorin, and irinotecan', 'folfiri'],
  ['FOLFOX, oxaliplatin, leucovorin, and 5-FU', 'folfox'],
  ['IP or etoposide', 'drug-ambiguous'],
  ['IP, irinotechan/cisplatin', 'irinotecan-cisplatin'],
  ['Irinotecan and cisplatin', 'irinotecan-cisplatin'],
  ['Irinotecan and cisplatin or etoposide and cisplatin', 'drug-ambiguous'],
  ['Irinotecan and cisplatin or irinotecan and carboplatin', 'drug-ambiguous'],
  ['KIF11 inhibitor and imatinib', 'kif11-inhibitor+imatinib'],
  ['PRRT versus chemotherapy', 'drug-ambiguous'],
  ['Paclitaxel/ carboplatin/ etoposide', 'carboplatin-etoposide-paclitaxel'],
  ['SSA, somatostatin analog', 'drug-ambiguous'],
  ['STZ, streptozotocin', 'drug-ambiguous'],
  ['XELOX, oxaliplatin and capecitabine', 'capox'],
  ['anti‑PD1 treatment and dacarbazine‑based treatment', 'drug-ambiguous'],
  ['capecitabine and oxaliplatin', 'capox'],
  ['capecitabine and temozolomide', 'captem'],
  ['capecitabine or bevacizumab', 'drug-ambiguous'],
  ['carboplatin and cisplatin', 'drug-ambiguous'],
  ['carboplatin or cisplatin', 'drug-ambiguous'],
  ['carboplatin, etoposide, and paclitaxel', 'carboplatin-etoposide-paclitaxel'],
  ['carboplatin/ paclitaxel/ etoposide', 'carboplatin-etoposide-paclitaxel'],
  ['carboplatin/etoposide', 'carboplatin-etoposide'],
  ['carboplatin/etoposide/vincristine', 'carboplatin-etoposide-vincristine'],
  ['checkpoint inhibitors with chemotherapy', 'class checkpoint-inhibitor+class cytotoxic'],
  ['chemotherapy or PRRT', 'drug-ambiguous'],
  ['cisplatin and carboplatin', 'drug-ambiguous'],
  ['cisplatin and carboplatin versus etoposide and irinotecan', 'drug-ambiguous'],
  ['cisplatin and etoposide', 'cisplatin-etoposide'],
  ['cisplatin and irinotecan', 'irinotecan-cisplatin'],
  ['cisplatin or carboplatin', 'drug-ambiguous'],
  ['cisplatin/carboplatin and etoposide', 'drug-ambiguous'],
  ['cisplatin/carboplatin-based therapy', 'drug-ambiguous'],
  ['cisplatin/etoposide', 'cisplatin-etoposide'],
  ['cisplatin/irinotecan', 'irinotecan-cisplatin'],
  ['cisplatin/irinotecan and cisplatin/ etoposide treatment', 'drug-ambiguous'],
  ['cisplatin/irinotecan and cisplatin/etoposide', 'drug-ambiguous'],
  ['cisplatin/irinotecan and cisplatin/etoposide treatment', 'drug-ambiguous'],
  ['cisplatin/irinotecan or cisplatin/etoposide', 'drug-ambiguous'],
  ['cisplatin/irinotecan versus cisplatin/etoposide', 'drug-ambiguous'],
  ['etoposide and platinum-based chemotherapy', 'etoposide+class platinum...'],
  ['etoposide plus cisplatin', 'cisplatin-etoposide'],
  ['everolimus, sunitinib, and interferon', 'drug-ambiguous'],
  ['fluorouracil, doxorubicin, and streptozocin', 'fluorouracil-doxorubicin-streptozocin'],
  ['immunotherapy and PRRT', 'class immunotherapy+class prrt'],
  ['irinotecan and cisplatin', 'irinotecan-cisplatin'],
  ['nivolumab and ipilimumab', 'ipilimumab-nivolumab'],
  ['oxaliplatin and capecitabine', 'capox'],
  ['paclitaxel and carboplatin', 'paclitaxel+carboplatin'],
  ['paclitaxel/ etoposide', 'etoposide-paclitaxel'],
  ['pembrolizumab or nivolumab', 'drug-ambiguous'],
  ['platinum and etoposide', 'etoposide+class platinum'],
  ['platinum plus etoposide', 'etoposide+class platinum'],
  ['platinum-based chemotherapy with etoposide', 'etoposide+class platinum...'],
  ['platinum-based tx /etoposide', 'etoposide+class platinum...'],
  ['platinum-based tx/etoposide', 'etoposide+class platinum...'],
  ['radionuclide therapy with SSAs', 'class radionuclide-therapy+class somatostatin-analogue'],
  ['somatostatin analog, everolimus, capecitabine and temozolomide, fosbretabulin', 'drug-ambiguous'],
  [
    'somatostatin analog, sunitinib, capecitabine and temozolamide, everolimus and fosbretabulin',
    'drug-ambiguous',
  ],
  ['somatostatin analogs, everolimus, capecitabine and temozolamide', 'drug-ambiguous'],
  ['streptozocin and 5-fluorouracil', 'fluorouracil-streptozocin'],
  ['sunitinib and everolimus', 'sunitinib+everolimus'],
  ['targeted therapy, radionuclide therapy', 'drug-ambiguous'],
  ['temozolomide and capecitabine', 'captem'],
  ['temozolomide and capecitabine chemotherapy', 'captem'],
  ['temozolomide and streptozocin', 'drug-ambiguous'],
  ['temozolomide with CAPTEM or temozolomide', 'drug-ambiguous'],
];

test('every run of names in the papers is one treatment, or is refused as several', { skip }, () => {
  const runs = texts.flatMap((text) => [...unbroken(text).matchAll(run)].map(([printed]) => printed));
  assert.deepEqual(
    [...new Set(runs)].sort().map((printed) => [printed, reading(printed)]),
    expected,
  );
});
