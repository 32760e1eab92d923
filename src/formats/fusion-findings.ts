/** Fusion files as findings: each call of a caller or row of a table of structural variants, with the fusion that it names. */
import type { FileFinding, FusionFinding } from './file-finding.ts';
import { GeneChoice, type ReaderContext } from './finding-reader.ts';
import { type FusionCall, readFusionFile } from './fusions/index.ts';
import type { Line } from './line.ts';

type Batches = AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>;

/** Lines as text again, with an empty line for each that was passed over, so that the numbers stay. */
async function* textOf(opening: readonly Line[], rest: Batches): AsyncGenerator<string, void, undefined> {
  let next = 1;
  const written = (lines: readonly Line[]): string => {
    let text = '';
    for (const line of lines) {
      text += `${'\n'.repeat(Math.max(0, line.number - next))}${line.text}\n`;
      next = line.number + 1;
    }
    return text;
  };
  yield written(opening);
  for await (const lines of rest) yield written(lines);
}

function findingOf(call: FusionCall): FusionFinding {
  const { five, three, line, sample, alteration } = call;
  const genes = [five.gene, three.gene].filter((gene) => gene !== undefined);
  return {
    kind: 'fusion',
    line,
    status: 'positive',
    ...(genes.length === 0 ? {} : { gene: genes.join('::') }),
    ...(sample === undefined ? {} : { sample }),
    ...(alteration === undefined ? {} : { alteration }),
    call,
  };
}

/** The findings of a fusion file; a gene that is asked for may be either partner. */
export async function fusionFindings(
  opening: readonly Line[],
  rest: Batches,
  { log, tally, options }: ReaderContext,
): Promise<{ readonly findings: readonly FileFinding[]; readonly samples: readonly string[] }> {
  const file = await readFusionFile(textOf(opening, rest));
  for (const issue of file.issues) log.add(issue);
  const genes = new GeneChoice(options.genes);
  const samples = new Set(file.calls.map(({ sample }) => sample).filter((sample) => sample !== undefined));
  const unread = file.rows - file.calls.length;
  const malformed =
    file.format === 'MAF fusion'
      ? Math.min(unread, file.issues.filter(({ code }) => code === 'row-malformed').length)
      : unread;
  for (let row = 0; row < file.rows; row += 1) tally.row();
  tally.skip('malformed', malformed);
  tally.skip('repeated', unread - malformed);
  const findings: FileFinding[] = [];
  for (const call of file.calls) {
    if (options.sample !== undefined && call.sample !== undefined && call.sample !== options.sample)
      tally.skip('otherSample');
    else if (genes.isMade && !genes.has(call.five.gene) && !genes.has(call.three.gene))
      tally.skip('otherGene');
    else {
      tally.keep('fusion');
      findings.push(findingOf(call));
    }
  }
  return { findings, samples: [...samples].slice(0, 1000) };
}
