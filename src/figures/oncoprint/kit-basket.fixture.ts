/**
 * The landscape of paper 002: Table 1 (lines 217-286), one row a patient. KIT mutation and amplification are answered for
 * everybody, so KIT is tested; of the column "NGS result" the genes covered are not stated, so no other gene is negative.
 */
import { type OncoprintData, oncoprintData } from './oncoprint-data.ts';

type Row = readonly [
  patient: string,
  tumour: string,
  variant: string | null,
  isAmplified: boolean,
  others: string,
  response: string | null,
];

const rows: readonly Row[] = [
  ['Pt-01', 'Acral melanoma', 'L576P', false, 'CDKN2A deletion', 'PR'],
  ['Pt-02', 'Acral melanoma', 'L576P', false, 'CDKN2A deletion', 'PD'],
  ['Pt-03', 'Acral melanoma', 'L576P', false, '', 'PR'],
  ['Pt-04', 'Acral melanoma', 'L576P', false, 'MET amp,CDKN2A deletion,EGFR amp,PDGFRA amp,CDK6 amp', 'PR'],
  ['Pt-05', 'Acral melanoma', 'L576P', false, 'BRCA2 deletion,NF2 deletion', 'SD'],
  ['Pt-06', 'Acral melanoma', 'L576P', false, '', 'PR'],
  ['Pt-07', 'Breast', 'T304A', false, 'ERBB2 amp,CCND1 amp,ABCC3 amp', 'SD'],
  ['Pt-08', 'Acral melanoma', 'N655K', false, 'CDK4 amp,MDM2 amp', 'PR'],
  ['Pt-09', 'Cutaneous melanoma', 'D579del', false, '', 'PD'],
  ['Pt-10', 'Ovary', 'M537L', false, '', 'PD'],
  ['Pt-11', 'Acral melanoma', 'I571V', false, '', null],
  ['Pt-12', 'Mucosal melanoma', 'V560A', false, '', 'PD'],
  ['Pt-13', 'Mucosal melanoma', 'W557G', true, 'PDGFRA amp', 'PR'],
  ['Pt-14', 'Acral melanoma', 'K642E', true, 'PDGFRA amp', 'CR'],
  ['Pt-15', 'Cutaneous melanoma', 'K642I', true, '', 'PD'],
  ['Pt-16', 'MUO', null, true, '', 'PD'],
  ['Pt-17', 'Mucosal melanoma', 'N882Y', true, '', 'PD'],
  ['Pt-18', 'Acral melanoma', null, true, '', 'PD'],
];

const others = rows.flatMap(([patient, , , , found]) =>
  found
    .split(',')
    .filter((each) => each !== '')
    .map((each) => {
      const [gene = '', word] = each.split(' ');
      return { patient, gene, kind: word === 'amp' ? 'amplification' : 'deepDeletion', label: each };
    }),
);

/** The oncoprint of paper 002. */
export const kitBasketLandscape = (): OncoprintData =>
  oncoprintData.parse({
    title: 'Genomic landscape of solid tumours with KIT alterations',
    source: 'paper 002, Table 1 (lines 217-286)',
    notes: [
      '"Deletion" of Table 1 is drawn as deep deletion; the paper does not say how deep',
      'Pt-11 withdrew consent; no response is printed',
    ],
    genes: ['KIT', ...new Set(others.map(({ gene }) => gene))],
    clinicalRows: ['Best response', 'Tumour type'],
    patients: rows.map(([id, tumour, , , , response]) => ({
      id,
      clinical: { 'Tumour type': tumour, ...(response === null ? {} : { 'Best response': response }) },
      tested: ['KIT'],
    })),
    alterations: [
      ...rows.flatMap(([patient, , variant, isAmplified]) => [
        ...(variant === null
          ? []
          : [
              {
                patient,
                gene: 'KIT',
                kind: 'mutation',
                class: variant.endsWith('del') ? 'inFrame' : 'missense',
                label: variant,
              },
            ]),
        ...(isAmplified ? [{ patient, gene: 'KIT', kind: 'amplification' }] : []),
      ]),
      ...others,
    ],
  });
