/** @module reading: issues with code and place, positioned YAML and JSON, canonical JSON and hashes. */
export { canonicalJson, hashOf, type Json, sha256Hex } from './canonical-json.ts';
export { editDistance, nearestWord } from './edit-distance.ts';
export {
  hasErrors,
  type Issue,
  issueText,
  type Path,
  pathText,
  type Reading,
  type Severity,
} from './issue.ts';
export { exitCodeOf, type IssueCode, issueCodes } from './issue-codes.ts';
export {
  type IssueDraft,
  issueAt,
  type Place,
  type PositionedDocument,
  unpositionedDocument,
} from './positioned-document.ts';
export { formatOf, readStructured, type StructuredFormat, type StructuredOptions } from './structured.ts';
export { type ValidationOptions, validate } from './validation.ts';
export { readVersioned, type Upcaster, type VersionedInput } from './versioned-document.ts';
export { writeYaml, type YamlWritingOptions } from './yaml-writing.ts';
