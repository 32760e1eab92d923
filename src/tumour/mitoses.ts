/**
 * Mitotic counts, normalised to 2 mm2: the area comes from the report, or from the number of high-power fields and
 * their diameter. "Per 10 HPF" without a diameter has an unknown area (fields differ more than twofold between
 * microscopes) unless the convention 10 HPF = 2 mm2 is invoked, which is always said. A field of 0.5 mm is 0.2 mm2 by
 * the definition of WHO 2019 (10 fields of 0.5 mm are 2 mm2), not the 0.196 mm2 of its circle. Words stay words: "rare" has no
 * number; "none identified" is zero as counted.
 */
import { poissonInterval } from '../statistics/index.ts';
import type { NumericRange } from '../units/index.ts';
import { type Statement, sources } from './basis.ts';
import { boundsText, exactGrade, type Grade, type GradeBounds } from './grade.ts';
import { type GradeLimits, gradeOfRange, type NumericEnds } from './grade-limits.ts';
import { nonNegativeEnds } from './range-ends.ts';
import { type CountedMaterial, type CountStatus, countStatusText } from './specimen-kind.ts';

/** The area to which editions refer a count. */
export const referenceAreaMm2 = 2;

/** What a count was made over. Nothing stated is an empty object. */
export interface CountedArea {
  readonly areaMm2?: number;
  readonly highPowerFields?: number;
  readonly fieldDiameterMm?: number;
  readonly fieldAreaMm2?: number;
}

/** One mitotic count as recorded. */
export interface MitosesObservation {
  readonly status: CountStatus;
  /** The printed text: "4 per 10 HPF", "rare", "no mitosis identified". */
  readonly printed: string;
  readonly count?: NumericRange;
  readonly per?: CountedArea;
  /** The grade that the source itself gives to the count, where no number is printed. */
  readonly gradePrinted?: Grade;
  readonly lesion?: string;
  readonly material?: CountedMaterial;
}

/** `tenFieldsAre2mm2`: a field of unknown size counts as 0.2 mm2, and a count without any area as per 2 mm2. */
export type MitosesConvention = 'asMeasured' | 'tenFieldsAre2mm2';

/** The exact 95% Poisson interval of a count, per 2 mm2. */
export interface MitosesInterval {
  readonly count: number;
  readonly areaMm2: number;
  readonly lowerPer2mm2: number;
  readonly upperPer2mm2: number;
}

/** What one mitotic count says. `bounds` is null when it says nothing about the grade. */
export interface MitosesReading {
  readonly observation: MitosesObservation;
  readonly per2mm2: NumericEnds | null;
  readonly areaMm2: number | null;
  readonly bounds: GradeBounds | null;
  /** Of one whole number counted over a known area; null otherwise. */
  readonly interval: MitosesInterval | null;
  /** Limits between grades (per 2 mm2) that one mitosis more or less, rounded, would reach. */
  readonly crosses: readonly number[];
  readonly statements: readonly Statement[];
}

const positive = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value > 0;

/** The field that the editions define: ten of this diameter are 2 mm2 (WHO 2019). */
const definedFieldDiameterMm = 0.5;

/**
 * The area counted in mm2, or undefined when the report does not give it.
 *
 * @example countedAreaMm2({ highPowerFields: 10, fieldDiameterMm: 0.55 }) // 2.376
 */
export function countedAreaMm2(per: CountedArea): number | undefined {
  if (positive(per.areaMm2)) return per.areaMm2;
  if (!positive(per.highPowerFields)) return undefined;
  if (positive(per.fieldAreaMm2)) return per.highPowerFields * per.fieldAreaMm2;
  if (!positive(per.fieldDiameterMm)) return undefined;
  if (per.fieldDiameterMm === definedFieldDiameterMm) return (per.highPowerFields * referenceAreaMm2) / 10;
  return per.highPowerFields * Math.PI * (per.fieldDiameterMm / 2) ** 2;
}

