/** What a report of a small invented patient says, with a small invented library. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from '../case/index.ts';
import { statementFile, study } from '../evidence/index.ts';
import { type KnowledgeBase, optionFile } from '../options/index.ts';
import type { Block, FlowBlock, Line, ReportDocument } from './index.ts';
import {
  answerBoard,
  buildReport,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderTerminal,
  reportDocument,
} from './index.ts';

const caseText = `cajal: case/1
id: invented
title: Invented <patient>
provenance: { kind: synthetic, statement: This patient is invented. }
patient: { sex: male, age: { years: '48', date: '2009-08' } }
decisionPoints:
  - { id: first, date: '2009-09', label: First board, question: What is it? }
  - { id: second, date: '2012-07', label: Second board, question: Which treatment now? }
diagnoses:
  - { id: d, printed: well-differentiated neuroendocrine tumour, date: '2009-08' }
primary:
  - { site: pancreas, certainty: established, date: '2009-08' }
specimens:
  - { id: fna, kind: fineNeedleAspirate, site: liver, adequacy: insufficient, adequacyNote: too little tissue, date: '2009-08' }
  - { id: core, kind: coreBiopsy, site: liver, adequacy: adequate, date: '2012-06' }
pathology:
  - { id: p1, specimen: fna, differentiation: well, ki67: [{ status: failed }], date: '2009-08' }
  - { id: p2, specimen: core, differentiation: well, ki67: [{ status: counted, percent: 20%, cellsCounted: 500 }], date: '2012-06' }
assays:
  - { id: panel, name: DNA panel, specimen: core, analyte: DNA, status: done, genes: [KIT, NTRK3], detects: [smallVariant], canMiss: [fusion], pairing: tumourOnly, date: '2012-06' }
findings:
  - { id: kit, assay: panel, gene: KIT, alteration: V560del, coding: c.1679_1681delTTG, status: positive, vafPercent: 31%, date: '2012-06' }
  - { id: ntrk3, assay: panel, gene: NTRK3, alteration: NTRK3 fusion, status: negative, date: '2012-06' }
biomarkers:
  - { marker: PD-L1, status: notTested, date: '2012-06' }
  - { marker: MSI, status: pending, date: '2012-06' }
therapies:
  - { id: t1, kind: systemic, printed: octreotide, drugs: [octreotide], start: '2009-10', end: '2010-10', stopReason: progression }
laboratory:
  - { analyte: chromogranin A, value: 44 ng/mL, referenceRange: 1.9-15.0 ng/mL, date: '2012-06' }
decisions:
  - { id: later, recommendation: SECRET OF 2013, date: '2013-01' }
`;

const place = { document: 'invented source', lines: '1-2' };
const source = { words: 'invented rule', verification: 'unverified' } as const;

const library: KnowledgeBase = {
  evidence: {
    studies: [
      study.parse({
        cajal: 'study/1',
        id: 'melanoma-study',
        title: 'An invented trial',
        citation: { authors: 'Doe et al.', year: 2010, pmid: '1' },
        published: '2010',
        verification: 'read',
        readIn: place,
        design: { type: 'singleArmTrial' },
        selection: 'enrolled',
        population: { words: 'melanoma', entity: 'melanoma', enrolled: 9 },
        arms: [{ id: 'a', label: 'imatinib', drugs: ['imatinib'] }],
        patients: [
          {
            id: 'P1',
            entity: 'melanoma',
            alterations: ['KIT V560del'],
            evaluable: true,
            response: 'PR',
            place,
          },
          {
            id: 'P2',
            entity: 'melanoma',
            alterations: ['KIT L576P'],
            evaluable: true,
            response: 'PD',
            place,
          },
        ],
      }),
    ],
    statements: statementFile.parse({
      cajal: 'statements/1',
      statements: [
        {
          id: 'for-it',
          subject: { drugs: ['imatinib'] },
          direction: 'benefit',
          kind: 'clinical',
          entity: 'melanoma',
          when: { alteration: { gene: 'KIT', exon: 11 } },
          claim: 'Melanoma with KIT exon 11 responded.',
          studies: ['melanoma-study'],
          known: '2010',
          verification: 'unverified',
          review: { owner: 'a curator', due: '2100-01-01' },
        },
        {
          id: 'against-it',
          subject: { drugs: ['imatinib'] },
          direction: 'noBenefit',
          kind: 'clinical',
          entity: 'net-pancreas',
          when: { alteration: { gene: 'KIT', exon: 11 } },
          claim: 'Nothing was gained in NET.',
          studies: ['melanoma-study'],
          known: '2011',
          verification: 'read',
          review: { owner: 'a curator', due: '2100-01-01' },
        },
      ],
    }).statements,
    approvals: [],
  },
  options: optionFile.parse({
    cajal: 'options/1',
    options: [
      {
        id: 'imatinib',
        kind: 'systemic',
        label: 'Imatinib',
        drugs: ['imatinib'],
        comesIntoQuestion: { alteration: { gene: 'KIT', exon: 11 } },
        rationale: 'Inhibits KIT.',
        known: '2000',
        sources: [source],
      },
      {
        id: 'larotrectinib',
        kind: 'systemic',
        label: 'Larotrectinib',
        drugs: ['larotrectinib'],
        comesIntoQuestion: { alteration: { fusionOf: ['NTRK3'] } },
        rationale: 'Inhibits TRK.',
        known: '2000',
        sources: [source],
      },
      {
        id: 'analogue',
        kind: 'systemic',
        label: 'Octreotide',
        drugs: ['octreotide'],
        comesIntoQuestion: { disease: { entity: 'net' } },
        rationale: 'Binds receptors.',
        known: '2000',
        sources: [source],
      },
    ],
    tests: [
      {
        id: 'rna',
        label: 'RNA fusion panel',
        settles: ['fusion'],
        changes: ['larotrectinib'],
        yields: [{ words: 'in NET', count: 6, of: 2417, study: 'melanoma-study', verification: 'read' }],
        known: '2005',
        sources: [source],
      },
    ],
  }),
};

function reportAt(at: string | undefined, knowledge = library, written = caseText): ReportDocument {
  const reading = readCase(written, { source: 'invented.yaml' });
  assert.ok(reading.value !== undefined, JSON.stringify(reading.issues));
  const answer = answerBoard(reading.value, knowledge, { at, without: [] });
  assert.ok(answer.value !== undefined, JSON.stringify(answer.issues));
  return buildReport({
    answer: answer.value,
    recordHash: 'b'.repeat(64),
    recordIssues: reading.issues,
    knowledgeHash: 'a'.repeat(64),
    softwareVersion: '0.1.0',
    now: '2026-11-20T23:52:45Z',
  });
}

const report = reportAt('second');

const lineWords = ({ spans, basis = [] }: Line): string =>
  [...spans, ...basis].map((each) => each.text).join('');
function blockWords(block: Block | FlowBlock): string {
  switch (block.kind) {
    case 'heading':
      return lineWords(block);
    case 'paragraph':
      return lineWords(block);
    case 'list':
      return block.items.map(lineWords).join('\n');
    case 'definitions':
      return block.entries
        .map(({ term, details }) => `${term}: ${details.map(lineWords).join(' / ')}`)
        .join('\n');
    case 'table':
      return [
        block.caption,
        ...block.rows.map(({ cells }) => cells.map((cell) => cell.map(lineWords).join(' / ')).join(' | ')),
      ].join('\n');
    case 'callout':
      return [block.title, ...block.lines.map(lineWords)].join('\n');
    case 'form':
      return block.labels.join(', ');
    case 'group':
      return [lineWords({ spans: block.title }), ...block.blocks.map(blockWords)].join('\n');
  }
}
function sectionWords(document: ReportDocument, id: string): string {
  const found = document.sections.find((section) => section.id === id);
  assert.ok(found !== undefined, id);
  return found.blocks.map(blockWords).join('\n');
}

test('the report is of the model, in the order that a board reads', () => {
  assert.deepEqual(reportDocument.parse(report), report);
  assert.deepEqual(
    report.sections.filter((section) => section.part === 'front').map((section) => section.id),
    ['question', 'classification', 'not-tested', 'findings', 'ladder', 'options', 'decisions', 'sign-off'],
  );
});

const says: readonly (readonly [string, RegExp])[] = [
  ['question', /Which treatment now\?/],
  ['classification', /“well-differentiated neuroendocrine tumour”/],
  ['classification', /neuroendocrine tumour \(NET\)/],
  ['classification', /at least G2 \(G2 to G3\)/],
  ['classification', /20% of 500 cells, exact 95% interval 16\.6-23\.8%.*crosses the line at 20%/],
  ['classification', /WHO 2010/],
  ['not-tested', /Failed or insufficient: .*too little tissue/],
  ['not-tested', /Not tested: .*PD-L1/],
  ['not-tested', /Pending: .*MSI/],
  ['not-tested', /Tested by an assay that can miss it: .*NTRK3 fusion/],
  ['findings', /KIT c\.1679_1681del p\.V560del \(exon 11\)/],
  ['findings', /as printed “KIT V560del, c\.1679_1681delTTG”/],
  ['findings', /VAF 31%; origin unknown: tumour only/],
  ['findings', /c\. and p\. agree \| E1, E2/],
  ['ladder', /no ladder of standard care for this entity/],
  ['options', /Nothing was gained in NET/],
  ['options-in-full', /melanoma, KIT exon 11: 1 of 2 \(1-99%\) responded/],
  ['options-in-full', /neuroendocrine neoplasm, KIT exon 11: none treated in this study/],
  ['options-in-full', /RNA fusion panel/],
  ['options-in-full', /yield: in NET 6 of 2417 \(0\.1-0\.5%\)/],
  ['options-in-full', /the disease progressed on octreotide/],
  ['appendix-evidence', /tier: not assigned/],
  ['appendix-record', /44 ng\/mL \(reference 1\.9-15\.0 ng\/mL, 2\.93 x ULN\)/],
  ['appendix-assays', /tumour only/],
  ['appendix-method', new RegExp('a'.repeat(64))],
  ['appendix-method', /1 fact of the record dated after the clock/],
];
for (const [section, words] of says) {
  test(`${section} says ${words.source}`, () => assert.match(sectionWords(report, section), words));
}

/** The case with some of its words changed; each has to be there. */
function changed(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((words, [from, to]) => {
    assert.ok(words.includes(from), from);
    return words.replaceAll(from, to);
  }, caseText);
}

