/** OncoTree's tree of tumour types, and what is none. */
import assert from 'node:assert/strict';
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
] as const) {
  test(`${what} is refused with its place`, () => {
    const { nodes, issues } = readOncotreeFile(text);
    assert.deepEqual(nodes, []);
    assert.match(issues[0]?.message ?? '', message);
  });
}
