/** Grade, differentiation and discordance of a neuroendocrine neoplasm, from its classification. Bounds stay bounds. */
import * as z from 'zod';
import { all } from '../../truth/index.ts';
import { type Grade, grades, boundsText as gradeText } from '../../tumour/index.ts';
import { answer, isMet, isUnknown, isUnmet } from '../answer.ts';
import { whenFaultless } from '../bounds.ts';
import { defineLeaf } from '../leaf.ts';

const noGrade = { ...whenFaultless, error: 'no grade lies within these limits; correct them' };
const rank = (grade: Grade): number => grades.indexOf(grade);

export const gradeLeaf = defineLeaf({
  name: 'grade',
  schema: z
    .strictObject({ atLeast: z.enum(grades).exactOptional(), atMost: z.enum(grades).exactOptional() })
    .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, {
      ...whenFaultless,
      error: 'give atLeast or atMost',
    })
    .refine(({ atLeast = 'G1', atMost = 'G3' }) => rank(atLeast) <= rank(atMost), noGrade),
  evaluate({ atLeast, atMost }, { classification }) {
    const settledBy = 'count Ki-67 and mitoses on an adequate specimen';
    if (classification.class === 'NEC') return isUnmet({ text: 'a carcinoma (NEC) is not graded' });
    const { grade } = classification;
    if (grade === null) return isUnknown('notRecorded', settledBy);
    const datum = {
      text: `grade ${gradeText(grade)} (${grade.from === 'counts' ? 'by counts' : 'as printed'})`,
    };
    const truths = [
      ...(atLeast === undefined
        ? []
        : ([
            rank(grade.lowest) >= rank(atLeast)
              ? 'met'
              : rank(grade.highest) < rank(atLeast)
                ? 'unmet'
                : 'unknown',
          ] as const)),
      ...(atMost === undefined
        ? []
        : ([
            rank(grade.highest) <= rank(atMost)
              ? 'met'
              : rank(grade.lowest) > rank(atMost)
                ? 'unmet'
                : 'unknown',
          ] as const)),
    ];
    return answer(all(truths), [datum], { reason: 'rangeSpansLimit', settledBy });
  },
  print: ({ atLeast, atMost }) => {
    if (atLeast !== undefined && atLeast === atMost) return `grade ${atLeast}`;
    return [
      atLeast === undefined ? undefined : `grade at least ${atLeast}`,
      atMost === undefined ? undefined : `grade at most ${atMost}`,
    ]
      .filter((word) => word !== undefined)
      .join(' and ');
  },
});

const differentiationWords = { well: 'well', poor: 'poorly' } as const;

export const differentiationLeaf = defineLeaf({
  name: 'differentiation',
  schema: z.strictObject({ is: z.enum(['well', 'poor']) }),
  evaluate({ is }, { classification }) {
    const { differentiation } = classification;
    if (differentiation === 'unstated')
      return isUnknown('notRecorded', 'pathology review of differentiation');
    const datum = { text: `${differentiationWords[differentiation]} differentiated` };
    return differentiation === is ? isMet(datum) : isUnmet(datum);
  },
  print: ({ is }) => `${differentiationWords[is]} differentiated`,
});

/** Ki-67 in the range of G3 while the mitotic count stays below. */
export const discordanceLeaf = defineLeaf({
  name: 'discordance',
  schema: z.strictObject({ is: z.literal('proliferative') }),
  evaluate(_question, { classification }) {
    const { counts } = classification;
    const settledBy = 'count Ki-67 and mitoses on one specimen';
    if (counts === null) return isUnknown('notRecorded', settledBy);
    const truth = counts.proliferativeDiscordance;
    const text = truth === 'met' ? 'Ki-67 in the range of G3, mitoses below' : 'Ki-67 and mitoses compared';
    return answer(truth, [{ text }], { reason: 'notRecorded', settledBy });
  },
  print: () => 'proliferative discordance (Ki-67 in the range of G3, mitoses below)',
});
