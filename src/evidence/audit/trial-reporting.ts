/**
 * What a trial, and a marker that selects or decides treatment, have to state: how intervals were made, whether responses were
 * confirmed, how many were screened, from which copy number on, by what proof (CONSORT 2010; RECIST 1.1, section 4.6).
 */
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf } from './audited-study.ts';
import { factsNamed, type Lack } from './report-lack.ts';

const isTrial = ({ study: { design } }: AuditedStudy): boolean =>
  design.type === 'singleArmTrial' || design.type === 'basketTrial' || design.type === 'randomisedTrial';

const hasConfidence = (value: PrintedValue): boolean =>
  'intervalLabel' in value && (value.intervalLabel === '95% CI' || value.intervalLabel === '90% CI');

/** What the methods of a trial leave out. */
export function ofTrial(of: AuditedStudy): readonly Lack[] {
  if (!isTrial(of)) return [];
  const { design, population } = of.study;
  const intervals = of.values.filter(hasConfidence);
  const primary = (design.endpoints ?? []).filter(
    ({ outcome, rank }) => rank === 'primary' && outcome === 'objectiveResponse',
  );
  const byMarker = population.criterion !== undefined;
  const screened = of.values.some(
    (value) => 'term' in value && value.what !== 'toxicity' && /\bscreened\b/i.test(value.term),
  );
  return [
    ...(intervals.length > 0 &&
    factsNamed(of, /\bmethod of (?:the )?(?:confidence )?intervals?\b/i).length === 0
      ? [
          {
            about: 'method of the confidence intervals',
            certainty: 'certain',
            printed: intervals.map(evidenceOf),
            recomputed: `${intervals.length} intervals are printed, no method of making them`,
            test: 'intervals that are printed against the methods',
            explanation:
              'Exact, score and textbook intervals of few patients differ by several percentage points.',
          } as const,
        ]
      : []),
    ...(primary.length > 0 &&
    design.randomised !== true &&
    factsNamed(of, /\bconfirm(?:ation|ed)\b|\breader\b|\breview of (?:scans|responses)\b/i).length === 0
      ? [
          {
            about: 'confirmation and reading of responses',
            certainty: 'certain',
            printed: primary.map(({ outcome, place }) => ({ printed: place.text ?? outcome, place })),
            recomputed: 'neither a confirmation of responses nor who read the scans is printed',
            test: 'response as the primary endpoint of a trial without a control (RECIST 1.1)',
            explanation:
              'An unconfirmed response may be one scan; readers of the treating centre see more of them.',
          } as const,
        ]
      : []),
    ...(byMarker && !screened
      ? [
          {
            about: 'number screened for the marker',
            certainty: 'likely',
            printed: [],
            recomputed: 'the patients were selected by a marker; how many were tested is not printed',
            test: 'flow of patients of a trial that a marker selects',
            explanation:
              'Without the number tested the share with the marker and the selection cannot be judged.',
          } as const,
        ]
      : []),
  ];
}

/** What a marker that selects or decides treatment needs: the cut-off of an amplification, the proof of a fusion. */
export function markers(of: AuditedStudy): readonly Lack[] {
  const criterion = JSON.stringify(of.study.population.criterion ?? {});
  const cutOff = of.values.some(
    (value) =>
      (value.what === 'threshold' && /\bcopy number\b|\bcopies\b|\bamplification\b/i.test(value.term)) ||
      (value.what === 'fact' && /\bcut-?off of (?:the )?amplification\b/i.test(value.name)),
  );
  const fusions = factsNamed(of, /^fusion$/i);
  const proof = factsNamed(of, /\b(?:confirmation|specimen) of the fusion\b/i);
  return [
    ...(/"amplification":true/.test(criterion) && !cutOff
      ? [
          {
            about: 'cut-off of the amplification',
            certainty: 'certain',
            printed: factsNamed(of, /\bpanels?\b/i).map(evidenceOf),
            recomputed:
              'amplification selects patients and divides them; from which copy number on is not printed',
            test: 'a criterion of entry against its threshold',
            explanation: 'Panels call amplifications from different copy numbers on.',
          } as const,
        ]
      : []),
    ...(fusions.length > 0 && of.study.selection === 'singleCase' && proof.length === 0
      ? [
          {
            about: 'proof of the fusion',
            certainty: 'likely',
            printed: fusions.map(evidenceOf),
            recomputed: 'neither the specimen that was sequenced nor a second method is printed',
            test: 'a fusion that decides treatment against its proof',
            explanation: 'A single call may be an artefact, or be of another specimen.',
          } as const,
        ]
      : []),
  ];
}
