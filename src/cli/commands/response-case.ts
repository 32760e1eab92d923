/**
 * The answer of `cajal response` on a case, as a list of sections: those of each course, and those of the whole record.
 * Another section (markers, toxicity, times to events) is one entry in one of the two lists.
 */
import type { CaseRecord } from '../../case/index.ts';
import type { AssessedPoint, CourseResponse } from '../../response/index.ts';
import { followUpPart } from './response-follow-up.ts';
import { bestJson, bestText, daysText, dayText, queryLines } from './response-output.ts';

/** One part of an answer: lines for the terminal, and what stands under its key in JSON. */
export interface AnswerSection<T> {
  readonly key: string;
  readonly lines: (answer: T) => readonly string[];
  readonly json: (answer: T) => unknown;
}

/** A case with the responses of its courses. */
export interface CaseAnswer {
  readonly record: CaseRecord;
  readonly courses: readonly CourseResponse[];
}

const indented = (lines: readonly string[], by = '  '): readonly string[] => lines.map((line) => by + line);

function pointLines({ point, recomputed, lesions, discordance }: AssessedPoint): readonly string[] {
  const sum = point.assessment?.sumChangePercent;
  const printed = point.printed === 'notStated' ? 'no category printed' : `${point.printed} as printed`;
  const basis = point.basis.length === 0 ? '' : ` [${point.basis.join('; ')}]`;
  const day = point.label.startsWith('day') ? '' : ` (${dayText(point.day)})`;
  return [
    `${point.label}${day}: ${printed}, ${point.criteria}${basis}`,
    ...indented([
      ...point.words.map((words) => `"${words}"`),
      ...(recomputed === undefined || sum === undefined
        ? []
        : [
            `sum ${sum.printed} as printed; recomputed ${recomputed.possible.join(' or ')}: ${recomputed.because}`,
          ]),
      ...lesions.map(({ sentence }) => sentence),
      ...(discordance.state === 'discordant' ? [discordance.sentence] : []),
    ]),
  ];
}

const timePoints: AnswerSection<CourseResponse> = {
  key: 'timePoints',
  lines: ({ points }) => points.flatMap(pointLines),
  json: ({ points }) =>
    points.map(({ point, recomputed, lesions, signs, discordance }) => ({
      id: point.id,
      date: point.label,
      day: point.day,
      printed: point.printed,
      criteria: point.criteria,
      confirmed: point.confirmed,
      sumChangePrinted: point.assessment?.sumChangePercent?.printed ?? null,
      recomputed: recomputed ?? null,
      lesions,
      signs,
      discordance: { state: discordance.state, sentence: discordance.sentence },
      words: point.words,
      basis: point.basis,
    })),
};

const best: AnswerSection<CourseResponse> = {
  key: 'bestResponse',
  lines: ({ countedAs, notCounted, unconfirmed, confirmed }) => {
    if (countedAs === 'none') return ['best response: no category is printed'];
    const criteria = countedAs === 'RECIST' ? 'printed by RECIST' : 'as printed, criteria not stated';
    const rest = notCounted === 0 ? '' : `; ${notCounted} printed without RECIST not counted`;
    return [
      `best response, ${criteria}${rest}:`,
      `  without confirmation: ${bestText(unconfirmed)}`,
      `  with confirmation: ${bestText(confirmed)}`,
    ];
  },
  json: ({ countedAs, notCounted, unconfirmed, confirmed }) => ({
    countedAs,
    notCounted,
    unconfirmed: countedAs === 'none' ? null : bestJson(unconfirmed),
    confirmed: countedAs === 'none' ? null : bestJson(confirmed),
  }),
};

const progression: AnswerSection<CourseResponse> = {
  key: 'progression',
  lines: ({ progression: first, treatmentDays, course, countedAs }) => {
    const months =
      course.durationMonths === undefined ? '' : `; ${course.durationMonths.printed} months printed`;
    const isKnown = treatmentDays.least !== null || treatmentDays.most !== null;
    const treated = isKnown
      ? `treatment ${daysText(treatmentDays)}${months}`
      : `length of treatment not known${months}`;
    if (first === undefined) return [treated];
    const by = countedAs === 'RECIST' && first.isRecist ? 'by RECIST' : `as printed (${first.criteria})`;
    const { day } = first;
    const after = day.least === null && day.most === null ? '' : `, ${daysText(day)} after the start`;
    return [`first progression ${by} at ${first.label}${after}; ${treated}`];
  },
  json: ({ progression: first, treatmentDays, course }) => ({
    first: first === undefined ? null : { date: first.label, day: first.day, basis: first.basis },
    treatmentDays,
    durationMonthsPrinted: course.durationMonths?.printed ?? null,
  }),
};

