/**
 * The published patients replayed: what a board of that day would have seen, and what it must not have seen. The
 * expectations are the facts printed in papers 000 to 004 and the rules of the design, not the program's output.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { readCase, readCaseDocument } from './case/index.ts';
import { knowledgePlaces, loadKnowledge } from './knowledge/index.ts';
import { type Issue, issueText } from './reading/index.ts';
import { answerBoard, type BoardAnswer, buildReport, renderTerminal } from './report/index.ts';
import { boundsText } from './tumour/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const knowledge = loadKnowledge(knowledgePlaces(home));

interface Asked {
  readonly at?: string;
  readonly asOf?: string;
  readonly without?: readonly string[];
  /** Replaces parts of the record before it is read. */
  readonly change?: Readonly<Record<string, unknown>>;
}

interface Board extends BoardAnswer {
  readonly issues: readonly Issue[];
  readonly text: string;
}

function board(file: string, asked: Asked = {}): Board {
  const source = readFileSync(join(home, 'examples', `${file}.yaml`), 'utf8');
  let read = readCase(source, { source: file });
  if (asked.change !== undefined) {
    const document = z.record(z.string(), z.unknown()).parse(read.value?.document);
    read = readCaseDocument({ ...document, ...asked.change }, file);
  }
  assert.ok(read.value, read.issues.map(issueText).join('\n'));
  const answer = answerBoard(read.value, knowledge.base, {
    at: asked.at,
    knowledgeAsOf: asked.asOf,
    without: asked.without ?? [],
  });
  assert.ok(answer.value, answer.issues.map(issueText).join('\n'));
  const report = buildReport({
    answer: answer.value,
    recordHash: 'a'.repeat(64),
    recordIssues: read.issues,
    knowledgeHash: knowledge.hash,
    softwareVersion: '0.0.0',
    now: '2026-11-20T12:00:00.000Z',
  });
  return {
    ...answer.value,
    issues: read.issues,
    text: renderTerminal(report, { columns: 100, colour: false }),
  };
}

function option(of: BoardAnswer, id: string) {
  const found = [...of.board.options, ...of.board.awaiting].find((each) => each.definition.id === id);
  assert.ok(
    found,
    `${id} is not listed; listed: ${of.board.options.map((each) => each.definition.id).join(', ')}`,
  );
  return found;
}

const isListed = (of: BoardAnswer, id: string) => of.board.options.some((each) => each.definition.id === id);
const rung = (of: BoardAnswer, name: RegExp) =>
  of.board.ladder?.rungs.find((each) => name.test(each.rung.label));
const ids = (matches: readonly { readonly statement: { readonly id: string } }[]) =>
  matches.map((each) => each.statement.id);
const directions = (of: BoardAnswer, id: string) =>
  option(of, id).againstIt.map((each) => each.statement.direction);

/** Years of everything that a board's options rest on. */
function latestKnown(of: BoardAnswer): number {
  const weighed = [...of.board.options, ...of.board.awaiting];
  const statements = weighed.flatMap((each) => [
    ...each.forIt,
    ...each.againstIt,
    ...each.open,
    ...each.nearMisses,
  ]);
  const years = [
    ...statements.map((each) => Number(each.statement.known.slice(0, 4))),
    ...weighed.flatMap((each) =>
      each.regulatory.flatMap((view) => view.approvals.map((one) => Number(one.approval.date.slice(0, 4)))),
    ),
    ...weighed.flatMap((each) =>
      [...each.printedCounts, ...each.counts].map((count) => Number(count.study.published.slice(0, 4))),
    ),
    ...weighed.flatMap((each) =>
      [...each.cautions, ...each.toCheck].map((view) => Number(view.caution.known.slice(0, 4))),
    ),
  ];
  return Math.max(...years);
}

test('000, first biopsy: no grade, never a NEC, a new biopsy comes first', () => {
  const seen = board('net-kit-exon11', { at: 'fna-2009' });
  assert.equal(seen.subject.classification.grade, null);
  assert.equal(seen.subject.classification.class, 'NEN');
  assert.equal(option(seen, 'rebiopsy').stance.stance, 'indicated');
  assert.match(seen.text, /Ki-67/);
  assert.doesNotMatch(seen.text, /V560del|imatinib 400 mg\/d|KIF11/);
});

