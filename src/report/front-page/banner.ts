/** Who the patient is and where the board sits: the banner that stays in view. Missing values say so. */
import type { Subject } from '../../criteria/index.ts';
import { dateWords, momentWords } from '../date-words.ts';
import { clockWords } from '../decision-point.ts';
import type { ReportDocument } from '../document.ts';
import type { ReportContext } from '../report-input.ts';
import { pregnancyWords } from './pregnancy.ts';

const notKnown = 'Not known';

/** For whom and for what: in every rendering. */
export const useStatement =
  'Research use only, for professionals: options, never orders; not a medical device.';

/** What the board calls the patient. */
export function patientLabel({ record }: Subject): string {
  return record.patient.label ?? record.id;
}

const sexWords = { female: 'Female', male: 'Male', other: 'Other', notStated: notKnown } as const;

/** Age at the clock: one number or an interval. */
function ageWords({ ageYears }: Subject): string {
  if (ageYears === undefined) return notKnown;
  const { low, high, printed } = ageYears;
  if (low !== null && high !== null) {
    return low === high ? `${low} years` : `${low} to ${high} years`;
  }
  return `${printed} years`;
}

/** The banner. */
export function identityOf({ subject, settings, now }: ReportContext): ReportDocument['identity'] {
  const { record } = subject;
  const pregnancy = pregnancyWords(subject);
  const { anchor } = record;
  const dayZero =
    anchor === undefined
      ? []
      : [
          {
            label: 'Day 0',
            value: `${anchor.event}${anchor.calendar === undefined ? '' : `, ${dateWords(anchor.calendar)}`}`,
          },
        ];
  return [
    { label: 'Patient', value: patientLabel(subject) },
    { label: 'Case', value: record.id },
    { label: 'Age at this board', value: ageWords(subject) },
    { label: 'Sex', value: sexWords[record.patient.sex] },
    ...(pregnancy === undefined ? [] : [{ label: 'Pregnancy', value: pregnancy }]),
    { label: 'Board sits at', value: clockWords(subject) },
    ...dayZero,
    { label: 'Knowledge', value: settings.knowledgeClock },
    { label: 'Report made', value: momentWords(now) },
  ];
}
