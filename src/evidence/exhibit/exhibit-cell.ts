/**
 * The words of a cell of a printed table, composed again from the values of the library: "NEC, 67 (CR, 17; PR, 50;
 * SD, 33; PD, 0)". A number that is held under two records is printed once.
 */
import type { PrintedGroup, PrintedValue } from '../printed/index.ts';
import { freeNumbersOf, linesOf } from '../second-reading/index.ts';

const responseWords: Readonly<Partial<Record<PrintedValue['what'], string>>> = {
  objectiveResponse: '',
  completeResponse: 'CR',
  partialResponse: 'PR',
  stableDisease: 'SD',
  progressiveDisease: 'PD',
  notEvaluable: 'NE',
  diseaseControl: 'DCR',
  biochemicalResponse: 'biochemical',
};

type Fact = Extract<PrintedValue, { what: 'fact' }>;
const isFact = (value: PrintedValue): value is Fact => value.what === 'fact';
type Toxicity = Extract<PrintedValue, { what: 'toxicity' }>;
const isToxicity = (value: PrintedValue): value is Toxicity => value.what === 'toxicity';

const overlap = (a: PrintedValue, b: PrintedValue): boolean => {
  const lines = linesOf(b.place.lines ?? '0');
  return [...linesOf(a.place.lines ?? '0')].some((line) => lines.has(line));
};

/** How often the words of a place print a number. */
function timesPrinted(values: readonly PrintedValue[], number: string): number {
  const texts = [...new Set(values.map(({ place }) => place.text ?? ''))];
  const whole = texts.filter((text) => !texts.some((other) => other !== text && other.includes(text)));
  return whole.reduce((sum, text) => sum + freeNumbersOf(text).filter((each) => each === number).length, 0);
}

/** The same values, those left out whose number is printed once and already held by one before them. */
export function printedOnce(values: readonly PrintedValue[]): readonly PrintedValue[] {
  const kept: PrintedValue[] = [];
  for (const value of values) {
    const same = kept.filter((each) => each.value === value.value && !isFact(each) && overlap(each, value));
    const isNumber = !isFact(value) && /\d/u.test(value.value);
    if (isNumber && same.length > 0 && timesPrinted([...same, value], value.value) <= same.length) continue;
    kept.push(value);
  }
  return kept;
}

/** The words of a group before its numbers; empty for the whole population. */
function labelOf(group: string, groups: readonly PrintedGroup[]): string {
  if (group === 'all') return '';
  const words = groups.find(({ id }) => id === group)?.words.split(';')[0] ?? group;
  return freeNumbersOf(words).length > 0 || words.length > 40 ? group.replaceAll('-', ' ') : words;
}

function timeText(value: PrintedValue): string {
  const interval = 'interval' in value && value.interval !== undefined ? ` (${value.interval})` : '';
  return `${value.value}${interval}`;
}

function responseText(values: readonly PrintedValue[]): string {
  const rate = values.find(({ what }) => what === 'objectiveResponse');
  const parts = values
    .filter((value) => value !== rate && value.what in responseWords)
    .map(({ what, value }) => `${responseWords[what] ?? what}, ${value}`);
  if (rate === undefined) return parts.join('; ');
  return parts.length === 0 ? rate.value : `${rate.value} (${parts.join('; ')})`;
}

const isResponse = ({ what }: PrintedValue): boolean => what in responseWords;
const isTime = ({ what }: PrintedValue): boolean =>
  what === 'overallSurvival' || what === 'progressionFreeSurvival' || what === 'timeToProgression';

/** Values of each group under its words: "NEC, 19 (5–36+)". */
function byGroup(
  values: readonly PrintedValue[],
  groups: readonly PrintedGroup[],
  text: (own: readonly PrintedValue[]) => string,
): readonly string[] {
  return [...new Set(values.map(({ group }) => group))].map((group) => {
    const label = labelOf(group, groups);
    const own = text(values.filter((value) => value.group === group));
    return label === '' ? own : `${label}, ${own}`;
  });
}