test('000, July 2012: a NET of at least G2, from the words of 2012 and a Ki-67 of 20%', () => {
  const { classification } = board('net-kit-exon11', { at: '2012-07' }).subject;
  assert.equal(classification.class, 'NET');
  assert.ok(classification.grade);
  assert.equal(boundsText(classification.grade), 'G2 to G3');
  assert.equal(classification.edition, 'who2010Digestive');
});

test('000, July 2012: imaging and an analogue are unknown rungs; chemotherapy has failed', () => {
  const seen = board('net-kit-exon11', { at: '2012-07' });
  assert.equal(rung(seen, /receptor imaging/)?.state, 'unknown');
  assert.equal(rung(seen, /omatostatin analogue/)?.state, 'unknown');
  assert.equal(rung(seen, /streptozocin/)?.state, 'failed');
});

test('000, July 2012: the findings and their issues', () => {
  const seen = board('net-kit-exon11', { at: '2012-07' });
  const of = (gene: string) => seen.subject.findings.find((each) => each.finding.gene === gene);
  assert.deepEqual(of('KIT')?.issues, [], 'the coding and the protein notation agree');
  const kit = of('KIT')?.alteration;
  assert.equal(kit?.kind === 'sequenceVariant' ? kit.agreement : undefined, 'agrees');
  assert.equal(kit?.kind === 'sequenceVariant' ? kit.exon : undefined, 11);
  assert.equal(of('BAP1')?.issues.length, 1);
  assert.match(of('BAP1')?.issues[0]?.message ?? '', /splice donor has G/);
  assert.deepEqual(of('MCL1')?.issues, []);
  assert.ok(!seen.board.options.some((each) => each.definition.rationale.includes('MCL1')));
});

test('000, July 2012: imatinib is considerable, off label, with both sides and their entities', () => {
  const seen = board('net-kit-exon11', { at: '2012-07' });
  const imatinib = option(seen, 'imatinib');
  assert.equal(imatinib.stance.stance, 'considerable');
  assert.equal(imatinib.setting, 'offLabel');
  assert.ok(imatinib.forIt.some((each) => each.statement.entity === 'gist' && each.resolution === 'exon'));
  assert.ok(
    imatinib.forIt.some(
      (each) => each.statement.entity === 'melanoma' && each.entity.relation === 'otherLineage',
    ),
  );
  assert.ok(
    imatinib.againstIt.some((each) => each.statement.studies.includes('imatinib-carcinoid-yao-2007')),
  );
  const carcinoid = imatinib.printedCounts.find((each) => each.study.id === 'imatinib-carcinoid-yao-2007');
  assert.deepEqual([carcinoid?.result.count, carcinoid?.result.of], [1, 27]);
});

test('000, July 2012: the alternative explanation is named, its outcome and the later literature are not seen', () => {
  const seen = board('net-kit-exon11', { at: '2012-07' });
  assert.ok(isListed(seen, 'germ-cell-markers'));
  assert.match(seen.text, /testicular cancer/i);
  assert.ok(latestKnown(seen) <= 2012);
  assert.ok(!seen.subject.record.therapies.some((course) => course.drugs.includes('imatinib')));
  assert.doesNotMatch(seen.text, /from 44 to 4|good tolerability/);
  const cited = [...option(seen, 'imatinib').forIt, ...option(seen, 'imatinib').againstIt].flatMap(
    (each) => each.statement.studies,
  );
  assert.ok(!cited.includes('imatinib-kit-exon11-net-2014'));
});

test('000 is never evidence for itself, whatever the knowledge clock says', () => {
  const seen = board('net-kit-exon11', { at: '2012-07', asOf: '2026' });
  assert.ok(
    seen.board.leftOut.some(
      (each) => each.id === 'imatinib-kit-exon11-net-2014' && each.reason === 'ownPatient',
    ),
  );
  const counts = option(seen, 'imatinib').counts.filter((each) => each.fit === 'sameExon');
  const melanoma = counts.find((each) => each.words.startsWith('melanoma'));
  const net = counts.find((each) => each.sameLineage);
  assert.deepEqual([melanoma?.responders, melanoma?.evaluable], [5, 9]);
  assert.deepEqual([net?.responders, net?.evaluable], [0, 0]);
});

test('001, after CAPTEM: TRK inhibitor, analogue and PRRT are all listed; the Krenning score is unknown', () => {
  const seen = board('net-etv6-ntrk3', { at: 'after-captem' });
  for (const id of ['trk-inhibitor-first', 'somatostatin-analogue', 'prrt-lutetium'])
    assert.ok(isListed(seen, id), id);
  assert.match(seen.text, /Krenning/);
  assert.ok(seen.subject.record.imaging.every((study) => study.krenning === undefined));
  assert.deepEqual(
    seen.subject.classification.statements.filter((each) => each.code === 'ki67FewCells'),
    [],
  );
  assert.equal(seen.subject.classification.class, 'NET');
  assert.match(seen.issues.map((issue) => issue.message).join(' '), /names no transcript/);
});

