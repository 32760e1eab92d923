import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Criterion } from '../../criteria/index.ts';
import { borrowRates } from './borrowing.ts';
import { comparabilityPanel } from './comparability-panel.ts';
import { selectRates } from './selected-rate.ts';
import { madeStudy } from './synthesis.fixture.ts';

const asked = { reading: 'curated', threshold: 0.2, cutoff: 0.9 } as const;
const selectionOf = (where: Criterion, ...studies: Parameters<typeof selectRates>[0]) =>
  selectRates(studies, {
    outcome: 'objectiveResponse',
    where,
    denominator: 'analysed',
    reading: 'curated',
    withInferred: false,
  });
const ratesOf = (...studies: Parameters<typeof selectRates>[0]) =>
  selectionOf({ disease: { entity: 'solid-tumour' } }, ...studies).selected;

const by = (criterion?: Criterion) => ({
  population: { words: 'melanoma', entity: 'melanoma', ...(criterion === undefined ? {} : { criterion }) },
});
const kit = (pattern: object): Criterion => ({ alteration: { gene: 'KIT', ...pattern } });
const mutated = kit({ anyMutation: true });
const net = { population: { words: 'NET', entity: 'net' } };
const mixed = { population: { words: 'NEN', entity: 'nen' } };
const inVhl = {
  population: { words: 'NET in VHL disease', entity: 'net', criterion: { germline: { genes: ['VHL'] } } },
};
const given = (...drugs: string[]) => ({
  arms: [{ id: 'a', label: drugs.join(' and ') || 'unnamed', drugs }],
});

const refused = [
  ['tooFewStudies', [madeStudy('study-a', 1, 10)]],
  ['acrossDifferentiation', [madeStudy('study-a', 1, 10), madeStudy('study-b', 2, 10, net)]],
  ['mixedPopulation', [madeStudy('study-a', 1, 10), madeStudy('study-b', 2, 10, mixed)]],
  [
    'acrossAlterations',
    [
      madeStudy('study-a', 4, 6, by(kit({ variant: 'L576P' }))),
      madeStudy('study-b', 0, 4, by(kit({ variant: 'D816V' }))),
    ],
  ],
  [
    'oppositeAlterations',
    [madeStudy('study-a', 7, 13, by(mutated)), madeStudy('study-b', 0, 11, by({ not: mutated }))],
  ],
  ['alterationNotAsked', [madeStudy('study-a', 7, 13, by(mutated)), madeStudy('study-b', 0, 11, by())]],
  ['alterationNotAsked', [madeStudy('study-a', 10, 12, inVhl), madeStudy('study-b', 2, 27, net)]],
  ['acrossTreatments', [madeStudy('study-a', 4, 8), madeStudy('study-b', 0, 14, given('pembrolizumab'))]],
  ['acrossTreatments', [madeStudy('study-a', 4, 8), madeStudy('study-b', 1, 6, given())]],
  [
    'acrossDrugs',
    [madeStudy('study-a', 4, 8), madeStudy('study-b', 1, 6, given('carboplatin', 'etoposide'))],
  ],
] as const;
for (const [reason, studies] of refused)
  test(`refused: ${reason} (${studies.map(({ population, arms }) => `${population.words}, ${arms[0]?.label}`).join('; ')})`, () => {
    const rates = ratesOf(...studies);
    for (const same of [rates, rates.toReversed()]) {
      const read = borrowRates(same, asked);
      assert.equal(!read.ok && read.reason, reason);
      assert.deepEqual(
        read.baskets.map(({ rate }) => rate),
        same,
      );
      assert.deepEqual(read.panel, comparabilityPanel(same, 'curated'));
    }
  });

test('a population selected by no alteration is left out and named where one is asked for', () => {
  const { selected, leftOut } = selectionOf(
    mutated,
    madeStudy('study-a', 7, 13, by(mutated)),
    madeStudy('study-b', 3, 4, by({ all: [mutated] })),
    madeStudy('study-c', 0, 11, by({ not: mutated })),
    madeStudy('study-d', 2, 20, by()),
  );
  assert.ok(borrowRates(selected, asked).ok);
  assert.deepEqual(
    leftOut.map(({ study, reason }) => [study.id, reason]),
    [
      ['study-c', 'otherPopulation'],
      ['study-d', 'populationUnknown'],
    ],
  );
});

test('a part of a study has the criterion of the study too', () => {
  const either: Criterion = { any: [mutated, kit({ amplification: true })] };
  const part = { population: { words: 'L576P', entity: 'melanoma', criterion: kit({ variant: 'L576P' }) } };
  const unselectedPart = { population: { words: 'mucosal', entity: 'melanoma' } };
  const wholly = madeStudy('study-a', 3, 4, by(kit({ variant: 'L576P' })));
  const inPart = borrowRates(ratesOf(wholly, madeStudy('study-b', 4, 6, by(either), part)), asked);
  assert.ok(inPart.ok);
  assert.deepEqual(
    inPart.baskets.map(({ alterations }) => alterations),
    ['KIT L576P', 'KIT L576P'],
  );
  const rates = ratesOf(
    madeStudy('study-a', 1, 9, by()),
    madeStudy('study-b', 4, 6, by(either), unselectedPart),
  );
  const unselected = borrowRates(rates, asked);
  assert.equal(!unselected.ok && unselected.reason, 'alterationNotAsked');
});

