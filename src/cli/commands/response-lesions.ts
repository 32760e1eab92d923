/** The answer of `cajal response` on records of lesions: every time point with its reason, best response, queries. */
import {
  bestImmuneResponse,
  bestResponseOfSpans,
  calledPoints,
  choiOfRecord,
  discordance,
  immuneProgression,
  immuneTimePoints,
  type LesionRecord,
  lesionSigns,
  type PossibleBest,
  pseudoprogression,
  recistTimePoints,
} from '../../response/index.ts';
import type { ResponseCommandOptions } from '../response-options.ts';
import { bestJson, bestText, dayText, queryLines } from './response-output.ts';

type Rules = Pick<ResponseCommandOptions, 'immunotherapy' | 'stableFrom' | 'confirmAfter'>;

/** The calls of one patient, plain. */
export function lesionAnswer(record: LesionRecord, rules: Rules) {
  const { baselineSum, timePoints, queries } = recistTimePoints(record);
  const called = timePoints.flatMap(({ timePoint, overall }) =>
    overall === undefined ? [] : [{ day: timePoint.day, response: overall.response, label: timePoint.label }],
  );
  const given = { stableFromDay: rules.stableFrom, confirmAfterDays: rules.confirmAfter };
  const immune = rules.immunotherapy ? immuneTimePoints(record) : undefined;
  const immuneCalls = (immune?.timePoints ?? []).flatMap(({ timePoint, response }) =>
    response === undefined ? [] : [{ label: timePoint.label, response }],
  );
  return {
    patient: record.patient,
    baseline: record.timePoints[0],
    targets: record.lesions.filter(({ kind }) => kind === 'target').length,
    baselineSum,
    timePoints: timePoints.map((call, at) => ({
      ...call,
      discordance: discordance(
        {
          ...(call.overall === undefined ? {} : { response: call.overall.response }),
          sumPercent: call.target?.percentFromBaseline ?? null,
        },
        lesionSigns(record, at + 1),
      ),
      choi: choiOfRecord(record, at + 1, call) ?? null,
      ...(immune?.timePoints[at] === undefined ? {} : { immune: immune.timePoints[at] }),
    })),
    unconfirmed: bestResponseOfSpans(called, { ...given, isConfirmed: false }),
    confirmed: bestResponseOfSpans(called, { ...given, isConfirmed: true }),
    ...(immune === undefined
      ? {}
      : { immuneBest: bestImmuneResponse(immuneCalls), immuneProgression: immuneProgression(immuneCalls) }),
    retrospect: pseudoprogression(calledPoints(timePoints)).filter(
      ({ state }) => state === 'pseudoprogression' || state === 'unknown',
    ),
    queries: [...queries, ...(immune?.queries ?? [])],
  };
}

type LesionAnswer = ReturnType<typeof lesionAnswer>;

const shown = (value: number | null): string =>
  value === null ? 'not known' : `${Number(value.toFixed(1))} mm`;

/** The lines of one patient. */
export function lesionLines(answer: LesionAnswer): readonly string[] {
  const { patient, baseline, targets, baselineSum, timePoints, immuneBest, immuneProgression: date } = answer;
  const sum =
    targets === 0
      ? 'no target lesion'
      : `${targets} target ${targets === 1 ? 'lesion' : 'lesions'}, sum ${shown(baselineSum)}`;
  const label = baseline === undefined ? '' : `; baseline ${baseline.label}`;
  return [
    `${patient}: ${sum}${label}`,
    ...timePoints.flatMap(({ timePoint, overall, atTheTime, immune, discordance: signs, choi }) => [
      `  ${timePoint.label}${timePoint.label.startsWith('day') ? '' : ` (${dayText(timePoint.day)})`}: RECIST ${overall?.response ?? 'no call'}${overall === undefined ? '' : ` (${overall.because})`}`,
      ...(atTheTime === undefined ? [] : [`    at the time: ${atTheTime.response}`]),
      ...(immune === undefined ? [] : [`    iRECIST ${immune.response ?? 'no call'} (${immune.because})`]),
      ...(choi === null ? [] : [`    by size and density (Choi 2007) ${choi.response} (${choi.because})`]),
      ...(signs.state === 'discordant' ? [`    ${signs.sentence}`] : []),
    ]),
    `  best response without confirmation: ${bestText(answer.unconfirmed)}`,
    `  best response with confirmation: ${bestText(answer.confirmed)}`,
    ...(immuneBest === undefined || date === undefined
      ? []
      : [`  iRECIST: best ${immuneBest.because}; progression: ${date.because}`]),
    ...answer.retrospect.map(({ label, state, because }) =>
      state === 'pseudoprogression'
        ? `  in retrospect pseudoprogression at ${label}: ${because}`
        : `  pseudoprogression cannot be told at ${label}: ${because}`,
    ),
    ...queryLines(answer.queries).map((line) => `  ${line}`),
  ];
}

const best = ({ possible }: PossibleBest): string => possible.map(({ response }) => response).join(' or ');

/** The answer of one patient as JSON. */
export function lesionJson(answer: LesionAnswer): unknown {
  const { unconfirmed, confirmed, ...rest } = answer;
  return { ...rest, bestResponse: { unconfirmed: bestJson(unconfirmed), confirmed: bestJson(confirmed) } };
}

/** How many patients have which best response. */
export function bestCounts(answers: readonly LesionAnswer[]): readonly string[] {
  if (answers.length < 2) return [];
  const counted = (key: 'unconfirmed' | 'confirmed'): string =>
    [...Map.groupBy(answers, (answer) => best(answer[key]))]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, own]) => `${name} ${own.length}`)
      .join(', ');
  return [
    `${answers.length} patients; without confirmation: ${counted('unconfirmed')}; with: ${counted('confirmed')}`,
  ];
}
