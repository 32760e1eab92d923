/** `cajal figure KIND INPUT -o FILE`: drawn from data that were checked, written as SVG, CSV, HTML or PNG. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  checkFigure,
  type Figure,
  type FigureKind,
  type FigureMode,
  renderCsv,
  renderFigurePage,
  renderSvg,
} from '../../figures/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { FigureCommandOptions } from '../figure-options.ts';
import { reportIssues } from '../outcome.ts';
import { readFigureInput } from './figure-input.ts';
import { writeOutput } from './write-output.ts';

const problem = (message: string, source: string): Issue => ({
  code: 'wrong-value',
  severity: 'error',
  message,
  source,
});

/** Programs that make a PNG of an SVG, in the order in which they are tried; none is part of Cajal. */
const renderers: readonly {
  readonly program: string;
  readonly parts: (svg: string, png: string, figure: Figure) => readonly string[];
}[] = [
  { program: 'rsvg-convert', parts: (svg, png) => ['--zoom', '2', '--output', png, svg] },
  ...['chromium', 'chromium-browser', 'google-chrome'].map((program) => ({
    program,
    parts: (svg: string, png: string, { width, height }: Figure) => [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
      '--force-device-scale-factor=2',
      `--window-size=${Math.ceil(width)},${Math.ceil(height)}`,
      `--screenshot=${png}`,
      pathToFileURL(svg).href,
    ],
  })),
];

/** The PNG that the first renderer makes that there is. */
function pngOf(figure: Figure, svg: string): Uint8Array | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-figure-'));
  try {
    const source = join(folder, 'figure.svg');
    const made = join(folder, 'figure.png');
    writeFileSync(source, svg);
    for (const { program, parts } of renderers) {
      const { error, status } = spawnSync(program, [...parts(source, made, figure)], {
        stdio: 'ignore',
        timeout: 60_000,
      });
      if (error === undefined && status === 0 && existsSync(made)) return readFileSync(made);
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What goes into a file of this ending; undefined where the reason was said. */
function contentOf(output: string, figure: Figure, mode: FigureMode): string | Uint8Array | undefined {
  const ending = extname(output).toLowerCase();
  switch (ending) {
    case '.svg':
      return renderSvg(figure, { mode });
    case '.csv':
      return renderCsv(figure.table);
    case '.html':
      return renderFigurePage(figure, mode);
    case '.png': {
      const png = pngOf(figure, renderSvg(figure, { mode: mode === 'auto' ? 'light' : mode }));
      if (png === undefined)
        reportIssues([
          problem(
            'no renderer for PNG was found; install rsvg-convert (librsvg2-bin) or chromium, or write an .svg',
            output,
          ),
        ]);
      return png;
    }
    default:
      reportIssues([
        problem(`the ending "${ending}" says not what to write; use .svg, .csv, .html or .png`, output),
      ]);
      return undefined;
  }
}

/** Draws one figure. */
export function figureCommand(
  kind: FigureKind,
  inputs: readonly string[],
  options: FigureCommandOptions,
): void {
  const read = readFigureInput(kind, inputs, options);
  if (reportIssues(read.issues) || read.value === undefined) return;
  const figure = read.value.draw({ width: options.width });
  for (const { kind: fault, message } of checkFigure(figure))
    process.stderr.write(`figure check: ${fault}: ${message}\n`);
  const { output, mode } = options;
  if (output === undefined) {
    process.stdout.write(renderSvg(figure, { mode }));
    return;
  }
  const content = contentOf(output, figure, mode);
  if (content !== undefined) writeOutput(output, content);
}
