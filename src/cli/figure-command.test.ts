/** `cajal figure`: its kinds, what is read back from its own CSV, and what it refuses instead of drawing it wrongly. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  type Figure,
  type FigureKind,
  figureKinds,
  figureModes,
  renderCsv,
  renderSvg,
} from '../figures/index.ts';
import { readFigureInput } from './commands/figure-input.ts';
import { type FigureCommandOptions, figureKindNames, figureModeNames } from './figure-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'cajal-figure-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const options: FigureCommandOptions = { width: 680, mode: 'auto', log: false };
const examples = new URL('../../examples/', import.meta.url).pathname;

const written = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const read = (kind: FigureKind, paths: readonly string[], more: Partial<FigureCommandOptions> = {}) =>
  readFigureInput(kind, paths, { ...options, ...more });

function drawn(kind: FigureKind, path: string): Figure {
  const { value, issues } = read(kind, [path], { title: 'T', source: 'S' });
  assert.ok(value !== undefined, JSON.stringify(issues));
  return value.draw();
}

test('the command names the kinds and modes that there are', () => {
  assert.deepEqual([...figureKindNames], [...figureKinds]);
  assert.deepEqual([...figureModeNames], [...figureModes]);
});

const files: Readonly<Partial<Record<FigureKind, string>>> = {
  waterfall: `patients:
  - { id: '=S1', bestChangePercent: 250, bestResponse: PD, hasNewLesion: true, annotations: { Exon: '11' } }
  - { id: S2, bestChangePercent: -40, bestResponse: PR, isConfirmed: false }
  - { id: S3, bestChangePercent: null }
annotationRows: [Exon]`,
  swimmer: `patients:
  - { id: S1, end: 8, isOngoing: true, bestResponse: PR, group: A, annotation: 'x, y',
      segments: [{ from: 0, to: 3, label: imatinib }, { from: 3, to: 8, label: sunitinib }],
      events: [{ at: 2, kind: response, response: PR }, { at: 4, kind: toxicity, label: rash }] }
  - { id: -S2, group: B, start: -2, end: 4, endAtMost: 5, isOngoing: false, events: [{ at: 4, kind: death }] }`,
  spider: `patients:
  - { id: S1, bestResponse: SD, points: [{ time: 8, changePercent: -11 }, { time: 16, changePercent: 3, hasNewLesion: true }] }`,
  'kaplan-meier': `endpoint: Share without the event
groups:
  - { label: a, subjects: [{ id: S1, time: 3, hasEvent: true }, { id: S2, time: 4.5, entry: 1, hasEvent: false }] }`,
  forest: `measure: Estimate
method: as given in the table
rows:
  - { label: a, estimate: 1, lower: 0.5, upper: 2, weightPercent: 20, n: 3/17, group: G, printed: '1.0', remark: r }
  - { label: s, estimate: 1, lower: 0.5, upper: 2, isSummary: true, prediction: [0.1, 3] }
  - { label: none, remark: nobody }`,
  'marker-series': `series:
  - { label: CgA, unit: ng/mL, lowerLimit: 2, upperLimit: 15, points: [{ time: -3, value: 5, bound: below }, { time: 2, timeAtMost: 4, value: 9 }] }
  - { label: NSE, unit: U/L, points: [{ time: 1, value: 3, remark: r }] }`,
};
for (const [kind, body] of Object.entries(files) as [FigureKind, string][])
  test(`the CSV of a ${kind} gives the same figure again`, () => {
    const first = drawn(
      kind,
      written(`${kind}.yaml`, `cajal: figure/1\nkind: ${kind}\ntitle: T\nsource: S\n${body}\n`),
    );
    const again = drawn(kind, written(`${kind}.csv`, renderCsv(first.table)));
    assert.equal(renderSvg(again), renderSvg(first));
  });

test('a table in another encoding is refused, for its letters would be lost', () => {
  const latin1 = Buffer.from('patient,change\nM\u00fcller,5\n', 'latin1');
  const { value, issues } = read('waterfall', [written('latin1.csv', latin1)]);
  assert.equal(value, undefined);
  assert.equal(issues[0]?.code, 'input-not-text');
});

test('a record that is given twice is refused', () => {
  const path = join(examples, 'kit-basket-pt-04.yaml');
  const copy = written('copy.yaml', readFileSync(path));
  const { value, issues } = read('lollipop', [path, copy], { gene: 'KIT' });
  assert.equal(value, undefined);
  assert.equal(issues[0]?.code, 'duplicate-id');
});

test('a course without a first day is no zero, and is not passed over', () => {
  const path = join(examples, 'net-etv6-ntrk3.yaml');
  assert.match(read('timeline', [path], { zero: 'captem' }).issues[0]?.message ?? '', /has no first day/);
  assert.ok(read('timeline', [path], { zero: 'entrectinib' }).value !== undefined);
});
