/**
 * The same patient at two dates of knowledge: what a board of 2019 sees, and what later evidence superseded, limited or left
 * standing. The expectations are the facts that paper 004 prints and the later trials that the library cites for each.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { readCase, readCaseDocument } from './case/index.ts';
import { conflictRegister, cutEvidence } from './evidence/index.ts';
import { knowledgePlaces, loadKnowledge } from './knowledge/index.ts';
import { type Issue, issueText } from './reading/index.ts';
import { answerBoard, type BoardAnswer, buildReport, renderTerminal } from './report/index.ts';
import { parsePatientDate } from './units/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const knowledge = loadKnowledge(knowledgePlaces(home));

interface Board extends BoardAnswer {
  readonly text: string;
}

function board(
  file: string,
  asOf: string,
  change: Readonly<Record<string, unknown>> = {},
  at?: string,
): Board {
  const source = readFileSync(join(home, 'examples', `${file}.yaml`), 'utf8');
  const document = z
    .record(z.string(), z.unknown())
    .parse(readCase(source, { source: file }).value?.document);
  const read = readCaseDocument({ ...document, ...change }, file);
  const words = (issues: readonly Issue[]) => issues.map(issueText).join('\n');
  assert.ok(read.value, words(read.issues));
  const answer = answerBoard(read.value, knowledge.base, { at, knowledgeAsOf: asOf, without: [] });
  assert.ok(answer.value, words(answer.issues));
  const report = buildReport({
    answer: answer.value,
    recordHash: 'a'.repeat(64),
    recordIssues: read.issues,
    knowledgeHash: knowledge.hash,
    softwareVersion: '0.0.0',
    now: '2026-11-21T12:00:00.000Z',
  });
  return { ...answer.value, text: renderTerminal(report, { columns: 100, colour: false }) };
}

/** Every statement that holds for the patient, by its id, with what later evidence did to it. */
function holding(of: Board): ReadonlyMap<string, string> {
  const matches = [...of.board.options, ...of.board.awaiting].flatMap((option) => [
    ...option.forIt,
    ...option.againstIt,
  ]);
  return new Map(
    matches.map(({ statement, supersededBy, limitedBy }) => [
      statement.id,
      supersededBy !== undefined
        ? `superseded by ${supersededBy}`
        : limitedBy.length > 0
          ? `limited by ${limitedBy.join(', ')}`
          : 'stands',
    ]),
  );
}

const untreated = 'synthetic-pancreatic-nec';
const afterPlatinum = {
  therapies: [
    {
      id: 'first-line',
      kind: 'systemic',
      printed: 'carboplatin and etoposide',
      drugs: ['carboplatin', 'etoposide'],
      line: 1,
      start: '2026-07-01',
      end: '2026-10-20',
      stopReason: 'progression',
      outcomes: [{ response: 'PD', basis: 'imaging', date: '2026-10-20' }],
    },
  ],
};
const pathology = (differentiation: string, percent: string) => [
  {
    id: 'liver-biopsy-report',
    specimen: 'liver-biopsy',
    differentiation,
    ki67: [{ status: 'counted', percent, cellsCounted: 1000, hotSpot: true }],
    date: '2026-10-14',
    known: '2026-10-19',
  },
];
/** A well-differentiated tumour of grade 3 with uptake on receptor imaging. */
const netG3 = (percent: string) => ({
  diagnoses: [
    {
      id: 'diagnosis',
      printed: 'pancreatic neuroendocrine tumour, grade 3',
      scheme: 'WHO 2022',
      year: 2026,
      date: '2026-10-19',
    },
  ],
  pathology: pathology('well', percent),
  imaging: [
    {
      id: 'receptor-pet',
      modality: 'PET',
      tracer: 'SSTR-unstated',
      uptake: 'intense',
      date: '2026-10-12',
    },
  ],
});

interface Question {
  readonly name: string;
  readonly file: string;
  readonly at?: string;
  readonly change?: Readonly<Record<string, unknown>>;
  /** What a statement is at the end of 2019, and in the whole library; `absent` where it does not hold or is not known. */
  readonly expected: Readonly<Record<string, readonly [in2019: string, today: string]>>;
}

