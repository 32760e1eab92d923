/** Studies in the printed form for tests: by hand, and at random without any defect. */
import type { PrintedResults, PrintedValue } from '../printed/index.ts';
import { type Study, study } from '../study.ts';

export const place = { document: '004', section: 'Table 1', lines: '1-2' } as const;

/** The p value of the response of two arms, `a` and `b`. */
export const responsePValue = (value: string, relation: '=' | '<' = '=', test?: string): PrintedValue => ({
  group: 'all',
  what: 'pValue',
  of: 'objectiveResponse',
  between: ['a', 'b'],
  relation,
  value,
  as: 'p',
  place,
  ...(test === undefined ? {} : { test }),
});

const base: Study = study.parse({
  cajal: 'study/1',
  id: 'a-study',
  title: 'A study',
  citation: { year: 2010 },
  published: '2010',
  verification: 'read',
  readIn: place,
  design: { type: 'retrospectiveSeries' },
  selection: 'unstated',
  population: { words: 'patients', entity: 'nec' },
});

/** A study with these printed results; `more` overrides anything else. */
export function studyOf(
  printed: Partial<PrintedResults> & Pick<PrintedResults, 'groups'>,
  more: Partial<Study> = {},
): Study {
  return { ...base, printed: { values: [], comparisons: [], verdicts: [], ...printed }, ...more };
}

/** Groups by their ids; `part<whole` for a part. */
export function groupsOf(...ids: readonly string[]): PrintedResults['groups'] {
  return ids.map((text) => {
    const [id = '', partOf] = text.split('<');
    return { id, words: id, ...(partOf === undefined ? {} : { partOf }) };
  });
}

/** The size of a group. */
export const patients = (group: string, value: number | string): PrintedValue => ({
  group,
  what: 'patients',
  value: String(value),
  as: 'count',
  place,
});

/** Best responses of a group as percentages: `{ RR: '53', CR: '15' }`. */
export function responses(
  group: string,
  printed: Readonly<Partial<Record<'RR' | 'DCR' | 'CR' | 'PR' | 'SD' | 'PD' | 'NE', string>>>,
  at: PrintedValue['place'] = place,
): PrintedValue[] {
  const names = {
    RR: 'objectiveResponse',
    DCR: 'diseaseControl',
    CR: 'completeResponse',
    PR: 'partialResponse',
    SD: 'stableDisease',
    PD: 'progressiveDisease',
    NE: 'notEvaluable',
  } as const;
  const shorts = ['RR', 'DCR', 'CR', 'PR', 'SD', 'PD', 'NE'] as const;
  return shorts.flatMap((short): PrintedValue[] => {
    const [what, value] = [names[short], printed[short]];
    return value === undefined ? [] : [{ group, what, value, as: 'percent', place: at }];
  });
}

/** A median with what stands beside it. */
export const median = (
  group: string,
  what: 'overallSurvival' | 'progressionFreeSurvival',
  value: string,
  interval?: string,
  intervalLabel: 'range' | '95% CI' = 'range',
): PrintedValue => ({
  group,
  what,
  value,
  as: 'median',
  unit: 'months',
  place,
  ...(interval === undefined ? {} : { interval, intervalLabel }),
});

/** Adverse events as percentages. */
export const toxicity = (group: string, term: string, value: string): PrintedValue => ({
  group,
  what: 'toxicity',
  term,
  value,
  as: 'percent',
  place,
});

/** A fact in words. */
export const fact = (name: string, value: string, means: string, document = '004'): PrintedValue => ({
  group: 'all',
  what: 'fact',
  name,
  value,
  means,
  as: 'words',
  place: { ...place, document },
});
