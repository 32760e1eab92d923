/** Drugs that reach the tumour by its somatostatin receptors: analogues, and analogues that carry a radionuclide. */
import { drug, from } from './drug.ts';
import { brand, type PrintedName, shorthand, synonym } from './printed-name.ts';
import { generalKnowledge, paper, reference, type Source, secondHand } from './source.ts';

const compete = reference('COMPETE (177Lu-edotreotide against everolimus)');
const action = secondHand('ACTION-1 (225Ac-dotatate)');

const longActing = (text: string, source: Source = generalKnowledge): PrintedName => ({
  text,
  sort: 'synonym',
  source,
  form: 'long-acting',
});

export const somatostatinDrugs = [
  drug('octreotide', {
    name: 'octreotide',
    source: paper('004', 1738),
    also: [
      longActing('octreotide LAR', paper('004', 1739)),
      longActing('octreotide long-acting repeatable', paper('004', 1738)),
      longActing('octreotide long-acting repeatable (LAR)', paper('004', 1738)),
      longActing('long-acting octreotide'),
      longActing('Sandostatin LAR'),
      brand('Sandostatin'),
    ],
    classes: from(paper('004', 1737, 1739), 'somatostatin-analogue'),
    targets: from(paper('004', 1714, 1715), 'SSTR2'),
    note: 'The paper names somatostatin receptors; that SSTR2 is the main one is general knowledge.',
  }),
  drug('lanreotide', {
    name: 'lanreotide',
    source: reference('CLARINET'),
    also: [longActing('lanreotide autogel'), brand('Somatuline')],
    classes: from(reference('CLARINET'), 'somatostatin-analogue'),
    targets: from(generalKnowledge, 'SSTR2'),
    route: { value: 'subcutaneous', source: generalKnowledge },
  }),
  drug('lutetium-177-dotatate', {
    name: 'lutetium-177 dotatate',
    source: generalKnowledge,
    also: [
      shorthand('177Lu', paper('004', 1713)),
      shorthand('lutetium-177', paper('004', 1713)),
      shorthand('lutetium-177 (177Lu)', paper('004', 1713)),
      shorthand('Lu-177'),
      synonym('177Lu-dotatate'),
      synonym('Lu-177 dotatate'),
      synonym('177Lu-DOTA-TATE'),
      synonym('[177Lu]Lu-DOTA-TATE'),
      synonym('lutetium Lu 177 dotatate'),
      synonym('lutetium (177Lu) oxodotreotide'),
      synonym('177Lu-oxodotreotide'),
      brand('Lutathera'),
    ],
    classes: from(paper('004', 1709, 1716), 'beta-prrt'),
    targets: from(generalKnowledge, 'SSTR2'),
    route: { value: 'intravenous', source: generalKnowledge },
    note: 'Paper 004 prints 177Lu for 177Lu-dotatate; the radionuclide alone does not say which peptide carried it.',
  }),
  drug('lutetium-177-edotreotide', {
    name: 'lutetium-177 edotreotide',
    source: compete,
    also: [
      synonym('177Lu-edotreotide', compete),
      synonym('177Lu-DOTATOC'),
      synonym('[177Lu]Lu-edotreotide'),
      synonym('[177Lu]Lu-DOTATOC'),
    ],
    classes: from(compete, 'beta-prrt'),
    targets: from(generalKnowledge, 'SSTR2'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('actinium-225-dotatate', {
    name: 'actinium-225 dotatate',
    source: action,
    also: [synonym('225Ac-dotatate', action), synonym('225Ac-DOTA-TATE'), synonym('RYZ101')],
    classes: from(action, 'alpha-prrt'),
    targets: from(generalKnowledge, 'SSTR2'),
    route: { value: 'intravenous', source: generalKnowledge },
  }),
  drug('yttrium-90-somatostatin-analogue', {
    name: 'yttrium-90 somatostatin analogue',
    source: generalKnowledge,
    also: [
      synonym('90Y-labelled somatostatin analogue'),
      synonym('90Y-DOTATOC'),
      synonym('90Y-edotreotide'),
      synonym('90Y-dotatate'),
    ],
    classes: from(paper('004', 1709, 1716), 'beta-prrt'),
    note: 'The paper names the radionuclide, not the peptide.',
  }),
  drug('indium-111-somatostatin-analogue', {
    name: 'indium-111 somatostatin analogue',
    source: generalKnowledge,
    also: [synonym('111In-labelled somatostatin analogue')],
    classes: from(paper('004', 1709, 1716), 'prrt'),
    note: 'As therapy; the same label at tracer dose is imaging (In-111 octreotide scan). The paper names the radionuclide, not the peptide.',
  }),
] as const;
