/** Every drug mention of the five papers is read to one drug, one class or one regimen, at the line that prints it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDrug } from './read-drug.ts';
import { readRegimen } from './read-regimen.ts';

const papersFolder = process.env['CAJAL_SEEDS'] ?? join(import.meta.dirname, '../../../shared/seeds');
const papers = new Map<string, readonly string[]>(
  existsSync(papersFolder)
    ? readdirSync(papersFolder)
        .filter((name) => /^\d{3}_.*\.txt$/.test(name))
        .map(
          (name) => [name.slice(0, 3), readFileSync(join(papersFolder, name), 'utf8').split('\n')] as const,
        )
    : [],
);
const skip = papers.size === 5 ? false : `the papers are not at ${papersFolder}`;

/** `000:9-10` and the printed words; then what they are read as. */
type Mention = readonly [place: string, printed: string, read: string];

const drugMentions: readonly Mention[] = [
  ['000:9-10', 'KIF11 inhibitor', 'kif11-inhibitor'],
  ['000:13', 'imatinib', 'imatinib'],
  ['000:19', 'Imatinib', 'imatinib'],
  ['000:27-28', '5-fluorouracil', 'fluorouracil'],
  ['000:28', 'streptozocin', 'streptozocin'],
  ['000:36', 'sunitinib', 'sunitinib'],
  ['000:36', 'everolimus', 'everolimus'],
  ['000:56', 'inhibitor of KIF11', 'kif11-inhibitor'],
  ['000:69', 'KIF11 inhibitor', 'kif11-inhibitor'],
  ['000:83', 'kinesin 11 (KIF11) inhibitor', 'kif11-inhibitor'],
  ['000:184', 'alkylating agents', 'class alkylating'],
  ['000:185', 'temozolomide', 'temozolomide'],
  ['000:206-207', 'kinesin-5 inhibitor', 'kif11-inhibitor'],
  ['000:290-291', 'inhibitor of kinesin-5', 'kif11-inhibitor'],
  ['000:317', 'Everolimus', 'everolimus'],
  ['000:318', 'Sunitinib', 'sunitinib'],
  ['000:320', 'Dasatinib', 'dasatinib'],
  ['001:5', 'TRK-targeted therapy', 'class trk-inhibitor'],
  ['001:8', 'entrectinib', 'entrectinib'],
  ['001:145', 'Entrectinib', 'entrectinib'],
  ['001:174-175', 'temozolomide', 'temozolomide'],
  ['001:175', 'capecitabine', 'capecitabine'],
  ['001:267-268', 'TRK-targeting therapy', 'class trk-inhibitor'],
  ['001:311', 'NTRK-targeted therapies', 'class trk-inhibitor'],
  ['002:2', 'imatinib', 'imatinib'],
  ['002:38', 'STI571', 'imatinib'],
  ['002:38', 'Gleevec', 'imatinib'],
  ['002:39', 'Glivec', 'imatinib'],
  ['002:66', 'imatinib mesylate', 'imatinib'],
  ['002:118', 'corticosteroids', 'class corticosteroid'],
  ['002:166', 'pembrolizumab', 'pembrolizumab'],
  ['002:168', 'nivolumab', 'nivolumab'],
  ['002:170', 'anti‑PD1 antibody', 'class pd-1-inhibitor'],
  ['002:175', 'anti‑PD‑1 treatment', 'class pd-1-inhibitor'],
  ['002:389', 'TKIs', 'class tyrosine-kinase-inhibitor'],
  ['002:405', 'MEK inhibitors', 'class mek-inhibitor'],
  ['002:415-416', 'anti‑PD1 therapy', 'class pd-1-inhibitor'],
  ['003:3', 'immune checkpoint inhibitors', 'class checkpoint-inhibitor'],
  ['003:7', 'interferon', 'class interferon'],
  ['003:7', 'INF-alfa', 'interferon-alfa'],
  ['003:45-46', 'somatostatin analog', 'class somatostatin-analogue'],
  ['003:46', 'sunitinib', 'sunitinib'],
  ['003:48', 'temozolamide', 'temozolomide'],
  ['003:49', 'everolimus', 'everolimus'],
  ['003:50', 'fosbretabulin', 'fosbretabulin'],
  ['003:53', 'pembrolizumab', 'pembrolizumab'],
  ['003:70', 'temozolomide', 'temozolomide'],
  ['003:71', 'fosbretabulin', 'fosbretabulin'],
  ['003:74', 'nivolumab', 'nivolumab'],
  ['003:86', 'temozolamide', 'temozolomide'],
  ['003:87', 'sunitinib', 'sunitinib'],
  ['003:101-102', 'somatostatin analogs', 'class somatostatin-analogue'],
  ['003:105', 'temozolamide', 'temozolomide'],
  ['004:13', 'etoposide', 'etoposide'],
  ['004:14', 'cisplatin', 'cisplatin'],
  ['004:15', 'carboplatin', 'carboplatin'],
  ['004:15', 'irinotecan', 'irinotecan'],
  ['004:22-23', 'peptide receptor radionuclide therapy', 'class prrt'],
  ['004:26', 'checkpoint inhibitors', 'class checkpoint-inhibitor'],
  ['004:66', 'somatostatin analogs', 'class somatostatin-analogue'],
  ['004:66', 'SSAs', 'class somatostatin-analogue'],
  ['004:66-67', 'everolimus', 'everolimus'],
  ['004:67', 'interferon', 'class interferon'],
  ['004:91', 'PRRT', 'class prrt'],
  ['004:92-93', 'Immunotherapy', 'class immunotherapy'],
  ['004:170', 'streptozotocin', 'streptozocin'],
  ['004:380', 'STZ', 'streptozocin'],
  ['004:476', 'Paclitaxel', 'paclitaxel'],
  ['004:532', 'vincristine', 'vincristine'],
  ['004:580', 'Paclitaxel', 'paclitaxel'],
  ['004:822', 'CTX', 'class cytotoxic'],
  ['004:824', 'SSA', 'class somatostatin-analogue'],
  ['004:1030', 'irinotechan', 'irinotecan'],
  ['004:1031-1032', 'somatostatin analog', 'class somatostatin-analogue'],
  ['004:1082', 'alkylating agent', 'class alkylating'],
  ['004:1127', 'targeted therapy', 'class targeted'],
  ['004:1128-1129', 'radionuclide therapy', 'class radionuclide-therapy'],
  ['004:1244', '5-FU', 'fluorouracil'],
  ['004:1245', 'streptozocin', 'streptozocin'],
  ['004:1247', 'doxorubicin', 'doxorubicin'],
  ['004:1274', '5-fluorouracil', 'fluorouracil'],
  ['004:1277', 'oxaliplatin', 'oxaliplatin'],
  ['004:1336', 'fluorouracil', 'fluorouracil'],
  ['004:1354', 'leucovorin', 'leucovorin'],
  ['004:1368-1369', 'Topoisomerase 1 inhibitors', 'class topoisomerase-1-inhibitor'],
  ['004:1402', 'bevacizumab', 'bevacizumab'],
  ['004:1450', 'PD-1 inhibitor', 'class pd-1-inhibitor'],
  ['004:1451-1452', 'CTLA-4 inhibitor', 'class ctla-4-inhibitor'],
  ['004:1452', 'ipilimumab', 'ipilimumab'],
  ['004:1658-1659', 'pembrolizumab', 'pembrolizumab'],
  ['004:1698', 'PD-1 inhibitors', 'class pd-1-inhibitor'],
  ['004:1713', 'lutetium-177 (177Lu)', 'lutetium-177-dotatate'],
  ['004:1728', '177Lu', 'lutetium-177-dotatate'],
  ['004:1738', 'octreotide long-acting repeatable (LAR)', 'octreotide'],
  ['004:1739', 'octreotide LAR', 'octreotide'],
  ['001:161-162', 'Indium-111 octreotide scan', 'drug-ambiguous'],
  ['001:162', 'Octreoscan', 'drug-ambiguous'],
  ['004:1713', 'yttrium-90 (90Y)', 'drug-ambiguous'],
  ['004:1713-1714', 'indium-111 (111In)', 'drug-ambiguous'],
  ['004:1721', 'gallium-68', 'drug-ambiguous'],
];

