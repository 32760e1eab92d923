/**
 * Uptake of somatostatin-receptor and FDG tracers, and the mismatch of the two. A scintigram with indium-111 counts
 * as receptor imaging, but it carries no Krenning score of a PET: where a score is asked and none is recorded, the
 * answer is unknown.
 */
import * as z from 'zod';
import { type ImagingStudy, tracerFamily } from '../../case/index.ts';
import { isMet, isUnknown, isUnmet, type LeafAnswer } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { Subject } from '../subject.ts';

const studiesOf = ({ record }: Subject, family: 'SSTR' | 'FDG'): ImagingStudy[] =>
  record.imaging.filter((study) => study.tracer !== undefined && tracerFamily(study.tracer) === family);

/** The uptake as stated, else as its Krenning score says: 0 none, 1 below the liver, 2 like it, 3 and 4 above it. */
function uptakeOf({ uptake, krenning }: ImagingStudy): ImagingStudy['uptake'] {
  if (uptake !== 'unstated' || krenning === undefined) return uptake;
  if (krenning >= 3) return 'intense';
  return krenning === 2 ? 'positive' : krenning === 1 ? 'low' : 'none';
}

const isAvid = (study: ImagingStudy): boolean =>
  ['positive', 'intense', 'moderate'].includes(uptakeOf(study));

const studyText = (study: ImagingStudy): string =>
  [
    `${study.tracer ?? 'tracer not stated'} ${study.modality}`,
    `uptake ${study.uptake === 'unstated' ? 'not stated' : study.uptake}`,
    study.krenning === undefined ? undefined : `Krenning ${study.krenning}`,
  ]
    .filter((word) => word !== undefined)
    .join(', ');

function uptake(
  family: 'SSTR' | 'FDG',
  is: 'positive' | 'intense' | 'negative',
  subject: Subject,
): LeafAnswer {
  const settledBy = family === 'SSTR' ? 'somatostatin-receptor PET' : 'FDG PET';
  const study = mostRecent(studiesOf(subject, family));
  if (study === undefined) return isUnknown('notTested', settledBy);
  const datum = datumOf(study, studyText(study));
  const seen = uptakeOf(study);
  if (seen === 'unstated') return isUnknown('notRecorded', `state the uptake of the ${settledBy}`, datum);
  if (is === 'negative') {
    if (seen === 'none') return isMet(datum);
    return seen === 'low' ? isUnknown('equivocal', settledBy, datum) : isUnmet(datum);
  }
  if (is === 'positive') {
    if (isAvid(study)) return isMet(datum);
    return seen === 'low' ? isUnknown('equivocal', settledBy, datum) : isUnmet(datum);
  }
  if (seen === 'positive') return isUnknown('notRecorded', `state how strong the uptake is`, datum);
  return seen === 'intense' ? isMet(datum) : isUnmet(datum);
}

export const sstrUptakeLeaf = defineLeaf({
  name: 'sstrUptake',
  schema: z.strictObject({
    is: z.enum(['positive', 'intense', 'negative']),
    everyLesion: z.literal(true).exactOptional(),
    krenningAtLeast: z.int().min(1).max(4).exactOptional(),
  }),
  evaluate({ is, everyLesion, krenningAtLeast }, subject) {
    const base = uptake('SSTR', is, subject);
    const study = mostRecent(studiesOf(subject, 'SSTR'));
    if (base.truth !== 'met' || study === undefined) return base;
    const datum = datumOf(study, studyText(study));
    if (krenningAtLeast !== undefined) {
      if (study.krenning === undefined) {
        return isUnknown('notRecorded', 'score the uptake (Krenning) on a somatostatin-receptor PET', datum);
      }
      if (study.krenning < krenningAtLeast) return isUnmet(datum);
    }
    if (everyLesion === true) {
      if (study.uptakePattern === 'unstated')
        return isUnknown('notRecorded', 'compare the uptake lesion by lesion', datum);
      if (study.uptakePattern === 'someLesions') return isUnmet(datum);
    }
    return base;
  },
  print: ({ is, everyLesion, krenningAtLeast }) =>
    [
      `somatostatin-receptor imaging ${is}`,
      krenningAtLeast === undefined ? undefined : `Krenning at least ${krenningAtLeast}`,
      everyLesion === true ? 'in every lesion' : undefined,
    ]
      .filter((word) => word !== undefined)
      .join(', '),
});

export const fdgUptakeLeaf = defineLeaf({
  name: 'fdgUptake',
  schema: z.strictObject({ is: z.enum(['positive', 'intense', 'negative']) }),
  evaluate: ({ is }, subject) => uptake('FDG', is, subject),
  print: ({ is }) => `FDG PET ${is}`,
});

/** Lesions that take up FDG and no somatostatin-receptor tracer: they argue against radioligand therapy. */
export const uptakeMismatchLeaf = defineLeaf({
  name: 'uptakeMismatch',
  schema: z.strictObject({ present: z.literal(true) }),
  evaluate(_question, subject) {
    const sstr = mostRecent(studiesOf(subject, 'SSTR'));
    const fdg = mostRecent(studiesOf(subject, 'FDG'));
    if (sstr === undefined || fdg === undefined) {
      return isUnknown('notTested', 'FDG PET and somatostatin-receptor PET side by side');
    }
    const data = [datumOf(sstr, studyText(sstr)), datumOf(fdg, studyText(fdg))];
    if (isAvid(fdg) && uptakeOf(sstr) === 'none') return isMet(...data);
    if (uptakeOf(fdg) === 'none') return isUnmet(...data);
    if (isAvid(sstr) && sstr.uptakePattern === 'allLesions') return isUnmet(...data);
    return isUnknown('notRecorded', 'compare the two scans lesion by lesion', ...data);
  },
  print: () => 'lesions that take up FDG but no somatostatin-receptor tracer',
});
