/**
 * The overall response of one time point (RECIST 1.1, Eisenhauer et al., Eur J Cancer 2009;45:228, section 4.4, tables 1 and
 * 2): what target lesions, non-target lesions and new lesions say together.
 */

/** The response of the target lesions. */
export const targetResponses = ['CR', 'PR', 'SD', 'PD', 'NE'] as const;
export type TargetResponse = (typeof targetResponses)[number];

/** The response of the non-target lesions; `NE` where not all were evaluated. */
export const nonTargetResponses = ['CR', 'non-CR/non-PD', 'PD', 'NE'] as const;
export type NonTargetResponse = (typeof nonTargetResponses)[number];

/** The overall response; `non-CR/non-PD` only where the patient has non-target disease alone. */
export const overallResponses = ['CR', 'PR', 'SD', 'non-CR/non-PD', 'PD', 'NE'] as const;
export type OverallResponse = (typeof overallResponses)[number];

/** What was found at a time point. Absent parts: the patient had no such lesions at baseline. */
export interface TimePointFindings {
  readonly target?: TargetResponse;
  readonly nonTarget?: NonTargetResponse;
  /**
   * `yes` only for an unequivocal new lesion; an `equivocal` one changes no call and is followed (section 4.3.5);
   * `unknown`: it was not looked for everywhere.
   */
  readonly newLesions: 'yes' | 'no' | 'equivocal' | 'unknown';
}

/** The overall response with its reason in words. */
export interface OverallCall {
  readonly response: OverallResponse;
  readonly because: string;
}

function ofNonTargetOnly(nonTarget: NonTargetResponse): OverallCall {
  switch (nonTarget) {
    case 'CR':
      return { response: 'CR', because: 'all non-target lesions are gone, and there was no target lesion' };
    case 'non-CR/non-PD':
      return { response: 'non-CR/non-PD', because: 'non-target disease alone persists without progression' };
    case 'NE':
      return { response: 'NE', because: 'not all non-target lesions were evaluated' };
    case 'PD':
      return { response: 'PD', because: 'non-target lesions progress unequivocally' };
  }
}

/** The overall response; undefined where the patient had no lesion at baseline and has none now. */
export function overallResponse({
  target,
  nonTarget,
  newLesions,
}: TimePointFindings): OverallCall | undefined {
  if (newLesions === 'yes') return { response: 'PD', because: 'a new lesion' };
  if (target === 'PD') return { response: 'PD', because: 'target lesions progress' };
  if (nonTarget === 'PD') return { response: 'PD', because: 'non-target lesions progress unequivocally' };
  if (newLesions === 'unknown' && (target ?? nonTarget) !== undefined)
    return { response: 'NE', because: 'it is not known whether there are new lesions' };
  if (target === undefined) return nonTarget === undefined ? undefined : ofNonTargetOnly(nonTarget);
  switch (target) {
    case 'CR':
      return nonTarget === undefined || nonTarget === 'CR'
        ? { response: 'CR', because: 'all lesions are gone' }
        : {
            response: 'PR',
            because:
              nonTarget === 'NE'
                ? 'target lesions are gone, not all non-target lesions were evaluated'
                : 'target lesions are gone, non-target lesions persist',
          };
    case 'PR':
      return { response: 'PR', because: 'target lesions respond, nothing progresses' };
    case 'SD':
      return { response: 'SD', because: 'target lesions are stable, nothing progresses' };
    case 'NE':
      return { response: 'NE', because: 'not all target lesions were evaluated' };
  }
}
