/** Appendix C: the record as cut at the clock: treatments with outcomes, then every dated observation in order. */
import type { CaseRecord, LaboratoryValue, TherapyCourse } from '../../case/index.ts';
import { analyteOf, formatNumericRange, multipleOfUpperLimit, type PatientDate } from '../../units/index.ts';
import { dateWords } from '../date-words.ts';
import type { Block, Line, Section } from '../document.ts';
import { atPlace } from '../place-basis.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, line, printed, strong } from '../span.ts';

const responseWords = {
  CR: 'complete response',
  PR: 'partial response',
  SD: 'stable disease',
  PD: 'progressive disease',
  NE: 'not evaluable',
  minorResponse: 'minor response',
  notStated: 'response not stated',
} as const;

const stopWords: Readonly<Record<TherapyCourse['stopReason'], string>> = {
  progression: 'stopped for progression',
  toxicity: 'stopped for toxicity',
  completed: 'completed',
  patientChoice: "stopped by the patient's choice",
  noBenefit: 'stopped without benefit',
  death: 'ended by death',
  other: 'stopped for another reason',
  unstated: 'reason for stopping not stated',
};

function periodWords({ start, end, ongoing }: TherapyCourse): string {
  const from = start === undefined ? 'start not stated' : dateWords(start);
  if (end !== undefined) return `${from}; ended ${dateWords(end)}`;
  return ongoing === undefined ? `${from}; end not known` : `${from}; going on ${dateWords(ongoing)}`;
}

function courseRow(course: TherapyCourse): { cells: Line[][] } {
  const outcomes = course.outcomes.map((outcome) =>
    atPlace(
      line(
        strong(responseWords[outcome.response]),
        outcome.basis === 'unstated' ? undefined : ` (${outcome.basis})`,
        outcome.date === undefined ? undefined : `, ${dateWords(outcome.date)}`,
        outcome.printed === undefined ? undefined : ': ',
        outcome.printed === undefined ? undefined : printed(outcome.printed),
      ),
      outcome.place,
    ),
  );
  const dose = course.dosePrinted === undefined ? undefined : `, ${course.dosePrinted}`;
  const events = course.doseEvents.map((each) =>
    line(`dose ${each.event}`, each.reason === undefined ? undefined : `: ${each.reason}`),
  );
  return {
    cells: [
      [
        atPlace(line(strong(course.printed), dose), course.place),
        line(course.line === undefined ? 'line not stated' : `line ${course.line}`),
      ],
      [line(periodWords(course))],
      [
        ...(outcomes.length === 0 ? [line(badge('unknown', 'no outcome recorded'))] : outcomes),
        ...events,
        line(course.end === undefined ? 'not known to have ended' : stopWords[course.stopReason]),
      ],
    ],
  };
}

interface TimelineEntry {
  readonly date: PatientDate | undefined;
  readonly kind: string;
  readonly words: Line;
}

/** The value with its multiple of the upper limit of normal, where the two can be compared. */
function laboratoryWords({ analyte, value, referenceRange }: LaboratoryValue): string {
  if (referenceRange === undefined) return `${analyte} ${value.printed} (no reference range)`;
  const multiple = multipleOfUpperLimit(value, referenceRange, analyteOf(analyte)?.id);
  const times = multiple.ok ? `, ${roundedMultiple(multiple.value)} x ULN` : '';
  return `${analyte} ${value.printed} (reference ${referenceRange.printed}${times})`;
}

function roundedMultiple(range: Parameters<typeof formatNumericRange>[0]): string {
  const round = (value: number | null): number | null =>
    value === null ? null : Number(value.toPrecision(3));
  return formatNumericRange({ ...range, low: round(range.low), high: round(range.high) });
}

function entriesOf(record: CaseRecord): TimelineEntry[] {
  return [
    ...record.imaging.map((study) => ({
      date: study.date,
      kind: 'imaging',
      words: atPlace(
        line(
          strong([study.modality, study.tracer].filter((part) => part !== undefined).join(', ')),
          study.uptake === 'unstated' ? undefined : `, uptake ${study.uptake}`,
          study.krenning === undefined ? undefined : `, Krenning ${study.krenning}`,
          study.findings === undefined ? undefined : `: ${study.findings}`,
        ),
        study.place,
      ),
    })),
    ...record.assessments.map((assessment) => ({
      date: assessment.date,
      kind: 'response',
      words: atPlace(
        line(strong(responseWords[assessment.response]), ` (${assessment.criteria})`),
        assessment.place,
      ),
    })),
    ...record.laboratory.map((value) => ({
      date: value.date,
      kind: 'laboratory',
      words: atPlace(line(laboratoryWords(value)), value.place),
    })),
    ...record.performance.map((status) => ({
      date: status.date,
      kind: 'performance',
      words: atPlace(line(`${status.scale} ${status.value.printed}`), status.place),
    })),
    ...record.symptoms.map((symptom) => ({
      date: symptom.date,
      kind: 'symptom',
      words: atPlace(
        line(
          `${symptom.term}: ${symptom.status}`,
          symptom.printed === undefined ? undefined : '; ',
          symptom.printed === undefined ? undefined : printed(symptom.printed),
        ),
        symptom.place,
      ),
    })),
    ...record.adverseEvents.map((event) => ({
      date: event.date,
      kind: 'adverse event',
      words: atPlace(
        line(
          `${event.term}${event.status === 'absent' ? ': absent' : ''}`,
          event.grade === undefined ? undefined : `, grade ${event.grade.printed}`,
        ),
        event.place,
      ),
    })),
    ...record.comorbidities.map((each) => ({
      date: each.date,
      kind: 'comorbidity',
      words: atPlace(line(`${each.term}: ${each.status}`), each.place),
    })),
    ...record.coMedication.map((each) => ({
      date: each.date,
      kind: 'co-medication',
      words: atPlace(line(each.name), each.place),
    })),
    ...record.priorMalignancies.map((each) => ({
      date: each.date,
      kind: 'earlier cancer',
      words: atPlace(line(printed(each.printed)), each.place),
    })),
  ];
}

const startOf = ({ date }: TimelineEntry): number =>
  date?.earliest ?? date?.latest ?? Number.NEGATIVE_INFINITY;

/** The record as cut. */
export function timelineSection({ subject }: ReportContext): Section {
  const { record } = subject;
  const courses: Block =
    record.therapies.length === 0
      ? { kind: 'paragraph', ...line('No treatment is recorded at or before the clock.') }
      : {
          kind: 'table',
          caption: 'Treatments and what came of them',
          columns: [
            { label: 'Treatment', share: 6 },
            { label: 'When', share: 4 },
            { label: 'Outcome', share: 7 },
          ],
          rows: record.therapies.map(courseRow),
        };
  const entries = entriesOf(record).toSorted((a, b) => startOf(a) - startOf(b));
  const observations: Block =
    entries.length === 0
      ? { kind: 'paragraph', ...line('No observation is recorded at or before the clock.') }
      : {
          kind: 'table',
          caption: 'Imaging, laboratory values, performance and symptoms in order',
          columns: [
            { label: 'When', share: 4 },
            { label: 'Kind', share: 3 },
            { label: 'Recorded', share: 13 },
          ],
          rows: entries.map(({ date, kind, words }) => ({
            cells: [[line(date === undefined ? 'not dated' : dateWords(date))], [line(kind)], [words]],
          })),
        };
  return {
    id: 'appendix-record',
    part: 'appendix',
    title: 'Appendix C: the record at the clock',
    blocks: [courses, observations],
  };
}