test('001 with only a negative DNA panel: the fusion stays unknown and an RNA test with its small yield is offered', () => {
  const seen = board('net-etv6-ntrk3', {
    at: 'after-captem',
    change: {
      assays: [
        {
          id: 'dna',
          name: 'DNA panel',
          analyte: 'DNA',
          status: 'done',
          genes: 'all',
          detects: ['smallVariant', 'copyNumber', 'fusion'],
          date: 'day -30',
        },
      ],
      findings: [],
    },
  });
  const trk = option(seen, 'trk-inhibitor-first');
  assert.equal(trk.question.truth, 'unknown');
  assert.ok(trk.unknowns.some((each) => each.topic === 'fusion:NTRK1' && each.reason === 'assayCanMiss'));
  const yields = trk.unknowns
    .flatMap((each) => each.tests)
    .filter((each) => each.test.id === 'rna-fusion-panel')
    .flatMap((each) => each.yields);
  assert.ok(yields.some((each) => each.share?.count === 6 && each.share.of === 2417));
  assert.ok(isListed(seen, 'rna-fusion-panel'));
});

test('001, after entrectinib: re-biopsy, a resistance test and the next generation; not entrectinib again', () => {
  const seen = board('net-etv6-ntrk3', { at: 'after-entrectinib' });
  for (const id of ['rebiopsy', 'trk-resistance-panel'])
    assert.equal(option(seen, id).stance.stance, 'considerable', id);
  const next = option(seen, 'repotrectinib');
  assert.equal(next.stance.stance, 'considerable');
  assert.ok(next.forIt.some((each) => /50%/.test(each.statement.claim)));
  assert.ok(
    next.regulatory.some((view) => view.approvals.some((each) => each.approval.date === '2024-06-13')),
  );
  assert.equal(option(seen, 'trk-inhibitor-first').stance.stance, 'advisedAgainst');
  assert.ok(!isListed(board('net-etv6-ntrk3', { at: 'after-entrectinib', asOf: '2023' }), 'repotrectinib'));
});

const sameVariant: readonly (readonly [string, number, number])[] = [
  ['01', 3, 5],
  ['02', 4, 5],
  ['05', 4, 5],
  ['08', 0, 0],
  ['13', 0, 0],
  ['14', 0, 0],
  ['12', 0, 0],
];

for (const [patient, responders, evaluable] of sameVariant) {
  test(`002, Pt-${patient}: ${responders} of ${evaluable} others with the same variant responded`, () => {
    const counts = option(board(`kit-basket-pt-${patient}`, { at: 'before-imatinib' }), 'imatinib').counts;
    const same = counts.find((each) => each.fit === 'sameVariant');
    assert.deepEqual([same?.responders, same?.evaluable], [responders, evaluable]);
    assert.ok(!counts.some((each) => each.patients.includes(`Pt-${patient}`)));
  });
}

test('002: no patient of the trial is evidence for itself', () => {
  for (let number = 1; number <= 18; number += 1) {
    const id = `Pt-${String(number).padStart(2, '0')}`;
    const seen = board(`kit-basket-pt-${id.slice(3)}`, { at: 'before-imatinib' });
    const weighed = [...seen.board.options, ...seen.board.awaiting];
    for (const match of weighed.flatMap((each) => [...each.forIt, ...each.againstIt, ...each.open])) {
      assert.notDeepEqual(match.statement.patients, [id], `${id} sees ${match.statement.id}`);
    }
    for (const count of weighed.flatMap((each) => each.printedCounts)) {
      if (count.study.id === 'imatinib-kit-basket') assert.equal(count.includesOwnPatient, false);
    }
    const outcomes = seen.subject.record.therapies.filter((course) => course.drugs.includes('imatinib'));
    assert.deepEqual(outcomes, [], `${id} sees its own course`);
  }
});

test('002: the printed total is kept and recounted without the patient', () => {
  const whole = option(board('kit-basket-pt-01', { at: 'before-imatinib' }), 'imatinib').printedCounts.find(
    (each) => each.study.id === 'imatinib-kit-basket' && each.result.printed === '41.2%',
  );
  assert.deepEqual(whole?.recounted, { count: 6, of: 16 });
});

