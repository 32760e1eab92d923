/** Grades, Ki-67 and mitotic counts in running text, each with the value as printed. */

/** A measured value or a grade at a place. */
export interface MeasureAt {
  readonly start: number;
  readonly end: number;
  readonly kind: 'grade' | 'ki67' | 'mitoses';
  readonly subject: string;
  /** The value in short; empty where the text gives none. */
  readonly means: string;
  /** Another value of the measure named before it. */
  readonly isFurther?: true;
}

const number = '\\d{1,3}(?:[.,]\\d{1,2})?';
const comparison =
  '(?:<|>|\u2264|\u2265|<=|>=|~|less than|more than|greater than|up to|at least|below|above|over|under|approximately|about|around|circa|ca\\.?|approx\\.?|estimated at|nearly|almost) ?';
const sign = '(?:%|percent|per ?cent)';
/** "3-5%", "3 and 5%", "between 3% and 5%" are one value; "3% and 25%" are two. */
const percent = `(?:${comparison})?(?:(?<=between )${number} ?% and ${number} ?${sign}|${number}(?: ?% ?(?:-|to) ?${number}| ?(?:-|to|and) ?${number})? ?${sign})`;
const ki67Name =
  '(?:ki-? ?67|mib-?1|proliferati(?:on|ve) (?:index|fraction|rate|activity))(?: \\(?(?:ki-? ?67|mib-?1)\\)?)?(?:[ -]?(?:labell?ing|proliferati(?:on|ve)))?(?:[ -]?(?:index|indices|rates?|fraction|score|li|pi|staining|positivity))?(?: \\((?:li|pi|mib-?1|ki-? ?67)\\))?';
const between = '[^.;\\n%]{0,60}?';

const ki67Value = new RegExp(
  `(?<![A-Za-z0-9])(?<name>${ki67Name})(?<gap>${between})(?<value>${percent})`,
  'gi',
);
const valueKi67 = new RegExp(
  `(?<value>${percent})(?: of (?:the )?(?:tumou?r |neoplastic )?(?:cells|nuclei))?(?: (?:were|are|was|is|being))?(?: positive| stained)? (?:for |with |\\()?(?<name>ki-? ?67|mib-?1)`,
  'gi',
);
const site =
  '(?:in|at|of|from) (?!(?:the )?(?:tumou?r |neoplastic )?(?:cells|nuclei))(?:the |an? |one )?[a-z][a-z -]{1,40}?';
const bareSite =
  '(?:the )?(?:[a-z]+ ){0,2}(?:primary|primary tumou?r|metastas[ie]s|lesion|biopsy|resection|specimen|nodes?|hot ?spots?)';
const siteOrNote = `(?: ${site}| ?\\([^()%]{1,40}\\))`;
/** "3% and 25%", "3% in the primary and 25% in the liver metastasis": a further value of the same measure. */
const furtherValue = new RegExp(
  `^(?<lead>${siteOrNote}?(?:,? (?:and|but|versus|vs\\.?|compared (?:to|with)) |,? |;? ))(?:also |up to )?(?<value>${percent})(?<at>${siteOrNote})?(?=,? respectively|[,;.)]|\\s*$| and | but )`,
  'i',
);
/** "3% in the primary, in the liver metastasis 25%", "primary 3%, liver metastasis 25%". */
const furtherAtSite = new RegExp(
  `^(?<lead>${siteOrNote}?(?:,? (?:and|but) |[,;] ))(?:and |but )?(?:${site}|${bareSite}),? (?:it )?(?:was |is |of |: )?(?<value>${percent})(?! of)`,
  'i',
);
const ki67Alone = new RegExp(`(?<![A-Za-z0-9])${ki67Name}(?![A-Za-z0-9])`, 'gi');
/** Words that put another measure between the name and the number. */
const otherMeasure =
  /\b(?:tps|cps|vaf|synaptophysin|chromogranin|p53|purity|cellularity|tumou?r content|mitos|necrosis|ck\d|cd\d|grade|stage|cells? counted|score)\b/i;

