/** An option weighed for one patient: everything that a board needs to judge it, on separate axes. */
import type { Place } from '../case/index.ts';
import type { Explanation } from '../criteria/index.ts';
import type { PopulationCount, StatementMatch, UsableCount } from '../evidence/index.ts';
import type { CautionView } from './caution-view.ts';
import type { MovingFact } from './fragility.ts';
import type { RungState } from './ladder-state.ts';
import type { OptionDefinition } from './option-definition.ts';
import type { RegulatoryView } from './regulatory-status.ts';
import type { StanceView } from './stance.ts';
import type { UnknownView } from './unknown-view.ts';

/** Where a drug would be given: on its label, off it, or without an approval the library knows. */
export type Setting = 'onLabel' | 'offLabel' | 'labelOpen' | 'noApprovalKnown' | 'notADrug';

/** A course that was this option, and what became of it. */
export interface GivenCourse {
  readonly printed: string;
  readonly state: RungState;
  readonly place: Place | undefined;
}

export interface WeighedOption {
  readonly definition: OptionDefinition;
  /** Whether the option comes into question; `unknown` options are shown with what would settle them. */
  readonly question: Explanation;
  readonly stance: StanceView;
  readonly setting: Setting;
  /** Courses of the record that were this very option: given before, or going on. */
  readonly given: readonly GivenCourse[];
  readonly regulatory: readonly RegulatoryView[];
  readonly forIt: readonly StatementMatch[];
  readonly againstIt: readonly StatementMatch[];
  /** Statements that would speak if something unknown were settled. */
  readonly open: readonly StatementMatch[];
  /** Evidence on another allele of the same codon: shown, never counted. */
  readonly nearMisses: readonly StatementMatch[];
  readonly cautions: readonly CautionView[];
  readonly toCheck: readonly CautionView[];
  readonly unknowns: readonly UnknownView[];
  readonly counts: readonly PopulationCount[];
  readonly printedCounts: readonly UsableCount[];
  readonly restsOn: string;
  readonly moves: readonly MovingFact[];
}
