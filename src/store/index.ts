/** @module room: cases kept in every version, with an audit chain, in one SQLite file; verify, export, import. */
export { type AuditAction, type AuditEntry, auditActions, emptyHead, type Head } from './audit-entry.ts';
export type { AuditSelection } from './case-reader.ts';
export type { FaultKind, StoreFault } from './chain-check.ts';
export { defaultDataFolder, type Environment } from './data-folder.ts';
export type { ExportResult } from './export-store.ts';
export type { ImportResult } from './import-store.ts';
export { type OpenResult, openStore, type Store, type StoreOptions } from './open-store.ts';
export { readServerHolder, type ServerHolder } from './server-lock.ts';
export { StoreFailure } from './store-failure.ts';
export type {
  Act,
  RecordResult,
  StoredCase,
  VersionSummary,
  WriteAct,
  WriteResult,
} from './stored-case.ts';
export { faultIssue, type VerifyOptions, type VerifyReport } from './verify.ts';
