/**
 * Which result belongs to which stain: "positive for CK20, synaptophysin and chromogranin but negative for CK7", "TTF1: -",
 * "desmin, SMA and S100 were negative", "loss of MLH1 and PMS2", "CD56 +". Stains that only commas and "and" join share one
 * result.
 */
import type { Polarity } from './report-mention.ts';
import type { StainAt } from './stains.ts';

/** What a text says of a stain. */
export interface StainResult {
  readonly stain: StainAt;
  readonly polarity: Polarity;
  readonly means: string;
  /** Only the stain is named: what is said of it is in the words of the clause, if anywhere. */
  readonly isOnlyNamed?: true;
  /** The result is printed behind the stain: words elsewhere in the clause do not change it. */
  readonly isPrinted?: true;
  /** The words that gave the result stand this close; a stain without any is not a mention. */
  readonly end: number;
}

interface Said {
  readonly polarity: Polarity;
  /** "stains for", "expression of": words that name the test as well as its result. */
  readonly isWeak?: true;
  readonly means: string;
  /** Units of the text from the stain's side that the words take. */
  readonly length: number;
}

const joining =
  /^(?:\s|,|\/|&|\+(?=\s*[A-Z])|\band\b|\bor\b|\bas well as\b|\bplus\b|\bboth\b|\bthe\b|\banti-|\([^()]{0,40}\)|\b(?:markers?|stains?|antibod(?:y|ies)|immunostains?|expression|protein|cocktail)\b|\bneuroendocrine\b|\bincluding\b|(?<![A-Za-z0-9])[A-Z]{2,6}-?\d{0,3}(?![A-Za-z0-9]))*$/;

const strength =
  '(?:(?:strong(?:ly)?|weak(?:ly)?|moderate(?:ly)?|diffuse(?:ly)?|focal(?:ly)?|patchy|faint(?:ly)?|uniform(?:ly)?|partial(?:ly)?|intense(?:ly)?|extensive(?:ly)?|variabl[ye]|scattered|rare(?:ly)?|cytoplasmic|nuclear|membran(?:e|ous)|block(?:-type)?|dot-like|perinuclear|granular|heterogeneous(?:ly)?|completely|entirely|all|clearly|only|largely|mostly|predominantly|aberrant(?:ly)?|clonal|homogeneous(?:ly)?|complete|and|&|,) ?)*';
const verb =
  '(?:(?:was|were|is|are|stained|stains?|shows?|showed|demonstrates?|demonstrated|remained|remains|appears?|came (?:back|out)|tested|staining|immunostaining|immunoreactivity|expression|reactivity|nuclear|stain|immunohistochemistry|ihc|by ihc|on ihc|on immunohistochemistry|immunostain(?:ing)?|an?(?= )|:|=|-(?= )|\u2013|protein|both|each|also|again|in (?:the )?tumou?r cells|of (?:the )?tumou?r cells|of tumou?r nuclei|interpreted as|reported as|considered) ?)*';

const positive =
  'positiv(?:e|ity)|\\+ve\\b|kept|pos\\b\\.?|immuno-?positive|immunoreactive|reactive|(?:co-?)?expressed|expression (?:is|was)? ?(?:present|seen|identified|preserved)|present|detected|retained|preserved|intact|maintained|stained|staining (?:present|seen)|(?<![a-z])\\+{1,3}(?!\\d)|\\(\\+{1,3}\\)|(?:score )?[123]\\+|overexpress(?:ed|ion)|mutant(?:[- ]type)?(?: pattern| expression| staining)|mutant[- ]type|(?:normal|wild[- ]?type)(?: (?:pattern|expression|staining))?|(?:high|strong|diffuse) (?:expression|staining|positivity)|(?:patchy|focal|diffuse|weak|strong|scattered|faint)(?=\\s*[.,;)]|\\s*$)|highlights\\b|yes\\b';
