/** Regimens of more than one drug. Doses stand as the papers print them; none is filled in. */
import { abbreviation, misprint, synonym } from './printed-name.ts';
import { regimen } from './regimen.ts';
import { generalKnowledge, paper, reference } from './source.ts';

export const combinedRegimens = [
  regimen('cisplatin-etoposide', {
    name: 'cisplatin-etoposide',
    drugs: ['cisplatin', 'etoposide'],
    source: paper('004', 105, 116),
    also: [abbreviation('EP', reference('TOPIC-NEC 2022')), abbreviation('PE')],
    schedules: [
      {
        study: 'Moertel 1991',
        doses: [
          {
            drug: 'etoposide',
            printed: 'etoposide (130 mg/m2/day intravenously [IV] 3 days)',
            amount: 130,
            unit: 'mg/m2',
            dayCount: 3,
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin (45 mg/m2/day IV on days 2 and 3)',
            amount: 45,
            unit: 'mg/m2',
            days: [2, 3],
          },
        ],
        source: paper('004', 114, 116),
      },
      {
        study: 'Mitry 1999',
        doses: [
          {
            drug: 'etoposide',
            printed: 'etoposide (100 mg/m2/day IV for 3 days)',
            amount: 100,
            unit: 'mg/m2',
            dayCount: 3,
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin (100 mg/m2 IV on day 1)',
            amount: 100,
            unit: 'mg/m2',
            days: [1],
          },
        ],
        cycleDays: [21],
        source: paper('004', 135, 137),
      },
      {
        study: 'Fjallskog 2001',
        doses: [
          {
            drug: 'etoposide',
            printed: 'etoposide (100 mg/m2/day IV for 3 days by continuous infusion)',
            amount: 100,
            unit: 'mg/m2',
            dayCount: 3,
            infusion: 'continuous',
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin (45 mg/m2/day IV on days 2 and 3 by continuous infusion)',
            amount: 45,
            unit: 'mg/m2',
            days: [2, 3],
            infusion: 'continuous',
          },
        ],
        cycleDays: [28],
        source: paper('004', 158, 161),
      },
      {
        study: 'Iwasa 2010',
        doses: [
          {
            drug: 'etoposide',
            printed: 'etoposide 100 mg/m2/day IV on days 1–3',
            amount: 100,
            unit: 'mg/m2',
            days: [1, 2, 3],
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin 80 mg/m2 IV on the first day',
            amount: 80,
            unit: 'mg/m2',
            days: [1],
          },
        ],
        cycleDays: [21, 28],
        source: paper('004', 182, 184),
      },
    ],
    note: 'For Deutschbein 2011 the text of paper 004 has cisplatin and etoposide (line 495), its table paclitaxel/etoposide (lines 635-641).',
  }),
  regimen('carboplatin-etoposide', {
    name: 'carboplatin-etoposide',
    drugs: ['carboplatin', 'etoposide'],
    source: paper('004', 531, 532),
    also: [abbreviation('CE')],
  }),
  regimen('carboplatin-etoposide-paclitaxel', {
    name: 'carboplatin-etoposide-paclitaxel',
    drugs: ['carboplatin', 'etoposide', 'paclitaxel'],
    source: paper('004', 469, 478),
    schedules: [
      { study: 'Hainsworth 2006', doses: [], cycleDays: [21], cycles: 4, source: paper('004', 473, 478) },
    ],
    note: 'Hainsworth gave three more cycles of paclitaxel after a response or stable disease.',
  }),
  regimen('carboplatin-etoposide-vincristine', {
    name: 'carboplatin-etoposide-vincristine',
    drugs: ['carboplatin', 'etoposide', 'vincristine'],
    source: paper('004', 532),
  }),
  regimen('irinotecan-cisplatin', {
    name: 'irinotecan-cisplatin',
    drugs: ['irinotecan', 'cisplatin'],
    source: paper('004', 542, 543),
    also: [abbreviation('IP', paper('004', 1030))],
  }),
  regimen('irinotecan-carboplatin', {
    name: 'irinotecan-carboplatin',
    drugs: ['irinotecan', 'carboplatin'],
    source: paper('004', 874, 875),
  }),
  regimen('folfiri', {
    name: 'FOLFIRI',
    drugs: ['fluorouracil', 'leucovorin', 'irinotecan'],
    source: paper('004', 1645, 1646),
  }),
  regimen('folfox', {
    name: 'FOLFOX',
    drugs: ['oxaliplatin', 'leucovorin', 'fluorouracil'],
    source: paper('004', 1646),
    note: 'Paper 004 prints it without leucovorin in its text (lines 1386-1387) and with it in its table.',
  }),
  regimen('capox', {
    name: 'CAPOX',
    drugs: ['capecitabine', 'oxaliplatin'],
    source: generalKnowledge,
    also: [synonym('XELOX', paper('004', 1277))],
  }),
  regimen('nal-iri-fluorouracil', {
    name: 'liposomal irinotecan and fluorouracil',
    drugs: ['liposomal-irinotecan', 'fluorouracil'],
    source: reference('NET-02 (PMID 37287870)'),
  }),
  regimen('captem', {
    name: 'CAPTEM',
    drugs: ['capecitabine', 'temozolomide'],
    source: paper('004', 1084, 1085),
    also: [misprint('CATEM', paper('004', 1594)), abbreviation('CAP-TEM')],
  }),
  regimen('captem-bevacizumab', {
    name: 'CAPTEM and bevacizumab',
    drugs: ['capecitabine', 'temozolomide', 'bevacizumab'],
    source: paper('004', 1589, 1594),
  }),
  regimen('temozolomide-bevacizumab', {
    name: 'temozolomide and bevacizumab',
    drugs: ['temozolomide', 'bevacizumab'],
    source: paper('004', 1398, 1407),
    note: 'The text of paper 004 adds bevacizumab to "the treatment regimen", its table to CATEM.',
  }),
  regimen('fluorouracil-streptozocin', {
    name: 'fluorouracil and streptozocin',
    drugs: ['fluorouracil', 'streptozocin'],
    source: paper('004', 1330, 1331),
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
          },
        ],
        cycleDays: [28],
        source: paper('004', 1738, 1739),
      },
    ],
    note: 'The paper prints the interval of octreotide, not that of the radionuclide.',
  }),
  regimen('ipilimumab-nivolumab', {
    name: 'ipilimumab and nivolumab',
    drugs: ['ipilimumab', 'nivolumab'],
    source: paper('004', 1452),
  }),
  regimen('dabrafenib-trametinib', {
    name: 'dabrafenib and trametinib',
    drugs: ['dabrafenib', 'trametinib'],
    source: reference('Tissue-agnostic FDA approvals (NCI PDQ 2024; FDA notices)'),
  }),
] as const;
