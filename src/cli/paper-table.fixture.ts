/**
 * The cells of the tables of the papers, read from their text independently of the library: where each cell begins was
 * set by hand on the text (line, and word of the line where the text runs several cells together), or follows from the
 * form of the words where a table has one patient or adverse event a line. A cell ends where the next begins.
 */

/** A row: the first words of its cells, in the order of the columns: "260+2" is the third word of line 260. */
type RowStarts = string;

interface TableStarts {
  readonly rows: readonly RowStarts[];
  /** The line after the last cell. */
  readonly end: number;
}

const tables: Readonly<Record<string, TableStarts>> = {
  '003 Table 1': { rows: ['40 45 52 55', '63 67 73 76', '79 84 89 92', '95 101 107 110'], end: 114 },
  '004 Table 1': {
    rows: [
      '257 260 260+2 263 266 280 289 297 305',
      '314 317 317+2 320 323 332 338 343 352',
      '358 361 369 375 382 392 392+2 392+3 399',
      '406 409 409+2 414 417 421 421+2 421+4 431',
      '444 447 447+1 447+2 450 455 455+2 455+4 455+5',
    ],
    end: 459,
  },
  '004 Table 2': {
    rows: [
      '571 574 574+1 580 584 590 593 596 599 599+2 606',
      '618 621 626 635 643 648 651 654 654+1 658 672',
    ],
    end: 677,
  },
  '004 Table 3': {
    rows: [
      '749 752 758 768 773 773+2 776 780 785 790 790+1',
      '805 808 811 816 819 827 830 841 844 847 852',
      '859 862 862+1 872 877 884 884+1 887 887+2 887+4 898',
      '903 906 909 912 915 918 918+1 922 922+2 922+4 927',
      '933 936 936+2 941 944 948 948+1 951 955 955+2 962',
      '970 973 973+1 973+3 976 976+2 976+3 981 981+2 981+4 987',
      '992 995 995+1 1001 1004 1009 1009+1 1015 1015+2 1015+4 1022',
    ],
    end: 1027,
  },
  '004 Table 4': {
    rows: [
      '1116 1119 1119+3 1124 1124+1 1134 1134+1 1139 1139+1 1139+3 1149',
      '1156 1159 1159+3 1166 1166+1 1172 1172+1 1178 1184 1190 1199',
      '1205 1208 1208+3 1208+3 1208+4 1218 1218+1 1226 1229 1232 1236',
      '1241 1244 1244+1 1244+2 1249 1254 1254+1 1257 1257+2 1257+4 1265',
    ],
    end: 1272,
  },
  '004 Table 5': {
    rows: [
      '1496 1499 1502 1507 1507+1 1513 1513+1 1517 1522 1522+2 1528',
      '1538 1541 1541+1 1546 1546+1 1552 1552+1 1556 1556+2 1556+4 1564',
      '1574 1577 1580 1589 1596 1602 1602+1 1607 1607+2 1607+4 1611',
      '1617 1620 1623 1630 1630+1 1630+3 1630+4 1635 1635+2 1635+4 1640',
    ],
    end: 1644,
  },
};

/** Words of some lines, each line with its number. */
interface Word {
  readonly line: number;
  /** Its place in the line, the first 0. */
  readonly at: number;
  readonly text: string;
}

const wordsOfLines = (text: readonly string[], from: number, to: number): readonly Word[] =>
  text.slice(from - 1, to - 1).flatMap((words, index) =>
    words
      .trim()
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word, at) => ({ line: from + index, at, text: word })),
  );

function startOf(text: string): Pick<Word, 'line' | 'at'> {
  const [line, at] = text.split('+').map(Number);
  return { line: line ?? 0, at: at ?? 0 };
}

const isBefore = (a: Pick<Word, 'line' | 'at'>, b: Pick<Word, 'line' | 'at'>): boolean =>
  a.line < b.line || (a.line === b.line && a.at < b.at);