const negative =
  'negativ(?:e|ity)|-ve\\b|neg\\b\\.?|non-?reactive|unreactive|not (?:expressed|detected|seen|reactive|present|identified)|(?:< ?1|0) ?%|absent|lost|loss(?: of (?:nuclear )?(?:expression|staining))?|(?:complete |nuclear )?loss|deficient|lacking|no (?:staining|expression|reactivity)|null(?:[- ]pattern)?|(?<![a-z0-9])-{1,3}(?=[\\s,;.)]|$)|\\(-{1,2}\\)|did not (?:stain|react|express)|0(?:\\+)?(?=[\\s,;.)]|$)';
const equivocal = 'equivocal|indeterminate|inconclusive|\\+/-|-/\\+|\\(\\+/-\\)|borderline|doubtful';
const failed =
  'tissue lost|not contributory|not (?:evaluable|assessable|interpretable)|non-?(?:evaluable|interpretable|contributory|informative)|un(?:interpretable|evaluable)|failed|could not be (?:assessed|evaluated|interpreted)|insufficient';
const pending =
  'will be (?:added|performed|done|ordered|reported)|pending|awaited|to follow|ordered|requested|in progress';
const notTested = 'antibody not available|not (?:performed|done|tested|available|assessed|evaluated)|n/?d\\b';

const percentAfter =
  '(?:(?!(?:< ?1|0) ?%)(?:<|>|~|about |approximately |up to |in )?\\d{1,3}(?: ?- ?\\d{1,3})? ?%(?: of (?:the )?(?:tumou?r )?(?:cells|nuclei))?)';

const stainedSo =
  '(?:strong|weak|diffuse|focal|patchy|intense|moderate|nuclear|cytoplasmic|membranous)[a-z, -]{0,40}(?:staining|expression|immunoreactivity|positivity|labell?ing)';

/** The clone of an antibody, or which end it binds. */
const note = '(?: ?\\([A-Za-z][^()+-]{0,30}\\)(?=[ :]))?';

const after: readonly (readonly [Polarity, RegExp])[] = [
  ['notTested', new RegExp(`^${note}[ ,:=()-]*${verb}(?:${notTested})`, 'i')],
  ['pending', new RegExp(`^${note}[ ,:=()-]*${verb}(?:${pending})`, 'i')],
  ['failed', new RegExp(`^${note}[ ,:=()-]*${verb}(?:${failed})`, 'i')],
  [
    'equivocal',
    new RegExp(
      `^${note}[ ,:=(]*${verb}${strength}(?:score 2\\+ )?\\(?(?:${equivocal})(?! (?:for|of|with)\\b)`,
      'i',
    ),
  ],
  [
    'absent',
    new RegExp(
      `^(?:-(?=neg|non|immuno)|[ ,:=()-]*)(?:all )?${verb}${strength}(?:${negative})(?! (?:for|with)\\b)`,
      'i',
    ),
  ],
  [
    'present',
    new RegExp(
      `^(?:-(?=pos|immuno|reactive|express)|[ ,:=()-]*)(?:all )?${verb}${strength}(?:${positive}|${percentAfter}|${stainedSo})(?! (?:for|with)\\b)`,
      'i',
    ),
  ],
];