const questions: readonly Question[] = [
  {
    name: 'hepatobiliary-pancreatic NEC: irinotecan-cisplatin, before and after TOPIC-NEC (2022)',
    file: untreated,
    expected: {
      'nec-ip-hbp-yamaguchi': ['stands', 'superseded by nec-topic-ip'],
      'nec-ip-yamaguchi': ['stands', 'superseded by nec-topic-ip'],
      'nec-ip-review-2019': ['stands', 'limited by nec-topic-ip'],
      'nec-ep-hbp-iwasa': ['stands', 'limited by nec-topic-ep'],
      'nec-topic-ip': ['absent', 'stands'],
      'nec-topic-ep': ['absent', 'stands'],
    },
  },
  {
    name: 'cisplatin or carboplatin, before and after the guidance of ENETS (2023)',
    file: untreated,
    expected: {
      'nec-platinum-etoposide-review-cisplatin-etoposide': ['stands', 'limited by nec-carboplatin-enets'],
      'nec-platinum-etoposide-review-carboplatin-etoposide': ['stands', 'limited by nec-carboplatin-enets'],
      'nec-carboplatin-enets': ['absent', 'stands'],
    },
  },
  {
    name: 'median survival of 19 months, before and after NORDIC NEC 2 (2025)',
    file: untreated,
    expected: {
      'nec-prognosis-review-2019': ['stands', 'superseded by nec-prognosis-nordic-2'],
      'nec-prognosis-nordic-2': ['absent', 'stands'],
      'nec-prognosis-seer': ['stands', 'stands'],
    },
  },
  {
    name: 'second line: FOLFIRI and CAPTEM, before and after ENETS 2023, NET-02 (2023) and SENECA (2024)',
    file: untreated,
    change: { ...afterPlatinum, pathology: pathology('poor', '45%') },
    expected: {
      'nec-folfiri-hentic': ['stands', 'limited by nec-folfiri-seneca'],
      'nec-folfiri-review-2019': ['stands', 'limited by nec-folfiri-seneca'],
      'nec-captem-welin': ['stands', 'limited by nec-captem-seneca'],
      'nec-second-line-none-established': ['stands', 'limited by nec-folfiri-enets, nec-naliri-net02'],
      'nec-captem-welin-ki67-below-60': ['stands', 'stands'],
      'nec-temozolomide-ki67-below-50-review': ['stands', 'stands'],
      'nec-folfiri-enets': ['absent', 'stands'],
      'nec-naliri-net02': ['absent', 'stands'],
      'nec-docetaxel-net02': ['absent', 'stands'],
      'nec-folfiri-seneca': ['absent', 'stands'],
      'nec-captem-seneca': ['absent', 'stands'],
    },
  },
  {
    name: 'checkpoint inhibitors in carcinoma: promising, before and after NCT03136055 (2023) and DART (2020)',
    file: untreated,
    change: afterPlatinum,
    expected: {
      'checkpoint-nec-review': ['stands', 'superseded by checkpoint-nec-pembrolizumab'],
      'chemo-immunotherapy-review-2019': ['stands', 'limited by checkpoint-nec-pembrolizumab'],
      'pd-l1-target-review-2019': ['stands', 'limited by pd-l1-test-nen'],
      'checkpoint-nec-pembrolizumab': ['absent', 'stands'],
    },
  },
  {
    name: 'PRRT in NET G3 with a Ki-67 of 40%, before and after NETTER-2 (2024)',
    file: untreated,
    change: netG3('40%'),
    expected: {
      'prrt-ezziddin-ki67-above-20': ['stands', 'limited by prrt-netter-2'],
      'prrt-high-proliferation-alone': ['stands', 'limited by prrt-netter-2'],
      'prrt-netter-2': ['absent', 'stands'],
      'prrt-outside-netter-2': ['absent', 'absent'],
    },
  },
  {
    name: 'PRRT with a Ki-67 of 70%: NETTER-2 (2024) does not carry it',
    file: untreated,
    change: netG3('70%'),
    expected: {
      'prrt-netter-2': ['absent', 'absent'],
      'prrt-outside-netter-2': ['absent', 'stands'],
      'prrt-ezziddin-ki67-above-20': ['stands', 'limited by prrt-netter-2'],
    },
  },
  {
    name: 'the published patient with PRRT and a Ki-67 of 45% to 70%',
    file: 'prrt-pancreatic-discordant',
    at: 'before-prrt',
    expected: {
      'prrt-ezziddin-ki67-above-20': ['stands', 'limited by prrt-netter-2'],
      'prrt-discordant-case': ['absent', 'absent'],
    },
  },
  {
    name: 'MGMT in pancreatic NET, before and after E2211 (2023)',
    file: untreated,
    change: { ...netG3('8%'), biomarkers: [] },
    expected: {
      'mgmt-test-net': ['absent', 'stands'],
      'mgmt-glioblastoma': ['absent', 'stands'],
      'captem-net-g1-2-review': ['absent', 'absent'],
    },
  },
  {
    name: 'checkpoint inhibitors in NET, before and after KEYNOTE-158 (2020)',
    file: 'checkpoint-4-unknown-primary',
    at: 'before-checkpoint-inhibitor',
    expected: {
      'checkpoint-net-series-authors': ['stands', 'limited by checkpoint-net-keynote-158'],
      'checkpoint-net-keynote-158': ['absent', 'stands'],
    },
  },
  {
    name: 'ipilimumab and nivolumab outside the pancreas, before and after DART (2020)',
    file: untreated,
    change: {
      ...afterPlatinum,
      primary: [{ site: 'colon', certainty: 'established', date: '2026-10-12' }],
      diagnoses: [
        {
          id: 'diagnosis',
          printed: 'neuroendocrine carcinoma of the colon, large cell type',
          scheme: 'WHO 2022',
          year: 2026,
          specimen: 'liver-biopsy',
          date: '2026-10-19',
        },
      ],
    },
    expected: {
      // The option itself is known from 2020.
      'ipi-nivo-trial-review-2019': ['absent', 'superseded by ipi-nivo-dart-high-grade'],
      'ipi-nivo-dart-high-grade': ['absent', 'stands'],
      'ipi-nivo-dart-low-grade': ['absent', 'absent'],
    },
  },
];

