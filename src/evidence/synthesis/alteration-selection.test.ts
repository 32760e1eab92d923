import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Criterion, printCriterion } from '../../criteria/index.ts';
import { alterationSelectionText, relateAlterationSelections } from './alteration-selection.ts';

const kit: Criterion = { alteration: { gene: 'KIT', anyMutation: true } };
const amplified: Criterion = { alteration: { gene: 'KIT', amplification: true } };
const amplifiedAlone: Criterion = { alteration: { gene: 'KIT', amplification: true, alone: true } };
const sensitive: Criterion = { alteration: { gene: 'KIT', variant: 'L576P' } };
const resistant: Criterion = { alteration: { gene: 'KIT', variant: 'D816V' } };
const vhl: Criterion = { germline: { genes: ['VHL'] } };
const unstable: Criterion = { biomarker: { marker: 'MSI' } };
const fused: Criterion = { alteration: { fusionOf: ['NTRK1', 'NTRK3'] } };
const net: Criterion = { disease: { entity: 'net' } };
const proliferative: Criterion = { ki67Percent: { above: 20 } };
const not = (each: Criterion): Criterion => ({ not: each });
const all = (...parts: readonly Criterion[]): Criterion => ({ all: parts });
const any = (...parts: readonly Criterion[]): Criterion => ({ any: parts });

const rows: readonly (readonly [Criterion | undefined, Criterion | undefined, string])[] = [
  [undefined, undefined, 'same'],
  [undefined, net, 'same'],
  [net, proliferative, 'same'],
  [kit, undefined, 'notAsked'],
  [vhl, net, 'notAsked'],
  [all(net, vhl), net, 'notAsked'],
  [all(net, vhl), vhl, 'same'],
  [unstable, proliferative, 'notAsked'],
  [fused, undefined, 'notAsked'],
  [kit, not(kit), 'opposite'],
  [all(net, not(vhl)), vhl, 'opposite'],
  [not(kit), undefined, 'notAsked'],
  [sensitive, resistant, 'different'],
  [vhl, kit, 'different'],
  // Patients without the alteration may be among them.
  [any(kit, net), kit, 'different'],
  [any(kit, net), undefined, 'different'],
  [any(kit, amplified), any(amplified, kit), 'same'],
  [any(kit, amplified), kit, 'different'],
  [not(any(kit, amplified)), all(not(amplified), not(kit)), 'same'],
  [not(not(kit)), kit, 'same'],
  [{ atLeast: { count: 1, of: [kit, amplified] } }, any(kit, amplified), 'same'],
  [{ atLeast: { count: 2, of: [kit, amplified] } }, all(kit, amplified), 'same'],
  // Selected by Ki-67 in opposite ways, with the alterations the other way round.
  [
    any(all(kit, proliferative), all(not(kit), not(proliferative))),
    any(all(not(kit), proliferative), all(kit, not(proliferative))),
    'different',
  ],
  // Alone is without a mutation; a list of genes or exons is its alternatives.
  [amplifiedAlone, all(not(kit), amplified), 'same'],
  [amplifiedAlone, kit, 'opposite'],
  [fused, any({ alteration: { fusionOf: 'NTRK3' } }, { alteration: { fusionOf: ['NTRK1'] } }), 'same'],
  [{ alteration: { gene: 'KIT', exon: [9] } }, { alteration: { gene: 'KIT', exon: 9 } }, 'same'],
  [{ germline: { genes: ['VHL', 'MEN1'] } }, { germline: { genes: ['MEN1', 'VHL'] } }, 'same'],
  // A variant is a mutation of its gene: a part of the mutated is the part.
  [all(any(kit, amplified), sensitive), sensitive, 'same'],
  [not(kit), sensitive, 'opposite'],
  // Nobody has it and has it not.
  [all(kit, not(kit)), all(kit, not(kit)), 'different'],
];

const named = (each: Criterion | undefined) => (each === undefined ? 'nothing asked' : printCriterion(each));
for (const [a, b, expected] of rows)
  test(`${named(a)} / ${named(b)}: ${expected}`, () => {
    assert.equal(relateAlterationSelections(a, b), expected);
    assert.equal(relateAlterationSelections(b, a), expected);
  });

