/**
 * What a curator writes about an option: when it comes into question, what would make it standard, and what speaks
 * for caution. The engine never invents an option, and a curator never writes a patient's result.
 */
import * as z from 'zod';
import { criterion } from '../criteria/index.ts';
import { publishedDate, sourcePlace, verifications } from '../evidence/index.ts';

export const optionKinds = [
  'systemic',
  'prrt',
  'surgery',
  'liverDirected',
  'radiotherapy',
  'observation',
  'supportive',
  'trial',
  'continueBeyondProgression',
  'stop',
  'rebiopsy',
  'pathologyReview',
  'test',
  'germlineCounselling',
] as const;
export type OptionKind = (typeof optionKinds)[number];

/** A source of a rule. */
export const ruleSource = z.strictObject({
  words: z.string().min(1).max(300),
  study: z.string().min(1).exactOptional(),
  place: sourcePlace.exactOptional(),
  verification: z.enum(verifications),
});
export type RuleSource = z.infer<typeof ruleSource>;

/** An option that the engine weighs for every patient. */
export const optionDefinition = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
    kind: z.enum(optionKinds),
    label: z.string().min(1).max(160),
    drugs: z.array(z.string().min(1)).default([]),
    regimen: z.string().min(1).exactOptional(),
    drugClass: z
      .string()
      .min(1)
      .describe('For a class of drugs of which the board would choose one')
      .exactOptional(),
    comesIntoQuestion: criterion.describe('Shown when this is met or unknown; hidden when it is unmet'),
    test: z
      .string()
      .min(1)
      .describe('For an option of kind test: its entry in the test register')
      .exactOptional(),
    rationale: z.string().min(1).max(500),
    known: publishedDate.describe('From when the option existed'),
    sources: z.array(ruleSource).min(1),
  })
  .meta({ id: 'optionDefinition' });
export type OptionDefinition = z.infer<typeof optionDefinition>;

/** A rung of the ladder of standard care of an entity. */
export const ladderRung = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
    label: z.string().min(1).max(160),
    options: z.array(z.string().min(1)).min(1).describe('The options that fill this rung'),
    usedBy: z
      .strictObject({
        drugs: z.array(z.string().min(1)).default([]),
        drugClasses: z.array(z.string().min(1)).default([]),
        kinds: z.array(z.string().min(1)).default([]),
      })
      .describe('Which treatments of the record count as this rung; any one does'),
    appliesWhen: criterion.describe(
      'unmet: not applicable; unknown: the rung is unknown with what would settle it',
    ),
    doneWhen: criterion
      .describe('met: counts as used, for rungs that are no treatment (imaging)')
      .exactOptional(),
    known: publishedDate,
    until: publishedDate.exactOptional(),
    sources: z.array(ruleSource).min(1),
  })
  .meta({ id: 'ladderRung' });
export type LadderRung = z.infer<typeof ladderRung>;

/** The ladder of one group of entities; the first whose `forWhom` is met or open is taken. */
export const ladder = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
    label: z.string().min(1).max(160),
    forWhom: criterion,
    rungs: z.array(ladderRung).min(1),
  })
  .meta({ id: 'ladder' });
export type Ladder = z.infer<typeof ladder>;

/** A caution: what in this patient's data makes a drug, class or option dangerous or difficult. */
export const caution = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
    drugs: z.array(z.string().min(1)).default([]),
    drugClasses: z.array(z.string().min(1)).default([]),
    options: z.array(z.string().min(1)).default([]),
    when: criterion.describe('met: shown as a caution; unknown: shown as what to check first'),
    weight: z.enum(['avoid', 'preferAnother', 'adjust', 'monitor']),
    sentence: z.string().min(1).max(400),
    prefer: z.array(z.string().min(1)).describe('Options to prefer instead').default([]),
    known: publishedDate,
    sources: z.array(ruleSource).min(1),
  })
  .meta({ id: 'caution' });
export type Caution = z.infer<typeof caution>;

/** A test: what it settles and how often it finds something. */
export const testDefinition = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
    label: z.string().min(1).max(160),
    settles: z
      .array(z.string().min(1))
      .min(1)
      .describe('Topics of the questions it answers: "fusion" covers "fusion:NTRK3"'),
    changes: z.array(z.string().min(1)).describe('The options that its result would open or close'),
    yields: z
      .array(
        z.strictObject({
          words: z.string().min(1).max(300),
          count: z.int().min(0).exactOptional(),
          of: z.int().min(1).exactOptional(),
          study: z.string().min(1),
          verification: z.enum(verifications),
        }),
      )
      .default([]),
    limits: z.string().min(1).max(400).exactOptional(),
    known: publishedDate,
    sources: z.array(ruleSource).min(1),
  })
  .meta({ id: 'testDefinition' });
export type TestDefinition = z.infer<typeof testDefinition>;

/** A rule of stance: a curator's ground to call an option indicated or advised against for some patients. */
export const stanceRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
    option: z.string().min(1),
    stance: z.enum(['indicated', 'considerable', 'hypothesisOnly', 'advisedAgainst']),
    when: criterion,
    reason: z.string().min(1).max(400),
    known: publishedDate,
    until: publishedDate.exactOptional(),
    sources: z.array(ruleSource).min(1),
  })
  .meta({ id: 'stanceRule' });
export type StanceRule = z.infer<typeof stanceRule>;

export const optionFile = z.strictObject({
  cajal: z.literal('options/1'),
  options: z.array(optionDefinition).default([]),
  ladders: z.array(ladder).default([]),
  cautions: z.array(caution).default([]),
  tests: z.array(testDefinition).default([]),
  stanceRules: z.array(stanceRule).default([]),
});

/** Everything that curators wrote about options. */
export interface OptionKnowledge {
  readonly options: readonly OptionDefinition[];
  readonly ladders: readonly Ladder[];
  readonly cautions: readonly Caution[];
  readonly tests: readonly TestDefinition[];
  readonly stanceRules: readonly StanceRule[];
}
