/**
 * Earlier treatment: a drug, a class, a regimen or a kind; its line; how it ended; how long ago. A class recorded
 * without a drug ("somatostatin analog") counts as that class and leaves each of its drugs unknown. Absence counts
 * as no only where the list of therapies is declared complete.
 */
import * as z from 'zod';
import { nearestWord } from '../../reading/index.ts';
import {
  classAndAncestors,
  className,
  drugClasses,
  drugOf,
  drugs,
  isDrugClassId,
  isDrugId,
  isOfClass,
  isRegimenId,
  regimenOf,
  regimens,
  therapyKinds,
} from '../../therapy/index.ts';
import { all as allOf, any as anyOf, type Truth } from '../../truth/index.ts';
import { daysBetween, monthsFromDays } from '../../units/index.ts';
import { answer, type Datum, isUnknown, isUnmet, type LeafAnswer } from '../answer.ts';
import { noNumber, whenFaultless } from '../bounds.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { ReadCourse, Subject } from '../subject.ts';
import { responseWords, stopReasonWords, therapyKindWords } from './course-words.ts';

const endings = ['progression', 'intolerance', 'response', 'ongoing', 'ended'] as const;
type Ending = (typeof endings)[number];

const question = z
  .strictObject({
    drug: z.string().min(1).describe('A drug of the register, by its id').exactOptional(),
    drugClass: z.string().min(1).describe('A class of the register, by its id').exactOptional(),
    regimen: z.string().min(1).describe('A regimen of the register, by its id').exactOptional(),
    kind: z.enum(therapyKinds).exactOptional(),
    line: z.int().min(1).exactOptional(),
    ending: z
      .enum(endings)
      .describe('progression: refractory to it; intolerance: stopped for toxicity; response: CR or PR')
      .exactOptional(),
    monthsSinceEndAtLeast: z.number().positive().exactOptional(),
  })
  .superRefine(({ drug, drugClass, regimen }, context) => {
    const check = (
      key: string,
      text: string | undefined,
      isKnown: (of: string) => boolean,
      ids: readonly string[],
    ) => {
      if (text === undefined || isKnown(text)) return;
      const near = nearestWord(text, ids);
      const hint = near === undefined ? 'use an id of the register' : `did you mean "${near}"?`;
      context.addIssue({ code: 'custom', path: [key], message: `"${text}" is not in the register; ${hint}` });
    };
    const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
    check('drug', drug, isDrugId, ids(drugs));
    check('drugClass', drugClass, isDrugClassId, ids(drugClasses));
    check('regimen', regimen, isRegimenId, ids(regimens));
  });
type Question = z.output<typeof question>;

/** Whether a course had a drug; unknown where only a class of it, or nothing, was recorded. */
function hadDrug({ drugs: given, unnamedClasses, isNamed }: ReadCourse, drug: string): Truth {
  if (given.some((each) => each === drug)) return 'met';
  const isOneOf = isDrugId(drug) && unnamedClasses.some((drugClass) => isOfClass(drug, drugClass));
  return isOneOf || !isNamed ? 'unknown' : 'unmet';
}

/** Whether a course had a drug of a class; unknown where only a wider class, or nothing, was recorded. */
function hadClass({ classes, unnamedClasses, isNamed }: ReadCourse, drugClass: string): Truth {
  if (classes.includes(drugClass)) return 'met';
  const wider = isDrugClassId(drugClass) ? classAndAncestors(drugClass) : [];
  return unnamedClasses.some((each) => wider.includes(each)) || !isNamed ? 'unknown' : 'unmet';
}

/** Whether a course was a regimen; unknown where its drugs are not all recorded. */
function wasRegimen({ regimen, unnamedClasses, isNamed }: ReadCourse, asked: string): Truth {
  if (regimen === asked) return 'met';
  return unnamedClasses.length > 0 || !isNamed ? 'unknown' : 'unmet';
}

