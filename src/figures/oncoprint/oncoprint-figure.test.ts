/** Oncoprints: the landscape of paper 002, the memo sort, denominators, and random cohorts without a fault. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLabel, faultsAtWidths, hostileLabels } from '../figure-checks.fixture.ts';
import { mutationClasses, structuralKinds } from '../scene/index.ts';
import { renderSvg } from '../svg/index.ts';
import { oncoprintGrid } from './cells.ts';
import { kitBasketLandscape } from './kit-basket.fixture.ts';
import { type OncoprintData, oncoprintData } from './oncoprint-data.ts';
import { oncoprintFigure } from './oncoprint-figure.ts';

const faults = (data: OncoprintData) => faultsAtWidths((width) => oncoprintFigure(data, { width }));
const textsOf = (data: OncoprintData): readonly string[] =>
  oncoprintFigure(data).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const order = (data: unknown): string =>
  oncoprintGrid(oncoprintData.parse(data))
    .patients.map(({ id }) => id)
    .join(' ');

test('the landscape of paper 002 is the one that was looked at', (t) => {
  const svg = renderSvg(oncoprintFigure(kitBasketLandscape()));
  t.assert.fileSnapshot(svg, join(import.meta.dirname, 'snapshots', 'kit-basket.snap.svg'), {
    serializers: [(value: string) => value],
  });
});

test('paper 002: KIT has a share of 18, no other gene has one, and nothing is negative', () => {
  const data = kitBasketLandscape();
  const texts = textsOf(data);
  assert.ok(texts.includes('18/18 (100%)'));
  assert.equal(texts.filter((text) => text === '3 found').length, 2, 'CDKN2A, PDGFRA');
  assert.equal(texts.filter((text) => text === '1 found').length, 10);
  assert.ok(!texts.includes('tested, none found'));
  const { table } = oncoprintFigure(data);
  const row = table.rows.find(([patient]) => patient === 'Pt-13');
  assert.deepEqual(row?.slice(0, 4), ['Pt-13', 'PR', 'Mucosal melanoma', 'missense W557G; amplification']);
  assert.equal(row?.[table.columns.indexOf('CDKN2A')], 'coverage not known');
  assert.deepEqual(faults(data), []);
});

test('the memo sort: by the first gene, kinds in their order, ties by the next gene, then as given', () => {
  const patients = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, tested: 'all' }));
  const found = (patient: string, gene: string, kind = 'mutation', more = {}) => ({
    patient,
    gene,
    kind,
    ...more,
  });
  const base = { title: 't', genes: ['ONE', 'TWO'], geneOrder: 'given', patients };
  const alterations = [
    found('b', 'TWO'),
    found('c', 'ONE', 'mutation', { class: 'missense' }),
    found('d', 'ONE', 'mutation', { class: 'truncating' }),
    found('e', 'ONE', 'amplification'),
    found('f', 'ONE', 'amplification'),
    found('f', 'TWO'),
    found('g', 'ONE', 'mutation', { class: 'truncating', isVus: true }),
  ];
  assert.equal(order({ ...base, alterations }), 'f e d c g b a');
  assert.equal(order({ ...base, alterations, patientOrder: 'given' }), 'a b c d e f g');
  assert.equal(
    order({ ...base, alterations: [found('a', 'ONE', 'loss'), found('b', 'ONE', 'fusion')] }),
    'b a c d e f g',
  );
});

test('genes stand by frequency unless the order is given', () => {
  const input = {
    title: 't',
    genes: ['RARE', 'OFTEN'],
    patients: [{ id: 'a' }, { id: 'b' }],
    alterations: [
      { patient: 'a', gene: 'RARE', kind: 'loss' },
      { patient: 'a', gene: 'OFTEN', kind: 'loss' },
      { patient: 'b', gene: 'OFTEN', kind: 'loss' },
    ],
  };
  const genes = (more: object) =>
    oncoprintGrid(oncoprintData.parse({ ...input, ...more })).rows.map(({ gene }) => gene);
  assert.deepEqual(genes({}), ['OFTEN', 'RARE']);
  assert.deepEqual(genes({ geneOrder: 'given' }), ['RARE', 'OFTEN']);
});

test('four states look different without colour, and none is blank', () => {
  const data = oncoprintData.parse({
    title: 't',
    genes: ['TP53'],
    patients: [
      { id: 'altered', tested: 'all' },
      { id: 'negative', tested: 'all' },
      { id: 'untested', notTested: ['TP53'] },
      { id: 'silent' },
      { id: 'reported' },
    ],
    alterations: [
      { patient: 'altered', gene: 'TP53', kind: 'mutation' },
      { patient: 'reported', gene: 'TP53', kind: 'mutation' },
    ],
  });
  const marks = oncoprintFigure(data).marks;
  const hinted = (text: string) => marks.find(({ hint }) => hint === text);
  const negative = hinted('negative, TP53: tested, none found');
  assert.ok(negative?.kind === 'rectangle' && negative.fill === 'rule');
  const untested = hinted('untested, TP53: not tested');
  assert.ok(untested?.kind === 'rectangle' && untested.fill === undefined);
  assert.ok(marks.some((mark) => mark.kind === 'glyph' && mark.shape === 'cross'));
  const silent = hinted('silent, TP53: coverage not known');
  assert.ok(silent?.kind === 'glyph' && silent.shape === 'circle' && silent.fill === undefined);
  assert.ok(textsOf(data).includes('1/2 (50%) +1'));
});

test('a cohort of 200 patients and 50 genes is laid out and rendered in under a second', () => {
  const genes = Array.from({ length: 50 }, (_, at) => `GENE${at}`);
  const patients = Array.from({ length: 200 }, (_, at) => ({
    id: `P${at}`,
    tested: at % 3 === 0 ? [] : 'all',
    notTested: at % 3 === 1 ? genes.slice(40) : [],
    clinical: { Site: `S${at % 20}` },
  }));
  const alterations = patients.flatMap(({ id }, at) =>
    genes
      .slice(0, 40)
      .filter((_, gene) => (at * 31 + gene * 17) % (gene + 3) === 0)
      .map((gene, index) => ({ patient: id, gene, kind: index % 4 === 0 ? 'amplification' : 'mutation' })),
  );
  const data = oncoprintData.parse({ title: 't', genes, patients, alterations, clinicalRows: ['Site'] });
  const elapsed = (): number => {
    const start = performance.now();
    renderSvg(oncoprintFigure(data));
    return performance.now() - start;
  };
  assert.ok(Math.min(elapsed(), elapsed(), elapsed()) < 1000);
  assert.deepEqual(faults(data), []);
});

test('one cell, and hostile names, are drawn without a fault', () => {
  const inputs = [
    { title: 't', genes: ['KIT'], patients: [{ id: 'a' }], alterations: [] },
    {
      title: hostileLabels.join(' '),
      genes: hostileLabels,
      clinicalRows: hostileLabels,
      patients: hostileLabels.map((id) => ({
        id,
        clinical: Object.fromEntries(hostileLabels.map((name) => [name, id])),
      })),
      alterations: hostileLabels.map((patient) => ({
        patient,
        gene: patient,
        kind: 'mutation',
        label: patient,
      })),
    },
  ];
  for (const input of inputs) assert.deepEqual(faults(oncoprintData.parse(input)), []);
});

test('contradictions are refused with their place', () => {
  const base = { title: 't', genes: ['KIT'], patients: [{ id: 'a', notTested: ['KIT'] }], alterations: [] };
  const refused = (input: object): string =>
    String(oncoprintData.safeParse({ ...base, ...input }).error?.message);
  const found = { patient: 'a', gene: 'KIT', kind: 'mutation' };
  assert.match(refused({ alterations: [found] }), /said not to be tested in a, and is altered/);
  assert.match(refused({ alterations: [{ ...found, gene: 'TP53' }] }), /TP53 is not among the genes/);
  assert.match(refused({ alterations: [{ ...found, patient: 'b' }] }), /b is not among the patients/);
  assert.match(
    refused({ patients: [{ id: 'a', tested: ['KIT'], notTested: ['KIT'] }] }),
    /tested and not tested/,
  );
  assert.match(refused({ patients: [{ id: 'a' }, { id: 'a' }] }), /a patient is named twice/);
  assert.match(refused({ genes: ['KIT', 'KIT'] }), /a gene is named twice/);
  assert.match(
    refused({ alterations: [{ ...found, kind: 'loss', class: 'missense' }] }),
    /only a mutation has a class/,
  );
});

test('no random cohort has a fault', () => {
  const size = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }));
  const input = fc
    .tuple(size, anyLabel, anyLabel, fc.array(fc.nat(100_000), { maxLength: 80 }))
    .map(([[patientCount, geneCount], name, value, picks]) => {
      const genes = Array.from({ length: geneCount }, (_, at) => `${name.slice(0, 250)}${at}`);
      const kinds = ['mutation', ...structuralKinds] as const;
      return {
        title: name,
        genes,
        clinicalRows: [value],
        patients: Array.from({ length: patientCount }, (_, at) => ({
          id: `${value.slice(0, 250)}${at}`,
          clinical: at % 3 === 0 ? {} : { [value]: `${name.slice(0, 250)}${at % 15}` },
          tested: at % 2 === 0 ? 'all' : [],
        })),
        alterations: picks.map((pick) => {
          const kind = kinds[pick % kinds.length];
          return {
            patient: `${value.slice(0, 250)}${pick % patientCount}`,
            gene: genes[Math.floor(pick / 7) % geneCount],
            kind,
            isVus: pick % 5 === 0,
            ...(kind === 'mutation'
              ? { class: mutationClasses[Math.floor(pick / 11) % mutationClasses.length] }
              : {}),
          };
        }),
      };
    });
  fc.assert(
    fc.property(input, (each) => {
      assert.deepEqual(faults(oncoprintData.parse(each)), []);
    }),
    { numRuns: 30 },
  );
});