/** "(focal synaptophysin)": how it stains is said in front. */
const stainedBefore =
  /(?:^|[(,;]\s*|\bwith )(?:focal|diffuse|patchy|strong|weak|scattered)(?:(?: and|,) (?:focal|diffuse|patchy|strong|weak))?\s*$/i;

const before: readonly (readonly [Polarity, RegExp])[] = [
  [
    'absent',
    /(?:\bnegative (?:staining |expression |immunostaining |immunoreactivity |reaction |result )?(?:for|with|of)|\bnegativity (?:for|of)|\b(?:no|without|lack(?:s|ed|ing)?(?: of)?|absence of|absent|loss of|lost|complete loss of|did not (?:express|stain (?:for|with)|show)|does not express|do not express|not express(?:ing)?|neither|nor|but not|and not|non-?reactive (?:for|with|to)|deficient (?:for|in)|not (?:with|for)(?: (?:antibodies|antisera|an antibody|those) (?:to|against|for))?)(?: (?:nuclear|any|the|significant|convincing|staining|immunostaining|expression|immunoreactivity|reactivity|protein|immunohistochemical|for|with|of|to|cytoplasmic|membranous))*)\s*:?\s*$/i,
  ],
  [
    'present',
    /(?:\bpositive (?:nuclear |strong |diffuse |focal |weak )?(?:staining |expression |immunostaining |immunoreactivity |reaction |result )?(?:for|with|of)|\bpositivity (?:for|of|with)|\b(?:express(?:ed|es|ing)?|co-?express(?:ed|es|ing)?|expression of|immunoreactiv(?:e|ity) (?:for|with|to)|reactiv(?:e|ity) (?:for|with|to)|stain(?:ed|s|ing)?(?: positive(?:ly)?| strongly| diffusely| weakly| focally)? (?:for|with)|(?:labell?|stain|react|mark)(?:s|ed)? with (?:antibodies|antisera|an antibody) (?:to|against|for)|labell?ed (?:for|with)|retain(?:s|ed|ing)?|preserved|intact|retention of|preservation of|overexpress(?:ed|es|ion of)|highlighted by|supported by|confirmed by|marked (?:for|with)|decorated by|with (?:dot-like|diffuse|strong|focal|patchy|weak|membranous|cytoplasmic|nuclear|variable)(?: and (?:diffuse|strong|focal|patchy|weak))?)(?: (?:nuclear|the|staining|immunostaining|expression|both|of|for|strong|diffuse|neuroendocrine markers|cytoplasmic|membranous|immunohistochemical))*)\s*:?\s*$/i,
  ],
  ['present', stainedBefore],
  [
    'equivocal',
    /\b(?:equivocal|indeterminate|inconclusive|doubtful)(?: (?:staining|expression|result))?(?: (?:for|of|with))?\s*:?\s*$/i,
  ],
  [
    'pending',
    /\b(?:pending|awaited|ordered|requested)(?: (?:are|is|for|stains?|stainings?|immunostains?|results? (?:for|of)))*\s*:?\s*$/i,
  ],
  [
    'hypothetical',
    /\b(?:recommend(?:ed)?|suggest(?:ed)?|consider|to exclude|should include|stain(?:ing)? (?:for|with) .{0,30}(?:is|are) recommended)(?: (?:staining|immunostaining|immunohistochemistry|ihc))?(?: (?:for|with|of))?\s*:?\s*$/i,
  ],
];

const namesTest = /^\s*(?:stain(?:s|ing)?(?: for| with)?|expression of)\s*$/i;

/** "no expression of", "without any staining for". */
const denial =
  /\b(?:no|not|without|lack(?:s|ed|ing)?(?: of)?|absence of|loss of|neither|nor|never)(?: (?:any|significant|clear|convincing|definite|evidence of|relevant|nuclear|diffuse|strong|aberrant|abnormal))* ?$/i;

/** Results in front also reach a list behind an adverb: "strongly and diffusely positive for". */
function saidBefore(text: string): Said | undefined {
  for (const [polarity, pattern] of before) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const isDenied = polarity === 'present' && denial.test(text.slice(0, found.index));
    const own = isDenied ? 'absent' : polarity;
    const isWeak = namesTest.test(found[0]);
    return { polarity: own, means: own, length: found[0].length, ...(isWeak ? { isWeak } : {}) };
  }
  return undefined;
}

function saidAfter(text: string): Said | undefined {
  const near = text.slice(0, 140);
  for (const [polarity, pattern] of after) {
    const found = pattern.exec(near);
    if (found !== null) return { polarity, means: polarity, length: found[0].length };
  }
  return undefined;
}

const words: Readonly<Record<Polarity, string>> = {
  present: 'positive',
  absent: 'negative',
  pending: 'pending',
  notTested: 'not tested',
  failed: 'not evaluable',
  equivocal: 'equivocal',
  hypothetical: 'to be tested',
};