/** Whether the words of a place name one adverse event with its grade, and not a list under one grade. */
function namesOwnGrade({ place }: Toxicity): boolean {
  const text = place.text ?? '';
  return /grade/i.test(text) && (text.match(/\(/gu) ?? []).length <= 1;
}

/** Adverse events, each with its grade where the paper names it: the grade may stand once before several. */
function toxicityTexts(values: readonly Toxicity[], groups: readonly PrintedGroup[]): readonly string[] {
  let group = '';
  let grades: string | undefined;
  return values.map((value) => {
    const label = value.group === group ? '' : labelOf(value.group, groups);
    const isNamed = value.grades !== grades || namesOwnGrade(value);
    const grade = value.grades !== undefined && isNamed ? `grade ${value.grades} ` : '';
    group = value.group;
    grades = value.grades;
    return `${label === '' ? '' : `${label}: `}${grade}${value.term} (${value.value})`;
  });
}

/** Facts whose meaning says more than their numbers do, where those are held as values of their own. */
const namedFacts = /^(population|stage|drug|site|primary site|regimens?|line of treatment)$/;

const isSentence = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= 40;

/** What a fact adds to the numbers of its cell; undefined where they say it all. */
function factText(fact: Fact, others: readonly PrintedValue[], isSummary: boolean): string | undefined {
  if (fact.name === 'design' || fact.name === 'centres') {
    const isFuller = (each: PrintedValue) =>
      isFact(each) &&
      overlap(each, fact) &&
      (each.name === 'phase' || (each.name === 'design' && each !== fact && each.means.includes(fact.means)));
    return others.some(isFuller) ? undefined : fact.means;
  }
  if (fact.means === 'not available') return 'NA';
  const numbers = freeNumbersOf(fact.value);
  const held = new Set(
    others
      .filter((each) => !isFact(each) && overlap(each, fact))
      .flatMap((each) => freeNumbersOf(`${each.value} ${'interval' in each ? (each.interval ?? '') : ''}`)),
  );
  if (numbers.length === 0 || !numbers.every((number) => held.has(number))) return fact.value;
  if (isSummary && isSentence(fact.value)) return fact.value;
  const isSaid = namedFacts.test(fact.name) && freeNumbersOf(fact.means).length === 0;
  return isSaid ? `${fact.name === 'stage' ? 'stage ' : ''}${fact.means}` : undefined;
}

function measuredText(value: PrintedValue, groups: readonly PrintedGroup[]): string {
  const label = labelOf(value.group, groups);
  const unit = 'unit' in value && value.unit !== undefined ? ` ${value.unit}` : '';
  switch (value.what) {
    case 'patients':
    case 'evaluable':
      return `${label === '' ? '' : `${label}, `}${value.value}${value.what === 'evaluable' ? ' evaluable' : ''}`;
    case 'part':
      return `${value.term}, ${value.value}`;
    case 'pValue':
      return `p ${value.relation} ${value.value}`;
    default:
      return 'term' in value ? `${value.term} ${value.value}` : `${value.value}${unit}`;
  }
}

/** How a cell is composed. */
export type CellKind = 'plain' | 'summary' | 'composed';

/**
 * The words of a cell.
 * @param values what stands in the cell, in the order of print
 * @param row every value of the row, so that a number in words is not printed beside its value
 * @param kind `plain` where the header says what the value is, so that only the value is printed; `summary` where whole
 *   sentences stand, with their numbers
 */
export function exhibitCell(
  values: readonly PrintedValue[],
  row: readonly PrintedValue[],
  groups: readonly PrintedGroup[],
  kind: CellKind,
): string {
  const once = printedOnce(values);
  if (kind === 'plain') return [...new Set(once.map(({ value }) => value))].join('; ');
  const responses = once.filter(isResponse);
  const times = once.filter(isTime);
  const isSummary = kind === 'summary';
  const sentences = once.filter(isFact).filter((fact) => isSummary && isSentence(fact.value));
  const rest = once.filter((value) => {
    if (isFact(value) || isResponse(value) || isTime(value) || isToxicity(value)) return false;
    const numbers = freeNumbersOf(value.value);
    const inSentence = (fact: Fact) =>
      overlap(fact, value) && numbers.every((number) => freeNumbersOf(fact.value).includes(number));
    return numbers.length === 0 || !sentences.some(inSentence);
  });
  const facts = once.filter(isFact).flatMap((fact) => factText(fact, row, isSummary) ?? []);
  const said = facts.filter(
    (text, at) =>
      !facts.some((other, index) => index !== at && other.includes(text) && (other !== text || index < at)),
  );
  return [
    ...byGroup(responses, groups, responseText),
    ...byGroup(times, groups, (own) => own.map(timeText).join('; ')),
    ...rest.map((value) => measuredText(value, groups)),
    ...toxicityTexts(once.filter(isToxicity), groups),
    ...said,
  ].join('; ');
}
