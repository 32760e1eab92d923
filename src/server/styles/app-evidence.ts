/** The evidence pages: ways through them, filters side by side, tables that keep their columns in print. */
export const appEvidence = `.app-ways { border-bottom: 1px solid var(--rule); margin: 0 0 1rem; }
.app-ways ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0; }
.app-ways a { display: inline-block; padding: 0.3rem 0.1rem; text-decoration: none; border-bottom: 3px solid transparent; }
.app-ways a:hover { border-bottom-color: var(--rule); }
.app-ways a[aria-current] { color: var(--ink); border-bottom-color: var(--brand); font-weight: 600; }
.app h3 { font-size: 1.05rem; line-height: 1.3; margin: 1.25rem 0 0.35rem; }
.app select { font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--edge); border-radius: 4px; padding: 0.35rem 0.4rem; min-height: 2.25rem; width: 100%; }
.app-sieve { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 0.5rem 1rem; align-items: start; margin: 0.75rem 0 0.5rem; }
.app-short { max-width: 34rem; }
.app-sieve .app-field { margin: 0; min-width: 0; }
.app-sieve .app-wide { grid-column: 1 / -1; }
.app-sieve .app-do { align-self: end; }
.app input[type="checkbox"]:not([type="hidden"]) { width: 1.15rem; height: 1.15rem; min-height: 0; padding: 0; margin: 0.1rem 0 0; flex: none; accent-color: var(--action); }
.app-sieve .app-tick { display: flex; align-items: flex-start; gap: 0.5rem; align-self: center; }
.app-sieve .app-tick label { font-weight: 400; }
.app-wrong { margin-top: 0.3rem; padding: 0.1rem 0.7rem; border-left: 4px solid var(--error-edge); background: var(--error-ground); }
.app-wrong .app-second { color: var(--error-ink); }
.app-evidence tbody th { overflow-wrap: anywhere; }
.app-evidence td, .app-evidence th { font-size: 0.94rem; }
.app-evidence tr:target, .app-finding:target, .app-statement:target { background: var(--chosen); }
.app-evidence a, .app-links a { display: inline-block; min-height: 24px; }
.app-lines { white-space: nowrap; }
.app-links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0.25rem 0 0.75rem; padding: 0; }
.app-finding, .app-statement { border-top: 1px solid var(--rule); padding: 0.5rem 0.25rem; max-width: 60rem; }
.app-finding > p, .app-statement > p { margin: 0.15rem 0; }
.app-finding dl, .app-statement dl { margin: 0.25rem 0; }
.app-finding dt, .app-statement dt { color: var(--quiet); font-size: 0.88rem; }
.app-finding dd, .app-statement dd { margin: 0 0 0.25rem; overflow-wrap: anywhere; }
.app-list { list-style: none; margin: 0; padding: 0; }
.app-sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
.app-badge-impossible, .app-badge-conflicting { border-color: var(--error-edge); background: var(--error-ground); color: var(--error-ink); }
.app-badge-truncated, .app-badge-unsupported { border-color: var(--caution-edge); background: var(--caution-ground); color: var(--caution-ink); }
@media (min-width: 52.01rem) {
  .app-evidence tbody th { min-width: 5.75rem; }
  .app-finding dl, .app-statement dl { display: grid; grid-template-columns: 8rem minmax(0, 1fr); column-gap: 1rem; }
}
.app-table-frame + .app-figure { margin-top: 1.25rem; }
@media print {
  .app-ways, .app-sieve, .app-sieve + .app-question { display: none; }
  .app-evidence { font-size: 0.82rem; }
  .app-table-frame { overflow: visible; }
  .app-table-frame table.app-evidence { display: table; }
  .app-evidence thead { display: table-header-group; }
  .app-evidence tbody { display: table-row-group; }
  .app-table-frame .app-evidence tr { display: table-row; break-inside: avoid; }
  .app-table-frame .app-evidence thead th { position: static; width: auto; height: auto; clip-path: none; display: table-cell; }
  .app-table-frame .app-evidence tbody th, .app-table-frame .app-evidence tbody td { display: table-cell; border-bottom: 1px solid var(--rule); padding: 0.2rem 0.6rem 0.2rem 0; }
  .app-table-frame .app-evidence tbody td::before { content: none; }
  .app-finding, .app-statement { break-inside: avoid; }
}
`;
