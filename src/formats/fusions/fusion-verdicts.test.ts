/** Several callers on one sample: votes, junctions, reciprocal products, and what "not detected" leaves open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arribaFile, fusionCatcherFile, longReadFile, starFusionFile } from './caller-files.fixture.ts';
import {
  type AssayedResult,
  type FusionAssay,
  fusionVerdicts,
  inferBuild,
  judgeCall,
  mergeCalls,
  readFusionFile,
} from './index.ts';

async function result(caller: string, text: string, assay: FusionAssay = 'rnaWhole'): Promise<AssayedResult> {
  const { calls } = await readFusionFile(text);
  const build = inferBuild(calls);
  return { caller, assay, calls: calls.map((call) => judgeCall(call, build)) };
}

const callers = await Promise.all([
  result('Arriba', arribaFile),
  result('STAR-Fusion', starFusionFile),
  result('FusionCatcher', fusionCatcherFile),
]);

test('calls at one place are one event with its votes; other junctions and the reciprocal are linked', () => {
  const merged = mergeCalls(callers);
  const [first] = merged;
  assert.deepEqual([first?.five, first?.three], ['ETV6', 'NTRK3']);
  assert.deepEqual(first?.callers.toSorted(), ['Arriba', 'FusionCatcher', 'STAR-Fusion']);
  const other = merged.find(({ id }) => first?.otherJunctions.includes(id));
  assert.equal(other?.best.call.five.breakpoint?.position, 11_853_561);
  assert.equal(other?.hasConflict, true);
  const reciprocal = merged.find(({ id }) => first?.reciprocal.includes(id));
  assert.deepEqual([reciprocal?.five, reciprocal?.three], ['NTRK3', 'ETV6']);
  assert.ok(reciprocal?.reciprocal.includes(first?.id ?? 0));
});

test('every call of a fusion stands in exactly one event, whatever the order of the callers', () => {
  const placed = (results: readonly AssayedResult[]) =>
    mergeCalls(results).flatMap(({ votes }) =>
      votes.map(({ caller, judged }) => `${caller} ${judged.call.line}`),
    );
  const all = callers.flatMap(({ caller, calls }) =>
    calls.filter(({ alteration }) => alteration !== undefined).map(({ call }) => `${caller} ${call.line}`),
  );
  assert.deepEqual(placed(callers).toSorted(), all.toSorted());
  assert.deepEqual(placed(callers.toReversed()).toSorted(), all.toSorted());
});

test('what is no fusion of two genes is in no event', () => {
  const genes = mergeCalls(callers).map(({ five, three }) => `${five} ${three}`);
  assert.deepEqual(new Set(genes), new Set(['ETV6 NTRK3', 'NTRK3 ETV6', 'GENEA GENEB']));
});

test('a call without split reads joins the event within the length of a fragment, others only at the place', async () => {
  const moved = (text: string) => text.replace('chr12:11869969:+', 'chr12:11869900:+');
  const exact = await result('STAR-Fusion', moved(starFusionFile));
  const pairsOnly = await result(
    'STAR-Fusion',
    moved(starFusionFile).replace('\t7\t1\t7.00', '\t0\t8\t0.00'),
  );
  const [arriba] = callers;
  assert.ok(arriba !== undefined);
  const votes = (with_: AssayedResult) =>
    mergeCalls([arriba, with_]).find(({ best }) => best.call.five.breakpoint?.position === 11_869_969)
      ?.callers.length;
  const [inexact] = pairsOnly.calls;
  assert.deepEqual(inexact?.readings, { kind: 'unknown', reason: 'inexact' });
  assert.equal(votes(exact), 1);
  assert.equal(votes(pairsOnly), 2);
});

test('asked fusions: found by k of n, or not detected with the limits of the assays that missed', async () => {
  const longReads = await result('long reads', longReadFile, 'longReadRna');
  const [found, missed, partly] = fusionVerdicts(
    [...callers, longReads],
    [
      { five: 'ETV6', three: 'NTRK3' },
      { five: 'EML4', three: 'ALK' },
      { five: 'GENEA', three: 'GENEB' },
    ],
  );
  assert.deepEqual([found?.status, found?.foundBy, found?.callers], ['detected', 4, 4]);
  assert.deepEqual(found?.limits, []);
  assert.equal(found?.answers.find(({ caller }) => caller === 'long reads')?.longReads, 22);
  assert.deepEqual([missed?.status, missed?.foundBy], ['notDetected', 0]);
  assert.ok((missed?.limits.length ?? 0) > 0 && missed?.limits.every(({ source }) => source !== ''));
  assert.match(missed?.sentence ?? '', /does not exclude/);
  assert.deepEqual([partly?.status, partly?.foundBy, partly?.callers], ['detected', 1, 4]);
  assert.ok((partly?.limits.length ?? 0) > 0);
});

test('the order of the genes counts, and a shared partner is not the fusion asked for', () => {
  const [reversed, other] = fusionVerdicts(callers.slice(0, 1), [
    { five: 'NTRK3', three: 'ETV6' },
    { five: 'ETV6', three: 'PDGFRB' },
  ]);
  assert.equal(reversed?.status, 'notDetected');
  assert.equal(other?.status, 'notDetected');
});
