/**
 * The genes that the source papers, neuroendocrine neoplasms and tissue-agnostic drugs need. Symbols are those approved
 * by HGNC; aliases are former symbols and protein names in clinical use. The role is the one generally held in cancer
 * (COSMIC Cancer Gene Census; Vogelstein 2013, PMID 23539594): `oncogene`, `suppressor`, `both`, or `other` for a
 * target, marker or enzyme that is neither. HGNC numbers are left out until they are read from HGNC itself.
 */

/** How a gene acts in cancer. */
export type GeneRole = 'oncogene' | 'suppressor' | 'both' | 'other';

/** What is known of a gene without a sequence. */
export interface GeneFacts {
  /** The approved symbol. */
  readonly symbol: string;
  readonly aliases: readonly string[];
  readonly role: GeneRole;
  /** Chromosome and arm; `undefined` where it was not entered. */
  readonly arm?: string;
}

const gene = (symbol: string, role: GeneRole, arm: string, ...aliases: string[]): GeneFacts => ({
  symbol,
  aliases,
  role,
  arm,
});

/** The catalogue, in alphabetical order. */
export const geneFacts: readonly GeneFacts[] = [
  gene('ABCC3', 'other', '17q', 'MRP3'),
  gene('ALK', 'oncogene', '2p', 'CD246'),
  gene('ATM', 'suppressor', '11q'),
  gene('ATRX', 'suppressor', 'Xq'),
  gene('BAP1', 'suppressor', '3p'),
  gene('BRAF', 'oncogene', '7q', 'B-RAF'),
  gene('BRCA2', 'suppressor', '13q', 'FANCD1'),
  gene('CCND1', 'oncogene', '11q', 'Cyclin D1', 'BCL1'),
  gene('CDK4', 'oncogene', '12q'),
  gene('CDK6', 'oncogene', '7q'),
  gene('CDKN2A', 'suppressor', '9p', 'p16', 'INK4A', 'p16INK4A'),
  gene('DAXX', 'suppressor', '6p'),
  gene('DLL3', 'other', '19q'),
  gene('EGFR', 'oncogene', '7p', 'ERBB1', 'HER1'),
  gene('ERBB2', 'oncogene', '17q', 'HER2', 'HER-2', 'HER2/neu', 'NEU'),
  gene('ETV6', 'both', '12p', 'TEL'),
  gene('KIF11', 'other', '10q', 'EG5', 'KSP'),
  gene('KIT', 'oncogene', '4q', 'c-KIT', 'cKIT', 'CD117', 'SCFR'),
  gene('KRAS', 'oncogene', '12p', 'K-RAS', 'KRAS2'),
  gene('MCL1', 'oncogene', '1q', 'MCL-1'),
  gene('MDM2', 'oncogene', '12q', 'HDM2'),
  gene('MEN1', 'suppressor', '11q', 'menin'),
  gene('MET', 'oncogene', '7q', 'c-MET', 'cMET', 'HGFR'),
  gene('MGMT', 'other', '10q', 'AGT'),
  gene('MLH1', 'suppressor', '3p'),
  gene('MSH2', 'suppressor', '2p'),
  gene('MSH6', 'suppressor', '2p', 'GTBP'),
  gene('NF1', 'suppressor', '17q', 'neurofibromin'),
  gene('NF2', 'suppressor', '22q', 'merlin'),
  gene('NTRK1', 'oncogene', '1q', 'TRKA', 'TRK-A'),
  gene('NTRK2', 'oncogene', '9q', 'TRKB', 'TRK-B'),
  gene('NTRK3', 'oncogene', '15q', 'TRKC', 'TRK-C'),
  gene('PDGFRA', 'oncogene', '4q', 'CD140A', 'PDGFR2'),
  gene('PIK3CA', 'oncogene', '3q'),
  gene('PMS2', 'suppressor', '7p'),
  gene('PTEN', 'suppressor', '10q', 'MMAC1'),
  gene('RB1', 'suppressor', '13q', 'RB'),
  gene('RET', 'oncogene', '10q'),
  gene('ROS1', 'oncogene', '6q'),
  gene('SMAD4', 'suppressor', '18q', 'DPC4'),
  gene('SSTR2', 'other', '17q', 'SST2'),
  gene('TP53', 'suppressor', '17p', 'p53'),
  gene('TSC1', 'suppressor', '9q', 'hamartin'),
  gene('TSC2', 'suppressor', '16p', 'tuberin'),
  gene('VHL', 'suppressor', '3p'),
];
