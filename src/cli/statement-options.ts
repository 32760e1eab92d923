/** Options of the commands over statements, as the command line gives them. */

export interface EvidenceStatementsOptions {
  readonly asOf?: string;
  readonly study?: string;
  readonly json: boolean;
}

export interface EvidenceConflictsOptions {
  readonly asOf?: string;
  readonly json: boolean;
}

export interface EvidenceOverdueOptions {
  readonly on?: string;
  readonly json: boolean;
}
