/** What is known of an arm: in one sample, and over all samples with the number assessed. */
import { type ArmSample, type ChromosomeArm, chromosomeArms } from './chromosome-arms-data.ts';

/** What is known of an arm in a sample; both where parts of it are gained and parts lost. */
export type ArmCall = 'gain' | 'loss' | 'both' | 'none' | 'notAssessed';

/** The words of each call. */
export const callLabels: Readonly<Record<ArmCall, string>> = {
  gain: 'gain',
  loss: 'loss',
  both: 'gain and loss',
  none: 'neither gain nor loss',
  notAssessed: 'not assessed',
};

/** The calls of a sample, by name of the arm. */
export function armCalls({ assessed, gains, losses }: ArmSample): ReadonlyMap<string, ArmCall> {
  const seen = assessed === 'all' ? undefined : new Set<string>(assessed);
  const gained = new Set<string>(gains);
  const lost = new Set<string>(losses);
  return new Map(
    chromosomeArms.map(({ name }): readonly [string, ArmCall] => {
      if (seen?.has(name) === false) return [name, 'notAssessed'];
      if (gained.has(name)) return [name, lost.has(name) ? 'both' : 'gain'];
      return [name, lost.has(name) ? 'loss' : 'none'];
    }),
  );
}

/** An arm over all samples. */
export interface ArmCounts {
  readonly arm: ChromosomeArm;
  readonly assessed: number;
  readonly gains: number;
  readonly losses: number;
}

/** Gains and losses of every arm; a sample with both counts in both. */
export function armCounts(samples: readonly ArmSample[]): readonly ArmCounts[] {
  const all = samples.map(armCalls);
  return chromosomeArms.map((arm) => {
    const calls = all.map((each) => each.get(arm.name) ?? 'notAssessed');
    return {
      arm,
      assessed: calls.filter((call) => call !== 'notAssessed').length,
      gains: calls.filter((call) => call === 'gain' || call === 'both').length,
      losses: calls.filter((call) => call === 'loss' || call === 'both').length,
    };
  });
}
