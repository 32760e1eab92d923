/**
 * A statement: what one or more studies say about a therapy, a test or a class of tumour, for whom, in which
 * direction. The claim is the curator's sentence; the studies are its basis; conflicts are named, not resolved.
 */
import * as z from 'zod';
import { criterion } from '../criteria/index.ts';
import { entityIds } from '../tumour/index.ts';
import { comparisonBases } from './printed/index.ts';
import { publishedDate, sourcePlace, verifications } from './source-place.ts';

/** Which way a statement points. All are shown with equal care. */
export const directions = [
  'benefit',
  'noBenefit',
  'resistance',
  'harm',
  'uncertain',
  'supportsUse',
  'arguesAgainst',
] as const;
export type Direction = (typeof directions)[number];

/** How near to a patient the evidence is. */
export const evidenceKinds = [
  'clinical',
  'caseReport',
  'preclinical',
  'guideline',
  'label',
  'expertOpinion',
] as const;

/** A tier is a curator's assignment, with a reason; schemes are kept apart and never converted. */
export const tierAssignment = z.strictObject({
  scheme: z.enum(['AMP/ASCO/CAP', 'ESCAT']),
  tier: z.string().min(1).max(12),
  reason: z.string().min(1).max(400),
  curator: z.string().min(1).max(80),
  date: publishedDate,
});

/** Another statement, and what it does to the one that names it. */
const linkedStatement = z.strictObject({
  statement: z.string().min(1),
  reason: z.string().min(1).max(400),
});

/** The patients of one study that a claim is about, with their number as printed. */
const statementBasis = z.strictObject({
  study: z.string().min(1),
  group: z
    .string()
    .min(1)
    .max(120)
    .describe(
      'The group that the claim is about: the id of a printed group or of an arm, "all" for the whole study, or the words of a part that it counts',
    ),
  patients: z
    .int()
    .min(1)
    .describe('How many they are, as printed; absent where no number is printed, never inferred')
    .exactOptional(),
  derived: z
    .string()
    .regex(/^\d+ less \d+$/, 'write the two printed numbers as "81 less 7"')
    .describe('Where the number is the difference of two printed ones')
    .exactOptional(),
  indirect: z
    .string()
    .min(1)
    .max(300)
    .describe(
      'Why they are not quite the patients of the claim: a mixed population, another treatment in part',
    )
    .exactOptional(),
  note: z
    .string()
    .min(1)
    .max(300)
    .describe('What is to be said of the number: "6 by the percentages, inferred"')
    .exactOptional(),
});
export type StatementBasis = z.infer<typeof statementBasis>;

/** What a claim compares, and what the comparison found. */
const statementComparison = z.strictObject({
  by: z
    .enum(comparisonBases)
    .describe(
      'What divides the compared: `randomisation` for the arms of a trial, `noComparator` for an arm held against a fixed endpoint',
    ),
  concludes: z
    .enum(['difference', 'noDifference', 'notConcluded'])
    .describe('`noDifference` between active treatments is no benefit of either'),
});

/** Who looks at a statement again, and by when. An owner is a role, not a person. */
export const statementReview = z.strictObject({
  owner: z.string().min(1).max(80).describe('The role that answers for it: "NEN curator"'),
  due: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day of the review as "2027-05-20"')
    .describe('The day by which it is read again; overdue from the day after'),
});

const ids = z.array(z.string().min(1)).default([]);

export const statement = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,99}$/),
    subject: z.strictObject({
      drugs: z.array(z.string().min(1)).default([]),
      drugsAre: z
        .literal('alternatives')
        .describe('One or the other of the drugs; absent means: given together')
        .exactOptional(),
      drugClasses: z.array(z.string().min(1)).default([]),
      regimen: z.string().min(1).exactOptional(),
      option: z
        .string()
        .min(1)
        .describe('An option of another kind: "surgery", "rna-fusion-panel"')
        .exactOptional(),
    }),
    direction: z.enum(directions),
    kind: z.enum(evidenceKinds),
    entity: z.enum(entityIds).describe('The entity the evidence comes from'),
    when: criterion.describe('The marker, line and state it speaks of, without the entity'),
    claim: z.string().min(1).max(500),
    studies: z.array(z.string().min(1)).min(1),
    patients: z
      .array(z.string().min(1))
      .describe('The rows of its study that it rests on, where it rests on single patients')
      .default([]),
    basis: z
      .array(statementBasis)
      .describe('For each study the patients that the claim is about')
      .default([]),
    comparison: statementComparison.describe('Where the claim compares').exactOptional(),
    noResult: z
      .string()
      .min(1)
      .max(300)
      .describe('Why it carries no evidence: the results of its study are not in the library, or not known')
      .exactOptional(),
    place: sourcePlace.exactOptional(),
    known: publishedDate.describe('From when it was known'),
    verification: z.enum(verifications),
    supersededBy: linkedStatement
      .describe('Later evidence that takes its place; the later one names it under `supersedes`')
      .exactOptional(),
    supersedes: ids.describe('Statements whose place it takes'),
    limitedBy: z
      .array(linkedStatement)
      .describe('Later evidence that narrows it and leaves it standing, with the reason')
      .default([]),
    limits: ids.describe('Statements that it narrows'),
    contradicts: ids.describe('Statements that say the opposite; both are shown'),
    differentQuestion: z
      .array(linkedStatement)
      .describe('Statements that seem to say the opposite and answer another question; said on both sides')
      .default([]),
    review: statementReview,
    tiers: z.array(tierAssignment).describe('Empty means: not assigned').default([]),
    remark: z.string().min(1).max(500).exactOptional(),
  })
  .meta({ id: 'statement' });
export type Statement = z.infer<typeof statement>;

export const statementFile = z.strictObject({
  cajal: z.literal('statements/1'),
  statements: z.array(statement),
});