for (const { name, file, at, change, expected } of questions) {
  suite(name, () => {
    for (const [asOf, column] of [
      ['2019', 0],
      ['2026-11-21', 1],
    ] as const) {
      test(`known by ${asOf}`, () => {
        const seen = holding(board(file, asOf, change, at));
        assert.deepEqual(
          Object.fromEntries(Object.keys(expected).map((id) => [id, seen.get(id) ?? 'absent'])),
          Object.fromEntries(Object.entries(expected).map(([id, states]) => [id, states[column]])),
        );
      });
    }
  });
}

/** The letters of a report, without what lays it out. */
const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ');

test('the report prints what limits a statement, with the reason, and nothing of it at the earlier date', () => {
  const today = board(untreated, '2026-11-21').text;
  assert.match(today, /limited\]? by E\d+/);
  const laterWords = /TOPIC NEC|ENETS 2023|NORDIC NEC 2|NETTER 2/;
  assert.match(lettersOf(today), laterWords);
  assert.doesNotMatch(lettersOf(board(untreated, '2019').text), laterWords);
});

const registerBy = (asOf: string) => {
  const date = parsePatientDate(asOf);
  assert.ok(date.ok);
  const clock = { kind: 'asOf', date: date.value } as const;
  const { statements } = cutEvidence(knowledge.base.evidence, { clock, without: [], own: [] });
  const { conflicts, differentQuestions } = conflictRegister(statements);
  const has = (id: string) =>
    conflicts.find(({ sides }) =>
      sides.some((side) => side.statements.some((each) => each.statement.id === id)),
    );
  return { has, questions: differentQuestions.map(({ statements: pair }) => pair.map(({ id }) => id)) };
};

test('the conflict register of 2019 and of today', () => {
  const [before, today] = [registerBy('2019'), registerBy('2026-11-21')];
  assert.equal(before.has('nec-ip-hbp-yamaguchi')?.standing, 'open');
  assert.equal(today.has('nec-ip-hbp-yamaguchi')?.standing, 'limited');
  assert.equal(before.has('nec-prognosis-seer')?.standing, 'open');
  assert.equal(today.has('nec-prognosis-seer')?.standing, 'superseded');
  assert.equal(before.has('prrt-ezziddin-ki67-above-20')?.standing, 'open');
  assert.equal(today.has('prrt-ezziddin-ki67-above-20')?.standing, 'limited');
  for (const each of [before, today]) assert.equal(each.has('nec-xelox-bajetta')?.standing, 'open');
});

test('60% for response (Welin) and 50% for survival (Olsen) are different questions at both dates, and no conflict', () => {
  for (const asOf of ['2019', '2026-11-21']) {
    const { has, questions } = registerBy(asOf);
    for (const welin of ['nec-temozolomide-welin-ki67-below-60', 'nec-captem-welin-ki67-below-60']) {
      assert.equal(has(welin), undefined);
      assert.ok(
        questions.some((pair) => pair.includes(welin) && pair.includes('nec-temozolomide-olsen-ki67-50')),
      );
    }
  }
});
