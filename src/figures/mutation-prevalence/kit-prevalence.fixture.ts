/**
 * KIT in paper 002. By exon and by tumour type: Table 1 (lines 217-286), exons by the codons of ENST00000288135. Series that
 * the paper cites: lines 49-51 and 327-332.
 */
import { type MutationPrevalenceData, mutationPrevalenceData } from './mutation-prevalence-data.ts';

/** The prevalence of KIT mutations in paper 002. */
export const kitPrevalence = (): MutationPrevalenceData =>
  mutationPrevalenceData.parse({
    title: 'KIT mutations by exon, tumour type and series',
    source: 'paper 002, Table 1 and text',
    notes: [
      'Enrolment asked for a KIT alteration, so shares by tumour type are of those enrolled, not of the tumour',
    ],
    mutation: 'KIT mutation',
    panels: [
      {
        title: 'By exon',
        of: 'patients with a KIT mutation',
        rows: [
          { label: 'Exon 5', count: 1, tested: 16 },
          { label: 'Exon 9', count: 0, tested: 16 },
          { label: 'Exon 10', count: 1, tested: 16 },
          { label: 'Exon 11', count: 10, tested: 16 },
          { label: 'Exon 13', count: 3, tested: 16 },
          { label: 'Exon 17', count: 0, tested: 16 },
          { label: 'Exon 19', count: 1, tested: 16 },
        ],
      },
      {
        title: 'By tumour type',
        of: 'patients enrolled with a KIT mutation or amplification',
        order: 'frequency',
        rows: [
          { label: 'Acral melanoma', count: 9, tested: 10 },
          { label: 'Mucosal melanoma', count: 3, tested: 3 },
          { label: 'Cutaneous melanoma', count: 2, tested: 2 },
          { label: 'Breast', count: 1, tested: 1 },
          { label: 'Ovary', count: 1, tested: 1 },
          { label: 'Unknown origin', count: 0, tested: 1 },
        ],
      },
      {
        title: 'In series that the paper cites',
        of: 'patients or tumours tested',
        order: 'frequency',
        rows: [
          { label: 'Phase 1 referrals', count: 7, tested: 431, printed: '2%', source: 'lines 49-51' },
          { label: 'Solid cancers', count: 15, tested: 334, source: 'lines 329-331' },
          {
            label: 'Adenoid cystic carcinoma, exons 11 and 17',
            count: 0,
            tested: 53,
            source: 'lines 327-329',
          },
        ],
      },
    ],
  });
