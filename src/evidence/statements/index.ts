/** Statements weighed against each other: their strength, what pulls apart, what is to be read again. */
export {
  type Conflict,
  type ConflictingStatement,
  type ConflictRegister,
  type ConflictSide,
  conflictRegister,
  type DifferentQuestions,
} from './conflict-register.ts';
export { type OverdueStatement, overdueStatements } from './review.ts';
export { statementDirectionText, statementHeadText, statementSubjectText } from './statement-words.ts';
export { type StatementStrength, strengthText, weighStatement } from './strength.ts';
export { strengthContext } from './strength-context.ts';
export {
  type Strength,
  type StrengthAspect,
  type StrengthContext,
  type StrengthReason,
  type StudyFindings,
  strengths,
} from './strength-reason.ts';
