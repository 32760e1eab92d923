/**
 * Targeted drugs. Targets are those that a review or a paper names; the classes are narrower, what the drug is given
 * for.
 */
import { drug, from } from './drug.ts';
import { brand, code, synonym } from './printed-name.ts';
import { generalKnowledge, paper, reference, secondHand } from './source.ts';

const agnosticList = reference('Tissue-agnostic FDA approvals (NCI PDQ 2024; FDA notices)');
const trkGenerations = reference('Drilon, TRK inhibitors in TRK fusion-positive cancers (review abstract)');
const trkReview = reference('Tissue-agnostic targeting of NTRK fusions, Cancers 2024;16:3395 (abstract)');
const entrectinibReview = reference('Liu, Entrectinib, Ther Clin Risk Manag 2018;14:1247 (abstract)');
const sunitinibReview = reference('Sunitinib review, PMID 19894779 (abstract)');
const cabozantinibReview = reference('Cabozantinib review, PMID 30069760 (abstract)');
const surufatinibReview = reference('Surufatinib drug profile, DOI 10.1080/14737140.2021.1944110 (abstract)');

export const targetedDrugs = [
  drug('imatinib', {
    name: 'imatinib',
    source: paper('000', 13),
    also: [
      synonym('imatinib mesylate', paper('002', 66)),
      synonym('imatinib mesilate'),
      code('STI571', paper('002', 38)),
      brand('Gleevec', paper('002', 38, 39)),
      brand('Glivec', paper('002', 39)),
    ],
    classes: [
      ...from(paper('000', 226, 228), 'kit-inhibitor', 'pdgfr-inhibitor'),
      ...from(paper('002', 40, 42), 'abl-inhibitor'),
    ],
    targets: [...from(paper('000', 223, 228), 'KIT', 'PDGFRA', 'PDGFRB'), ...from(paper('000', 228), 'ABL1')],
    route: { value: 'oral', source: paper('002', 66) },
  }),
  drug('nilotinib', {
    name: 'nilotinib',
    source: reference('Lee 2015 (PMID 26424760)'),
    also: [brand('Tasigna')],
    classes: [
      ...from(reference('Lee 2015 (PMID 26424760)'), 'kit-inhibitor'),
      ...from(generalKnowledge, 'abl-inhibitor'),
    ],
    targets: [...from(reference('Lee 2015 (PMID 26424760)'), 'KIT'), ...from(generalKnowledge, 'ABL1')],
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('dasatinib', {
    name: 'dasatinib',
    source: paper('000', 320),
    also: [brand('Sprycel')],
    classes: [
      ...from(reference('Woodman 2009 (PMID 19671763)'), 'kit-inhibitor'),
      ...from(secondHand('Dasatinib, drug information page'), 'abl-inhibitor'),
    ],
    targets: [
      ...from(reference('Woodman 2009 (PMID 19671763)'), 'KIT'),
      ...from(secondHand('Dasatinib, drug information page'), 'ABL1', 'SRC', 'PDGFRB'),
    ],
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('sunitinib', {
    name: 'sunitinib',
    source: paper('000', 36),
    also: [synonym('sunitinib malate'), brand('Sutent')],
    classes: [
      ...from(sunitinibReview, 'vegfr-inhibitor', 'pdgfr-inhibitor'),
      ...from(reference('Sunitinib in KIT-altered melanoma, Clin Cancer Res 2012;18:1457'), 'kit-inhibitor'),
    ],
    targets: from(sunitinibReview, 'FLT1', 'KDR', 'PDGFRA', 'PDGFRB', 'KIT', 'FLT3', 'RET', 'CSF1R'),
    route: { value: 'oral', source: sunitinibReview },
  }),
  drug('cabozantinib', {
    name: 'cabozantinib',
    source: reference('CABINET; FDA approval of 26 March 2025'),
    also: [code('XL184'), brand('Cabometyx'), brand('Cometriq')],
    classes: from(cabozantinibReview, 'vegfr-inhibitor', 'met-inhibitor'),
    targets: from(cabozantinibReview, 'KDR', 'MET', 'RET', 'AXL', 'FLT3', 'KIT'),
    route: {
      value: 'oral',
      source: reference('Mini-review of cabozantinib, DOI 10.2147/CMAR.S202973 (abstract)'),
    },
  }),
  drug('surufatinib', {
    name: 'surufatinib',
    source: surufatinibReview,
    also: [synonym('sulfatinib'), code('HMPL-012')],
    classes: from(surufatinibReview, 'vegfr-inhibitor'),
    targets: from(surufatinibReview, 'FLT1', 'KDR', 'FLT4', 'FGFR1', 'CSF1R'),
    route: { value: 'oral', source: surufatinibReview },
  }),
  drug('everolimus', {
    name: 'everolimus',
    source: paper('000', 36),
    also: [code('RAD001'), brand('Afinitor')],
    classes: from(generalKnowledge, 'mtor-inhibitor'),
    targets: from(generalKnowledge, 'MTOR'),
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('entrectinib', {
    name: 'entrectinib',
    source: paper('001', 8),
    also: [code('RXDX-101'), brand('Rozlytrek')],
    classes: [
      ...from(trkGenerations, 'trk-inhibitor-first-generation'),
      ...from(entrectinibReview, 'ros1-inhibitor', 'alk-inhibitor'),
    ],
    targets: [
      ...from(paper('001', 3, 8), 'NTRK1', 'NTRK2', 'NTRK3'),
      ...from(entrectinibReview, 'ROS1', 'ALK'),
    ],
    route: { value: 'oral', source: paper('001', 8) },
  }),
  drug('larotrectinib', {
    name: 'larotrectinib',
    source: agnosticList,
    also: [code('LOXO-101'), brand('Vitrakvi')],
    classes: from(trkGenerations, 'trk-inhibitor-first-generation'),
    targets: from(trkReview, 'NTRK1', 'NTRK2', 'NTRK3'),
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('repotrectinib', {
    name: 'repotrectinib',
    source: agnosticList,
    also: [code('TPX-0005'), brand('Augtyro')],
    classes: [
      ...from(trkGenerations, 'trk-inhibitor-next-generation'),
      ...from(secondHand('Repotrectinib approval of November 2023, ROS1'), 'ros1-inhibitor'),
    ],
    targets: [
      ...from(trkReview, 'NTRK1', 'NTRK2', 'NTRK3'),
      ...from(secondHand('Repotrectinib approval of November 2023, ROS1'), 'ROS1'),
    ],
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('selpercatinib', {
    name: 'selpercatinib',
    source: agnosticList,
    also: [code('LOXO-292'), brand('Retevmo'), brand('Retsevmo')],
    classes: from(agnosticList, 'ret-inhibitor'),
    targets: from(agnosticList, 'RET'),
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('dabrafenib', {
    name: 'dabrafenib',
    source: agnosticList,
    also: [brand('Tafinlar')],
    classes: from(generalKnowledge, 'braf-inhibitor'),
    targets: from(agnosticList, 'BRAF'),
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('trametinib', {
    name: 'trametinib',
    source: agnosticList,
    also: [brand('Mekinist')],
    classes: from(generalKnowledge, 'mek-inhibitor'),
    targets: from(generalKnowledge, 'MAP2K1', 'MAP2K2'),
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('belzutifan', {
    name: 'belzutifan',
    source: reference('Belzutifan, FDA approvals of 2021 and May 2025'),
    also: [brand('Welireg')],
    classes: from(generalKnowledge, 'hif-2-alpha-inhibitor'),
    targets: from(generalKnowledge, 'EPAS1'),
    route: { value: 'oral', source: generalKnowledge },
  }),
  drug('bevacizumab', {
    name: 'bevacizumab',
    source: paper('004', 1402),
    also: [brand('Avastin')],
    classes: from(generalKnowledge, 'vegf-antibody'),
    targets: from(generalKnowledge, 'VEGFA'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('trastuzumab-deruxtecan', {
    name: 'trastuzumab deruxtecan',
    source: agnosticList,
    also: [synonym('T-DXd'), synonym('fam-trastuzumab deruxtecan-nxki'), code('DS-8201'), brand('Enhertu')],
    classes: from(agnosticList, 'her2-directed-adc'),
    targets: from(agnosticList, 'ERBB2'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('zenocutuzumab', {
    name: 'zenocutuzumab',
    source: secondHand('Zenocutuzumab, NRG1 fusion labels'),
    also: [brand('Bizengri')],
    classes: from(generalKnowledge, 'her2-her3-bispecific'),
    targets: from(generalKnowledge, 'ERBB2', 'ERBB3'),
    route: { value: 'intravenous', source: generalKnowledge },
    note: 'NRG1 is the altered gene for which it is given, not its target.',
  }),
  drug('kif11-inhibitor', {
    name: 'KIF11 inhibitor',
    source: paper('000', 9, 10),
    also: [
      synonym('inhibitor of KIF11', paper('000', 56)),
      synonym('kinesin 11 inhibitor'),
      synonym('kinesin 11 (KIF11) inhibitor', paper('000', 83)),
      synonym('kinesin-5 inhibitor', paper('000', 206, 207)),
      synonym('inhibitor of kinesin-5', paper('000', 290, 291)),
    ],
    classes: from(paper('000', 206, 207), 'kinesin-inhibitor'),
    targets: from(paper('000', 56), 'KIF11'),
    note: 'The paper gives the investigational drug no name; it calls its target kinesin 11 and kinesin-5.',
  }),
  drug('fosbretabulin', {
    name: 'fosbretabulin',
    source: paper('003', 50),
    also: [
      synonym('combretastatin A4 phosphate', reference('PMID 20799867 (abstract)')),
      code('CA4P', reference('PMID 20799867 (abstract)')),
    ],
    classes: from(reference('PMID 20799867 (abstract)'), 'vascular-disrupting'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
] as const;
