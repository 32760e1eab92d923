/** Marks in the text of a report: colour and line together, so that none depends on colour alone. */
export const appReading = `.app-text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 60rem; padding: 0.8rem 1rem; border: 1px solid var(--rule); border-radius: 4px; background: var(--raised); line-height: 1.75; margin: 0 0 1.25rem; }
.app-legend { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; font-size: 0.88rem; }
.app-said { padding: 0.05em 0.2em; border-radius: 3px; border-bottom: 2px solid transparent; background: var(--neutral-ground); color: var(--neutral-ink); }
.app-said a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.app-said sup { font-size: 0.7em; margin-left: 0.1em; }
.app-said-found { background: var(--found-ground); color: var(--found-ink); border-bottom-color: var(--found-edge); border-color: var(--found-edge); }
.app-said-absent { background: var(--neutral-ground); color: var(--neutral-ink); border-bottom: 2px dotted var(--neutral-edge); }
.app-said-open { background: var(--caution-ground); color: var(--caution-ink); border-bottom: 2px dashed var(--caution-edge); }
.app-said-other { background: var(--other-ground); color: var(--other-ink); border-bottom: 3px double var(--other-edge); }
.app-said-unread { background: var(--error-ground); color: var(--error-ink); border-bottom: 2px dashed var(--error-edge); }
@media (min-width: 52.01rem) { .app-mentions tbody th { width: 24%; } }
@media (max-width: 52rem) { .app-mentions tbody td:empty { display: none; } }
.app-mentions tr:target { background: var(--chosen); }
.app-figure { margin: 0 0 1.25rem; }
.app-figure img { display: block; max-width: 100%; height: auto; border: 1px solid var(--rule); border-radius: 4px; }
.app-figure figcaption { font-size: 0.88rem; padding-top: 0.25rem; }
.app-figure figcaption a { display: inline-block; min-height: 24px; }
`;
