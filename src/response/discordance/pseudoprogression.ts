/**
 * Pseudoprogression in retrospect: progression by size that is followed by a response without any change of treatment. While
 * it happens there is no such thing, only a discordant response; without a later response it is not shown.
 */
import type { OverallResponse } from '../recist/index.ts';

/** A call in the order of time. */
export interface CalledPoint {
  readonly label: string;
  readonly response: OverallResponse | undefined;
  /** Whether the treatment was changed between the call before and this one. */
  readonly isTreatmentChanged: boolean | 'unknown';
}

/** What can be said in retrospect of one progression. */
export interface Retrospect {
  /** The progression. */
  readonly label: string;
  readonly state: 'pseudoprogression' | 'notShown' | 'nothingLater' | 'treatmentChanged' | 'unknown';
  readonly because: string;
}

/** The first progression of each run, with what followed it. */
export function pseudoprogression(points: readonly CalledPoint[]): readonly Retrospect[] {
  return points.flatMap((point, at): readonly Retrospect[] => {
    if (point.response !== 'PD' || points[at - 1]?.response === 'PD') return [];
    const { label } = point;
    if (at === points.length - 1)
      return [
        {
          label,
          state: 'nothingLater',
          because: `only a later assessment can tell, and ${label} is the last`,
        },
      ];
    let isOpen = false;
    for (const later of points.slice(at + 1)) {
      const isResponse = later.response === 'CR' || later.response === 'PR';
      if (later.isTreatmentChanged === true)
        return [
          { label, state: 'treatmentChanged', because: `the treatment was changed before ${later.label}` },
        ];
      isOpen ||= later.isTreatmentChanged === 'unknown';
      if (!isResponse) continue;
      const because = `${later.response} at ${later.label} after PD at ${label}`;
      return [
        isOpen
          ? { label, state: 'unknown', because: `${because}; whether the treatment was changed is not known` }
          : { label, state: 'pseudoprogression', because: `${because}, without change of treatment` },
      ];
    }
    return [{ label, state: 'notShown', because: `no CR or PR is recorded after PD at ${label}` }];
  });
}
