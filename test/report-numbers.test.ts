/**
 * Every number that the report of an example prints about a study is a number of that study, of what the audit computed of
 * it, or worked out again here: whole reports, today and as known at the end of 2019. A sentence without a study says no
 * number of patients, no share that responded and no survival.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answerBoard, buildReport, type ReportDocument, readCase } from '../src/index.ts';
import { isHeld, knowledge, numbersIn } from './study-numbers.fixture.ts';

type Block = ReportDocument['sections'][number]['blocks'][number];
type Line = Extract<Block, { kind: 'list' }>['items'][number];
type Citation = Extract<Line['spans'][number], { kind: 'citation' }>;

const { evidence } = knowledge.base;

/** A caution has its own sources, or none that is a study, whatever else its row cites. */
const isCaution = ({ spans: [first] }: Line): boolean => first?.kind === 'badge' && first.text === 'caution';

/** Lines that are read together: a row of a table without its cautions, else one line. */
function unitsOf(block: Block): readonly (readonly Line[])[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap(({ cells }) => {
        const lines = cells.flat();
        return [lines.filter((line) => !isCaution(line)), ...lines.filter(isCaution).map((line) => [line])];
      });
    case 'list':
      return block.items.map((item) => [item]);
    case 'callout':
      return block.lines.map((line) => [line]);
    case 'definitions':
      return block.entries.flatMap(({ details }) => details.map((line) => [line]));
    case 'group':
      return block.blocks.flatMap(unitsOf);
    case 'paragraph':
    case 'heading':
      return [[block]];
    case 'form':
      return [];
  }
}

const citationsOf = (line: Line): readonly Citation[] =>
  [...line.spans, ...(line.basis ?? [])].filter((span) => span.kind === 'citation');

/** The words of a line itself: citations and places are no part of it. */
const wordsOf = ({ spans }: Line): string =>
  spans.map((span) => (span.kind === 'citation' ? ' ' : span.text)).join('');

/** The studies behind each numbered statement of a report. */
function studiesOfStatements(report: ReportDocument): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const tables = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  for (const { anchor, cells } of tables.flatMap(({ rows }) => rows)) {
    if (anchor?.startsWith('evidence-') !== true) continue;
    const cited = cells.flat().flatMap(citationsOf);
    found.set(
      anchor,
      cited.flatMap(({ evidence: of }) => (of === undefined ? [] : [of.study])),
    );
  }
  return found;
}

const share = /(\d+) of (\d+) \((\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)%\)/g;

/** The chance of `from` to `to` successes among `trials`. */
function chance(from: number, to: number, trials: number, rate: number): number {
  if (rate <= 0 || rate >= 1) return (rate <= 0 ? from === 0 : to === trials) ? 1 : 0;
  let logChance = trials * Math.log1p(-rate);
  let sum = 0;
  for (let successes = 0; successes <= to; successes += 1) {
    if (successes >= from) sum += Math.exp(logChance);
    logChance += Math.log((trials - successes) / (successes + 1)) + Math.log(rate / (1 - rate));
  }
  return sum;
}

/** Whether a printed limit is that of an exact interval, by what such a limit is: there a tail holds 2.5%. */
function isLimit(printed: string, tail: (rate: number) => number): boolean {
  const half = 0.5 / 10 ** (printed.split('.')[1]?.length ?? 0) + 1e-9;
  const [one, other] = [tail((Number(printed) - half) / 100), tail((Number(printed) + half) / 100)];
  return Math.min(one, other) <= 0.025 && Math.max(one, other) >= 0.025;
}

/** The words without their exact intervals, each computed again; one that differs stays, and is no number of the study. */
const withoutIntervals = (words: string): string =>
  words.replaceAll(share, (whole, successes: string, trials: string, low: string, high: string) => {
    const [count, of] = [Number(successes), Number(trials)];
    const isLow = count === 0 ? low === '0' : isLimit(low, (rate) => chance(count, of, of, rate));
    const isHigh = count === of ? high === '100' : isLimit(high, (rate) => chance(0, count, of, rate));
    return isLow && isHigh ? `${successes} of ${trials}` : whole;
  });

/** What the report counts itself: options, further grounds and facts, sites of a wide entity, rows that are not evaluable. */
const ownCounts = [
  /^\d+\. /,
  /\band \d+ more\b/g,
  /\b\d+ more in the /g,
  /\b(?:NET|NEC|NEN|MiNEN) of \d+ sites/g,
  /; \d+ more not evaluable$/,
  /: \d+ options?$/,
];
const withoutOwnCounts = (words: string): string =>
  ownCounts.reduce((rest, pattern) => rest.replace(pattern, ' '), words);

/** Parts of a line that say what was asked of the record and what it has, or since when a statement is known: not what a study found. */
const asked =
  /^known from .*$|\bBecause: .*?(?= To check:| Rather:|$)|\bTo check: .*?(?= Rather:|$)|\bOpen: .*$|^Speaks of: .*$|^as printed .*$|“[^”]*”/g;

