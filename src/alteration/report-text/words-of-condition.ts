/**
 * Words by which a text names a finding and reports none: a query ("?MEN1 mutation"), an unreal or open condition ("had
 * the tumour carried ...", "in case of ..."), a definition or cut-off ("Ki-67 of 20% is the threshold between G2 and
 * G3"), and a test whose result is not given ("screened for ...").
 */

/** A mention in its clause: what stands in front of it, and behind. */
export interface Placed {
  readonly clause: string;
  readonly before: string;
  readonly after: string;
  /** The heading under which the sentence stands. */
  readonly heading: string;
}

/** "? MEN1", "?RET or KIT": a question mark in front. In "?::NTRK3" it is a partner that is not known. */
const queryBefore =
  /(?:^|[\s(:;,])\?+ ?(?:(?:a|an|possible|underlying|germline|somatic|new) )*(?:[A-Z][A-Z0-9-]+(?: ?\/ ?| or | and\/or ))*$/;
const queryAfter = /^\)? ?(?:mutation|fusion|variant|rearrangement|amplification|status|gene)? ?\?/i;
const question =
  /^\W*(?:is|are|was|were|does|do|did|has|have|can|could|any|which|what|whether)\b[^?]*\?\s*$/i;

const isQuery = ({ clause, before, after }: Placed): boolean =>
  queryBefore.test(before) || queryAfter.test(after) || question.test(clause);

const known = '(?:the|this|our|his|her|their|it|he|she|there|they|sequencing|testing)';
/** "Had the tumour carried ..."; with an indefinite subject only the passive is a condition ("had a fusion been found"). */
const inverted = new RegExp(
  `\\bhad (?:${known}(?: [\\w-]+){0,3}? (?:been|not|\\w+ed|shown|borne|found|had)|(?:an?|any|no)(?: (?!(?:and|would|could|might|has|have|had) )[\\w.-]+){1,7} been)\\b`,
  'i',
);
const wereInverted = /^\W*were (?:an?|any|there|the|this|it)\b/i;
/** "Were it not for the KIT mutation" says that it is there. */
const notFor = /\bit not (?:been )?for\b/i;
const unrealVerb = /\b(?:would|could|might)\b/i;
/** A condition that ends with the next comma. */
const conditionBefore =
  /\b(?:provided|providing|supposing|assuming|as long as|on condition|unless(?! (?:otherwise|stated|noted|specified|indicated))|in (?:case|the event) (?:of|that)|in the case of an?)\b[^,;]*$/i;
/** "A RET fusion would have been a target"; "the mutation would have been missed" is of one that is there. */
const unrealAfter =
  /^(?: (?!found|detected|seen|identified|which|that)\w+){0,3} (?:would|could|might) (?:not |also |still )?have\b(?! been (?:missed|overlooked|lost))/i;
const definiteBefore = /\b(?:the|this|that|his|her|our) (?:[\w.-]+ ){0,4}$/i;
const unseenAfter =
  /^(?: \w+){0,3} (?:would|could|might) have been (?:\w+ly )?(?:detected|found|seen|identified|reported|picked up)\b/i;

function isUnreal({ clause, before, after }: Placed): boolean {
  if (notFor.test(before)) return false;
  if (conditionBefore.test(before)) return true;
  if (unseenAfter.test(after) || (unrealAfter.test(after) && !definiteBefore.test(before))) return true;
  const isFirst = /^\W*had\b/i.test(clause);
  const found = inverted.exec(clause);
  if (found !== null && (isFirst || unrealVerb.test(clause))) {
    const end = clause.indexOf(',', found.index);
    const at = before.length;
    return at >= found.index && (end === -1 || at < end);
  }
  return wereInverted.test(clause) && unrealVerb.test(clause);
}

const limit =
  '(?:thresholds?|cut-?offs?|limits?|boundar(?:y|ies)|borders?|criteri(?:on|a)|prerequisites?|requirements?)';
/** "... is the threshold between G2 and G3"; "... is above the threshold" is a value of the patient. */
const limitAfter = new RegExp(
  `^(?:,? (?:or|and) (?:more|higher|above|greater|over))?(?: (?:index|score|value|level))? (?:is|are|was|were|serves? as|represents?|marks?|constitutes?)(?: (?:the|an?|usual|accepted|current|upper|lower|established|diagnostic|common|agreed|WHO|ENETS))* (?:${limit}|minimum)\\b`,
  'i',
);
const requiredAfter =
  /^(?:,? (?:or|and) (?:more|higher|above|greater|over))?(?: (?:index|score|value|level))? (?:(?:is|are|was|were) (?:\w+ly )?(?:required|mandatory|needed|necessary|demanded)|(?:is|are) (?:\w+ly )?defined (?:as|by)|(?:separates?|distinguish(?:es)?|divides?|discriminates?)\b|defines? (?!this|the (?:tumou?r|patient|present|lesion|case)|his|her|our|it\b))/i;
const definedBefore =
  /\b(?:(?:is|are) (?:\w+ly )?defined (?:as|by)|separates|distinguishes|discriminates|(?<!\b(?:which|thus|thereby|and) )defines(?! (?:this|the (?:tumou?r|patient|present|lesion|case)|his|her|our|it)\b))\b[^;]*$/i;
