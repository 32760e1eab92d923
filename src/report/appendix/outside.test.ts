/** The section of outside knowledge: every line with its pack and its own level, the negative as plain as the rest. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OutsideMatch, OutsideMatches, OutsideStatement, PackSource } from '../../evidence/index.ts';
import { outsideSection } from './outside.ts';

const source: PackSource = {
  id: 'made-up',
  name: 'Made-up base',
  version: '7',
  date: '2020-02-03',
  licence: 'CC0 1.0',
  hash: 'abcdef0123456789'.repeat(4),
};
const statement: OutsideStatement = {
  id: 'EID1',
  alsoIds: [],
  name: 'KIT V560DEL',
  genes: ['KIT'],
  disease: 'Melanoma',
  drugs: ['Imatinib'],
  direction: 'supports',
  significance: 'Sensitivity/Response',
  level: 'C',
  ratings: [3],
  status: 'accepted',
  citation: 'Nobody et al., 2013',
  pmids: ['1'],
  trials: [],
  line: 2,
};
const match = (more: Partial<OutsideStatement> = {}, of: Partial<OutsideMatch> = {}): OutsideMatch => ({
  source,
  statement: { ...statement, ...more },
  truth: 'met',
  resolution: 'exact',
  explanation: { truth: 'met', text: 'KIT V560del', parts: [] },
  ...of,
});
const none: OutsideMatches['leftOut'] = {
  otherAllele: 0,
  otherChange: 0,
  open: 0,
  later: 0,
  unread: 0,
  own: 0,
};

/** All words of a section with the tones of its badges. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(' ');
  if (typeof value === 'object' && value !== null) {
    const tone = 'tone' in value && typeof value.tone === 'string' ? `<${value.tone}>` : '';
    return `${tone} ${Object.entries(value)
      .filter(([key]) => key !== 'kind' && key !== 'tone' && key !== 'share')
      .map(([, each]) => words(each))
      .join(' ')}`;
  }
  return typeof value === 'string' ? value : '';
}
const textOf = (matches: readonly OutsideMatch[], leftOut = none): string =>
  words(
    outsideSection({ found: { matches, leftOut, unread: [] }, sources: [source], notRead: 0 }),
  ).replaceAll(/\s+/g, ' ');

test('no packs, no section; packs without a match say so', () => {
  assert.equal(outsideSection(undefined), undefined);
  const found = { matches: [], leftOut: none, unread: [] };
  assert.equal(outsideSection({ found, sources: [], notRead: 0 }), undefined);
  assert.match(textOf([]), /No statement of these packs matches a finding/);
});

test('the packs stand above with version, date, licence and hash, and that they move nothing', () => {
  const text = textOf([]);
  for (const part of [
    'Made-up base 7',
    'of 2020-02-03, pack made-up, licence CC0 1.0, hash',
    'abcdef0123456789',
    'they move no option above',
    'their tumour is not compared',
  ])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

/** The rows of the table of a section, in words. */
function rowsOf(matches: readonly OutsideMatch[], sources: readonly PackSource[] = [source]): string[] {
  const section = outsideSection({ found: { matches, leftOut: none, unread: [] }, sources, notRead: 0 });
  return (section?.blocks ?? []).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => words(row).replaceAll(/\s+/g, ' ')) : [],
  );
}

test('every row: tumour, level, stars, status, citation, and its own pack with version, date, licence and hash', () => {
  const second: PackSource = {
    id: 'second',
    name: 'Made-up base',
    version: '8',
    date: '2021-03-04',
    licence: 'ODbL 1.0',
    hash: 'fedcba9876543210'.repeat(4),
  };
  const rows = rowsOf(
    [match(), match({ direction: 'doesNotSupport' }, { source: second })],
    [source, second],
  );
  assert.equal(rows.length, 2);
  for (const [index, pack] of [
    'Made-up base 7 of 2020-02-03, pack made-up, licence CC0 1.0, hash abcdef0123456789',
    'Made-up base 8 of 2021-03-04, pack second, licence ODbL 1.0, hash fedcba9876543210',
  ].entries())
    for (const part of [
      pack,
      'KIT V560DEL',
      'Melanoma',
      'EID1, level C, 3 of 5 stars, accepted',
      'Nobody et al., 2013, PMID 1',
    ])
      assert.ok(rows[index]?.includes(part), `${part} in ${rows[index]}`);
});

