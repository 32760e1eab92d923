/** What studies printed: groups, values, comparisons, verdicts. */

export { numberOfWord, numberWords } from './number-words.ts';
export { printedSubject } from './printed-subject.ts';
export {
  auditVerdict,
  comparisonBases,
  divisionSchemes,
  intervalLabels,
  type PrintedComparison,
  type PrintedGroup,
  type PrintedResults,
  type PrintedValue,
  printedResults,
  responseQuantities,
  timeQuantities,
} from './printed-value.ts';
export { type PrintedOfStudy, withPrinted } from './with-printed.ts';