test('across treatments only where it is asked for; arms of one study are told apart by it', () => {
  const rates = ratesOf(madeStudy('study-a', 4, 8), madeStudy('study-b', 0, 14, given('pembrolizumab')));
  const read = borrowRates(rates, { ...asked, acrossTreatments: true });
  assert.ok(read.ok);
  assert.equal(read.treatments, 'different');
  assert.deepEqual(
    read.baskets.map(({ treatment }) => treatment),
    ['cisplatin + etoposide', 'pembrolizumab'],
  );
  const arm = (id: string) => ({ id, label: id, drugs: ['repotrectinib'] });
  const study = madeStudy('study-a', 23, 40, { arms: [arm('naive'), arm('pretreated')] }, { arm: 'naive' });
  const [count] = study.counts;
  assert.ok(count);
  const arms = { ...study, counts: [count, { ...count, arm: 'pretreated', count: 24, of: 48 }] };
  const between = borrowRates(ratesOf(arms), asked);
  assert.equal(!between.ok && between.reason, 'acrossTreatments');
  const together = madeStudy('study-b', 5, 9, {
    arms: [arm('naive'), { ...arm('other'), drugs: ['imatinib'] }],
  });
  const notApart = borrowRates(ratesOf(together, madeStudy('study-c', 2, 9, given('imatinib'))), asked);
  assert.equal(!notApart.ok && notApart.reason, 'acrossTreatments');
  assert.equal(notApart.baskets[0]?.treatment, 'repotrectinib or imatinib');
});

test('unborrowed first, what is borrowed beside it, and false positives by enumeration', () => {
  const read = borrowRates(
    ratesOf(
      madeStudy('study-a', 4, 8),
      madeStudy('study-b', 1, 6, { arms: [{ id: 'pe', label: 'PE', drugs: ['etoposide', 'cisplatin'] }] }),
    ),
    asked,
  );
  assert.ok(read.ok);
  assert.deepEqual(
    read.baskets.map(({ denominator }) => denominator),
    ['enrolled', 'enrolled'],
  );
  const { borrowing, falsePositives } = read.borrowed;
  const [first, second] = borrowing.baskets;
  // Beta(4.5, 4.5) and Beta(1.5, 5.5)
  assert.ok(Math.abs((first?.unborrowed?.mean ?? 0) - 0.5) < 1e-12);
  assert.ok(Math.abs((second?.unborrowed?.mean ?? 0) - 1.5 / 7) < 1e-12);
  assert.ok((first?.hierarchical?.summary.mean ?? 1) < 0.5);
  assert.ok((second?.hierarchical?.borrowedPatients ?? 0) > 0);
  assert.deepEqual(
    falsePositives.map(({ reading }) => reading.ok && reading.outcomes),
    [63, 63, 63],
  );
});

test('property: sensitive and resistant, selected and unselected never borrow, however the criteria are written', () => {
  const free: Criterion = { disease: { entity: 'melanoma' } };
  const steps: readonly ((each: Criterion) => Criterion)[] = [
    (each) => ({ all: [each] }),
    (each) => ({ any: [each, each] }),
    (each) => ({ all: [free, each] }),
    (each) => ({ all: [each, free] }),
    (each) => ({ not: { not: each } }),
    (each) => ({ not: { any: [{ not: each }] } }),
  ];
  const pairs: readonly (readonly [Criterion, Criterion | undefined])[] = [
    [kit({ variant: 'L576P' }), kit({ variant: 'D816V' })],
    [mutated, { not: mutated }],
    [mutated, free],
    [{ germline: { genes: ['VHL'] } }, free],
    [{ biomarker: { marker: 'MSI' } }, undefined],
    [{ alteration: { fusionOf: ['NTRK1', 'NTRK3'] } }, { not: { alteration: { fusionOf: 'NTRK3' } } }],
  ];
  const written = fc
    .array(fc.constantFrom(...steps), { maxLength: 5 })
    .map(
      (list) => (each: Criterion | undefined) =>
        each === undefined ? undefined : list.reduce((done, step) => step(done), each),
    );
  fc.assert(
    fc.property(fc.constantFrom(...pairs), written, written, fc.boolean(), ([a, b], one, other, swapped) => {
      const studies = [madeStudy('study-a', 3, 4, by(one(a))), madeStudy('study-b', 0, 4, by(other(b)))];
      const { ok } = borrowRates(ratesOf(...(swapped ? studies.toReversed() : studies)), asked);
      assert.equal(ok, false);
    }),
    { numRuns: 200 },
  );
});
