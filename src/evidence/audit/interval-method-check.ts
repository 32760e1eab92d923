/**
 * By which method a printed interval was made. An interval of few patients that is the textbook one (estimate plus or minus
 * 1.96 errors) covers too little; the exact one stands beside it. A median whose interval lies equally far on both sides
 * was not made from the survival curve's own steps.
 */
import { type FingerprintMatch, intervalFingerprint, intervalSymmetry } from '../../statistics/index.ts';
import { type PrintedValue, responseQuantities } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';
import { printedMedians, type Time } from './time-check.ts';

/** Above this many patients the textbook interval of a middling share is close to the exact one. */
const enoughForTextbook = 100;
/** A symmetry that a random interval would have more often says nothing. */
const rareSymmetry = 0.1;

type Response = Extract<PrintedValue, { readonly what: (typeof responseQuantities)[number] }>;

const isResponse = (value: PrintedValue): value is Response =>
  responseQuantities.some((quantity) => quantity === value.what);

function matchText({ method, roundedPercentage, levelPercent }: FingerprintMatch): string {
  return roundedPercentage === null
    ? `${method}, ${levelPercent}%`
    : `Wald on the rounded ${roundedPercentage}%, ${levelPercent}%`;
}

function ofShare(of: AuditedStudy, value: Response): readonly AuditFinding[] {
  const limits = value.interval === undefined ? undefined : readPrintedLimits(value.interval);
  if (limits === undefined || value.as !== 'percent') return [];
  const tests = sizesOf(of, value.group).flatMap(({ patients }) => {
    const fingerprint = intervalFingerprint({
      of: patients,
      percentage: value.value,
      lower: limits.lower.printed,
      upper: limits.upper.printed,
    });
    return fingerprint.outcome === 'untestable' ? [] : [{ patients, fingerprint }];
  });
  const made = tests.find(({ fingerprint }) => fingerprint.outcome === 'reproduced');
  const [best] = made === undefined ? tests : [made];
  if (best === undefined) return [];
  const { patients, fingerprint } = best;
  const methods = fingerprint.matches.map(({ method }) => method);
  const textbook =
    methods.length > 0 && methods.every((method) => method === 'wald' || method === 'wald-of-rounded');
  if (made !== undefined && (!textbook || patients > enoughForTextbook)) return [];
  const exact = fingerprint.exact
    .map(({ lower, upper }) => `${(100 * lower).toFixed(1)}–${(100 * upper).toFixed(1)}`)
    .join(' or ');
  return [
    finding({
      study: of.study.id,
      check: 'intervalMethod',
      group: value.group,
      about: value.what,
      outcome: made === undefined ? 'conflicting' : 'unsupported',
      certainty: made === undefined ? 'likely' : 'certain',
      printed: [{ printed: `${value.value}% (${value.interval ?? ''})`, place: value.place }],
      recomputed: `${made === undefined ? 'no usual method gives it' : [...new Set(fingerprint.matches.map(matchText))].join(', or ')}; exact (Clopper-Pearson) ${exact === '' ? 'not known' : `${exact}%`}`,
      test: `usual intervals of a share of ${patients}`,
      explanation:
        made === undefined
          ? `It may be of other patients than the ${patients} of ${groupWords(of, value.group)}.`
          : 'The normal approximation is too narrow, and not symmetric as it should be, with so few patients.',
    }),
  ];
}

interface SymmetricMedian {
  readonly value: Time;
  readonly chance: number;
}

/** A median with a labelled interval; `chance` is that of the symmetry it has, or undefined where it has none. */
function symmetryOf(value: Time): { readonly value: Time; readonly chance?: number } | undefined {
  const limits = value.interval === undefined ? undefined : readPrintedLimits(value.interval);
  if (limits === undefined || limits.upper.value === undefined || limits.upper.open) return undefined;
  if (value.intervalLabel !== '95% CI' && value.intervalLabel !== '90% CI') return undefined;
  const symmetry = intervalSymmetry({
    estimate: value.value,
    lower: limits.lower.printed,
    upper: limits.upper.printed,
  });
  if ('outcome' in symmetry) return undefined;
  return symmetry.raw ? { value, chance: symmetry.chance } : { value };
}

/** Medians whose intervals are symmetric: each by itself where that is rare, several together where each is. */
function ofMedians(of: AuditedStudy): readonly AuditFinding[] {
  const read = printedMedians(of).flatMap((value) => symmetryOf(value) ?? []);
  const symmetric = read.flatMap(({ value, chance }): SymmetricMedian[] =>
    chance === undefined ? [] : [{ value, chance }],
  );
  const kinds = new Map(symmetric.map(({ value, chance }) => [`${value.group} ${value.what}`, chance]));
  const together = [...kinds.values()].reduce((product, chance) => product * chance, 1);
  const allAre = symmetric.length === read.length && kinds.size > 1 && together <= rareSymmetry;
  return symmetric
    .filter(({ chance }) => allAre || chance <= rareSymmetry)
    .map(({ value }) =>
      finding({
        study: of.study.id,
        check: 'intervalMethod',
        group: value.group,
        about: value.what,
        outcome: 'undescribed',
        certainty: 'possible',
        printed: [
          { ...evidenceOf(value), printed: `${value.value} (${value.interval ?? ''}) ${value.unit}` },
        ],
        recomputed: `both limits are equally far from ${value.value} within rounding`,
        test: 'symmetry of the interval of a median',
        explanation:
          'The interval is of the form median plus or minus a multiple of an error, as some programs print it; which method made it is worth stating, as bands of the curve are hardly ever symmetric with so few events.',
      }),
    );
}

export function intervalMethodCheck(of: AuditedStudy): AuditAnswer {
  return {
    findings: [...of.values.filter(isResponse).flatMap((value) => ofShare(of, value)), ...ofMedians(of)],
    explained: [],
  };
}
