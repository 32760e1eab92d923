/** What the words around a mention make of it: found, not found, awaited, not looked for, without result, unclear, possible. */
import type { Polarity } from './report-mention.ts';

interface Cue {
  readonly polarity: Polarity;
  readonly pattern: RegExp;
}

/** Cues that hold wherever they stand in the clause, the strongest first. */
const ofClause: readonly Cue[] = [
  {
    polarity: 'failed',
    pattern:
      /\b(?:insufficient|inadequate|(?<!\b(?:who|has|have|had|having|patients?) (?:previously )?)failed(?! (?:on|prior|previous|first|second|third|several|multiple|(?:\w+ ){0,3}(?:lines?|regimens?|therap|treatment)|to (?:respond|standard|(?:\w+ ){0,3}(?:lines?|therap|treatment))))|not (?:evaluable|assessable|interpretable|informative)|un(?:interpretable|evaluable|assessable|informative)|non-?(?:evaluable|informative|interpretable|contributory)|could not be (?:\w+ly )?(?:determined|assessed|evaluated|performed|interpreted|obtained|established|reported)|cannot be (?:\w+ly )?(?:assessed|evaluated|determined|interpreted)|quantity not sufficient|qns|status (?:is|are|remains?|was|were) (?:unknown|undetermined|not known)|no (?:tissue|material|sample|dna|rna) (?:was |is )?(?:left|remaining|available)|no result\b|undetermined|unsuccessful|not contributory|tissue lost|technical failure|exhausted)\b/i,
  },
  {
    polarity: 'pending',
    pattern:
      /\b(?:pending|awaited|awaiting|outstanding|in progress|to follow|will (?:follow|be (?:reported|issued|performed|sent|communicated))|(?:has|have|was|were) been (?:ordered|requested|sent)|(?:has|have) been (?:ordered|requested|initiated)|(?:was|were) (?:ordered|requested)|is being (?:performed|done|carried out)|being (?:sent|sequenced|tested)|sent for|sent out|results? (?:are|is) expected|not yet (?:available|reported|back|received))\b/i,
  },
  {
    polarity: 'notTested',
    pattern:
      /\b(?:not (?:been )?(?:\w+ly )?(?:tested|performed|done|assessed|analy[sz]ed|examined|requested|included|evaluated|covered|ordered|carried out|part of|available|stated|reported|determined|recorded|documented|investigated|looked for|sought|undertaken)|never (?:been )?(?:tested|performed|looked for|sought|investigated|examined|sequenced)|outside (?:the )?(?:assay|panel)|antibody not available|no (?:testing|analysis|sequencing|staining)\b|\bno [\w-]+(?: [\w-]+)? (?:was|were) (?:performed|done|carried out|available|recorded)\b|untested|not on (?:the|this|that|our) panel|does not (?:cover|include|assess))\b/i,
  },
  {
    polarity: 'equivocal',
    pattern:
      /\b(?:equivocal|indeterminate|inconclusive|borderline|doubtful|questionable|(?:cannot|can not|could not) be (?:entirely |fully |completely |definitively )?(?:excluded|ruled out)|not (?:entirely )?(?:excluded|ruled out)|suspicious for|below (?:the )?(?:reporting |detection )?threshold|uncertain reality|suspected(?!.{0,120}\b(?:was|were|is|has been|have been) (?:\w+ly )?confirmed)|suggestive of a possible|ambiguous|weakly suspicious|subclonal artefact|low confidence)\b/i,
  },
  {
    polarity: 'hypothetical',
    pattern:
      /\b(?:if\b|should (?:be|a|an|the|any)|would be|could be considered|might|may (?:be considered|benefit|harbou?r)|(?:is|are) (?:recommended|advised|suggested|proposed|planned|warranted|indicated)|recommend(?:ed|s|ation)?|consider(?:ed|ation)?|we (?:suggest|advise|propose|plan)|question of|\brule out\b|\bcut-off\b|threshold (?:between|for|of)\b|tests? ordered|(?:assay|panel|test) (?:covers|covered|includes|included)\b|(?:will|shall) (?:ask|request|order|arrange|test|obtain)|would (?:suggest|recommend|advise|propose|fit|support|be in keeping)|to (?:exclude|rule out|look for|search for|assess|evaluate|determine|test|screen|check|confirm)|for (?:possible|potential)|(?:testing|screening|test|assess|assessment|analysis|evaluation|evaluate|search|assay|sequencing) (?:for|of)(?![^.;]{0,80}:)|whether|in (?:the )?(?:case|event) of|depending on|pending (?:the )?|eligib\w+|require[sd]?|must (?:have|be)|at risk|risk of|option(?:s)? (?:for|in)|candidates? for|if present|please)\b/i,
  },
];

/** "X testing is recommended" speaks of a test; "X testing was negative" of a result. */
const hasResult =
  /\b(?:was|were|is|are|being|came back|returned|showed|shows|revealed|demonstrated|demonstrates|identified|detected|found|confirmed|harbou?r(?:s|ed|ing)|carr(?:y|ies|ied)|with)\b[^.;]{0,60}\b(?:positive|negative|mutat\w*|variant|wild[- ]?type|detected|identified|found|present|absent|amplified|stable|high|low|deficient|proficient|intact|retained|lost|fusion|rearrange\w*|deletion|\d+ ?%)|\bdid not (?:reveal|show|identify|detect|find|demonstrate)\b|\b(?:revealed|showed|shown|identified|detected|demonstrated|found|confirmed)\b/i;

