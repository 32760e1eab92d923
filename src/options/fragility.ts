/**
 * How fragile a stance is: what it rests on, and the smallest fact that would move it. Each leaf is turned the other
 * way, one at a time, and the stance worked out again; facts that are unknown now come first, because they are the
 * ones that may turn out otherwise.
 */
import { type Criterion, type Explanation, leavesOf, truthWith } from '../criteria/index.ts';
import { isSameEntity, type StatementMatch } from '../evidence/index.ts';
import type { Truth } from '../truth/index.ts';
import { type Ground, type Stance, stanceOf } from './stance.ts';

/** A ground together with the criterion behind its truth; grounds without one cannot be turned. */
export interface CriterionGround {
  readonly ground: Ground;
  readonly criterion: Criterion;
  readonly explanation: Explanation;
}

/** One fact that would move the stance. */
export interface MovingFact {
  readonly fact: string;
  readonly now: Truth;
  readonly turned: Truth;
  readonly stance: Stance;
}

const alternatives: Readonly<Record<Truth, readonly Truth[]>> = {
  met: ['unmet'],
  unmet: ['met'],
  unknown: ['met', 'unmet'],
};

const order: Readonly<Record<Truth, number>> = { unknown: 0, met: 1, unmet: 2 };

/** The single facts that would give another stance, those unknown now first. That the tumour is what it is settles
 * nothing: an entity that is certain is not turned. */
export function movingFacts(
  grounds: readonly CriterionGround[],
  fixed: readonly Ground[],
): readonly MovingFact[] {
  const now = stanceOf([...fixed, ...grounds.map((each) => each.ground)]).stance;
  const leaves = new Map(
    grounds
      .flatMap((each) => leavesOf(each.explanation))
      .filter((leaf) => leaf.truth === 'unknown' || leaf.leaf?.topic !== 'disease')
      .map((leaf) => [leaf.leaf?.key ?? leaf.text, leaf.truth]),
  );
  const moves = [...leaves].flatMap(([fact, truth]) =>
    alternatives[truth].flatMap((then): MovingFact[] => {
      const turned = grounds.map(({ ground, criterion, explanation }) => ({
        ...ground,
        truth: truthWith(explanation, criterion, (key) => (key === fact ? then : undefined)),
      }));
      const { stance } = stanceOf([...fixed, ...turned]);
      return stance === now ? [] : [{ fact, now: truth, turned: then, stance }];
    }),
  );
  return moves.sort((a, b) => order[a.now] - order[b.now]);
}

const kindWords = {
  clinical: 'clinical study',
  caseReport: 'case report',
  preclinical: 'laboratory study',
  guideline: 'guideline',
  label: 'label',
  expertOpinion: 'expert opinion',
} as const;

/** `rests on one case report`, `rests on 2 clinical studies, none in this entity`. */
export function restsOn(matches: readonly StatementMatch[]): string {
  const byKind = Map.groupBy(matches, (match) => match.statement.kind);
  if (byKind.size === 0) return 'rests on no study of the library';
  const parts = [...byKind].map(([kind, ofKind]) => {
    const count = new Set(ofKind.flatMap((match) => match.statement.studies)).size;
    const plural =
      kind === 'clinical' || kind === 'preclinical'
        ? kindWords[kind].replace('study', 'studies')
        : `${kindWords[kind]}s`;
    return count === 1 ? `one ${kindWords[kind]}` : `${count} ${plural}`;
  });
  const same = matches.filter(isSameEntity).length;
  const nearness = same === 0 ? ', none certainly in this entity' : '';
  return `rests on ${parts.join(' and ')}${nearness}`;
}
