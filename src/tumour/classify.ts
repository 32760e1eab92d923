/**
 * The classification of one neuroendocrine neoplasm at a decision point: class, grade, edition, and what to ask.
 * Differentiation decides the class, printed words are read beside it, counts can exclude a carcinoma (a NEC is high
 * grade by definition), markers support or contradict. The printed words and numbers stay as they are.
 */
import type { Truth } from '../truth/index.ts';
import { type Statement, sources } from './basis.ts';
import { type ClassBasis, settleClass } from './class-decision.ts';
import type { ClassificationInput } from './classification-input.ts';
import { findTerms } from './diagnosis-terms.ts';
import { balanceMarkers, type MarkerBalance } from './differentiation-markers.ts';
import type { Disease, Subtype } from './disease.ts';
import { editionInForce } from './edition-in-force.ts';
import { boundsDisjoint, boundsText, exactGrade, type GradeBounds } from './grade.ts';
import {
  type GradeResult,
  gradeTumour,
  isGradedEdition,
  type Proliferation,
  withoutRepetition,
} from './grading.ts';
import type { ThoracicResult } from './lung-class.ts';
import { type MinenReading, readComponents } from './minen-components.ts';
import {
  classOf,
  type DerivedClass,
  type Differentiation,
  type Morphology,
  type NenClass,
} from './nen-class.ts';
import { type Review, reviewsFor } from './pathology-review.ts';
import { type PrintedReading, readPrintedDiagnosis } from './printed-diagnosis.ts';
import { gradingSystemOf, type Site, siteName } from './site.ts';
import { classifyThoracic } from './thoracic-classification.ts';
import type { EditionId } from './who-editions.ts';

/** The classification, with everything it was made from. */
export interface Classification {
  readonly lineage: 'neuroendocrine' | 'other' | 'unknown';
  /** Null when the tumour is not known to be neuroendocrine. */
  readonly class: DerivedClass | null;
  readonly candidates: readonly NenClass[];
  readonly classBasis: ClassBasis;
  readonly differentiation: Differentiation;
  readonly morphology: Morphology;
  readonly edition: EditionId | null;
  readonly editionAlternatives: readonly EditionId[];
  /** Bounds on the grade and what they come from; null where none applies (NEC, MiNEN as a whole, lung, other organs, no data). */
  readonly grade: (GradeBounds & { readonly from: 'counts' | 'printed' }) | null;
  /** Counts under the edition in force, or under today's where that edition had no grades. */
  readonly counts: GradeResult | null;
  /** Counts under today's edition. */
  readonly countsToday: GradeResult | null;
  /** The grade of the newest printed diagnosis that gives one, as printed and never converted. */
  readonly printedGrade: GradeBounds | null;
  readonly highGrade: Truth;
  readonly thoracic: ThoracicResult | null;
  readonly markers: MarkerBalance;
  readonly components: MinenReading;
  readonly printed: readonly PrintedReading[];
  readonly reviews: readonly Review[];
  readonly statements: readonly Statement[];
  /** Where the tumour stands in the tree; null when it is not known to be neuroendocrine. */
  readonly disease: Disease | null;
}

/** Counts under the edition in force and under today's. */
function countsOf(input: ClassificationInput): {
  readonly inForce: GradeResult | null;
  readonly today: GradeResult | null;
  readonly statements: readonly Statement[];
} {
  const system = gradingSystemOf(input.site);
  if (system !== 'digestive' && system !== 'unknownPrimary') {
    return { inForce: null, today: null, statements: [] };
  }
  const proliferation: Proliferation = {
    ki67: input.ki67,
    mitoses: input.mitoses,
    ...(input.mitosesConvention === undefined ? {} : { convention: input.mitosesConvention }),
  };
  const now = editionInForce(input.site, undefined).edition;
  const then = editionInForce(input.site, input.day).edition;
  const today = now !== null && isGradedEdition(now) ? gradeTumour(proliferation, now) : null;
  if (then !== null && isGradedEdition(then)) {
    return { inForce: gradeTumour(proliferation, then), today, statements: [] };
  }
  const statement: Statement = {
    code: 'editionWithoutGrade',
    weight: 'caution',
    sentence: `${then === null ? 'No edition with grades was in force' : `${then.name} had no grades G1 to G3`}; counts are read by today's edition.`,
  };
  return { inForce: today, today, statements: [statement] };
}

