/** What is known of a patient over time, as far as times to events need it. Every date may be partial. */
import type { PatientDate } from '../../units/index.ts';

/** The responses that an assessment can state. */
export const assessedResponses = ['CR', 'PR', 'SD', 'non-CR/non-PD', 'PD', 'NE', 'notStated'] as const;
export type AssessedResponse = (typeof assessedResponses)[number];

/** An assessment of the tumour. `NE` and `notStated` do not show that there is no progression. */
export interface FollowedAssessment {
  readonly date: PatientDate;
  readonly response: AssessedResponse;
}

/** Days between planned assessments, and by how many days one may be late. */
export interface AssessmentSchedule {
  readonly everyDays: number;
  readonly windowDays: number;
}

/**
 * The dated facts of one patient from the start of observation on. An absent fact is one that is not recorded; nothing here
 * says that it did not happen.
 */
export interface FollowedPatient {
  readonly id: string;
  /** Randomisation, enrolment or the first dose: the study says which. */
  readonly start?: PatientDate;
  readonly baseline: 'done' | 'missing' | 'unknown';
  readonly assessments: readonly FollowedAssessment[];
  readonly schedule?: AssessmentSchedule;
  /** Progression without an assessment that shows it. */
  readonly clinicalProgression?: PatientDate;
  readonly death?: PatientDate;
  readonly newTherapy?: PatientDate;
  /** Consent withdrawn, or observation ended at the patient's wish. */
  readonly withdrawal?: PatientDate;
  readonly lastContact?: PatientDate;
  readonly treatmentEnd?: PatientDate;
  /** When the treatment was last known to go on. */
  readonly treatmentOngoing?: PatientDate;
}
