/** The published case files are read without an error, and no way of writing them loses anything. */
import assert from 'node:assert/strict';
import * as files from 'node:fs';
import { test } from 'node:test';
import { hasErrors, issueText } from '../reading/index.ts';
import { exampleFiles, readGood } from './example-cases.fixture.ts';
import { caseRecord, cutCase, readCase, readCaseDocument, writeCase } from './index.ts';

test('there are case files to read', () => {
  assert.ok(exampleFiles(files).length >= 27, `${exampleFiles(files).length} files`);
});

test('the ids of the case files are unique', () => {
  const ids = exampleFiles(files).map(({ name, text }) => readGood(text, name).record.id);
  assert.equal(new Set(ids).size, ids.length);
});

for (const { name, text } of exampleFiles(files)) {
  test(`${name} is read without an error`, () => {
    const { value, issues } = readCase(text, { source: name });
    assert.ok(value !== undefined && !hasErrors(issues), issues.map(issueText).join('\n'));
    for (const issue of issues) {
      assert.equal(issue.source, name);
      assert.ok(issue.line !== undefined && issue.column !== undefined, issueText(issue));
    }
  });

  test(`${name}, written and read again, is the same record`, () => {
    const { record } = readGood(text, name);
    const written = writeCase(record);
    const again = readGood(written, name);
    assert.deepEqual(again.record, record);
    assert.equal(writeCase(again.record), written);
  });

  test(`${name} says the same in JSON`, () => {
    const fromYaml = readGood(text, name);
    const json = JSON.stringify(fromYaml.document, null, 2);
    assert.deepEqual(readGood(json, 'case.json').record, fromYaml.record);
    assert.deepEqual(readCaseDocument(fromYaml.document).value?.record, fromYaml.record);
  });

  test(`${name}, cut at each of its decision points, still fits the schema`, () => {
    const { record } = readGood(text, name);
    for (const { date, label } of record.decisionPoints) {
      const cut = cutCase(record, { kind: 'at', date, label });
      const encoded = caseRecord.encode(cut.record);
      assert.deepEqual(caseRecord.decode(encoded), cut.record);
    }
  });
}

test('reading leaves the document as it was given', () => {
  for (const { name, text } of exampleFiles(files).slice(0, 3)) {
    const { document } = readGood(text, name);
    const before = JSON.stringify(document);
    readCaseDocument(document);
    assert.equal(JSON.stringify(document), before);
  }
});
