/** The published case files, and small documents, for the tests of this room. Test-only. */
import { issueText } from '../reading/index.ts';
import { type CaseReading, readCase, readCaseDocument } from './index.ts';

/** What of `node:fs` is needed: it is passed in, so that this room imports nothing of Node. */
interface Files {
  readdirSync(path: string): readonly string[];
  readFileSync(path: string, encoding: 'utf8'): string;
}

const folder = `${import.meta.dirname}/../../examples`;

/** Every file of examples/, with its text. */
export function exampleFiles(files: Files): readonly { readonly name: string; readonly text: string }[] {
  return files
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: files.readFileSync(`${folder}/${name}`, 'utf8') }));
}

/** Reads a text that has to be right. */
export function readGood(text: string, source: string): CaseReading {
  const { value, issues } = readCase(text, { source });
  if (value === undefined) throw new Error(issues.map(issueText).join('\n'));
  return value;
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
  if (value === undefined) throw new Error(issues.map(issueText).join('\n'));
  return value.record;
}

/** The least case file as text, with these lines after it. */
export const leastText = (lines: string): string =>
  `cajal: case/1\nid: test\ntitle: A test case\nprovenance: { kind: clinical }\npatient: { sex: notStated }\n${lines}`;
