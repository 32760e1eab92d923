/** Lollipops: paper 002, edge cases, random proteins; nothing overlaps, nothing without a position is placed. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLabel, faultsAtWidths, hostileLabels } from '../figure-checks.fixture.ts';
import { figureResponses, type GlyphMark, mutationClasses } from '../scene/index.ts';
import { renderSvg } from '../svg/index.ts';
import { kitBasket } from './kit-basket.fixture.ts';
import { type LollipopData, lollipopData } from './lollipop-data.ts';
import { lollipopFigure } from './lollipop-figure.ts';

const tiny = {
  title: 'One variant',
  gene: 'KIT',
  length: 976,
  mutations: [{ label: 'V560del', position: 560 }],
};
const faults = (data: LollipopData) => faultsAtWidths((width) => lollipopFigure(data, { width }));
const heads = (data: LollipopData, text: RegExp, width = 680): readonly GlyphMark[] =>
  lollipopFigure(data, { width }).marks.filter(
    (mark): mark is GlyphMark => mark.kind === 'glyph' && text.test(mark.hint ?? ''),
  );

test('the lollipop of paper 002 is the one that was looked at', (t) => {
  const figure = lollipopFigure(kitBasket('bestResponse'), { width: 340 });
  t.assert.fileSnapshot(renderSvg(figure), join(import.meta.dirname, 'snapshots', 'kit-basket.snap.svg'), {
    serializers: [(value: string) => value],
  });
});

test('paper 002: six patients with L576P stand as six heads in three responses, none mixed', () => {
  const data = kitBasket('bestResponse');
  const shapes = heads(data, /L576P/).map(({ shape }) => shape);
  assert.deepEqual(
    shapes.toSorted(),
    ['diamond', 'square', ...Array.from({ length: 4 }, () => 'triangle')].toSorted(),
  );
  assert.deepEqual(
    heads(data, /position 642/).map(({ hint }) => hint),
    [
      'K642E, position 642: 1 patient; complete response; Pt-14',
      'K642I, position 642: 1 patient; progressive disease; Pt-15',
    ],
  );
  assert.deepEqual(faults(data), []);
  assert.deepEqual(faults(kitBasket('class')), []);
});

test('paper 002: amplification is counted beside the protein and never on it', () => {
  const figure = lollipopFigure(kitBasket('class'));
  const texts = figure.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  assert.ok(texts.includes('Amplification: 6 patients, 4 of them with a variant above'));
  assert.equal(heads(kitBasket('class'), /mplification/).length, 0);
  const row = figure.table.rows.find(
    ([variant, , , , , , patient]) => variant === 'Amplification' && patient === 'Pt-16',
  );
  assert.equal(row?.[1], null);
  assert.match(figure.caption, /KIT: 16 of 18 patients examined with a variant, at 10 positions/);
});

test('close positions keep slots of their own in a column of 90 mm, in the order of the protein', () => {
  const places = heads(kitBasket('class'), /position 5[3-8]\d/, 340);
  const slots = [...new Set(places.map(({ x }) => x))];
  assert.equal(slots.length, 6);
  const ordered = slots.toSorted((one, other) => one - other);
  const gaps = ordered.slice(1).map((x, at) => x - (ordered[at] ?? x));
  assert.ok(Math.min(...gaps) >= 12);
});

test('unknown significance is hollow, whatever colours the head', () => {
  for (const colourBy of ['class', 'bestResponse'] as const) {
    const data = lollipopData.parse({
      ...tiny,
      colourBy,
      mutations: figureResponses.flatMap((bestResponse, at) => [
        { label: 'A1T', position: 10 + at, isVus: true, bestResponse, class: 'missense' },
        { label: 'A1V', position: 50 + at, bestResponse, class: 'missense' },
      ]),
    });
    for (const { fill, stroke } of heads(data, /^A1T/)) assert.ok(fill === 'ground' && stroke !== 'ground');
    for (const { fill } of heads(data, /^A1V/)) assert.notEqual(fill, 'ground');
    assert.deepEqual(faults(data), []);
  }
});

test('what is not known is said', () => {
  const { caption, marks } = lollipopFigure(lollipopData.parse(tiny));
  assert.match(caption, /Exon boundaries are not known/);
  assert.match(caption, /reference sequence of the positions is not stated/);
  assert.ok(marks.some((mark) => mark.kind === 'text' && mark.text === 'not known'));
});

test('tiny, empty, crowded and hostile input is drawn without a fault', () => {
  const crowded = Array.from({ length: 200 }, (_, at) => ({
    label: `A${at * 4 + 1}T`,
    position: at * 4 + 1,
    patients: (at * 7) % 40 === 0 ? 60 : 1 + (at % 3),
    class: mutationClasses[at % mutationClasses.length],
    isVus: at % 5 === 0,
  }));
  const inputs: readonly unknown[] = [
    tiny,
    { ...tiny, mutations: [] },
    { ...tiny, mutations: [], notOnProtein: [{ label: 'amplification' }] },
    { ...tiny, mutations: crowded },
    { ...tiny, length: 34_350, mutations: crowded },
    {
      title: hostileLabels.join(' '),
      gene: hostileLabels[0],
      length: 100,
      domains: hostileLabels.map((name, at) => ({ name, start: 1 + at * 3, end: 60 + at * 9 })),
      exons: Array.from({ length: 100 }, (_, at) => ({ number: at + 1, start: at + 1, end: at + 1 })),
      mutations: hostileLabels.map((label, at) => ({ label, position: 50 + Math.floor(at / 2) })),
      notOnProtein: hostileLabels.map((label) => ({ label })),
    },
  ];
  for (const input of inputs) assert.deepEqual(faults(lollipopData.parse(input)), []);
});

test('a crowded protein says how many of its positions are labelled', () => {
  const captionOf = (often: number): string => {
    const mutations = Array.from({ length: 200 }, (_, at) => ({
      label: `A${at + 1}T`,
      position: at + 1,
      patients: at < often ? 5 : 1,
    }));
    return lollipopFigure(lollipopData.parse({ ...tiny, mutations }), { width: 340 }).caption;
  };
  assert.match(captionOf(3), /3 of 200 positions are labelled, the most frequent/);
  assert.match(captionOf(0), /The 200 positions are too many to label/);
});

test('positions beyond the protein and named patients counted twice are refused', () => {
  const refused = (input: unknown): string => String(lollipopData.safeParse(input).error?.issues[0]?.message);
  assert.match(
    refused({ ...tiny, mutations: [{ label: 'X', position: 977 }] }),
    /beyond the last amino acid, 976/,
  );
  assert.match(refused({ ...tiny, domains: [{ name: 'x', start: 5, end: 4 }] }), /end is before start/);
  assert.match(
    refused({ ...tiny, mutations: [{ label: 'X', position: 1, patient: 'a', patients: 2 }] }),
    /counts once/,
  );
});

test('no random protein has a fault', () => {
  const residue = fc.integer({ min: 1, max: 600 });
  const mutation = fc.record({
    label: anyLabel,
    position: residue,
    patients: fc.integer({ min: 1, max: 30 }),
    class: fc.constantFrom(...mutationClasses),
    isVus: fc.boolean(),
    bestResponse: fc.constantFrom(...figureResponses),
  });
  const range = fc
    .tuple(residue, residue)
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
  const input = fc.record({
    title: anyLabel,
    gene: anyLabel,
    length: fc.constant(600),
    colourBy: fc.constantFrom('class', 'bestResponse'),
    exons: fc.option(
      fc
        .array(range, { minLength: 1, maxLength: 20 })
        .map((all) => all.map((each, at) => ({ number: at + 1, ...each }))),
    ),
    domains: fc.array(
      fc.tuple(anyLabel, range).map(([name, each]) => ({ name, ...each })),
      { maxLength: 8 },
    ),
    mutations: fc.array(mutation, { maxLength: 40 }),
    notOnProtein: fc.array(fc.record({ label: anyLabel, patients: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 5,
    }),
  });
  fc.assert(
    fc.property(input, (each) => {
      assert.deepEqual(faults(lollipopData.parse(each)), []);
    }),
    { numRuns: 40 },
  );
});
