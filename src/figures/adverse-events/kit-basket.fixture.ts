/**
 * Table 2 of paper 002 (lines 363-377): treatment-related adverse events by CTCAE v4.03 (lines 81-84). Where the table prints
 * nothing for grade 3 or more, nothing is entered. The percentages are of the 17 evaluated patients (lines 155-157).
 */
import { type AdverseEventsData, adverseEventsData } from './adverse-events-data.ts';

const rows: readonly (readonly [string, number, string, number?, string?])[] = [
  ['Edema', 5, '29.4'],
  ['Anorexia', 4, '23.5'],
  ['Nausea', 3, '17.6'],
  ['Skin rash', 3, '17.6', 1, '5.9'],
  ['Fatigue', 2, '11.8'],
  ['Myalgia', 2, '11.8'],
  ['Pneumonia', 2, '11.8'],
  ['Alopecia', 1, '5.9'],
  ['Anemia', 1, '5.9', 1, '5.9'],
  ['Constipation', 1, '5.9'],
  ['General weakness', 1, '5.9'],
  ['Neutropenia', 1, '5.9'],
  ['Sensory neuropathy', 1, '5.9'],
];

/** The adverse events of paper 002. */
export const kitBasketEvents = (): AdverseEventsData =>
  adverseEventsData.parse({
    title: 'Treatment-related adverse events on imatinib',
    source: 'paper 002, Table 2',
    notes: ['The abstract prints 31.3% for edema, 25.0% for anorexia and 18.8% for nausea and for skin rash'],
    grading: 'CTCAE v4.03',
    attribution: 'related to treatment',
    arms: [{ patients: 17 }],
    terms: rows.map(([term, anyGrade, printedAnyGradePercent, grade3Up, printedGrade3UpPercent]) => ({
      term,
      results: [
        {
          anyGrade,
          printedAnyGradePercent,
          ...(grade3Up === undefined ? {} : { grade3Up, printedGrade3UpPercent }),
        },
      ],
    })),
  });