test('what is asked of alterations is printed without the rest', () => {
  assert.equal(alterationSelectionText(all(net, vhl)), 'germline alteration of VHL');
  assert.equal(alterationSelectionText(net), 'no alteration asked for');
  assert.equal(alterationSelectionText(all(net, not(kit))), 'not any mutation of KIT');
});

/** Ways to write a criterion that change nothing of what it means. */
const rewritings: readonly ((each: Criterion) => Criterion)[] = [
  (each) => all(each),
  (each) => any(each),
  (each) => all(each, each),
  (each) => all(each, net),
  (each) => all(proliferative, each),
  (each) => not(not(each)),
  (each) => not(any(not(each))),
  (each) => not(all(not(each), not(each))),
  (each) => ({ atLeast: { count: 1, of: [each] } }),
  (each) => ({ atLeast: { count: 2, of: [each, all(net, each)] } }),
  (each) => all(all(net, each), any(net, proliferative)),
];
const writing = fc
  .array(fc.constantFrom(...rewritings), { maxLength: 5 })
  .map((steps) => (each: Criterion) => steps.reduce((done, step) => step(done), each));
const markers = [kit, amplified, sensitive, resistant, vhl, unstable, fused];

test('property: however they are written, two selections are the same only where they ask the same', () => {
  const selections = [undefined, ...markers, ...markers.map(not)];
  const at = fc.nat({ max: selections.length - 1 });
  fc.assert(
    fc.property(at, at, writing, writing, (one, other, first, second) => {
      const [a, b] = [selections[one], selections[other]];
      const relation = relateAlterationSelections(a && first(a), b && second(b));
      assert.equal(relation === 'same', one === other);
      assert.equal(relateAlterationSelections(b && second(b), a && first(a)), relation);
    }),
    { numRuns: 500 },
  );
});

const leaf = fc.constantFrom(kit, amplified, vhl, unstable, net, proliferative);
const tree = fc.letrec<{ node: Criterion }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => ({ all: parts })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => ({ any: parts })),
    tie('node').map((part) => ({ not: part })),
  ),
})).node;

/** A criterion as a function of which leaves hold, written here a second time. */
function meets(of: Criterion, held: ReadonlySet<Criterion>): boolean {
  if ('all' in of) return of.all.every((each) => meets(each, held));
  if ('any' in of) return of.any.some((each) => meets(each, held));
  if ('not' in of) return !meets(of.not, held);
  return held.has(of);
}

/** The sets of markers with which a patient can be in a population. */
function admitted(of: Criterion): readonly string[] {
  const names = [kit, amplified, vhl, unstable, net, proliferative];
  const found = new Set<string>();
  for (let state = 0; state < 2 ** names.length; state += 1) {
    const held = new Set(names.filter((_, place) => (state & (1 << place)) !== 0));
    const ofMarkers = names.slice(0, 4).map((each) => (held.has(each) ? '1' : '0'));
    if (meets(of, held)) found.add(ofMarkers.join(''));
  }
  return [...found].sort();
}

test('property: populations that were selected alike admit the same patients; a population and its negation never are', () => {
  fc.assert(
    fc.property(tree, tree, (a, b) => {
      const relation = relateAlterationSelections(a, b);
      assert.equal(relateAlterationSelections(b, a), relation);
      if (relation === 'same') assert.deepEqual(admitted(a), admitted(b));
      if (relation === 'opposite')
        assert.deepEqual(
          admitted(a).filter((each) => admitted(b).includes(each)),
          [],
        );
      const isByMarkers = admitted(a).length < 16 && admitted(a).length > 0;
      if (isByMarkers) assert.notEqual(relateAlterationSelections(a, not(a)), 'same');
      if (isByMarkers) assert.notEqual(relateAlterationSelections(a, undefined), 'same');
    }),
    { numRuns: 500 },
  );
});

test('criteria too large to be compared differ, unless they are written alike', () => {
  const many = Array.from(
    { length: 20 },
    (_, at): Criterion => ({ alteration: { gene: 'KIT', exon: at + 1 } }),
  );
  assert.equal(relateAlterationSelections(any(...many), any(...many.toReversed())), 'same');
  assert.equal(relateAlterationSelections(any(...many), any(...many.slice(1))), 'different');
});
