/** Whether the parts between commas are findings of their own (`V561D, exon 18 mutation`) or one finding (`V560del, exon 11`). */
import { genesAtStart } from './gene-in-text.ts';
import { readParts as readFindingParts } from './read-words.ts';

/** What only adds to another part. */
const adding: ReadonlySet<string> = new Set([
  'exons',
  'origin',
  'zygosity',
  'effect',
  'transcript',
  'sequenceGene',
  'isCodingBare',
  'saysMutation',
]);

/** What each part between commas says alone; an exon or a statement on the frame only adds to another part. */
function standsAlone(part: string): 'whole' | 'protein' | 'coding' | 'adds' {
  const direct = readFindingParts(part);
  const behindGene =
    direct.kind === 'read'
      ? []
      : genesAtStart(part).flatMap(({ rest, isKnown }) =>
          isKnown && rest !== '' ? readFindingParts(rest) : [],
        );
  const read = [direct, ...behindGene].find(({ kind }) => kind === 'read') ?? direct;
  if (read.kind === 'unread') return 'whole';
  const own = read.parts;
  const names = Object.keys(own).filter((name) => !adding.has(name));
  if (names.length === 1 && own.protein !== undefined) return 'protein';
  if (names.length === 1 && own.coding !== undefined) return 'coding';
  return names.length > 0 || own.saysMutation === true ? 'whole' : 'adds';
}

/** True for `V561D, exon 18 mutation`; false for `V560del, exon 11` and `c.1679_1681del, p.V560del`. */
export function isList(parts: readonly string[]): boolean {
  const said = parts.map(standsAlone).filter((each) => each !== 'adds');
  if (said.length < 2) return false;
  return !(said.length === 2 && said.includes('protein') && said.includes('coding'));
}