function cellsByStart({ rows, end }: TableStarts, text: readonly string[]): readonly (readonly string[])[] {
  return rows.map((row, index) => {
    const starts = row.split(' ').map(startOf);
    const next = startOf(rows[index + 1]?.split(' ')[0] ?? String(end));
    const words = wordsOfLines(text, starts[0]?.line ?? 0, end);
    return starts.map((start, at) => {
      const stop = starts[at + 1] ?? next;
      return words
        .filter((word) => !isBefore(word, start) && isBefore(word, stop))
        .map((word) => word.text)
        .join(' ');
    });
  });
}

const patient = new RegExp(
  [
    String.raw`^(Pt.\d\d) ([MF]) (\d+) (\D+?) (\d) (KIT ?\S+|absent) (absent|present) (\d(?:st|nd|rd|th)) `,
    `(.+?) (‑|Not found|(?:[A-Z0-9]+ (?:amp|deletion) ?)+?) ?(PR|PD|SD|CR|Withdrawal)$`,
  ].join(''),
  'u',
);
const adverseEvent = /^(\D+?) (\d+) (\S+)(?: (\d+) (\S+))?$/u;

/** One row a patient or adverse event, its cells told apart by the form of their words. */
function cellsByForm(
  text: readonly string[],
  [from, to]: readonly [number, number],
  firstWord: RegExp,
  form: RegExp,
): readonly (readonly string[])[] {
  const rows: string[] = [];
  for (const { text: word } of wordsOfLines(text, from, to)) {
    if (firstWord.test(word) || rows.length === 0) rows.push(word);
    else rows[rows.length - 1] = `${rows.at(-1)} ${word}`;
  }
  return rows.map((row) => (form.exec(row)?.slice(1) ?? [row]).map((cell) => cell ?? ''));
}

/** The cells of a table as the paper prints them, row by row; undefined where the table was not read. */
export function paperTable(id: string, text: readonly string[]): readonly (readonly string[])[] | undefined {
  if (id === '002 Table 1') return cellsByForm(text, [233, 299], /^Pt.\d\d$/u, patient);
  if (id === '002 Table 2')
    return text
      .slice(364, 377)
      .map((line) => (adverseEvent.exec(line.trim())?.slice(1) ?? [line]).map((cell) => cell ?? ''));
  const starts = tables[id];
  return starts === undefined ? undefined : cellsByStart(starts, text);
}

/** Words, numbers and signs of a cell; a lone hyphen is the paper's sign for an empty cell. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/\.?\p{N}+(?:\.\p{N}+)*|\p{L}+|[<>≥%+=]|(?<!\S)[‑-](?!\S)/gu) ?? [];

/** Words without the gaps that line ends make in them; a number keeps its place. */
const unbroken = (tokens: readonly string[]): string =>
  tokens.map((token) => (/\p{L}/u.test(token) ? token : ` ${token} `)).join('');

/** Lengths of the longest common subsequences of the ends of two lists. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      const below = lengths[i + 1];
      if (row === undefined || below === undefined) continue;
      row[j] = a[i] === b[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return lengths;
}

/**
 * What a cell printed again has that the paper has not, what it lacks, and what it changes, in the order of print.
 * Line breaks, hyphens and punctuation are no differences; a word broken at the end of a line is one word.
 */
export function cellDifferences(printed: string, again: string): readonly string[] {
  const [a, b] = [tokensOf(printed), tokensOf(again)];
  if (unbroken(a) === unbroken(b)) return [];
  const lengths = commonLengths(a, b);
  const found: string[] = [];
  let [missing, additional]: [string[], string[]] = [[], []];
  const close = (): void => {
    const [lost, more] = [missing.join(' '), additional.join(' ')];
    if (lost !== '' && more !== '') found.push(`changed "${lost}" to "${more}"`);
    else if (lost !== '') found.push(`missing "${lost}"`);
    else if (more !== '') found.push(`additional "${more}"`);
    [missing, additional] = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      close();
      i += 1;
      j += 1;
    } else if (
      right === undefined ||
      (left !== undefined && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      missing.push(left ?? '');
      i += 1;
    } else {
      additional.push(right);
      j += 1;
    }
  }
  close();
  return found;
}
