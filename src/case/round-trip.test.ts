/** Writing a record and reading it again changes nothing, whatever the record holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { issueText } from '../reading/index.ts';
import { readGood, recordWith } from './example-cases.fixture.ts';
import { readCase, readCaseDocument, writeCase } from './index.ts';
import { smallDocument, text } from './small-records.fixture.ts';

test('any small record survives YAML, and JSON says the same', () => {
  fc.assert(
    fc.property(smallDocument, (document) => {
      const first = readCaseDocument(document);
      assert.ok(first.value !== undefined, first.issues.map(issueText).join('\n'));
      const { record } = first.value;
      const yaml = writeCase(record);
      assert.deepEqual(readGood(yaml, 'case.yaml').record, record);
      assert.deepEqual(readGood(JSON.stringify(document), 'case.json').record, record);
      assert.equal(writeCase(readGood(yaml, 'case.yaml').record), yaml);
    }),
    { numRuns: 200 },
  );
});

test('any words survive as they are, or are refused as no text', () => {
  fc.assert(
    fc.property(text, (printed) => {
      const { value } = readCaseDocument({ ...recordDocument, goals: [{ printed }] });
      if (value === undefined) return;
      const { value: again, issues } = readCase(writeCase(value.record), { source: 'case.yaml' });
      assert.ok(again !== undefined, issues.map(issueText).join('\n'));
      assert.equal(again.record.goals[0]?.printed, printed);
    }),
  );
});

const recordDocument = {
  cajal: 'case/1',
  id: 'words',
  title: 'Words',
  provenance: { kind: 'synthetic', statement: 'made for a test' },
  patient: { sex: 'notStated' },
};

test('printed numbers, dates and quantities keep their text', () => {
  const record = recordWith({
    patient: { sex: 'female', age: { years: ' 48 ', date: '2009-08' }, birth: '1961' },
    pathology: [
      {
        id: 'a',
        ki67: [{ status: 'counted', percent: '45%-70%' }],
        mitoses: [{ status: 'counted', count: 'rare' }],
      },
    ],
    laboratory: [{ analyte: 'CgA', value: '1,200 ng/mL', referenceRange: '<95', date: '..2012-06' }],
  });
  const written = writeCase(record);
  for (const printed of ['48', '45%-70%', 'rare', '1,200 ng/mL', '<95', '..2012-06', '2009-08', '1961'])
    assert.ok(written.includes(printed), `${printed} in\n${written}`);
  assert.deepEqual(readGood(written, 'case.yaml').record, record);
});

test('lists that hold nothing are not written', () => {
  assert.doesNotMatch(writeCase(recordWith({})), /\[\]/);
});
