/**
 * How the disease of a study stands to the disease of a patient. Each axis is compared as a set: what the evidence
 * covers against what the case may be. A NET and a NEC are never the same, nor are a tumour and an adenocarcinoma of one
 * organ; an unknown primary is possibly, never certainly, the organ of a study.
 */
import type { Disease, Lineage, Subtype } from './disease.ts';
import { boundsDisjoint, boundsText, type GradeBounds, gradesWithin } from './grade.ts';
import { expandSites, type Site, siteName } from './site.ts';

/**
 * `same`: the same site and class. `broaderIncludes`: the evidence covers the case and more. `narrower`: it covers a part
 * of what the case may be. `overlapping`: each has a part of its own. `possiblySame`: a primary is unknown. The siblings
 * share the lineage and differ in one axis; where several differ, differentiation counts first, then site, kind and grade
 * (kind before site where a lineage has no classes, as in melanoma). `agnostic`: any solid tumour.
 */
export const entityRelations = [
  'same',
  'broaderIncludes',
  'narrower',
  'overlapping',
  'possiblySame',
  'siblingGrade',
  'siblingSubtype',
  'siblingSite',
  'siblingDifferentiation',
  'otherLineage',
  'agnostic',
] as const;
export type EntityRelationKind = (typeof entityRelations)[number];

/** How one axis compares. `unrestricted`: the evidence does not speak of it. */
export type AxisComparison =
  | 'same'
  | 'broader'
  | 'narrower'
  | 'overlap'
  | 'disjoint'
  | 'possible'
  | 'unrestricted';

/** The relation of evidence to a case, axis by axis. */
export interface EntityRelation {
  readonly relation: EntityRelationKind;
  readonly axes: {
    readonly lineage: AxisComparison;
    readonly differentiation: AxisComparison;
    readonly site: AxisComparison;
    readonly subtype: AxisComparison;
    readonly grade: AxisComparison;
  };
  readonly sentence: string;
}

/** Evidence against case as sets of what each allows. */
function compareSets<T>(evidence: readonly T[], theCase: readonly T[]): AxisComparison {
  const shared = theCase.filter((each) => evidence.includes(each));
  if (shared.length === 0) return 'disjoint';
  const caseInside = shared.length === new Set(theCase).size;
  const evidenceInside = evidence.every((each) => theCase.includes(each));
  if (caseInside && evidenceInside) return 'same';
  if (caseInside) return 'broader';
  return evidenceInside ? 'narrower' : 'overlap';
}

function compareSites(evidence: Disease['sites'], theCase: Disease['sites']): AxisComparison {
  if (evidence === 'any') return theCase === 'any' ? 'same' : 'broader';
  if (theCase === 'any') return 'narrower';
  const covered = expandSites(evidence);
  const possible = expandSites(theCase);
  const bothUnknown = covered.includes('unknown') && possible.includes('unknown');
  if (!bothUnknown && possible.includes('unknown')) return 'possible';
  if (!bothUnknown && covered.every((site) => site === 'unknown')) return 'possible';
  const compared = compareSets<Site>(covered, possible);
  return compared === 'disjoint' && covered.includes('unknown') ? 'possible' : compared;
}

function compareSubtypes(
  evidence: readonly Subtype[] | undefined,
  theCase: readonly Subtype[] | undefined,
): AxisComparison {
  if (evidence === undefined) return theCase === undefined ? 'unrestricted' : 'broader';
  return theCase === undefined ? 'narrower' : compareSets(evidence, theCase);
}

function compareGrades(evidence: GradeBounds | undefined, theCase: GradeBounds | undefined): AxisComparison {
  if (evidence === undefined) return 'unrestricted';
  if (theCase === undefined) return gradesWithin(evidence).length === 3 ? 'same' : 'narrower';
  if (boundsDisjoint(evidence, theCase)) return 'disjoint';
  return compareSets(gradesWithin(evidence), gradesWithin(theCase));
}

/** A NEC component makes evidence on NEC a part of what the case is: treatment follows the worst component (WHO 2019). */
function compareClasses(evidence: Disease, theCase: Disease): AxisComparison {
  if (evidence.classes === undefined) return theCase.classes === undefined ? 'unrestricted' : 'broader';
  if (theCase.classes === undefined) return 'narrower';
  const compared = compareSets(evidence.classes, theCase.classes);
  const ofComponent = theCase.necComponent !== undefined && evidence.classes.includes('NEC');
  return compared === 'disjoint' && ofComponent ? 'narrower' : compared;
}

/** The relation that the axes add up to; differences of kind count before differences of extent. */
function settle(axes: EntityRelation['axes']): EntityRelationKind {
  if (axes.lineage === 'disjoint') return 'otherLineage';
  if (axes.lineage === 'broader') return 'agnostic';
  if (axes.differentiation === 'disjoint') return 'siblingDifferentiation';
  const kindsAlone = axes.differentiation === 'unrestricted';
  if (kindsAlone && axes.subtype === 'disjoint') return 'siblingSubtype';
  if (axes.site === 'disjoint') return 'siblingSite';
  if (axes.subtype === 'disjoint') return 'siblingSubtype';
  if (axes.grade === 'disjoint') return 'siblingGrade';
  if (axes.site === 'possible') return 'possiblySame';
  const extents = Object.values(axes);
  const wider = extents.includes('broader');
  const tighter = extents.includes('narrower');
  if (extents.includes('overlap') || (wider && tighter)) return 'overlapping';
  if (tighter) return 'narrower';
  return wider ? 'broaderIncludes' : 'same';
}

