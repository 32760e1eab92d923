/** Why there is no model, in words that say what to do. */
import type { CoxFault } from '../../statistics/index.ts';

type Reason = CoxFault | 'otherColumns' | 'timeNotAboveZero' | 'oneEventTime';

/** The sentence of a reason. */
export function coxRefusalText(reason: Reason): string {
  switch (reason) {
    case 'noSubjects':
      return 'no row is a subject';
    case 'lengthsDiffer':
      return 'the columns are of different lengths';
    case 'timeNotFinite':
      return 'a time is no number';
    case 'eventNotZeroOrOne':
      return 'an event is neither 0 nor 1';
    case 'entryNotBeforeExit':
      return 'entry is not before the exit';
    case 'noCovariates':
      return 'no covariate is named';
    case 'covariateNamesRepeat':
      return 'a covariate is named twice';
    case 'covariateNotFinite':
      return 'a covariate is no number';
    case 'weightNotAboveZero':
      return 'a weight is not above 0';
    case 'noEvents':
      return 'nobody has the event';
    case 'noComparison':
      return 'every event took everybody who was at risk then, so that nobody is left to compare with';
    case 'constantCovariates':
      return 'covariates are the same for all who are at risk at an event of their stratum; leave them out, or use --drop-aliased';
    case 'aliasedCovariates':
      return 'covariates are sums of those before them; leave them out, or use --drop-aliased';
    case 'weightsWithExactTies':
      return 'the exact likelihood takes no weights; use --ties efron';
    case 'robustWithExactTies':
      return 'the exact likelihood has no robust error; use --ties efron';
    case 'exactTooCostly':
      return 'the exact likelihood of so many ties takes too long; use --ties efron';
    case 'oneCluster':
      return 'a robust error needs more than one cluster';
    case 'hazardsTooFarApart':
      return 'fitted hazards are too far apart for delayed entry; look for outlying covariates';
    case 'notAtRest':
      return 'the greatest likelihood was not reached; try --firth';
    case 'otherColumns':
      return 'the model belongs to other columns';
    case 'timeNotAboveZero':
      return 'a time of 0 has no logarithm; choose another function of time';
    case 'oneEventTime':
      return 'all events are at one time';
  }
}
