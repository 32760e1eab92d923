/**
 * Reads a pasted paragraph of a pathology or sequencing report, or of a paper: every alteration, biomarker, grade, Ki-67,
 * mitotic count and stain, each with its place, its polarity and whose it is. Nothing becomes a finding of the patient
 * that the text says of somebody else, or as a possibility; what looks like a result and was not understood stays visible.
 */
import type { Issue } from '../../reading/index.ts';
import { caseFollower, isArticle } from './article-text.ts';
import { sentencesOf } from './clauses.ts';
import type { GeneAt } from './genes-in-text.ts';
import { plainReport } from './plain-report.ts';
import { readSentence } from './read-sentence.ts';
import type { ReportMention, ReportReading, UninterpretedSpan } from './report-mention.ts';
import { type StainAt, stainsIn, withUnknownStains } from './stains.ts';

/** So many genes named before a notation are looked through for one that has its residue. */
const mostHeld = 12;

const longest = 1_000_000;

/**
 * Reads a text.
 *
 * @returns mentions and places not understood, in the order of the text, with UTF-16 places in the text as given.
 * @example readReportText('No KIT mutation was detected.').mentions[0]?.polarity // 'absent'
 * @public
 */
export function readReportText(original: string): ReportReading {
  if (original.length > longest) {
    const issue: Issue = {
      code: 'input-too-large',
      severity: 'error',
      message: `The text has ${original.length} characters; at most ${longest} are read. Paste the part that holds the results.`,
    };
    return { mentions: [], uninterpreted: [], issues: [issue] };
  }
  const { text: lined, offsets } = plainReport(original);
  // Sentences are found by lines; within one, the end of a line is a space, and a cell's border a colon.
  const text = lined.replaceAll(/[\n\t]/g, ' ').replaceAll('|', ':');
  const at = (index: number): number => offsets[index] ?? original.length;
  const ofArticle = isArticle(text);
  const isOfCase = caseFollower();
  const stains = withUnknownStains(text, stainsIn(text));
  const mentions: ReportMention[] = [];
  const uninterpreted: UninterpretedSpan[] = [];
  let held: readonly GeneAt[] = [];
  let stainFrom = 0;
  for (const sentence of sentencesOf(lined)) {
    while ((stains[stainFrom]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) stainFrom += 1;
    const own: StainAt[] = [];
    for (let index = stainFrom; (stains[index]?.start ?? sentence.end) < sentence.end; index += 1) {
      const stain = stains[index];
      if (stain !== undefined) own.push(stain);
    }
    const isCase = !ofArticle || isOfCase(text.slice(sentence.start, sentence.end));
    const read = readSentence(
      text,
      sentence,
      held.map((gene) => ({ ...gene, start: 0, end: 0 })),
      own,
    );
    for (const mention of read.mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const start = at(mention.start);
      const end = at(mention.end);
      const owner = mention.owner === 'patient' && !isCase ? 'others' : mention.owner;
      mentions.push({ ...mention, owner, start, end, text: original.slice(start, end) });
    }
    for (const lost of read.lost) {
      const start = at(lost.start);
      const end = at(lost.end);
      uninterpreted.push({
        start,
        end,
        text: original.slice(start, end),
        why: lost.why ?? 'a notation without a gene near it, or one that could not be read',
      });
    }
    if (read.genes.length > 0) held = [...held, ...read.genes].slice(-mostHeld);
    else if (lined.slice(sentence.start, sentence.end).includes('\n\n')) held = [];
  }
  return { mentions, uninterpreted, issues: [] };
}