/** Stains of one clause in lists that share a result. */
function listsOf(text: string, stains: readonly StainAt[]): readonly (readonly StainAt[])[] {
  const lists: StainAt[][] = [];
  for (const stain of stains) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, stain.start);
    const isOwn = last !== undefined && saidAfter(gap) !== undefined && !joining.test(gap);
    if (list !== undefined && last !== undefined && !isOwn && joining.test(gap) && !/\([+-]/.test(gap))
      list.push(stain);
    else lists.push([stain]);
  }
  return lists;
}

/**
 * "loss of MLH1 and PMS2, MSH2 and MSH6 preserved": the stains behind the last plain comma have the result behind them;
 * a list without one has the result in front.
 */
function ownResultFrom(text: string, list: readonly StainAt[]): number {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const gap = text.slice(list[index - 1]?.end ?? 0, list[index]?.start ?? 0);
    if (/^\s*,\s*$/.test(gap)) return index;
    if (!/\band\b|&|\//.test(gap)) return list.length;
  }
  return list.length;
}

/** The stain as a test: "SSTR2 immunohistochemistry". */
const stainNamed = /^ (?:immunohistochemistry|immunostain(?:s|ing)?|ihc|stain(?:s|ing)?)\b/i;

/** "Immunohistochemistry: CK7 -, CK20 +" gives each its own; a heading "Positive:" gives it to the whole line. */
const headed: readonly (readonly [Polarity, RegExp])[] = [
  ['present', /^\s*[-*\u2022]?\s*(?:positive|expressed|retained|pos)\b[^:]{0,30}:/i],
  ['absent', /^\s*[-*\u2022]?\s*(?:negative|not expressed|lost|neg)\b[^:]{0,30}:/i],
  ['notTested', /^\s*[-*\u2022]?\s*not (?:performed|done|tested)\b[^:]{0,30}:/i],
  ['pending', /^\s*[-*\u2022]?\s*pending\b[^:]{0,30}:/i],
  ['failed', /^\s*[-*\u2022]?\s*(?:failed|not evaluable)\b[^:]{0,30}:/i],
];

/**
 * The results of the stains of one clause.
 *
 * @param text the clause.
 * @param stains the stains in it, with places in the clause.
 */
export function stainResults(text: string, stains: readonly StainAt[]): readonly StainResult[] {
  const heading = headed.find(([, pattern]) => pattern.test(text))?.[0];
  const results: StainResult[] = [];
  let carried: { readonly polarity: Polarity; readonly end: number } | undefined;
  for (const list of listsOf(text, stains)) {
    const [first] = list;
    const last = list.at(-1);
    if (first === undefined || last === undefined) continue;
    const front = saidBefore(text.slice(0, first.start).replace(/["'(]\s*$/, ''));
    const behind = saidAfter(text.slice(last.end));
    // "positive for A (strong) and B": a list that goes on behind a note takes the result in front of it.
    const gap = carried === undefined ? '' : text.slice(carried.end, first.start);
    const goesOn =
      carried !== undefined && /^[\s,]*(?:(?:\([^()]*\)|and|or|as well as|[,&])\s*)*$/i.test(gap);
    const own = front?.isWeak === true && behind !== undefined ? behind : front;
    const polarity = own?.polarity ?? behind?.polarity ?? (goesOn ? carried?.polarity : undefined) ?? heading;
    if (polarity === undefined) {
      if (stainNamed.test(text.slice(last.end)))
        for (const stain of list)
          results.push({ stain, polarity: 'present', means: '', end: stain.end, isOnlyNamed: true });
      continue;
    }
    const end = front === undefined && behind !== undefined ? last.end + behind.length : last.end;
    carried = { polarity, end: last.end };
    const ownFrom = front === undefined || behind === undefined ? list.length : ownResultFrom(text, list);
    for (const [index, stain] of list.entries()) {
      const said = index >= ownFrom && behind !== undefined ? behind.polarity : polarity;
      const isPrinted = behind !== undefined && (front === undefined || index >= ownFrom);
      results.push({
        stain,
        polarity: said,
        means: words[said],
        end: stain === last ? end : stain.end,
        ...(isPrinted ? { isPrinted } : {}),
      });
    }
  }
  return results;
}
