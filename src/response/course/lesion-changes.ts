/** Sizes of single lesions at a time point against the baseline: what is printed and the percentage that follows. */
import type { Assessment, CaseRecord } from '../../case/index.ts';
import { percentText } from '../recist/index.ts';

/** One lesion at a time point. */
export interface LesionChange {
  readonly lesion: string;
  readonly site: string;
  readonly beforeCm: string | null;
  readonly nowCm: string | null;
  /** Change in percent; null unless both sizes are exact. */
  readonly percent: number | null;
  /** What the record says of it. */
  readonly printed: string;
  readonly sentence: string;
}

type Entry = Assessment['lesions'][number];

/** The exact centimetres of an entry; null where there is none or where it is a range. */
export function exactCentimetres(entry: Entry | undefined): number | null {
  const size = entry?.diameterCm;
  if (size === undefined || size.low === null || size.low !== size.high) return null;
  return size.low;
}

/** The lesions of an assessment. */
export function lesionChanges(
  { lesions }: CaseRecord,
  baseline: Assessment | undefined,
  assessment: Assessment,
): readonly LesionChange[] {
  return assessment.lesions.map((entry) => {
    const first = baseline?.lesions.find(({ lesion }) => lesion === entry.lesion);
    const before = exactCentimetres(first);
    const now = exactCentimetres(entry);
    const percent = before === null || now === null || before === 0 ? null : ((now - before) / before) * 100;
    const beforeCm = first?.diameterCm?.printed ?? null;
    const nowCm = entry.diameterCm?.printed ?? null;
    const sizes =
      nowCm === null
        ? []
        : [beforeCm === null ? `${nowCm} cm` : `${beforeCm} to ${nowCm} cm, ${percentText(percent)}`];
    const words = entry.response === 'unstated' ? [] : [entry.response];
    return {
      lesion: entry.lesion,
      site: lesions.find(({ id }) => id === entry.lesion)?.site ?? entry.lesion,
      beforeCm,
      nowCm,
      percent,
      printed: entry.response,
      sentence: `${entry.lesion}: ${[...sizes, ...words, ...(entry.note === undefined ? [] : [entry.note])].join('; ')}`,
    };
  });
}
