/** `cajal relate`: what it prints of a finding, a pattern and the statements of the library. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alterationPattern, readNotation } from '../../alteration/index.ts';
import { statement } from '../../evidence/index.ts';
import { answerPatterns, answerStatements, changesOf, patternsOfArgument } from './relate-answer.ts';

function notation(text: string) {
  const { value } = readNotation(text);
  assert.ok(value !== undefined, text);
  return value;
}

test('an argument is a name or a pattern as JSON, and what is neither is refused', () => {
  assert.deepEqual(patternsOfArgument('KIT exon 11').patterns, [{ gene: 'KIT', exon: 11 }]);
  const json = '{"gene":"KIT","exon":11,"type":"activating"}';
  assert.deepEqual(patternsOfArgument(json).patterns, [alterationPattern.parse(JSON.parse(json))]);
  for (const wrong of ['{"gene":"KIT"}', '{gene', 'MSI-H', 'no such thing'])
    assert.equal(patternsOfArgument(wrong).issues[0]?.severity, 'error', wrong);
});

test('a finding shows class, exon and oncogenicity', () => {
  const [change] = changesOf(notation('KIT V560del'), []);
  assert.deepEqual([change?.mutationClass, change?.exons], ['inFrameDeletion', [11]]);
  assert.equal(change?.oncogenicity.call, 'unknownSignificance');
  assert.equal(changesOf(notation('BRAF V600E/K'), []).length, 2);
});

test('a relation names its rule', () => {
  const { patterns } = patternsOfArgument('KIT V560del');
  assert.equal(answerPatterns(notation('KIT V560A'), patterns, [])[0]?.relation.rule, 'otherAllele');
});

const about = (id: string, when: object) =>
  statement.parse({
    id,
    subject: { drugs: ['imatinib'] },
    direction: 'benefit',
    kind: 'clinical',
    entity: 'melanoma',
    when,
    claim: 'A claim.',
    studies: ['a-study'],
    known: '2020',
    verification: 'read',
    review: { owner: 'a curator', due: '2100-01-01' },
  });

test('a statement is asked by all its alterations together, and only by those', () => {
  const mutated = { alteration: { gene: 'KIT', anyMutation: true } };
  const amplified = { alteration: { gene: 'KIT', amplification: true } };
  const statements = [
    about('one', { any: [mutated, amplified] }),
    about('both', { all: [mutated, amplified] }),
    about('alone', { all: [mutated, { not: amplified }] }),
    about('with-line', { all: [mutated, { linesOfTherapy: { atLeast: 1 } }] }),
    about('other', { alteration: { gene: 'BRAF', variant: 'V600E' } }),
    about('no-marker', { linesOfTherapy: { atLeast: 1 } }),
  ];
  const answers = answerStatements(notation('KIT L576P'), statements, []);
  assert.deepEqual(
    answers.map(({ id, truth }) => [id, truth]),
    [
      ['one', 'met'],
      ['both', 'unmet'],
      ['alone', 'met'],
      ['with-line', 'met'],
    ],
  );
  // Whether the gene is mutated as well is not given.
  const alone = about('only', { alteration: { gene: 'KIT', amplification: true, alone: true } });
  assert.equal(answerStatements(notation('KIT amplification'), [alone], [])[0]?.truth, 'unknown');
});

test('a pattern that denies a change is refused, never shown as what it denies', () => {
  for (const text of ['KIT wild type', 'KRAS WT', 'BRAF non-V600', 'not KIT mutation']) {
    const { patterns, issues } = patternsOfArgument(text);
    assert.deepEqual(patterns, [], text);
    assert.match(issues.at(-1)?.message ?? '', /denies a change|could not be read/, text);
  }
});