test('002: single variants progressed; other alleles of a codon transfer nothing', () => {
  const seen = (kit: string) =>
    board('kit-basket-pt-01', {
      at: 'before-imatinib',
      change: {
        findings: [{ id: 'kit', gene: 'KIT', alteration: kit, status: 'positive', date: 'day -10' }],
        ownEvidence: [],
      },
    });
  for (const variant of ['V560A', 'D579del', 'K642I', 'M537L']) {
    const imatinib = option(seen(variant), 'imatinib');
    assert.ok(
      ids([...imatinib.againstIt, ...imatinib.open]).some(
        (id) => id === `kit-${variant.toLowerCase()}-imatinib-basket`,
      ),
      variant,
    );
    assert.ok(!ids(imatinib.forIt).some((id) => /k642e|v560del/.test(id)), variant);
  }
  assert.ok(ids(option(seen('K642I'), 'imatinib').nearMisses).includes('kit-k642e-imatinib-basket'));
  assert.ok(ids(option(seen('V560A'), 'imatinib').nearMisses).some((id) => id.includes('v560del')));
});

test('002: N882Y has a reference mismatch; N822Y is suggested and N822K never matched', () => {
  const seen = board('kit-basket-pt-17', { at: 'before-imatinib' });
  const issue = seen.issues.find((each) => each.code === 'reference-mismatch');
  assert.match(issue?.message ?? '', /N882Y.*residue 882.*is M.*N822Y/);
  const imatinib = option(seen, 'imatinib');
  assert.ok(!ids([...imatinib.forIt, ...imatinib.againstIt]).some((id) => id.includes('n822k')));
  assert.match(seen.text, /N882Y/);
});

test('002: L576P also shows the laboratory evidence that points the other way', () => {
  const imatinib = option(board('kit-basket-pt-01', { at: 'before-imatinib' }), 'imatinib');
  assert.ok(
    imatinib.againstIt.some(
      (each) => each.statement.studies.includes('kit-l576p-woodman-2009') && each.resolution === 'exact',
    ),
  );
  assert.ok(imatinib.forIt.some((each) => each.statement.id === 'kit-l576p-melanoma-imatinib-basket'));
});

for (const variant of ['V654A', 'D820Y', 'D816V']) {
  test(`${variant} is resistant to imatinib: advised against`, () => {
    const seen = board('kit-basket-pt-01', {
      at: 'before-imatinib',
      change: {
        findings: [{ id: 'kit', gene: 'KIT', alteration: variant, status: 'positive', date: 'day -10' }],
        ownEvidence: [],
      },
    });
    assert.equal(option(seen, 'imatinib').stance.stance, 'advisedAgainst');
    assert.ok(directions(seen, 'imatinib').includes('resistance'));
    const basket = option(seen, 'imatinib').counts.find((each) => each.fit === 'sameVariant');
    assert.equal(basket?.evaluable, 0);
  });
}

test('002: amplification alone, 0 of 2 (0 to 84%): no evidence of benefit', () => {
  const seen = board('kit-basket-pt-18', {
    at: 'before-imatinib',
    change: {
      ownEvidence: [],
    },
  });
  const imatinib = option(seen, 'imatinib');
  assert.notEqual(imatinib.stance.stance, 'considerable');
  assert.deepEqual(imatinib.forIt, []);
  const alone = imatinib.printedCounts.find(
    (each) => each.study.id === 'imatinib-kit-basket' && each.result.of === 2,
  );
  assert.deepEqual(
    [alone?.result.count, alone?.interval.upper.toFixed(2), alone?.belongs],
    [0, '0.84', 'met'],
  );
  assert.ok(directions(seen, 'imatinib').includes('noBenefit'));
});

test('a source can be left out whole', () => {
  const seen = board('kit-basket-pt-01', { at: 'before-imatinib', without: ['002'] });
  assert.deepEqual(option(seen, 'imatinib').counts, []);
  assert.ok(
    seen.board.leftOut.some(
      (each) => each.id === 'imatinib-kit-basket' && each.reason === 'leftOutOnRequest',
    ),
  );
});

for (const name of ['1-pnet', '2-gastrinoma', '3-bronchial', '4-unknown-primary']) {
  test(`003, ${name}: PD-L1, MSI and TMB are not tested, which is not negative`, () => {
    const { record } = board(`checkpoint-${name}`).subject;
    const statuses = record.biomarkers.map((each) => `${each.marker} ${each.status}`).sort();
    assert.deepEqual(statuses, ['MSI notTested', 'PD-L1 notTested', 'TMB notTested']);
  });
}

