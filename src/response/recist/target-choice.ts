/**
 * Whether the target lesions were chosen as RECIST 1.1 asks (sections 3.1 and 3.2; one organ for all lymph nodes and for
 * paired organs by the EORTC's clarifications). What is against a choice is asked about; nothing is taken out of the sum.
 */
import type { DataQuery, QueryCode } from './data-query.ts';
import type { FollowedLesion, LesionRecord } from './lesion-record.ts';
import { sizeOf } from './target-response.ts';

const mostTargets = 5;
const mostPerOrgan = 2;
const measurableMillimetres = 10;
const measurableOnRadiograph = 20;
const measurableNode = 15;
const normalNode = 10;
const thickSlice = 5;
/** Baseline is never more than four weeks before treatment begins (section 3.3). */
const mostDaysBefore = 28;

/** The organ by which targets are counted: lymph nodes are one, and so are the two sides of a pair. */
function organOf({ isNode, organ }: FollowedLesion): string | undefined {
  if (isNode) return 'lymph nodes';
  return organ
    ?.toLowerCase()
    .replaceAll(/\b(?:left|right|bilateral)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function leastSize({ traits }: FollowedLesion): number {
  if (traits?.method === 'radiograph') return measurableOnRadiograph;
  const slice = traits?.sliceMillimetres ?? thickSlice;
  return slice > thickSlice ? 2 * slice : measurableMillimetres;
}

/** Why a target is not one that RECIST allows. */
function againstTarget(lesion: FollowedLesion, hasSolid: boolean): readonly (readonly [QueryCode, string])[] {
  const { id, isNode, traits, states } = lesion;
  const found: (readonly [QueryCode, string])[] = [];
  const size = states[0] === undefined ? undefined : sizeOf(states[0]);
  if (size === undefined)
    found.push(['baselineNotMeasured', `${id} is a target without a size at baseline; no sum can hold it`]);
  else if (isNode && size < measurableNode) {
    const is = size < normalNode ? 'normal' : 'a non-target lesion';
    found.push([
      'nodeTooSmall',
      `${id}: a node of ${size} mm short axis is ${is}; a target has at least ${measurableNode} mm`,
    ]);
  } else if (!isNode && size < leastSize(lesion))
    found.push([
      'targetTooSmall',
      `${id} has ${size} mm at baseline; a target has at least ${leastSize(lesion)} mm here`,
    ]);
  if (traits?.irradiated === 'noProgressionShown')
    found.push([
      'irradiatedTarget',
      `${id} was irradiated before and no growth since is shown; it is measurable only after that`,
    ]);
  if (traits?.isCystic === true && hasSolid)
    found.push(['cysticTarget', `${id} is cystic; solid lesions are preferred where there are any`]);
  const softTissue = traits?.boneSoftTissueMillimetres;
  if (softTissue === null)
    found.push(['boneTarget', `${id}: bone without a soft-tissue component is not measurable`]);
  else if (softTissue !== undefined && softTissue < measurableMillimetres)
    found.push([
      'boneTarget',
      `${id}: the soft-tissue component has ${softTissue} mm; it needs ${measurableMillimetres} mm`,
    ]);
  if (traits?.method === 'ultrasound' || traits?.method === 'PET')
    found.push([
      'methodNotSuited',
      `${id} was measured by ${traits.method}, which RECIST does not measure by`,
    ]);
  return found;
}

/** Everything to ask about the choice of target lesions and the baseline. */
export function targetChoiceQueries({ lesions, timePoints }: LesionRecord): readonly DataQuery[] {
  const targets = lesions.filter(({ kind }) => kind === 'target');
  const queries: DataQuery[] = [];
  if (targets.length > mostTargets)
    queries.push({
      code: 'tooManyTargets',
      sentence: `${targets.length} target lesions; RECIST 1.1 has at most ${mostTargets}`,
    });
  const byOrgan = Map.groupBy(targets, organOf);
  for (const [organ, own] of byOrgan) {
    const ids = own.map(({ id }) => id).join(', ');
    if (organ === undefined || organ === '') {
      if (targets.length > mostPerOrgan)
        queries.push({
          code: 'organNotStated',
          sentence: `the organ of ${ids} is not stated; two per organ cannot be checked`,
        });
    } else if (own.length > mostPerOrgan)
      queries.push({
        code: 'tooManyInOrgan',
        sentence: `${own.length} target lesions in one organ (${organ}): ${ids}; at most ${mostPerOrgan}`,
      });
  }
  const hasSolid = lesions.some(({ kind, traits }) => kind !== 'new' && traits?.isCystic === false);
  for (const lesion of targets)
    for (const [code, sentence] of againstTarget(lesion, hasSolid))
      queries.push({ code, sentence, lesion: lesion.id });
  for (const { id, kind, isNode, states } of lesions) {
    const size = states[0] === undefined ? undefined : sizeOf(states[0]);
    if (kind !== 'nonTarget' || !isNode || size === undefined || size >= normalNode) continue;
    const sentence = `${id}: a node of ${size} mm short axis is normal, not a lesion`;
    queries.push({ code: 'nodeTooSmall', sentence, lesion: id });
  }
  const first = timePoints[0];
  if (first !== undefined && first.day.most !== null && first.day.most < -mostDaysBefore)
    queries.push({
      code: 'baselineTooEarly',
      sentence: `the baseline lies ${-first.day.most} days before treatment; at most ${mostDaysBefore}`,
      timePoint: first.label,
    });
  if (first !== undefined && first.day.least !== null && first.day.least > 0)
    queries.push({
      code: 'baselineAfterStart',
      sentence: `the baseline lies ${first.day.least} days after the start of treatment; nothing before it is recorded`,
      timePoint: first.label,
    });
  return queries;
}
