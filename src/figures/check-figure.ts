/**
 * The automated look at a figure: texts that overlap, marks outside the frame, text that is too small, and too little
 * contrast in any mode. Boxes come from the font's metrics, so that the check runs without a browser.
 */
import {
  type Box,
  contrastRatio,
  type Figure,
  type Mark,
  markBounds,
  type Paint,
  palettes,
} from './scene/index.ts';

/** What is wrong with a figure, with the texts or places concerned. */
export interface FigureFault {
  readonly kind: 'textsOverlap' | 'clipped' | 'tooSmall' | 'lowContrast' | 'notANumber';
  readonly message: string;
}

const slackPx = 0.75;
const smallestPx = 9;

const overlap = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > slackPx &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slackPx;

const named = (mark: Mark): string => (mark.kind === 'text' ? `"${mark.text}"` : mark.kind);

/** The area that a text stands on: the last filled rectangle under it, else the ground. */
function groundOf(marks: readonly Mark[], at: number, box: Box): Paint {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  const under = marks.slice(0, at).findLast((mark) => {
    if (mark.kind !== 'rectangle' || mark.fill === undefined || (mark.fillOpacity ?? 1) < 0.5) return false;
    return x > mark.x && x < mark.x + mark.width && y > mark.y && y < mark.y + mark.height;
  });
  return under?.kind === 'rectangle' ? (under.fill ?? 'ground') : 'ground';
}

/** Marks that only guide the eye need no contrast; all others need 3:1 against the ground. */
const guides: readonly Paint[] = ['rule', 'raised', 'ground', 'onColour'];

function contrastFaults(figure: Figure): readonly FigureFault[] {
  const wanted = new Map<string, { paint: Paint; ground: Paint; ratio: number; what: string }>();
  figure.marks.forEach((mark, at) => {
    const box = markBounds(mark);
    if (box === null) return;
    const ground = mark.kind === 'text' ? groundOf(figure.marks, at, box) : 'ground';
    const used: readonly (Paint | undefined)[] =
      mark.kind === 'text' ? [mark.paint ?? 'ink'] : [mark.stroke ?? mark.fill];
    for (const paint of used) {
      if (paint === undefined || (mark.kind !== 'text' && guides.includes(paint))) continue;
      const ratio = mark.kind === 'text' ? 4.5 : 3;
      wanted.set(`${paint} on ${ground} ${ratio}`, { paint, ground, ratio, what: named(mark) });
    }
  });
  return [...wanted.values()].flatMap(({ paint, ground, ratio, what }) =>
    Object.entries(palettes).flatMap(([mode, palette]) => {
      const found = contrastRatio(palette[paint], palette[ground]);
      return found >= ratio
        ? []
        : [
            {
              kind: 'lowContrast' as const,
              message: `${what}: ${paint} on ${ground} has ${found.toFixed(2)}:1 in ${mode}, needs ${ratio}:1`,
            },
          ];
    }),
  );
}

/** All faults of a figure; none when it is sound. */
export function checkFigure(figure: Figure): readonly FigureFault[] {
  const faults: FigureFault[] = [];
  const texts: { readonly mark: Mark; readonly box: Box }[] = [];
  for (const mark of figure.marks) {
    const box = markBounds(mark);
    if (box === null) continue;
    if (![box.left, box.top, box.right, box.bottom].every(Number.isFinite)) {
      faults.push({ kind: 'notANumber', message: `${named(mark)} has no finite place` });
      continue;
    }
    if (
      box.left < -slackPx ||
      box.top < -slackPx ||
      box.right > figure.width + slackPx ||
      box.bottom > figure.height + slackPx
    )
      faults.push({
        kind: 'clipped',
        message: `${named(mark)} reaches ${box.left.toFixed(0)}..${box.right.toFixed(0)} x ${box.top.toFixed(0)}..${box.bottom.toFixed(0)} of ${figure.width} x ${figure.height.toFixed(0)}`,
      });
    if (mark.kind === 'text') {
      if (mark.size < smallestPx)
        faults.push({ kind: 'tooSmall', message: `${named(mark)} is ${mark.size} px` });
      for (const other of texts)
        if (overlap(box, other.box))
          faults.push({ kind: 'textsOverlap', message: `${named(mark)} over ${named(other.mark)}` });
      texts.push({ mark, box });
    }
  }
  return [...faults, ...contrastFaults(figure)];
}
