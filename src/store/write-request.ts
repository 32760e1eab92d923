/** What a write must bring: an id and an author that can be read back letter by letter, a version that can exist. */
import type { Issue } from '../reading/index.ts';
import { storeIssue } from './store-failure.ts';
import type { Act } from './stored-case.ts';

/** Largest canonical text of a document, in UTF-16 units. */
export const maximumDocumentChars = 16 * 1024 * 1024;

const maximumNameChars = 200;
const maximumReasonChars = 10_000;
/** Control characters; a reason may have tabs and line breaks. */
const control = /\p{Cc}/u;
const controlInText = /[^\P{Cc}\t\n\r]/u;

function nameIssue(what: string, name: string): Issue | undefined {
  const wrong = (how: string): Issue => storeIssue('wrong-value', `The ${what} ${how}.`);
  if (name.trim() === '') return wrong('is blank; give one');
  if (name.trim() !== name) return wrong('begins or ends with white space; remove it');
  if (name.length > maximumNameChars) return wrong(`is longer than ${maximumNameChars} characters`);
  if (!name.isWellFormed() || control.test(name)) return wrong('holds a character that is not text');
  return undefined;
}

/** Why an id cannot name a case. */
export function idIssue(id: string): Issue | undefined {
  return nameIssue('case id', id);
}

/** Why an act cannot be put on record. */
export function actIssue(act: Act): Issue | undefined {
  const author = nameIssue('author', act.author);
  if (author !== undefined) return author;
  if (act.reason.length > maximumReasonChars)
    return storeIssue(
      'wrong-value',
      `The reason is longer than ${maximumReasonChars} characters; shorten it.`,
    );
  if (!act.reason.isWellFormed() || controlInText.test(act.reason))
    return storeIssue('wrong-value', 'The reason holds a character that is not text; remove it.');
  return undefined;
}

/** Why a number cannot be a version. */
export function versionIssue(version: number, least: 0 | 1): Issue | undefined {
  if (Number.isSafeInteger(version) && version >= least) return undefined;
  return storeIssue('wrong-value', `The version ${version} is not a whole number of at least ${least}.`);
}
