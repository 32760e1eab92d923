/**
 * The rule by which lines of treatment are counted, as an object with a version. There is no standard: trials, registries and
 * papers count differently, so the rule is named wherever a number of lines is shown, and printed numbers stand beside it.
 */
import type { Basis } from '../../tumour/index.ts';

/** A rule for counting lines. */
export interface LineRule {
  readonly id: string;
  readonly version: string;
  readonly statements: readonly string[];
  readonly source: Basis;
}

/** The rule of this room. */
export const lineRule: LineRule = {
  id: 'cajal-lines',
  version: '1',
  statements: [
    'Systemic anticancer treatment and PRRT start a line; surgery, radiotherapy, liver-directed treatment, observation and supportive drugs do not.',
    'A somatostatin analogue alone does not start a line, and does not change the regimen it is given with.',
    'Courses that are given together form one regimen, also when a drug is added later without progression.',
    'Another treatment after the end of the one before it, or after progression under it, starts a new line.',
    'The same treatment taken up again without progression in between is the same line; after progression it is a new one.',
    'Part of a regimen continued after its end without progression, and what the record calls maintenance, belongs to the line before it.',
    'After a stop for toxicity, drugs of the same classes can belong to the same line or start one: both are counted.',
    'Adjuvant and neoadjuvant treatment is no line for advanced disease.',
    'Where dates or reasons leave open whether a course starts a line, the number is given as at least and at most.',
  ],
  source: {
    kind: 'literature',
    citation: 'Rule of this software; definitions vary (Saini and Twelves, Br J Cancer 2021;125:155)',
    verified: 'unverified',
  },
};
