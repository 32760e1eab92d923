/** The options at a glance: every label under its stance, so that the first page answers what the board asks. */
import { type Stance, stances } from '../../options/index.ts';
import { stanceWords, tonedBadge } from '../board-words.ts';
import type { Block, Span } from '../document.ts';
import { optionAnchor } from '../option-anchor.ts';
import type { ReportContext } from '../report-input.ts';
import { badge, joined, line, link, text } from '../span.ts';

/** Stances whose options are named on sight; hypotheses are counted and stand below. */
const named: readonly Stance[] = ['indicated', 'considerable', 'advisedAgainst'];

/** One line a stance. */
export function optionsAtAGlance({ board }: ReportContext): Block {
  const items = stances.flatMap((stance) => {
    const ofStance = board.options.filter((option) => option.stance.stance === stance);
    if (ofStance.length === 0) return [];
    if (!named.includes(stance)) {
      return [line(tonedBadge(stanceWords[stance]), ` ${ofStance.length}, listed below`)];
    }
    const labels = ofStance.map((option): Span => link(option.definition.label, optionAnchor(option)));
    return [line(tonedBadge(stanceWords[stance]), ' ', ...joined(labels, '; '))];
  });
  const none = [line(badge('unknown', 'none'), text(' No option of the library comes into question.'))];
  return { kind: 'list', ordered: false, items: items.length === 0 ? none : items };
}