test('pregnancy stands in the banner, and is asked for where an option shown can harm a child', () => {
  const at = (patient: string) =>
    reportAt('second', library, changed(["sex: male, age: { years: '48', date: '2009-08' }", patient]));
  const banner = (patient: string) => at(patient).identity.find(({ label }) => label === 'Pregnancy')?.value;
  const asked = (patient: string) => /pregnancy: not stated/.test(sectionWords(at(patient), 'not-tested'));
  const young = "sex: female, age: { years: '30', date: '2009-08' }";
  const rows: readonly (readonly [string, string | undefined, boolean])[] = [
    [young, undefined, true],
    ['sex: female', undefined, true],
    [`${young}, pregnancy: notStated`, undefined, true],
    [`${young}, pregnancy: pregnant`, 'Pregnant', false],
    [`${young}, pregnancy: lactating`, 'Breast feeding', false],
    [`${young}, pregnancy: excluded`, 'Excluded', false],
    ["sex: female, age: { years: '60', date: '2009-08' }", undefined, false],
    ["sex: male, age: { years: '30', date: '2009-08' }", undefined, false],
  ];
  for (const [patient, value, isAsked] of rows)
    assert.deepEqual([banner(patient), asked(patient)], [value, isAsked], patient);
  const noDrugs = reportAt(
    'first',
    { ...library, options: { ...library.options, options: [] } },
    changed(['sex: male', 'sex: female']),
  );
  assert.doesNotMatch(sectionWords(noDrugs, 'not-tested'), /pregnancy/);
});

