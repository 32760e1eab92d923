/** OncoTree's tree of tumour types, and what is none. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readOncotreeFile } from './oncotree-file.ts';

test('every node with its parent and main type, flat', () => {
  const tree = {
    TISSUE: {
      code: 'TISSUE',
      name: 'Tissue',
      mainType: null,
      parent: null,
      children: {
        PANCREAS: {
          code: 'PANCREAS',
          name: 'Pancreas',
          mainType: 'Pancreatic Cancer',
          parent: 'TISSUE',
          children: {
            PANET: {
              code: 'PANET',
              name: 'Pancreatic NET',
              mainType: 'Pancreatic Cancer',
              parent: 'PANCREAS',
            },
          },
        },
      },
    },
  };
  assert.deepEqual(readOncotreeFile(JSON.stringify(tree)), {
    nodes: [
      { code: 'TISSUE', name: 'Tissue' },
      { code: 'PANCREAS', name: 'Pancreas', mainType: 'Pancreatic Cancer', parent: 'TISSUE' },
      { code: 'PANET', name: 'Pancreatic NET', mainType: 'Pancreatic Cancer', parent: 'PANCREAS' },
    ],
    issues: [],
  });
});

for (const [what, text, message] of [
  ['no JSON', 'code,name', /not JSON/],
  ['a list', '[1, 2]', /no tree of OncoTree/],
  ['a node without a name', '{"A": {"code": "A"}}', /A\.name/],
  [
    'a child without a code',
    '{"A": {"code": "A", "name": "a", "children": {"B": {"name": "b"}}}}',
    /children\.B\.code/,
  ],
  ['an empty text', '', /not JSON/],
  [
    'a code that stands twice',
    '{"A": {"code": "A", "name": "a"}, "B": {"code": "A", "name": "b"}}',
    /the code A stands in it twice/,
  ],
  [
    'a tree of ten thousand levels',
    `{"A":${'{"code":"A","name":"a","children":{"A":'.repeat(10_000)}1${'}}'.repeat(10_000)}}`,
    /nested too deep/,
  ],
] as const) {
  test(`${what} is refused with its place`, () => {
    const { nodes, issues } = readOncotreeFile(text);
    assert.deepEqual(nodes, []);
    assert.match(issues[0]?.message ?? '', message);
  });
}

test('a byte order mark is no fault', () =>
  assert.equal(readOncotreeFile('\ufeff{"A": {"code": "A", "name": "a"}}').nodes.length, 1));

const path = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'oncotree',
  'tumor_types.json',
);
test('the whole tree: every parent is a code of it', {
  skip: existsSync(path) ? false : `no reference data at ${path}`,
}, (context) => {
  const { nodes, issues } = readOncotreeFile(readFileSync(path, 'utf8'));
  context.diagnostic(`${nodes.length} tumour types`);
  assert.deepEqual(issues, []);
  assert.ok(nodes.length > 800);
  const codes = new Set(nodes.map(({ code }) => code));
  assert.deepEqual(
    nodes.filter(({ parent }) => parent !== undefined && !codes.has(parent)),
    [],
  );
  assert.equal(nodes.find(({ code }) => code === 'PANET')?.parent, 'PANCREAS');
});
