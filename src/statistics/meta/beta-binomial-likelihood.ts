/**
 * The likelihood of counts whose shares scatter by a beta distribution with mean p and correlation rho (Skellam, J R Stat Soc B
 * 1948;10:257), written in theta = rho / (1 - rho) as products that hold at rho = 0 too (Griffiths, Biometrics 1973;29:637):
 * each factor p + j theta stands once for every study with more than j events. It is concave in p.
 */
import { lnGamma } from '../ln-gamma.ts';
import type { StudyProportion } from './effect-size.ts';

/** How many studies have more than j events, more than j without, and more than j subjects. */
export interface FactorCounts {
  readonly events: Float64Array;
  readonly others: Float64Array;
  readonly subjects: Float64Array;
  /** The binomial coefficients, which hang on no parameter. */
  readonly constant: number;
}

function moreThan(counts: readonly number[]): Float64Array {
  const longer = new Float64Array(Math.max(0, ...counts));
  for (const count of counts) if (count > 0) longer[count - 1] = (longer[count - 1] ?? 0) + 1;
  for (let j = longer.length - 2; j >= 0; j -= 1) longer[j] = (longer[j] ?? 0) + (longer[j + 1] ?? 0);
  return longer;
}

/** The factors of the likelihood of some studies. */
export function factorCounts(studies: readonly StudyProportion[]): FactorCounts {
  return {
    events: moreThan(studies.map(({ count }) => count)),
    others: moreThan(studies.map(({ count, of }) => of - count)),
    subjects: moreThan(studies.map(({ of }) => of)),
    constant: studies.reduce(
      (sum, { count, of }) => sum + lnGamma(of + 1) - lnGamma(count + 1) - lnGamma(of - count + 1),
      0,
    ),
  };
}

/** The logarithm of the likelihood with its derivatives. */
export interface BetaBinomialPoint {
  readonly value: number;
  readonly byP: number;
  readonly byTheta: number;
  readonly byPP: number;
  readonly byPTheta: number;
  readonly byThetaTheta: number;
}

/** The likelihood at p between 0 and 1 and theta from 0 on. */
export function betaBinomialPoint(
  { events, others, subjects, constant }: FactorCounts,
  p: number,
  theta: number,
): BetaBinomialPoint {
  let [value, byP, byTheta, byPP, byPTheta, byThetaTheta] = [constant, 0, 0, 0, 0, 0];
  const add = (counts: Float64Array, base: number, sign: -1 | 0 | 1, times: -1 | 1): void => {
    for (let j = 0; j < counts.length; j += 1) {
      const studies = times * (counts[j] ?? 0);
      const factor = base + j * theta;
      const share = studies / factor;
      value += studies * (base === 1 ? Math.log1p(j * theta) : Math.log(factor));
      byP += sign * share;
      byTheta += j * share;
      byPP -= (sign * sign * share) / factor;
      byPTheta -= (sign * j * share) / factor;
      byThetaTheta -= (j * j * share) / factor;
    }
  };
  add(events, p, 1, 1);
  add(others, 1 - p, -1, 1);
  add(subjects, 1, 0, -1);
  return { value, byP, byTheta, byPP, byPTheta, byThetaTheta };
}
