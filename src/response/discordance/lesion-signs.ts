/** Density and uptake of the lesions of a record beside their sizes, against baseline. */
import type { LesionRecord, TimePointCall } from '../recist/index.ts';
import { type ChoiCall, choiResponse } from './choi.ts';
import type { CalledPoint } from './pseudoprogression.ts';
import { densitySign, type Sign, uptakeSign } from './sign.ts';

/** The signs of one time point; the baseline is time point 0. */
export function lesionSigns({ lesions }: LesionRecord, at: number): readonly Sign[] {
  return lesions.flatMap(({ id, densities, uptakes }) => {
    const density = [densities?.[0], densities?.[at]] as const;
    const uptake = [uptakes?.[0], uptakes?.[at]] as const;
    return [
      density[0] === undefined || density[1] === undefined ? null : densitySign(id, density[0], density[1]),
      uptake[0] === undefined || uptake[1] === undefined ? null : uptakeSign(id, uptake[0], uptake[1]),
    ].filter((sign) => sign !== null);
  });
}

/** Mean density of the target lesions in percent of that at baseline; null where one of them was not measured again. */
function densityPercent({ lesions }: LesionRecord, at: number): number | null {
  const measured = lesions.filter(
    ({ kind, densities, states }) =>
      kind === 'target' && densities?.[0] !== undefined && states[at]?.kind !== 'absent',
  );
  const total = (time: number): number =>
    measured.reduce((sum, { densities }) => sum + (densities?.[time] ?? Number.NaN), 0);
  const before = total(0);
  const now = total(at);
  return measured.length === 0 || before <= 0 || Number.isNaN(now) ? null : ((now - before) / before) * 100;
}

/** The call by size and density; undefined where no density was measured at baseline. */
export function choiOfRecord(record: LesionRecord, at: number, call: TimePointCall): ChoiCall | undefined {
  const isMeasured = record.lesions.some(({ densities }) => densities?.[0] !== undefined);
  if (!isMeasured || call.target === undefined) return undefined;
  return choiResponse({
    isGone: call.overall?.response === 'CR',
    sizePercent: call.target.percentFromBaseline,
    densityPercent: densityPercent(record, at),
    hasNewLesion: call.newLesions.atTheTime === 'yes',
  });
}

/** The calls of a record with whether the treatment was changed between them. */
export function calledPoints(calls: readonly TimePointCall[]): readonly CalledPoint[] {
  return calls.map(({ timePoint, overall }, at) => {
    const before = calls[at - 1]?.timePoint.treatment;
    const isKnown = before !== undefined && timePoint.treatment !== undefined;
    return {
      label: timePoint.label,
      response: overall?.response,
      isTreatmentChanged: at === 0 ? false : isKnown ? before !== timePoint.treatment : 'unknown',
    };
  });
}
