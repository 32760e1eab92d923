/**
 * The export of a store: one file of JSON lines. The first line says what it is and where its chain ends; each
 * further line is an audit entry, with the document when the entry wrote one. Every line is canonical JSON.
 */
import { canonicalJson } from '../reading/index.ts';
import type { AuditEntry, Head } from './audit-entry.ts';
import { readAuditEntry } from './audit-entry.ts';

/** The first line of an export. */
export interface ExportHeader {
  readonly format: typeof exportFormat;
  readonly formatVersion: number;
  readonly exportedAt: string;
  readonly head: Head;
  readonly entries: number;
}

export const exportFormat = 'cajal-store-export';
export const exportFormatVersion = 1;

/** A further line: an entry and the canonical text of its document, if it has one. */
export interface ExportLine {
  readonly entry: AuditEntry;
  readonly document: string | null;
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnlyKeys = (object: JsonObject, keys: readonly string[]): boolean =>
  Object.keys(object).every((key) => keys.includes(key));

/** The text of the first line. */
export function headerText(header: ExportHeader): string {
  return `${canonicalJson(header)}\n`;
}

/** The text of a further line; the document is canonical already and is not read again. */
export function lineText({ entry, document }: ExportLine): string {
  const start = document === null ? '' : `"document":${document},`;
  return `{${start}"entry":${canonicalJson(entry)}}\n`;
}

/** The first line, of this or of a later format; undefined when it is not the head of an export. */
export function readHeader(value: unknown): ExportHeader | undefined {
  if (!isObject(value) || value['format'] !== exportFormat) return undefined;
  const { formatVersion, exportedAt, head, entries } = value;
  if (typeof formatVersion !== 'number' || typeof exportedAt !== 'string' || !isObject(head))
    return undefined;
  const { sequence, hash } = head;
  if (typeof sequence !== 'number' || typeof hash !== 'string' || typeof entries !== 'number')
    return undefined;
  return { format: exportFormat, formatVersion, exportedAt, head: { sequence, hash }, entries };
}

const entryKeys: readonly (keyof AuditEntry)[] = [
  'sequence',
  'time',
  'author',
  'action',
  'caseId',
  'version',
  'reason',
  'hashBefore',
  'hashAfter',
  'previous',
  'hash',
];

/** A further line; undefined when it has another shape. */
export function readLine(value: unknown): ExportLine | undefined {
  if (!isObject(value) || !hasOnlyKeys(value, ['entry', 'document'])) return undefined;
  const entryValue = value['entry'];
  if (!isObject(entryValue) || !hasOnlyKeys(entryValue, entryKeys)) return undefined;
  const entry = readAuditEntry(entryValue);
  if (entry === undefined) return undefined;
  return { entry, document: 'document' in value ? canonicalJson(value['document']) : null };
}
