import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AuditFinding, distinctFindings, finding, findingId } from './finding.ts';

const one: Omit<AuditFinding, 'id'> = {
  study: 'a-study',
  check: 'percentage',
  group: 'all',
  about: 'adverse events: nausea',
  outcome: 'truncated',
  certainty: 'likely',
  printed: [{ printed: '66%', place: { document: '004', lines: '121' } }],
  recomputed: '66 is 30/45',
  test: 'whole numbers',
  explanation: 'cut off',
};

test('the id names study, check, group and subject', () => {
  assert.equal(findingId(one), 'a-study/percentage/all/adverse-events-nausea');
  assert.equal(finding(one).id, findingId(one));
  const other = finding({ ...finding(one), group: 'b' });
  assert.equal(other.id, 'a-study/percentage/b/adverse-events-nausea');
});

test('findings of one id become one, with all places, the stronger outcome and the greater certainty', () => {
  const second = { ...one, printed: [{ printed: '66%', place: { document: '004', lines: '302' } }] };
  const third = { ...one, outcome: 'impossible', certainty: 'certain', recomputed: 'no n fits' } as const;
  const { findings } = distinctFindings({
    findings: [one, second, third].map(finding),
    explained: [],
  });
  const [merged] = findings;
  assert.equal(findings.length, 1);
  assert.deepEqual(
    merged?.printed.map(({ place }) => place.lines),
    ['121', '302'],
  );
  assert.equal(merged?.outcome, 'impossible');
  assert.equal(merged?.certainty, 'certain');
  assert.equal(merged?.recomputed, '66 is 30/45; no n fits');
});
