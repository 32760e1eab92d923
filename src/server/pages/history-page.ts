/** The versions of a case and what the audit log says of it. */
import type { AuditEntry, VersionSummary } from '../../store/index.ts';
import type { Page } from './layout.ts';
import { type Markup, markup } from './markup.ts';
import { savedTime } from './saved-time.ts';

/** The first letters of a hash; the whole stands in the title of the element and in the interface. */
const shortHash = (hash: string | null): Markup =>
  hash === null ? markup`none` : markup`<code title="${hash}">${hash.slice(0, 12)}</code>`;

function versionRow(base: string, version: VersionSummary): Markup {
  const shown = version.removed
    ? markup`${version.version} <span class="app-badge app-badge-warning">removed</span>`
    : markup`<a class="app-target" href="${base}?version=${version.version}">${version.version}</a>`;
  return markup`<tr><th scope="row" data-label="Version">${shown}</th><td data-label="Saved"><div>${savedTime(version.savedAt)}</div></td><td data-label="By"><div>${version.author}</div></td><td data-label="Reason" class="app-free"><div>${version.reason === '' ? 'none given' : version.reason}</div></td><td data-label="Document"><div>${shortHash(version.hash)}</div></td></tr>\n`;
}

function auditRow(entry: AuditEntry): Markup {
  return markup`<tr><th scope="row" data-label="Entry">${entry.sequence}</th><td data-label="Time"><div>${savedTime(entry.time)}</div></td><td data-label="Act"><div>${entry.action}, version ${entry.version}</div></td><td data-label="By"><div>${entry.author}</div></td><td data-label="Hash"><div>${shortHash(entry.hash)}</div></td></tr>\n`;
}

/** The page. */
export function historyPage(
  id: string,
  title: string,
  versions: readonly VersionSummary[],
  entries: readonly AuditEntry[],
): Page {
  const base = `/cases/${encodeURIComponent(id)}`;
  return {
    title: `History of ${title}`,
    current: 'cases',
    body: markup`<p class="app-crumbs"><a href="/">Cases</a> <span aria-hidden="true">/</span> <a href="${base}">${title}</a></p>
<h1>History</h1>
<h2 id="versions">Versions</h2>
<div class="app-table-frame"><table class="app-versions" aria-labelledby="versions"><thead><tr><th scope="col">Version</th><th scope="col">Saved</th><th scope="col">By</th><th scope="col">Reason</th><th scope="col">Document</th></tr></thead><tbody>
${versions.toReversed().map((version) => versionRow(base, version))}</tbody></table></div>
<h2 id="audit">Audit log</h2>
<p class="app-count">Every entry carries the hash of the one before; <code>cajal store verify</code> proves the chain.</p>
<div class="app-table-frame"><table class="app-versions" aria-labelledby="audit"><thead><tr><th scope="col">Entry</th><th scope="col">Time</th><th scope="col">Act</th><th scope="col">By</th><th scope="col">Hash of the entry</th></tr></thead><tbody>
${entries.toReversed().map(auditRow)}</tbody></table></div>`,
  };
}
