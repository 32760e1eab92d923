/** @module options: the ladder of standard care, and every option weighed for and against on separate axes. */
export { type BoardOptions, type BoardSettings, boardOptions, type KnowledgeBase } from './board-options.ts';
export type { CautionView } from './caution-view.ts';
export type { MovingFact } from './fragility.ts';
export { explainedBy, type LadderView, type RungState, type RungView, rungStates } from './ladder-state.ts';
export {
  type Caution,
  type Ladder,
  type LadderRung,
  type OptionDefinition,
  type OptionKind,
  type OptionKnowledge,
  optionFile,
  optionKinds,
  type RuleSource,
  type StanceRule,
  type TestDefinition,
} from './option-definition.ts';
export type { ApprovalView, RegulatoryView } from './regulatory-status.ts';
export { type Ground, type Stance, type StanceView, stances } from './stance.ts';
export type { UnknownView, YieldView } from './unknown-view.ts';
export type { GivenCourse, Setting, WeighedOption } from './weighed-option.ts';