const negationBefore =
  /\b(?:no|not|without|absence of|absent(?= (?:\w+ )?(?:expression|staining|of|for)\b)|lack(?:s|ed|ing)?(?: of)?|negative (?:for|of)|neither|nor|none of|never|free of|devoid of|exclud(?:ed|es|ing)|ruled out|fail(?:ed|s) to (?:show|reveal|detect|demonstrate|identify)|(?:did|does|do) not (?:show|reveal|detect|demonstrate|identify|harbou?r|carry|contain|express|stain)|un(?:remarkable|detectable) for|not (?:detected|identified|found|seen|observed|present))\b[^.;:]*$/i;
/** What ends the reach of a negation in front: a new statement, a contrast or a positive word. */
const negationEnds =
  /, (?:[\w'-]+ ){1,5}(?:is|are|was|were|may|might|can|could|should|has|have|had|will|showed|shows|revealed)\b|\bnot as\b|\b(?:positive|but|however|whereas|while|although|except|and (?:a|an|the|showed|revealed|harbou?red|carried|is|was|were|had|has|with)|showed|revealed|identified a|detected a|harbou?red|harbou?ring|confirmed|, (?:a|an|the) )/i;

const negationAfter =
  /^(?:\s*:)?[^.;:]{0,70}?\b(?:(?:was|were|is|are|has been|have been|could be)? ?(?:not|never) (?:detected|identified|found|seen|observed|present|demonstrated|amplified|mutated|rearranged|expressed|shown|confirmed)|(?:was|were|is|are|has been|have been|had been) (?:all |thereby |therefore |thus |hereby |\w+ly )?(?:absent|negative|wild[- ]?type|undetected|undetectable|excluded|ruled out|unremarkable|normal|non-?mutated|unmutated|lacking)|did not (?:reveal|show|identify|detect|find|demonstrate) (?:an?|any)\b|(?:could|can) be (?:\w+ly )?(?:excluded|ruled out)\b|(?:is|are|was|were) unlikely\b|could not be (?:re)?(?:confirmed|produced)|(?:not detected|none detected|not identified|not found|not present|undetected|wild[- ]?type|negative|absent|unmutated|neg\.?|nil|none)\b)/i;
const afterEnds =
  /\b(?:but|however|whereas|while|although|;|positive|and (?:the|no|a|an|was|is|were)|with no|without|no )\b/i;

/** The polarity of a mention whose own words do not say it. */
export interface PolarityWords {
  /** The clause that holds it. */
  readonly clause: string;
  /** Of the clause, what stands in front and behind. */
  readonly before: string;
  readonly after: string;
  readonly heading: string;
}

/** Whether a negation in front reaches the mention. */
export function isNegatedBefore(before: string): boolean {
  const found = negationBefore.exec(before);
  if (found === null) return false;
  const between = found[0].replace(/^\S+/, '');
  return !negationEnds.test(between);
}

/** Whether a negation behind the mention belongs to it. */
export function isNegatedAfter(after: string): boolean {
  const found = negationAfter.exec(after);
  if (found === null) return false;
  const lead = found[0].replace(
    /(?:was|were|is|are|has|have|not|never|absent|negative|wild|undetect|un|none|neg|nil)\b.*$/is,
    '',
  );
  // "KIT L576P, BRAF wild-type" speaks of BRAF; "KIT, BRAF and NRAS were not mutated" of all.
  const namesAnother =
    /[,:;] *(?:[A-Z][A-Za-z0-9-]+|p\d+)/.test(lead) && !/\b(?:were|are|all)\b/i.test(found[0]);
  return !namesAnother && !afterEnds.test(lead);
}

/** What the clause says of a mention. */
export function polarityOf({ clause, before, after, heading }: PolarityWords): Polarity {
  if (/^\W*(?:if|should|in case)\b/i.test(clause)) return 'hypothetical';
  for (const { polarity, pattern } of ofClause) {
    if (!pattern.test(clause)) continue;
    if (
      polarity === 'hypothetical' &&
      hasResult.test(clause) &&
      !/\b(?:if|whether|should|eligib\w+|must|require\w*|recommend\w*|would)\b/i.test(clause)
    )
      continue;
    if (polarity === 'notTested' && /\bno (?:analysis|sequencing)\b/i.test(clause) && isNegatedAfter(after))
      continue;
    return polarity;
  }
  if (/^(?:still )?(?:pending|outstanding|awaited)/i.test(heading)) return 'pending';
  if (/not (?:performed|tested|done)/i.test(heading)) return 'notTested';
  if (/^(?:not (?:detected|found|identified)|negative|absent|wild[- ]?type|no alterations?)/i.test(heading))
    return 'absent';
  if (isNegatedBefore(before) || isNegatedAfter(after)) return 'absent';
  return 'present';
}

/** The text itself is not sure. */
export function isHedged(clause: string): boolean {
  return /\b(?:likely|probabl[ey]|possibl[ey]|presumabl[ey]|apparently|suggest(?:s|ive|ing)?|consistent with|compatible with|favou?rs?|appears?|seems?|approximately|estimated|around|about|roughly|putative)\b|~/i.test(
    clause,
  );
}
