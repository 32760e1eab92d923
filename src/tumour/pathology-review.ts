/**
 * When the recorded facts do not fit one class, or a missing fact would settle it: what to ask of whom, with the reason.
 * Every rule is a relation between facts, with its source.
 */
import { type Basis, sources } from './basis.ts';
import type { MarkerBalance } from './differentiation-markers.ts';
import type { GradeResult } from './grading.ts';
import type { ThoracicResult } from './lung-class.ts';
import { componentNames, leastComponentPercent, type MinenReading } from './minen-components.ts';
import type { Differentiation, NenClass } from './nen-class.ts';
import { nonNegativeEnds } from './range-ends.ts';
import { isAspirate } from './specimen-kind.ts';

/** What is asked for. */
export const reviewKinds = [
  'pathologyReview',
  'reBiopsy',
  'ki67Recount',
  'mitoticCount',
  'markerTest',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Why it is asked for. */
export const reviewReasons = [
  'necWithLowIndices',
  'necWithReceptors',
  'necWithTumourMarkers',
  'netWithCarcinomaMarkers',
  'netWithVeryHighKi67',
  'highGradeWithoutDifferentiation',
  'contradictoryDiagnoses',
  'mixedComponents',
  'componentBelowShare',
  'classUndetermined',
  'noCountOnAspirate',
  'noCount',
  'ki67Missing',
  'mitosesMissing',
  'ki67IntervalCrosses',
  'netG3WithoutMarkers',
  'thoracicClassUnknown',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** One thing to ask for. */
export interface Review {
  readonly kind: ReviewKind;
  readonly reason: ReviewReason;
  readonly sentence: string;
  readonly basis?: Basis;
}

/** What the rules look at. */
export interface ReviewFacts {
  readonly candidates: readonly NenClass[];
  readonly differentiation: Differentiation;
  readonly grading: GradeResult | null;
  readonly markers: MarkerBalance;
  readonly contradictory: boolean;
  readonly thoracic: ThoracicResult | null;
  readonly components: MinenReading;
}

/**
 * Above this Ki-67 the trial of PRRT in high-grade NET stopped enrolling (NETTER-2, 10-55%), and within NEC it marks a
 * worse prognosis (NORDIC NEC 2).
 */
export const veryHighKi67Percent = 55;

/** The highest Ki-67 that any count leaves possible, in percent. */
function highestKi67(grading: GradeResult | null): number | null {
  const ends = (grading?.ki67 ?? [])
    .filter(({ bounds }) => bounds !== null)
    .map(({ observation }) =>
      observation.percent === undefined ? undefined : nonNegativeEnds(observation.percent),
    )
    .filter((each) => each !== undefined)
    .map(({ high }) => high);
  return ends.length === 0 ? null : Math.max(...ends);
}

function classReviews(facts: ReviewFacts): Review[] {
  const { markers, grading } = facts;
  const only = facts.candidates.length === 1 ? facts.candidates[0] : undefined;
  const ki67 = highestKi67(grading);
  const reviews: Review[] = [];
  if (only === 'NEC') {
    const lowCounts = grading !== null && grading.state !== 'none' && grading.highest !== 'G3';
    if (lowCounts) {
      reviews.push({
        kind: 'pathologyReview',
        reason: 'necWithLowIndices',
        sentence:
          'Called a carcinoma (NEC), yet Ki-67 and mitoses are below G3: a NEC is high grade by definition.',
        basis: sources.who2019,
      });
    }
    const receptors = markers.strongReceptor && (ki67 === null || ki67 <= veryHighKi67Percent);
    if (receptors) {
      reviews.push({
        kind: 'pathologyReview',
        reason: 'necWithReceptors',
        sentence: `Called a carcinoma (NEC), yet somatostatin receptors are strong and Ki-67 ${ki67 === null ? 'is not known' : `does not exceed ${veryHighKi67Percent}%`}: a well-differentiated tumour of high grade should be excluded.`,
        basis: sources.receptorPaper,
      });
    }
    const genes = markers.forNet.filter(
      ({ marker }) => marker === 'DAXX' || marker === 'ATRX' || marker === 'MEN1',
    );
    if (genes.length > 0) {
      reviews.push({
        kind: 'pathologyReview',
        reason: 'necWithTumourMarkers',
        sentence: `Called a carcinoma (NEC), yet ${genes.map(({ marker }) => marker).join(', ')} altered supports a tumour (NET).`,
        basis: sources.highGradeGep,
      });
    }
  }
  if (only === 'NET') {
    const against = markers.forNec.map(({ marker }) => marker);
    if (against.includes('RB1')) {
      reviews.push({
        kind: 'pathologyReview',
        reason: 'netWithCarcinomaMarkers',
        sentence: `Called a tumour (NET), yet ${against.join(' and ')} altered supports a carcinoma (NEC).`,
        basis: sources.highGradeGep,
      });
    }
    if (ki67 !== null && ki67 > veryHighKi67Percent) {
      reviews.push({
        kind: 'pathologyReview',
        reason: 'netWithVeryHighKi67',
        sentence: `Called a tumour (NET) with Ki-67 that may exceed ${veryHighKi67Percent}%: confirm the differentiation, with markers.`,
        basis: sources.nordicNec2,
      });
    }
    if (grading?.lowest === 'G3' && markers.forNet.length + markers.forNec.length === 0) {
      reviews.push({
        kind: 'markerTest',
        reason: 'netG3WithoutMarkers',
        sentence:
          'NET G3 is told from NEC by morphology with markers: RB1, TP53, DAXX, ATRX, MEN1 and SSTR2 are not known to speak for either.',
        basis: sources.highGradeGep,
      });
    }
  }
  const graded = only === undefined || only === 'NET';
  if (graded && grading?.lowest === 'G3' && facts.differentiation === 'unstated') {
    reviews.push({
      kind: 'pathologyReview',
      reason: 'highGradeWithoutDifferentiation',
      sentence: 'High grade, and the differentiation is not stated: it decides between NET G3 and NEC.',
      basis: sources.who2019,
    });
  }
  return reviews;
}

function wordReviews(facts: ReviewFacts): Review[] {
  if (facts.contradictory) {
    return [
      {
        kind: 'pathologyReview',
        reason: 'contradictoryDiagnoses',
        sentence: 'The recorded statements on class or differentiation contradict each other.',
      },
    ];
  }
  if (facts.candidates.length < 2) return [];
  return [
    {
      kind: 'pathologyReview',
      reason: 'classUndetermined',
      sentence: `The class is not settled (${facts.candidates.join(' or ')}): ask for the differentiation.`,
    },
  ];
}

function countReviews({ grading, candidates }: ReviewFacts): Review[] {
  if (grading === null) return [];
  const counts = [...grading.ki67, ...grading.mitoses];
  if (grading.state === 'none') {
    const aspirate = counts.some(({ observation }) => isAspirate(observation.material));
    return [
      {
        kind: 'reBiopsy',
        reason: aspirate ? 'noCountOnAspirate' : 'noCount',
        sentence: aspirate
          ? 'There is no grade, and the material was an aspirate: a core biopsy for Ki-67 and a mitotic count.'
          : 'There is no grade: Ki-67 and a mitotic count on the tissue at hand, or a new biopsy if it is insufficient.',
        basis: sources.who2019,
      },
    ];
  }
  const reviews: Review[] = [];
  if (grading.byKi67 === null) {
    reviews.push({
      kind: 'ki67Recount',
      reason: 'ki67Missing',
      sentence: 'Ki-67 is missing: count it, in at least 500 cells.',
    });
  }
  const open = grading.state === 'bounded' && candidates.includes('NET');
  if (open && grading.byMitoses === null) {
    reviews.push({
      kind: 'mitoticCount',
      reason: 'mitosesMissing',
      sentence: 'The mitotic count is missing and could raise the grade: count it per 2 mm2.',
    });
  }
  if (grading.ki67.some(({ crosses }) => crosses.length > 0)) {
    reviews.push({
      kind: 'ki67Recount',
      reason: 'ki67IntervalCrosses',
      sentence:
        'The exact interval of Ki-67 crosses a line between grades: counting more cells would narrow it.',
    });
  }
  return reviews;
}

function thoracicReviews({ thoracic }: ReviewFacts): Review[] {
  if (thoracic === null || thoracic.class !== null) return [];
  return [
    {
      kind: 'mitoticCount',
      reason: 'thoracicClassUnknown',
      sentence: 'The class in lung or thymus is unknown: mitoses per 2 mm2 and necrosis are needed.',
      basis: sources.who2021,
    },
  ];
}

/** A mixture is treated by its worst component; a component below the share needs a second look at what it is. */
export function componentReviews({ worst, instead }: MinenReading): readonly Review[] {
  if (worst !== null) {
    return [
      {
        kind: 'pathologyReview',
        reason: 'mixedComponents',
        sentence: `A mixed neoplasm: ask for a second reading of the components, each graded on its own, and which of them the metastases show (the worst recorded is ${componentNames[worst]}).`,
        basis: sources.who2019,
      },
    ];
  }
  if (instead?.side !== 'other') return [];
  return [
    {
      kind: 'pathologyReview',
      reason: 'componentBelowShare',
      sentence: `The neuroendocrine component is below ${leastComponentPercent}%: ask pathology to confirm its share, and which component the metastases show.`,
      basis: sources.who2019,
    },
  ];
}

/** Everything to ask for, the class before the counts. */
export function reviewsFor(facts: ReviewFacts): readonly Review[] {
  return [
    ...wordReviews(facts),
    ...componentReviews(facts.components),
    ...classReviews(facts),
    ...countReviews(facts),
    ...thoracicReviews(facts),
  ];
}
