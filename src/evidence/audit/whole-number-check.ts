/**
 * Averages of things that are counted in whole numbers: cycles, lesions, metastases, lines of treatment. Their sum is whole, so a
 * mean with enough decimals tells of which numbers of patients it can be (GRIM; N. J. L. Brown and J. A. J. Heathers, Soc
 * Psychol Personal Sci 2017;8:363); a median is whole or lies at a half, the latter only of an even number.
 */
import { meanOfIntegers, readPrintedDecimal } from '../../statistics/index.ts';
import { type PrintedValue, printedSubject } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, type PrintedSize, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';

const counted =
  /^(?:cycles?|courses?|infusions?|injections?|lesions?|metastas[ei]s|tumou?rs?|nodules?|(?:lymph )?nodes?|lines?(?: of (?:therapy|treatment))?)$/i;

/** Whether a value is an average of things that are there or not: by its unit, or because it says "number of". */
function isOfThings(value: PrintedValue): boolean {
  if (value.as !== 'mean' && value.as !== 'median') return false;
  if (!('term' in value) || value.note !== undefined) return false;
  const unit = 'unit' in value ? (value.unit ?? '') : '';
  return counted.test(unit) || (unit === '' && /^(?:number|no\.?) of\b/i.test(value.term));
}

/** Medians of whole numbers are whole or lie at a half; a half needs an even number of patients. */
function medianFails(value: PrintedValue, sizes: readonly PrintedSize[]): string | undefined {
  const read = readPrintedDecimal(value.value);
  if (!read.ok || read.decimal.bound !== 'exact') return undefined;
  const { units, decimals } = read.decimal;
  if (decimals === 0) return undefined;
  const whole = 10 ** decimals;
  const rest = units % whole;
  if (rest === 0) return undefined;
  if (2 * rest !== whole) return `${value.value} is neither whole nor at a half`;
  const isOdd = sizes.length > 0 && sizes.every(({ patients }) => patients % 2 === 1);
  return isOdd
    ? `${value.value} is at a half, and of ${sizes.map(({ patients }) => patients).join(' or ')} patients the median is the value of one`
    : undefined;
}

/** The mean fails for every printed size, rounded or, with `truncated`, unless it was cut off. */
function meanFails(value: PrintedValue, sizes: readonly PrintedSize[]) {
  const tests = sizes.map(({ patients }) => meanOfIntegers({ mean: value.value, of: patients }).outcome);
  if (tests.length === 0) return undefined;
  if (tests.every((outcome) => outcome === 'impossible')) return 'impossible';
  return tests.every((outcome) => outcome === 'impossible' || outcome === 'truncated')
    ? 'truncated'
    : undefined;
}

/** The means of the two whole sums around a printed mean. */
function nearestMeans(value: PrintedValue, { patients }: PrintedSize): string {
  const sum = Math.floor(Number(value.value) * patients);
  const decimals = (value.value.split('.')[1]?.length ?? 0) + 1;
  return [sum, sum + 1]
    .map((each) => `${each}/${patients} = ${(each / patients).toFixed(decimals)}`)
    .join(', ');
}

function failing(of: AuditedStudy, value: PrintedValue): readonly AuditFinding[] {
  const sizes = sizesOf(of, value.group);
  const base = {
    study: of.study.id,
    check: 'wholeNumbers',
    group: value.group,
    about: `${value.as} ${printedSubject(value)}`,
    printed: [value, ...sizes.map((size) => size.value)].map(evidenceOf),
    explanation: `The average is of other patients than are printed, some things were counted in part, or a digit is wrong (${groupWords(of, value.group)}).`,
  } as const;
  if (value.as === 'median') {
    const because = medianFails(value, sizes);
    return because === undefined
      ? []
      : [
          finding({
            ...base,
            outcome: 'impossible',
            certainty: because.includes('neither') ? 'certain' : 'likely',
            recomputed: because,
            test: 'the median of whole numbers is whole, or lies at a half between two of them',
          }),
        ];
  }
  const outcome = meanFails(value, sizes);
  const [size] = sizes;
  return outcome === undefined || size === undefined
    ? []
    : [
        finding({
          ...base,
          outcome,
          certainty: 'likely',
          recomputed: sizes.map((each) => nearestMeans(value, each)).join('; '),
          test: 'the mean of whole numbers is a whole sum over the number of patients (GRIM)',
        }),
      ];
}

export function wholeNumberCheck(of: AuditedStudy): AuditAnswer {
  return { findings: of.values.filter(isOfThings).flatMap((value) => failing(of, value)), explained: [] };
}
