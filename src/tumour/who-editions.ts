/**
 * The editions of the WHO classification that speak of neuroendocrine neoplasms, as data: year, organs, categories,
 * source. Criteria of 2017 stand as paper 004 states them (lines 48-60: for the whole gastroenteropancreatic tract,
 * although the book of that year is on endocrine organs and covers the pancreas). Years before 2010 are recorded
 * for their words only: their classes carried no G1 to G3.
 */
import { type Basis, sources } from './basis.ts';
import type { GradeLimits } from './grade-limits.ts';
import { type Site, siteGroups } from './site.ts';

export const editionIds = [
  'who2000Digestive',
  'who2010Digestive',
  'who2017Pancreas',
  'who2019Digestive',
  'who2022Neuroendocrine',
  'who2004Thoracic',
  'who2015Thoracic',
  'who2021Thoracic',
] as const;
export type EditionId = (typeof editionIds)[number];

/** The grade criteria of a digestive edition. */
export interface GradeScheme {
  readonly kind: 'grades';
  readonly ki67Percent: GradeLimits;
  readonly mitosesPer2mm2: GradeLimits;
  /** True where the edition itself equates ten high-power fields with 2 mm2. */
  readonly tenFieldsAre2mm2: boolean;
  /** Whether a well-differentiated tumour can be G3, or G3 is carcinoma by definition. */
  readonly g3: 'netOrNec' | 'necByDefinition';
}

/** Classes without grade. Mitoses per 2 mm2: below `atypicalFrom` typical, above `carcinoidUpTo` no longer carcinoid. */
export interface ThoracicScheme {
  readonly kind: 'thoracicClasses';
  readonly atypicalFrom: number;
  readonly carcinoidUpTo: number;
}

/** Classes by differentiation alone, without grades. */
export interface WordScheme {
  readonly kind: 'words';
  readonly categories: readonly string[];
}

/** One edition. */
export interface WhoEdition {
  readonly id: EditionId;
  readonly name: string;
  readonly year: number;
  /** The organs of the book. */
  readonly sites: readonly Site[];
  /** Further organs that a paper applies the edition to; offered as an alternative, never chosen silently. */
  readonly sitesAsStated?: { readonly sites: readonly Site[]; readonly basis: Basis };
  readonly scheme: GradeScheme | ThoracicScheme | WordScheme;
  readonly source: Basis;
  readonly remarks: readonly string[];
}

const mitosesPer2mm2: GradeLimits = { g1Upper: 2, g1UpperIncluded: false, g2Lower: 2, g3Above: 20 };
const ki67BelowThree: GradeLimits = { g1Upper: 3, g1UpperIncluded: false, g2Lower: 3, g3Above: 20 };
const ki67UpToTwo: GradeLimits = { g1Upper: 2, g1UpperIncluded: true, g2Lower: 3, g3Above: 20 };
const todaysGrades: GradeScheme = {
  kind: 'grades',
  ki67Percent: ki67BelowThree,
  mitosesPer2mm2,
  tenFieldsAre2mm2: false,
  g3: 'netOrNec',
};
const carcinoids: ThoracicScheme = { kind: 'thoracicClasses', atypicalFrom: 2, carcinoidUpTo: 10 };
const digestive = siteGroups.gastroenteropancreatic;
const thoracic = siteGroups.thoracic;
const literature = (citation: string): Basis => ({ kind: 'literature', citation, verified: 'unverified' });

/** Every edition, oldest first within digestive and within thoracic. */
export const whoEditions: readonly WhoEdition[] = [
  {
    id: 'who2000Digestive',
    name: 'WHO 2000 (endocrine tumours)',
    year: 2000,
    sites: digestive,
    scheme: {
      kind: 'words',
      categories: [
        'well-differentiated endocrine tumour',
        'well-differentiated endocrine carcinoma',
        'poorly differentiated endocrine carcinoma',
      ],
    },
    source: literature('WHO Histological Typing of Endocrine Tumours, 2nd edition, 2000; organs in WHO 2004'),
    remarks: [
      'A well-differentiated endocrine carcinoma of these years is what is now called a neuroendocrine tumour with spread.',
    ],
  },
  {
    id: 'who2010Digestive',
    name: 'WHO 2010 (digestive system)',
    year: 2010,
    sites: digestive,
    scheme: {
      kind: 'grades',
      ki67Percent: ki67UpToTwo,
      mitosesPer2mm2,
      tenFieldsAre2mm2: true,
      g3: 'necByDefinition',
    },
    source: sources.who2010,
    remarks: [
      'G1 ends at 2% and G2 begins at 3%: a Ki-67 between them belongs to neither category as printed.',
      'G3 was neuroendocrine carcinoma by definition; a well-differentiated tumour above 20% had no category.',
    ],
  },
  {
    id: 'who2017Pancreas',
    name: 'WHO 2017 (endocrine organs, pancreas)',
    year: 2017,
    sites: ['pancreas'],
    sitesAsStated: { sites: digestive, basis: sources.who2017Paper },
    scheme: todaysGrades,
    source: sources.who2017Paper,
    remarks: [
      'Paper 004 (lines 48-60) states these grades for the whole gastroenteropancreatic tract, "and/or" and no area counted.',
    ],
  },
  {
    id: 'who2019Digestive',
    name: 'WHO 2019 (digestive system)',
    year: 2019,
    sites: digestive,
    scheme: todaysGrades,
    source: sources.who2019,
    remarks: [
      'The higher of the two categories decides. Mitoses per 2 mm2; Ki-67 in hot spots, at least 500 cells.',
      'Neuroendocrine carcinoma is high grade and is not graded.',
    ],
  },
  {
    id: 'who2022Neuroendocrine',
    name: 'WHO 2022 (endocrine and neuroendocrine)',
    year: 2022,
    sites: digestive,
    scheme: todaysGrades,
    source: sources.who2022,
    remarks: ['Keeps the grades of 2019.'],
  },
  {
    id: 'who2004Thoracic',
    name: 'WHO 2004 (lung and thymus)',
    year: 2004,
    sites: thoracic,
    scheme: carcinoids,
    source: literature('WHO Pathology and Genetics of Tumours of the Lung, Pleura, Thymus and Heart, 2004'),
    remarks: ['Counts per 10 high-power fields, given as 2 mm2.'],
  },
  {
    id: 'who2015Thoracic',
    name: 'WHO 2015 (lung and thymus)',
    year: 2015,
    sites: thoracic,
    scheme: carcinoids,
    source: literature(
      'WHO Classification of Tumours of the Lung, Pleura, Thymus and Heart, 4th edition, 2015',
    ),
    remarks: [],
  },
  {
    id: 'who2021Thoracic',
    name: 'WHO 2021 (lung and thymus)',
    year: 2021,
    sites: thoracic,
    scheme: carcinoids,
    source: sources.who2021,
    remarks: [
      'Ki-67 does not classify. More than 10 mitoses per 2 mm2 is large cell or small cell carcinoma by definition, yet metastatic carcinoids may exceed it.',
    ],
  },
];
