/** Tables, forms, badges and lists of issues of the pages around a report. */
export const appControls = `.app-top { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: 0.5rem 2rem; margin-top: 0.5rem; }
.app-top h1 { margin: 0; }
.app label { display: block; font-weight: 600; font-size: 0.94rem; }
.app input:not([type="hidden"]):not([type="file"]), .app textarea { font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--edge); border-radius: 4px; padding: 0.35rem 0.55rem; min-height: 2.25rem; width: 100%; }
.app input[type="file"] { font: inherit; max-width: 100%; padding: 0.3rem 0; }
.app textarea { font-family: "Source Code Pro", ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 0.88rem; line-height: 1.5; resize: vertical; }
.app button { font: inherit; font-weight: 600; color: var(--action-ink); background: var(--action); border: 1px solid var(--action); border-radius: 4px; padding: 0.35rem 1.1rem; min-height: 2.25rem; cursor: pointer; }
.app button:hover { filter: brightness(1.08); }
.app-hint { margin: 0.2rem 0 0; color: var(--quiet); font-size: 0.88rem; }
.app-filter { display: flex; align-items: center; gap: 0.6rem; width: min(26rem, 100%); }
.app-edit { max-width: 60rem; }
.app-field { margin: 0 0 1.1rem; }
.app-field > input:not([type="file"]) { max-width: 32rem; }
.app-question { margin: 0 0 1.1rem; border: 1px solid var(--rule); border-radius: 4px; }
.app-question summary { padding: 0.4rem 0.7rem; cursor: pointer; min-height: 24px; font-weight: 600; }
.app-question form { padding: 0.2rem 0.7rem 0.8rem; }
.app-question form label { margin-top: 0.7rem; }
.app-question button { margin-top: 0.9rem; }

.app-badge { display: inline-block; padding: 0 0.45em; border: 1px solid var(--neutral-edge); border-radius: 3px; background: var(--neutral-ground); color: var(--neutral-ink); font-size: 0.86em; line-height: 1.45; font-weight: 600; white-space: nowrap; }
.app-badge-synthetic { border-style: dashed; border-color: var(--other-edge); background: var(--other-ground); color: var(--other-ink); }
.app-badge-clinical, .app-badge-warning { border-color: var(--caution-edge); background: var(--caution-ground); color: var(--caution-ink); }
.app-badge-error { border-color: var(--error-edge); background: var(--error-ground); color: var(--error-ink); }
.app-refused { margin: 0.75rem 0 1.25rem; padding: 0.6rem 1rem; border-left: 4px solid var(--error-edge); background: var(--error-ground); }
.app-refused h1, .app-refused h2 { margin: 0.2rem 0 0.4rem; }
.app-refused .app-second { color: var(--error-ink); }
.app-issues { list-style: none; margin: 0.5rem 0; padding: 0; }
.app-issues li { padding: 0.4rem 0; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
.app-place { font-weight: 600; }
.app-empty { padding: 2rem 0; }

.app-table-frame { overflow-x: auto; }
.app table { width: 100%; border-collapse: collapse; }
.app-table-frame th, .app-table-frame td { text-align: left; vertical-align: top; padding: 0.5rem 1.25rem 0.5rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; }
.app-table-frame .app-free { overflow-wrap: anywhere; }
.app-table-frame thead th { font-size: 0.88rem; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--edge); padding: 0 1.25rem 0.15rem 0; vertical-align: bottom; overflow-wrap: normal; }
.app-table-frame thead a { color: inherit; display: inline-block; min-height: 24px; padding: 0.1rem 0; }
.app-table-frame tbody th { font-weight: 400; }
.app-cases tbody th { width: 36%; }
.app-cases tbody th a { font-weight: 600; text-decoration: none; }
.app-cases tbody th a:hover { text-decoration: underline; }
.app-cases tbody tr:hover { background: var(--raised); }
.app-versions code { white-space: nowrap; }
.app-id { font-family: "Source Code Pro", ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 0.82rem; }
.app-sort { margin-left: 0.3em; font-size: 0.75em; }
.app-cases .app-number { text-align: right; padding-right: 2rem; }
.app-pages { display: flex; gap: 1.5rem; align-items: center; margin: 1rem 0; }
@media (max-width: 52rem) {
  .app-table-frame table, .app-table-frame tbody { display: block; }
  .app-table-frame thead tr { display: flex; flex-wrap: wrap; gap: 0 1rem; }
  .app-table-frame thead { display: block; }
  .app-table-frame thead th { border: 0; padding: 0; }
  .app-table-frame thead th:not([aria-sort]) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .app-table-frame thead:has(th[aria-sort])::before { content: "Order by"; font-size: 0.88rem; color: var(--quiet); }
  .app-table-frame tr { display: block; }
  .app-table-frame tbody tr { border-top: 1px solid var(--edge); padding: 0.5rem 0; }
  .app-table-frame tbody th, .app-table-frame tbody td { display: grid; grid-template-columns: 8.5rem 1fr; width: auto; padding: 0.15rem 0; border: 0; text-align: left; }
  .app-table-frame tbody td::before { content: attr(data-label); color: var(--quiet); font-size: 0.88rem; }
  .app-table-frame tbody th { display: block; font-size: 1.05rem; }
  .app-versions tbody th::before { content: attr(data-label) " "; }
  .app-cases .app-number { padding-right: 0; text-align: left; }
  .app-facts > div { display: block; }
}
`;
