/**
 * What a study says of its own design: fewer patients analysed than enrolled; an outcome reported that was no stated endpoint;
 * a trial whose planned size and null rate are not printed; a time without its interval.
 */
import { type AuditedStudy, evidenceOf, groupWords, partOfPaper, rootOf, sizesOf } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { printedMedians } from './time-check.ts';

function analysisSets(of: AuditedStudy): readonly AuditFinding[] {
  return of.groups.flatMap(({ id }): AuditFinding[] => {
    const sizes = sizesOf(of, id);
    const enrolled = sizes.find(({ kind }) => kind === 'patients');
    const evaluable = sizes.find(
      ({ kind, patients }) => kind === 'evaluable' && patients < (enrolled?.patients ?? 0),
    );
    if (enrolled === undefined || evaluable === undefined) return [];
    // Print that gives both numbers side by side describes the set; what is left is that the rates leave patients out.
    const together = partOfPaper(enrolled.value) === partOfPaper(evaluable.value);
    return [
      finding({
        study: of.study.id,
        check: 'analysisSet',
        group: id,
        about: 'patients analysed',
        outcome: together ? 'unsupported' : 'undescribed',
        certainty: 'certain',
        printed: [evidenceOf(enrolled.value), evidenceOf(evaluable.value)],
        recomputed: `${evaluable.patients} of ${enrolled.patients} analysed; ${enrolled.patients - evaluable.patients} in no rate`,
        test: 'analysis set against enrolled patients',
        explanation: `Rates over ${evaluable.patients} and over ${enrolled.patients} answer different questions (${groupWords(of, id)}); both are shown.`,
      }),
    ];
  });
}

function endpoints(of: AuditedStudy): readonly AuditFinding[] {
  const { design } = of.study;
  if (design.endpoints === undefined) return [];
  const stated = new Set(design.endpoints.map(({ outcome }) => outcome));
  const reported = printedMedians(of).filter(
    ({ what }, at, all) => !stated.has(what) && all.findIndex((each) => each.what === what) === at,
  );
  return reported.map((value) =>
    finding({
      study: of.study.id,
      check: 'endpoint',
      group: value.group,
      about: value.what,
      outcome: 'undescribed',
      certainty: 'certain',
      printed: [
        evidenceOf(value),
        ...(design.endpoints ?? []).map(({ outcome, place }) => ({ printed: outcome, place })),
      ],
      recomputed: `${value.what} is reported and is none of ${[...stated].join(', ')}`,
      test: 'reported outcomes against stated endpoints',
      explanation: 'The outcome was added after the design, or the methods are incomplete.',
    }),
  );
}

function sampleSize(of: AuditedStudy): readonly AuditFinding[] {
  const { design, readIn } = of.study;
  if (design.sampleSizeBasis !== 'not stated') return [];
  const trial =
    design.type === 'singleArmTrial' || design.type === 'basketTrial' || design.type === 'randomisedTrial';
  if (!trial) return [];
  return [
    finding({
      study: of.study.id,
      check: 'designBasis',
      group: 'all',
      about: 'null rate and planned size',
      outcome: 'undescribed',
      certainty: 'certain',
      printed: [{ printed: 'not stated', place: readIn }],
      recomputed: 'no null rate, target rate, error rates or planned number of patients',
      test: 'methods of a trial against what a test of its primary endpoint needs',
      explanation: 'Without a null rate a response rate cannot be called promising or not.',
    }),
  ];
}

/** Medians of survival in a report that was read in full and prints no follow-up. */
function followUp(of: AuditedStudy): readonly AuditFinding[] {
  if (of.study.design.endpoints === undefined) return [];
  if (of.values.some(({ what }) => what === 'followUp')) return [];
  const medians = printedMedians(of).filter(
    ({ what }) => what === 'overallSurvival' || what === 'progressionFreeSurvival',
  );
  const [first] = medians;
  if (first === undefined) return [];
  return [
    finding({
      study: of.study.id,
      check: 'followUp',
      group: first.group,
      about: 'follow-up of the survival times',
      outcome: 'undescribed',
      certainty: 'likely',
      printed: medians.map(evidenceOf),
      recomputed: 'no median follow-up is printed',
      test: 'times to an event are read with their follow-up',
      explanation: 'Without the follow-up it is open how many patients were still at risk.',
    }),
  ];
}

/** A median whose interval another paper would need to weigh it. */
function missingIntervals(of: AuditedStudy): readonly AuditFinding[] {
  const bare = printedMedians(of).filter(
    (value) =>
      (value.interval === undefined || /^(?:range )?(?:NA|NR)$/i.test(value.interval)) &&
      (value.place.section ?? '').startsWith('Table') &&
      /\d/.test(value.value),
  );
  return bare.map((value) =>
    finding({
      study: of.study.id,
      check: 'missingInterval',
      group: rootOf(of, value.group),
      about: 'medians in a table',
      outcome: 'undescribed',
      certainty: 'certain',
      printed: [evidenceOf(value)],
      recomputed: `no interval or range of ${value.what} in ${partOfPaper(value)}`,
      test: 'a median in a table has an interval or a range',
      explanation: 'The source may have printed one; the review does not.',
    }),
  );
}

export function designCheck(of: AuditedStudy): AuditAnswer {
  return {
    findings: [
      ...analysisSets(of),
      ...endpoints(of),
      ...sampleSize(of),
      ...missingIntervals(of),
      ...followUp(of),
    ],
    explained: [],
  };
}
