/** The published case files, and small documents, for the tests of this room. Test-only. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueText } from '../reading/index.ts';
import { type CaseReading, readCase, readCaseDocument } from './index.ts';

const folder = join(import.meta.dirname, '..', '..', 'examples');

/** Every file of examples/, with its text. */
export const exampleFiles: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Reads a text that has to be right. */
export function readGood(text: string, source: string): CaseReading {
  const { value, issues } = readCase(text, { source });
  assert.ok(value !== undefined, issues.map(issueText).join('\n'));
  return value;
}

/** The example of that name, read. */
export function exampleCase(name: string): CaseReading {
  const file = exampleFiles.find((each) => each.name === name);
  assert.ok(file !== undefined, `no example ${name}`);
  return readGood(file.text, file.name);
}

/** The least that a case file holds. */
export const leastDocument = {
  cajal: 'case/1',
  id: 'test',
  title: 'A test case',
  provenance: { kind: 'clinical' },
  patient: { sex: 'notStated' },
};

/** A record with these fields beside the least ones. */
export function recordWith(fields: Readonly<Record<string, unknown>>): CaseReading['record'] {
  const { value, issues } = readCaseDocument({ ...leastDocument, ...fields });
  assert.ok(value !== undefined, issues.map(issueText).join('\n'));
  return value.record;
}

/** The least case file as text, with these lines after it. */
export const leastText = (lines: string): string =>
  `cajal: case/1\nid: test\ntitle: A test case\nprovenance: { kind: clinical }\npatient: { sex: notStated }\n${lines}`;
