/**
 * What stands behind an outcome that is told: the dose of the drug, the criteria and the measurement of a response, the events
 * behind "well tolerated", the instrument behind "quality of life" (CARE guidelines for case reports, 2013).
 */
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { factsNamed, isResponse, type Lack } from './report-lack.ts';

/** The group with the groups that contain it, and those that it contains. */
function related({ groups }: AuditedStudy, group: string): ReadonlySet<string> {
  const ids = new Set([group]);
  let id = groups.find((each) => each.id === group)?.partOf;
  while (id !== undefined && !ids.has(id)) {
    ids.add(id);
    const child = id;
    id = groups.find((each) => each.id === child)?.partOf;
  }
  return ids;
}

const isOutcome = (value: PrintedValue): boolean =>
  isResponse(value) ||
  value.what === 'durationOfResponse' ||
  value.what === 'treatmentDuration' ||
  value.what === 'progressionFreeSurvival' ||
  (value.what === 'fact' && /\bbest response\b/i.test(value.name));

/** Arms whose outcome is told and whose dose is not. */
export function doses(of: AuditedStudy): readonly Lack[] {
  const told = of.study.arms.flatMap((arm) => {
    if (arm.dosePrinted !== undefined || arm.drugs.length === 0) return [];
    const ids = new Set(of.groups.filter((group) => group.arm === arm.id).map(({ id }) => id));
    const outcomes = of.values.filter((value) => ids.has(value.group) && isOutcome(value));
    const dosed = of.values.some(({ what, group }) => what === 'dose' && ids.has(group));
    return outcomes.length === 0 || dosed ? [] : [{ arm, outcomes }];
  });
  return told.length === 0
    ? []
    : [
        {
          about: 'dose of a drug whose outcome is told',
          certainty: 'certain',
          printed: told.flatMap(({ outcomes }) => outcomes.slice(0, 1).map(evidenceOf)),
          recomputed: `no dose and no schedule is printed of ${told.map(({ arm }) => arm.label).join(', ')}`,
          test: 'drugs with a printed outcome against their printed doses',
          explanation: 'What was given cannot be repeated or compared from print.',
        },
      ];
}

const bestResponses = (of: AuditedStudy): readonly PrintedValue[] =>
  of.values.filter(
    (value) =>
      (value.what === 'fact' && /^best response$/i.test(value.name)) ||
      (isResponse(value) && (value.as === 'count' || value.as === 'percent')),
  );

const bySize = (of: AuditedStudy): boolean =>
  of.values.some(
    (value) =>
      'term' in value &&
      /\b(?:sum of|diameters?|target lesions?|shrinkage)\b/i.test(value.term) &&
      !/\bprogression\b/i.test(value.term) &&
      (value.what === 'measurement' || value.what === 'other'),
  );

/** Criteria and measurements of best responses. */
export function responses(of: AuditedStudy): readonly Lack[] {
  const told = bestResponses(of);
  const [first] = told;
  if (first === undefined) return [];
  const criteria = [
    ...factsNamed(of, /\bresponse criteria\b/i),
    ...of.values.filter(
      (value) =>
        ('criteria' in value && value.criteria !== undefined) ||
        /\bRECIST\b|\bPERCIST\b|\bWHO criteria\b|\bChoi criteria\b/i.test(value.place.text ?? ''),
    ),
  ];
  if (criteria.length === 0)
    return [
      {
        about: 'criteria of response',
        certainty: 'certain',
        printed: told.map(evidenceOf),
        recomputed: 'best responses are printed, no criteria and no interval of scans',
        test: 'best responses against the criteria that are named',
        explanation: 'RECIST, WHO and a judgement by eye call different tumours stable.',
      },
    ];
  const few = of.study.selection === 'singleCase';
  const claimed = told.filter(
    (value) => value.what === 'fact' && /^(?:complete|partial)Response$/.test(value.means),
  );
  return few && claimed.length > 0 && !bySize(of)
    ? [
        {
          about: 'measurement behind the response',
          certainty: 'certain',
          printed: [...claimed, ...criteria].map(evidenceOf),
          recomputed: 'a response by named criteria, and no lesion, sum or percentage of change is printed',
          test: 'a response by criteria against the measurements that are printed',
          explanation:
            'A category by criteria is a number with a limit; without the number it cannot be checked.',
        },
      ]
    : [];
}

/** Words on tolerance or quality of life, without what would bear them out. */
export function claims(of: AuditedStudy): readonly Lack[] {
  const safety = factsNamed(of, /\btolerab|\btoleran(?:ce|t)|^adverse events\b|\bsafety\b/i).filter(
    ({ group, place }) =>
      !of.values.some(({ what, group: other }) => what === 'toxicity' && related(of, group).has(other)) &&
      place.document === of.study.readIn.document &&
      factsNamed(of, /\btoxicity criteria\b/i).length === 0,
  );
  const quality = factsNamed(of, /\bquality of life\b/i);
  const instrument = factsNamed(of, /\binstrument\b|\bquestionnaire\b/i);
  return [
    ...(safety.length > 0
      ? [
          {
            about: 'adverse events behind the words',
            certainty: 'certain',
            printed: safety.map(evidenceOf),
            recomputed: 'no adverse event, grade or scale is printed',
            test: 'tolerance in words against the events that are printed',
            explanation: 'That nothing is told is not that nothing happened.',
          } as const,
        ]
      : []),
    ...(quality.length > 0 && instrument.length === 0
      ? [
          {
            about: 'instrument of quality of life',
            certainty: 'certain',
            printed: quality.map(evidenceOf),
            recomputed: 'no instrument, score or time is printed',
            test: 'quality of life in words against the scores that are printed',
            explanation: 'A performance status is no measure of quality of life.',
          } as const,
        ]
      : []),
  ];
}
