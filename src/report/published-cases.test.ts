/** Every example, at every decision point and as it stands now, gives a whole report, also with an empty library. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readCase } from '../case/index.ts';
import type { KnowledgeBase } from '../options/index.ts';
import { answerBoard, buildReport, renderHtml, renderTerminal, reportDocument } from './index.ts';
import { displayWidth } from './visible-text.ts';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'examples');
const empty: KnowledgeBase = {
  evidence: { studies: [], statements: [], approvals: [] },
  options: { options: [], ladders: [], cautions: [], tests: [], stanceRules: [] },
};

for (const name of readdirSync(examples).filter((each) => each.endsWith('.yaml'))) {
  test(`${name} gives a report at each of its decision points`, () => {
    const reading = readCase(readFileSync(join(examples, name)), { source: name });
    assert.ok(reading.value !== undefined, JSON.stringify(reading.issues));
    const points = reading.value.record.decisionPoints.map((point) => point.id);
    for (const at of [undefined, ...points]) {
      const answer = answerBoard(reading.value, empty, { at, without: [] });
      assert.ok(answer.value !== undefined, JSON.stringify(answer.issues));
      const report = buildReport({
        answer: answer.value,
        recordHash: 'b'.repeat(64),
        recordIssues: reading.issues,
        knowledgeHash: 'a'.repeat(64),
        softwareVersion: '0.1.0',
        now: '2026-11-20T23:52:45Z',
      });
      assert.deepEqual(reportDocument.parse(report), report);
      for (const row of renderTerminal(report, { columns: 80, colour: false }).split('\n'))
        assert.ok(displayWidth(row) <= 80, row);
      const ids = [...renderHtml(report, { styles: 'inline' }).matchAll(/ id="([^"]+)"/g)].map(
        ([, id]) => id,
      );
      assert.equal(new Set(ids).size, ids.length);
    }
  });
}
