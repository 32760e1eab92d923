/**
 * Uptake of somatostatin-receptor and FDG tracers. A scintigram with indium-111 counts as receptor imaging, but it
 * carries no Krenning score of a PET: where a score is asked and none is recorded, the answer is unknown. What a
 * scintigram does not show is not excluded; a receptor PET settles it.
 */
import * as z from 'zod';
import type { ImagingStudy } from '../../case/index.ts';
import { isMet, isUnknown, isUnmet, type LeafAnswer } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import {
  canMissUptake,
  contradictsItself,
  isAvid,
  scanText,
  standingScan,
  type TracerFamily,
  uptakeOf,
} from './standing-scan.ts';

type AskedUptake = 'positive' | 'intense' | 'negative';

const scanNames: Readonly<Record<TracerFamily, string>> = {
  SSTR: 'somatostatin-receptor PET',
  FDG: 'FDG PET',
};

/** The scan shows less than asked: no, unless it can miss it. */
function showsLess(scan: ImagingStudy): LeafAnswer {
  const datum = datumOf(scan, scanText(scan));
  return canMissUptake(scan) ? isUnknown('assayCanMiss', scanNames.SSTR, datum) : isUnmet(datum);
}

function uptake(family: TracerFamily, is: AskedUptake, scan: ImagingStudy | undefined): LeafAnswer {
  const settledBy = scanNames[family];
  if (scan === undefined) return isUnknown('notRecorded', settledBy);
  const datum = datumOf(scan, scanText(scan));
  const seen = uptakeOf(scan);
  if (seen === 'unstated') return isUnknown('notRecorded', `state the uptake of the ${settledBy}`, datum);
  if (contradictsItself(scan))
    return isUnknown('conflicting', 'look up whether any lesion takes the tracer up', datum);
  if (is === 'intense') {
    if (seen === 'positive') return isUnknown('notRecorded', 'state how strong the uptake is', datum);
    return seen === 'intense' ? isMet(datum) : showsLess(scan);
  }
  if (seen === 'low') return isUnknown('equivocal', settledBy, datum);
  if (is === 'positive') return isAvid(scan) ? isMet(datum) : showsLess(scan);
  if (isAvid(scan)) return isUnmet(datum);
  return canMissUptake(scan) ? isUnknown('assayCanMiss', settledBy, datum) : isMet(datum);
}

export const sstrUptakeLeaf = defineLeaf({
  name: 'sstrUptake',
  schema: z.strictObject({
    is: z.enum(['positive', 'intense', 'negative']),
    everyLesion: z.literal(true).exactOptional(),
    krenningAtLeast: z.int().min(1).max(4).exactOptional(),
  }),
  evaluate({ is, everyLesion, krenningAtLeast }, subject) {
    const scan = standingScan(subject, 'SSTR');
    const base = uptake('SSTR', is, scan);
    if (base.truth !== 'met' || scan === undefined) return base;
    if (krenningAtLeast !== undefined) {
      if (scan.krenning === undefined) {
        const score = 'score the uptake (Krenning) on a somatostatin-receptor PET';
        return isUnknown('notRecorded', score, ...base.data);
      }
      if (scan.krenning < krenningAtLeast) return showsLess(scan);
    }
    if (everyLesion === true) {
      if (scan.uptakePattern === 'unstated')
        return isUnknown('notRecorded', 'compare the uptake lesion by lesion', ...base.data);
      if (scan.uptakePattern === 'someLesions') return showsLess(scan);
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
  evaluate: ({ is }, subject) => uptake('FDG', is, standingScan(subject, 'FDG')),
  print: ({ is }) => `FDG PET ${is}`,
});
