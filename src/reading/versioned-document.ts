/**
 * The head of every kind of file (`cajal: case/1`) and the steps that bring an older file to the present version.
 */
import { nearestWord } from './edit-distance.ts';
import type { Issue, Reading } from './issue.ts';
import { issueAt, type PositionedDocument, withValue } from './positioned-document.ts';
import { ownValue } from './schema-walk.ts';
import { foundWord } from './zod-words.ts';

/** Brings a value of one version to the next. It is given what a user wrote, not yet checked, and must not change it. */
export type Upcaster = (value: unknown) => unknown;

/** What `readVersioned` needs. */
export interface VersionedInput {
  readonly document: PositionedDocument;
  /** Key of the head and name of the kind, as `cajal/case` for `cajal: case/1`. */
  readonly kind: `${string}/${string}`;
  /** The present version, 1 or more. */
  readonly current: number;
  /** By the version they begin with: `{ 1: from1To2, 2: from2To3 }`. */
  readonly upcasters?: Readonly<Record<number, Upcaster>>;
}

interface Head {
  readonly kind: string;
  readonly version: number;
}

function headOf(text: unknown): Head | undefined {
  const match = typeof text === 'string' ? /^([a-z][a-z0-9-]*)\/([1-9]\d{0,5})$/.exec(text) : null;
  const [, kind, version] = match ?? [];
  return kind === undefined || version === undefined ? undefined : { kind, version: Number(version) };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(issue: Issue): Reading<PositionedDocument> {
  return { value: undefined, issues: [issue] };
}

/** The document after the steps from its version to the present one. */
function broughtUp(input: VersionedInput, key: string, head: Head): Reading<PositionedDocument> {
  const { document, current, upcasters = {} } = input;
  let value = document.value;
  for (let version = head.version; version < current; version++) {
    const upcaster = Object.hasOwn(upcasters, version) ? upcasters[version] : undefined;
    const refuse = (message: string) =>
      refused(issueAt(document, { code: 'unknown-version', message, path: [key] }));
    if (upcaster === undefined)
      return refuse(`${head.kind}/${version} is no longer read; write the file as ${head.kind}/${current}`);
    try {
      value = upcaster(value);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return refuse(`${head.kind}/${version} could not be brought to ${head.kind}/${version + 1}: ${reason}`);
    }
    if (isMapping(value)) value = { ...value, [key]: `${head.kind}/${version + 1}` };
  }
  if (head.version === current) return { value: document, issues: [] };
  const message = `${head.kind}/${head.version} was read as ${head.kind}/${current}; save the file to keep it so`;
  const issue = issueAt(document, { code: 'upcast', severity: 'info', message, path: [key] });
  return { value: withValue(document, value), issues: [issue] };
}

/**
 * Check the head of a document and bring an older version to the present one. An unknown kind, a version newer than
 * the present one and a version without a step give `unknown-version`; a document without a head gives `missing-key`;
 * an older one that was brought up gives the information `upcast`. Places of an upcast document are those of the
 * file: a value that an upcaster moved is placed at the nearest mapping that the file has.
 *
 * @example readVersioned({ document, kind: 'cajal/case', current: 2, upcasters: { 1: fromCase1 } })
 */
export function readVersioned(input: VersionedInput): Reading<PositionedDocument> {
  const { document, current } = input;
  const slash = input.kind.indexOf('/');
  const key = input.kind.slice(0, slash);
  const kind = input.kind.slice(slash + 1);
  const wanted = `${key}: ${kind}/${current}`;
  const refuse = (code: 'unknown-version' | 'missing-key' | 'wrong-type', message: string) =>
    refused(issueAt(document, { code, message, path: code === 'wrong-type' ? [] : [key] }));
  if (!isMapping(document.value))
    return refuse('wrong-type', `a mapping that begins with "${wanted}" should stand here`);
  const printed = ownValue(document.value, key);
  if (printed === undefined)
    return refuse('missing-key', `the head is missing; begin the file with "${wanted}"`);
  const head = headOf(printed);
  if (head === undefined)
    return refuse('unknown-version', `${foundWord(printed)} names no kind and version; write "${wanted}"`);
  if (head.kind !== kind) {
    const meant = nearestWord(head.kind, [kind]) === undefined ? 'if it is one, write' : 'did you mean';
    return refuse('unknown-version', `this is not a ${kind} file but "${head.kind}"; ${meant} "${wanted}"?`);
  }
  if (head.version > current) {
    const message = `${kind}/${head.version} is newer than ${kind}/${current}, the newest this Cajal reads; use a newer Cajal`;
    return refuse('unknown-version', message);
  }
  return broughtUp(input, key, head);
}