test('003: none of four responded (0 to 60%), seen from another patient; three, seen from one of them', () => {
  const others = option(board('net-etv6-ntrk3', { at: 'after-captem' }), 'checkpoint-net').counts[0];
  assert.deepEqual(
    [others?.responders, others?.evaluable, others?.interval?.upper.toFixed(2)],
    [0, 4, '0.60'],
  );
  const own = option(
    board('checkpoint-4-unknown-primary', { at: 'before-checkpoint-inhibitor' }),
    'checkpoint-net',
  ).counts[0];
  assert.deepEqual([own?.responders, own?.evaluable], [0, 3]);
});

test('003, the bronchial tumour: G-II stays as printed, no grade of the gut, lung class unknown', () => {
  const seen = board('checkpoint-3-bronchial');
  const { classification } = seen.subject;
  assert.equal(classification.grade, null);
  assert.equal(classification.thoracic?.class ?? null, null);
  assert.match(seen.text, /G-II/);
});

test('004, the pancreatic PRRT case: G3 by Ki-67 with G2 mitoses, discordant, outside the band of NETTER-2', () => {
  const seen = board('prrt-pancreatic-discordant', { at: 'before-prrt' });
  const { classification } = seen.subject;
  assert.equal(classification.grade === null ? '' : boundsText(classification.grade), 'G3');
  assert.equal(classification.counts?.proliferativeDiscordance, 'met');
  const prrt = option(seen, 'prrt-lutetium');
  const against = prrt.againstIt.find((each) => each.statement.studies.includes('prrt-ezziddin-2011'));
  assert.ok(against);
  const ezziddin = prrt.printedCounts.find(
    (each) => each.study.id === 'prrt-ezziddin-2011' && each.result.of === 7,
  );
  assert.deepEqual([ezziddin?.result.count, ezziddin?.result.printed], [5, '71.4%']);
  assert.match(prrt.cautions.map((each) => each.caution.sentence).join(' '), /NETTER-2.*55%/);
});

test('004, the PDNEC with Ki-67 10 to 50% and strong uptake: pathology review', () => {
  const seen = board('prrt-garske-unknown-primary', { at: 'before-prrt' });
  assert.ok(seen.subject.classification.reviews.some((each) => each.kind === 'pathologyReview'));
  assert.equal(option(seen, 'pathology-review').stance.stance, 'indicated');
});

test('the synthetic NEC: platinum and etoposide first, carboplatin for the kidney, the liver for irinotecan, MSI', () => {
  const seen = board('synthetic-pancreatic-nec');
  assert.equal(seen.board.options[0]?.definition.id, 'carboplatin-etoposide');
  assert.equal(rung(seen, /cisplatin/)?.state, 'notApplicable');
  assert.ok(
    option(seen, 'cisplatin-etoposide').cautions.some((each) =>
      each.caution.prefer.includes('carboplatin-etoposide'),
    ),
  );
  assert.ok(
    option(seen, 'folfiri').cautions.some(
      (each) => each.caution.drugs.includes('irinotecan') && each.because.join().includes('bilirubin'),
    ),
  );
  assert.ok(isListed(seen, 'msi-mmr-test'));
});

test('a pancreatic NET never receives evidence of pancreatic adenocarcinoma, or of a carcinoma, as the same entity', () => {
  const same = ['same', 'broaderIncludes', 'narrower'];
  for (const file of ['checkpoint-1-pnet', 'checkpoint-2-gastrinoma', 'prrt-pancreatic-discordant']) {
    const seen = board(file);
    const weighed = [...seen.board.options, ...seen.board.awaiting];
    for (const match of weighed.flatMap((each) => [...each.forIt, ...each.againstIt, ...each.open])) {
      const entity = match.statement.entity;
      if (entity.startsWith('adenocarcinoma') || entity.startsWith('nec') || entity.startsWith('carcinoma')) {
        assert.ok(!same.includes(match.entity.relation), `${file}: ${match.statement.id}`);
      }
    }
  }
});

test('every board of every example states that it is for research use and gives no orders', () => {
  for (const file of ['net-kit-exon11', 'kit-basket-pt-16', 'synthetic-pancreatic-nec']) {
    assert.match(board(file).text, /Research use only, for professionals: options, never orders/);
  }
});
