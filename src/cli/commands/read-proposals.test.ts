/** Proposals of a text for a case: they are read by the record, and each mention is an entry or has its reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReportText } from '../../alteration/index.ts';
import { readCase } from '../../case/index.ts';
import { issueText } from '../../reading/index.ts';
import { proposalsYaml } from './read-as-case.ts';
import { proposalsOf } from './read-proposals.ts';
import { areaIn, countIn, percentIn } from './read-proposed-count.ts';

const head = `cajal: case/1
id: made-up
title: Made up for a test
provenance: { kind: clinical }
patient: { sex: notStated }
`;

const report = `Ki-67 index is 12%.
KIT V560del was detected.
No BRAF mutation was found.
The mother carried a BRCA1 mutation.
PD-L1 CPS 5.`;

const paragraphs: readonly (readonly [what: string, text: string])[] = [
  ['a short report', report],
  [
    'counts with comparisons',
    'MIB-1 less than 2%. 3 mitoses per 2 mm2. Grade 1. Ki-67 was not evaluable in the second biopsy.',
  ],
  ['stains', 'Positive for synaptophysin, chromogranin and INSM1; negative for CK7. HER2 3+. SSTR2 3+.'],
  [
    'changes of every kind',
    'ETV6::NTRK3 fusion detected. KIT amplification. Loss of chromosome 18. MET exon 14 skipping. CDKN2A deep deletion. EGFR wild type. BRAF V600E/K.',
  ],
  ['markers', 'MSI-H. TMB 12 mut/Mb. TMB high. dMMR. MGMT methylation pending. PD-L1 TPS 60%.'],
  [
    'quotes and signs of YAML',
    'KIT "V560del": detected # - {KIT V560del} was found\nKIT: V560del\u0085\u2028',
  ],
];
for (const [what, text] of paragraphs) {
  test(`${what}: the proposals are part of a case without an error`, () => {
    const { mentions } = readReportText(text);
    const proposals = proposalsOf(text, mentions, 'report.txt');
    const { value, issues } = readCase(`${head}${proposalsYaml(text, proposals)}`);
    assert.deepEqual(issues.filter(({ severity }) => severity === 'error').map(issueText), []);
    assert.equal(value?.record.findings.length, proposals.findings.length);
    assert.equal(value?.record.biomarkers.length, proposals.biomarkers.length);
    const [pathology] = value?.record.pathology ?? [];
    assert.equal(pathology?.stains.length ?? 0, proposals.stains.length);
    assert.equal(pathology?.ki67.length ?? 0, proposals.ki67.length);
    assert.equal(pathology?.mitoses.length ?? 0, proposals.mitoses.length);
    const { findings, biomarkers, stains, ki67, mitoses, grades, notProposed } = proposals;
    const lists = [findings, biomarkers, stains, ki67, mitoses, grades, notProposed];
    const entries = lists.reduce((sum, list) => sum + list.length, 0);
    assert.equal(entries, mentions.length, 'each mention is an entry or has its reason');
    assert.ok(entries > notProposed.length);
  });
}

const percents: readonly (readonly [string, string | undefined])[] = [
  ['less than 2%', '<2%'],
  ['5 to 10%', '5-10%'],
  ['5% - 10 %', '5-10%'],
  ['\u2265 20 percent', '>=20%'],
  ['about 15%', '15%'],
  ['120%', undefined],
  ['2,5%', undefined],
  ['high', undefined],
];
for (const [words, percent] of percents) {
  test(`"${words}" is ${percent ?? 'no percentage'}`, () => assert.equal(percentIn(words), percent));
}

const counts: readonly (readonly [string, string | undefined, object | undefined])[] = [
  ['4 mitoses per 10 HPF', '4', { highPowerFields: 10 }],
  ['mitotic rate 4/2 mm2', '4', { areaMm2: 2 }],
  ['mitotic count per 10 high-power fields: 3', '3', { highPowerFields: 10 }],
  ['less than 2 mitoses/mm2', '<2', { areaMm2: 1 }],
  ['rare mitoses', 'rare', undefined],
  ['mitotic activity', undefined, undefined],
];
for (const [words, count, area] of counts) {
  test(`"${words}" is ${count ?? 'no count'}`, () => {
    assert.equal(countIn(words), count);
    assert.deepEqual(areaIn(words), area);
  });
}
