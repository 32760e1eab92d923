/**
 * Classes of drugs and their order. A drug is placed in the classes for which it is given; that a kinase inhibitor
 * also reaches another kinase is recorded with its targets, not as a class. Phrases that name a class instead of a
 * drug ("somatostatin analogs") are read as the class and never as one of its members.
 */
import { abbreviation, type PrintedName, synonym } from './printed-name.ts';
import { generalKnowledge, paper, type Source } from './source.ts';

export interface DrugClass<Id extends string = string> {
  readonly id: Id;
  /** The class in plain words, singular. */
  readonly name: string;
  /** The classes that hold this one. */
  readonly parents: readonly string[];
  /** Phrases that name the class, beside its name. */
  readonly names: readonly PrintedName[];
}

function drugClass<const Id extends string>(
  id: Id,
  name: string,
  parents: readonly string[] = [],
  also: readonly PrintedName[] = [],
): DrugClass<Id> {
  return { id, name, parents, names: [{ text: name, sort: 'name', source: generalKnowledge }, ...also] };
}

const phrases = (source: Source, ...texts: readonly string[]): readonly PrintedName[] =>
  texts.map((text) => synonym(text, source));

/** Every class of the register. */
export const drugClasses = [
  drugClass(
    'cytotoxic',
    'cytotoxic chemotherapy',
    [],
    [
      ...phrases(paper('000', 9), 'conventional chemotherapy', 'chemotherapy'),
      abbreviation('CTX', paper('004', 1029)),
    ],
  ),
  drugClass(
    'platinum',
    'platinum',
    ['cytotoxic'],
    phrases(paper('004', 1377), 'platinum compound', 'platinum agent'),
  ),
  drugClass(
    'alkylating',
    'alkylating agent',
    ['cytotoxic'],
    phrases(paper('000', 184), 'alkylating agents', 'alkylator'),
  ),
  drugClass('nitrosourea', 'nitrosourea', ['alkylating']),
  drugClass(
    'topoisomerase-1-inhibitor',
    'topoisomerase 1 inhibitor',
    ['cytotoxic'],
    phrases(paper('004', 1368, 1369), 'topoisomerase I inhibitor'),
  ),
  drugClass(
    'topoisomerase-2-inhibitor',
    'topoisomerase 2 inhibitor',
    ['cytotoxic'],
    [synonym('topoisomerase II inhibitor')],
  ),
  drugClass('anthracycline', 'anthracycline', ['topoisomerase-2-inhibitor']),
  drugClass('antimetabolite', 'antimetabolite', ['cytotoxic']),
  drugClass('fluoropyrimidine', 'fluoropyrimidine', ['antimetabolite']),
  drugClass('tubulin-binding', 'tubulin-binding agent', ['cytotoxic']),
  drugClass('taxane', 'taxane', ['tubulin-binding']),
  drugClass('vinca-alkaloid', 'vinca alkaloid', ['tubulin-binding']),

  drugClass(
    'targeted',
    'targeted therapy',
    [],
    phrases(paper('004', 1127), 'targeted therapies', 'targeted agent'),
  ),
  drugClass('kinase-inhibitor', 'kinase inhibitor', ['targeted']),
  drugClass(
    'tyrosine-kinase-inhibitor',
    'tyrosine kinase inhibitor',
    ['kinase-inhibitor'],
    [abbreviation('TKI', paper('002', 389)), abbreviation('TKIs', paper('002', 389))],
  ),
  drugClass('kit-inhibitor', 'KIT inhibitor', ['tyrosine-kinase-inhibitor'], [synonym('c-KIT inhibitor')]),
  drugClass('pdgfr-inhibitor', 'PDGFR inhibitor', ['tyrosine-kinase-inhibitor']),
  drugClass('abl-inhibitor', 'BCR-ABL inhibitor', ['tyrosine-kinase-inhibitor'], [synonym('ABL inhibitor')]),
  drugClass(
    'trk-inhibitor',
    'TRK inhibitor',
    ['tyrosine-kinase-inhibitor'],
    [
      ...phrases(paper('001', 5), 'TRK-targeted therapy', 'TRK-targeted therapies'),
      ...phrases(paper('001', 267, 268), 'TRK-targeting therapy'),
      ...phrases(paper('001', 311), 'NTRK-targeted therapies', 'NTRK-targeted therapy', 'NTRK inhibitor'),
    ],
  ),
  drugClass('trk-inhibitor-first-generation', 'first-generation TRK inhibitor', ['trk-inhibitor']),
  drugClass(
    'trk-inhibitor-next-generation',
    'next-generation TRK inhibitor',
    ['trk-inhibitor'],
    [synonym('second-generation TRK inhibitor')],
  ),
  drugClass('ros1-inhibitor', 'ROS1 inhibitor', ['tyrosine-kinase-inhibitor']),
  drugClass('alk-inhibitor', 'ALK inhibitor', ['tyrosine-kinase-inhibitor']),
  drugClass('ret-inhibitor', 'RET inhibitor', ['tyrosine-kinase-inhibitor']),
  drugClass('met-inhibitor', 'MET inhibitor', ['tyrosine-kinase-inhibitor']),
  drugClass(
    'vegfr-inhibitor',
    'VEGFR inhibitor',
    ['tyrosine-kinase-inhibitor', 'antiangiogenic'],
    [synonym('VEGFR tyrosine kinase inhibitor'), synonym('VEGFR TKI')],
  ),
  drugClass('antiangiogenic', 'antiangiogenic agent', ['targeted']),
  drugClass('vegf-antibody', 'VEGF antibody', ['antiangiogenic'], [synonym('anti-VEGF antibody')]),
  drugClass('braf-inhibitor', 'BRAF inhibitor', ['kinase-inhibitor']),
  drugClass('mek-inhibitor', 'MEK inhibitor', ['kinase-inhibitor']),
  drugClass('mtor-inhibitor', 'mTOR inhibitor', ['kinase-inhibitor']),
  drugClass('hif-2-alpha-inhibitor', 'HIF-2 alpha inhibitor', ['targeted'], [synonym('HIF-2α inhibitor')]),
  drugClass('kinesin-inhibitor', 'kinesin inhibitor', ['targeted']),
  drugClass('vascular-disrupting', 'vascular disrupting agent', ['targeted']),
  drugClass('antibody-drug-conjugate', 'antibody-drug conjugate', ['targeted']),
  drugClass('her2-directed', 'HER2-directed therapy', ['targeted']),
  drugClass('her2-directed-adc', 'HER2-directed antibody-drug conjugate', [
    'her2-directed',
    'antibody-drug-conjugate',
  ]),
  drugClass('her2-her3-bispecific', 'HER2-HER3 bispecific antibody', ['targeted']),

  drugClass('immunotherapy', 'immunotherapy', [], phrases(paper('004', 1439), 'immunotherapies')),
  drugClass(
    'checkpoint-inhibitor',
    'immune checkpoint inhibitor',
    ['immunotherapy'],
    [
      ...phrases(paper('003', 20), 'immune checkpoint inhibitors'),
      ...phrases(paper('004', 26), 'checkpoint inhibitor'),
      abbreviation('ICI'),
      abbreviation('ICIs'),
    ],
  ),
  drugClass(
    'pd-1-pd-l1-inhibitor',
    'PD-1 or PD-L1 inhibitor',
    ['checkpoint-inhibitor'],
    [synonym('PD-(L)1 inhibitor'), synonym('anti-PD-(L)1'), synonym('PD-1/PD-L1 inhibitor')],
  ),
  drugClass(
    'pd-1-inhibitor',
    'PD-1 inhibitor',
    ['pd-1-pd-l1-inhibitor'],
    [
      ...phrases(paper('002', 170), 'anti-PD1 antibody', 'PD-1 antibody'),
      ...phrases(paper('002', 415, 416), 'anti-PD1 therapy'),
      ...phrases(paper('002', 175), 'anti-PD-1 treatment', 'anti-PD-1'),
      ...phrases(paper('002', 402, 405), 'PD-1 blocking antibody', 'PD-1 blocking antibodies'),
    ],
  ),
  drugClass('pd-l1-inhibitor', 'PD-L1 inhibitor', ['pd-1-pd-l1-inhibitor'], [synonym('anti-PD-L1 antibody')]),
  drugClass(
    'ctla-4-inhibitor',
    'CTLA-4 inhibitor',
    ['checkpoint-inhibitor'],
    [
      ...phrases(paper('002', 401, 405), 'CTLA-4 blocking antibody', 'CTLA-4 blocking antibodies'),
      synonym('anti-CTLA-4 antibody'),
    ],
  ),
  drugClass('interferon', 'interferon', ['immunotherapy'], [synonym('interferons')]),
  drugClass('t-cell-engager', 'bispecific T-cell engager', ['immunotherapy'], [synonym('T-cell engager')]),
  drugClass(
    'dll3-bispecific',
    'DLL3-directed T-cell engager',
    ['t-cell-engager'],
    [synonym('DLL3 bispecific')],
  ),

  drugClass(
    'somatostatin-analogue',
    'somatostatin analogue',
    [],
    [
      ...phrases(paper('003', 101, 102), 'somatostatin analog', 'somatostatin analogs'),
      abbreviation('SSA', paper('004', 1031)),
      abbreviation('SSAs', paper('004', 66)),
    ],
  ),

  drugClass('radionuclide-therapy', 'radionuclide therapy', [], [synonym('radioligand therapy')]),
  drugClass(
    'prrt',
    'peptide receptor radionuclide therapy',
    ['radionuclide-therapy'],
    [abbreviation('PRRT', paper('004', 91))],
  ),
  drugClass('beta-prrt', 'beta-emitting peptide receptor radionuclide therapy', ['prrt']),
  drugClass(
    'alpha-prrt',
    'alpha-emitting peptide receptor radionuclide therapy',
    ['prrt'],
    [synonym('alpha PRRT')],
  ),

  drugClass('supportive', 'supportive drug'),
  drugClass('folate-modulator', 'folate that modulates a fluoropyrimidine', ['supportive']),
  drugClass('corticosteroid', 'corticosteroid', ['supportive'], phrases(paper('002', 118), 'steroid')),
] as const;

/** The id of a class. */
export type DrugClassId = (typeof drugClasses)[number]['id'];
