/**
 * The lesions of one patient over time, as RECIST 1.1 (Eisenhauer et al., Eur J Cancer 2009;45:228) follows them: target,
 * non-target and new ones, each with its state at every time point. All sizes are in millimetres.
 */
import type { DayDistance } from '../../units/index.ts';
import type { Measurement } from './target-response.ts';

/** A lesion of the baseline that is measured, one that is only followed, or one that was not there. */
export const lesionKinds = ['target', 'nonTarget', 'new'] as const;
export type LesionKind = (typeof lesionKinds)[number];

/** How a lesion was measured. */
export const lesionMethods = ['CT', 'MRI', 'radiograph', 'caliper', 'ultrasound', 'PET', 'other'] as const;
export type LesionMethod = (typeof lesionMethods)[number];

/** What was seen of a lesion at a time point. */
export type LesionState =
  | Measurement
  /** There, and not measured. */
  | { readonly kind: 'present' }
  /** There, and larger than last time; not an unequivocal progression. */
  | { readonly kind: 'increased' }
  /** Unequivocal progression of a non-target lesion (section 4.3.4). */
  | { readonly kind: 'progressed' }
  /** A possible new lesion that may be something else (section 4.3.5). */
  | { readonly kind: 'equivocal' };

/** What decides whether a lesion may be a target (sections 3.1 and 3.2). Absent parts are not stated. */
export interface LesionTraits {
  /** Whether it lies in a field irradiated before, and whether it has grown since. */
  readonly irradiated?: 'no' | 'progressedSince' | 'noProgressionShown';
  /** A cystic metastasis. */
  readonly isCystic?: boolean;
  /** A lesion of bone, with its soft-tissue component; null where it has none. */
  readonly boneSoftTissueMillimetres?: number | null;
  readonly method?: LesionMethod;
  /** Thickness of the slices of CT or MRI. */
  readonly sliceMillimetres?: number;
}

/** A lesion with its state at each time point of the record, in their order; absent: nothing was recorded. */
export interface FollowedLesion {
  readonly id: string;
  readonly kind: LesionKind;
  /** A lymph node: its short axis is measured. */
  readonly isNode: boolean;
  readonly organ?: string;
  readonly traits?: LesionTraits;
  readonly states: readonly (LesionState | undefined)[];
  /** Attenuation on contrast CT at each time point, in Hounsfield units; it changes no call. */
  readonly densities?: readonly (number | undefined)[];
  /** SUVmax of FDG at each time point; it changes no call. */
  readonly uptakes?: readonly (number | undefined)[];
}

/** When the lesions were looked at, in days from the start of treatment. */
export interface TimePoint {
  readonly label: string;
  readonly day: DayDistance;
  /** Tumour markers that were above normal at baseline and have not become normal: no complete response. */
  readonly isMarkerAboveNormal?: boolean;
  /** False where new lesions were not looked for everywhere. */
  readonly isSearchedForNew?: boolean;
  /** The treatment the patient is on, in any words that are the same while it is the same. */
  readonly treatment?: string;
}

/** The record of one patient; the first time point is the baseline. */
export interface LesionRecord {
  readonly patient: string;
  readonly timePoints: readonly TimePoint[];
  readonly lesions: readonly FollowedLesion[];
}
