/**
 * Small files in the formats of fusion callers, made up for the tests: no row is of a patient. Places of ETV6 and NTRK3
 * are borders of their exons on GRCh38, so that the verdicts are those of real junctions; names like GENEA are not genes.
 */
const table = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.join('\t')).join('\n')}\n`;

/** Arriba 2: columns in their present order. */
export const arribaFile = table([
  [
    '#gene1',
    'gene2',
    'strand1(gene/fusion)',
    'strand2(gene/fusion)',
    'breakpoint1',
    'breakpoint2',
    'site1',
    'site2',
    'type',
    'split_reads1',
    'split_reads2',
    'discordant_mates',
    'coverage1',
    'coverage2',
    'confidence',
    'reading_frame',
    'tags',
    'retained_protein_domains',
    'closest_genomic_breakpoint1',
    'closest_genomic_breakpoint2',
    'gene_id1',
    'gene_id2',
    'transcript_id1',
    'transcript_id2',
    'direction1',
    'direction2',
    'filters',
    'fusion_transcript',
    'peptide_sequence',
    'read_identifiers',
  ],
  // In frame, both borders.
  'ETV6 NTRK3 +/+ -/- 12:11869969 15:87940753 CDS/splice-site CDS/splice-site translocation 3 2 4 80 9 high in-frame . PNT(100%)|Kinase(100%) . . G1 G2 T1 T2 downstream downstream duplicates(1) ACGT|TTGA . r1'.split(
    ' ',
  ),
  // The caller says out of frame where the borders are in frame: a conflict.
  'ETV6 NTRK3 +/+ -/- 12:11853561 15:87940753 CDS/splice-site CDS/splice-site translocation 1 1 0 80 9 medium out-of-frame . PNT(100%)|Kinase(100%) . . G1 G2 T1 T2 downstream downstream . ACGT|TTGA . r2'.split(
    ' ',
  ),
  // Both keep their 5' end.
  'ETV6 NTRK3 +/+ -/+ 12:11869969 15:87940753 CDS/splice-site CDS/splice-site translocation 1 0 1 80 9 low . . . . . G1 G2 T1 T2 downstream upstream . . . r3'.split(
    ' ',
  ),
  // Two places in one gene.
  'KIT KIT +/+ +/+ 4:54727000 4:54727300 CDS CDS deletion 5 5 0 50 50 high in-frame . . . . G3 G3 T3 T3 downstream upstream . . . r4'.split(
    ' ',
  ),
  // A place between genes.
  'GENEA GENEB(4960),GENEC(18693) +/+ ./- 1:1000 1:90000 intron intergenic inversion 0 0 5 6 17 low . . . . . G4 . . . downstream downstream . . . r5'.split(
    ' ',
  ),
  // A linker of three bases, and a stop codon that the caller states.
  'ETV6 NTRK3 +/+ -/- 12:11869969 15:87940753 CDS/splice-site CDS/splice-site translocation 2 2 2 80 9 low stop-codon . . . . G1 G2 T1 T2 downstream downstream . ACG|tag|TTGA . r6'.split(
    ' ',
  ),
]);

/** An early Arriba: other order, fewer columns. */
export const oldArribaFile = table([
  [
    '#gene1',
    'gene2',
    'breakpoint1',
    'breakpoint2',
    'strand1',
    'strand2',
    'split_reads1',
    'split_reads2',
    'discordant_mates',
    'confidence',
    'reading_frame',
  ],
  ['ETV6', 'NTRK3', '12:11869969', '15:87940753', '+', '-', '3', '2', '4', 'high', 'in-frame'],
]);

/** STAR-Fusion, abridged. */
export const starFusionFile = table([
  [
    '#FusionName',
    'JunctionReadCount',
    'SpanningFragCount',
    'est_J',
    'est_S',
    'SpliceType',
    'LeftGene',
    'LeftBreakpoint',
    'RightGene',
    'RightBreakpoint',
    'LargeAnchorSupport',
    'FFPM',
    'annots',
  ],
  'ETV6--NTRK3 7 1 7.00 1.00 ONLY_REF_SPLICE ETV6^ENSG1 chr12:11869969:+ NTRK3^ENSG2 chr15:87940753:- YES_LDAS 0.8 [] '
    .split(' ')
    .slice(0, 13),
  'NTRK3--ETV6 2 0 2.00 0.00 ONLY_REF_SPLICE NTRK3^ENSG2 chr15:87940900:- ETV6^ENSG1 chr12:11870500:+ NO_LDAS 0.2 [] '
    .split(' ')
    .slice(0, 13),
]);

/** STAR-Fusion with its coding effect. */
export const codingEffectFile = table([
  [
    '#FusionName',
    'JunctionReadCount',
    'SpanningFragCount',
    'SpliceType',
    'LeftGene',
    'LeftBreakpoint',
    'RightGene',
    'RightBreakpoint',
    'FFPM',
    'annots',
    'CDS_LEFT_ID',
    'CDS_LEFT_RANGE',
    'CDS_RIGHT_ID',
    'CDS_RIGHT_RANGE',
    'PROT_FUSION_TYPE',
    'PFAM_LEFT',
    'PFAM_RIGHT',
  ],
  'ETV6--NTRK3 7 1 ONLY_REF_SPLICE ETV6^ENSG1 chr12:11869969:+ NTRK3^ENSG2 chr15:87940753:- 0.8 [] ENST00000396373 1-1009 ENST00000629765 1585-2520 INFRAME SAM_PNT|40-125 PK_Tyr|538-824'.split(
    ' ',
  ),
]);

/** ctat-LR-fusion. */
export const longReadFile = table([
  [
    '#FusionName',
    'num_LR',
    'LeftGene',
    'LeftBreakpoint',
    'RightGene',
    'RightBreakpoint',
    'SpliceType',
    'LR_FFPM',
  ],
  [
    'ETV6--NTRK3',
    '22.0',
    'ETV6',
    'chr12:11869969:+',
    'NTRK3',
    'chr15:87940753:-',
    'ONLY_REF_SPLICE',
    '14.73',
  ],
]);

/** FusionCatcher. */
export const fusionCatcherFile = table([
  [
    'Gene_1_symbol(5end_fusion_partner)',
    'Gene_2_symbol(3end_fusion_partner)',
    'Fusion_description',
    'Counts_of_common_mapping_reads',
    'Spanning_pairs',
    'Spanning_unique_reads',
    'Longest_anchor_found',
    'Fusion_finding_method',
    'Fusion_point_for_gene_1(5end_fusion_partner)',
    'Fusion_point_for_gene_2(3end_fusion_partner)',
    'Gene_1_id(5end_fusion_partner)',
    'Gene_2_id(3end_fusion_partner)',
    'Predicted_effect',
  ],
  'ETV6 NTRK3 known 0 6 4 25 BOWTIE 12:11869969:+ 15:87940753:- ENSG1 ENSG2 in-frame'.split(' '),
  'GENEA GENEB adjacent,readthrough 0 2 2 20 BOWTIE 1:100:+ 1:900:+ ENSG3 ENSG4 UTR/CDS(truncated)'.split(
    ' ',
  ),
]);

/** cBioPortal's data_sv.txt, with a row that is cut short and one of a single gene. */
export const cbioportalFile = table([
  [
    'Sample_Id',
    'SV_Status',
    'Site1_Hugo_Symbol',
    'Site1_Chromosome',
    'Site1_Position',
    'Site1_Region',
    'Site1_Region_Number',
    'Site2_Hugo_Symbol',
    'Site2_Chromosome',
    'Site2_Position',
    'Site2_Region',
    'Site2_Region_Number',
    'Site2_Effect_on_Frame',
    'NCBI_Build',
    'Class',
    'Connection_Type',
    'DNA_Support',
    'Tumor_Split_Read_Count',
  ],
  // Site 2 is the 5' partner; the breaks lie in the introns after ETV6 exon 5 and before NTRK3 exon 15.
  'S1 SOMATIC NTRK3 15 87950753 Intron 14 ETV6 12 11873969 Intron 5 In_frame GRCh38 TRANSLOCATION 3to5 Yes 12'.split(
    ' ',
  ),
  'S1 SOMATIC EGFR 7 55019000 Intron 1 EGFR 7 55155000 Intron 7 In_frame GRCh38 DELETION 5to3 Yes 40'.split(
    ' ',
  ),
  'S2 SOMATIC ETV6 12 11873969 Intron 5 NTRK3 15 87950753 Intron 14 NA GRCh38 TRANSLOCATION 5to5 Yes 3'.split(
    ' ',
  ),
  'S3 SOMATIC ETV6 12 11873969 Intron 5 NTRK3 15'.split(' '),
  'S4 SOMATIC ETV6 12 11873969 Intron 5 NTRK3 15 87950753 Intron 14 NA GRCh38 TRANSLOCATION NA Yes 3 extra'.split(
    ' ',
  ),
]);

/** The older table of cBioPortal, one row for each gene. */
export const mafFusionFile = table([
  [
    'Hugo_Symbol',
    'Entrez_Gene_Id',
    'Center',
    'Tumor_Sample_Barcode',
    'Fusion',
    'DNA_support',
    'RNA_support',
    'Method',
    'Frame',
  ],
  ['ETV6', '2120', 'X', 'S1', 'ETV6-NTRK3 fusion', 'yes', 'no', 'made up', 'in frame'],
  ['NTRK3', '4916', 'X', 'S1', 'ETV6-NTRK3 fusion', 'yes', 'no', 'made up', 'in frame'],
  ['EGFR', '1956', 'X', 'S2', 'EGFR-intragenic', 'yes', 'no', 'made up', 'unknown'],
]);

/** PCGR's input. */
export const breakpointTableFile = table([
  ['FusionGene', 'LeftBreakpoint', 'RightBreakpoint', 'SplitReads'],
  ['ETV6--NTRK3', '12:11869969', '15:87940753', '30'],
  ['NOPARTNER', '1:100', '1:900', '30'],
]);

/** A table by exons. */
export const exonTableFile = table([
  ['gene5', 'exon5', 'transcript5', 'gene3', 'exon3', 'transcript3', 'reads'],
  ['ETV6', '4', 'ENST00000396373', 'NTRK3', '14', 'ENST00000629765', '11'],
  ['ETV6', 'exon 4', '', 'NTRK3', 'exon 14', '', '11'],
]);
