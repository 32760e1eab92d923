/** Ki-67 with the exact interval of the cells counted. Expected intervals: binom.test of R 4 (100 of 500; 6 of 500). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNumericRange } from '../units/index.ts';
import { type Ki67Observation, ki67Interval, readKi67 } from './ki67.ts';

const limits = { g1Upper: 3, g1UpperIncluded: false, g2Lower: 3, g3Above: 20 };
const read = (percent: string, more: Partial<Ki67Observation> = {}) => {
  const parsed = parseNumericRange(percent);
  if (!parsed.ok) throw new Error(parsed.message);
  return readKi67({ status: 'counted', percent: parsed.value, ...more }, limits);
};
const codes = (reading: ReturnType<typeof read>): readonly string[] =>
  reading.statements.map(({ code }) => code);

test('20% of 500 cells is 16.6-23.8% and crosses the line of G3, though it is G2', () => {
  const reading = read('20%', { cellsCounted: 500 });
  assert.deepEqual(reading.bounds, { lowest: 'G2', highest: 'G2' });
  assert.equal(reading.intervals[0]?.positiveCells, 100);
  assert.equal(reading.intervals[0]?.lowerPercent.toFixed(1), '16.6');
  assert.equal(reading.intervals[0]?.upperPercent.toFixed(1), '23.8');
  assert.deepEqual(reading.crosses, [20]);
  assert.match(
    reading.statements.map(({ sentence }) => sentence).join(' '),
    /16\.6-23\.8% crosses the line at 20%/,
  );
});

test('1.2% of 500 cells (paper 001, lines 154-156) stays below 3% and is not flagged', () => {
  const reading = read('1.2%', { cellsCounted: 500 });
  assert.equal(reading.intervals[0]?.positiveCells, 6);
  assert.equal(reading.intervals[0]?.lowerPercent.toFixed(1), '0.4');
  assert.equal(reading.intervals[0]?.upperPercent.toFixed(1), '2.6');
  assert.deepEqual(codes(reading), ['ki67ExactInterval']);
});

test('fewer than 500 cells are flagged, exactly 500 are not', () => {
  assert.ok(codes(read('10%', { cellsCounted: 499 })).includes('ki67FewCells'));
  assert.ok(!codes(read('10%', { cellsCounted: 500 })).includes('ki67FewCells'));
  assert.ok(codes(read('10%')).includes('ki67CellsUnstated'));
});

test('aspirates are flagged', () => {
  assert.ok(codes(read('10%', { material: 'fineNeedleAspirate' })).includes('aspirate'));
  assert.ok(!codes(read('10%', { material: 'coreBiopsy' })).includes('aspirate'));
});

test('a percentage that no number of cells gives (1.3% of 500, paper 001 line 218) is said', () => {
  assert.ok(codes(read('1.3%', { cellsCounted: 500 })).includes('ki67NotAWholeCount'));
  assert.ok(!codes(read('33%', { cellsCounted: 700 })).includes('ki67NotAWholeCount'));
});

test('ranges stay ranges; over lesions the highest decides', () => {
  assert.deepEqual(read('10-50%').bounds, { lowest: 'G2', highest: 'G3' });
  const lesions = read('10-50%', { rangeAcross: 'lesions' });
  assert.deepEqual(lesions.bounds, { lowest: 'G3', highest: 'G3' });
  assert.equal(lesions.observation.percent?.printed, '10-50%');
  assert.ok(codes(lesions).includes('heterogeneous'));
});

test('what is no count gives no bounds and says why', () => {
  assert.deepEqual(readKi67({ status: 'failed' }, limits).bounds, null);
  assert.deepEqual(readKi67({ status: 'counted' }, limits).bounds, null);
  assert.deepEqual(codes(read('120%')), ['ki67CountImpossible']);
  assert.deepEqual(codes(read('-1%')), ['ki67CountImpossible']);
  assert.equal(ki67Interval(10, 0), undefined);
  assert.equal(ki67Interval(101, 500), undefined);
});
