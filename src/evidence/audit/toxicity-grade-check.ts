/**
 * Adverse events by grade: patients with an event of some grades are among those with the event in all of these grades and
 * more, so grade 3–4 is not above all grades, nor grade 4 above grade 3 or more; and a patient with one kind of event is among
 * those with any adverse event of the same grades. An event printed without a grade is taken for one of all grades only beside
 * severe ones in the same part of the paper, and with less certainty.
 */
import { inOrder } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import {
  type AuditedStudy,
  evidenceOf,
  groupedBy,
  groupWords,
  partOfPaper,
  sizesOf,
} from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { countsOf } from './subgroup-check.ts';
import { isGradesWithin, readGrades } from './toxicity-grades.ts';

type Toxicity = Extract<PrintedValue, { readonly what: 'toxicity' }>;

interface Graded {
  readonly value: Toxicity;
  readonly grades: ReadonlySet<number>;
  readonly isPrinted: boolean;
}

const isToxicity = (value: PrintedValue): value is Toxicity => value.what === 'toxicity';

function gradedOf(value: Toxicity): readonly Graded[] {
  const grades = readGrades(value.grades ?? 'any');
  return grades === undefined ? [] : [{ value, grades, isPrinted: value.grades !== undefined }];
}

/** Values of one group with one note: a note says that they are of other patients, or that a reading is open. */
const groupKey = ({ group, note }: Toxicity): string => `${group}|${note ?? ''}`;

const termOf = ({ term }: Toxicity): string => term.toLowerCase().replaceAll(/[‐‑–—-]/gu, '-');

const gradeWords = ({ value, isPrinted }: Graded): string =>
  isPrinted ? `grade ${value.grades ?? ''}` : 'no grade printed';

/** The grade from which an event is severe. */
const severe = 3;

type Excess = 'impossible' | 'truncated' | undefined;

/** Out of the printed sizes of the group: every count of the part is above every count of the whole. */
function countsExceed(of: AuditedStudy, part: Toxicity, whole: Toxicity): boolean | undefined {
  const [few, many] = [countsOf(of, part), countsOf(of, whole)];
  return few === undefined || many === undefined ? undefined : few.least > many.most;
}

/** Whether the part is above its whole; percentages of two parts of a paper may be of two numbers of patients. */
function excessOf(of: AuditedStudy, part: Toxicity, whole: Toxicity): Excess {
  if (part.as !== whole.as) return countsExceed(of, part, whole) === true ? 'impossible' : undefined;
  const { outcome } = inOrder([[part.value, whole.value]]);
  if (outcome !== 'impossible' && outcome !== 'truncated') return undefined;
  const isOneRow = partOfPaper(part) === partOfPaper(whole);
  if (part.as === 'count' || isOneRow || sizesOf(of, part.group).length < 2) return outcome;
  return countsExceed(of, part, whole) === false ? undefined : outcome;
}

/** "any adverse event", "overall toxicity": all kinds of events together. */
const isAnyEvent = ({ term }: Toxicity): boolean =>
  /^(?:any|all|overall)(?: \S+)?? ?(?:toxicit(?:y|ies)|adverse (?:events?|effects?|reactions?)|side effects?)$/i.test(
    term,
  );

/** Terms that are no event: how treatment ended, and that nothing happened. */
const isNoEvent = ({ term }: Toxicity): boolean =>
  /^(?:no|none|without|free)\b|\b(?:terminat|discontinu|withdraw|interrupt|reduc|delay|modif)/i.test(term);

const isWithin = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  [...one].every((grade) => other.has(grade));

/** An event without a grade beside severe ones of the same term is of all grades; beside mild ones it may be of the severe alone. */
const mayLackGrade = (part: Graded, whole: Graded): boolean =>
  termOf(part.value) === termOf(whole.value) &&
  Math.min(...part.grades) >= severe &&
  partOfPaper(part.value) === partOfPaper(whole.value);

/** Whether all patients of one printed value are among those of the other: more grades of one event, or any event. */
function isPartOf(part: Graded, whole: Graded): boolean {
  if (!part.isPrinted || (!whole.isPrinted && !mayLackGrade(part, whole))) return false;
  if (termOf(part.value) === termOf(whole.value)) return isGradesWithin(part.grades, whole.grades);
  return (
    isAnyEvent(whole.value) &&
    !isAnyEvent(part.value) &&
    !isNoEvent(part.value) &&
    isWithin(part.grades, whole.grades)
  );
}

function compared(of: AuditedStudy, part: Graded, whole: Graded): readonly AuditFinding[] {
  if (!isPartOf(part, whole)) return [];
  const isOneRow = partOfPaper(part.value) === partOfPaper(whole.value);
  const excess = excessOf(of, part.value, whole.value);
  if (excess === undefined) return [];
  const isOneTerm = termOf(part.value) === termOf(whole.value);
  const wholeWords = `${isOneTerm ? '' : `${whole.value.term}, `}${gradeWords(whole)}`;
  return [
    finding({
      study: of.study.id,
      check: 'toxicityGrades',
      group: part.value.group,
      about: `${part.value.term}: ${gradeWords(part)} against ${wholeWords}`,
      outcome: excess === 'truncated' ? 'truncated' : 'conflicting',
      certainty: whole.isPrinted && isOneRow && excess === 'impossible' ? 'certain' : 'likely',
      printed: [part, whole].map((each) => {
        const evidence = evidenceOf(each.value);
        return { ...evidence, printed: `${evidence.printed} ${each.value.term}, ${gradeWords(each)}` };
      }),
      recomputed: `${part.value.term} of ${gradeWords(part)} in ${evidenceOf(part.value).printed}, with ${wholeWords} in ${evidenceOf(whole.value).printed}`,
      test: isOneTerm
        ? 'patients with an event of some grades are among those with the event in these grades and more'
        : 'patients with one kind of event are among those with any event of the same grades',
      explanation: whole.isPrinted
        ? `A value or its grade is misprinted, or one counts events or cycles and the other patients (${groupWords(of, part.value.group)}).`
        : `The value without a grade is not of all grades, or a value is misprinted (${groupWords(of, part.value.group)}).`,
    }),
  ];
}

export function toxicityGradeCheck(of: AuditedStudy): AuditAnswer {
  const findings = [...groupedBy(of.values.filter(isToxicity), groupKey).values()].flatMap((same) => {
    const graded = same.flatMap(gradedOf);
    return graded.length < 2 || !graded.some(({ isPrinted }) => isPrinted)
      ? []
      : graded.flatMap((part) => graded.flatMap((whole) => compared(of, part, whole)));
  });
  return { findings, explained: [] };
}
