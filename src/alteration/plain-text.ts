/** The text of a finding without what typesetting puts into it. */

const plainAlready = /^[!-~](?: ?[!-~])*$/;
/** Longer texts are cleaned without this look. */
const shortText = 60;

/** Hyphens, minus signs and spaces as typesetting prints them become the ASCII ones. */
export function plainText(text: string): string {
  if (text.length < shortText && plainAlready.test(text)) return text;
  return text
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2192', '>')
    .replaceAll(/[\u2018\u2019\u2032]/g, "'")
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim();
}
