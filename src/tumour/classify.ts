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
import type { Ki67Reading } from './ki67.ts';
import type { ThoracicResult } from './lung-class.ts';
import { type MinenReading, readComponents } from './minen-components.ts';
import type { MitosesReading } from './mitoses.ts';
import {
  classOf,
  type DerivedClass,
  type Differentiation,
  type Morphology,
  type NenClass,
} from './nen-class.ts';
import { componentReviews, type Review, reviewsFor } from './pathology-review.ts';
import { type PrintedReading, readPrintedDiagnosis } from './printed-diagnosis.ts';
import { gradingSystemOf, type Site, siteName } from './site.ts';
import { classifyThoracic } from './thoracic-classification.ts';
import { type EditionId, whoEditions } from './who-editions.ts';

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
  /** Counts under the edition in force; null where the site or that edition has no grades and something was counted. */
  readonly counts: GradeResult | null;
  /** Counts under today's edition; null on a day whose edition had no grades. */
  readonly countsToday: GradeResult | null;
  /** Every count as recorded, whether or not a grade is made of it. Limits of grades are named only where they apply. */
  readonly readings: CountReadings;
  /** The grade of the newest printed diagnosis that gives one, as printed and never converted. */
  readonly printedGrade: GradeBounds | null;
  readonly highGrade: Truth;
  readonly thoracic: ThoracicResult | null;
  readonly markers: MarkerBalance;
  readonly components: MinenReading;
  readonly printed: readonly PrintedReading[];
  readonly reviews: readonly Review[];
  readonly statements: readonly Statement[];
  /** Where the tumour stands in the tree; null when neither the words nor the components say. */
  readonly disease: Disease | null;
}

/** Every Ki-67 and mitotic count, in the order of the input. */
export interface CountReadings {
  readonly ki67: readonly Ki67Reading[];
  readonly mitoses: readonly MitosesReading[];
}

/** Counts where no grade applies: the number, the area and the interval stay, the limits of grades do not. */
function readingsOf(proliferation: Proliferation, grading: GradeResult | null): CountReadings {
  if (grading !== null) return { ki67: grading.ki67, mitoses: grading.mitoses };
  const newest = whoEditions.findLast(isGradedEdition);
  if (newest === undefined) return { ki67: [], mitoses: [] };
  const { ki67, mitoses } = gradeTumour(proliferation, newest);
  return {
    ki67: ki67.map((each) => ({ ...each, bounds: null, crosses: [], statements: [] })),
    mitoses: mitoses.map((each) => ({ ...each, bounds: null, crosses: [], statements: [] })),
  };
}

/** Counts under the edition in force and under today's. */
function countsOf(input: ClassificationInput): {
  readonly inForce: GradeResult | null;
  readonly today: GradeResult | null;
  readonly readings: CountReadings;
  /** The edition in force had no grades. */
  readonly isUngraded: boolean;
  readonly statements: readonly Statement[];
} {
  const system = gradingSystemOf(input.site);
  const proliferation: Proliferation = {
    ki67: input.ki67,
    mitoses: input.mitoses,
    ...(input.mitosesConvention === undefined ? {} : { convention: input.mitosesConvention }),
  };
  const uncounted = readingsOf(proliferation, null);
  const common = { isUngraded: false, statements: [] };
  if (system !== 'digestive' && system !== 'unknownPrimary') {
    return { ...common, inForce: null, today: null, readings: uncounted };
  }
  const now = editionInForce(input.site, undefined).edition;
  const then = editionInForce(input.site, input.day).edition;
  const today = now !== null && isGradedEdition(now) ? gradeTumour(proliferation, now) : null;
  if (then !== null && isGradedEdition(then)) {
    const inForce = gradeTumour(proliferation, then);
    return { ...common, inForce, today, readings: readingsOf(proliferation, inForce) };
  }
  const statement: Statement = {
    code: 'editionWithoutGrade',
    weight: 'caution',
    sentence: `${then === null ? 'No edition with grades was in force' : `${then.name} had no grades G1 to G3`}: the counts stand as recorded and give no grade.`,
  };
  const nothingCounted = today?.state === 'none' ? today : null;
  return {
    inForce: nothingCounted,
    today: nothingCounted,
    readings: uncounted,
    isUngraded: true,
    statements: [statement],
  };
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
  isUngraded: boolean,
  printedGrade: GradeBounds | null,
): Classification['grade'] {
  if (nenClass === 'NEC' || nenClass === 'MiNEN' || nenClass === null) return null;
  if (counts === null && !isUngraded) return null;
  if (counts !== null && counts.state !== 'none')
    return { lowest: counts.lowest, highest: counts.highest, from: 'counts' };
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
  if (printedGrade === null) return statements;
  if (counts === null || counts.state === 'none') {
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

/** Whether treatment of a mixed neoplasm follows a NEC: a component that is recorded, or one that may be there. */
function necComponentOf(
  candidates: readonly NenClass[],
  components: MinenReading,
  differentiation: Differentiation,
): Disease['necComponent'] {
  if (candidates.length !== 1 || candidates[0] !== 'MiNEN') return undefined;
  if (components.worst !== null) return components.worst === 'NEC' ? 'present' : undefined;
  if (differentiation === 'poor') return 'present';
  return differentiation === 'unstated' ? 'possible' : undefined;
}

function diseaseOf(
  input: ClassificationInput,
  candidates: readonly NenClass[],
  grade: GradeBounds | null,
  kinds: readonly Subtype[],
  necComponent: Disease['necComponent'],
): Disease {
  const sites = possibleSites(input);
  const graded = grade !== null && candidates.every((each) => each === 'NET');
  return {
    lineage: 'neuroendocrine',
    sites: [...new Set(sites)],
    classes: candidates,
    ...(kinds.length === 0 ? {} : { subtypes: kinds }),
    ...(graded ? { grades: { lowest: grade.lowest, highest: grade.highest } } : {}),
    ...(necComponent === undefined ? {} : { necComponent }),
  };
}

/** The disease where a component below the share leaves another lineage; the others are read from the record. */
function otherDisease(input: ClassificationInput, { instead }: MinenReading): Disease | null {
  if (instead?.side !== 'other') return null;
  const sites = [...new Set(possibleSites(input))];
  return { lineage: instead.component === 'adenocarcinoma' ? 'adenocarcinoma' : 'unstated', sites };
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
  const { inForce, today, readings, isUngraded, statements: countStatements } = countsOf(input);
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
  const grade = applicableGrade(nenClass, inForce, isUngraded, printedGrade);
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
    readings,
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
          components,
        })
      : componentReviews(components),
    statements: withoutRepetition([
      ...printed.flatMap((reading) => reading.statements),
      ...components.statements,
      ...decision.statements,
      ...(neuroendocrine ? [...force.statements, ...countStatements] : []),
      ...(decision.lineage === 'other' ? [] : (inForce?.statements ?? [])),
      ...(neuroendocrine ? gradeStatements(input, nenClass, inForce, printedGrade) : []),
      ...(thoracic?.statements ?? []),
      ...[...markers.forNet, ...markers.forNec, ...markers.silent].map(({ statement }) => statement),
    ]),
    disease: neuroendocrine
      ? diseaseOf(
          input,
          decision.candidates,
          grade,
          kinds,
          necComponentOf(decision.candidates, components, differentiation),
        )
      : otherDisease(input, components),
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
