/** The words of a course of treatment for a reader: its kind, why it stopped and what came of it. */
import type { Response } from '../../case/index.ts';
import type { StopReason, TherapyKind } from '../../therapy/index.ts';

export const therapyKindWords: Readonly<Record<TherapyKind, string>> = {
  systemic: 'systemic treatment',
  prrt: 'radioligand treatment',
  surgery: 'surgery',
  radiotherapy: 'radiotherapy',
  liverDirected: 'liver-directed treatment',
  supportive: 'supportive treatment',
  observation: 'observation',
};

/** Why a course ended; nothing where no reason is stated. */
export const stopReasonWords: Readonly<Record<StopReason, string | undefined>> = {
  progression: 'stopped for progression',
  toxicity: 'stopped for toxicity',
  completed: 'completed',
  patientChoice: "stopped by the patient's choice",
  noBenefit: 'stopped without benefit',
  death: 'ended by death',
  other: 'stopped for another reason',
  unstated: undefined,
};

/** What came of a course; the abbreviations of RECIST stay. */
export const responseWords: Readonly<Record<Response, string | undefined>> = {
  CR: 'CR',
  PR: 'PR',
  SD: 'SD',
  PD: 'PD',
  NE: 'not evaluable',
  minorResponse: 'minor response',
  notStated: undefined,
};
