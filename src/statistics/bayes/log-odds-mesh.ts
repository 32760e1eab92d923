/**
 * The log odds at which likelihoods of baskets are taken: panels as narrow as the likelihood of all patients together, and wider
 * where it is flat. Every feature that an integral over a basket's log odds can have is resolved there.
 */
import { type PanelMesh, panelMesh } from './panel-density.ts';

/** ln(1 + e^x) without overflow. */
export const softplus = (x: number): number =>
  x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
/** The share with these log odds. */
export const expit = (logOdds: number): number =>
  logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
/** The log odds of a share. */
export const logit = (share: number): number => Math.log(share) - Math.log1p(-share);

/** What the mesh has to resolve. */
export interface MeshScales {
  /** Patients of all baskets together. */
  readonly patients: number;
  /** Where prior densities have their centre. */
  readonly centre: number;
  /** The narrowest prior. */
  readonly narrowest: number;
  /** How far from the centre there is probability. */
  readonly reach: number;
  /** Log odds at which panels meet, so that probabilities above it are sums over panels. */
  readonly breakAt: number;
}

/** Panels, finest where the patients say most. */
export function logOddsMesh({ patients, centre, narrowest, reach, breakAt }: MeshScales): PanelMesh {
  const widthAt = (logOdds: number): number => {
    const share = expit(-Math.abs(logOdds));
    const ownScale = 1 / Math.sqrt(patients * share * (1 - share));
    return Math.min(ownScale, Math.max(Math.min(narrowest, 2), Math.abs(logOdds - centre) / 6));
  };
  const walk = (direction: 1 | -1): readonly number[] => {
    const edges: number[] = [];
    const end = centre + direction * reach;
    for (let at = breakAt; (end - at) * direction > 0; ) {
      const first = widthAt(at);
      const second = Math.min(first, widthAt(at + direction * first), widthAt(at + (direction * first) / 2));
      const width = Math.min(second, widthAt(at + direction * second));
      at += direction * width;
      edges.push(at);
    }
    return edges;
  };
  return panelMesh([...walk(-1).toReversed(), breakAt, ...walk(1)]);
}
