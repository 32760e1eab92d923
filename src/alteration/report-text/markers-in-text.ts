/** MSI, mismatch repair, TMB, PD-L1, MGMT, HER2 and HRD in running text, read by the same rules as single notations. */
import type { Notation } from '../notation.ts';
import { readNotation } from '../read-notation.ts';

/** A marker at a place, with its result where the words give one. */
export interface MarkerAt {
  readonly start: number;
  readonly end: number;
  readonly subject: string;
  readonly notation?: Notation;
  readonly means: string;
  /** What the words themselves say: MSS and pMMR are results, and so is a value. */
  readonly says: 'positive' | 'negative' | 'equivocal' | 'value' | 'nothing';
}

const copula =
  '(?:\\)|,| |:|=|-|\\(|status|testing|test|analysis|score|scores|was|were|is|are|of|by|ihc|immunohistochemistry|pcr|ngs|expression|tumou?r|cells?|showed|shows|calculated|estimated|at|as|reported|determined|combined positive score|tumou?r proportion score|22c3|sp142|sp263|28-8|clone|the|result|assessed|scored|considered|interpreted|found|to be|be|remained|gene|promoter)*';
const number =
  '(?:<|>|\u2264|\u2265|<=|>=|~|about |approximately |less than |more than |at least )? ?\\d{1,4}(?:[.,]\\d{1,2})?(?: ?- ?\\d{1,4}(?:[.,]\\d{1,2})?)?';

interface Form {
  readonly subject: string;
  readonly pattern: RegExp;
  readonly says: (match: RegExpMatchArray) => MarkerAt['says'];
}

const byWord =
  (positive: RegExp, negative: RegExp) =>
  (match: RegExpMatchArray): MarkerAt['says'] => {
    const result = match.groups?.['result'] ?? '';
    if (negative.test(result)) return 'negative';
    if (positive.test(result)) return 'positive';
    if (/equivocal|indeterminate|2\+/i.test(result)) return 'equivocal';
    return result === '' ? 'nothing' : 'value';
  };

