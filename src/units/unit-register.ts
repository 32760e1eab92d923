/**
 * The units that are read, by dimension, with the factor to the dimension's base unit.
 * Sources: SI brochure, 9th edition (2019), for prefixes, litre, gray, becquerel, katal and minute; the katal gives
 * 1 U = 1 umol/min = 1/60 ukat. 1 Ci = 3.7e10 Bq and 1 in = 2.54 cm, 1 lb = 0.45359237 kg are exact by definition
 * (NIST SP 811, appendix B). Spellings follow UCUM where UCUM has one, with ^ for powers of ten.
 */

/** What a unit measures; only units of one dimension convert without knowledge of a substance. */
export type Dimension =
  | 'massConcentration'
  | 'molarConcentration'
  | 'equivalentConcentration'
  | 'unitConcentration'
  | 'numberConcentration'
  | 'massRate'
  | 'molarRate'
  | 'clearance'
  | 'clearancePerBodySurface'
  | 'pure'
  | 'percent'
  | 'upperLimit'
  | 'lowerLimit'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'amount'
  | 'bodyMassIndex'
  | 'massPerBodySurface'
  | 'massPerBodySurfaceRate'
  | 'massPerBodyMass'
  | 'massPerBodyMassRate'
  | 'time'
  | 'absorbedDose'
  | 'activity'
  | 'pressure'
  | 'mitosesPerArea'
  | 'mitosesPerFields'
  | 'mutationsPerMegabase'
  | 'cycles'
  | 'fractions'
  | 'cells';

/** A unit: its canonical spelling, dimension, factor to the dimension's base, and other spellings of it. */
export interface Unit {
  readonly unit: string;
  readonly dimension: Dimension;
  /** One of this unit is `factor` base units. */
  readonly factor: number;
  readonly spellings: readonly string[];
}

const unit = (
  name: string,
  dimension: Dimension,
  factor: number,
  spellings: readonly string[] = [],
): Unit => ({
  unit: name,
  dimension,
  factor,
  spellings,
});

