/** Where a fact stands, as the basis of a line. */
import { type Place, placeText } from '../case/index.ts';
import { type SourcePlace, sourcePlaceText } from '../evidence/index.ts';
import { type Basis, basisText } from '../tumour/index.ts';
import type { Line } from './document.ts';
import { sourceWords } from './later-words.ts';
import type { ReportContext } from './report-input.ts';
import { basedOn } from './span.ts';

/** A line with the place of the record it comes from. */
export function atPlace(of: Line, place: Place | undefined): Line {
  return place === undefined ? of : basedOn(of, placeText(place));
}

/** A line with the place in a source it was read at. */
export function atSource(of: Line, place: SourcePlace | undefined, { knowledgeClock }: ReportContext): Line {
  return place === undefined ? of : basedOn(of, sourceWords(sourcePlaceText(place), knowledgeClock));
}

/** A line with the basis that a rule of classification names. */
export function onRule(of: Line, basis: Basis | undefined, { knowledgeClock }: ReportContext): Line {
  return basis === undefined ? of : basedOn(of, sourceWords(basisText(basis), knowledgeClock));
}