/** Whether a course is one that is asked for. */
function matches(read: ReadCourse, asked: Question): Truth {
  const { course } = read;
  const parts: Truth[] = [];
  if (asked.kind !== undefined) parts.push(course.kind === asked.kind ? 'met' : 'unmet');
  if (asked.line !== undefined)
    parts.push(course.line === undefined ? 'unknown' : course.line === asked.line ? 'met' : 'unmet');
  if (asked.regimen !== undefined) parts.push(wasRegimen(read, asked.regimen));
  if (asked.drugClass !== undefined) parts.push(hadClass(read, asked.drugClass));
  if (asked.drug !== undefined) parts.push(hadDrug(read, asked.drug));
  return allOf(parts);
}

/** Whether a course ended as asked; a course whose end is not stated leaves the question open. */
export function ended({ course }: ReadCourse, ending: Ending): Truth {
  const is = (holds: boolean): Truth => (holds ? 'met' : 'unmet');
  const over = course.end !== undefined || course.stopReason !== 'unstated';
  const responses = course.outcomes.map((each) => each.response);
  switch (ending) {
    case 'progression':
      if (course.stopReason === 'progression' || responses.includes('PD')) return 'met';
      return course.stopReason === 'unstated' || course.stopReason === 'noBenefit' ? 'unknown' : 'unmet';
    case 'intolerance':
      if (course.stopReason !== 'unstated') return is(course.stopReason === 'toxicity');
      return course.ongoing !== undefined && course.end === undefined ? 'unmet' : 'unknown';
    case 'response':
      if (responses.includes('CR') || responses.includes('PR')) return 'met';
      return responses.length === 0 ? 'unknown' : 'unmet';
    case 'ongoing':
      return over ? 'unmet' : course.ongoing === undefined ? 'unknown' : 'met';
    case 'ended':
      return over ? 'met' : course.ongoing === undefined ? 'unknown' : 'unmet';
  }
}

function longEnoughAgo({ course }: ReadCourse, months: number, { clock }: Subject): Truth {
  if (clock.kind === 'now' || course.end === undefined) return 'unknown';
  const distance = daysBetween(course.end, clock.date);
  if (distance === 'incomparable') return 'unknown';
  if (distance.least !== null && monthsFromDays(distance.least) >= months) return 'met';
  return distance.most !== null && monthsFromDays(distance.most) < months ? 'unmet' : 'unknown';
}

function endingText({ course }: ReadCourse): string {
  const responses = course.outcomes.map((each) => responseWords[each.response]);
  return [course.printed, ...responses, stopReasonWords[course.stopReason]]
    .filter((word) => word !== undefined)
    .join(', ');
}

function courseDatum(read: ReadCourse): Datum {
  const { course } = read;
  return datumOf(
    { ...course, ...(course.start === undefined ? {} : { date: course.start }) },
    endingText(read),
  );
}

function evaluate(asked: Question, subject: Subject): LeafAnswer {
  const settledBy = `complete the list of earlier treatments (${printQuestion(asked)})`;
  const judged = subject.courses.map((course) => {
    const parts = [matches(course, asked)];
    if (asked.ending !== undefined) parts.push(ended(course, asked.ending));
    if (asked.monthsSinceEndAtLeast !== undefined) {
      parts.push(longEnoughAgo(course, asked.monthsSinceEndAtLeast, subject));
    }
    return { course, truth: allOf(parts) };
  });
  const data = (truth: Truth): Datum[] =>
    judged.filter((each) => each.truth === truth).map(({ course }) => courseDatum(course));
  const found = anyOf(judged.map((each) => each.truth));
  if (found !== 'unmet') return answer(found, data(found), { reason: 'notRecorded', settledBy });
  const declared = subject.record.complete.find((each) => each.list === 'therapies');
  const near = judged
    .filter(({ course }) => matches(course, asked) === 'met')
    .map(({ course }) => courseDatum(course));
  return declared === undefined
    ? isUnknown('notRecorded', settledBy, ...near)
    : isUnmet(...near, datumOf(declared, 'the list of treatments is complete and names no other'));
}

