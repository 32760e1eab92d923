/** What the reader makes of a text, rule by rule: kind, gene or marker, polarity and owner of every mention. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sentencesOf } from './clauses.ts';
import { readReportText } from './read-report-text.ts';

const said = (text: string): readonly string[] =>
  readReportText(text).mentions.map(
    ({ kind, subject, polarity, owner }) => `${kind} ${subject} ${polarity} ${owner}`,
  );

type Row = readonly [text: string, ...mentions: string[]];

const rules: Readonly<Record<string, readonly Row[]>> = {
  'a gene with its change': [
    ['Sequencing showed KIT exon 11 p.V560del (VAF 34%).', 'variant KIT present patient'],
    ['KIT c.1679_1681delTTG (p.Val560del) was detected.', 'variant KIT present patient'],
    ['A BRAFV600E mutation was found.', 'variant BRAF present patient'],
    ['A V600E mutation in BRAF was found.', 'variant BRAF present patient'],
    ['MET exon 14 skipping was present.', 'exonChange MET present patient'],
  ],
  'looked for and not found': [
    ['No KIT mutation was detected.', 'variant KIT absent patient'],
    ['KIT mutation: not detected', 'variant KIT absent patient'],
    [
      'No mutations in KIT, PDGFRA or BRAF.',
      'variant KIT absent patient',
      'variant PDGFRA absent patient',
      'variant BRAF absent patient',
    ],
    ['KRAS and NRAS were wild type.', 'variant KRAS absent patient', 'variant NRAS absent patient'],
    ['ALK rearrangement was not identified.', 'fusion ALK absent patient'],
    ['No KIT mutation or amplification.', 'variant KIT absent patient', 'copyNumber KIT absent patient'],
  ],
  'excluded and unlikely are not found': [
    ['ETV6::NTRK3 fusion could be excluded by FISH.', 'fusion NTRK3 absent patient'],
    ['An ALK rearrangement is unlikely.', 'fusion ALK absent patient'],
    ['A previous patient of ours had KIT D816V.', 'variant KIT present others'],
  ],
  'a contrast ends a negation': [
    [
      'No KIT mutation but a BRAF V600E mutation.',
      'variant KIT absent patient',
      'variant BRAF present patient',
    ],
    ['Positive for CK20 but not CK7.', 'ihc CK20 present patient', 'ihc CK7 absent patient'],
    [
      'They are not as effective, imatinib may be an option for KIT L576P.',
      'variant KIT hypothetical patient',
    ],
  ],
  'awaited, not looked for, without result, in between': [
    ['NTRK fusion testing is pending.', 'fusion NTRK pending patient'],
    ['BRAF mutation was not tested.', 'variant BRAF notTested patient'],
    ['KIT mutation analysis failed.', 'variant KIT failed patient'],
    ['Ki-67 could not be assessed.', 'ki67 Ki-67 failed patient'],
    ['A RET fusion cannot be excluded.', 'fusion RET equivocal patient'],
    ['The tissue was not routinely tested for Ki-67.', 'ki67 Ki-67 notTested patient'],
  ],
  'a drug that failed is no test that failed': [
    ['He had failed imatinib; KIT L576P was found.', 'variant KIT present patient'],
    [
      'The patient with a KIT L576P melanoma has failed four lines of treatment.',
      'variant KIT present patient',
    ],
  ],
  possibilities: [
    ['The assay covers BRAF V600E.', 'variant BRAF hypothetical patient'],
    ['Test ordered: BRAF V600E.', 'variant BRAF hypothetical patient'],
    ['Rule out ETV6::NTRK3 fusion.', 'fusion NTRK3 hypothetical patient'],
    ['If a RET fusion is found, selpercatinib may be considered.', 'fusion RET hypothetical patient'],
    ['Testing for NTRK fusions is recommended.', 'fusion NTRK hypothetical patient'],
  ],
  'a query is no finding': [
    ['? NTRK3 fusion', 'fusion NTRK3 hypothetical patient'],
    ['?MEN1 mutation', 'variant MEN1 hypothetical patient'],
    [
      'Clinical details: ?RET or MEN1 mutation.',
      'variant RET hypothetical patient',
      'variant MEN1 hypothetical patient',
    ],
    ['Is there a KIT mutation?', 'variant KIT hypothetical patient'],
    ['?::NTRK3 fusion was detected.', 'fusion NTRK3 present patient'],
    ['Why did he not respond? A KIT V654A mutation was detected.', 'variant KIT present patient'],
  ],
  'an unreal condition is no finding': [
    [
      'Had the tumour carried a BRAF mutation, a targeted drug was an option.',
      'variant BRAF hypothetical patient',
    ],
    ['Had an ALK fusion been present, alectinib would have been given.', 'fusion ALK hypothetical patient'],
    ['If a RET fusion were found, selpercatinib would be given.', 'fusion RET hypothetical patient'],
    ['A RET fusion would have been a target.', 'fusion RET hypothetical patient'],
    ['Larotrectinib in case of an NTRK fusion.', 'fusion NTRK hypothetical patient'],
    [
      'Unless an EGFR exon 19 deletion is found, chemotherapy is continued.',
      'variant EGFR hypothetical patient',
    ],
    [
      'The patient had a BRAF V600E mutation and would have been treated in the trial.',
      'variant BRAF present patient',
    ],
    ['A MEN1 mutation was found, which would have been missed by the panel.', 'variant MEN1 present patient'],
    ['KIT V560del was found and imatinib is continued unless he progresses.', 'variant KIT present patient'],
  ],
  'a definition or a cut-off is no result': [
    [
      'Ki-67 of 20% is the threshold between G2 and G3.',
      'ki67 Ki-67 hypothetical patient',
      'grade grade hypothetical patient',
      'grade grade hypothetical patient',
    ],
    ['PD-L1 CPS >= 1 is required.', 'marker PD-L1 hypothetical patient'],
    ['The cut-off for TMB-high is 10 mut/Mb.', 'marker TMB hypothetical patient'],
    ['PD-L1 CPS 15 (cut-off >= 10), positive.', 'marker PD-L1 present patient'],
    [
      'A Ki-67 of 25% defines this tumour as NET G3.',
      'ki67 Ki-67 present patient',
      'grade grade present patient',
    ],
    ['The tumour meets the criteria for NET G3.', 'grade grade present patient'],
    [
      'With a Ki-67 of 12% the criteria of a G2 tumour are met.',
      'ki67 Ki-67 present patient',
      'grade grade present patient',
    ],
    [
      'A Ki-67 of 3% distinguishes G1 from G2.',
      'ki67 Ki-67 hypothetical patient',
      'grade grade hypothetical patient',
      'grade grade hypothetical patient',
    ],
    ['Inclusion criteria: Ki-67 > 20%.', 'ki67 Ki-67 hypothetical others'],
  ],
  'a test named, with its result behind the clause': [
    ['Screened for RET M918T; result awaited.', 'variant RET pending patient'],
    ['Tested for RET M918T; negative.', 'variant RET absent patient'],
    ['Screened for RET M918T; the mutation was present.', 'variant RET present patient'],
    ['Screened for RET M918T.', 'variant RET hypothetical patient'],
    ['FISH for EWSR1: positive.', 'fusion EWSR1 present patient'],
    ['FISH for EWSR1: negative.', 'fusion EWSR1 absent patient'],
    ['ALK FISH: positive in 30% of nuclei.', 'fusion ALK present patient'],
    ['FISH for MDM2 was negative.', 'copyNumber MDM2 absent patient'],
    ['FISH for RET rearrangement was performed.', 'fusion RET hypothetical patient'],
  ],
  'of relatives': [
    ['Her mother carries a MEN1 mutation.', 'variant MEN1 present family'],
    ['Family history: BRCA2 mutation in a sister.', 'variant BRCA2 present family'],
    [
      'The father had a RET mutation; in the patient, no RET mutation was found.',
      'variant RET present family',
      'variant RET absent patient',
    ],
  ],
  'of other cases': [
    ['KIT V560D has been reported in other cases.', 'variant KIT present others'],
    ['NTRK fusions occur in 0.3% of neuroendocrine tumours.', 'fusion NTRK present others'],
  ],
  'controls are no result': [
    [
      'Loss of MLH1 in tumour cells; internal control lymphocytes retained MLH1.',
      'ihc MLH1 absent patient',
      'ihc MLH1 present control',
    ],
  ],
  'stains in lists': [
    [
      'Positive for synaptophysin, chromogranin and CD56; negative for TTF1.',
      'ihc synaptophysin present patient',
      'ihc chromogranin A present patient',
      'ihc CD56 present patient',
      'ihc TTF1 absent patient',
    ],
    ['Synaptophysin (+), TTF-1 (-)', 'ihc synaptophysin present patient', 'ihc TTF1 absent patient'],
    [
      'It was synaptophysin and chromogranin-negative.',
      'ihc synaptophysin absent patient',
      'ihc chromogranin A absent patient',
    ],
    [
      'Positive for synaptophysin, ZZTOP7 and chromogranin.',
      'ihc synaptophysin present patient',
      'ihc ZZTOP7 present patient',
      'ihc chromogranin A present patient',
    ],
  ],
  'levels in blood are no stains': [
    ['Serotonin was normal at 117 ng/mL.'],
    ['Best response: PR (34 weeks).'],
  ],
  expression: [
    ['KIT overexpression was seen.', 'expression KIT present patient'],
    ['Low expression of DLL3 mRNA.', 'expression DLL3 present patient'],
    ['KIT expression was strong by immunohistochemistry.', 'ihc KIT present patient'],
    ['There was no overexpression of EGFR.', 'expression EGFR absent patient'],
  ],
  grades: [
    ['Well-differentiated NET, G2.', 'grade grade present patient'],
    ['NET, grade 2.', 'grade grade present patient'],
    ['Diagnosis: pNET, G-II.', 'grade grade present patient'],
    ['Grade 3 neutropenia occurred.'],
    ['Grade 3-4 (23).'],
    ['Grade is determined by counting.'],
  ],
  'Ki-67 and mitoses': [
    ['Ki-67 labelling index 5-10%.', 'ki67 Ki-67 present patient'],
    ['with 20% of tumor cells positive for \nKi-67', 'ki67 Ki-67 present patient'],
    ['4 mitoses per 10 HPF.', 'mitoses mitoses present patient'],
  ],
  markers: [
    ['Microsatellite stable (MSS).', 'marker MSI absent patient'],
    ['MSI-H, TMB 42 mut/Mb.', 'marker MSI present patient', 'marker TMB present patient'],
    ['PD-L1 CPS 5.', 'marker PD-L1 present patient'],
    ['There is no TMB-high.', 'marker TMB absent patient'],
    ['The tumour is not MSI-H.', 'marker MSI absent patient'],
    ['Neither dMMR nor TMB-high.', 'marker MMR absent patient', 'marker TMB absent patient'],
    ['Not only MSI-H but also TMB-high.', 'marker MSI present patient', 'marker TMB present patient'],
    ['No pathogenic variants, MSI-H.', 'marker MSI present patient'],
    ['MGMT promoter unmethylated.', 'marker MGMT absent patient'],
  ],
  chromosomes: [
    ['Loss of chromosome 18 was found.', 'chromosomal 18 present patient'],
    [
      'Losses were seen in chromosomes 9, 13 and 21.',
      'chromosomal 9 present patient',
      'chromosomal 13 present patient',
      'chromosomal 21 present patient',
    ],
  ],
  'a notation belongs to the gene that has its residue': [
    ['KIT was sequenced. TP53 had no change, and the tumour had K642E.', 'variant KIT present patient'],
  ],
};

for (const [rule, rows] of Object.entries(rules)) {
  suite(rule, () => {
    for (const [text, ...mentions] of rows) {
      test(text, () => assert.deepEqual(said(text), mentions));
    }
  });
}

test('a notation that no gene near it can have stays visible as not understood', () => {
  const { mentions, uninterpreted } = readReportText('TP53 was sequenced. The variant K642E was seen.');
  assert.deepEqual(mentions, []);
  assert.deepEqual(
    uninterpreted.map(({ text }) => text),
    ['K642E'],
  );
});

test('each value of Ki-67 is kept; a range is one', () => {
  const values = (text: string) =>
    readReportText(text)
      .mentions.filter(({ kind }) => kind === 'ki67')
      .map(({ means }) => means);
  assert.deepEqual(values('Ki-67 3% and 25%.'), ['3%', '25%']);
  assert.deepEqual(values('Ki-67 3% in the primary and 25% in the liver metastasis.'), ['3%', '25%']);
  assert.deepEqual(values('Ki-67 3% in the primary, in the liver metastasis 25%.'), ['3%', '25%']);
  assert.deepEqual(values('Ki-67 between 3 and 5%.'), ['3 and 5%']);
  assert.deepEqual(values('Ki-67 between 3% and 5%.'), ['3% and 5%']);
  assert.deepEqual(values('Ki-67 12% and tumour content 60%.'), ['12%']);
  assert.deepEqual(values('Ki-67 3% and 40% positive for SSTR2.'), ['3%']);
});

test('a loss without a word of stain or gene test stays open', () => {
  const [open] = readReportText('Loss of DAXX.').mentions;
  assert.equal(open?.notation, undefined);
  assert.equal(open?.alternatives.length, 2);
  const [gene] = readReportText('Copy number analysis: loss of CDKN2A.').mentions;
  assert.deepEqual([gene?.notation?.kind, gene?.alternatives], ['copyNumber', []]);
  const [protein] = readReportText('Immunohistochemistry: loss of DAXX.').mentions;
  assert.deepEqual([protein?.kind, protein?.polarity], ['ihc', 'absent']);
});

test('a FISH result without a gene stays visible as not understood, and is given to no gene', () => {
  const { mentions, uninterpreted } = readReportText('KIT was wild type. FISH showed amplification.');
  assert.equal(mentions.length, 1);
  assert.deepEqual(
    uninterpreted.map(({ text }) => text),
    ['FISH showed amplification.'],
  );
});

test('places are those of the text as given', () => {
  const text = 'Re-\nsult:  a  KIT\u2011mutation\nwas found.';
  for (const { start, end, text: own } of readReportText(text).mentions)
    assert.equal(text.slice(start, end), own);
});

test('what is called a sentence is bounded, so that the work grows with the text and no faster', () => {
  const text = 'KIT '.repeat(20_000);
  const sentences = sentencesOf(text);
  assert.ok(sentences.every(({ start, end }) => end - start <= 3000));
  assert.equal(
    sentences.reduce((sum, { start, end }) => sum + end - start, 0),
    text.length,
  );
});