const count = `(?:${comparison})?(?:${number}|no|one|two|three|four|five|six|seven|eight|nine|ten|a single|rare|few|numerous|frequent|occasional|scattered|abundant|brisk)(?: ?(?:-|to) ?${number})?`;
const area =
  '(?:10|20|50|\\d{1,2})? ?(?:hpfs?|high[- ]power(?:ed)? fields?|mm ?2|mm\u00b2|mm\\^2|square millimet(?:re|er)s?)';
const mitosesName = '(?:mitos(?:is|es)|mitotic (?:figures?|count|rate|index|activity))';
const mitosesBefore = new RegExp(
  `(?<![A-Za-z0-9.])(?<value>${count}) ${mitosesName}(?: (?:were |was )?(?:seen|counted|identified|found|present|noted))?(?: ?(?:per|/|in|over|within) ?${area})?`,
  'gi',
);
const mitosesAfter = new RegExp(
  `(?<![A-Za-z0-9])${mitosesName}(?: (?:of|was|were|is|are|exceeds?|exceeding|reaches|:|=|count))*[ :=]{1,3}(?:estimated at )?(?<value>${count})(?: ?(?:mitos(?:is|es)|mitotic figures?))?(?: ?(?:per|/|in|over|within) ?${area})?`,
  'gi',
);
const mitosesAlone = new RegExp(`(?<![A-Za-z0-9])${mitosesName}(?![A-Za-z0-9])`, 'gi');

