/**
 * What a statement of this room rests on, and the statements themselves. A statement is a sentence with a code that
 * programs can test and a basis that a reader can check.
 */

/** Where a rule or a fact was read. `unverified` marks general knowledge that was not read at its source. */
export type Basis =
  | { readonly kind: 'paper'; readonly paper: string; readonly lines: readonly [number, number] }
  | {
      readonly kind: 'literature';
      readonly citation: string;
      readonly verified: 'abstract' | 'secondary' | 'unverified';
    };

/** `note`: worth knowing. `caution`: limits what can be concluded. `conflict`: two recorded facts do not fit. */
export type StatementWeight = 'note' | 'caution' | 'conflict';

/** One sentence about a tumour's classification. */
export interface Statement {
  readonly code: StatementCode;
  readonly weight: StatementWeight;
  readonly sentence: string;
  readonly basis?: Basis;
}

/** Every code that a statement of this room can carry. */
export const statementCodes = [
  'ki67NotAvailable',
  'ki67CrossesBoundary',
  'ki67ExactInterval',
  'ki67FewCells',
  'ki67CellsUnstated',
  'ki67NotAWholeCount',
  'ki67CountImpossible',
  'ki67Range',
  'ki67InEditionGap',
  'aspirate',
  'mitosesNotAvailable',
  'mitosesWord',
  'mitosesNoneSeen',
  'mitosesAreaUnknown',
  'mitosesAreaAssumed',
  'mitosesAreaSmall',
  'mitosesGradeAsPrinted',
  'mitosesConvention',
  'mitosesExactInterval',
  'mitosesCrossesBoundary',
  'gradeDiscordant',
  'proliferativeDiscordance',
  'gradeFromOneIndex',
  'gradeNotKnown',
  'gradeAtLeast',
  'gradeByHighest',
  'gradeNotApplicable',
  'gradeAsPrinted',
  'gradePrintedDiffers',
  'gradeNotForNec',
  'editionByYear',
  'editionWithoutGrade',
  'editionMissing',
  'editionG3WasNec',
  'editionAssumedForUnknownPrimary',
  'heterogeneous',
  'markerForNet',
  'markerForNec',
  'markerSaysNothing',
  'classByDifferentiation',
  'classByWords',
  'classByCounts',
  'classUndetermined',
  'classConflict',
  'componentsForMinen',
  'componentsTooSmall',
  'componentsOfOtherLineage',
  'componentWorst',
  'lungClass',
  'lungClassUnknown',
  'lungCountBeyondCarcinoid',
  'lungKi67DoesNotClassify',
  'wordsGradeOfCarcinoma',
  'wordsOlderNomenclature',
  'wordsAmbiguousCarcinoma',
  'wordsHighGradeCarcinoma',
  'wordsCarcinomaUnqualified',
  'wordsNotNeuroendocrine',
  'wordsHedged',
  'wordsExcluded',
  'wordsNotRead',
  'wordsGobletCell',
  'wordsShortForm',
  'wordsContradict',
  'wordsBesideOther',
] as const;
export type StatementCode = (typeof statementCodes)[number];

const who = (citation: string, verified: 'abstract' | 'secondary' | 'unverified'): Basis => ({
  kind: 'literature',
  citation,
  verified,
});

/** The sources that more than one rule of this room cites. */
export const sources = {
  who2010: who('WHO Classification of Tumours of the Digestive System, 4th edition, 2010', 'unverified'),
  who2017Paper: { kind: 'paper', paper: '004', lines: [48, 60] },
  who2019: who('WHO Classification of Tumours: Digestive System Tumours, 5th edition, 2019', 'abstract'),
  who2022: who('WHO Classification of Endocrine and Neuroendocrine Tumours, 5th edition, 2022', 'secondary'),
  who2021: who('WHO Classification of Tumours: Thoracic Tumours, 5th edition, 2021', 'abstract'),
  highGradeGep: who('Genomics of 181 high-grade gastroenteropancreatic neoplasms, PMC8630776', 'abstract'),
  enetsNec2023: who('Sorbye et al., ENETS guidance for digestive neuroendocrine carcinoma, 2023', 'abstract'),
  nordicNec2: who('Sorbye et al., NORDIC NEC 2, 2025', 'abstract'),
  netter2: who('Singh et al., NETTER-2, 2024', 'abstract'),
  discordancePaper: { kind: 'paper', paper: '004', lines: [1803, 1814] },
  receptorPaper: { kind: 'paper', paper: '004', lines: [1754, 1770] },
  receptorImaging: { kind: 'paper', paper: '004', lines: [1796, 1801] },
  gradeWordsPaper: { kind: 'paper', paper: '000', lines: [165, 171] },
  exactPoisson: who('Garwood, Biometrika 28:437, 1936', 'unverified'),
  exactInterval: who('Clopper and Pearson, Biometrika 26:404, 1934', 'unverified'),
} as const satisfies Record<string, Basis>;

/** `paper 004, lines 48-60`, or the citation, with a mark when it was not read at its source. */
export function basisText(basis: Basis): string {
  switch (basis.kind) {
    case 'paper':
      return `paper ${basis.paper}, lines ${basis.lines[0]}-${basis.lines[1]}`;
    case 'literature':
      return basis.verified === 'unverified' ? `${basis.citation} (general knowledge)` : basis.citation;
  }
}
