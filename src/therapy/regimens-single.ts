/** Regimens of one drug. Where doses set two regimens apart, the dose is part of the regimen. */
import type { Dose } from './dose.ts';
import { type DrugId, drugOf } from './drugs.ts';
import { type PublishedSchedule, type Regimen, regimen, type UndosedReport, undosed } from './regimen.ts';
import { paper, reference, type Source, secondHand } from './source.ts';

interface Reports {
  readonly schedules?: readonly PublishedSchedule[];
  readonly withoutDose?: readonly UndosedReport[];
  readonly note?: string;
}

const alone = <const Id extends DrugId>(id: Id, source: Source, reports: Reports = {}): Regimen<Id> =>
  regimen(id, { name: drugOf(id).name, drugs: [id], source, ...reports });

const fourWeekly = (amount: number): Dose => ({
  printed: `${amount} mg every 4 weeks`,
  amount,
  unit: 'mg',
  everyDays: 28,
});

const agnosticList = reference('Tissue-agnostic FDA approvals (NCI PDQ 2024; FDA notices)');
const yao = reference('Yao, imatinib in carcinoid, 2007');
const carvajal = reference('Carvajal 2011 (PMID 21642685)');
const lee = reference('Lee 2015 (PMID 26424760)');

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
        doses: [
          {
            drug: 'imatinib',
            printed: 'Oral imatinib mesylate (400 mg daily)',
            amount: 400,
            unit: 'mg',
            daily: true,
            route: 'oral',
          },
        ],
        cycleDays: [28],
        source: paper('002', 66, 67),
      },
      {
        study: 'patient of paper 000',
        doses: [
          {
            drug: 'imatinib',
            printed: 'imatinib at a standard dose of 400 mg/d',
            amount: 400,
            unit: 'mg',
            daily: true,
          },
        ],
        source: paper('000', 143, 144),
      },
    ],
  }),
  regimen('imatinib-400-twice-daily', {
    name: 'imatinib 400 mg twice daily',
    drugs: ['imatinib'],
    source: yao,
    fixedDoses: [
      {
        drug: 'imatinib',
        dose: { printed: '400 mg twice daily', amount: 400, unit: 'mg', dailyTotal: 800, timesPerDay: 2 },
      },
    ],
    schedules: [
      { study: 'Yao 2007', source: yao },
      { study: 'Carvajal 2011', source: carvajal },
    ].map((each) => ({
      ...each,
      doses: [
        {
          drug: 'imatinib',
          printed: '400 mg twice daily',
          amount: 400,
          unit: 'mg',
          daily: true,
          timesPerDay: 2,
        } as const,
      ],
    })),
    note: 'The dose of the trial in unselected carcinoid, for which paper 000 prints none (lines 224-226), and of Carvajal 2011 in melanoma.',
  }),
  regimen('octreotide-lar-30', {
    name: 'octreotide LAR 30 mg every 4 weeks',
    drugs: ['octreotide'],
    source: paper('004', 1738, 1739),
    fixedDoses: [{ drug: 'octreotide', dose: fourWeekly(30) }],
    schedules: [
      {
        study: 'PROMID',
        doses: [
          {
            drug: 'octreotide',
            printed: '30 mg intramuscularly in monthly intervals',
            amount: 30,
            unit: 'mg',
            route: 'intramuscular',
          },
        ],
        source: reference('PROMID (PMID 19704057)'),
        note: 'Given monthly; a number of days is not printed.',
      },
    ],
    note: 'In paper 004 it is given with 177Lu-dotatate.',
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
            everyDays: 28,
          },
        ],
        source: paper('004', 1739),
      },
    ],
  }),
  alone('lanreotide', reference('CLARINET'), {
    schedules: [
      {
        study: 'CLARINET',
        doses: [
          {
            drug: 'lanreotide',
            printed: '120 mg once every 28 days',
            amount: 120,
            unit: 'mg',
            everyDays: 28,
          },
        ],
        source: reference('CLARINET'),
      },
    ],
  }),
  alone('lutetium-177-dotatate', paper('004', 1777), {
    withoutDose: [
      undosed('Ezziddin 2011', 'treated with 177Lu', paper('004', 1777)),
      undosed('504 patients, reference 99 of paper 004', '177Lu', paper('004', 1728)),
    ],
    note: 'No paper prints an activity.',
  }),
  alone('lutetium-177-edotreotide', reference('COMPETE')),
  alone('temozolomide', paper('004', 1399), {
    withoutDose: [
      undosed('Welin 2011', 'temozolomide alone', paper('004', 1399)),
      undosed('Olsen 2012', 'temozolomide alone', paper('004', 1422)),
    ],
  }),
  alone('dacarbazine', paper('002', 200), {
    withoutDose: [
      undosed('Pt-13 of paper 002, earlier line', 'dacarbazine‑based treatment', paper('002', 200)),
    ],
    note: 'Printed as dacarbazine-based; what else was given is not printed.',
  }),
  alone('docetaxel', reference('NET-02 (PMID 37287870)')),
  alone('everolimus', reference('RADIANT-3, RADIANT-4'), {
    schedules: [
      {
        study: 'RADIANT-4',
        doses: [{ drug: 'everolimus', printed: '10 mg per day', amount: 10, unit: 'mg', daily: true }],
        source: reference('RADIANT-4 (PMID 26703889)'),
      },
    ],
    withoutDose: [
      undosed('patient 1 of paper 003', 'everolimus', paper('003', 49)),
      undosed('patient 2 of paper 003', 'everolimus', paper('003', 68)),
      undosed('patient 3 of paper 003', 'Everolimus', paper('003', 84)),
      undosed('patient 4 of paper 003', 'everolimus', paper('003', 103)),
    ],
    note: 'In paper 003 "everolimus and fosbretabulin" ends a list of earlier treatments; it does not say that they were given together.',
  }),
  alone('sunitinib', reference('Sunitinib in pancreatic NET'), {
    schedules: [
      {
        study: 'Sunitinib in pancreatic NET, 2011',
        doses: [{ drug: 'sunitinib', printed: '37.5 mg qd', amount: 37.5, unit: 'mg', daily: true }],
        source: secondHand('Cancer Discovery 2011;1:OF4'),
      },
    ],
    withoutDose: [
      undosed('patient 1 of paper 003', 'sunitinib', paper('003', 46)),
      undosed('patient 3 of paper 003', 'sunitinib', paper('003', 87)),
    ],
  }),
  alone('cabozantinib', reference('CABINET')),
  alone('surufatinib', reference('Surufatinib drug profile, DOI 10.1080/14737140.2021.1944110 (abstract)')),
  alone('entrectinib', paper('001', 184, 186), {
    schedules: [
      { study: 'STARTRK2, patient of paper 001', doses: [], cycleDays: [28], source: paper('001', 188) },
    ],
  }),
  alone('larotrectinib', agnosticList),
  alone('repotrectinib', agnosticList),
  alone('selpercatinib', agnosticList),
  alone('trastuzumab-deruxtecan', agnosticList),
  alone('dostarlimab', agnosticList),
  alone('pembrolizumab', paper('003', 52, 53), {
    schedules: [
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
      {
        study: 'KEYNOTE-158',
        doses: [
          {
            drug: 'pembrolizumab',
            printed: '200 mg every 3 weeks',
            amount: 200,
            unit: 'mg',
            everyDays: 21,
          },
        ],
        source: reference('KEYNOTE-158 (PMID 31980466)'),
      },
    ],
    withoutDose: [
      undosed('patient 1 of paper 003', '14 months on pembrolizumab', paper('003', 52, 53)),
      undosed('patient 3 of paper 003', '6 months on pembrolizumab', paper('003', 89, 90)),
      undosed('KEYNOTE016, 158, 164 (MSI-H, dMMR)', 'pembrolizumab', paper('004', 1700)),
      undosed('NCT02939651, NCT03190213, NCT03136055', 'PD-1 inhibitor (pembrolizumab)', paper('004', 1464)),
    ],
  }),
  alone('nivolumab', paper('003', 73, 74), {
    withoutDose: [
      undosed('patient 2 of paper 003', '8 months on nivolumab', paper('003', 73, 74)),
      undosed('patient 4 of paper 003', '4 months on nivolumab', paper('003', 107, 108)),
      undosed('CheckMate 032 (SCLC)', 'PD-1 inhibitor (nivolumab', paper('004', 1450)),
    ],
  }),
  alone('interferon-alfa', paper('003', 7), {
    withoutDose: [undosed('Oberg, cited in paper 003', 'interferon (INF-alfa)', paper('003', 7))],
  }),
  alone('fosbretabulin', paper('003', 71), {
    withoutDose: [
      undosed('patient 1 of paper 003', 'fosbretabulin', paper('003', 50)),
      undosed('patient 2 of paper 003', 'fosbretabulin', paper('003', 71)),
    ],
    note: 'In paper 003 "everolimus and fosbretabulin" ends a list of earlier treatments; it does not say that they were given together.',
  }),
  alone('belzutifan', reference('Belzutifan, FDA approvals of 2021 and May 2025')),
  alone('tarlatamab', reference('Tarlatamab, FDA approval for ES-SCLC')),
  alone('dasatinib', reference('Woodman 2009 (PMID 19671763)')),
  alone('nilotinib', lee, {
    schedules: [
      {
        study: 'Lee 2015 (UN10-06)',
        doses: [
          {
            drug: 'nilotinib',
            printed: '400 mg oral nilotinib twice daily',
            amount: 400,
            unit: 'mg',
            daily: true,
            timesPerDay: 2,
            route: 'oral',
          },
        ],
        source: lee,
      },
    ],
  }),
  alone('kif11-inhibitor', paper('000', 55, 56), {
    withoutDose: [
      undosed('phase I trial, patient of paper 000', 'an inhibitor of KIF11', paper('000', 55, 56)),
    ],
    note: 'The paper gives the drug no name, no dose and no schedule.',
  }),
] as const;
