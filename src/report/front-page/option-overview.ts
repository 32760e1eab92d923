/**
 * The options in order, by stance, on the front page: what speaks for each and what against stand side by side in the
 * same table, with the same number of words. Each row leads to the option in full.
 */
import { type Explanation, openFacts } from '../../criteria/index.ts';
import type { StatementMatch } from '../../evidence/index.ts';
import { type RungState, type Stance, stances, type WeighedOption } from '../../options/index.ts';
import { directionWords, kindWords, settingWords, stanceWords, tonedBadge } from '../board-words.ts';
import type { Block, Line, Section, Span } from '../document.ts';
import { groundWords } from '../ground-words.ts';
import { plural } from '../interval-words.ts';
import { optionAnchor } from '../option-anchor.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, joined, line, link, strong, text } from '../span.ts';

const stanceTitles: Readonly<Record<Stance, string>> = {
  indicated: 'Indicated',
  considerable: 'Considerable',
  hypothesisOnly: 'Hypothesis only',
  advisedAgainst: 'Advised against',
};

/** A test is not open because its own result is: it is what settles it. */
function isOpenOption({ definition, question }: WeighedOption): boolean {
  return question.truth === 'unknown' && definition.kind !== 'test';
}

/** Facts named in one line of what an option waits for. */
const shownFacts = 4;

/** The open facts in words, with the answer that is wanted of each. */
function factWords(question: Explanation): string {
  const texts = (wanted: 'met' | 'unmet') => [
    ...new Set(
      openFacts(question)
        .filter((fact) => fact.wanted === wanted)
        .map(({ leaf }) => leaf.text),
    ),
  ];
  const listed = (facts: readonly string[]) =>
    facts.length > shownFacts
      ? `${facts.slice(0, shownFacts).join('; ')}; and ${facts.length - shownFacts} more`
      : facts.join('; ');
  const unless = texts('unmet');
  return [listed(texts('met')), unless.length === 0 ? '' : `unless ${listed(unless)}`]
    .filter((part) => part !== '')
    .join('; ');
}

const givenWords: Readonly<Record<RungState, string>> = {
  inUse: 'going on',
  used: 'given before',
  failed: 'given before, failed',
  stoppedForToxicity: 'given before, stopped for toxicity',
  notYetUsed: 'not given',
  notApplicable: 'not given',
  unknown: 'given before',
};

/** What the record says of this very treatment having been given. */
function givenLines({ given }: WeighedOption): Line[] {
  return given.map((course) => line(badge('neutral', givenWords[course.state]), ` “${course.printed}”`));
}

function nameLines(option: WeighedOption, number: number): Line[] {
  const setting = settingWords[option.setting];
  const isOpen = isOpenOption(option);
  return [
    line(`${number}. `, link(option.definition.label, optionAnchor(option))),
    line(
      tonedBadge(stanceWords[option.stance.stance]),
      ` ${kindWords[option.definition.kind]}`,
      setting === undefined ? undefined : ' ',
      setting === undefined ? undefined : tonedBadge(setting),
      isOpen ? ' ' : undefined,
      isOpen ? badge('unknown', 'open') : undefined,
    ),
    ...givenLines(option),
  ];
}

/** The ground of the stance; for an open option, what it waits for. */
function reasonLines(option: WeighedOption, { board, citations }: ReportContext): Line[] {
  const byWords = Map.groupBy(option.stance.grounds, (ground) => groundWords(ground, board));
  const [first, ...others] = byWords.keys();
  const given = first === undefined ? [] : (byWords.get(first) ?? []);
  const cited = [
    ...citations.statements
      .filter(({ match }) => given.some((ground) => ground.id === match.statement.id))
      .map(({ match }) => citations.statement(match.statement)),
    ...citations.numbers(
      first === undefined ? option.definition.sources : given.flatMap((ground) => ground.sources ?? []),
    ),
  ];
  const basis = cited.length === 0 ? [] : [' ', ...joined(cited)];
  const more = others.length === 0 ? undefined : text(` (and ${others.length} more)`);
  const waiting = isOpenOption(option) ? factWords(option.question) : '';
  const open = waiting === '' ? [] : [line(strong('Open: '), waiting)];
  return [
    first === undefined ? line(option.definition.rationale, ...basis) : line(first, ...basis, more),
    ...open,
  ];
}

/** Which way statements point, with their numbers; where nothing else says it, with the first claim. */
function directionLines(
  matches: readonly StatementMatch[],
  withClaim: boolean,
  { citations }: ReportContext,
): Line[] {
  const byDirection = Map.groupBy(matches, (match) => match.statement.direction);
  return [...byDirection].map(([direction, ofDirection]) => {
    const numbers: Span[] = ofDirection.map((match) => citations.statement(match.statement));
    const claim = withClaim ? ofDirection[0]?.statement.claim : undefined;
    const [first, ...others] = numbers;
    return claim === undefined || first === undefined
      ? line(tonedBadge(directionWords[direction]), ' ', ...joined(numbers))
      : line(
          tonedBadge(directionWords[direction]),
          ` ${claim} `,
          first,
          ...(others.length === 0 ? [] : [' (also ', ...joined(others), ')']),
        );
  });
}

const none = line('no statement');

