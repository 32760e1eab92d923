/**
 * The censoring rules at hand. FDA: guidance "Clinical Trial Endpoints for the Approval of Cancer Drugs and Biologics"
 * (December 2018), whose example tables for PFS go back to appendix 3 of the guidance of 2007: progression is documented at
 * an assessment, a new anticancer treatment and two or more missed visits censor at the last assessment. EMA:
 * EMA/CHMP/27994/2008 Rev. 1, appendix 1 to the guideline on anticancer medicinal products (December 2012): every
 * progression and death counts, whatever came before. Neither text was read in full; the rules are "FDA-style" and
 * "EMA-style", and what was filled in is listed with each.
 */
import type { CensoringRule } from './censoring-rule.ts';

/** FDA-style, EMA-style, and the definition printed by paper 002. */
export const censoringRules = {
  fda2018: {
    id: 'fda-2018',
    version: '1',
    name: 'FDA-style',
    noBaseline: 'censored',
    newTherapy: 'censored',
    missedAssessments: 2,
    withdrawal: 'censored',
    clinicalProgression: 'ignored',
    source: {
      kind: 'literature',
      citation:
        'FDA, Clinical Trial Endpoints for the Approval of Cancer Drugs and Biologics, 2018, example tables for PFS analysis',
      verified: 'secondary',
    },
    assumptions: [
      'A visit is missed when more than its planned distance, with the window, has passed since the last adequate assessment.',
      'A new therapy that begins on the day of the event does not come before it.',
      'The table of 2007 says "more than one missed visit", its text "two or more": both are 2 here.',
    ],
  },
  ema2012: {
    id: 'ema-2012',
    version: '1',
    name: 'EMA-style',
    noBaseline: 'ignored',
    newTherapy: 'ignored',
    missedAssessments: null,
    withdrawal: 'ignored',
    clinicalProgression: 'ignored',
    source: {
      kind: 'literature',
      citation:
        'EMA/CHMP/27994/2008 Rev. 1, appendix 1 to the guideline on the evaluation of anticancer medicinal products in man, 2012',
      verified: 'secondary',
    },
    assumptions: [
      'A patient without a baseline assessment stays in the analysis with the progressions and deaths that are recorded.',
      'Progression is objective progression; clinical progression alone is no event.',
    ],
  },
  paper002: {
    id: 'paper-002',
    version: '1',
    name: 'as printed by paper 002',
    noBaseline: 'ignored',
    newTherapy: 'ignored',
    missedAssessments: null,
    withdrawal: 'event',
    clinicalProgression: 'ignored',
    source: { kind: 'paper', paper: '002', lines: [126, 128] },
    assumptions: [
      'The paper names the events (progression, patient request, death of any cause) and no reason for censoring.',
    ],
  },
} as const satisfies Record<string, CensoringRule>;

/** The two rules that are always computed together. */
export const referenceRules: readonly CensoringRule[] = [censoringRules.fda2018, censoringRules.ema2012];