/** Read as a regimen id, or `drugs` with `+` between ids, `...` for "and perhaps others", or an issue code. */
const regimenMentions: readonly Mention[] = [
  ['000:23-24', 'cisplatin and etoposide', 'cisplatin-etoposide'],
  ['000:27-28', '5-fluorouracil and streptozocin-based chemotherapy', 'fluorouracil+streptozocin...'],
  ['000:87-88', 'imatinib therapy', 'imatinib'],
  ['000:143-144', 'imatinib at a standard dose of 400 mg/d', 'imatinib-400-daily'],
  ['000:154', 'imatinib at 400 mg/d', 'imatinib-400-daily'],
  ['001:174-175', 'combination temozolomide and capecitabine', 'captem'],
  ['001:299', 'combination temozolomide and capecitabine chemotherapy', 'captem'],
  ['002:5', 'Imatinib (400 mg daily)', 'imatinib-400-daily'],
  ['002:66', 'imatinib mesylate (400 mg daily)', 'imatinib-400-daily'],
  ['002:66', 'Oral imatinib mesylate (400 mg daily)', 'imatinib-400-daily'],
  ['002:405', 'BRAF and MEK inhibitors', 'class braf-inhibitor+class mek-inhibitor'],
  ['002:168', 'pembrolizumab or nivolumab', 'drug-ambiguous'],
  ['002:200', 'dacarbazine‑based treatment', 'dacarbazine...'],
  ['003:7', 'interferon (INF-alfa)', 'interferon-alfa'],
  [
    '003:45-50',
    'somatostatin analog, sunitinib, capecitabine and temozolamide, everolimus and fosbretabulin',
    'drug-ambiguous',
  ],
  ['003:47-48', 'capecitabine and temozolamide', 'captem'],
  ['003:69-70', 'capecitabine and temozolomide', 'captem'],
  ['003:85-86', 'capecitabine and temozolamide', 'captem'],
  ['003:104-105', 'capecitabine and temozolamide', 'captem'],
  ['004:12-13', 'platinum-based chemotherapy with etoposide', 'etoposide+class platinum...'],
  ['004:66', 'somatostatin analogs (SSAs)', 'class somatostatin-analogue'],
  ['004:83', 'etoposide and platinum-based chemotherapy', 'etoposide+class platinum...'],
  ['004:107', 'cisplatin/carboplatin and etoposide', 'drug-ambiguous'],
  [
    '004:114-116',
    'etoposide (130 mg/m2/day intravenously [IV] 3 days) and cisplatin (45 mg/m2/day IV on days 2 and 3)',
    'cisplatin-etoposide',
  ],
  [
    '004:135-137',
    'etoposide (100 mg/m2/day IV for 3 days) and cisplatin (100 mg/m2 IV on day 1) every 3 weeks',
    'cisplatin-etoposide',
  ],
  [
    '004:158-161',
    'etoposide (100 mg/m2/day IV for 3 days by continuous infusion) and cisplatin (45 mg/m2/day IV on days 2 and 3 by continuous infusion) every 4 weeks',
    'cisplatin-etoposide',
  ],
  [
    '004:183-184',
    'etoposide 100 mg/m2/day IV on days 1–3 and cisplatin 80 mg/m2 IV on the first day every 3–4 weeks',
    'cisplatin-etoposide',
  ],
  ['004:143', 'cisplatin and etoposide', 'cisplatin-etoposide'],
  ['004:263-264', 'Cisplatin/etoposide', 'cisplatin-etoposide'],
  ['004:465', 'cisplatin-based therapies', 'cisplatin...'],
  ['004:501', 'carboplatin-containing regimen', 'carboplatin...'],
  ['004:469-470', 'carboplatin, etoposide, and paclitaxel', 'carboplatin-etoposide-paclitaxel'],
  ['004:531-532', 'carboplatin/etoposide', 'carboplatin-etoposide'],
  ['004:532', 'carboplatin/etoposide/vincristine', 'carboplatin-etoposide-vincristine'],
  ['004:542-543', 'irinotecan and cisplatin', 'irinotecan-cisplatin'],
  ['004:580-582', 'Paclitaxel/carboplatin/etoposide', 'carboplatin-etoposide-paclitaxel'],
  ['004:640-641', 'paclitaxel/etoposide', 'etoposide-paclitaxel'],
  ['004:691-692', 'cisplatin/etoposide', 'cisplatin-etoposide'],
  ['004:768-769', 'Irinotecan and cisplatin', 'irinotecan-cisplatin'],
  ['004:770-771', 'etoposide and cisplatin', 'cisplatin-etoposide'],
  ['004:776', 'IP', 'irinotecan-cisplatin'],
  ['004:872-875', 'Irinotecan and cisplatin or irinotecan and carboplatin', 'drug-ambiguous'],
  ['004:898', 'IP tx', 'irinotecan-cisplatin'],
  ['004:874-875', 'irinotecan and carboplatin', 'irinotecan-carboplatin'],
  ['004:1030', 'irinotechan/cisplatin', 'irinotecan-cisplatin'],
  ['004:1084-1085', 'capecitabine and temozolomide (CAPTEM)', 'captem'],
  ['004:1124', 'CAPTEM', 'captem'],
  ['004:1166', 'XELOX', 'capox'],
  ['004:1244-1247', '5-FU, streptozocin, and doxorubicin', 'fluorouracil-doxorubicin-streptozocin'],
  ['004:1289', 'capecitabine and oxaliplatin (XELOX)', 'capox'],
  ['004:1336', 'fluorouracil, doxorubicin, and streptozocin', 'fluorouracil-doxorubicin-streptozocin'],
  ['004:1349', '5FU/doxorubicin/streptozocin', 'fluorouracil-doxorubicin-streptozocin'],
  ['004:1354', '5-FU, leucovorin, and irinotecan (FOLFIRI)', 'folfiri'],
  ['004:1330-1331', 'streptozocin and 5-fluorouracil (5-FU) or doxorubicin', 'drug-ambiguous'],
  ['004:1330-1331', 'streptozocin and 5-fluorouracil (5-FU)', 'fluorouracil-streptozocin'],
  ['004:1398', 'temozolomide with CAPTEM', 'captem'],
  ['004:1423-1424', 'platinum-containing chemotherapy regimen', 'class platinum...'],
  ['004:1451-1452', 'PD-1 and CTLA-4 inhibitor', 'class pd-1-inhibitor+class ctla-4-inhibitor'],
  ['004:1470', 'checkpoint inhibitors with chemotherapy', 'class checkpoint-inhibitor+class cytotoxic'],
  ['004:1535-1536', 'platinum-based tx /etoposide', 'etoposide+class platinum...'],
  ['004:1660', 'pembrolizumab at 2 mg/kg', 'pembrolizumab'],
  ['004:1843', 'FOLFIRI and FOLFOX', 'drug-ambiguous'],
  [
    '004:1737-1739',
    '177Lu plus octreotide long-acting repeatable (LAR) 30 mg every 4 weeks',
    'lutetium-177-dotatate-octreotide',
  ],
  ['004:1739', '60 mg of octreotide LAR alone every 4 weeks', 'octreotide-lar-60'],
  ['004:1375', 'platinum plus etoposide', 'etoposide+class platinum'],
  ['004:1385-1386', 'oxaliplatin-based therapy', 'oxaliplatin...'],
  ['004:1386-1387', '5-FU and oxaliplatin (FOLFOX)', 'folfox'],
  ['004:1396-1397', 'temozolomide-based chemotherapy', 'temozolomide...'],
  ['004:1399', 'temozolomide alone', 'temozolomide'],
  ['004:1450', 'PD-1 inhibitor (nivolumab', 'drug-unknown'],
  ['004:1452', 'nivolumab and ipilimumab', 'ipilimumab-nivolumab'],
  ['004:1464', 'PD-1 inhibitor (pembrolizumab)', 'pembrolizumab'],
  ['004:1546', 'FOLFOX', 'folfox'],
  ['004:1594', 'CATEM', 'captem'],
  ['004:1646', 'oxaliplatin, leucovorin, and 5-FU', 'folfox'],
  ['004:1744-1745', '177Lu plus octreotide LAR 30 mg', 'lutetium-177-dotatate-octreotide'],
];

