/** What is unknown about an option, which test settles it, and how likely that test is to change anything. */
import { type Explanation, openLeaves } from '../criteria/index.ts';
import { clopperPearson } from '../statistics/index.ts';
import type { UnknownReason } from '../truth/index.ts';
import type { TestDefinition } from './option-definition.ts';

/** How often a test found what it looks for, with the exact interval. */
export interface YieldView {
  readonly words: string;
  readonly share:
    | { readonly count: number; readonly of: number; readonly lower: number; readonly upper: number }
    | undefined;
  readonly study: string;
  readonly verification: TestDefinition['yields'][number]['verification'];
}

/** One open question. */
export interface UnknownView {
  readonly question: string;
  readonly topic: string;
  readonly reason: UnknownReason;
  readonly settledBy: string;
  /** What the record does hold on it, in words; empty where nothing is recorded. */
  readonly recorded: readonly string[];
  readonly tests: readonly { readonly test: TestDefinition; readonly yields: readonly YieldView[] }[];
}

/** Whether a test answers a topic: `fusion` covers `fusion:NTRK3`. */
export function settlesTopic(test: TestDefinition, topic: string): boolean {
  return test.settles.some((each) => topic === each || topic.startsWith(`${each}:`));
}

/** The yields of a test. */
export function yieldsOf(test: TestDefinition): readonly YieldView[] {
  return test.yields.map(({ words, count, of, study, verification }) => {
    if (count === undefined || of === undefined) return { words, share: undefined, study, verification };
    const { lower, upper } = clopperPearson(count, of);
    return { words, share: { count, of, lower, upper }, study, verification };
  });
}

/** The open questions of several explanations, each once. */
export function unknownsOf(
  explanations: readonly Explanation[],
  tests: readonly TestDefinition[],
): readonly UnknownView[] {
  const byQuestion = new Map<string, UnknownView>();
  for (const leaf of explanations.flatMap(openLeaves)) {
    if (leaf.leaf?.answer.truth !== 'unknown') continue;
    const { topic, answer } = leaf.leaf;
    byQuestion.set(leaf.text, {
      question: leaf.text,
      topic,
      reason: answer.reason,
      settledBy: answer.settledBy,
      recorded: answer.data.map((datum) => datum.text),
      tests: tests
        .filter((test) => settlesTopic(test, topic))
        .map((test) => ({ test, yields: yieldsOf(test) })),
    });
  }
  return [...byQuestion.values()];
}
