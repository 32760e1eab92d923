/**
 * Articles: in a text that is no report but an article of a journal, only sentences at the case itself speak of the patient.
 */
const signs: readonly RegExp[] = [
  /\babstract\b/i,
  /\breferences\b/i,
  /\bdoi\b/i,
  /\bet al\b/i,
  /\bintroduction\b/i,
  /\bdiscussion\b/i,
  /\bkey ?words\b/i,
  /\u00a9|\bcopyright\b/i,
  /\btable \d/i,
  /\bfig(?:ure|\.) \d/i,
  /\[\d{1,3}\]/,
  /\b(?:19|20)\d{2};\d+(?:\(\d+\))?:\d+/,
  /\b(?:materials|patients) and methods\b/i,
  /\bcorresponding author\b|\bconflicts? of interest\b|\bdisclosures?\b/i,
];
const shortestArticle = 5000;
const fewestSigns = 3;

/** Whether a text is an article: long, with several of the parts that articles have and reports do not. */
export function isArticle(text: string): boolean {
  return text.length >= shortestArticle && signs.filter((sign) => sign.test(text)).length >= fewestSigns;
}

const caseWords =
  /\b(?:the|our|this|index|a) patient(?!s)\b|\bwe (?:report|describe|present)\b|\bthis report\b|\byear-old\b|\by\/o\b|\b(?:he|she|his|her|him|himself|herself)\b|\b(?:this|our|present) case\b|\bcase presentation\b|\bin this (?:tumou?r|specimen)\b|\bthe tumou?r (?:was|had|showed|dna|cells)\b|\btumou?r (?:cells|dna)\b/i;

/** What is said of many tumours, or of what is known, is not of the case, though the case was spoken of just before. */
const generalWords =
  /\b(?:mutations|NETs|cancers|tumou?rs|patients|carcinomas|neoplasms|literature|reported|known|in NET|NET harbou?ring)\b/;

/** So many sentences after one of the patient still speak of the patient. */
const reach = 3;

/** Follows an article sentence by sentence: true where the case is spoken of. */
export function caseFollower(): (sentence: string) => boolean {
  let since = Number.POSITIVE_INFINITY;
  return (sentence) => {
    const isCase = caseWords.test(sentence);
    since = isCase ? 0 : since + 1;
    return isCase || (since <= reach && !generalWords.test(sentence));
  };
}