/** The words of some lines as one text: spaces, hyphens and line breaks do not count. */
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '');

function linesAt(place: string): string {
  const [paper = '', range = ''] = place.split(':');
  const [first = 0, last = first] = range.split('-').map(Number);
  return (papers.get(paper) ?? []).slice(first - 1, last).join('\n');
}

test('the mentions stand at the lines that are given', { skip }, () => {
  const missing = [...drugMentions, ...regimenMentions].filter(
    ([place, printed]) => !bare(linesAt(place)).includes(bare(printed)),
  );
  assert.deepEqual(missing, []);
});

function drugReading(printed: string): string {
  const { value, issues } = readDrug(printed);
  if (value === undefined) return issues.map((issue) => issue.code).join(' ');
  return value.kind === 'drug' ? value.drug : `class ${value.drugClass}`;
}

function regimenReading(printed: string): string {
  const { value, issues } = readRegimen(printed);
  if (value === undefined) return issues.map((issue) => issue.code).join(' ');
  if (value.regimen !== undefined) return value.regimen;
  const members = [...value.drugs, ...value.drugClasses.map((id) => `class ${id}`)].join('+');
  return value.open ? `${members}...` : members;
}

for (const [place, printed, read] of drugMentions) {
  test(`${place} "${printed}"`, () => {
    assert.equal(drugReading(printed), read);
  });
}
for (const [place, printed, read] of regimenMentions) {
  test(`${place} "${printed}" as a treatment`, () => {
    assert.equal(regimenReading(printed), read);
  });
}

/** Endings of non-proprietary names (WHO stems) that the papers' drugs carry, and a few whole names. */
const stem =
  /^(?:[a-z]*(?:platin|tecan|poside|tinib|limus|zumab|limumab|volumab|citabine|taxel|rubicin|cristine|bulin|zolomide|zolamide|bazine|reotide|zocin|zotocin|tatate)|5fu|5fluorouracil|fluorouracil|leucovorin|interferon)$/;

test('no word of the papers with a drug name in it is unread', { skip }, () => {
  const words = new Set(
    [...papers.values()].flatMap((lines) =>
      lines
        .join('\n')
        .replaceAll(/[\p{Pd}]\n/gu, '')
        .split(/[^\p{L}\p{N}\u2010\u2011-]+/u)
        .map((word) => word.toLowerCase().replaceAll(/\p{Pd}/gu, '')),
    ),
  );
  const names = [...words].filter((word) => stem.test(word));
  assert.ok(names.length > 25, `only ${names.length} names found`);
  const unread = names.filter((name) => readDrug(name).value === undefined);
  assert.deepEqual(unread, ['dotatate']);
});