test('a site without grades shows its counts as recorded, without the limits of grades', () => {
  for (const site of ['lung', 'thymus', 'skin', 'breast']) {
    const written = changed(['site: pancreas', `site: ${site}`]);
    const words = sectionWords(reportAt('second', library, written), 'classification');
    assert.match(words, /Ki-67: .*20% of 500 cells, exact 95% interval 16\.6-23\.8%/, site);
    assert.doesNotMatch(words, /crosses the line/, site);
  }
});

test('on a day whose edition had no grades the front page reads no count by a later edition', () => {
  const written = changed([
    'ki67: [{ status: failed }]',
    'ki67: [{ status: counted, percent: 8%, cellsCounted: 1000 }]',
  ]);
  const words = sectionWords(reportAt('first', library, written), 'classification');
  assert.match(words, /Grade: no grade no grades in the edition in force \(WHO 2000/);
  assert.match(words, /Ki-67: 8% of 1000 cells/);
  assert.doesNotMatch(words, /G2|WHO 20(?:1|2)\d/);
});

test('a small neuroendocrine component does not make the tumour a carcinoma of that class', () => {
  const components = (nec: number) =>
    sectionWords(
      reportAt(
        'second',
        library,
        changed(
          ['well-differentiated neuroendocrine tumour', 'mixed neuroendocrine-non-neuroendocrine neoplasm'],
          [
            'differentiation: well',
            `differentiation: poor, components: [{ component: NEC, percent: ${nec}% }, { component: adenocarcinoma, percent: ${100 - nec}% }]`,
          ],
        ),
      ),
      'classification',
    );
  assert.match(components(20), /Derived class: adenocarcinoma with a neuroendocrine component below 30%/);
  assert.match(components(20), /Disease: adenocarcinoma \(pancreas\)/);
  assert.match(components(40), /Derived class: mixed.*\(MiNEN\)/);
  assert.match(components(40), /Grade: .*high grade by its NEC component/);
  assert.match(components(40), /Disease: MiNEN with a NEC component/);
});

test('no code word of the format reaches the page', () => {
  const asks = optionFile.parse({
    cajal: 'options/1',
    options: [
      {
        id: 'asks',
        kind: 'systemic',
        label: 'An option that asks much',
        comesIntoQuestion: {
          any: [
            { specimen: { adequate: true, kind: ['coreBiopsy'] } },
            { priorTherapy: { drugClass: 'trk-inhibitor' } },
          ],
        },
        rationale: 'Asks.',
        known: '2000',
        sources: [source],
      },
    ],
  });
  const asked = reportAt('second', { ...library, options: asks });
  const words = sectionWords(asked, 'options-in-full');
  assert.match(words, /core biopsy/);
  assert.match(words, /earlier TRK inhibitor/);
  assert.doesNotMatch(words, /coreBiopsy|trk-inhibitor/);
});

test('what came after the clock is nowhere', () => {
  assert.doesNotMatch(renderJson(report), /SECRET OF 2013/);
  const first = renderJson(reportAt('first'));
  assert.doesNotMatch(first, /V560del|responded|progressed on octreotide/);
  assert.match(first, /What is it\?/);
});

test('an unknown is shown as unknown, never as no', () => {
  const words = sectionWords(report, 'findings');
  assert.match(words, /NTRK3 fusion/);
  const options = sectionWords(report, 'options');
  assert.match(options, /Larotrectinib[^\n]*open/);
});

/** The shape of a block: kinds, columns and numbers of cells, without the words. */
function shapeOf(block: FlowBlock): unknown {
  return block.kind === 'table' ? { kind: block.kind, columns: block.columns } : { kind: block.kind };
}

test('against stands in the same form as for, and options advised against as the others', () => {
  const section = report.sections.find((each) => each.id === 'options-in-full');
  const groups = (section?.blocks ?? []).filter((block) => block.kind === 'group');
  const imatinib = groups.find((group) => group.anchor === 'option-imatinib');
  const tables = (imatinib?.blocks ?? []).filter((block) => block.kind === 'table');
  const [forIt, againstIt] = ['For', 'Against'].map((caption) =>
    tables.find((table) => table.caption === caption),
  );
  assert.ok(forIt !== undefined && againstIt !== undefined);
  assert.deepEqual(shapeOf(forIt), shapeOf(againstIt));
  const advisedAgainst = groups.find((group) => group.anchor === 'option-analogue');
  assert.match(advisedAgainst === undefined ? '' : blockWords(advisedAgainst), /advised against/);
  assert.equal(advisedAgainst?.blocks[0]?.kind, imatinib?.blocks[0]?.kind);
});

test('the overview gives an option advised against the same row as one that is considered', () => {
  const section = report.sections.find((each) => each.id === 'options');
  const tables = (section?.blocks ?? []).filter((block) => block.kind === 'table');
  const columns = new Set(tables.map((table) => JSON.stringify(table.columns)));
  assert.equal(columns.size, 1);
  assert.ok(tables.some((table) => table.caption.startsWith('Advised against')));
  assert.ok(tables.some((table) => table.caption.startsWith('Considerable')));
});

test('every reference of the report is kept', () => {
  const html = renderHtml(report, { styles: 'inline' });
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target);
});

test('an empty library gives a whole report that says so', () => {
  const empty: KnowledgeBase = {
    evidence: { studies: [], statements: [], approvals: [] },
    options: { options: [], ladders: [], cautions: [], tests: [], stanceRules: [] },
  };
  const document = reportAt(undefined, empty);
  assert.match(sectionWords(document, 'options'), /No option of the library/);
  assert.deepEqual(reportDocument.parse(document), document);
});

test('markup in a title is text everywhere', () => {
  assert.match(renderHtml(report, { styles: 'inline' }), /Invented &lt;patient&gt;/);
  assert.match(renderMarkdown(report), /Invented &lt;patient&gt;/);
  assert.match(renderTerminal(report, { columns: 80, colour: false }), /Invented <patient>/);
});
