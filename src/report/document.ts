/**
 * The board report as one document model: plain data that every renderer (terminal, Markdown, HTML, JSON) prints.
 * A rendering may lay out, shorten no sentence, and hide nothing. Blocks do not nest beyond a group, so a small
 * renderer can be complete.
 */
import * as z from 'zod';

/** What a badge means. The word in it says the same: tone is never the only carrier. */
export const tones = ['favourable', 'unfavourable', 'caution', 'unknown', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** `note`: worth knowing. `caution`: limits what can be concluded. `conflict`: two things do not fit. `unknown`: open. */
export const calloutTones = ['note', 'caution', 'conflict', 'unknown'] as const;
export type CalloutTone = (typeof calloutTones)[number];

const anchor = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,119}$/, 'an anchor is lower-case letters, digits and hyphens');
const words = z.string().min(1);

const studyId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/);
/**
 * What of the evidence library a citation is of. A report does not know where pages of the library are; who renders it may
 * say so (`HtmlLinks`).
 */
export const evidencePart = z
  .discriminatedUnion('part', [
    z.strictObject({ part: z.literal('study'), study: studyId }),
    z
      .strictObject({ part: z.literal('count'), study: studyId, number: z.int().min(1) })
      .describe('The nth count of the study, from 1'),
    z
      .strictObject({ part: z.literal('measure'), study: studyId, number: z.int().min(1) })
      .describe('The nth time or ratio of the study, from 1'),
    z.strictObject({ part: z.literal('patients'), study: studyId }).describe('Its patients, one by one'),
    z.strictObject({ part: z.literal('audit'), study: studyId }).describe('What the audit found in it'),
    z
      .strictObject({ part: z.literal('finding'), study: studyId, finding: words })
      .describe('One finding of the audit, by its id'),
  ])
  .meta({ id: 'evidencePart' });
export type EvidencePart = z.infer<typeof evidencePart>;

/** A run of words within a line. */
export const span = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: words }),
    z.strictObject({ kind: z.literal('strong'), text: words }),
    z.strictObject({ kind: z.literal('emphasis'), text: words }),
    z
      .strictObject({ kind: z.literal('term'), text: words })
      .describe('A gene, variant, hash or other name that is read letter by letter'),
    z.strictObject({ kind: z.literal('badge'), tone: z.enum(tones), text: words }),
    z.strictObject({ kind: z.literal('link'), text: words, anchor }).describe('A place in this report'),
    z
      .strictObject({
        kind: z.literal('citation'),
        text: words,
        anchor: anchor.exactOptional(),
        url: z
          .string()
          .regex(/^https:\/\/[^\s"'<>]+$/)
          .exactOptional(),
        evidence: evidencePart.exactOptional(),
      })
      .describe(
        'A source: its entry in this report, its public address, or what it is in the evidence library',
      ),
  ])
  .meta({ id: 'span' });
export type Span = z.infer<typeof span>;

/** One line of words, with the place or citation it rests on. */
export const line = z
  .strictObject({ spans: z.array(span).min(1), basis: z.array(span).min(1).exactOptional() })
  .meta({ id: 'line' });
export type Line = z.infer<typeof line>;

const heading = z.strictObject({
  kind: z.literal('heading'),
  spans: z.array(span).min(1),
  anchor: anchor.exactOptional(),
});
const paragraph = z.strictObject({ kind: z.literal('paragraph'), ...line.shape });
const list = z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(line).min(1) });
const definitions = z.strictObject({
  kind: z.literal('definitions'),
  entries: z.array(z.strictObject({ term: words, details: z.array(line).min(1) })).min(1),
});
const table = z.strictObject({
  kind: z.literal('table'),
  caption: words,
  columns: z
    .array(
      z.strictObject({
        label: words,
        share: z.int().min(1).max(20).describe('How wide beside the others, where there is room'),
      }),
    )
    .min(1),
  rows: z
    .array(
      z.strictObject({
        anchor: anchor.exactOptional(),
        cells: z.array(z.array(line)).min(1).describe('One a column; the first heads the row'),
      }),
    )
    .min(1),
});
const callout = z.strictObject({
  kind: z.literal('callout'),
  tone: z.enum(calloutTones),
  title: words,
  lines: z.array(line).min(1),
});
const form = z
  .strictObject({
    kind: z.literal('form'),
    caption: words,
    labels: z.array(words).min(1),
    rows: z.int().min(1).max(20),
  })
  .describe('Empty lines for writing by hand');

/** A block that holds no other blocks. */
export const flowBlock = z
  .discriminatedUnion('kind', [paragraph, list, definitions, table, callout, form])
  .meta({ id: 'flowBlock' });
export type FlowBlock = z.infer<typeof flowBlock>;

const group = z
  .strictObject({
    kind: z.literal('group'),
    anchor: anchor.exactOptional(),
    title: z.array(span).min(1),
    blocks: z.array(flowBlock).min(1),
  })
  .describe('Blocks under one title, such as one option');

export const block = z
  .discriminatedUnion('kind', [heading, paragraph, list, definitions, table, callout, form, group])
  .meta({ id: 'block' });
export type Block = z.infer<typeof block>;
export type TableBlock = z.infer<typeof table>;

/** The parts: what a board reads first, every option in full, and what stands behind. */
export const parts = ['front', 'options', 'appendix'] as const;

export const section = z
  .strictObject({
    id: anchor,
    part: z.enum(parts),
    title: words,
    blocks: z.array(block).min(1),
  })
  .meta({ id: 'section' });
export type Section = z.infer<typeof section>;

/** What says which record, which knowledge and which program made the report. */
export const reportMeta = z
  .strictObject({
    caseId: words,
    patient: words.describe('What the board calls the patient, for the head of every page'),
    decisionPoint: words.describe('The decision point, or that the whole record was seen'),
    recordClock: words,
    knowledgeClock: words,
    knowledgeHash: words.describe('The version of the library is its hash'),
    recordHash: words,
    softwareVersion: words,
    without: z.array(words).describe('Sources left out on request'),
    leftOut: z.strictObject({
      laterFacts: z.int().min(0),
      undatedFacts: z.array(z.strictObject({ list: words, count: z.int().min(1) })),
      knowledge: z.array(z.strictObject({ reason: words, count: z.int().min(1) })),
    }),
  })
  .meta({ id: 'reportMeta' });
export type ReportMeta = z.infer<typeof reportMeta>;

export const reportDocument = z
  .strictObject({
    cajal: z.literal('report/1'),
    title: words,
    generated: words.describe('When, as it was passed in'),
    useStatement: words.describe('For whom and for what the report is; stands in every rendering'),
    identity: z
      .array(z.strictObject({ label: words, value: words }))
      .min(1)
      .describe('The banner: what stays in view'),
    meta: reportMeta,
    sections: z.array(section).min(1),
  })
  .meta({ id: 'reportDocument', title: 'Cajal board report, version 1' });

/** A board report. */
export type ReportDocument = z.infer<typeof reportDocument>;

/** The JSON Schema (2020-12) of a report in JSON. */
export function reportJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(reportDocument) };
}
