/**
 * The column of events that the CSV beside a swimmer has: `3: PR; 8: progression: liver`, and treatments one after the other
 * as `imatinib 0-6`. What does not follow this is no list of events.
 */

/** Events and treatments of a patient, as a figure file has them. */
export interface SwimmerEvents {
  readonly events: readonly Readonly<Record<string, string | number>>[];
  readonly segments: readonly Readonly<Record<string, string | number>>[];
}

const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const eventForm = new RegExp(String.raw`^(${number}):\s*([^:]+?)(?::\s*(.+))?$`, 'i');
const segmentForm = new RegExp(String.raw`^(.+?)\s+(${number})-(${number})$`, 'i');

const kinds: Readonly<Record<string, string>> = {
  progression: 'progression',
  'new lesion': 'newLesion',
  'change of treatment': 'treatmentChange',
  toxicity: 'toxicity',
  death: 'death',
};
const responses = ['CR', 'PR', 'SD', 'non-CR/non-PD', 'PD', 'NE', 'notStated'];

function eventOf(words: string): Readonly<Record<string, string | number>> | undefined {
  const [, at, what = '', label] = eventForm.exec(words) ?? [];
  if (at === undefined) return undefined;
  const told = label === undefined ? {} : { label };
  const kind = kinds[what.toLowerCase()];
  if (kind !== undefined) return { at: Number(at), kind, ...told };
  if (what === 'response') return { at: Number(at), kind: 'response', ...told };
  const response = responses.find((each) => each === what);
  return response === undefined ? undefined : { at: Number(at), kind: 'response', response, ...told };
}

/** The events of a cell; undefined where a part of it is none. */
export function swimmerEventsOf(cell: string): SwimmerEvents | undefined {
  const events: Readonly<Record<string, string | number>>[] = [];
  const segments: Readonly<Record<string, string | number>>[] = [];
  for (const part of cell.split(';')) {
    const words = part.trim();
    const event = eventOf(words);
    if (event !== undefined) {
      events.push(event);
      continue;
    }
    const [, label, from, to] = segmentForm.exec(words) ?? [];
    if (label === undefined) return undefined;
    segments.push({ label, from: Number(from), to: Number(to) });
  }
  return { events, segments };
}
