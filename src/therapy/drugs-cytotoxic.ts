/**
 * Cytotoxic drugs and what is given with them. Classes without a place in the papers are general knowledge of the
 * field; cautions name the paper or the label they were read in.
 */
import { drug, from } from './drug.ts';
import { abbreviation, brand, code, misprint, synonym } from './printed-name.ts';
import { generalKnowledge, paper, reference, secondHand } from './source.ts';

const capecitabineRenal = reference(
  'Capecitabine tablets, US label of a generic, sections 2.4 and 4.1; editions differ',
);
const capecitabineDpyd = reference('Capecitabine, US label, section 5.2');
const irinotecanLabel = secondHand('Irinotecan, US label: liver and UGT1A1');

const dpyd = (statement: string, source = capecitabineDpyd) =>
  ({ concern: 'pharmacogene', effect: 'contraindicated', gene: 'DPYD', statement, source }) as const;

const irinotecanCautions = [
  {
    concern: 'liver',
    effect: 'eliminated-here',
    statement: 'Irinotecan is metabolised in the liver; liver dysfunction limits it.',
    source: paper('004', 1382, 1383),
  },
  {
    concern: 'liver',
    effect: 'adjust',
    statement:
      'More neutropenia was seen at a bilirubin of 1-2 mg/dL; the bilirubin above which it is not given differs by label.',
    limit: { analyte: 'bilirubin', comparison: 'between', bounds: [1, 2], unit: 'mg/dL' },
    source: irinotecanLabel,
  },
  {
    concern: 'pharmacogene',
    effect: 'adjust',
    gene: 'UGT1A1',
    statement: 'UGT1A1 poor metabolisers start at 70% of the dose.',
    source: irinotecanLabel,
  },
] as const;

