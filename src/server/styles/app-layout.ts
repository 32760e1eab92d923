/** Layout of the pages around a report: one column on a telephone, a side column beside a report from 64rem on. */
export const appLayout = `.app {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.45 -apple-system, "Segoe UI", "Source Sans 3", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: lining-nums tabular-nums;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
}
.app *, .app *::before { box-sizing: border-box; }
.app > main { flex: 1; width: 100%; max-width: 90rem; margin: 0 auto; padding: 1rem clamp(0.75rem, 2.5vw, 2rem) 3rem; }
.app > main:focus { outline: none; }
.app a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
.app :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.app h1 { font-size: 1.6rem; line-height: 1.2; font-weight: 650; margin: 0 0 0.5rem; letter-spacing: -0.01em; text-wrap: balance; }
.app h2 { font-size: 1.22rem; line-height: 1.25; font-weight: 650; margin: 1.75rem 0 0.5rem; }
.app code { font-family: "Source Code Pro", ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 0.9em; overflow-wrap: anywhere; }

.app-skip { position: absolute; left: 0.75rem; top: -4rem; padding: 0.5rem 0.9rem; background: var(--ground); border: 1px solid var(--edge); z-index: 2; }
.app-skip:focus { top: 0.5rem; }
.app-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.app-header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 2rem; padding: 0.35rem clamp(0.75rem, 2.5vw, 2rem); background: var(--raised); border-bottom: 1px solid var(--rule); }
.app-brand { margin: 0; }
.app-brand a { color: var(--brand); font-weight: 700; font-size: 1.15rem; text-decoration: none; padding: 0.25rem 0; display: inline-block; }
.app-brand a:hover { text-decoration: underline; }
.app-brand span { color: var(--quiet); font-size: 0.9rem; margin-left: 0.35rem; }
.app-header ul { display: flex; flex-wrap: wrap; gap: 0 1.4rem; list-style: none; margin: 0; padding: 0; }
.app-header li a { display: inline-block; padding: 0.45rem 0.1rem 0.3rem; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; }
.app-header li a:hover { border-bottom-color: var(--rule); }
.app-header li a[aria-current] { border-bottom-color: var(--brand); font-weight: 600; }
.app-footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; padding: 0.6rem clamp(0.75rem, 2.5vw, 2rem); border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.88rem; }
.app-footer p { margin: 0.15rem 0; }

.app-prose { max-width: 46rem; }
.app-prose li { margin: 0.3rem 0; }
.app-lead { max-width: 46rem; }
.app-notice { padding: 0.5rem 0.9rem; border-left: 4px solid var(--caution-edge); background: var(--caution-ground); color: var(--caution-ink); }
.app-notice a { color: inherit; }
.app-status { color: var(--quiet); margin: 1rem 0 0; font-size: 1.1rem; }
.app-crumbs { margin: 0 0 0.5rem; font-size: 0.92rem; color: var(--quiet); }
.app-crumbs a, .app-target { display: inline-block; min-height: 24px; padding: 0.1rem 0; }
.app-count { color: var(--quiet); margin: 0.25rem 0 0.75rem; }
.app-second { display: block; color: var(--quiet); font-size: 0.88rem; }
.app-issues .app-second { display: inline; }
.app-facts > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; column-gap: 1.25rem; padding: 0.3rem 0; border-bottom: 1px solid var(--rule); }
.app-facts { margin: 0.5rem 0; }
.app-facts dt { color: var(--quiet); }
.app-facts dd { margin: 0; }

.app-case { display: grid; gap: 0 1.5rem; }
.app-report { min-width: 0; }
.app-report .cajal-report { margin: 0; padding: 0 0 2rem; }
.app-report .cajal-report > footer.use, .app-report .cajal-report > .banner > .use { display: none; }
.app-report .cajal-report > .banner { padding-top: 0.25rem; }
.app-version { margin: 0 0 0.5rem; font-size: 0.88rem; }
.app-version:not(.app-notice) { color: var(--quiet); }
.app-side { font-size: 0.94rem; margin-bottom: 1.25rem; }
.app-side h2 { font-size: 0.86rem; font-weight: 600; color: var(--quiet); margin: 0 0 0.3rem; }
.app-side ol, .app-side ul { list-style: none; margin: 0 0 1rem; padding: 0; }
.app-points a { display: block; padding: 0.45rem 0.7rem; border-left: 4px solid var(--rule); color: var(--ink); text-decoration: none; }
.app-points li + li a { border-top: 1px solid var(--rule); }
.app-points a:hover { background: var(--raised); }
.app-points a[aria-current] { border-left-color: var(--brand); background: var(--chosen); }
.app-points a[aria-current] .app-point-label { font-weight: 650; }
.app-points .app-second { color: var(--quiet); }
.app-point-date { display: block; font-size: 0.86rem; color: var(--quiet); }
.app-point-label { display: block; }
.app-forms a { display: inline-block; min-height: 24px; padding: 0.15rem 0; }
.app-forms ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
@media (min-width: 64rem) {
  .app-case { grid-template-columns: 17rem minmax(0, 1fr); gap: 0 2.5rem; }
  .app-side { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 0.75rem 0.25rem 1rem 0.25rem; }
  .app-forms ul { display: block; }
}
@media (max-width: 63.99rem) {
  .app-points a:not([aria-current]) .app-second { display: none; }
  .app-points a { padding: 0.3rem 0.7rem; }
}
@media print {
  .app-skip, .app-header, .app-side, .app-footer, .app-version { display: none; }
  .app, .app-case { display: block; }
  .app > main { max-width: none; padding: 0; }
  .app-report .cajal-report > .banner > .use { display: block; }
}
`;