const byDefinition =
  /(?<!\b(?:this|it|tumou?r|lesion) (?:is|was) (?:therefore |thus )?)\bby definition,? (?!this|the tumou?r|our|the patient|it\b)[^;]*$/i;
/** "threshold between G2 and ", "cut-off for ": only words of the limit itself stand between. */
const limitBefore = new RegExp(
  `\\b${limit}(?: (?:values?|levels?|scores?|of|for|between|from|to|is|are|was|lies|at|as|the|an?|and|or|positive|high|low|grades?|g ?[1-3]|[1-3]|ki-?67|tmb|cps|tps|pd-?l1|net|nec|nens?))*(?: ?[<>=\\u2264\\u2265~]* ?\\d+(?:[.,]\\d+)? ?%?(?: (?:for|of|between|and|to|or))+)? $`,
  'i',
);
/** What meets a limit is beyond it. */
const meets =
  /(?<!\b(?:not|never|nor) )\b(?:meet(?:s|ing)?|met|fulfil\w*|satisf\w+|exceed\w*|above|over|reach\w*|beyond|pass\w*)\b(?: [\w-]+){0,3} $/i;

const metAfter =
  /^(?: [\w-]+){0,4} (?:is|are|was|were) (?:\w+ly )?(?:met|fulfilled|satisfied|reached|exceeded)\b/i;

const ofCriteria = /^(?:(?:inclusion|exclusion|eligib\w+|criteria for|definitions?)\b)/i;

function isDefinition({ before, after, heading }: Placed): boolean {
  if (ofCriteria.test(heading)) return true;
  if (limitAfter.test(after) || requiredAfter.test(after)) return true;
  if (definedBefore.test(before) || byDefinition.test(before)) return true;
  const found = limitBefore.exec(before);
  return found !== null && !metAfter.test(after) && !meets.test(before.slice(0, found.index));
}

const testedFor =
  /\b(?:screened|tested|examined|checked|assayed|analy[sz]ed|searched|looked|FISH|CISH|PCR|screening|testing|tests?|assay|search) for(?: (?:the|an?|any|possible))* ?$/i;
const result =
  /\b(?:positive|negative|present|absent|found|detected|identified|seen|confirmed|reveal\w*|show\w*|harbou?r\w*|carr(?:y|ies|ied)|wild[- ]?type|result\w*|without|with|none|no|yield\w*|mutant|allele|vaf)\b|[:+%]/i;

/** "Screened for RET M918T": a test is named, and no result in the same clause. */
const isOnlyTested = ({ before, after }: Placed): boolean => testedFor.test(before) && !result.test(after);

/** The words name the finding without reporting it; a value that is printed beside it is none of the patient. */
export function isNoReport(placed: Placed): boolean {
  return isQuery(placed) || isUnreal(placed) || isDefinition(placed);
}

const openBehind =
  /^[\s.;,]*(?:the )?(?:(?:final |formal )?(?:results?|reports?|outcome|answer) )?(?:(?:is|are|was|were|still|currently) )*(?:awaited|pending|outstanding|to follow|not (?:yet )?(?:available|back|received))\b/i;
const deniedBehind =
  /^[\s.;,]*(?:the )?(?:(?:results?|tests?|mutation|variant|fusion|analysis|it|this|both|all) )?(?:(?:was|were|is|are|came back|returned) )?(?:negative|absent|not (?:detected|found|identified|present|seen)|none (?:was |were )?(?:detected|found|identified|present|seen)|wild[- ]?type)\b/i;
const foundBehind =
  /^[\s.;,]*(?:the )?(?:(?:results?|tests?|mutation|variant|fusion|analysis|it|this|both|all) )?(?:(?:was|were|is|are|came back|returned) )?(?:positive|present|detected|found|identified|confirmed)\b/i;

/**
 * Of a test named without a result: what the words behind its clause, which have no other subject, say of it.
 *
 * @param behind the text from the end of the clause on.
 * @returns undefined where the clause names more than a test.
 */
export function ofTestNamed(
  placed: Placed,
  behind: string,
): 'pending' | 'absent' | 'present' | 'hypothetical' | undefined {
  if (!isOnlyTested(placed)) return undefined;
  const near = `${placed.after.replace(/^[^.;,]*/, '')}${behind}`.slice(0, 120);
  if (openBehind.test(near)) return 'pending';
  if (deniedBehind.test(near)) return 'absent';
  return foundBehind.test(near) ? 'present' : 'hypothetical';
}

const denialBefore =
  /\b(?:no|not|never|neither|nor|without|non)(?:-| )(?:(?:an?|any|the|been|be|found|to|considered|classified|as|shown|deemed|called|clearly|definitely|show|display|have|exhibit|qualify|evidence|signs?|of|for) )*(?:[\w-]*[A-Z][\w-]*(?: ?\/ ?| or | nor ))*$/;
const denialAfter =
  /^\)?(?: status)?(?::? (?:absent|excluded)\b| (?:was|is|were|are|has been|could be|can be) (?:\w+ly )?(?:excluded|ruled out|absent))/i;

/** "not MSI-H", "no TMB-high", "neither dMMR nor MSI-H": the denial stands at the word itself. "Not only" is none. */
export function isDeniedHere(before: string, after: string): boolean {
  return (
    denialBefore.test(
      before.replace(/\b(?:No|Not|Never|Neither|Nor|Without|Non)\b/g, (word) => word.toLowerCase()),
    ) || denialAfter.test(after)
  );
}
