/** The section of outside knowledge: every line with its pack and its own level, the negative as plain as the rest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  supports: true,
  significance: 'Sensitivity/Response',
  level: 'C',
  rating: 3,
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
  words(outsideSection({ matches, leftOut }, [source])).replaceAll(/\s+/g, ' ');

test('no packs, no section; packs without a match say so', () => {
  assert.equal(outsideSection(undefined, []), undefined);
  assert.equal(outsideSection({ matches: [], leftOut: none }, []), undefined);
  assert.match(textOf([]), /No statement of these packs matches a finding/);
});

test('the pack with version, date, licence and hash; the statement with tumour, level, stars, status and citation', () => {
  const text = textOf([match()]);
  for (const part of [
    'Made-up base 7',
    'of 2020-02-03, pack made-up, licence CC0 1.0, hash',
    'abcdef0123456789',
    'KIT V560DEL',
    'Melanoma',
    'EID1, level C, 3 of 5 stars, accepted',
    'Nobody et al., 2013, PMID 1',
    'they move no option above',
  ])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

test('support, resistance and "does not support" have tones of their own', () => {
  assert.match(textOf([match()]), /<favourable> Sensitivity\/Response/);
  assert.match(textOf([match({ significance: 'Resistance' })]), /<unfavourable> Resistance/);
  assert.match(
    textOf([match({ supports: false })]),
    /<unfavourable> does not support: Sensitivity\/Response/,
  );
  assert.match(
    textOf([match({}, { contradictedBy: { ...statement, id: 'EID9' } })]),
    /<caution> Sensitivity\/Response .*a nearer statement says otherwise.* EID9/,
  );
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
  assert.match(textOf(many), /15 further statements that match/);
});
