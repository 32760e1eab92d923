/**
 * What the reader of report text finds in the five papers' own text, compared with what a person reads in them
 * (report-text-papers.yaml): docs/report-text-mentions.md with every mention and every missed one, and the counts in
 * docs/report-text.md. The papers are not part of this repository; only the mentions themselves are quoted.
 *
 * @example node scripts/docs/report-text-table.ts ../shared/seeds
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { mentionKinds, owners, polarities, readReportText } from '../../src/alteration/index.ts';
import { pairMentions } from '../../src/alteration/report-text/labelled-score.ts';

type Reading = ReturnType<typeof readReportText>;
type Mention = Reading['mentions'][number];
type Label = Parameters<typeof pairMentions>[0][number];

const home = fileURLToPath(new URL('../..', import.meta.url));
const papers = process.argv[2] ?? process.env['CAJAL_SEEDS'] ?? join(home, '..', 'shared', 'seeds');
const longestQuote = 60;

const kind = z.enum(mentionKinds);
const polarity = z.enum(polarities);
const owner = z.enum(owners);
const said = z.string().transform((text) => {
  const [first, second] = text.split(' ');
  return { polarity: polarity.parse(first), owner: owner.parse(second) };
});
const expected = z.strictObject({
  line: z.int().min(1),
  quote: z.string().min(1),
  nth: z.int().min(1).default(1),
  kind,
  of: z.string().min(1),
  says: z.array(said).min(1),
});
const byPaper = z
  .strictObject({ papers: z.record(z.string(), z.array(expected)) })
  .parse(parse(readFileSync(new URL('report-text-papers.yaml', import.meta.url), 'utf8'))).papers;

/** One row of the table: what is expected, what was read, or both. */
interface Row {
  readonly expected?: z.output<typeof expected>;
  readonly mention?: Mention;
  readonly verdict: 'right' | 'wrong owner' | 'wrong polarity' | 'no such mention' | 'missed';
  readonly at: number;
}

interface ComparedPaper {
  readonly paper: string;
  readonly text: string;
  readonly reading: Reading;
  readonly rows: readonly Row[];
}

/** `present patient`, with `or` where the text allows more than one. */
const textOfSaid = (says: z.output<typeof expected>['says']): string =>
  says.map((each) => `${each.polarity} ${each.owner}`).join(' or ');

function placeOf(text: string, lineStarts: readonly number[], each: z.output<typeof expected>): number {
  const from = lineStarts[each.line - 1] ?? text.length;
  const line = text.slice(from, lineStarts[each.line] ?? text.length);
  let at = -1;
  for (let count = 0; count < each.nth; count += 1) at = line.indexOf(each.quote, at + 1);
  if (at === -1) throw new Error(`line ${each.line} does not have "${each.quote}"`);
  return from + at;
}

function verdictOf(own: z.output<typeof expected>, mention: Mention): Row['verdict'] {
  if (own.says.some((each) => each.polarity === mention.polarity && each.owner === mention.owner))
    return 'right';
  return own.says.some((each) => each.owner === mention.owner) ? 'wrong polarity' : 'wrong owner';
}

function compare(paper: string, text: string): ComparedPaper {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const own = new Map<Label, z.output<typeof expected>>();
  for (const each of byPaper[paper] ?? []) {
    const [first] = each.says;
    if (first === undefined) continue;
    const start = placeOf(text, lineStarts, each);
    const { kind: of, quote, of: gene } = each;
    own.set({ quote, kind: of, gene, ...first, start, end: start + quote.length }, each);
  }
  const reading = readReportText(text);
  const rows = pairMentions([...own.keys()], reading.mentions).map(({ label, mention }): Row => {
    const one = label === undefined ? undefined : own.get(label);
    const at = mention?.start ?? label?.start ?? 0;
    if (one === undefined)
      return { ...(mention === undefined ? {} : { mention }), verdict: 'no such mention', at };
    if (mention === undefined) return { expected: one, verdict: 'missed', at };
    return { expected: one, mention, verdict: verdictOf(one, mention), at };
  });
  return { paper, text, reading, rows: rows.toSorted((a, b) => a.at - b.at) };
}

const compared: readonly ComparedPaper[] = readdirSync(papers)
  .filter((name) => /^\d{3}_.*\.txt$/.test(name))
  .toSorted()
  .map((name) => compare(name.slice(0, 3), readFileSync(join(papers, name), 'utf8')));