export const cytotoxicDrugs = [
  drug('cisplatin', {
    name: 'cisplatin',
    source: paper('004', 14),
    also: [code('CDDP'), brand('Platinol')],
    classes: from(paper('004', 105, 116), 'platinum'),
    route: { value: 'intravenous', source: paper('004', 115) },
    cautions: [
      {
        concern: 'kidney',
        effect: 'toxic-to',
        statement:
          'Cisplatin harms the kidney: nephrotoxicity in 66% (Moertel) and grade 1-2 in 53% (Fjallskog, many pretreated with streptozotocin), where it was the most common dose-limiting factor.',
        source: paper('004', 121, 175),
      },
      {
        concern: 'kidney',
        effect: 'adjust',
        statement:
          'With impaired kidney function at the start, the label asks for another treatment or a lower dose.',
        source: reference('Cisplatin for injection, US label, warnings: nephrotoxicity'),
      },
      {
        concern: 'nerve',
        effect: 'toxic-to',
        statement: 'Neuropathy in 24% (Moertel).',
        source: paper('004', 121),
      },
    ],
  }),
  drug('carboplatin', {
    name: 'carboplatin',
    source: paper('004', 15),
    also: [brand('Paraplatin')],
    classes: from(paper('004', 1303, 1309), 'platinum'),
    route: { value: 'intravenous', source: generalKnowledge },
    cautions: [
      {
        concern: 'kidney',
        effect: 'eliminated-here',
        statement:
          'Carboplatin leaves by glomerular filtration; its dose is set from the filtration rate to a target AUC (Calvert).',
        source: secondHand('Carboplatin, renal drug handbook and Calvert dosing pages'),
      },
      {
        concern: 'marrow',
        effect: 'toxic-to',
        statement:
          'More grade 3-4 haematological toxicity than cisplatin, fewer other toxicities (meta-analysis in SCLC).',
        source: paper('004', 228, 466),
      },
    ],
  }),
  drug('oxaliplatin', {
    name: 'oxaliplatin',
    source: paper('004', 1277),
    also: [brand('Eloxatin')],
    classes: from(paper('004', 1307, 1309), 'platinum'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('etoposide', {
    name: 'etoposide',
    source: paper('004', 13),
    also: [code('VP-16')],
    classes: from(generalKnowledge, 'topoisomerase-2-inhibitor'),
    targets: from(generalKnowledge, 'TOP2A', 'TOP2B'),
    route: { value: 'intravenous', source: paper('004', 114, 115) },
  }),
  drug('irinotecan', {
    name: 'irinotecan',
    source: paper('004', 15),
    also: [misprint('irinotechan', paper('004', 1030)), code('CPT-11'), brand('Camptosar')],
    classes: from(paper('004', 1368, 1375), 'topoisomerase-1-inhibitor'),
    targets: from(generalKnowledge, 'TOP1'),
    route: { value: 'intravenous', source: generalKnowledge },
    cautions: irinotecanCautions,
  }),
  drug('liposomal-irinotecan', {
    name: 'liposomal irinotecan',
    source: reference('NET-02 (PMID 37287870)'),
    also: [
      synonym('nal-IRI', reference('NET-02 (PMID 37287870)')),
      synonym('nanoliposomal irinotecan'),
      brand('Onivyde'),
    ],
    classes: from(generalKnowledge, 'topoisomerase-1-inhibitor'),
    targets: from(generalKnowledge, 'TOP1'),
    route: { value: 'intravenous', source: generalKnowledge },
    note: 'Not interchangeable with irinotecan dose for dose.',
  }),
  drug('fluorouracil', {
    name: 'fluorouracil',
    source: paper('004', 1336),
    also: [
      synonym('5-fluorouracil', paper('000', 27, 28)),
      synonym('5-FU', paper('004', 1274)),
      synonym('5FU', paper('004', 1349)),
    ],
    classes: from(generalKnowledge, 'fluoropyrimidine'),
    targets: from(generalKnowledge, 'TYMS'),
    route: { value: 'intravenous', source: generalKnowledge },
    cautions: [
      dpyd(
        'With complete DPD deficiency (DPYD) fluorouracil can be fatal; partial deficiency raises the risk.',
        secondHand('FDA safety labelling update for capecitabine and fluorouracil: DPD deficiency'),
      ),
    ],
  }),
  drug('capecitabine', {
    name: 'capecitabine',
    source: paper('004', 1277),
    also: [brand('Xeloda')],
    classes: from(generalKnowledge, 'fluoropyrimidine'),
    targets: from(generalKnowledge, 'TYMS'),
    route: { value: 'oral', source: reference('Capecitabine tablets, US label') },
    cautions: [
      {
        concern: 'kidney',
        effect: 'contraindicated',
        statement:
          'Contraindicated at a creatinine clearance below 30 mL/min in the labels read; check the edition in force, as labels differ.',
        limit: { analyte: 'creatinine-clearance', comparison: 'below', bounds: [30], unit: 'mL/min' },
        source: capecitabineRenal,
      },
      {
        concern: 'kidney',
        effect: 'adjust',
        statement: 'Starts at 75% of the dose at a creatinine clearance of 30-50 mL/min.',
        limit: { analyte: 'creatinine-clearance', comparison: 'between', bounds: [30, 50], unit: 'mL/min' },
        source: capecitabineRenal,
      },
      dpyd('Not recommended with known complete DPD deficiency (DPYD); partial deficiency raises the risk.'),
    ],
  }),
  drug('leucovorin', {
    name: 'leucovorin',
    source: paper('004', 1646),
    also: [abbreviation('LV'), synonym('folinic acid'), synonym('calcium folinate')],
    classes: from(generalKnowledge, 'folate-modulator'),
  }),
  drug('temozolomide', {
    name: 'temozolomide',
    source: paper('000', 185),
    also: [
      misprint('temozolamide', paper('003', 48)),
      abbreviation('TMZ'),
      brand('Temodar'),
      brand('Temodal'),
    ],
    classes: from(paper('000', 184, 185), 'alkylating'),
    route: { value: 'oral', source: paper('004', 1082, 1083) },
  }),
  drug('dacarbazine', {
    name: 'dacarbazine',
    source: paper('002', 200),
    also: [abbreviation('DTIC')],
    classes: from(generalKnowledge, 'alkylating'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('streptozocin', {
    name: 'streptozocin',
    source: paper('000', 28),
    also: [
      synonym('streptozotocin', paper('004', 170)),
      abbreviation('STZ', paper('004', 463)),
      brand('Zanosar'),
    ],
    classes: [
      ...from(paper('000', 184, 185), 'alkylating'),
      ...from(secondHand('Streptozocin, drug reference pages'), 'nitrosourea'),
    ],
    route: { value: 'intravenous', source: secondHand('Streptozocin, drug reference pages') },
    cautions: [
      {
        concern: 'kidney',
        effect: 'toxic-to',
        statement:
          'Streptozocin is nephrotoxic: dose-related, cumulative, at times severe; the label asks not to combine it with other nephrotoxic drugs.',
        source: reference('Streptozocin (Zanosar), US label, warnings: renal toxicity'),
      },
      {
        concern: 'kidney',
        effect: 'toxic-to',
        statement:
          'Known to be nephrotoxic; earlier streptozotocin added to the kidney damage seen with cisplatin.',
        source: paper('004', 169, 170),
      },
    ],
  }),
  drug('doxorubicin', {
    name: 'doxorubicin',
    source: paper('004', 1331),
    also: [synonym('adriamycin')],
    classes: from(generalKnowledge, 'anthracycline'),
    targets: from(generalKnowledge, 'TOP2A'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('paclitaxel', {
    name: 'paclitaxel',
    source: paper('004', 470),
    also: [brand('Taxol')],
    classes: from(generalKnowledge, 'taxane'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('docetaxel', {
    name: 'docetaxel',
    source: reference('NET-02 (PMID 37287870)'),
    also: [brand('Taxotere')],
    classes: from(generalKnowledge, 'taxane'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('vincristine', {
    name: 'vincristine',
    source: paper('004', 532),
    classes: from(generalKnowledge, 'vinca-alkaloid'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
] as const;