/** The exact interval of a whole count over an area; null for a range or a fraction. */
function intervalOf(ends: NumericEnds, areaMm2: number): MitosesInterval | null {
  if (ends.low !== ends.high || !Number.isSafeInteger(ends.low)) return null;
  const { lower, upper } = poissonInterval(ends.low);
  const factor = referenceAreaMm2 / areaMm2;
  return { count: ends.low, areaMm2, lowerPer2mm2: lower * factor, upperPer2mm2: upper * factor };
}

/** Limits that lie within half a mitosis of a whole count. */
function limitsNear(limits: GradeLimits, interval: MitosesInterval): readonly number[] {
  const factor = referenceAreaMm2 / interval.areaMm2;
  const near = (limit: number) => Math.abs(interval.count * factor - limit) <= 0.5 * factor;
  return [...new Set([limits.g2Lower, limits.g3Above])].filter(near);
}

const oneDecimal = (value: number): string => value.toFixed(1);

function intervalStatements(interval: MitosesInterval | null, crosses: readonly number[]): Statement[] {
  if (interval === null) return [];
  const area = Number(interval.areaMm2.toFixed(2));
  const span = `${oneDecimal(interval.lowerPer2mm2)}-${oneDecimal(interval.upperPer2mm2)} per 2 mm2`;
  const exact: Statement = {
    code: 'mitosesExactInterval',
    weight: 'note',
    sentence: `${interval.count} mitoses in ${area} mm2: exact 95% interval ${span}.`,
    basis: sources.exactPoisson,
  };
  if (crosses.length === 0) return [exact];
  return [
    exact,
    {
      code: 'mitosesCrossesBoundary',
      weight: 'caution',
      sentence: `The mitotic count lies within rounding of the line at ${crosses.join(' and ')} per 2 mm2, and its exact interval (${span}) crosses it: the count does not separate the grades on either side.`,
    },
  ];
}

/** True for wordings of "none was seen": a negation followed by mitoses, or a bare "none", "nil", "absent". */
export function saysNoMitosis(printed: string): boolean {
  const text = printed.toLowerCase().trim();
  if (/^(none|nil|absent|not identified|not seen|none (identified|seen|found|detected))\.?$/.test(text))
    return true;
  return (
    /^(no|without|absence of)( \w+){0,2} mitos[ei]s\b/.test(text) ||
    /^mitos[ei]s:? (absent|none)\b/.test(text)
  );
}

/** Reads one count against the limits of an edition. */
export function readMitoses(
  observation: MitosesObservation,
  limits: GradeLimits,
  convention: MitosesConvention = 'asMeasured',
): MitosesReading {
  const { status, printed, count, per = {}, gradePrinted } = observation;
  const nothing = (statement: Statement): MitosesReading => ({
    observation,
    per2mm2: null,
    areaMm2: null,
    bounds: null,
    interval: null,
    crosses: [],
    statements: [statement],
  });
  if (status !== 'counted') {
    return nothing({
      code: 'mitosesNotAvailable',
      weight: 'caution',
      sentence: `The mitotic count ${countStatusText(status)}.`,
    });
  }
  const ends = count === undefined ? endsOfWords(printed) : nonNegativeEnds(count);
  if (ends === undefined && gradePrinted !== undefined) {
    const statement: Statement = {
      code: 'mitosesGradeAsPrinted',
      weight: 'note',
      sentence: `The mitotic count is given only as the grade that the source assigns to it (${gradePrinted}, "${printed}").`,
    };
    return { ...nothing(statement), bounds: { lowest: gradePrinted, highest: gradePrinted } };
  }
  if (ends === undefined || ends.low < 0) {
    return nothing({
      code: 'mitosesWord',
      weight: 'caution',
      sentence: `Mitoses are given as "${printed}": a word without a number bounds no grade.`,
    });
  }
  const measured = countedAreaMm2(per);
  if (ends.high === 0) return noneSeen(observation, ends, limits, measured);
  const assumed = measured ?? (convention === 'tenFieldsAre2mm2' ? areaByConvention(per) : undefined);
  if (assumed === undefined) {
    return nothing({
      code: 'mitosesAreaUnknown',
      weight: 'caution',
      sentence: `The area of the mitotic count "${printed}" is not stated: ask for mm2 or the field diameter.`,
    });
  }
  const factor = referenceAreaMm2 / assumed;
  const per2mm2 = { ...ends, low: ends.low * factor, high: ends.high * factor };
  const bounds = gradeOfRange(limits, per2mm2);
  const interval = intervalOf(ends, assumed);
  const crosses = interval === null ? [] : limitsNear(limits, interval);
  const statements = [
    ...areaStatements(observation, measured, assumed),
    ...definedField(per),
    ...intervalStatements(interval, crosses),
  ];
  if (gradePrinted !== undefined && exactGrade(bounds) !== gradePrinted) {
    statements.push({
      code: 'gradePrintedDiffers',
      weight: 'conflict',
      sentence: `The source calls the mitotic count ${gradePrinted}; per 2 mm2 it is ${boundsText(bounds)}.`,
    });
  }
  return { observation, per2mm2, areaMm2: assumed, bounds, interval, crosses, statements };
}

