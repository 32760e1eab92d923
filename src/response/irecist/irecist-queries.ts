/**
 * What has to be asked of printed iRECIST calls: an overall response that its components do not allow, and sequences that
 * cannot be (a response behind iCR without iUPD in between, anything behind iCPD, iCPD without iUPD).
 */
import type { DataQuery } from '../recist/index.ts';
import {
  type ImmuneComponents,
  type ImmuneOverallResponse,
  overallFromComponents,
} from './irecist-response.ts';

/** One printed time point. */
export interface PrintedImmunePoint {
  readonly label: string;
  readonly overall?: ImmuneOverallResponse;
  readonly components: ImmuneComponents;
}

const isCalm = (response: ImmuneOverallResponse | undefined): boolean =>
  response === 'iPR' || response === 'iSD' || response === 'non-iCR/non-iUPD';

function componentQuery(
  { label, overall, components }: PrintedImmunePoint,
  isPending: boolean,
): readonly DataQuery[] {
  const { target, nonTarget, newLesions } = components;
  if (overall === undefined) return [];
  const isEmpty = target === undefined && nonTarget === undefined && newLesions !== 'yes';
  const allowed = overallFromComponents(components, isPending);
  if (isEmpty || allowed.includes(overall)) return [];
  const parts = [
    ...(target === undefined ? [] : [`target ${target}`]),
    ...(nonTarget === undefined ? [] : [`non-target ${nonTarget}`]),
    `new lesions ${newLesions}`,
  ].join(', ');
  return [
    {
      code: 'componentsDisagree',
      sentence: `${overall} at ${label}, but ${parts} give ${allowed.join(' or ')}`,
      timePoint: label,
    },
  ];
}

/**
 * The queries of one patient's printed time points, in the order of time.
 *
 * @param isProgressedBefore true where RECIST 1.1 called a progression before them: some trials begin iRECIST only then, and
 * that progression is the iUPD
 */
export function immuneQueries(
  points: readonly PrintedImmunePoint[],
  isProgressedBefore = false,
): readonly DataQuery[] {
  const queries: DataQuery[] = [];
  let isPending = isProgressedBefore;
  let complete: string | undefined;
  let confirmed: string | undefined;
  for (const point of points) {
    const { label, overall } = point;
    queries.push(...componentQuery(point, isPending));
    if (confirmed !== undefined && overall !== undefined && overall !== 'iCPD')
      queries.push({
        code: 'afterConfirmedProgression',
        sentence: `${overall} at ${label} behind iCPD at ${confirmed}: confirmed progression is not taken back`,
        timePoint: label,
      });
    if (complete !== undefined && isCalm(overall))
      queries.push({
        code: 'responseAfterComplete',
        sentence: `${overall} at ${label} behind iCR at ${complete}: a lesion that comes back is iUPD first`,
        timePoint: label,
      });
    if (overall === 'iCPD' && !isPending && confirmed === undefined)
      queries.push({
        code: 'confirmedWithoutUnconfirmed',
        sentence: `iCPD at ${label} without an iUPD before it`,
        timePoint: label,
      });
    if (overall === 'iCPD') confirmed ??= label;
    if (overall === 'iCR') complete ??= label;
    if (overall === 'iUPD') complete = undefined;
    if (overall !== undefined && overall !== 'NE') isPending = overall === 'iUPD';
  }
  return queries;
}
