/** Gains and losses of chromosomes and their arms in a sentence. */
import { readChromosomal } from '../read-chromosomal.ts';
import { type ChangeAt, overlap } from './change-at.ts';

const chromosomalForm =
  /(?<![A-Za-z0-9])(?:(?:loss|gain|deletion|amplification|loh|loss of heterozygosity|allelic loss|monosomy|trisomy)(?: (?:of|at|on|in))?(?: the)?(?: (?:chromosomes?|chr\.?|short arm|long arm|of))*[ ]?(?:1\d|2[0-2]|[1-9]|X|Y)(?:[pq](?:\d{1,2}(?:\.\d{1,2})?)?)?(?![\d%A-Za-z]|\.\d)|(?:chromosomes?|chr) ?(?:1\d|2[0-2]|[1-9]|X|Y)(?:[pq](?:\d{1,2}(?:\.\d{1,2})?)?)? (?:loss|gain|deletion|loh|amplification)|(?:1\d|2[0-2]|[1-9]|X)[pq](?:\d{1,2}(?:\.\d{1,2})?)?(?: ?[+-](?![\w])| (?:loss|gain|deletion|loh|amplification|co-?deletion))|1p\/19q (?:co-?)?deletion|t\(\d{1,2};\d{1,2}\)(?:\([pq][\d.]*;[pq][\d.]*\))?)/gi;

const listed =
  /(?<![A-Za-z])(?<change>loss(?:es)?|gains?|amplifications?|deletions?)(?: (?:were|was|are|is|also|most|often|frequently|commonly|seen|found|detected|observed|identified|reported|noted|in|of|at|on|the|involving))* chromosomes (?<list>\d{1,2}[pq]?(?:(?:, ?| and |, and | & )(?:\d{1,2}[pq]?|X|Y)(?![\d%]))+)/gi;

/** "Losses were seen in chromosomes 9, 13, 16 and 21" is one change for each. */
function listedChromosomes(text: string): readonly ChangeAt[] {
  return [...text.matchAll(listed)].flatMap((match): readonly ChangeAt[] => {
    const { change = '', list = '' } = match.groups ?? {};
    const from = match.index + match[0].length - list.length;
    const kind = change.toLowerCase().replace(/e?s$/, '').replace(/^los$/, 'loss');
    return [...list.matchAll(/\d{1,2}[pq]?|[XY]/g)].flatMap(({ index, 0: place }) => {
      const value = readChromosomal(`${kind} of chromosome ${place}`, `${kind} of chromosome ${place}`);
      if (value === undefined) return [];
      const start = from + index;
      return [
        {
          start,
          end: start + place.length,
          notation: value,
          subject: place,
          assumptions: [],
          saysAbsent: false,
        },
      ];
    });
  });
}

/** Every change of a chromosome that a sentence names. */
export function chromosomesIn(text: string): readonly ChangeAt[] {
  const lists = listedChromosomes(text);
  const single = [...text.matchAll(chromosomalForm)].flatMap((match): readonly ChangeAt[] => {
    const words = match[0]
      .replace(/chr\./i, 'chr')
      .replace(/ (?:short|long) arm of/i, '')
      .replace(/chromosomes/i, 'chromosome')
      .replace(/ ([+-])$/, '$1');
    const value =
      readChromosomal(words.trim(), match[0]) ??
      readChromosomal(
        words.trim().replace(/^(\w+(?: of heterozygosity)?) (?!of|at|on|in)/i, '$1 of '),
        match[0],
      );
    if (value === undefined) return [];
    const place = `${value.chromosome}${value.arm ?? ''}${value.band ?? ''}`;
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        notation: value,
        subject: place,
        assumptions: [],
        saysAbsent: false,
      },
    ];
  });
  return [...lists, ...single.filter((each) => !lists.some((other) => overlap(each, other)))];
}
