/** Strengths and the reasons that are given for them. */
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';

/** From the weakest to the strongest. `none`: nothing of what it rests on has reported a result. */
export const strengths = ['none', 'veryWeak', 'weak', 'moderate', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/** What a reason speaks of. */
export type StrengthAspect =
  | 'design'
  | 'size'
  | 'directness'
  | 'consistency'
  | 'integrity'
  | 'overlap'
  | 'reading'
  | 'laterEvidence';

/** `start`: where the design puts it. `lowers`: one step down. `caps`: no stronger than said. `noted`: changes nothing. */
export interface StrengthReason {
  readonly aspect: StrengthAspect;
  readonly effect: 'start' | 'lowers' | 'caps' | 'noted';
  readonly text: string;
}

/** What the audit found in a study: all findings, and those by which printed values cannot be so or exclude each other. */
export interface StudyFindings {
  readonly all: number;
  readonly breaking: number;
}

/** What a statement is weighed against; what was not yet known is answered with undefined. */
export interface StrengthContext {
  readonly studyOf: (id: string) => Study | undefined;
  readonly statementOf: (id: string) => Statement | undefined;
  readonly findingsOf: (study: string) => StudyFindings;
}

/** Kinds of statement that are very weak whatever they cite. */
export const weakKinds: Readonly<Partial<Record<Statement['kind'], string>>> = {
  expertOpinion: 'an opinion of authors or curators, whatever it cites',
  caseReport: 'single cases: a median or a share of them is none of a population',
  preclinical: 'laboratory evidence, without patients',
};

export const rankOf = (strength: Strength): number => strengths.indexOf(strength);
