/** What a statement says and of what, in the words of a reader. */
import { libraryWords } from '../library-words.ts';
import type { Statement } from '../statement.ts';

const noDifference = 'no difference found';

/** Comparisons of treatments; that two groups of patients did not differ is another matter. */
const ofTreatments: readonly unknown[] = ['randomisation', 'treatmentChosen'];

/**
 * Which way a statement points. What compared treatments, found no difference and speaks for neither says so.
 *
 * @example 'benefit'; two active regimens that did not differ: 'no difference found'
 */
export const statementDirectionText = ({ direction, comparison }: Statement): string =>
  direction === 'uncertain' &&
  comparison?.concludes === 'noDifference' &&
  ofTreatments.includes(comparison.by)
    ? noDifference
    : libraryWords(direction);

/** What a statement is about: drugs given together stand with "+", alternatives with "or". */
export const statementSubjectText = ({ subject }: Statement): string => {
  const joint = subject.drugsAre === 'alternatives' ? ' or ' : ' + ';
  return [
    subject.regimen,
    subject.drugs.length === 0 ? undefined : subject.drugs.join(joint),
    subject.drugClasses.length === 0 ? undefined : subject.drugClasses.join(joint),
    subject.option === undefined ? undefined : `option ${subject.option}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
};

/** What joins a direction and its subject, where it is not "of". */
const jointOf: Readonly<Partial<Record<Statement['direction'], string>>> = {
  resistance: ' to',
  arguesAgainst: '',
};

/**
 * Which way a statement points, and of what.
 *
 * @example 'benefit of capecitabine + temozolomide'; 'benefit of octreotide or lanreotide, option somatostatin-analogue'
 */
export const statementHeadText = (statement: Statement): string => {
  const text = statementDirectionText(statement);
  const joint = text === noDifference ? ' for' : (jointOf[statement.direction] ?? ' of');
  return `${text}${joint} ${statementSubjectText(statement)}`;
};