function newestPrintedGrade(
  gradesPrinted: readonly string[],
  printed: readonly PrintedReading[],
): GradeBounds | null {
  const apart = gradesPrinted.map((text) => findTerms(text).grade).filter((bounds) => bounds !== null);
  return apart.at(-1) ?? printed.findLast(({ grade }) => grade !== null)?.grade ?? null;
}

/** The grade that applies to the class and site, from the counts or else as printed. */
function applicableGrade(
  nenClass: DerivedClass | null,
  counts: GradeResult | null,
  printedGrade: GradeBounds | null,
): Classification['grade'] {
  if (counts === null || nenClass === 'NEC' || nenClass === 'MiNEN' || nenClass === null) return null;
  if (counts.state !== 'none') return { lowest: counts.lowest, highest: counts.highest, from: 'counts' };
  return printedGrade === null ? null : { ...printedGrade, from: 'printed' };
}

function gradeStatements(
  input: ClassificationInput,
  nenClass: DerivedClass | null,
  counts: GradeResult | null,
  printedGrade: GradeBounds | null,
): Statement[] {
  const system = gradingSystemOf(input.site);
  const statements: Statement[] = [];
  if (system === 'thoracic' || system === 'none') {
    const kept = printedGrade === null ? '' : ` The printed ${boundsText(printedGrade)} is kept as printed.`;
    statements.push({
      code: 'gradeNotApplicable',
      weight: 'caution',
      sentence: `The grades of the digestive tract do not apply to the site (${siteName(input.site)}).${kept}`,
      basis: sources.who2021,
    });
    return statements;
  }
  if (input.alternativeSites.some((site) => gradingSystemOf(site) === 'thoracic')) {
    statements.push({
      code: 'gradeNotApplicable',
      weight: 'caution',
      sentence: 'The primary may be in the lung or thymus, where this grade would not apply.',
      basis: sources.who2021,
    });
  }
  if (nenClass === 'NEC') {
    statements.push({
      code: 'gradeNotForNec',
      weight: 'note',
      sentence:
        counts?.edition === 'who2010Digestive'
          ? 'In WHO 2010 a carcinoma (NEC) is G3 by definition; today it is high grade and not graded.'
          : 'A carcinoma (NEC) is high grade and is not graded.',
      basis: sources.who2019,
    });
    return statements;
  }
  if (counts === null || printedGrade === null) return statements;
  if (counts.state === 'none') {
    statements.push({
      code: 'gradeAsPrinted',
      weight: 'caution',
      sentence: `The grade (${boundsText(printedGrade)}) is only as printed: no count stands behind it here.`,
    });
  } else if (boundsDisjoint(counts, printedGrade)) {
    statements.push({
      code: 'gradePrintedDiffers',
      weight: 'conflict',
      sentence: `The printed grade is ${boundsText(printedGrade)}, the counts give ${boundsText(counts)}.`,
    });
  }
  return statements;
}

function highGradeOf(nenClass: DerivedClass | null, grade: GradeBounds | null): Truth {
  if (nenClass === 'NEC') return 'met';
  if (grade === null) return 'unknown';
  if (grade.lowest === 'G3') return 'met';
  return grade.highest === 'G3' ? 'unknown' : 'unmet';
}

/** The sites the primary may be; a merely possible one leaves the primary unknown as well. */
function possibleSites({ site, siteCertainty, alternativeSites }: ClassificationInput): readonly Site[] {
  switch (siteCertainty) {
    case 'established':
      return [site];
    case 'likely':
      return [site, ...alternativeSites];
    case 'possible':
      return [site, ...alternativeSites, 'unknown'];
    case 'unknown':
      return ['unknown'];
  }
}

