/** The words in which a course of treatment is recorded: its kind, its intent and why it ended. */
import { isOfClass } from './class-membership.ts';
import type { DrugId } from './drugs.ts';
import { nameKey } from './printed-name.ts';

/** What is done in a course. `observation` is a decision to wait, not an absent record. */
export const therapyKinds = [
  'systemic',
  'prrt',
  'surgery',
  'radiotherapy',
  'liverDirected',
  'supportive',
  'observation',
] as const;
export type TherapyKind = (typeof therapyKinds)[number];

/** Why it is given. */
export const therapyIntents = ['palliative', 'curative', 'neoadjuvant', 'adjuvant', 'unstated'] as const;
export type TherapyIntent = (typeof therapyIntents)[number];

/** Why it ended. `noBenefit` is the printed absence of improvement without stated progression. */
export const stopReasons = [
  'progression',
  'toxicity',
  'completed',
  'patientChoice',
  'noBenefit',
  'death',
  'other',
  'unstated',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** PRRT for a radionuclide on a peptide, supportive for a supportive drug alone, else systemic. */
export function kindOfDrug(drug: DrugId): TherapyKind {
  if (isOfClass(drug, 'prrt')) return 'prrt';
  return isOfClass(drug, 'supportive') ? 'supportive' : 'systemic';
}

/** Procedures and other treatments without a drug, as they are printed; the paper and line where one prints them. */
const words: Readonly<Record<TherapyKind, readonly string[]>> = {
  systemic: ['systemic therapy', 'chemotherapy', 'immunotherapy'],
  /** Paper 004, line 91. */
  prrt: ['PRRT', 'peptide receptor radionuclide therapy'],
  /** Paper 000, lines 101 and 188-189. */
  surgery: [
    'surgery',
    'surgical resection',
    'resection',
    'surgical debulking',
    'hepatectomy',
    'metastasectomy',
  ],
  /** Paper 000, line 101; paper 001, lines 172-173. */
  radiotherapy: [
    'radiotherapy',
    'palliative radiotherapy',
    'radiation',
    'radiation therapy',
    'external beam radiotherapy',
  ],
  /** Paper 004, lines 823, 1032, 1130 and 1274. */
  liverDirected: [
    'liver-directed',
    'liver-directed therapy',
    'transarterial embolization',
    'transarterial embolisation',
    'TAE',
    'TACE',
    'hepatic artery chemoembolization',
    'hepatic artery chemoembolisation',
    'HAC',
    'chemoembolization',
    'chemoembolisation',
    'radioembolization',
    'radioembolisation',
    'SIRT',
    'TARE',
  ],
  supportive: ['supportive care', 'best supportive care', 'hospice'],
  observation: ['observation', 'watchful waiting', 'active surveillance'],
};
const kindByKey = new Map<string, TherapyKind>(
  therapyKinds.flatMap((kind) => [kind, ...words[kind]].map((word) => [nameKey(word), kind] as const)),
);

/** The kind that a phrase without a drug names, exactly; undefined for everything else. */
export function therapyKindOf(text: string): TherapyKind | undefined {
  return text.length > 100 ? undefined : kindByKey.get(nameKey(text));
}
