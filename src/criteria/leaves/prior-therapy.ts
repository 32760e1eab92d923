/**
 * Earlier treatment: a drug, a class, a regimen or a kind; its line; how it ended; how long ago. A class recorded
 * without a drug ("somatostatin analog") counts as that class and leaves each of its drugs unknown. Absence counts
 * as no only where the list of therapies is declared complete.
 */
import * as z from 'zod';
import { courseKinds } from '../../case/index.ts';
import { classesOf, isDrugClassId, isDrugId } from '../../therapy/index.ts';
import { all as allOf, any as anyOf, type Truth } from '../../truth/index.ts';
import { daysBetween, monthsFromDays } from '../../units/index.ts';
import { answer, type Datum, isUnknown, isUnmet, type LeafAnswer } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { ReadCourse, Subject } from '../subject.ts';

const endings = ['progression', 'intolerance', 'response', 'ongoing', 'ended'] as const;
type Ending = (typeof endings)[number];

const question = z.strictObject({
  drug: z.string().min(1).exactOptional(),
  drugClass: z.string().min(1).exactOptional(),
  regimen: z.string().min(1).exactOptional(),
  kind: z.enum(courseKinds).exactOptional(),
  line: z.int().min(1).exactOptional(),
  ending: z
    .enum(endings)
    .describe('progression: refractory to it; intolerance: stopped for toxicity; response: CR or PR')
    .exactOptional(),
  monthsSinceEndAtLeast: z.number().positive().exactOptional(),
});
type Question = z.output<typeof question>;

/** Whether a course is one that is asked for; unknown where only its class was recorded. */
function matches({ course, drugs, classes, regimen }: ReadCourse, asked: Question): Truth {
  const parts: Truth[] = [];
  if (asked.kind !== undefined) parts.push(course.kind === asked.kind ? 'met' : 'unmet');
  if (asked.line !== undefined)
    parts.push(course.line === undefined ? 'unknown' : course.line === asked.line ? 'met' : 'unmet');
  if (asked.regimen !== undefined) parts.push(regimen === asked.regimen ? 'met' : 'unmet');
  if (asked.drugClass !== undefined) parts.push(classes.includes(asked.drugClass) ? 'met' : 'unmet');
  if (asked.drug !== undefined) {
    const { drug } = asked;
    const mayBe = course.drugClasses.some(
      (each) => isDrugClassId(each) && isDrugId(drug) && classesOf(drug).includes(each),
    );
    parts.push(drugs.includes(drug) ? 'met' : mayBe ? 'unknown' : 'unmet');
  }
  return allOf(parts);
}

/** Whether a course ended as asked; a course whose end is not stated leaves the question open. */
function ended({ course }: ReadCourse, ending: Ending): Truth {
  const is = (holds: boolean): Truth => (holds ? 'met' : 'unmet');
  const over = course.end !== undefined || course.stopReason !== 'unstated';
  const responses = course.outcomes.map((each) => each.response);
  switch (ending) {
    case 'progression':
      if (course.stopReason === 'progression' || responses.includes('PD')) return 'met';
      return course.stopReason === 'unstated' || course.stopReason === 'noBenefit' ? 'unknown' : 'unmet';
    case 'intolerance':
      return course.stopReason === 'unstated' ? 'unknown' : is(course.stopReason === 'toxicity');
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
  const responses = course.outcomes.map((each) => each.response).filter((each) => each !== 'notStated');
  const stop = course.stopReason === 'unstated' ? [] : [`stopped for ${course.stopReason}`];
  return [course.printed, ...responses, ...stop].join(', ');
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
    judged
      .filter((each) => each.truth === truth)
      .map(({ course }) =>
        datumOf(
          { ...course.course, ...(course.course.start === undefined ? {} : { date: course.course.start }) },
          endingText(course),
        ),
      );
  const found = anyOf(judged.map((each) => each.truth));
  if (found !== 'unmet') return answer(found, data(found), { reason: 'notRecorded', settledBy });
  const declared = subject.record.complete.find((each) => each.list === 'therapies');
  return declared === undefined
    ? isUnknown('notRecorded', settledBy)
    : isUnmet(datumOf(declared, 'the list of treatments is complete and does not name it'));
}

function printQuestion(asked: Question): string {
  const endingWords: Record<Ending, string> = {
    progression: 'with progression',
    intolerance: 'stopped for toxicity',
    response: 'with response',
    ongoing: 'going on',
    ended: 'ended',
  };
  return [
    'earlier',
    asked.drug ?? asked.regimen ?? asked.drugClass ?? asked.kind ?? 'treatment',
    asked.line === undefined ? undefined : `in line ${asked.line}`,
    asked.ending === undefined ? undefined : endingWords[asked.ending],
    asked.monthsSinceEndAtLeast === undefined
      ? undefined
      : `at least ${asked.monthsSinceEndAtLeast} months ago`,
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
  schema: z.strictObject({ atLeast: z.int().min(0).exactOptional(), atMost: z.int().min(0).exactOptional() }),
  evaluate({ atLeast, atMost }, { courses, record }) {
    const systemic = courses.filter(({ course }) => course.kind === 'systemic' || course.kind === 'prrt');
    const fewest = Math.max(systemic.length, ...systemic.map(({ course }) => course.line ?? 0), 0);
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
      .concat(' earlier systemic lines'),
});

function compareAtLeast(low: number, high: number | null, limit: number): Truth {
  if (low >= limit) return 'met';
  return high !== null && high < limit ? 'unmet' : 'unknown';
}

const negateAtLeast = (truth: Truth): Truth =>
  truth === 'met' ? 'unmet' : truth === 'unmet' ? 'met' : 'unknown';