const cell = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().replaceAll('\\', '\\\\').replaceAll('|', '\\|');
const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((each) => cell(String(each))).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Words of a paper as code, so that no sign in them is taken for Markdown. */
function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'").trim();
  if (line === '') return '';
  return `\`${line.length > longestQuote ? `${line.slice(0, longestQuote - 3)}...` : line}\``;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function countsOf(name: string, rows: readonly Row[]): readonly (string | number)[] {
  const count = (...verdicts: readonly Row['verdict'][]): number =>
    rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const falselyFound = rows.filter(
    ({ expected: own, mention, verdict }) =>
      mention?.polarity === 'present' &&
      mention.owner === 'patient' &&
      verdict !== 'right' &&
      own?.says.some((each) => each.polarity === 'present' && each.owner === 'patient') !== true,
  );
  return [
    name,
    rows.filter((each) => each.expected !== undefined).length,
    rows.filter(({ mention }) => mention !== undefined).length,
    count('right'),
    count('wrong owner'),
    count('wrong polarity'),
    count('no such mention'),
    count('missed'),
    falselyFound.length,
  ];
}

function counts(): string {
  const all = compared.flatMap(({ rows }) => rows);
  const head = [
    'expected',
    'read',
    'right',
    'wrong owner',
    'wrong polarity',
    'no such mention',
    'missed',
    'falsely found in the patient',
  ];
  const byKind = kind.options
    .map((each) => all.filter(({ expected: own, mention }) => (own ?? mention)?.kind === each))
    .map((rows, index) => countsOf(kind.options[index] ?? '', rows))
    .filter(([, labelled, read]) => labelled !== 0 || read !== 0);
  const rows = compared.map(({ paper, rows: own }) => countsOf(paper, own));
  return [table(['paper', ...head], [...rows, countsOf('all', all)]), table(['kind', ...head], byKind)].join(
    '\n\n',
  );
}

function mentionsPage(): string {
  const parts = compared.map(({ paper, text, reading: { uninterpreted }, rows }) => {
    const lines = rows.map(({ expected: own, mention, verdict, at }) => [
      lineOf(text, at),
      mention === undefined ? '' : `${mention.start}-${mention.end}`,
      quoted(mention?.text ?? own?.quote ?? ''),
      (mention ?? own)?.kind ?? '',
      mention?.subject ?? own?.of ?? '',
      quoted(mention?.means ?? ''),
      mention === undefined ? '' : `${mention.polarity} ${mention.owner}`,
      mention?.certainty ?? '',
      verdict === 'right' || own === undefined ? verdict : `${verdict}: ${textOfSaid(own.says)}`,
    ]);
    const lost = uninterpreted.map((span) => [
      lineOf(text, span.start),
      `${span.start}-${span.end}`,
      quoted(span.text),
      span.why,
    ]);
    const head = ['line', 'span', 'text', 'kind', 'of', 'says', 'polarity, owner', 'certainty', 'verdict'];
    return [
      `## Paper ${paper}`,
      lines.length === 0 ? 'No mention.' : table(head, lines),
      lost.length === 0
        ? 'Nothing was left as not understood.'
        : `Not understood:\n\n${table(['line', 'span', 'text', 'why'], lost)}`,
    ].join('\n\n');
  });
  return `${[
    '# Mentions in the five papers',
    'Every mention that [the reader of report text](report-text.md) finds in the text of the five papers, beside what a person reads there: right, or wrong in owner or polarity (what is expected stands behind it), or no such mention; and what was missed. Lines and spans (UTF-16) are those of the text files. Written by `scripts/docs/report-text-table.ts`.',
    ...parts,
  ].join('\n\n')}\n`;
}

const page = join(home, 'docs', 'report-text.md');
const begin = '<!-- counts (node scripts/docs/report-text-table.ts) -->';
const end = '<!-- end of counts -->';
const present = readFileSync(page, 'utf8');
const from = present.indexOf(begin);
const to = present.indexOf(end, from);
if (from === -1 || to === -1) throw new Error(`${page} has no place for the counts`);
writeFileSync(page, `${present.slice(0, from + begin.length)}\n\n${counts()}\n\n${present.slice(to)}`);
writeFileSync(join(home, 'docs', 'report-text-mentions.md'), mentionsPage());