/** One side of an option; a claim that the stance already gives as its ground is not said twice. */
function sideLines(
  matches: readonly StatementMatch[],
  option: WeighedOption,
  context: ReportContext,
): Line[] {
  const grounds = new Set(option.stance.grounds.map((ground) => ground.id));
  const isGround = matches.some((match) => grounds.has(match.statement.id));
  return directionLines(matches, !isGround, context);
}

function againstLines(option: WeighedOption, context: ReportContext): Line[] {
  const cautions = option.cautions.map(({ caution }) => {
    const cited = context.citations.numbers(caution.sources);
    const basis = cited.length === 0 ? [] : [' ', ...joined(cited)];
    return line(badge('caution', 'caution'), ` ${caution.sentence}`, ...basis);
  });
  const against = sideLines(option.againstIt, option, context);
  return against.length + cautions.length === 0 ? [none] : [...against, ...cautions];
}

function forLines(option: WeighedOption, context: ReportContext): Line[] {
  const lines = sideLines(option.forIt, option, context);
  return lines.length === 0 ? [none] : lines;
}

interface Numbered {
  readonly option: WeighedOption;
  readonly number: number;
}

/** Hypotheses on which the library holds nothing either way stand in one line each. */
const isBare = ({ option }: Numbered): boolean =>
  option.stance.stance === 'hypothesisOnly' &&
  option.forIt.length + option.againstIt.length + option.cautions.length === 0;

function bareLine({ option, number }: Numbered, context: ReportContext): Line {
  const [name, kind] = nameLines(option, number);
  const reasons = reasonLines(option, context).flatMap((each) => [' ', ...each.spans]);
  return line(...(name?.spans ?? []), ' ', ...(kind?.spans ?? []), ...reasons);
}

/** One stance: a table in which both sides stand, and the bare hypotheses behind it. */
function stanceBlocks(stance: Stance, ofStance: readonly Numbered[], context: ReportContext): Block[] {
  const bare = ofStance.filter(isBare);
  const full = ofStance.filter((each) => !isBare(each));
  const table: Block[] =
    full.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: `${stanceTitles[stance]}: ${plural(full.length, 'option')}`,
            columns: [
              { label: 'Option', share: 6 },
              { label: 'Why this stance', share: 6 },
              { label: 'For', share: 8 },
              { label: 'Against and cautions', share: 8 },
            ],
            rows: full.map(({ option, number }) => ({
              cells: [
                nameLines(option, number),
                reasonLines(option, context),
                forLines(option, context),
                againstLines(option, context),
              ],
            })),
          },
        ];
  if (bare.length === 0) return table;
  return [
    ...table,
    {
      kind: 'heading',
      spans: [text(`${stanceTitles[stance]}, no statement for or against: ${plural(bare.length, 'option')}`)],
    },
    { kind: 'list', ordered: false, items: bare.map((each) => bareLine(each, context)) },
  ];
}

/** Options that wait for a fact nobody has looked for yet: one line each, grouped by what would bring them up. */
function awaitingBlocks({ board }: ReportContext): Block[] {
  const tests = board.awaiting.filter((option) => option.definition.kind === 'test');
  const others = board.awaiting.filter((option) => option.definition.kind !== 'test');
  const byFact = Map.groupBy(others, (option) => factWords(option.question));
  const items = [...byFact].map(([fact, options]) => {
    const settling = new Set(options.flatMap(testsOfQuestion));
    return line(
      strong(options.map((each) => each.definition.label).join('; ')),
      `: ${fact}`,
      settling.size === 0 ? '.' : ` (settled by: ${[...settling].join(', ')}).`,
    );
  });
  const blocks: Block[] = [];
  if (items.length > 0) {
    const title = `Would come into question with a fact that is not in the record: ${plural(others.length, 'option')}`;
    blocks.push({ kind: 'heading', spans: [text(title)] }, { kind: 'list', ordered: false, items });
  }
  if (tests.length > 0) {
    const labels = tests.map((each) => each.definition.label).join('; ');
    blocks.push({ kind: 'paragraph', ...line(strong('Tests not recorded as done: '), `${labels}.`) });
  }
  return blocks;
}

/** The tests that settle what the question itself leaves open. */
function testsOfQuestion({ question, unknowns }: WeighedOption): readonly string[] {
  const open = new Set(openFacts(question).map(({ leaf }) => leaf.text));
  return unknowns
    .filter((unknown) => open.has(unknown.question))
    .flatMap((unknown) => unknown.tests.map(({ test }) => test.label));
}

/** The overview, stance by stance. */
export function optionOverviewSection(context: ReportContext): Section {
  const numbered = context.board.options.map((option, index): Numbered => ({ option, number: index + 1 }));
  const blocks = stances.flatMap((stance) => {
    const ofStance = numbered.filter(({ option }) => option.stance.stance === stance);
    return ofStance.length === 0 ? [] : stanceBlocks(stance, ofStance, context);
  });
  const first: Block[] =
    blocks.length === 0
      ? [{ kind: 'paragraph', ...line('No option of the library comes into question.') }]
      : blocks;
  return {
    id: 'options',
    part: 'front',
    title: 'Options in order',
    blocks: [...first, ...awaitingBlocks(context)],
  };
}