test('stars of several pieces of evidence in a row, and none', () => {
  assert.match(rowsOf([match({ ratings: [3, 2] })])[0] ?? '', /level C, 3 and 2 of 5 stars, accepted/);
  assert.match(rowsOf([match({ ratings: [] })])[0] ?? '', /level C, accepted/);
});

test('a row that speaks against has the same columns and the same weight as one that speaks for', () => {
  const shape = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shape)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value).map(([key, each]) => [key, key === 'kind' ? each : shape(each)]),
          )
        : typeof value;
  const matches = [match(), match({ direction: 'doesNotSupport' }), match({ significance: 'Resistance' })];
  const section = outsideSection({
    found: { matches, leftOut: none, unread: [] },
    sources: [source],
    notRead: 0,
  });
  const table = section?.blocks.find((block) => block.kind === 'table');
  assert.ok(table?.kind === 'table');
  const [forIt, denied, resistant] = table.rows.map(shape);
  assert.deepEqual(denied, forIt);
  assert.deepEqual(resistant, forIt);
});

suite('the tone of what is said', () => {
  const tones: readonly (readonly [Partial<OutsideStatement>, string])[] = [
    [{}, '<favourable> Sensitivity/Response'],
    [{ significance: 'Resistance' }, '<unfavourable> Resistance'],
    [{ direction: 'doesNotSupport' }, '<unfavourable> does not support: Sensitivity/Response'],
    [{ direction: 'both' }, '<caution> supports and does not support: Sensitivity/Response'],
    [
      { direction: 'both', significance: 'Resistance' },
      '<caution> supports and does not support: Resistance',
    ],
    [{ direction: 'doesNotSupport', significance: 'Resistance' }, '<neutral> does not support: Resistance'],
    [{ significance: 'not stated' }, '<neutral> not stated'],
  ];
  for (const [more, said] of tones)
    test(said, () => {
      const text = textOf([match(more)]);
      assert.ok(text.includes(said), text);
    });
  test('what a nearer statement contradicts is not favourable, and names it with its pack', () => {
    const nearer = { ...statement, id: 'EID9' };
    assert.match(
      textOf([match({}, { contradictedBy: { source, statement: nearer } })]),
      /<caution> Sensitivity\/Response .*a nearer statement says otherwise.* EID9 /,
    );
    assert.match(
      textOf([match({}, { contradictedBy: { source: { ...source, id: 'other' }, statement: nearer } })]),
      /EID9 of the pack other/,
    );
  });
});

test('drugs given together are told from alternatives', () => {
  assert.match(
    textOf([match({ drugs: ['A', 'B'], interaction: 'Combination' })]),
    /A with B \(combination\)/,
  );
  assert.match(textOf([match({ drugs: ['A', 'B'], interaction: 'Substitutes' })]), /A, B \(substitutes\)/);
  assert.match(textOf([match({ drugs: [] })]), /no drug named/);
});

test('what is not shown is counted, and a long list is cut with its count', () => {
  const text = textOf([match()], { ...none, otherAllele: 2, own: 1 });
  assert.match(text, /2 of another change of the same codon/);
  assert.match(text, /1 of the patient's own publication/);
  assert.ok(!/\b0 of/.test(text));
  const many = Array.from({ length: 75 }, (_, index) => match({ id: `EID${index}` }));
  assert.match(textOf(many), /15 further statements that match; `cajal knowledge search`/);
  const last = many.map((each, index) =>
    index < 70 ? each : match({ id: `EID${index}`, direction: 'doesNotSupport' }),
  );
  assert.match(textOf(last), /15 further statements that match \(5 of them do not speak for their drug\)/);
});

test('a pack that could not be read is said, also where no other is held', () => {
  const found = { matches: [], leftOut: none, unread: [] };
  for (const sources of [[], [source]]) {
    const text = words(outsideSection({ found, sources, notRead: 1 }));
    assert.match(text, /One pack could not be read, and what it says is missing here/);
    assert.equal(text.includes('No statement of these packs'), sources.length > 0);
  }
  assert.match(words(outsideSection({ found, sources: [], notRead: 2 })), /2 packs could not be read/);
});