const gradeForms: readonly RegExp[] = [
  /(?<![A-Za-z0-9])(?:who |enets |nuclear |histological |histologic |tumou?r |fnclcc |fuhrman |isup |overall )*(?:grade|gr\.?(?= ?[1-3]\b))[ :]*(?:group )?(?:is |of |was )?(?<value>[1-4](?:\/[34])?|iv|i{1,3})(?![\dA-Za-z%]|\.\d)(?<to> ?(?:-|to|or|and) ?[1-5](?!\d))?/gi,
  /(?<![A-Za-z0-9])(?<value>G-I{1,3})(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])(?:net|gep-?net|pannet|pnet|nen|carcinoid|tumou?r|neoplasm|adenocarcinoma|sarcoma|carcinoma|who|histologically|graded|as),? \(?(?<value>g[ -]?(?:[1-3]|i{1,3}))(?![A-Za-z0-9])/gi,
  /(?<![A-Za-z0-9])(?<value>g[1-3])(?= (?:net|nec|nen|neuroendocrine|tumou?r|neoplasm|pancreatic|pnet|pannet|ileal|small|well|according|by|\())/gi,
  /(?:^|[\s(:])(?<value>G[1-3])(?=[\s).,;]|$)/g,
  /(?<![A-Za-z0-9])(?<value>(?:high|low|intermediate)(?: to (?:high|intermediate))?)[- ]grade(?! (?:fever|dysplasia|obstruction|stenosis))/gi,
];

interface Groups {
  readonly value?: string;
  readonly gap?: string;
  readonly lead?: string;
  readonly at?: string;
}

function measure(
  match: RegExpExecArray | RegExpMatchArray,
  kind: MeasureAt['kind'],
  subject: string,
): MeasureAt {
  const start = match.index ?? 0;
  const groups: Groups = match.groups ?? {};
  const lead = /^\s+/.exec(match[0])?.[0].length ?? 0;
  return {
    start: start + lead,
    end: start + match[0].trimEnd().length,
    kind,
    subject,
    means: kind === 'mitoses' ? match[0].trim() : (groups.value ?? '').trim(),
  };
}

const overlaps = (a: MeasureAt, b: MeasureAt): boolean => a.start < b.end && b.start < a.end;

/** Mentions in the order of trust: one that overlaps an earlier one is left out. */
function without(found: readonly MeasureAt[]): readonly MeasureAt[] {
  const kept: MeasureAt[] = [];
  for (const each of found)
    if (!kept.some((other) => other.kind === each.kind && overlaps(other, each))) kept.push(each);
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Values that follow a Ki-67 index without its name: those of another site, or of another area. */
function furtherKi67(text: string, first: MeasureAt): readonly MeasureAt[] {
  const found: MeasureAt[] = [];
  let end = first.end;
  for (;;) {
    const behind = text.slice(end, end + 160);
    const match = furtherValue.exec(behind) ?? furtherAtSite.exec(behind);
    const { value, lead = '', at }: Groups = match?.groups ?? {};
    // Without a joining word the value belongs to the measure only where its site is named.
    const isJoined = /\b(?:and|but|vs|versus|compared)\b/i.test(lead) || at !== undefined;
    if (match === null || value === undefined || otherMeasure.test(match[0])) return found;
    if (!isJoined && furtherAtSite.exec(behind) === null) return found;
    const start = end + lead.length;
    end += match[0].length;
    found.push({ start, end, kind: 'ki67', subject: 'Ki-67', means: value.trim(), isFurther: true });
  }
}

function ki67In(text: string): readonly MeasureAt[] {
  const valued = [...text.matchAll(ki67Value)]
    .filter((match) => !otherMeasure.test(match.groups?.['gap'] ?? ''))
    .map((match) => measure(match, 'ki67', 'Ki-67'));
  const reversed = [...text.matchAll(valueKi67)].map((match) => measure(match, 'ki67', 'Ki-67'));
  const alone = [...text.matchAll(ki67Alone)].map((match) => measure(match, 'ki67', 'Ki-67'));
  const further = valued.flatMap((first) => furtherKi67(text, first));
  return without([...valued, ...reversed, ...further, ...alone]);
}

function mitosesIn(text: string): readonly MeasureAt[] {
  const valued = [...text.matchAll(mitosesBefore), ...text.matchAll(mitosesAfter)].map((match) =>
    measure(match, 'mitoses', 'mitoses'),
  );
  const alone = [...text.matchAll(mitosesAlone)].map((match) => measure(match, 'mitoses', 'mitoses'));
  return without([...valued.toSorted((a, b) => b.end - b.start - (a.end - a.start)), ...alone]);
}

const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

const ofTumour =
  /\b(?:p?nets?|gep-?nets?|nens?|necs?|tumou?rs?|neoplasms?|carcinoids?|carcinomas?|sarcomas?|who|enets|differentiated)\b/i;
const adverse =
  /\b(?:toxicit|adverse|neutropeni|an(?:a)?emi|leu[kc]open|diarrh|nausea|vomit|fatigue|asthen|mucositis|thrombocyto|hepatit|events?\b|hypertens|rash|neuropath|nephro|proteinuria|side effects?|CTCAE|myelosupp|haematolog|hematolog|hand-foot|edema|oedema|pneumonitis|colitis|infection|transamin|creatinine|encephalopath)/i;

function gradesIn(text: string): readonly MeasureAt[] {
  const found = gradeForms.flatMap((form) =>
    [...text.matchAll(form)].map((match): MeasureAt => {
      const value = (match.groups?.['value'] ?? '').toLowerCase();
      const at = match[0].toLowerCase().lastIndexOf(value);
      const start =
        match.index +
        (/gr(?:ade|\.? ?[1-3])/i.test(match[0]) ? (/^\s*/.exec(match[0])?.[0].length ?? 0) : at);
      const end = /gr(?:ade|\.? ?[1-3])/i.test(match[0])
        ? match.index + match[0].trimEnd().length
        : start + value.length;
      const plain = value.replace(/[ -]/g, '');
      const means = /^g?(?:[1-4]|i{1,3}$|iv$)/.test(plain)
        ? `G${romans[plain] ?? plain.replace('g', '')}`
        : `${value} grade`;
      return { start, end, kind: 'grade', subject: 'grade', means };
    }),
  );
  // "grade 3 toxicity" is of an adverse event, also where the event stands in front ("fatigue grade 1-2").
  return without(found).filter(({ start, end }) => {
    // A range is a tumour's beside its name; alone it is how adverse events are counted.
    const near = text.slice(Math.max(0, start - 30), end + 30);
    const isRange = /\d(?: ?(?:-|to|or|and) ?|\/)[1-5]/.test(text.slice(start, end));
    if (isRange && !ofTumour.test(near)) return false;
    const around = `${text.slice(Math.max(0, start - 60), start)} ${text.slice(end, end + 60)}`;
    return !adverse.test(around);
  });
}

/** Every grade, Ki-67 and mitotic count that a text names. */
export function measuresIn(text: string): readonly MeasureAt[] {
  return [...ki67In(text), ...mitosesIn(text), ...gradesIn(text)].toSorted((a, b) => a.start - b.start);
}
