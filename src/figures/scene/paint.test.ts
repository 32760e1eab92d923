/** Contrast of every colour in every mode (WCAG 2.2), and the ratio itself against its published examples. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrastRatio, type Paint, paints, palettes, responseLooks } from './index.ts';

test('the contrast ratio', () => {
  assert.equal(contrastRatio('#000000', '#ffffff'), 21);
  assert.equal(contrastRatio('#ffffff', '#ffffff'), 1);
  // #767676 is known as the lightest grey that reaches 4.5:1 on white.
  assert.ok(contrastRatio('#767676', '#ffffff') >= 4.5);
  assert.ok(contrastRatio('#777777', '#ffffff') < 4.5);
});

const texts: readonly Paint[] = ['ink', 'quiet'];
const guides: readonly Paint[] = ['ground', 'raised', 'rule', 'onColour'];

for (const [mode, palette] of Object.entries(palettes))
  test(`colours of the mode ${mode} can be told from the ground`, () => {
    for (const paint of paints) {
      if (guides.includes(paint)) continue;
      const least = texts.includes(paint) ? 4.5 : 3;
      const found = contrastRatio(palette[paint], palette.ground);
      assert.ok(found >= least, `${paint} on ground: ${found.toFixed(2)}`);
    }
    for (const paint of texts) assert.ok(contrastRatio(palette[paint], palette.raised) >= 4.5, paint);
  });

for (const [mode, palette] of Object.entries(palettes))
  test(`responses without hatching can be told apart in grey in the mode ${mode}`, () => {
    for (const [one, other] of [
      ['complete', 'partial'],
      ['complete', 'stable'],
      ['partial', 'stable'],
    ] as const) {
      const found = contrastRatio(palette[one], palette[other]);
      assert.ok(found >= 1.6, `${one} and ${other}: ${found.toFixed(2)}`);
    }
  });

test('no two responses have one colour and one hatching', () => {
  const looks = Object.values(responseLooks).map(({ paint, texture }) => `${paint} ${texture}`);
  assert.equal(new Set(looks).size, looks.length);
});
