/** What a classification is made from, as plain data that any record can be adapted to. */
import type { DifferentiationMarker } from './differentiation-markers.ts';
import type { Ki67Observation } from './ki67.ts';
import type { Necrosis } from './lung-class.ts';
import type { TumourComponent } from './minen-components.ts';
import type { MitosesConvention, MitosesObservation } from './mitoses.ts';
import type { Differentiation, Morphology } from './nen-class.ts';
import type { PrintedDiagnosis } from './printed-diagnosis.ts';
import type { Site } from './site.ts';

/** How sure the primary is. */
export const siteCertainties = ['established', 'likely', 'possible', 'unknown'] as const;
export type SiteCertainty = (typeof siteCertainties)[number];

/** What is known of a tumour, as plain data. Absent lists are empty. */
export interface ClassificationInput {
  /** Printed diagnoses, oldest first; the newest that names a neuroendocrine neoplasm leads. */
  readonly printed: readonly PrintedDiagnosis[];
  /** Grades printed apart from a diagnosis ("G2", "grade 1"), oldest first; they come before those in diagnoses. */
  readonly gradesPrinted?: readonly string[];
  /** True when the tumour is known to be neuroendocrine though no printed diagnosis says so. */
  readonly neuroendocrine?: boolean;
  readonly site: Site;
  readonly siteCertainty: SiteCertainty;
  /** Other sites that the primary could be. */
  readonly alternativeSites: readonly Site[];
  readonly differentiation: Differentiation;
  readonly morphology: Morphology;
  readonly necrosis: Necrosis;
  readonly ki67: readonly Ki67Observation[];
  readonly mitoses: readonly MitosesObservation[];
  readonly markers: readonly DifferentiationMarker[];
  readonly components: readonly TumourComponent[];
  /** Overrides the edition's own convention for fields of unknown size. */
  readonly mitosesConvention?: MitosesConvention;
  /** The day of the decision, in days since 1970-01-01; absent means today's edition. */
  readonly day?: number;
}

/** An input with nothing known; spread it and add what is known. */
export const nothingKnown: ClassificationInput = {
  printed: [],
  site: 'unknown',
  siteCertainty: 'unknown',
  alternativeSites: [],
  differentiation: 'unstated',
  morphology: 'unstated',
  necrosis: 'unstated',
  ki67: [],
  mitoses: [],
  markers: [],
  components: [],
};
