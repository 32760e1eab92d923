/**
 * Lesions that take up FDG and no somatostatin-receptor tracer: they argue against radioligand therapy. Two scans that
 * are not compared lesion by lesion prove such a lesion in two ways: one tracer is taken up and the other nowhere, or
 * FDG is taken up by every lesion and the receptor tracer by some only. They exclude it in two ways: no lesion takes
 * up FDG, or every lesion takes up the receptor tracer.
 */
import * as z from 'zod';
import type { ImagingStudy } from '../../case/index.ts';
import type { Truth } from '../../truth/index.ts';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import {
  canMissUptake,
  contradictsItself,
  isAvid,
  scanText,
  standingScan,
  uptakeOf,
} from './standing-scan.ts';

/** What a scan says of the lesions that take its tracer up; `open` where it says nothing for certain. */
type LesionsWithUptake = 'none' | 'some' | 'every' | 'someOrEvery' | 'notEvery' | 'open';

function lesionsWithUptake(scan: ImagingStudy): LesionsWithUptake {
  if (contradictsItself(scan)) return 'open';
  if (uptakeOf(scan) === 'none') return 'none';
  const { uptakePattern } = scan;
  // Low uptake may count as none, and uptake that is not stated may be low: only its lack in some lesions is certain.
  if (!isAvid(scan)) return uptakePattern === 'someLesions' ? 'notEvery' : 'open';
  if (uptakePattern === 'allLesions') return 'every';
  return uptakePattern === 'someLesions' ? 'some' : 'someOrEvery';
}

/** The same for a scan that can miss lesions: what it shows stays, what it does not show becomes open. */
function lesionsAtLeast(seen: LesionsWithUptake): LesionsWithUptake {
  if (seen === 'every') return 'every';
  return seen === 'some' || seen === 'someOrEvery' ? 'someOrEvery' : 'open';
}

function hasMismatch(fdg: LesionsWithUptake, sstr: LesionsWithUptake): Truth {
  if (fdg === 'none' || sstr === 'every') return 'unmet';
  const anyAvid = fdg === 'some' || fdg === 'every' || fdg === 'someOrEvery';
  if (anyAvid && sstr === 'none') return 'met';
  return fdg === 'every' && (sstr === 'some' || sstr === 'notEvery') ? 'met' : 'unknown';
}

export const uptakeMismatchLeaf = defineLeaf({
  name: 'uptakeMismatch',
  schema: z.strictObject({ present: z.literal(true) }),
  evaluate(_question, subject) {
    const sstr = standingScan(subject, 'SSTR');
    const fdg = standingScan(subject, 'FDG');
    if (sstr === undefined || fdg === undefined)
      return isUnknown('notRecorded', 'FDG PET and somatostatin-receptor PET side by side');
    const scans = [sstr, fdg];
    const data = scans.map((scan) => datumOf(scan, scanText(scan)));
    const avid = lesionsWithUptake(fdg);
    const seen = lesionsWithUptake(sstr);
    const truth = hasMismatch(avid, canMissUptake(sstr) ? lesionsAtLeast(seen) : seen);
    if (truth === 'met') return isMet(...data);
    if (truth === 'unmet') return isUnmet(...data);
    if (hasMismatch(avid, seen) === 'met')
      return isUnknown('assayCanMiss', 'somatostatin-receptor PET', ...data);
    if (scans.some(contradictsItself))
      return isUnknown('conflicting', 'look up whether any lesion takes the tracer up', ...data);
    const reason = scans.some((scan) => uptakeOf(scan) === 'low') ? 'equivocal' : 'notRecorded';
    return isUnknown(reason, 'compare the two scans lesion by lesion', ...data);
  },
  print: () => 'lesions that take up FDG but no somatostatin-receptor tracer',
});