function compareLineages(evidence: Lineage, theCase: Lineage): AxisComparison {
  if (evidence === theCase) return 'same';
  return evidence === 'anySolid' && theCase !== 'leukaemia' ? 'broader' : 'disjoint';
}

/**
 * How evidence from one disease relates to a patient with another.
 *
 * @param evidence what was studied; several sites are all covered
 * @param theCase what the patient has; several sites are the possible ones
 * @example relateEntities(entity('adenocarcinoma-pancreas'), entity('net-pancreas')).relation // 'otherLineage'
 */
export function relateEntities(evidence: Disease, theCase: Disease): EntityRelation {
  const axes: EntityRelation['axes'] = {
    lineage: compareLineages(evidence.lineage, theCase.lineage),
    differentiation: compareClasses(evidence, theCase),
    site: compareSites(evidence.sites, theCase.sites),
    subtype: compareSubtypes(evidence.subtypes, theCase.subtypes),
    grade: compareGrades(evidence.grades, theCase.grades),
  };
  const relation = settle(axes);
  return { relation, axes, sentence: sentenceOf(relation, evidence, theCase) };
}

/** A disease in words, from its axes. */
export function diseaseText(disease: Disease): string {
  const what =
    disease.lineage === 'neuroendocrine'
      ? (disease.classes ?? ['NEN']).join(' or ')
      : lineageNames[disease.lineage];
  const kinds =
    disease.subtypes === undefined
      ? ''
      : `${disease.subtypes.map((kind) => subtypeNames[kind]).join(' or ')} `;
  const grade = disease.grades === undefined ? '' : ` ${boundsText(disease.grades)}`;
  const component = disease.necComponent === undefined ? '' : componentTexts[disease.necComponent];
  return `${kinds}${what}${component}${grade}${placeText(disease.sites)}`;
}

const componentTexts: Readonly<Record<'present' | 'possible', string>> = {
  present: ' with a NEC component',
  possible: ', components not stated',
};

const lineageNames: Readonly<Record<Lineage, string>> = {
  neuroendocrine: 'neuroendocrine neoplasm',
  adenocarcinoma: 'adenocarcinoma',
  nonSmallCellLung: 'non-small cell lung cancer',
  hepatocellular: 'hepatocellular carcinoma',
  urothelial: 'urothelial carcinoma',
  renalCell: 'renal cell carcinoma',
  melanoma: 'melanoma',
  gist: 'gastrointestinal stromal tumour',
  sarcoma: 'sarcoma',
  germCell: 'germ cell tumour',
  glioma: 'glioma',
  chromaffin: 'phaeochromocytoma or paraganglioma',
  medullaryThyroid: 'medullary thyroid carcinoma',
  salivary: 'salivary gland carcinoma',
  leukaemia: 'leukaemia',
  unstated: 'cancer of unstated lineage',
  anySolid: 'any solid tumour',
};

/** The name of a lineage in a sentence. */
export function lineageName(lineage: Lineage): string {
  return lineageNames[lineage];
}

const subtypeNames: Readonly<Record<Subtype, string>> = {
  smallCell: 'small cell',
  largeCell: 'large cell',
  merkelCell: 'Merkel cell',
  typicalCarcinoid: 'typical carcinoid',
  atypicalCarcinoid: 'atypical carcinoid',
  acral: 'acral',
  mucosal: 'mucosal',
  cutaneous: 'cutaneous',
  uveal: 'uveal',
  seminoma: 'seminoma',
  nonSeminoma: 'non-seminoma',
};

function placeText(sites: Disease['sites']): string {
  if (sites === 'any') return '';
  if (sites.length > 4)
    return ` of ${sites.length} sites (${sites.slice(0, 2).map(siteName).join(', ')} ...)`;
  return ` (${sites.map(siteName).join(', ')})`;
}

function sentenceOf(relation: EntityRelationKind, evidence: Disease, theCase: Disease): string {
  const [studied, patient] = [diseaseText(evidence), diseaseText(theCase)];
  const mixed = (evidence.classes?.length ?? 0) > 1 && theCase.classes?.length === 1;
  switch (relation) {
    case 'same':
      return `The evidence is from the same entity: ${studied}.`;
    case 'broaderIncludes':
      return `The evidence is from a wider group (${studied}) that includes ${patient}${mixed ? '; it mixes NET with NEC, so its figures are not those of one class' : ''}.`;
    case 'narrower':
      if (theCase.necComponent === 'present' && evidence.classes?.includes('MiNEN') === false)
        return `The evidence is from ${studied}; this tumour (${patient}) is mixed, and treatment follows its worst component.`;
      return `The evidence is from ${studied}, which is a part of what this tumour may be (${patient}).`;
    case 'overlapping':
      return `The evidence (${studied}) and this tumour (${patient}) overlap in part.`;
    case 'possiblySame':
      return `Possibly the same: the primary is not known on one side (evidence: ${studied}; case: ${patient}).`;
    case 'siblingGrade':
      return `The evidence is from another grade: ${studied}, not ${patient}.`;
    case 'siblingSubtype':
      return `The evidence is from another kind within the entity: ${studied}, not ${patient}.`;
    case 'siblingSite':
      return `The evidence is from another site: ${studied}, not ${patient}.`;
    case 'siblingDifferentiation':
      return `The evidence is from another class: ${studied}, not ${patient}. NET and NEC evidence is never interchangeable.`;
    case 'otherLineage':
      return `The evidence is from another lineage: ${studied}, not ${patient}.`;
    case 'agnostic':
      return `The evidence is tissue-agnostic: ${studied}.`;
  }
}
