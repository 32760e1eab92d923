/**
 * Hazard, odds and risk ratios with the interval and the p value printed of the same comparison. An interval that leaves out 1
 * beside a p that is not below 1 less its level, or the reverse, decides otherwise than the p does; a p that is far from that
 * of the interval is of another analysis, or one number is misprinted. Log-rank and Wald tests of one model differ a
 * little, so a small gap is no finding unless it changes the decision, and only an irreconcilable one is certain.
 */
import {
  type PAgainstRatioInterval,
  pAgainstRatioInterval,
  ratioAgainstInterval,
} from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, partOfPaper } from './audited-study.ts';
import {
  type AuditAnswer,
  type AuditCertainty,
  type AuditExplained,
  type AuditFinding,
  finding,
} from './finding.ts';
import { readPrintedLimits } from './printed-interval.ts';

type PValue = Extract<PrintedValue, { readonly what: 'pValue' }>;
type Ratio = Extract<
  PrintedValue,
  { readonly what: 'hazardRatio' | 'riskReduction' | 'oddsRatio' | 'riskRatio' }
>;

const isRatio = (value: PrintedValue): value is Ratio =>
  (value.what === 'hazardRatio' || value.what === 'oddsRatio' || value.what === 'riskRatio') &&
  value.as === 'ratio';

const ratioWords: Readonly<Record<Ratio['what'], string>> = {
  hazardRatio: 'hazard ratio',
  oddsRatio: 'odds ratio',
  riskRatio: 'risk ratio',
  riskReduction: 'reduction of risk',
};

/** "hazard ratio of overallSurvival (a v b)": what a finding is about. */
const ratioSubject = ({ what, of, between }: Ratio): string =>
  `${ratioWords[what]} of ${of}${between.length === 0 ? '' : ` (${between.join(' v ')})`}`;

const levels: Readonly<Record<string, number>> = { '95% CI': 95, '90% CI': 90, unlabelled: 95 };

interface RatioWithLimits {
  readonly value: Ratio;
  readonly interval: { readonly estimate: string; readonly lower: string; readonly upper: string };
  readonly levelPercent: number;
  /** The level is printed. */
  readonly isLabelled: boolean;
}

function withLimits(value: Ratio): readonly RatioWithLimits[] {
  const limits = value.interval === undefined ? undefined : readPrintedLimits(value.interval);
  const label = value.intervalLabel ?? 'unlabelled';
  const levelPercent = levels[label];
  if (limits === undefined || levelPercent === undefined || limits.upper.open) return [];
  const interval = {
    estimate: value.value,
    lower: limits.lower.printed,
    upper: limits.upper.printed,
  };
  return [{ value, interval, levelPercent, isLabelled: label !== 'unlabelled' }];
}

/** p values that are no two-sided test of no effect. */
const otherQuestion = /one.?sided|interaction|heterogeneity|trend|non.?inferiority|schoenfeld|proportional/i;
/** Tests that are not the one behind the interval. */
const otherTest = /log.?rank|mantel|score|likelihood|stratif|fisher|chi|wilcoxon|breslow|gehan|mann|exact/i;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

function isSameGroups(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return one.toSorted().join(' ') === other.toSorted().join(' ');
}

/** The p values of a ratio: of its own part of the paper where there are any, else of the same document. */
function psOf(of: AuditedStudy, ratio: Ratio): readonly PValue[] {
  const same = of.values.filter(
    (value): value is PValue =>
      value.what === 'pValue' &&
      value.group === ratio.group &&
      plain(value.of) === plain(ratio.of) &&
      isSameGroups(value.between, ratio.between) &&
      value.note === ratio.note &&
      value.place.document === ratio.place.document &&
      !otherQuestion.test(value.test ?? ''),
  );
  const near = same.filter((value) => partOfPaper(value) === partOfPaper(ratio));
  return near.length > 0 ? near : same;
}

const boundText = ({ relation, value }: PValue): string => (relation === '=' ? value : `${relation}${value}`);

interface TestedP {
  readonly p: PValue;
  readonly read: PAgainstRatioInterval;
}

const ranks: Readonly<Record<PAgainstRatioInterval['agreement'], number>> = {
  consistent: 0,
  near: 1,
  discrepant: 2,
  irreconcilable: 3,
};

function certaintyOf({ p, read }: TestedP, { isLabelled }: RatioWithLimits): AuditCertainty | undefined {
  switch (read.agreement) {
    case 'consistent':
      return undefined;
    case 'near':
      return read.decisionError && isLabelled && !otherTest.test(p.test ?? '') ? 'possible' : undefined;
    case 'discrepant':
      return read.decisionError && isLabelled ? 'likely' : 'possible';
    case 'irreconcilable':
      return isLabelled ? 'certain' : 'likely';
  }
}

