/**
 * The one door for YAML and JSON that a user supplies: checks size and encoding first, then syntax, and gives plain
 * values with their places. Anchors, aliases, tags, merge keys and several documents are refused: no document of
 * Cajal needs them, and an alias can expand without bound.
 */
import { type Fault, mostFaults, type Parsed } from './fault.ts';
import { hasErrors, type Issue, type Reading } from './issue.ts';
import { parseJsonText } from './json-text.ts';
import {
  type Place,
  type PlacedNode,
  type PositionedDocument,
  placesOf,
  positionedDocument,
} from './positioned-document.ts';
import { textInput } from './text-input.ts';
import { parseYamlText } from './yaml-text.ts';

/** The notation of a document. */
export type StructuredFormat = 'yaml' | 'json';

/** How `readStructured` reads. */
export interface StructuredOptions {
  /** The name of the file or field, for issues; its extension tells the format. */
  readonly source?: string;
  /** Absent: from the extension of `source`, else JSON when the text begins with a bracket, else YAML. */
  readonly format?: StructuredFormat;
  /** The largest input in bytes of UTF-8; 5 000 000 when absent. */
  readonly maxBytes?: number;
  /** The deepest nesting, at most 200; 64 when absent. */
  readonly maxDepth?: number;
  /**
   * The most keys, values and marks (of YAML also indents and line ends), which bounds the time of reading;
   * 240 000 of JSON and 120 000 of YAML (some 20 000 lines) when absent.
   */
  readonly maxTokens?: number;
}

const defaultMaxBytes = 5_000_000;
const defaultMaxDepth = 64;
const deepestAllowed = 200;
/** YAML is the slower one: its parser is given half as much. */
const defaultMaxTokens = { yaml: 120_000, json: 240_000 } as const;

/** The format of a text: by extension, else by its first character. */
export function formatOf(text: string, source: string | undefined): StructuredFormat {
  if (source !== undefined && /\.json$/i.test(source)) return 'json';
  if (source !== undefined && /\.ya?ml$/i.test(source)) return 'yaml';
  return /^\s*[[{]/.test(text) ? 'json' : 'yaml';
}

function issueOf(fault: Fault, place: Place | undefined, source: string | undefined, other?: Place): Issue {
  const { code, severity, message, path } = fault;
  const otherText = other === undefined ? '' : `${other.line}:${other.column}`;
  return {
    code,
    severity,
    message: message.replace('{place}', () => otherText),
    ...(path === undefined ? {} : { path }),
    ...(place === undefined ? {} : { line: place.line, column: place.column }),
    ...(source === undefined ? {} : { source }),
  };
}

/** Faults as issues with places; the first `mostFaults`, and how many more there are. */
function issuesOf(
  faults: readonly Fault[],
  placeAt: (offset: number) => Place,
  source: string | undefined,
): Issue[] {
  const placeOf = (offset: number | undefined) => (offset === undefined ? undefined : placeAt(offset));
  const issues = faults
    .slice(0, mostFaults)
    .map((fault) => issueOf(fault, placeOf(fault.offset), source, placeOf(fault.otherOffset)));
  const next = faults[mostFaults];
  if (next !== undefined) {
    const rest = faults.slice(mostFaults);
    const severity = rest.some((fault) => fault.severity === 'error') ? 'error' : next.severity;
    const more = `${rest.length} more issues are not shown; the next one stands here: `;
    const message = rest.length === 1 ? next.message : more + next.message;
    issues.push(
      issueOf({ ...next, severity, message }, placeOf(next.offset), source, placeOf(next.otherOffset)),
    );
  }
  return issues;
}

/**
 * Read YAML or JSON that a user supplied. Never throws on an input: every fault is an issue with line and column,
 * and `value` is absent when one of them is an error. Mappings become plain objects, lists arrays; numbers are
 * finite (a number whose digits are lost gives a warning, see `printedAt`).
 *
 * @example
 * const reading = readStructured('ki67Percent: 1.10\n', { source: 'case.yaml' });
 * reading.value?.placeOf(['ki67Percent']); // { line: 1, column: 14 }
 * reading.value?.printedAt(['ki67Percent']); // '1.10'
 */
export function readStructured(
  input: string | Uint8Array,
  options: StructuredOptions = {},
): Reading<PositionedDocument> {
  const { source } = options;
  const given = textInput(input, options.maxBytes ?? defaultMaxBytes);
  if (given.text === undefined)
    return { value: undefined, issues: [issueOf(given.fault, given.place, source)] };
  const { text } = given;
  const format = options.format ?? formatOf(text, source);
  const limits = {
    maxDepth: Math.min(options.maxDepth ?? defaultMaxDepth, deepestAllowed),
    maxTokens: options.maxTokens ?? defaultMaxTokens[format],
  };
  const parsed: Parsed<PlacedNode> =
    format === 'json' ? parseJsonText(text, limits) : parseYamlText(text, limits);
  const placeAt = placesOf(text);
  const issues = issuesOf(parsed.faults, placeAt, source);
  if (hasErrors(issues)) return { value: undefined, issues };
  return { value: positionedDocument(parsed.value, parsed.root, placeAt, source), issues };
}
