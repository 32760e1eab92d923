/** The comparison of the library with a second, independent reading of the papers. */
export {
  type ComparedPaper,
  type ComparedRow,
  compareSecondReading,
  type MeaningDifference,
  type SecondReadingAgreement,
  type SecondReadingGroups,
  secondReadingAgreement,
  secondReadingGroup,
} from './compare-second-reading.ts';
export { readSecondReadingGroups } from './group-words.ts';
export type { HeldValue } from './held-value.ts';
export { freeNumbersOf, linesOf, namesNumber, numbersOf } from './printed-form.ts';
export { readSecondReading, type SecondReadingRow } from './second-reading-row.ts';
