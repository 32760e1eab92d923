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
  /\bcorresponding author\b|\bconflicts? of interest\b|\bdisclosures?\b/i,
];
const shortestArticle = 5000;
const fewestSigns = 4;

/** Whether a text is an article: long, with several of the parts that articles have and reports do not. */
export function isArticle(text: string): boolean {
  return text.length >= shortestArticle && signs.filter((sign) => sign.test(text)).length >= fewestSigns;
}

const caseWords =
  /\b(?:the|our|this|index|a) patient(?!s)\b|\bwe (?:report|describe|present)\b|\bthis report\b|\byear-old\b|\by\/o\b|\b(?:he|she|his|her|him|himself|herself)\b|\b(?:this|our|present) case\b|\bcase presentation\b|\bin this (?:tumou?r|specimen)\b|\bthe tumou?r (?:was|had|showed|dna|cells)\b|\btumou?r (?:cells|dna)\b/i;

/** So many sentences after one of the patient still speak of the patient. */
const reach = 3;

/** Follows an article sentence by sentence: true where the case is spoken of. */
export function caseFollower(): (sentence: string) => boolean {
  let since = Number.POSITIVE_INFINITY;
  return (sentence) => {
    since = caseWords.test(sentence) ? 0 : since + 1;
    return since <= reach;
  };
}
