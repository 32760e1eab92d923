/** Copy number: levels by gene, and segments. */
export { copyNumberColumns } from './copy-number-columns.ts';
export { copyNumberLevel } from './copy-number-level.ts';
export { CopyNumberReader } from './copy-number-reader.ts';
export { SegmentReader, segmentColumns } from './segment-reader.ts';
