import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AuditAnswer, type Study, study } from '../../evidence/index.ts';
import {
  auditReport,
  auditSubjectText,
  findingLines,
  renderAuditCsv,
  renderAuditMarkdown,
} from './audit-report.ts';

const place = { document: '004', section: 'Table 5', lines: '7' };
const answer: AuditAnswer = {
  findings: [
    {
      id: 'study-a/denominator/all/best-response',
      study: 'study-a',
      check: 'denominator',
      group: 'all',
      about: 'best response: partialResponse',
      outcome: 'impossible',
      certainty: 'certain',
      printed: [{ printed: '29%', place }],
      recomputed: 'the row fits n = 17, "not" 20',
      test: 'whole numbers',
      explanation: 'Fewer patients | were counted.',
    },
  ],
  explained: [
    { study: 'study-a', check: 'sum', group: 'all', about: 'responseRate', printed: [], because: 'Rounded.' },
  ],
};
const made: Study = study.parse({
  cajal: 'study/1',
  id: 'study-a',
  title: 'Invented',
  citation: { year: 2010 },
  published: '2010',
  verification: 'unverified',
  readIn: place,
  design: { type: 'retrospectiveSeries' },
  selection: 'unstated',
  population: { words: 'NEC', entity: 'nec' },
  printed: {
    groups: [{ id: 'all', words: 'all' }],
    verdicts: [
      {
        check: 'denominator',
        group: 'all',
        about: 'best response',
        verdict: 'useRecomputed',
        reason: 'The row fits 17.',
        curator: 'a curator',
        date: '2026-11-21',
      },
    ],
  },
});
const report = auditReport(answer, [made]);

test('printed, computed and the verdict of a curator stand together, in words', () => {
  const [section] = report.sections;
  const [judged] = section?.findings ?? [];
  assert.ok(judged !== undefined);
  const lines = findingLines(judged).join('\n');
  for (const words of [
    'impossible (certain): best response: partial response',
    '"29%" (paper 004, Table 5, lines 7)',
    'the row fits n = 17',
    'the recomputed value is used: The row fits 17. (a curator, 2026-11-21)',
  ])
    assert.ok(lines.includes(words), words);
  assert.deepEqual(report.byOutcome, [['impossible', 1]]);
});

test('Markdown and CSV carry the same finding, and no cell breaks its row', () => {
  const markdown = renderAuditMarkdown(report, 'Audit');
  assert.match(markdown, /^# Audit\n\n1 findings \(1 impossible\); 1 values that look wrong and are right\./);
  assert.match(markdown, /Looks wrong and is right:\n\n- response rate: /);
  const csv = renderAuditCsv(report);
  assert.equal(csv.trim().split('\n').length, 2);
  assert.match(csv, /"the row fits n = 17, ""not"" 20"/);
});

test('codes are words', () => {
  assert.equal(
    auditSubjectText('p of overallSurvival by fisherOneSided, fisher'),
    "p of overall survival by Fisher's one-sided, Fisher's exact test",
  );
});
