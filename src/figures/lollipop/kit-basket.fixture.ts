/**
 * KIT in paper 002: Table 1 (lines 217-286), one row a patient. Exons are the codons of ENST00000288135 (Ensembl 75, as in
 * the gene model of KIT), domains those of the NCBI Conserved Domain Database for NM_000222.
 */
import { type LollipopData, lollipopData } from './lollipop-data.ts';

type Row = readonly [patient: string, variant: string | null, isAmplified: boolean, response: string];

const rows: readonly Row[] = [
  ['Pt-01', 'L576P', false, 'PR'],
  ['Pt-02', 'L576P', false, 'PD'],
  ['Pt-03', 'L576P', false, 'PR'],
  ['Pt-04', 'L576P', false, 'PR'],
  ['Pt-05', 'L576P', false, 'SD'],
  ['Pt-06', 'L576P', false, 'PR'],
  ['Pt-07', 'T304A', false, 'SD'],
  ['Pt-08', 'N655K', false, 'PR'],
  ['Pt-09', 'D579del', false, 'PD'],
  ['Pt-10', 'M537L', false, 'PD'],
  ['Pt-11', 'I571V', false, 'notStated'],
  ['Pt-12', 'V560A', false, 'PD'],
  ['Pt-13', 'W557G', true, 'PR'],
  ['Pt-14', 'K642E', true, 'CR'],
  ['Pt-15', 'K642I', true, 'PD'],
  ['Pt-16', null, true, 'PD'],
  ['Pt-17', 'N882Y', true, 'PD'],
  ['Pt-18', null, true, 'PD'],
];

const exonCodons: readonly (readonly [start: number, end: number])[] = [
  [1, 23],
  [23, 113],
  [113, 207],
  [207, 252],
  [253, 309],
  [309, 372],
  [372, 411],
  [411, 449],
  [449, 514],
  [514, 549],
  [550, 592],
  [592, 627],
  [627, 664],
  [664, 714],
  [714, 745],
  [745, 787],
  [788, 828],
  [829, 866],
  [866, 899],
  [899, 934],
  [935, 976],
];

/** The lollipop of paper 002. */
export const kitBasket = (colourBy: LollipopData['colourBy']): LollipopData =>
  lollipopData.parse({
    title: 'KIT variants and best response to imatinib',
    subtitle: 'Solid tumours with KIT mutation or amplification',
    source: 'paper 002, Table 1 (lines 217-286)',
    notes: ['Pt-11 withdrew consent (lines 155-156); no response is printed'],
    gene: 'KIT',
    reference: 'ENST00000288135 (the paper names no transcript)',
    length: 976,
    exons: exonCodons.map(([start, end], at) => ({ number: at + 1, start, end })),
    domains: [
      { name: 'Ig_2', start: 44, end: 111 },
      { name: 'Ig', start: 230, end: 304 },
      { name: 'Ig4_SCFR', start: 311, end: 411 },
      { name: 'Ig', start: 426, end: 505 },
      { name: 'PTKc_Kit', start: 553, end: 928 },
      { name: 'Pkinase_Tyr', start: 771, end: 924 },
    ],
    domainSource: 'NCBI Conserved Domain Database, NM_000222',
    colourBy,
    patientsExamined: 18,
    mutations: rows.flatMap(([patient, variant, , bestResponse]) =>
      variant === null
        ? []
        : [
            {
              label: variant,
              position: Number(/\d+/.exec(variant)?.[0]),
              class: variant.endsWith('del') ? 'inFrame' : 'missense',
              bestResponse,
              patient,
            },
          ],
    ),
    notOnProtein: rows.flatMap(([patient, , isAmplified, bestResponse]) =>
      isAmplified ? [{ label: 'Amplification', bestResponse, patient }] : [],
    ),
  });