const endingWords: Readonly<Record<Exclude<Ending, 'ongoing'>, string>> = {
  progression: 'with progression',
  intolerance: 'stopped for toxicity',
  response: 'with response',
  ended: 'ended',
};

/** The drug, regimen and class asked for, by their names in the register. */
function agentWords({ drug, regimen, drugClass }: Question): readonly string[] {
  return [
    ...(drug === undefined ? [] : [isDrugId(drug) ? drugOf(drug).name : drug]),
    ...(regimen === undefined ? [] : [`regimen ${isRegimenId(regimen) ? regimenOf(regimen).name : regimen}`]),
    ...(drugClass === undefined ? [] : [isDrugClassId(drugClass) ? className(drugClass) : drugClass]),
  ];
}

function printQuestion(asked: Question): string {
  const agents = agentWords(asked).join(', ');
  const kind = asked.kind === undefined ? 'treatment' : therapyKindWords[asked.kind];
  const what = agents === '' ? kind : asked.kind === undefined ? agents : `${kind} with ${agents}`;
  const { ending } = asked;
  return [
    ending === 'ongoing' ? 'ongoing' : 'earlier',
    what,
    asked.line === undefined ? undefined : `in line ${asked.line}`,
    ending === undefined || ending === 'ongoing' ? undefined : endingWords[ending],
    asked.monthsSinceEndAtLeast === undefined
      ? undefined
      : `ended at least ${asked.monthsSinceEndAtLeast} months ago`,
  ]
    .filter((word) => word !== undefined)
    .join(' ');
}

export const priorTherapyLeaf = defineLeaf({
  name: 'priorTherapy',
  schema: question,
  evaluate,
  print: printQuestion,
});

/** The number of earlier systemic lines; the recorded courses are a lower bound unless the list is complete. */
export const linesOfTherapyLeaf = defineLeaf({
  name: 'linesOfTherapy',
  schema: z
    .strictObject({ atLeast: z.int().min(0).exactOptional(), atMost: z.int().min(0).exactOptional() })
    .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, {
      ...whenFaultless,
      error: 'give atLeast or atMost',
    })
    .refine(({ atLeast = 0, atMost = atLeast }) => atLeast <= atMost, noNumber),
  evaluate({ atLeast, atMost }, { courses, record }) {
    const systemic = courses
      .map(({ course }) => course)
      .filter((course) => course.kind === 'systemic' || course.kind === 'prrt');
    const numbers = systemic.flatMap(({ line }) => line ?? []);
    const unnumbered = systemic.filter(({ line }) => line === undefined);
    const fewest = Math.max(...numbers, new Set(numbers).size + unnumbered.length);
    const isComplete = record.complete.some((each) => each.list === 'therapies');
    const text = `${isComplete ? '' : 'at least '}${fewest} earlier systemic ${fewest === 1 ? 'line' : 'lines'}`;
    const range = {
      low: fewest,
      high: isComplete ? fewest : null,
      lowOpen: false,
      highOpen: false,
      printed: text,
    };
    const truths = [
      ...(atLeast === undefined ? [] : [compareAtLeast(range.low, range.high, atLeast)]),
      ...(atMost === undefined ? [] : [negateAtLeast(compareAtLeast(range.low, range.high, atMost + 1))]),
    ];
    return answer(allOf(truths), [{ text }], {
      reason: 'notRecorded',
      settledBy: 'complete the list of earlier treatments',
    });
  },
  print: ({ atLeast, atMost }) =>
    [
      atLeast === undefined ? undefined : `at least ${atLeast}`,
      atMost === undefined ? undefined : `at most ${atMost}`,
    ]
      .filter((word) => word !== undefined)
      .join(' and ')
      .concat((atMost ?? atLeast) === 1 ? ' earlier systemic line' : ' earlier systemic lines'),
});

function compareAtLeast(low: number, high: number | null, limit: number): Truth {
  if (low >= limit) return 'met';
  return high !== null && high < limit ? 'unmet' : 'unknown';
}

const negateAtLeast = (truth: Truth): Truth =>
  truth === 'met' ? 'unmet' : truth === 'unmet' ? 'met' : 'unknown';
