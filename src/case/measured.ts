/**
 * Codecs between what a case file holds (text, as printed) and what the rooms compute with. A printed value is
 * always written in quotes: an unquoted 1.10 would reach the reader as 1.1.
 */
import * as z from 'zod';
import type { IssueCode } from '../reading/index.ts';
import {
  type NumericRange,
  type Parsed,
  type PatientDate,
  parseNumericRange,
  parsePatientDate,
  parseQuantity,
  type Quantity,
} from '../units/index.ts';

type Refusal = { readonly ok: false; readonly code: IssueCode; readonly message: string };

/** Whether a value is one that was read: an absent one has nothing to write. */
const isPrinted = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'printed' in value && typeof value.printed === 'string';

function printedCodec<T extends { readonly printed: string }>(
  id: string,
  description: string,
  parse: (text: string) => Parsed<T> | Refusal,
) {
  return z
    .codec(z.string().min(1).max(200), z.custom<T>(), {
      decode: (text, context) => {
        const parsed = parse(text);
        if (parsed.ok) return parsed.value;
        context.issues.push({
          code: 'custom',
          message: parsed.message,
          params: { code: parsed.code },
          input: text,
        });
        return z.NEVER;
      },
      encode: (value, context) => {
        if (isPrinted(value)) return value.printed;
        context.issues.push({ code: 'custom', message: 'a value without its printed text', input: value });
        return z.NEVER;
      },
    })
    .meta({ id, description });
}

/** `2012-06`, `2012-06..2012-08`, `day 28`, `..day 0`: see the units room. */
export const patientDate = printedCodec<PatientDate>(
  'patientDate',
  'A calendar date, whole or partial ("2012-06"), an interval ("2012-06..2012-08"), or days from the anchor ("day 28")',
  parsePatientDate,
);

/** A number as printed, exact, censored or a range: `20%`, `<95`, `45-70%`. */
export const numericRange = printedCodec<NumericRange>(
  'numericRange',
  'A number, censored number or range as printed, in quotes: "20%", "<95", "45-70%"',
  parseNumericRange,
);

/** A value with its unit as printed, or a word: `44 ng/mL`, `rare`. */
export const quantity = printedCodec<Quantity>(
  'quantity',
  'A value with its unit as printed, or a word: "44 ng/mL", "rare"',
  parseQuantity,
);

interface Limits {
  readonly least: number;
  readonly most?: number;
  /** What the limits hold for: "a percentage". */
  readonly of: string;
}

/** Why a number cannot be one of its kind, or undefined. An open end (`<95`) is no fault. */
function outside(range: Pick<NumericRange, 'low' | 'high' | 'printed'>, limits: Limits): Refusal | undefined {
  const { least, most, of } = limits;
  const ends = [range.low, range.high].filter((end) => end !== null);
  if (ends.every((end) => end >= least && (most === undefined || end <= most))) return undefined;
  const span = most === undefined ? `at least ${least}` : `from ${least} to ${most}`;
  return { ok: false, code: 'wrong-value', message: `${of} is ${span}, not '${range.printed}'; correct it` };
}

function limitedRange(id: string, description: string, limits: Limits) {
  return printedCodec<NumericRange>(id, description, (text) => {
    const parsed = parseNumericRange(text);
    return parsed.ok ? (outside(parsed.value, limits) ?? parsed) : parsed;
  });
}

/** A percentage of a whole, 0 to 100: `20%`, `<3%`, `45-70%`. */
export const percentRange = limitedRange(
  'percentRange',
  'A percentage from 0 to 100 as printed, in quotes: "20%", "<3%", "45-70%"',
  { least: 0, most: 100, of: 'a percentage' },
);

/** A change in percent: nothing shrinks by more than all of it. */
export const percentChange = limitedRange(
  'percentChange',
  'A change in percent as printed, in quotes: "-30%", "22.8%"',
  { least: -100, of: 'a change in percent' },
);

/** A count, length or time that cannot be negative: `3`, `4.6`, `<2`. */
export const amount = limitedRange(
  'amount',
  'A number that cannot be negative as printed, in quotes: "3", "4.6", "<2"',
  { least: 0, of: 'an amount' },
);

/** Age in years, 0 to 130. */
export const ageYears = limitedRange('ageYears', 'Age in years as printed, in quotes: "48", "40-49"', {
  least: 0,
  most: 130,
  of: 'an age in years',
});

/** A grade of toxicity after CTCAE, 0 to 5. */
export const toxicityGrade = limitedRange(
  'toxicityGrade',
  'A grade of toxicity from 0 to 5, in quotes: "3"',
  {
    least: 0,
    most: 5,
    of: 'a grade of toxicity',
  },
);

/** A quantity that cannot be negative, nor over 100 where it is a percentage: `4`, `2/10 HPF`, `<1%`, `rare`. */
export const nonNegativeQuantity = printedCodec<Quantity>(
  'nonNegativeQuantity',
  'A value that cannot be negative with its unit as printed, or a word: "2/10 HPF", "5%", "rare"',
  (text) => {
    const parsed = parseQuantity(text);
    if (!parsed.ok || parsed.value.range === null) return parsed;
    const limits: Limits =
      parsed.value.unit === '%'
        ? { least: 0, most: 100, of: 'a percentage' }
        : { least: 0, of: 'this value' };
    return outside({ ...parsed.value.range, printed: parsed.value.printed }, limits) ?? parsed;
  },
);
