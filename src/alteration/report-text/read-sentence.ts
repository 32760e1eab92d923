/** All mentions of one sentence: measures first, then markers, changes of genes, and stains where no gene is meant. */
import { overlap } from './change-at.ts';
import { changeMention } from './change-mention.ts';
import { changesIn } from './changes-in-text.ts';
import type { Sentence, Stretch } from './clauses.ts';
import { expressionMention, ofStain } from './expression-mention.ts';
import { expressionsIn } from './expressions-in-text.ts';
import { type GeneAt, genesIn } from './genes-in-text.ts';
import { markersIn } from './markers-in-text.ts';
import { markerMention, measureMention } from './measured-mention.ts';
import { type Context, clauseAt, type PlainMention } from './mention-context.ts';
import { measuresIn } from './proliferation.ts';
import { isStainHere, molecularWords, stainMention, stainWords } from './stain-mention.ts';
import { stainResults } from './stain-results.ts';
import type { StainAt } from './stains.ts';
import { unnamedTestIn } from './unnamed-test.ts';

/** A level with a laboratory's unit is measured in blood or urine, not in tissue. */
const inBlood = /^[^.;]{0,45}?\d ?(?:[num\u00b5]g|mIU|IU|U|[pnm]mol)\/(?:m?l|dl|d|24 ?h)\b/i;
/** "PR" is a stain beside other receptors; else it is a partial response. */
const receptor = /\b(?:ER|HER-?2|(?:o?estrogen|progesterone|hormone) receptors?)\b/i;

const isNamedIn = (clause: Stretch, named: readonly Stretch[]): boolean =>
  named.some((each) => overlap(each, clause));

/** The mentions of a sentence, the notations that no gene was found for, and the genes it names. */
export function readSentence(
  text: string,
  sentence: Sentence,
  heldGenes: readonly GeneAt[],
  allStains: readonly StainAt[],
) {
  const shift = (at: number): number => at + sentence.start;
  const body = text.slice(sentence.start, sentence.end);
  const moved = <Place extends Stretch>(places: readonly Place[]): readonly Place[] =>
    places.map((place) => ({ ...place, start: shift(place.start), end: shift(place.end) }));
  const genes = genesIn(body);
  const measures = moved(measuresIn(body));
  const markers = moved(markersIn(body)).filter((marker) => !measures.some((each) => overlap(each, marker)));
  const read = changesIn(body, genes, heldGenes);
  const isFree = (place: Stretch): boolean => ![...measures].some((each) => overlap(each, place));
  const changes = moved(read.changes)
    .filter(isFree)
    .filter((change) => {
      const { start, end } = clauseAt(sentence, change.start);
      const inClause = allStains.filter((stain) => stain.start >= start && stain.end <= end);
      return !isStainHere(change, inClause, text.slice(start, end));
    });
  const expressions = moved(expressionsIn(body, genes));
  const mentions: PlainMention[] = [];
  const contextAt = (at: number): Context => ({ text, sentence, clause: clauseAt(sentence, at) });
  for (const clause of sentence.clauses) {
    const own = allStains.filter(
      ({ start, end, name }) =>
        start >= clause.start &&
        end <= clause.end &&
        !inBlood.test(text.slice(end, end + 60)) &&
        (name !== 'PR' || receptor.test(body)),
    );
    const usable = own.filter(
      (stain) =>
        !changes.some((each) => overlap(each, stain)) &&
        !(
          markers.some((each) => overlap(each, stain) && each.says !== 'nothing') && stain.name !== 'PD-L1'
        ) &&
        !measures.some((each) => overlap(each, stain)),
    );
    const words = text.slice(clause.start, clause.end);
    const inClause = usable.map((stain) => ({
      ...stain,
      start: stain.start - clause.start,
      end: stain.end - clause.start,
    }));
    const isOfStain = inClause.some(({ gene }) => gene === undefined) || ofStain.test(words);
    for (const result of stainResults(words, inClause)) {
      const near = words.slice(Math.max(0, result.stain.start - 40), result.end + 25);
      const isMolecular = molecularWords.test(near) || (changes.length > 0 && !/positiv|express/i.test(near));
      const isProtein = /^(?:p|cd ?)\d/i.test(words.slice(result.stain.start));
      if (result.stain.gene !== undefined && !isProtein && isMolecular && !stainWords.test(near)) continue;
      const at = result.stain.start + clause.start;
      if (!isOfStain && expressions.some(({ start, end }) => at >= start && at < end)) continue;
      const placed = {
        ...result,
        end: result.end + clause.start,
        stain: {
          ...result.stain,
          start: result.stain.start + clause.start,
          end: result.stain.end + clause.start,
        },
      };
      const mention = stainMention({ text, sentence, clause }, placed);
      const saysNothing = mention.polarity === 'present' || mention.polarity === 'absent';
      if (result.isOnlyNamed !== true || !saysNothing) mentions.push(mention);
    }
  }
  const stained = mentions.slice();
  const fromMeasures = measures.map((each) => measureMention(contextAt(each.start), each));
  const fromMarkers = markers
    .filter(
      (each) =>
        !changes.some((change) => overlap(change, each) && change.end - change.start > each.end - each.start),
    )
    .map((each) => markerMention(contextAt(each.start), each))
    .filter(({ means, polarity }) => means !== '' || polarity !== 'present');
  const fromChanges = changes
    .filter(
      (each) =>
        !fromMarkers.some((marker) => overlap(marker, each)) &&
        !stained.some((stain) => overlap(stain, each) && each.notation.kind === 'copyNumber'),
    )
    .flatMap((each) => {
      const mention = changeMention(contextAt(each.start), each);
      return each.isOnlyTest === true && mention.polarity === 'present' ? [] : [mention];
    });
  // Without a value and with nothing said of it, a measure is only named.
  const spoken = fromMeasures.filter(
    ({ means, polarity }) =>
      (means !== '' &&
        !/^(?:mitos[a-z]*|mitotic)(?: (?:figures?|count|rate|index|activity))?$/i.test(means)) ||
      polarity !== 'present',
  );
  const others = [...mentions, ...spoken, ...fromMarkers, ...fromChanges];
  const fromExpressions = expressions
    .filter((each) => !others.some((other) => overlap(other, each)))
    .map((each) => expressionMention(contextAt(each.start), each));
  mentions.push(...spoken, ...fromMarkers, ...fromChanges, ...fromExpressions);
  return {
    mentions,
    lost: [
      ...moved(read.lost),
      ...sentence.clauses
        .filter((clause) => !isNamedIn(clause, [...mentions, ...moved(genes)]))
        .flatMap(({ start, end }) => unnamedTestIn(text.slice(start, end), start)),
    ],
    genes: genes.map((gene) => ({ ...gene, start: shift(gene.start), end: shift(gene.end) })),
  };
}
