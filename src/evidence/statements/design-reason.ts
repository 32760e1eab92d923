/** Where a weighing starts: by the design of the best study, and by whether its randomisation answers the claim. */
import { libraryWords } from '../library-words.ts';
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';
import { markersAsked } from './part-asked.ts';
import { rankOf, type Strength, type StrengthReason, weakKinds } from './strength-reason.ts';

const designStart: Readonly<Record<Study['design']['type'], Strength>> = {
  randomisedTrial: 'strong',
  metaAnalysis: 'strong',
  singleArmTrial: 'moderate',
  basketTrial: 'moderate',
  prospectiveSeries: 'moderate',
  diagnosticAccuracy: 'moderate',
  label: 'moderate',
  guideline: 'moderate',
  retrospectiveSeries: 'weak',
  molecularSurvey: 'weak',
  caseSeries: 'veryWeak',
  caseReport: 'veryWeak',
  preclinical: 'veryWeak',
  review: 'veryWeak',
};

/** Designs that need more words than their name where they start a weighing. */
const startName: Readonly<Partial<Record<Study['design']['type'], string>>> = {
  preclinical: 'laboratory study',
  review: 'review that cites it',
};

const ofMarker = 'a marker within a randomised trial, which the arms do not compare';

/**
 * Why the randomisation of a trial does not answer the claim; undefined where it does. A trial compares its arms: an arm held
 * against a fixed endpoint, a part of the patients looked at afterwards, or what goes with a marker was not randomised.
 */
function notRandomised({ subject, when, comparison }: Statement, { population }: Study): string | undefined {
  switch (comparison?.by) {
    case 'randomisation':
      return undefined;
    case 'noComparator':
      return 'an arm of a randomised trial, held against a fixed endpoint and not against the other arm';
    case 'subgroup':
      return 'a part of the patients of a randomised trial, looked at on its own';
    case 'biomarker':
      return ofMarker;
    case 'treatmentChosen':
    case 'eligibility':
    case 'response':
    case 'otherStudies':
    case 'differentiation':
      return 'a comparison within a randomised trial that was not randomised';
    case undefined:
      break;
  }
  const isOfTreatment =
    subject.drugs.length > 0 || subject.drugClasses.length > 0 || subject.regimen !== undefined;
  const selected = markersAsked(population.criterion);
  return isOfTreatment && [...markersAsked(when)].every((text) => selected.has(text)) ? undefined : ofMarker;
}

/** Where a statement starts, with the reason. */
export function designReason(
  statement: Statement,
  studies: readonly Study[],
): readonly [Strength, StrengthReason] {
  const reason = (text: string): StrengthReason => ({ aspect: 'design', effect: 'start', text });
  if (statement.noResult !== undefined) return ['none', reason(`no evidence: ${statement.noResult}`)];
  const kind = weakKinds[statement.kind];
  if (kind !== undefined) return ['veryWeak', reason(kind)];
  const isRandomised = ({ design }: Study) =>
    design.type === 'randomisedTrial' || design.type === 'metaAnalysis';
  const fault = (study: Study) => (isRandomised(study) ? notRandomised(statement, study) : undefined);
  const start = (study: Study): Strength => {
    if (study.selection === 'chosenByOutcome' || study.selection === 'singleCase') return 'veryWeak';
    return fault(study) === undefined ? designStart[study.design.type] : 'moderate';
  };
  const [best] = studies.toSorted((a, b) => rankOf(start(b)) - rankOf(start(a)));
  if (best === undefined) return ['veryWeak', reason('none of its studies is in the library by then')];
  const others = studies.length === 1 ? '' : `, the best of ${studies.length} studies`;
  const how = fault(best) ?? startName[best.design.type] ?? libraryWords(best.design.type);
  return [start(best), reason(`${how}${others} (${best.id})`)];
}