/** Numbers of what the audit says of the studies: what it computed, and how many findings there are of each kind. */
function auditNumbers(studies: readonly string[]): ReadonlySet<string> {
  const flags = studies.flatMap((study) => evidence.integrity?.[study] ?? []);
  const counts = studies.flatMap((study) => {
    const own = evidence.integrity?.[study] ?? [];
    const others = own.filter((flag) => !flag.onResponses);
    const byOutcome = [...Map.groupBy(others, ({ outcome }) => outcome).values()].map((some) => some.length);
    return [own.length, own.length - others.length, others.length, ...byOutcome].map(String);
  });
  return new Set([...counts, ...flags.flatMap(({ recomputed }) => numbersIn(recomputed))]);
}

interface Unit {
  readonly section: string;
  readonly lines: readonly Line[];
  readonly studies: readonly string[];
}

/** Molecular findings, and what became of a rung, are the record's: of their lines only the head of a rung names studies. */
function ofStudies(section: string, lines: readonly Line[]): readonly Line[] {
  if (section === 'findings') return [];
  return section === 'ladder' ? lines.slice(0, 1) : lines;
}

function citedUnits(report: ReportDocument): readonly Unit[] {
  const behind = studiesOfStatements(report);
  return report.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap(unitsOf).map((unit): Unit => {
      const lines = ofStudies(id, unit);
      const cited = lines.flatMap(citationsOf);
      const studies = cited.flatMap(({ evidence: of, anchor }) =>
        of === undefined ? (behind.get(anchor ?? '') ?? []) : [of.study],
      );
      return { section: id, lines, studies };
    }),
  );
}

/** The numbers of a unit that no study it cites has. */
function unknownNumbers({ section, lines, studies }: Unit): readonly string[] {
  return lines.flatMap((line) => {
    const isOfAudit = citationsOf(line).some(
      ({ evidence: of }) => of?.part === 'audit' || of?.part === 'finding',
    );
    const audit = isOfAudit ? auditNumbers(studies) : new Set<string>();
    const words = wordsOf(line).replaceAll(asked, ' ');
    const left = withoutOwnCounts(withoutIntervals(words));
    return numbersIn(left)
      .filter((number) => !isHeld(number, studies) && !audit.has(number))
      .map((number) => `${section}: ${number} in "${wordsOf(line)}" of ${[...new Set(studies)].join(', ')}`);
  });
}

/** What only a study can know: a number of patients, of responses, of months survived. */
const ofPatients =
  /\d+ of \d+|\d+ (?:patients|cases|responders|tumours)\b|\d(?:\.\d+)?%? (?:responded|responses?|had a (?:partial|complete))|\d(?:\.\d+)? months\b/;

const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

for (const knowledgeAsOf of [undefined, '2019-12-31'])
  test(`every number about a study is one of that study: ${knowledgeAsOf ?? 'today'}`, () => {
    let checked = 0;
    const unknown = new Set<string>();
    const unsourced = new Set<string>();
    for (const name of examples) {
      const { value: reading, issues } = readCase(readFileSync(new URL(name, folder)), { source: name });
      assert.ok(reading, name);
      const { value: answer } = answerBoard(reading, knowledge.base, { knowledgeAsOf, without: [] });
      assert.ok(answer, name);
      const making = {
        recordHash: 'a',
        knowledgeHash: 'b',
        softwareVersion: '0',
        now: '2026-11-21T00:00:00Z',
      };
      for (const unit of citedUnits(buildReport({ answer, recordIssues: issues, ...making }))) {
        if (unit.studies.length > 0) {
          checked += unit.lines.flatMap((line) => numbersIn(wordsOf(line))).length;
          for (const each of unknownNumbers(unit)) unknown.add(each);
          continue;
        }
        if (!unit.section.startsWith('option') && !unit.section.startsWith('appendix-e')) continue;
        const words = unit.lines
          .map((line) => withoutOwnCounts(wordsOf(line)).replaceAll(asked, ' '))
          .join(' ');
        if (ofPatients.test(words)) unsourced.add(`${unit.section}: ${words}`);
      }
    }
    assert.deepEqual([...unknown], []);
    assert.deepEqual([...unsourced], []);
    assert.ok(checked > 5000, `${checked} numbers`);
  });

test('a number that no cited study has is found, and an interval that is another', () => {
  const cited: Citation = {
    kind: 'citation',
    text: 'S1',
    evidence: { part: 'study', study: 'mitry-1999' },
  };
  const unit = (text: string): Unit => ({
    section: 'options',
    lines: [{ spans: [{ kind: 'text', text }, cited] }],
    studies: ['mitry-1999'],
  });
  assert.deepEqual(unknownNumbers(unit('17 of 41 (26-58%) responded, printed “41.5%”, in 1999')), []);
  assert.notDeepEqual(unknownNumbers(unit('17 of 41 (26-59%) responded')), []);
  assert.equal(unknownNumbers(unit('41.6% responded, in 1998')).length, 2);
});
