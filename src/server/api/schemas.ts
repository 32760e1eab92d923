/** The shapes of the interface's answers. The case and the report have their own published schemas. */
import * as z from 'zod';
import { auditActions } from '../../store/index.ts';
import { issueSchema, problemSchema } from '../problem.ts';

const hash = z.string().length(64).describe('SHA-256 in hexadecimal');

/** A schema of the catalogue, in a place where zod does not know it. */
const other = (name: string) => z.unknown().meta({ $ref: `#/components/schemas/${name}` });

const versionFields = {
  id: z.string(),
  version: z.int().min(1),
  savedAt: z.string().describe('ISO 8601'),
  author: z.string(),
  reason: z.string(),
};

const caseEntry = z.strictObject({
  ...versionFields,
  hash,
  title: z.string().nullable(),
  provenance: z.enum(['published', 'synthetic', 'clinical']).nullable(),
  patient: z.string().nullable(),
  decisionPoints: z.int().min(0).nullable(),
  className: z.string().nullable().describe('Derived from the whole record'),
  grade: z
    .string()
    .nullable()
    .describe('Derived from the whole record; bounds where the inputs leave it open'),
  unreadable: z.string().nullable().describe('Why this version of Cajal cannot read the record'),
});

const head = z.strictObject({ sequence: z.int().min(0), hash });

export const answerSchemas = {
  Issue: issueSchema,
  Problem: problemSchema,
  CaseList: z.strictObject({ cases: z.array(caseEntry) }),
  StoredCase: z.strictObject({ ...versionFields, hash, document: other('Case') }),
  SavedVersion: z.strictObject({
    id: z.string(),
    version: z.int().min(1),
    sequence: z.int().min(1).describe('The entry of the audit log'),
    hash: hash.nullable().describe('Null for a removal'),
    unchanged: z.boolean().describe('The document was the same, and nothing was written'),
    issues: z.array(issueSchema).describe('Warnings about the case'),
  }),
  Classification: z.strictObject({
    id: z.string(),
    at: z.string(),
    disease: z.string(),
    className: z.string(),
    grade: z.string().nullable(),
    classification: z
      .looseObject({})
      .describe('Class, grade, statements with their sources, reviews asked for'),
  }),
  History: z.strictObject({
    id: z.string(),
    versions: z.array(
      z.strictObject({
        ...versionFields,
        removed: z.boolean(),
        hash: hash.nullable(),
        sequence: z.int().min(1),
      }),
    ),
  }),
  AuditLog: z.strictObject({
    head,
    entries: z.array(
      z.strictObject({
        sequence: z.int().min(1),
        time: z.string(),
        author: z.string(),
        action: z.enum(auditActions),
        caseId: z.string(),
        version: z.int().min(1),
        reason: z.string(),
        hashBefore: hash.nullable(),
        hashAfter: hash.nullable(),
        previous: hash,
        hash,
      }),
    ),
  }),
  KnowledgeSummary: z.strictObject({
    hash,
    counts: z.strictObject({
      studies: z.int(),
      statements: z.int(),
      approvals: z.int(),
      options: z.int(),
      ladders: z.int(),
      cautions: z.int(),
      tests: z.int(),
      stanceRules: z.int(),
    }),
  }),
  Health: z.strictObject({
    status: z.literal('ok'),
    softwareVersion: z.string(),
    knowledgeHash: hash,
    store: head.describe('The end of the audit chain; `cajal store verify` proves the whole'),
  }),
  ApiIndex: z.strictObject({
    name: z.literal('Cajal'),
    use: z.string(),
    softwareVersion: z.string(),
    links: z.record(z.string(), z.string()),
  }),
  JsonSchema: z.looseObject({}).describe('A JSON Schema, draft 2020-12'),
  OpenApi: z.looseObject({ openapi: z.string() }).describe('This document'),
} as const satisfies Record<string, z.ZodType>;