function endsOfWords(printed: string): NumericEnds | undefined {
  return saysNoMitosis(printed) ? { low: 0, lowOpen: false, high: 0, highOpen: false } : undefined;
}

/** The convention's area: 0.2 mm2 a field; without fields, the reference area itself. */
function areaByConvention(per: CountedArea): number {
  return positive(per.highPowerFields) ? (per.highPowerFields * referenceAreaMm2) / 10 : referenceAreaMm2;
}

function noneSeen(
  observation: MitosesObservation,
  ends: NumericEnds,
  limits: GradeLimits,
  areaMm2: number | undefined,
): MitosesReading {
  const statements: Statement[] = [
    {
      code: 'mitosesNoneSeen',
      weight: 'note',
      sentence: `No mitosis was counted ("${observation.printed}")${areaMm2 === undefined ? '; the area is not stated' : ''}.`,
    },
    ...smallArea(areaMm2),
  ];
  return {
    observation,
    per2mm2: ends,
    areaMm2: areaMm2 ?? null,
    bounds: gradeOfRange(limits, ends),
    interval: null,
    crosses: [],
    statements,
  };
}

function areaStatements(
  observation: MitosesObservation,
  measured: number | undefined,
  areaMm2: number,
): Statement[] {
  if (measured !== undefined) return smallArea(measured);
  const counted = positive(observation.per?.highPowerFields)
    ? `${observation.per.highPowerFields} high-power fields are taken as ${areaMm2} mm2`
    : `the count is taken as per ${areaMm2} mm2`;
  return [
    {
      code: 'mitosesAreaAssumed',
      weight: 'caution',
      sentence: `The area of "${observation.printed}" is not stated: by the convention 10 HPF = 2 mm2, ${counted}.`,
    },
  ];
}

function definedField(per: CountedArea): Statement[] {
  const byDiameter = !positive(per.areaMm2) && !positive(per.fieldAreaMm2) && positive(per.highPowerFields);
  if (!byDiameter || per.fieldDiameterMm !== definedFieldDiameterMm) return [];
  return [
    {
      code: 'mitosesConvention',
      weight: 'note',
      sentence: `Ten fields of ${definedFieldDiameterMm} mm are 2 mm2 by the definition of the edition.`,
      basis: sources.who2019,
    },
  ];
}

function smallArea(areaMm2: number | undefined): Statement[] {
  if (areaMm2 === undefined || areaMm2 >= referenceAreaMm2 - 1e-9) return [];
  return [
    {
      code: 'mitosesAreaSmall',
      weight: 'caution',
      sentence: `Mitoses were counted over ${Number(areaMm2.toFixed(2))} mm2, less than the ${referenceAreaMm2} mm2 that the criterion refers to.`,
    },
  ];
}
