/**
 * A pack: the content of one outside file with a manifest that says what it is, whose, of which day, under which licence,
 * and what was left out. Packs stand beside the curated library and are never mixed with it.
 */
import * as z from 'zod';
import { outsideStatement } from '../../evidence/index.ts';

export const packKinds = ['civic', 'oncotree', 'hotspots'] as const;
export type PackKind = (typeof packKinds)[number];

const manifest = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  kind: z.enum(packKinds),
  name: z.string().min(1).max(100),
  /** The base's own version, or the date of the file. */
  version: z.string().min(1).max(60),
  date: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
  licence: z.string().min(1).max(200),
  file: z.string().min(1).max(300),
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  importedAt: z.string().min(1),
  author: z.string().min(1).max(200),
  kept: z.int().min(0),
  unmatched: z.int().min(0),
  skipped: z.record(z.string(), z.int().min(0)),
});
export type PackManifest = z.infer<typeof manifest>;

const hotspot = z.strictObject({
  gene: z.string(),
  kind: z.enum(['residue', 'indel', 'splice', 'structure']),
  start: z.int(),
  end: z.int(),
  residue: z.string().exactOptional(),
  alleles: z.array(z.strictObject({ allele: z.string(), tumours: z.int().exactOptional() })),
  tumours: z.number().exactOptional(),
  qValue: z.number().exactOptional(),
  transcript: z.string().exactOptional(),
});
const oncotreeNode = z.strictObject({
  code: z.string(),
  name: z.string(),
  mainType: z.string().exactOptional(),
  parent: z.string().exactOptional(),
});

export const packContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('civic'), statements: z.array(outsideStatement) }),
  z.strictObject({ kind: z.literal('hotspots'), hotspots: z.array(hotspot) }),
  z.strictObject({ kind: z.literal('oncotree'), nodes: z.array(oncotreeNode) }),
]);
export type PackContent = z.infer<typeof packContent>;

export const packFile = z.strictObject({
  cajal: z.literal('pack/1'),
  manifest,
  /** Manifests of earlier imports under this id, the newest last. */
  earlier: z.array(manifest),
  content: packContent,
});
export type PackFile = z.infer<typeof packFile>;