const fromSizes: AnswerSection<CourseResponse> = {
  key: 'recistFromSizes',
  lines: ({ fromSizes: found }) =>
    found === undefined
      ? []
      : [
          `RECIST 1.1 from the sizes, ${found.condition}:`,
          ...found.calls.timePoints.flatMap(({ timePoint, overall }, at) => {
            const immune = found.immune?.timePoints[at];
            return [
              `  ${timePoint.label}: ${overall?.response ?? 'no call'} (${overall?.because ?? 'no lesion'})`,
              ...(immune === undefined
                ? []
                : [`    iRECIST ${immune.response ?? 'no call'} (${immune.because})`]),
            ];
          }),
          `  best response without confirmation: ${bestText(found.unconfirmed)}`,
          `  best response with confirmation: ${bestText(found.confirmed)}`,
        ],
  json: ({ fromSizes: found }) =>
    found === undefined
      ? null
      : {
          condition: found.condition,
          timePoints: found.calls.timePoints.map(({ timePoint, overall }, at) => ({
            date: timePoint.label,
            ...overall,
            ...(found.immune === undefined ? {} : { irecist: found.immune.timePoints[at]?.response ?? null }),
          })),
          unconfirmed: bestJson(found.unconfirmed),
          confirmed: bestJson(found.confirmed),
        },
};

const immune: AnswerSection<CourseResponse> = {
  key: 'irecist',
  lines: ({ immune: found }) =>
    found === undefined || found.calls.length === 0
      ? []
      : [
          `iRECIST beside it, ${found.note}:`,
          `  ${found.calls.map(({ label, response }) => `${response} at ${label}`).join('; ')}`,
          `  best ${found.best.because}; progression: ${found.progression.because}`,
        ],
  json: ({ immune: found }) => found ?? null,
};

const retrospect: AnswerSection<CourseResponse> = {
  key: 'retrospect',
  lines: ({ retrospect: found, points }) =>
    found.flatMap(({ label, state, because }) => {
      const isDiscordant = points.some(
        ({ point, discordance }) => point.label === label && discordance.state === 'discordant',
      );
      switch (state) {
        case 'pseudoprogression':
          return [`in retrospect pseudoprogression at ${label}: ${because}`];
        case 'notShown':
          return [`pseudoprogression is not shown: ${because}`];
        case 'nothingLater':
          return isDiscordant ? [`pseudoprogression cannot be told yet: ${because}`] : [];
        case 'treatmentChanged':
        case 'unknown':
          return [`pseudoprogression cannot be told at ${label}: ${because}`];
      }
      return [];
    }),
  json: ({ retrospect: found }) => found,
};

const beyond: AnswerSection<CourseResponse> = {
  key: 'beyondProgression',
  lines: ({ beyond: found }) => {
    if (found === undefined) return [];
    const until = found.isOngoing ? `still going on at ${found.until.printed}` : `to ${found.until.printed}`;
    return [
      `treatment beyond progression: from ${found.since.printed} ${until}, ${daysText(found.days)}`,
      ...(found.decisions.length === 0
        ? ['  who decided it, when and why is not recorded']
        : found.decisions.flatMap(({ words, by, date, reasons }) => [
            `  who: ${by.length === 0 ? 'no signature recorded' : by.join(', ')}; when: ${date?.printed ?? 'not recorded'}; "${words}"`,
            `  why: ${reasons.length === 0 ? 'not recorded' : reasons.join('; ')}`,
          ])),
    ];
  },
  json: ({ beyond: found }) =>
    found === undefined
      ? null
      : {
          since: found.since.printed,
          until: found.until.printed,
          isOngoing: found.isOngoing,
          days: found.days,
          decisions: found.decisions.map(({ date, ...rest }) => ({ ...rest, date: date?.printed ?? null })),
        },
};

const queries: AnswerSection<CourseResponse> = {
  key: 'queries',
  lines: (answer) => queryLines(answer.queries),
  json: (answer) => answer.queries,
};

/** What is said of each course, in this order. */
export const courseSections: readonly AnswerSection<CourseResponse>[] = [
  timePoints,
  best,
  progression,
  fromSizes,
  immune,
  retrospect,
  beyond,
  queries,
];

/** What is said of the whole record behind its courses: one entry for each further part. */
export const caseSections: readonly AnswerSection<CaseAnswer>[] = [followUpPart];

function courseTitle({ course }: CourseResponse): string {
  const line = course.line === undefined ? '' : `, line ${course.line}`;
  const start = course.start?.printed ?? 'start not known';
  const end =
    course.end !== undefined
      ? ` to ${course.end.printed}`
      : course.ongoing === undefined
        ? ''
        : `, going on at ${course.ongoing.printed}`;
  return `${course.id} (${course.printed}${line}; ${start}${end})`;
}

/** The lines of an answer. */
export function caseLines(answer: CaseAnswer): readonly string[] {
  const { record, courses } = answer;
  return [
    `${record.id}: ${record.title}`,
    ...(courses.length === 0 ? ['', 'no course has an assessment or a printed outcome'] : []),
    ...courses.flatMap((course) => [
      '',
      courseTitle(course),
      ...indented(courseSections.flatMap((section) => section.lines(course))),
    ]),
    ...caseSections.flatMap((section) => {
      const lines = section.lines(answer);
      return lines.length === 0 ? [] : ['', ...lines];
    }),
  ];
}

/** An answer as JSON. */
export function caseJson(answer: CaseAnswer): object {
  const keyed = <T>(sections: readonly AnswerSection<T>[], of: T) =>
    Object.fromEntries(sections.map(({ key, json }) => [key, json(of)]));
  return {
    case: answer.record.id,
    courses: answer.courses.map((course) => ({
      course: course.course.id,
      printed: course.course.printed,
      start: course.course.start?.printed ?? null,
      end: course.course.end?.printed ?? null,
      ...keyed(courseSections, course),
    })),
    ...keyed(caseSections, answer),
  };
}
