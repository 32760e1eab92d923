/** Regimens with a platinum. Doses stand as the papers print them; none is filled in. */
import { abbreviation, synonym } from './printed-name.ts';
import { regimen, undosed } from './regimen.ts';
import { generalKnowledge, paper, reference } from './source.ts';

export const platinumRegimens = [
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
            route: 'intravenous',
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin (45 mg/m2/day IV on days 2 and 3)',
            amount: 45,
            unit: 'mg/m2',
            days: [2, 3],
            route: 'intravenous',
          },
        ],
        source: paper('004', 114, 116),
        note: 'The length of a cycle is not printed.',
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
            route: 'intravenous',
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin (100 mg/m2 IV on day 1)',
            amount: 100,
            unit: 'mg/m2',
            days: [1],
            route: 'intravenous',
          },
        ],
        cycleDays: [21],
        source: paper('004', 135, 137),
        note: 'The infusion ran over 2 hours (paper 004, lines 171-173).',
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
            route: 'intravenous',
            infusion: 'continuous',
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin (45 mg/m2/day IV on days 2 and 3 by continuous infusion)',
            amount: 45,
            unit: 'mg/m2',
            days: [2, 3],
            route: 'intravenous',
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
            route: 'intravenous',
          },
          {
            drug: 'cisplatin',
            printed: 'cisplatin 80 mg/m2 IV on the first day',
            amount: 80,
            unit: 'mg/m2',
            days: [1],
            route: 'intravenous',
          },
        ],
        cycleDays: [21, 28],
        source: paper('004', 182, 184),
      },
      {
        study: 'Deutschbein 2011',
        doses: [{ drug: 'etoposide', printed: 'etoposide (100 mg/m2)', amount: 100, unit: 'mg/m2' }],
        source: paper('004', 514, 517),
        note: 'The sentence names neither the arm nor the days; both arms had etoposide in the text.',
      },
    ],
    withoutDose: [
      undosed('patient of paper 000', '4 cycles of cisplatin and etoposide', paper('000', 23, 24)),
      undosed('Patta 2011', 'cisplatin and etoposide', paper('004', 211, 212)),
      undosed('Sorbye 2012 (NORDIC NEC)', 'cisplatin/etoposide (n = 129)', paper('004', 531)),
      undosed('Noda (SCLC)', 'cisplatin and etoposide', paper('004', 681)),
      undosed('Hanna (SCLC)', 'cisplatin/etoposide', paper('004', 691, 692)),
      undosed('Lara (SCLC)', 'cisplatin/etoposide', paper('004', 701)),
      undosed('Yamaguchi 2014', 'cisplatin/etoposide', paper('004', 716)),
    ],
    note: 'For Deutschbein 2011 the text of paper 004 has cisplatin and etoposide (line 495), its table paclitaxel/etoposide (lines 635-641).',
  }),
  regimen('carboplatin-etoposide', {
    name: 'carboplatin-etoposide',
    drugs: ['carboplatin', 'etoposide'],
    source: paper('004', 531, 532),
    also: [abbreviation('CE')],
    withoutDose: [
      undosed('Sorbye 2012 (NORDIC NEC)', 'carboplatin/etoposide (n = 67)', paper('004', 531, 532)),
    ],
    note: 'No paper prints a dose of carboplatin: no AUC and no amount.',
  }),
  regimen('carboplatin-etoposide-paclitaxel', {
    name: 'carboplatin-etoposide-paclitaxel',
    drugs: ['carboplatin', 'etoposide', 'paclitaxel'],
    source: paper('004', 469, 478),
    schedules: [
      {
        study: 'Hainsworth 2006',
        doses: [],
        cycleDays: [21],
        cycles: 4,
        source: paper('004', 473, 478),
        note: 'Three more cycles of paclitaxel followed a response or stable disease. Etoposide was given "at similar dosing" to 100 mg/m2 (lines 515-519); no number is printed for this study.',
      },
    ],
    withoutDose: [
      undosed('Hainsworth 1997 (SCLC)', 'carboplatin, etoposide, and paclitaxel', paper('004', 469, 470)),
      undosed(
        'Deutschbein 2011, regimen A',
        'carboplatin, etoposide, and paclitaxel',
        paper('004', 494, 495),
      ),
    ],
  }),
  regimen('carboplatin-etoposide-vincristine', {
    name: 'carboplatin-etoposide-vincristine',
    drugs: ['carboplatin', 'etoposide', 'vincristine'],
    source: paper('004', 532),
    withoutDose: [
      undosed('Sorbye 2012 (NORDIC NEC)', 'carboplatin/etoposide/vincristine (n = 28)', paper('004', 532)),
    ],
  }),
  regimen('irinotecan-cisplatin', {
    name: 'irinotecan-cisplatin',
    drugs: ['irinotecan', 'cisplatin'],
    source: paper('004', 542, 543),
    also: [abbreviation('IP', paper('004', 1030))],
    withoutDose: [
      undosed('Noda (SCLC)', 'cisplatin and irinotecan', paper('004', 680)),
      undosed('Hanna (SCLC)', 'cisplatin/irinotecan', paper('004', 691)),
      undosed('Lara (SCLC)', 'cisplatin/irinotecan', paper('004', 701)),
      undosed('Kulke 2006', 'irinotecan and cisplatin', paper('004', 1049)),
      undosed('Okita 2011', 'Irinotecan and cisplatin', paper('004', 912, 913)),
      undosed('Nakano 2012', 'Irinotecan and cisplatin', paper('004', 941, 942)),
      undosed('Lu 2013', 'Irinotecan and cisplatin', paper('004', 1001, 1002)),
      undosed('Munhoz 2013', 'Irinotecan and cisplatin', paper('004', 872, 873)),
      undosed('Okuma 2014', 'Irinotecan and cisplatin', paper('004', 973, 974)),
      undosed('Yamaguchi 2014', 'cisplatin/irinotecan', paper('004', 715, 716)),
    ],
  }),
  regimen('irinotecan-carboplatin', {
    name: 'irinotecan-carboplatin',
    drugs: ['irinotecan', 'carboplatin'],
    source: paper('004', 874, 875),
    withoutDose: [undosed('Munhoz 2013', 'irinotecan and carboplatin', paper('004', 874, 875))],
  }),
  regimen('folfox', {
    name: 'FOLFOX',
    drugs: ['oxaliplatin', 'leucovorin', 'fluorouracil'],
    source: paper('004', 1646),
    withoutDose: [undosed('Hadoux 2015', '5-FU and oxaliplatin (FOLFOX)', paper('004', 1386, 1387))],
    note: 'Paper 004 prints it without leucovorin in its text (lines 1386-1387) and with it in its table.',
  }),
  regimen('capox', {
    name: 'CAPOX',
    drugs: ['capecitabine', 'oxaliplatin'],
    source: generalKnowledge,
    also: [synonym('XELOX', paper('004', 1277))],
    withoutDose: [
      undosed('Bajetta 2007', 'oxaliplatin and capecitabine', paper('004', 1292)),
      undosed('Ferrarotto 2013', 'XELOX', paper('004', 1311)),
    ],
  }),
] as const;
