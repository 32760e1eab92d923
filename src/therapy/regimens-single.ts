/** Regimens of one drug. Where doses set two regimens apart, the dose is part of the regimen. */
import type { Dose } from './dose.ts';
import { type DrugId, drugOf } from './drugs.ts';
import { type PublishedSchedule, type Regimen, regimen } from './regimen.ts';
import { paper, reference, type Source } from './source.ts';

const alone = <const Id extends DrugId>(
  id: Id,
  source: Source,
  schedules: readonly PublishedSchedule[] = [],
): Regimen<Id> => regimen(id, { name: drugOf(id).name, drugs: [id], source, schedules });

const fourWeekly = (amount: number): Dose => ({
  printed: `${amount} mg every 4 weeks`,
  amount,
  unit: 'mg',
  everyDays: 28,
});

const agnosticList = reference('Tissue-agnostic FDA approvals (NCI PDQ 2024; FDA notices)');

export const singleRegimens = [
  regimen('imatinib-400-daily', {
    name: 'imatinib 400 mg daily',
    drugs: ['imatinib'],
    source: paper('002', 5),
    fixedDoses: [
      {
        drug: 'imatinib',
        dose: { printed: '400 mg daily', amount: 400, unit: 'mg', dailyTotal: 400, timesPerDay: 1 },
      },
    ],
    schedules: [
      {
        study: 'NCT02461849',
        doses: [{ drug: 'imatinib', printed: 'imatinib mesylate (400 mg daily)', amount: 400, unit: 'mg' }],
        cycleDays: [28],
        source: paper('002', 66, 67),
      },
      {
        study: 'Patient of paper 000',
        doses: [
          { drug: 'imatinib', printed: 'imatinib at a standard dose of 400 mg/d', amount: 400, unit: 'mg' },
        ],
        source: paper('000', 143, 144),
      },
    ],
  }),
  regimen('imatinib-400-twice-daily', {
    name: 'imatinib 400 mg twice daily',
    drugs: ['imatinib'],
    source: reference('Yao, imatinib in carcinoid, 2007'),
    fixedDoses: [
      {
        drug: 'imatinib',
        dose: { printed: '400 mg twice daily', amount: 400, unit: 'mg', dailyTotal: 800, timesPerDay: 2 },
      },
    ],
    note: 'The dose of the unselected carcinoid trial and of Carvajal 2011 in melanoma (PMID 21642685).',
  }),
  regimen('octreotide-lar-30', {
    name: 'octreotide LAR 30 mg every 4 weeks',
    drugs: ['octreotide'],
    source: paper('004', 1738, 1739),
    fixedDoses: [{ drug: 'octreotide', dose: fourWeekly(30) }],
    note: 'In the paper it is given with 177Lu-dotatate.',
  }),
  regimen('octreotide-lar-60', {
    name: 'octreotide LAR 60 mg every 4 weeks',
    drugs: ['octreotide'],
    source: paper('004', 1739),
    fixedDoses: [{ drug: 'octreotide', dose: fourWeekly(60) }],
    schedules: [
      {
        study: 'NETTER-1, control arm',
        doses: [
          {
            drug: 'octreotide',
            printed: '60 mg of octreotide LAR alone every 4 weeks',
            amount: 60,
            unit: 'mg',
          },
        ],
        cycleDays: [28],
        source: paper('004', 1739),
      },
    ],
  }),
  alone('lanreotide', reference('CLARINET')),
  alone('lutetium-177-dotatate', paper('004', 1777)),
  alone('lutetium-177-edotreotide', reference('COMPETE')),
  alone('temozolomide', paper('004', 1399)),
  alone('docetaxel', reference('NET-02 (PMID 37287870)')),
  alone('everolimus', reference('RADIANT-3, RADIANT-4')),
  alone('sunitinib', reference('Sunitinib in pancreatic NET')),
  alone('cabozantinib', reference('CABINET')),
  alone('surufatinib', reference('Surufatinib drug profile, DOI 10.1080/14737140.2021.1944110 (abstract)')),
  alone('entrectinib', paper('001', 184, 186), [
    { study: 'STARTRK2, patient of paper 001', doses: [], cycleDays: [28], source: paper('001', 188) },
  ]),
  alone('larotrectinib', agnosticList),
  alone('repotrectinib', agnosticList),
  alone('selpercatinib', agnosticList),
  alone('trastuzumab-deruxtecan', agnosticList),
  alone('dostarlimab', agnosticList),
  alone('pembrolizumab', paper('003', 52, 53), [
    {
      study: 'KEYNOTE 010, lower dose',
      doses: [{ drug: 'pembrolizumab', printed: 'pembrolizumab at 2 mg/kg', amount: 2, unit: 'mg/kg' }],
      source: paper('004', 1658, 1660),
    },
    {
      study: 'KEYNOTE 010, higher dose',
      doses: [{ drug: 'pembrolizumab', printed: '10 mg/kg', amount: 10, unit: 'mg/kg' }],
      source: paper('004', 1658, 1661),
    },
  ]),
  alone('nivolumab', paper('003', 73, 74)),
  alone('belzutifan', reference('Belzutifan, FDA approvals of 2021 and May 2025')),
  alone('tarlatamab', reference('Tarlatamab, FDA approval for ES-SCLC')),
  alone('dasatinib', reference('Woodman 2009 (PMID 19671763)')),
  alone('nilotinib', reference('Lee 2015 (PMID 26424760)')),
  alone('kif11-inhibitor', paper('000', 55, 56)),
] as const;