const errorsText = ([least, most]: readonly [number, number]): string =>
  most === Number.POSITIVE_INFINITY
    ? `over ${least.toFixed(2)}`
    : least.toFixed(2) === most.toFixed(2)
      ? least.toFixed(2)
      : `${least.toFixed(2)} to ${most.toFixed(2)}`;

function pText({ p, read }: TestedP, { value }: RatioWithLimits): string {
  const one = read.decisionError
    ? `; the interval ${value.interval ?? ''} and p ${p.relation} ${p.value} decide otherwise on a ratio of 1`
    : '';
  return `by the interval the effect is ${errorsText(read.zOfInterval)} errors from none, by the p value ${errorsText(read.zOfP)}${one}`;
}

function againstP(
  of: AuditedStudy,
  ratio: RatioWithLimits,
): { readonly findings: readonly AuditFinding[]; readonly explained: readonly AuditExplained[] } {
  const tested = psOf(of, ratio.value).flatMap((p): TestedP[] => {
    const read = pAgainstRatioInterval(boundText(p), ratio.interval, ratio.levelPercent);
    return 'outcome' in read ? [] : [{ p, read }];
  });
  const [best] = tested.toSorted((one, other) => ranks[one.read.agreement] - ranks[other.read.agreement]);
  if (best === undefined) return { findings: [], explained: [] };
  const base = {
    study: of.study.id,
    check: 'ratio',
    group: ratio.value.group,
    about: `p of ${ratioSubject(ratio.value)}`,
    printed: [
      evidenceOf(ratio.value),
      { printed: ratio.value.interval ?? '', place: ratio.value.place },
      { printed: `p ${best.p.relation} ${best.p.value}`, place: best.p.place },
    ],
  } as const;
  const certainty = certaintyOf(best, ratio);
  if (certainty === undefined)
    return {
      findings: [],
      explained:
        best.read.agreement === 'near'
          ? [
              {
                ...base,
                because: `${pText(best, ratio)}. Log-rank, likelihood ratio and Wald tests of the same patients differ so much.`,
              },
            ]
          : [],
    };
  return {
    findings: [
      finding({
        ...base,
        outcome: 'conflicting',
        certainty,
        recomputed: pText(best, ratio),
        test: `the p value of the ${ratio.levelPercent}% interval, on the logarithm, within rounding`,
        explanation:
          best.read.agreement === 'near'
            ? 'The p value may be of a log-rank test and the interval of a model; otherwise one of them is misprinted.'
            : `The p value and the interval are of two analyses (adjusted and not, stratified and not), or one of them is misprinted (${groupWords(of, ratio.value.group)}).`,
      }),
    ],
    explained: [],
  };
}

/** An estimate so many times as far from one limit as from the other, on the logarithm, is worth a look. */
const unbalanced = 1.5;

/** Odds ratios are left out: their exact intervals are not balanced. */
function balanceOf(of: AuditedStudy, { value, interval }: RatioWithLimits): readonly AuditFinding[] {
  if (value.what === 'oddsRatio') return [];
  const read = ratioAgainstInterval(interval);
  if ('outcome' in read || read.balance === null) return [];
  const [least, most] = read.balance;
  if (least <= unbalanced && most >= 1 / unbalanced) return [];
  const centre = Math.sqrt(Number(interval.lower) * Number(interval.upper));
  return [
    finding({
      study: of.study.id,
      check: 'ratio',
      group: value.group,
      about: `middle of ${ratioSubject(value)}`,
      outcome: 'conflicting',
      certainty: 'possible',
      printed: [evidenceOf(value), { printed: value.interval ?? '', place: value.place }],
      recomputed: `the middle of ${value.interval ?? ''} on the logarithm is ${centre.toFixed(2)}, not ${value.value}`,
      test: 'the limits of a ratio lie as many times above as below it',
      explanation:
        'A digit of a limit or of the estimate is misprinted, or the interval was made from the likelihood or by resampling with few events.',
    }),
  ];
}

export function ratioCheck(of: AuditedStudy): AuditAnswer {
  const ratios = of.values.filter(isRatio).flatMap(withLimits);
  const answers = ratios.map((ratio) => againstP(of, ratio));
  return {
    findings: [
      ...answers.flatMap(({ findings }) => findings),
      ...ratios.flatMap((ratio) => balanceOf(of, ratio)),
    ],
    explained: answers.flatMap(({ explained }) => explained),
  };
}
