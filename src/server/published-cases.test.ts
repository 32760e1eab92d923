/** Published cases come in once, follow their files, and give way to what a user did. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readCase } from '../case/index.ts';
import { openAskedApp, smallCase } from './asked-app.fixture.ts';
import { loadPublishedCases } from './published-cases.ts';

const app = openAskedApp();
after(() => app.close());
const { store } = app;

const file = (id: string, title: string) => ({
  name: `${id}.yaml`,
  text: smallCase.replace('id: small', `id: ${id}`).replace('A small case', title),
});

test('a first start adds them under the name cajal; a second one writes nothing', () => {
  const files = [file('one', 'One'), file('two', 'Two'), file('three', 'Three')];
  assert.deepEqual(loadPublishedCases(store, files), { added: 3, updated: 0, leftAlone: [], issues: [] });
  assert.equal(store.get('one')?.author, 'cajal');
  assert.match(store.get('one')?.reason ?? '', /^published case one\.yaml, SHA-256 [0-9a-f]{64}$/);
  const head = store.head();
  assert.deepEqual(loadPublishedCases(store, files), { added: 0, updated: 0, leftAlone: [], issues: [] });
  assert.deepEqual(store.head(), head);
});

test('a file that changed becomes a version; a case that a user changed or removed stays', () => {
  const { value } = readCase(file('two', 'Of the user').text);
  assert.ok(value);
  assert.ok(store.save('two', value.document, { author: 'ana', reason: '', expectedVersion: 1 }).ok);
  assert.ok(store.remove('three', { author: 'ana', reason: '', expectedVersion: 1 }).ok);
  const files = [
    file('one', 'One, corrected'),
    file('two', 'Two, corrected'),
    file('three', 'Three, corrected'),
  ];
  const { added, updated, leftAlone } = loadPublishedCases(store, files);
  assert.deepEqual({ added, updated, leftAlone }, { added: 0, updated: 1, leftAlone: ['two', 'three'] });
  assert.equal(store.history('one').length, 2);
  assert.equal(store.get('two')?.author, 'ana');
  assert.equal(store.get('three'), undefined);
});

test('a file whose comments alone changed makes no version', () => {
  const { name, text } = file('one', 'One, corrected');
  const head = store.head();
  assert.equal(loadPublishedCases(store, [{ name, text: `# a comment\n${text}` }]).updated, 0);
  assert.deepEqual(store.head(), head);
});

test('a file that cannot be read is told, and the others come in', () => {
  const result = loadPublishedCases(store, [{ name: 'broken.yaml', text: 'id: [' }, file('four', 'Four')]);
  assert.equal(result.added, 1);
  assert.equal(result.issues[0]?.code, 'yaml-syntax');
  assert.equal(result.issues[0]?.source, 'broken.yaml');
});