/** Every unit that is read. */
export const unitRegister: readonly Unit[] = [
  // base g/L
  unit('g/L', 'massConcentration', 1),
  unit('g/dL', 'massConcentration', 10, ['g%']),
  unit('mg/dL', 'massConcentration', 1e-2),
  unit('mg/L', 'massConcentration', 1e-3),
  unit('ug/mL', 'massConcentration', 1e-3),
  unit('ug/dL', 'massConcentration', 1e-5),
  unit('ug/L', 'massConcentration', 1e-6),
  unit('ng/mL', 'massConcentration', 1e-6),
  unit('ng/dL', 'massConcentration', 1e-8),
  unit('ng/L', 'massConcentration', 1e-9),
  unit('pg/mL', 'massConcentration', 1e-9),
  // base mol/L
  unit('mmol/L', 'molarConcentration', 1e-3),
  unit('umol/L', 'molarConcentration', 1e-6, ['micromol/L']),
  unit('nmol/L', 'molarConcentration', 1e-9),
  unit('pmol/L', 'molarConcentration', 1e-12),
  // base Eq/L
  unit('mEq/L', 'equivalentConcentration', 1e-3),
  // base U/L; what a unit is depends on the enzyme or the assay, so only an analyte can use these
  unit('U/L', 'unitConcentration', 1, ['IU/L']),
  unit('kU/L', 'unitConcentration', 1e3, ['kIU/L']),
  unit('U/mL', 'unitConcentration', 1e3, ['IU/mL']),
  unit('mU/L', 'unitConcentration', 1e-3, ['mIU/L']),
  unit('uU/mL', 'unitConcentration', 1e-3, ['uIU/mL']),
  unit('ukat/L', 'unitConcentration', 60),
  unit('nkat/L', 'unitConcentration', 0.06),
  // base /L
  unit('/L', 'numberConcentration', 1),
  unit('/uL', 'numberConcentration', 1e6, ['/mm3', '/cmm']),
  unit('10^3/uL', 'numberConcentration', 1e9, ['K/uL', 'k/uL', '10^3/mm3', 'K/mm3', 'thousand/uL']),
  unit('10^6/uL', 'numberConcentration', 1e12, ['M/uL', '10^6/mm3']),
  unit('10^9/L', 'numberConcentration', 1e9, ['G/L', 'Gpt/L']),
  unit('10^12/L', 'numberConcentration', 1e12, ['T/L', 'Tpt/L']),
  // base g/d, mol/d
  unit('g/d', 'massRate', 1),
  unit('mg/d', 'massRate', 1e-3),
  unit('ug/d', 'massRate', 1e-6),
  unit('mmol/d', 'molarRate', 1e-3),
  unit('umol/d', 'molarRate', 1e-6),
  unit('nmol/d', 'molarRate', 1e-9),
  // base mL/min
  unit('mL/min', 'clearance', 1),
  unit('mL/s', 'clearance', 60),
  unit('mL/min/1.73m2', 'clearancePerBodySurface', 1),
  unit('ratio', 'pure', 1, ['INR']),
  unit('%', 'percent', 1, ['percent', 'per cent']),
  unit('ULN', 'upperLimit', 1, [
    'upper limit of normal',
    'upper limits of normal',
    'upper normal limit',
    'institutional ULN',
  ]),
  unit('LLN', 'lowerLimit', 1, [
    'lower limit of normal',
    'lower limits of normal',
    'lower normal limit',
    'institutional LLN',
  ]),
  // base cm, cm2, mL
  unit('cm', 'length', 1),
  unit('mm', 'length', 0.1),
  unit('m', 'length', 100),
  unit('um', 'length', 1e-4),
  unit('in', 'length', 2.54, ['inch', 'inches']),
  unit('mm2', 'area', 0.01),
  unit('cm2', 'area', 1),
  unit('m2', 'area', 1e4),
  unit('mL', 'volume', 1, ['cc', 'cm3']),
  unit('L', 'volume', 1e3),
  // base g, mol
  unit('g', 'mass', 1, ['gram', 'grams']),
  unit('kg', 'mass', 1e3, ['kilogram', 'kilograms']),
  unit('mg', 'mass', 1e-3),
  unit('ug', 'mass', 1e-6),
  unit('ng', 'mass', 1e-9),
  unit('lb', 'mass', 453.592_37, ['lbs', 'pound', 'pounds']),
  unit('mmol', 'amount', 1e-3),
  unit('umol', 'amount', 1e-6),
  unit('kg/m2', 'bodyMassIndex', 1),
  // base mg per m2 or kg
  unit('mg/m2', 'massPerBodySurface', 1),
  unit('g/m2', 'massPerBodySurface', 1e3),
  unit('mg/m2/d', 'massPerBodySurfaceRate', 1),
  unit('mg/kg', 'massPerBodyMass', 1),
  unit('ug/kg', 'massPerBodyMass', 1e-3),
  unit('mg/kg/d', 'massPerBodyMassRate', 1),
  // base d; the month and the year are the mean ones (30.4375 and 365.25 days)
  unit('d', 'time', 1, ['day', 'days']),
  unit('wk', 'time', 7, ['week', 'weeks', 'wks']),
  unit('mo', 'time', 30.4375, ['month', 'months', 'mos']),
  unit('y', 'time', 365.25, ['yr', 'yrs', 'year', 'years', 'y/o']),
  unit('h', 'time', 1 / 24, ['hour', 'hours', 'hr', 'hrs']),
  unit('min', 'time', 1 / 1440, ['minute', 'minutes']),
  unit('s', 'time', 1 / 86_400, ['sec', 'second', 'seconds']),
  unit('ms', 'time', 1 / 86_400_000, ['msec', 'millisecond', 'milliseconds']),
  // base Gy, MBq
  unit('Gy', 'absorbedDose', 1),
  unit('cGy', 'absorbedDose', 0.01, ['rad']),
  unit('mGy', 'absorbedDose', 1e-3),
  unit('MBq', 'activity', 1),
  unit('GBq', 'activity', 1e3),
  unit('mCi', 'activity', 37),
  unit('Ci', 'activity', 37_000),
  unit('mmHg', 'pressure', 1),
  // Fields are not an area: their conversion needs the field diameter.
  unit('/2mm2', 'mitosesPerArea', 0.5),
  unit('/mm2', 'mitosesPerArea', 1),
  unit('/10HPF', 'mitosesPerFields', 0.1, ['/10HPFs', '/10 high power fields', '/10 high-power fields']),
  unit('/50HPF', 'mitosesPerFields', 0.02, ['/50HPFs', '/50 high power fields', '/50 high-power fields']),
  unit('/HPF', 'mitosesPerFields', 1),
  unit('mut/Mb', 'mutationsPerMegabase', 1, ['mutations/Mb', 'mutations/megabase', 'muts/Mb']),
  unit('cycles', 'cycles', 1, ['cycle']),
  unit('fractions', 'fractions', 1, ['fraction', 'fx']),
  unit('cells', 'cells', 1, ['cell']),
];
