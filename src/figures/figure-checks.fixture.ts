/** What the tests of every kind of figure ask: no fault at any width, and words that would break a page or a layout. */
import fc from 'fast-check';
import { checkFigure } from './check-figure.ts';
import type { Figure } from './scene/index.ts';

/** Widths of a narrow screen, a column, a page and a wall. */
export const checkedWidths = [300, 340, 680, 1200] as const;

/** Faults at every width, each with its width. */
export const faultsAtWidths = (draw: (width: number) => Figure): readonly string[] =>
  checkedWidths.flatMap((width) =>
    checkFigure(draw(width)).map(({ kind, message }) => `${width}: ${kind}: ${message}`),
  );

/** Labels that are long, wide, without spaces, or markup. */
export const hostileLabels: readonly string[] = [
  '<script>alert("x")</script> & \u2028 "quoted"',
  'W'.repeat(60),
  'a very long name of something that goes on and on, as names of regimens and of adverse events often do',
  '=HYPERLINK("x")',
  '\u795e\u7d4c\u5185\u5206\u6ccc\u816b\u760d \u0634\u0628\u0643\u064a \ud83e\uddec',
];

/** Labels of random length and letters, some hostile. */
export const anyLabel: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Z][A-Za-z0-9]{1,10}$/) },
  { weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z][A-Za-z ,-]{1,60}[a-z]$/) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileLabels) },
);
