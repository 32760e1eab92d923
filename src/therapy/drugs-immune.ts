/** Checkpoint inhibitors, T-cell engagers and interferon. */
import { drug, from } from './drug.ts';
import { brand, code, misprint, synonym } from './printed-name.ts';
import { generalKnowledge, paper, reference, secondHand } from './source.ts';

const agnosticList = reference('Tissue-agnostic FDA approvals (NCI PDQ 2024; FDA notices)');

export const immuneDrugs = [
  drug('pembrolizumab', {
    name: 'pembrolizumab',
    source: paper('002', 166),
    also: [code('MK-3475'), brand('Keytruda')],
    classes: from(paper('004', 1464), 'pd-1-inhibitor'),
    targets: from(paper('004', 1464), 'PDCD1'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('nivolumab', {
    name: 'nivolumab',
    source: paper('002', 168),
    also: [brand('Opdivo')],
    classes: from(paper('004', 1450), 'pd-1-inhibitor'),
    targets: from(paper('004', 1450), 'PDCD1'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('dostarlimab', {
    name: 'dostarlimab',
    source: agnosticList,
    also: [brand('Jemperli')],
    classes: from(generalKnowledge, 'pd-1-inhibitor'),
    targets: from(generalKnowledge, 'PDCD1'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('ipilimumab', {
    name: 'ipilimumab',
    source: paper('004', 1452),
    also: [brand('Yervoy')],
    classes: from(paper('004', 1451, 1452), 'ctla-4-inhibitor'),
    targets: from(paper('004', 1451, 1452), 'CTLA4'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('tarlatamab', {
    name: 'tarlatamab',
    source: reference('Tarlatamab, FDA approval for ES-SCLC'),
    also: [code('AMG 757'), brand('Imdelltra')],
    classes: from(secondHand('NCI Thesaurus C175858'), 'dll3-bispecific'),
    targets: from(secondHand('NCI Thesaurus C175858'), 'DLL3', 'CD3E'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('obrixtamig', {
    name: 'obrixtamig',
    source: reference('Obrixtamig in extrapulmonary NEC, phase I'),
    also: [code('BI 764532')],
    classes: from(secondHand('Obrixtamig, trial registers and press pages'), 'dll3-bispecific'),
    targets: [
      ...from(reference('Obrixtamig in extrapulmonary NEC, phase I'), 'DLL3'),
      ...from(generalKnowledge, 'CD3E'),
    ],
  }),
  drug('interferon-alfa', {
    name: 'interferon alfa',
    source: generalKnowledge,
    also: [
      misprint('INF-alfa', paper('003', 7)),
      misprint('INF-alpha'),
      synonym('interferon-α'),
      synonym('IFN-alfa'),
      synonym('IFN-α'),
      synonym('interferon alfa-2a'),
      synonym('interferon alfa-2b'),
      synonym('peginterferon alfa'),
    ],
    classes: from(paper('003', 7), 'interferon'),
  }),
] as const;
