/** Whose a mention is: the patient's unless the words around it speak of relatives, of other cases, or of a control. */
import type { Owner } from './report-mention.ts';

const family =
  /\b(?:mother|father|sister|brother|aunt|uncle|cousin|niece|nephew|daughters?|sons?|grand(?:mother|father|parents?)|siblings?|parents?|(?:his|her|their|patient's) child(?:ren)?|relatives?|family (?:members?|history)|maternal|paternal|kindred|proband's (?:mother|father)|cascade testing)\b/i;
const backToPatient =
  /\b(?:the|our|this|index) patient\b(?!'s (?:mother|father|sister|brother|family))|\bpatient herself\b|\bpatient himself\b|\bproband\b/i;

const others =
  /\b(?:literature|previously (?:been )?(?:reported|described|published)|(?:has|have|had) been (?:reported|described|shown|observed|identified|found|associated|documented|linked|implicated)|reported (?:(?:\w+ ){0,3}(?:NET|NEC|case|tumou?r|patient)\b|cases?|in|by(?! (?:the |an? )?(?:outside|referring|external|local|other|first|laborator))|to|that|previously)|other (?:reported )?(?:cases?|patients?|tumou?rs|series|studies)|another (?:case|patient|tumou?r)|case reports?|case series|(?:previous|different|former) patient|et al|(?<!\b(?:methylation|molecular|immunohistochemical|ihc|additional|further|cytogenetic|fish|genetic|mutation|special|flow|imaging|hybridi[sz]ation|expression|staining|sequencing|marker) )stud(?:y|ies)|trials?|cohort|series of|registry|meta-analysis|xenografts?|cell lines?|in vitro|in vivo|mice|mouse|murine|tcga|cosmic|clinvar|oncokb|civic|database|approved|approval|fda|ema|prescribing information|drug label|package insert|labell?ed indication|patients (?:with|whose|who|harbou?ring|carrying|treated)|(?:tumou?rs|cases|carcinomas|nets|necs|nens|melanomas|gists) (?:with|harbou?ring|carrying|that|which)|of (?:all )?(?:patients|cases|tumou?rs|nets|necs|gists|melanomas|adenocarcinomas|carcinomas|pannets|lung cancers)|(?:is|are|was|were) (?:commonly|frequently|typically|usually|rarely|often|seldom|known|characteri[sz]ed|defined|common|frequent|rare|recurrent)|commonly|frequently|typically|usually|known (?:to|driver|resistance|oncogenic)|in (?:most|many|some|a subset of|up to|approximately|about|around) (?:\d|cases|patients|tumou?rs|nets)|eligib\w+|inclusion criteri\w+|exclusion criteri\w+|enroll?\w*|guidelines?|nccn|esmo|enets|who classification|reference (?:range|cohort|population)|general population|gnomad|sensitivity of|predicts?|confers? (?:sensitivity|resistance))\b/i;

/** Several patients or tumours, and a cited source: a report of one patient speaks so of others only. */
const many =
  /\b(?:patients|cases|subjects|p?NETs|NECs|NENs|GEP-?NE[TCN]s|GISTs|carcinoids|melanomas|carcinomas|neoplasms|adenocarcinomas|trials)\b|\[\d{1,3}(?:[,\u2013-] ?\d{1,3})*\]/i;

const control =
  /\b(?:internal (?:positive )?controls?|positive controls?|negative controls?|external controls?|on-slide control|control (?:tissue|slides?|sample|dna)|normal (?:tissue|mucosa|islets?|lymphocytes|ducts|epithelium|lung|liver|control|sample)|adjacent (?:normal|non-neoplastic)|background (?:lymphocytes|stroma|mucosa|tissue|liver)|(?:stromal|endothelial|inflammatory) cells|(?:internal|stromal) (?:lymphocytes|vessels|stroma)|thymocytes|entrapped|non-neoplastic)\b/i;

/** Words that bring a sentence with words of others back to this patient. */
const thisCase =
  /\b(?:our (?:patient|tumou?r|case|specimen|sample)|patient (?:is |was |would be |may be )?(?:eligible|a candidate)|this patient|the patient|present case|this case|our case|index patient|this tumou?r|the tumou?r|this specimen|the specimen|this sample|patient's tumou?r|was (?:detected|identified|found)|were (?:detected|identified|found)|(?:could not be|was|were|not|has been) confirmed|(?:was|were) not (?:investigated|tested|performed|done|assessed|looked for)|(?:we|sequencing|testing|ngs|panel|assay|analysis|immunohistochemistry|biopsy) (?:identified|detected|found|revealed|showed|demonstrated|confirmed))\b/i;

/**
 * The owner of a mention.
 *
 * @param sentence the sentence that holds it.
 * @param before the part of the sentence in front of the mention.
 * @param clause the clause that holds it.
 * @param heading the heading under which the sentence stands.
 */
export function ownerOf(sentence: string, before: string, clause: string, heading: string): Owner {
  if (/\b(?:approved|indicated|licen[cs]ed|labell?ed|a label) (?:for|in)[^.;]{0,40}$/i.test(before))
    return 'others';
  if (/family|relatives|pedigree/i.test(heading) && !backToPatient.test(clause)) return 'family';
  if (
    /^(?:comment|discussion|background|literature|reference|methods?|trial|eligibility|drug|therap)/i.test(
      heading,
    ) &&
    others.test(clause) &&
    !thisCase.test(clause)
  )
    return 'others';
  if (control.test(clause) && isNearest(clause, before, control)) return 'control';
  const kin = lastIndex(before, family);
  const self = lastIndex(before, backToPatient);
  if (kin !== -1 && kin > self) return 'family';
  if (kin === -1 && self === -1 && family.test(clause) && /\b(?:in|of) (?:the|his|her|their) /i.test(clause))
    return 'family';
  if (others.test(clause) && !thisCase.test(clause)) return 'others';
  if (others.test(sentence) && !thisCase.test(sentence) && !thisCase.test(clause)) return 'others';
  if (many.test(sentence) && !thisCase.test(sentence)) return 'others';
  return 'patient';
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(pattern.source, 'gi'))) last = index;
  return last;
}

/** Controls are spoken of beside the tumour's own stain: only a clause that is about the control counts. */
function isNearest(clause: string, before: string, pattern: RegExp): boolean {
  if (/\bwith (?:\w+ ){0,3}(?:internal|positive|external) controls?\b/i.test(clause)) return false;
  if (/\bcontrols? (?:\w+ ){0,2}(?:appropriate|adequate|satisfactory|worked|valid)/i.test(clause))
    return false;
  const behind = /^[^,;.]*/.exec(clause.slice(clause.indexOf(before.slice(-20)) + 20))?.[0] ?? '';
  if (/^[^,;.]{0,32}\((?:internal|positive|external) controls?\)/i.test(behind)) return true;
  return pattern.test(before.slice(-60)) || new RegExp(`\\bin (?:the )?${pattern.source}`, 'i').test(behind);
}
