/** The arms side by side, chromosomes of one width, each with the place of its short and its long arm. */
import { lineMark, type Mark, typeSize } from '../scene/index.ts';
import { textWidth } from '../text/index.ts';
import { type ChromosomeArm, chromosomeArms, chromosomes } from './chromosome-arms-data.ts';

const numberSize = 9;

/** The place of the arms between two edges. */
export interface ArmAxis {
  readonly left: number;
  readonly right: number;
  readonly step: number;
  /** Left edge and width of an arm. */
  readonly placeOf: (arm: ChromosomeArm) => { readonly x: number; readonly width: number };
}

/** The axis. */
export function armAxis(left: number, right: number): ArmAxis {
  const step = (right - left) / chromosomes.length;
  const gap = step >= 16 ? 2 : 0.75;
  const half = (step - gap) / 2;
  return {
    left,
    right,
    step,
    placeOf: ({ chromosome, side }) => ({
      x: left + chromosomes.indexOf(chromosome) * step + gap / 2 + (side === 'q' ? half : 0),
      width: half,
    }),
  };
}

/** Shading behind every second chromosome. */
export const chromosomeBands = ({ left, step }: ArmAxis, top: number, bottom: number): readonly Mark[] =>
  chromosomes.flatMap((_, at): readonly Mark[] =>
    at % 2 === 0
      ? []
      : [
          {
            kind: 'rectangle',
            x: left + at * step,
            y: top,
            width: step,
            height: bottom - top,
            fill: 'raised',
          },
        ],
  );

/** The names under the arms: the chromosomes, in two lines where they are narrow, and p and q where there is room. */
export function armNames(
  axis: ArmAxis,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const { left, right, step } = axis;
  const marks: Mark[] = [lineMark(left, top, right, top)];
  const hasSides = step >= 22;
  const isStaggered = step < textWidth('22', numberSize) + 2;
  let y = top + 11;
  if (hasSides) {
    for (const arm of chromosomeArms) {
      const { x, width } = axis.placeOf(arm);
      marks.push({
        kind: 'text',
        x: x + width / 2,
        y: y - 1,
        text: arm.side,
        size: numberSize,
        anchor: 'middle',
        paint: 'quiet',
      });
    }
    y += 11;
  }
  chromosomes.forEach((chromosome, at) => {
    marks.push({
      kind: 'text',
      x: left + (at + 0.5) * step,
      y: y + (isStaggered && at % 2 === 1 ? 10 : 0),
      text: chromosome,
      size: step >= 16 ? typeSize.small : numberSize,
      anchor: 'middle',
    });
  });
  return { marks, height: y - top + (isStaggered ? 10 : 0) + 6 };
}
