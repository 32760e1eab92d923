/** Report text: mentions with place, polarity and owner. */
export { readReportText } from './read-report-text.ts';
export {
  type MentionKind,
  mentionKinds,
  mentionKindWords,
  type Owner,
  owners,
  type Polarity,
  polarities,
  type ReportMention,
  type ReportReading,
  type UninterpretedSpan,
} from './report-mention.ts';