function diseaseOf(
  input: ClassificationInput,
  candidates: readonly NenClass[],
  grade: GradeBounds | null,
  kinds: readonly Subtype[],
): Disease {
  const sites = possibleSites(input);
  const graded = grade !== null && candidates.every((each) => each === 'NET');
  return {
    lineage: 'neuroendocrine',
    sites: [...new Set(sites)],
    classes: candidates,
    ...(kinds.length === 0 ? {} : { subtypes: kinds }),
    ...(graded ? { grades: { lowest: grade.lowest, highest: grade.highest } } : {}),
  };
}

/**
 * Classifies a tumour. Never throws; what is missing stays open and is asked for.
 *
 * @example
 * // paper 000, June 2012: intermediate-grade neuroendocrine carcinoma, Ki-67 20%, no mitotic count
 * // class 'NET', grade { lowest: 'G2', highest: 'G3', from: 'counts' }
 */
export function classify(input: ClassificationInput): Classification {
  const printed = input.printed.map(readPrintedDiagnosis);
  const components = readComponents(input.components);
  const markers = balanceMarkers(input.markers);
  const { inForce, today, statements: countStatements } = countsOf(input);
  const decision = settleClass({
    printed,
    differentiation: input.differentiation,
    morphology: input.morphology,
    components,
    counts: today,
    neuroendocrine: input.neuroendocrine ?? false,
  });
  const nenClass = decision.lineage === 'neuroendocrine' ? classOf(decision.candidates) : null;
  const printedGrade = newestPrintedGrade(input.gradesPrinted ?? [], printed);
  const grade = applicableGrade(nenClass, inForce, printedGrade);
  const force = editionInForce(input.site, input.day);
  const thoracic =
    decision.lineage === 'neuroendocrine' ? classifyThoracic(input, decision.candidates) : null;
  const differentiation = decision.differentiation;
  const kinds = kindsOf(decision.morphology, printed, thoracic, nenClass);
  const neuroendocrine = decision.lineage === 'neuroendocrine';
  return {
    lineage: decision.lineage,
    class: nenClass,
    candidates: decision.candidates,
    classBasis: decision.basis,
    differentiation,
    morphology: decision.morphology,
    edition: force.edition?.id ?? null,
    editionAlternatives: force.alternatives.map(({ id }) => id),
    grade,
    counts: inForce,
    countsToday: today,
    printedGrade,
    highGrade: components.worst === 'NEC' ? 'met' : highGradeOf(nenClass, grade),
    thoracic,
    markers,
    components,
    printed,
    reviews: neuroendocrine
      ? reviewsFor({
          candidates: decision.candidates,
          differentiation,
          grading: inForce,
          markers,
          contradictory: decision.contradictory,
          thoracic,
        })
      : [],
    statements: withoutRepetition([
      ...printed.flatMap((reading) => reading.statements),
      ...components.statements,
      ...decision.statements,
      ...(neuroendocrine ? [...force.statements, ...countStatements] : []),
      ...(inForce?.statements ?? []),
      ...(neuroendocrine ? gradeStatements(input, nenClass, inForce, printedGrade) : []),
      ...(thoracic?.statements ?? []),
      ...[...markers.forNet, ...markers.forNec, ...markers.silent].map(({ statement }) => statement),
    ]),
    disease: neuroendocrine ? diseaseOf(input, decision.candidates, grade, kinds) : null,
  };
}

function kindsOf(
  morphology: Morphology,
  printed: readonly PrintedReading[],
  thoracic: ThoracicResult | null,
  nenClass: DerivedClass | null,
): readonly Subtype[] {
  if (nenClass === 'NEC') {
    return morphology === 'unstated' ? [] : [morphology];
  }
  if (thoracic === null || nenClass !== 'NET') return [];
  if (thoracic.class !== null && thoracic.class !== 'carcinomaByCount') return [thoracic.class];
  const words = printed.findLast(({ carcinoid }) => carcinoid !== null)?.carcinoid;
  return words === undefined || words === null ? [] : [words];
}

/** The grade when the bounds leave exactly one, else null. */
export function settledGrade(classification: Classification): ReturnType<typeof exactGrade> {
  return classification.grade === null ? null : exactGrade(classification.grade);
}
