/** Numbers in a text, and the numbers that a study holds: its facts, its printed values and what the audit says of them. */
import { fileURLToPath } from 'node:url';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../src/index.ts';

const places = knowledgePlaces(fileURLToPath(new URL('..', import.meta.url)));
export const knowledge = loadKnowledge(places);
const { evidence } = knowledge.base;
const printed = new Map(loadPrinted(places).printed.map(({ study, results }) => [study, results]));

/** Numbers that name something: an exon, a grade, a reference, a paper, a drug, a marker. */
const names =
  /\bexons? \d+(?:(?:,| or| and) \d+)*|\bG\d(?:[-–]\d)?|\bgrade \d and \d|\bpapers? \d{3}(?: and \d{3})*|\breference \d+|\b[A-Za-z]+-\d+\b|\bIMpower \d+/g;

/** Every number; the zero before the day of a date is none of it. */
const allNumbers = (text: string): readonly string[] =>
  (text.replaceAll('·', '.').match(/(?<![\w.])\d+(?:\.\d+)?(?![\w])/g) ?? []).map((number) =>
    number.replace(/^0+(?=\d)/, ''),
  );

/** The numbers of a text, without those of names. */
export const numbersIn = (text: string): readonly string[] => allNumbers(text.replaceAll(names, ''));

/** Where a value stands and how a study is found are no values. */
const ofPlaces = ['document', 'lines', 'section', 'pmid', 'trial'];
const withoutPlaces = (key: string, value: unknown): unknown => (ofPlaces.includes(key) ? undefined : value);

const held: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  evidence.studies.map((study) => [
    study.id,
    new Set(allNumbers(JSON.stringify([study, printed.get(study.id)], withoutPlaces))),
  ]),
);

/** Whether one of the studies has a number. */
export const isHeld = (number: string, studies: Iterable<string>): boolean =>
  [...studies].some((study) => held.get(study)?.has(number) === true);
