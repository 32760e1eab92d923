/** Regimens of more than one drug without a platinum. Doses stand as the papers print them; none is filled in. */
import { abbreviation, misprint } from './printed-name.ts';
import { regimen, undosed } from './regimen.ts';
import { paper, reference } from './source.ts';

export const combinedRegimens = [
  regimen('folfiri', {
    name: 'FOLFIRI',
    drugs: ['fluorouracil', 'leucovorin', 'irinotecan'],
    source: paper('004', 1645, 1646),
    withoutDose: [
      undosed('Hentic 2012', 'FOLFIRI', paper('004', 1374)),
      undosed('Du 2013', '5-FU, leucovorin, and irinotecan (FOLFIRI)', paper('004', 1354)),
    ],
  }),
  regimen('nal-iri-fluorouracil', {
    name: 'liposomal irinotecan and fluorouracil',
    drugs: ['liposomal-irinotecan', 'fluorouracil'],
    source: reference('NET-02 (PMID 37287870)'),
  }),
  regimen('etoposide-paclitaxel', {
    name: 'etoposide and paclitaxel',
    drugs: ['etoposide', 'paclitaxel'],
    source: paper('004', 639, 641),
    withoutDose: [
      undosed('Deutschbein 2011, regimen B of the table', 'paclitaxel/etoposide', paper('004', 640, 641)),
    ],
    note: 'Printed once, in Table 2 of paper 004; for the same arm of the same study its text has cisplatin and etoposide (line 495), and the table gives renal failure as its toxicity. Read the study before this is taken for a regimen.',
  }),
  regimen('captem', {
    name: 'CAPTEM',
    drugs: ['capecitabine', 'temozolomide'],
    source: paper('004', 1084, 1085),
    also: [misprint('CATEM', paper('004', 1594)), abbreviation('CAP-TEM')],
    withoutDose: [
      undosed('patient of paper 001', 'combination temozolomide and capecitabine', paper('001', 174, 175)),
      undosed('patient 1 of paper 003', 'capecitabine and temozolamide', paper('003', 47, 48)),
      undosed('patient 2 of paper 003', 'capecitabine and temozolomide', paper('003', 69, 70)),
      undosed('patient 3 of paper 003', 'capecitabine and temozolamide', paper('003', 85, 86)),
      undosed('patient 4 of paper 003', 'capecitabine and temozolamide', paper('003', 104, 105)),
      undosed('Ramirez 2016', 'CAPTEM', paper('004', 1092)),
      undosed('Welin 2011', 'temozolomide with CAPTEM', paper('004', 1398)),
      undosed('Eads (NCT02595424)', 'CAPTEM', paper('004', 1284)),
    ],
  }),
  regimen('captem-bevacizumab', {
    name: 'CAPTEM and bevacizumab',
    drugs: ['capecitabine', 'temozolomide', 'bevacizumab'],
    source: paper('004', 1589, 1594),
    withoutDose: [
      undosed('Welin 2011, a subset', 'bevacizumab was added to CATEM', paper('004', 1592, 1594)),
    ],
  }),
  regimen('temozolomide-bevacizumab', {
    name: 'temozolomide and bevacizumab',
    drugs: ['temozolomide', 'bevacizumab'],
    source: paper('004', 1398, 1407),
    withoutDose: [
      undosed(
        'Welin 2011, a subset',
        'bevacizumab was added to the treatment regimen',
        paper('004', 1402, 1403),
      ),
    ],
    note: 'The text of paper 004 adds bevacizumab to "the treatment regimen", its table to CATEM.',
  }),
  regimen('fluorouracil-streptozocin', {
    name: 'fluorouracil and streptozocin',
    drugs: ['fluorouracil', 'streptozocin'],
    source: paper('004', 1330, 1331),
    withoutDose: [
      undosed(
        'patient of paper 000',
        '8 months of 5-fluorouracil and streptozocin-based chemotherapy',
        paper('000', 27, 28),
      ),
    ],
  }),
  regimen('doxorubicin-streptozocin', {
    name: 'doxorubicin and streptozocin',
    drugs: ['doxorubicin', 'streptozocin'],
    source: paper('004', 1330, 1331),
  }),
  regimen('fluorouracil-doxorubicin-streptozocin', {
    name: 'fluorouracil, doxorubicin, and streptozocin',
    drugs: ['fluorouracil', 'doxorubicin', 'streptozocin'],
    source: paper('004', 1336),
    withoutDose: [
      undosed('Kouvaraki 2004', 'fluorouracil, doxorubicin, and streptozocin', paper('004', 1336)),
    ],
  }),
  regimen('lutetium-177-dotatate-octreotide', {
    name: 'lutetium-177 dotatate and octreotide LAR',
    drugs: ['lutetium-177-dotatate', 'octreotide'],
    source: paper('004', 1737, 1739),
    fixedDoses: [
      { drug: 'octreotide', dose: { printed: '30 mg every 4 weeks', amount: 30, unit: 'mg', everyDays: 28 } },
    ],
    schedules: [
      {
        study: 'NETTER-1',
        doses: [
          {
            drug: 'octreotide',
            printed: 'octreotide long-acting repeatable (LAR) 30 mg every 4 weeks',
            amount: 30,
            unit: 'mg',
            everyDays: 28,
          },
        ],
        source: paper('004', 1738, 1739),
        note: 'The paper prints neither the activity nor the interval of the radionuclide.',
      },
    ],
  }),
  regimen('ipilimumab-nivolumab', {
    name: 'ipilimumab and nivolumab',
    drugs: ['ipilimumab', 'nivolumab'],
    source: paper('004', 1452),
    withoutDose: [
      undosed('CheckMate 032 (SCLC)', 'nivolumab and ipilimumab', paper('004', 1452)),
      undosed('NCT02834013 (rare tumours)', 'nivolumab and ipilimumab', paper('004', 1468)),
    ],
  }),
  regimen('dabrafenib-trametinib', {
    name: 'dabrafenib and trametinib',
    drugs: ['dabrafenib', 'trametinib'],
    source: reference('Tissue-agnostic FDA approvals (NCI PDQ 2024; FDA notices)'),
  }),
] as const;
