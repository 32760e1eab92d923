/** Simon's designs and the inference after them against the reference values (Simon 1989, Jung and Kim 2004, Koyama and Chen 2008). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { absent, assertNear, referencesOf } from '../reference-values.fixture.ts';
import { type SimonDesign, simonDesigns, twoStageInference } from './index.ts';

const figures = z.record(z.string(), z.number());

function assertDesign(design: SimonDesign, wanted: unknown, where: string): void {
  const { r1, n1, r, n, EN0, PET0, alpha, power } = figures.parse(wanted);
  const { firstLimit, firstStage, limit, total } = design;
  assert.deepEqual([firstLimit, firstStage, limit, total], [r1, n1, r, n], where);
  const { expectedSubjects, earlyStop } = design;
  assertNear([expectedSubjects, earlyStop, design.alpha, design.power], [EN0, PET0, alpha, power], where);
}

test('optimal and minimax designs', { skip: absent }, () => {
  for (const { id, input, expected } of referencesOf('simon-two-stage')) {
    const { p0 = 0, p1 = 0, alpha = 0, beta = 0 } = figures.parse(input);
    const read = simonDesigns({ nullRate: p0, targetRate: p1, alpha, beta });
    assert.ok(read.ok, id);
    assertDesign(read.value.optimal, expected['optimal'], `${id} optimal`);
    assertDesign(read.value.minimax, expected['minimax'], `${id} minimax`);
  }
});

test('estimate and p after two stages', { skip: absent }, () => {
  for (const { id, input, expected } of referencesOf('simon-inference')) {
    const { x = 0, r1 = 0, n1 = 0, n = 0, p0 = 0 } = figures.parse(input);
    const read = twoStageInference({ firstStage: n1, firstLimit: r1, total: n, responses: x, nullRate: p0 });
    assert.ok(read.ok, id);
    const { estimate, p, naive } = read.value;
    assertNear([estimate, p, naive], [expected['umvue'], expected['p'], expected['naive']], id);
  }
});
