/** Comorbidity, co-medication, earlier cancers and toxicity. Absence counts only in complete lists. */
import * as z from 'zod';
import type { CaseRecord, CompletableList } from '../../case/index.ts';
import { isMet, isUnknown, isUnmet, type LeafAnswer } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

const sameWord = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const listWords: Readonly<Record<CompletableList, string>> = {
  therapies: 'treatments',
  comorbidities: 'comorbidities',
  coMedication: 'other medicines',
  priorMalignancies: 'earlier cancers',
  adverseEvents: 'adverse events',
};

/** What the absence of an entry means: no, where the list is declared complete, else unknown. */
function absence(record: CaseRecord, list: CompletableList, settledBy: string): LeafAnswer {
  const declared = record.complete.find((each) => each.list === list);
  return declared === undefined
    ? isUnknown('notRecorded', settledBy)
    : isUnmet(datumOf(declared, `the list of ${listWords[list]} is complete and does not name it`));
}

export const comorbidityLeaf = defineLeaf({
  name: 'comorbidity',
  schema: z.strictObject({ term: z.string().min(1) }),
  evaluate({ term }, { record }) {
    const named = mostRecent(record.comorbidities.filter((each) => sameWord(each.term, term)));
    if (named === undefined) return absence(record, 'comorbidities', `ask for ${term}`);
    const datum = datumOf(named, `${named.term}: ${named.status}`);
    return named.status === 'present' ? isMet(datum) : isUnmet(datum);
  },
  print: ({ term }) => term,
});

export const coMedicationLeaf = defineLeaf({
  name: 'coMedication',
  schema: z.strictObject({ name: z.string().min(1) }),
  evaluate({ name }, { record }) {
    const named = mostRecent(record.coMedication.filter((each) => sameWord(each.name, name)));
    if (named === undefined) return absence(record, 'coMedication', `ask for ${name}`);
    return named.end === undefined
      ? isMet(datumOf(named, named.name))
      : isUnmet(datumOf(named, `${named.name}, until ${named.end.printed}`));
  },
  print: ({ name }) => `takes ${name}`,
});

/** Words that name a tumour already: seminoma, germ cell tumour, leukaemia. */
const namesTumour = /(?:oma|tumou?r|neoplasm|neoplasia|malignancy|leuka?emia|carcinoid|myelodysplasia)s?$/i;

export const priorMalignancyLeaf = defineLeaf({
  name: 'priorMalignancy',
  schema: z.strictObject({
    words: z.string().min(1).describe('A word of the diagnosis, "testicular"; "any" for any'),
  }),
  evaluate({ words }, { record }) {
    const named = record.priorMalignancies.filter(
      (each) => words === 'any' || each.printed.toLowerCase().includes(words.toLowerCase()),
    );
    const first = named[0];
    if (first === undefined) return absence(record, 'priorMalignancies', 'ask for earlier cancers');
    return isMet(...named.map((each) => datumOf(each, each.printed)));
  },
  print: ({ words }) => {
    if (words === 'any') return 'an earlier cancer';
    if (/\bcancer$/i.test(words)) return `an earlier cancer named ${words}`;
    return namesTumour.test(words) ? `an earlier ${words}` : `an earlier ${words} cancer`;
  },
});

/** An event that is present has at least grade 1, graded or not. */
const mildest = 1;

export const toxicityLeaf = defineLeaf({
  name: 'toxicity',
  schema: z.strictObject({ term: z.string().min(1), gradeAtLeast: z.int().min(1).max(5).default(1) }),
  evaluate({ term, gradeAtLeast }, { record }) {
    const events = record.adverseEvents.filter((each) => sameWord(each.term, term));
    const present = events.filter((each) => each.status === 'present');
    const settledBy = `ask for ${term}`;
    if (present.length === 0) {
      const denied = events.find((each) => each.status === 'absent');
      return denied === undefined
        ? absence(record, 'adverseEvents', settledBy)
        : isUnmet(datumOf(denied, `${term}: absent`));
    }
    const data = present.map((each) =>
      datumOf(each, `${each.term}, grade ${each.grade?.printed ?? 'not stated'}`),
    );
    if (present.some((each) => (each.grade?.low ?? mildest) >= gradeAtLeast)) return isMet(...data);
    if (present.every((each) => each.grade !== undefined && (each.grade.high ?? 5) < gradeAtLeast))
      return isUnmet(...data);
    return isUnknown('rangeSpansLimit', `grade the ${term}`, ...data);
  },
  print: ({ term, gradeAtLeast }) => `${term} of grade ${gradeAtLeast} or more`,
});