const forms: readonly Form[] = [
  {
    subject: 'MSI',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:(?<result>mss|ms-?stable|msi-h(?:igh)?|msi-l(?:ow)?|microsatellite[- ]stab(?:le|ility)|microsatellite[- ]instable|microsatellite[- ]unstable)(?![A-Za-z])(?: tumou?r)?|(?:microsatellite(?: instability)?(?: \\(msi\\))?(?: status)?|msi)(?![A-Za-z-])${copula}(?<result2>stable|high|low|unstable|instable|not detected|absent|mss|msi-h|negative|positive)?(?![a-z]))`,
      'gi',
    ),
    says: (match) => {
      const result = match.groups?.['result'] ?? match.groups?.['result2'] ?? '';
      if (/^mss|stable|stability|not|absent|negative|-l|low/i.test(result) && !/un|inst/i.test(result))
        return 'negative';
      return result === '' ? 'nothing' : 'positive';
    },
  },
  {
    subject: 'MMR',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:(?<result>[dp]mmr|(?:deficient|proficient) (?:mismatch repair|mmr)|(?:mismatch repair|mmr)[- ](?:deficien(?:t|cy)|proficien(?:t|cy)))(?: \\([dp]mmr\\))?|(?:mismatch repair(?: proteins?)?(?: \\(mmr\\))?|mmr(?: proteins?)?)(?: status)?(?![A-Za-z-])${copula}(?<result2>deficient|proficient|intact|retained|preserved|lost|normal|loss)?(?![a-z]))`,
      'gi',
    ),
    says: (match) => {
      const result = match.groups?.['result'] ?? match.groups?.['result2'] ?? '';
      if (/pmmr|proficien|intact|retained|preserved|normal/i.test(result)) return 'negative';
      return result === '' ? 'nothing' : 'positive';
    },
  },
  {
    subject: 'TMB',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:[tb]?tmb|tumou?r mutation(?:al)? (?:burden|load)(?: \\(tmb\\))?)(?![A-Za-z])${copula}(?<result>${number} ?(?:mut(?:ation)?s?(?: ?/ ?| per )(?:mb|megabase)|/mb|m/mb)?|high|low|intermediate)?`,
      'gi',
    ),
    says: byWord(/high/i, /low/i),
  },
  {
    subject: 'PD-L1',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:pd-?l1|cd274)(?![A-Za-z0-9])${copula}(?:\\(?(?<scoring>tps|cps|ic|tc)\\)?)?${copula}(?<result>${number} ?%?|negative|positive|not expressed|high|low)?`,
      'gi',
    ),
    says: byWord(/positive|high/i, /negative|not expressed|^(?:< ?1|0) ?%?$/i),
  },
  {
    subject: 'MGMT',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:mgmt)(?: gene)?(?: promoter)?(?: (?:methylation|status))*${copula}(?<result>unmethylated|hypermethylated|methylated|not methylated|not detected|absent|positive|negative|present|detected)?`,
      'gi',
    ),
    says: byWord(/^(?:hyper)?methylated|positive|present|^detected/i, /unmethylated|not|absent|negative/i),
  },
  {
    subject: 'HER2',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:her-?2(?:/neu)?)(?![A-Za-z0-9])(?!.{0,12}(?:amplif|mutation|exon|gene))${copula}(?<result>[0-3]\\+|score [0-3]\\+?|0(?!\\.?\\d)|negative|positive|equivocal|low)`,
      'gi',
    ),
    says: byWord(/3\+|positive/i, /^0|1\+|negative|score [01]/i),
  },
  {
    subject: 'HRD',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:hrd|homologous recombination deficiency)(?![A-Za-z])(?: score)?${copula}(?<result>${number}|negative|positive|high|low)?`,
      'gi',
    ),
    says: byWord(/positive|high/i, /negative|low/i),
  },
];

const deniedAfter =
  /^(?: (?:by|on|in) \w+)? ?: ?no\b|^\)? ?(?:was |is |were )?not (?:detected|identified|found|seen|present)\b/i;

/** Two names of one result side by side, "microsatellite stable (MSS)", are one mention. */
function joined(text: string, found: readonly MarkerAt[]): readonly MarkerAt[] {
  const kept: MarkerAt[] = [];
  for (const each of found) {
    const last = kept.at(-1);
    const isBeside =
      last !== undefined &&
      last.subject === each.subject &&
      each.start >= last.end &&
      /^[\s(=,:/-]*$/.test(text.slice(last.end, each.start)) &&
      (last.says === 'nothing' || each.says === 'nothing' || last.says === each.says);
    if (!isBeside || last === undefined) {
      kept.push(each);
      continue;
    }
    const told = last.says === 'nothing' ? each : last;
    const isOpen = text.slice(last.end, each.start).includes('(') && text.startsWith(')', each.end);
    kept[kept.length - 1] = { ...told, start: last.start, end: each.end + (isOpen ? 1 : 0) };
  }
  return kept;
}

/** Every marker that a text names. */
export function markersIn(text: string): readonly MarkerAt[] {
  const found = forms.flatMap(({ subject, pattern, says }) =>
    [...text.matchAll(pattern)].map((match): MarkerAt => {
      const words = match[0].replace(/(?:[\s,:=(-]|\s(?:is|was|were|are|be|to be|of|by|at|as|the))+$/i, '');
      const isOpen =
        words.includes('(') && !words.includes(')') && text.startsWith(')', match.index + words.length);
      const { result, result2, scoring } = match.groups ?? {};
      const value = (result ?? result2 ?? '').trim();
      const short = [scoring?.toUpperCase(), value]
        .filter((part) => part !== undefined && part !== '')
        .join(' ');
      const { value: notation } = readNotation(words);
      return {
        start: match.index,
        end: match.index + words.length + (isOpen ? 1 : 0),
        subject,
        ...(notation?.kind === 'marker' || notation?.kind === 'methylation' ? { notation } : {}),
        means: short,
        says: deniedAfter.test(text.slice(match.index + words.length)) ? 'negative' : says(match),
      };
    }),
  );
  return joined(
    text,
    found.filter(({ end, start }) => end > start).toSorted((a, b) => a.start - b.start || b.end - a.end),
  );
}
