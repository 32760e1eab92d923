/** Studies for tests: the rows of paper 002's Table 1 (patient, entity, KIT, evaluable, response), and small others. */
import type * as z from 'zod';
import { cutCase, readCaseDocument } from '../case/index.ts';
import { type Subject, subjectOf } from '../criteria/index.ts';
import type { EntityId } from '../tumour/index.ts';
import { type Study, type StudyPatient, study } from './study.ts';

const rows: readonly (readonly [string, EntityId, readonly string[], StudyPatient['response']])[] = [
  ['Pt-01', 'melanoma-acral', ['KIT L576P'], 'PR'],
  ['Pt-02', 'melanoma-acral', ['KIT L576P'], 'PD'],
  ['Pt-03', 'melanoma-acral', ['KIT L576P'], 'PR'],
  ['Pt-04', 'melanoma-acral', ['KIT L576P'], 'PR'],
  ['Pt-05', 'melanoma-acral', ['KIT L576P'], 'SD'],
  ['Pt-06', 'melanoma-acral', ['KIT L576P'], 'PR'],
  ['Pt-07', 'carcinoma-breast', ['KIT T304A'], 'SD'],
  ['Pt-08', 'melanoma-acral', ['KIT N655K'], 'PR'],
  ['Pt-09', 'melanoma-cutaneous', ['KIT D579del'], 'PD'],
  ['Pt-10', 'carcinoma-ovary', ['KIT M537L'], 'PD'],
  ['Pt-11', 'melanoma-acral', ['KIT I571V'], 'withdrawn'],
  ['Pt-12', 'melanoma-mucosal', ['KIT V560A'], 'PD'],
  ['Pt-13', 'melanoma-mucosal', ['KIT W557G', 'KIT amplification'], 'PR'],
  ['Pt-14', 'melanoma-acral', ['KIT K642E', 'KIT amplification'], 'CR'],
  ['Pt-15', 'melanoma-cutaneous', ['KIT K642I', 'KIT amplification'], 'PD'],
  ['Pt-16', 'unknown-primary', ['KIT amplification'], 'PD'],
  ['Pt-17', 'melanoma-mucosal', ['KIT N882Y', 'KIT amplification'], 'PD'],
  ['Pt-18', 'melanoma-acral', ['KIT amplification'], 'PD'],
];

const place = { document: '002', lines: '181-224' };

/** The basket trial of imatinib with its rows. */
export const basketStudy: Study = study.parse({
  cajal: 'study/1',
  id: 'basket',
  title: 'Imatinib in solid tumours with KIT mutation or amplification',
  citation: { year: 2023, trial: ['NCT02461849'] },
  published: '2023',
  verification: 'read',
  readIn: place,
  design: { type: 'basketTrial' },
  selection: 'enrolled',
  population: { words: 'KIT-altered solid tumours', entity: 'solid-tumour', enrolled: 18, evaluable: 17 },
  arms: [{ id: 'imatinib', label: 'imatinib 400 mg daily', drugs: ['imatinib'] }],
  patients: rows.map(([id, entity, alterations, response]) => ({
    id,
    entity,
    alterations: [...alterations],
    evaluable: response !== 'withdrawn',
    response,
    place,
  })),
} satisfies z.input<typeof study>);

/** A patient with KIT findings, as criteria see one. */
export function subjectWith(options: {
  readonly entity: EntityId;
  readonly kit: readonly string[];
  readonly ownRow?: string;
}): Subject {
  const read = readCaseDocument({
    cajal: 'case/1',
    id: 'someone',
    title: 'someone',
    provenance: { kind: 'synthetic', statement: 'for a test' },
    patient: { sex: 'female' },
    primary: [{ site: 'skin', certainty: 'established', entity: options.entity }],
    findings: options.kit.map((alteration, index) => ({
      id: `f${index}`,
      gene: 'KIT',
      alteration,
      status: 'positive',
    })),
    ...(options.ownRow === undefined ? {} : { ownEvidence: [{ study: 'basket', patient: options.ownRow }] }),
  });
  if (read.value === undefined) throw new Error(JSON.stringify(read.issues));
  return subjectOf(cutCase(read.value.record, { kind: 'now' }));
}
