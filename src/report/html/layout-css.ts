/** Type and layout on a screen: dense and calm on a projector, one column of named facts on a telephone. */
export const layoutCss = `.cajal-report {
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.45 -apple-system, "Segoe UI", "Source Sans 3", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: lining-nums tabular-nums;
  max-width: 84rem;
  margin: 0 auto;
  padding: 0 clamp(0.75rem, 3vw, 2.5rem) 3rem;
  overflow-wrap: break-word;
}
body:has(> main > .cajal-report) { margin: 0; background: #ffffff; }
@media (prefers-color-scheme: dark) { body:has(> main > .cajal-report) { background: #14171b; } }
.cajal-report *, .cajal-report *::before { box-sizing: border-box; }
.cajal-report p { margin: 0.35rem 0; max-width: 75ch; }
.cajal-report a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
.cajal-report a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.cajal-report em { font-style: italic; }
.cajal-report .name { font-family: "Source Code Pro", ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 0.92em; font-weight: 600; overflow-wrap: anywhere; }
.cajal-report .basis, .cajal-report .basis a { color: var(--quiet); font-size: 0.86em; }
.cajal-report .basis a { font-size: 1em; text-decoration-style: dotted; }


.cajal-report .banner { padding: 1rem 0 0.75rem; border-bottom: 2px solid var(--ink); }
.cajal-report .use { color: var(--quiet); font-size: 0.9em; letter-spacing: 0.01em; margin: 0 0 0.25rem; }
.cajal-report h1 { font-size: 1.6em; line-height: 1.2; font-weight: 650; margin: 0 0 0.75rem; letter-spacing: -0.01em; text-wrap: pretty; }
.cajal-report .identity { display: flex; flex-wrap: wrap; gap: 0.35rem 2rem; margin: 0; }
.cajal-report .identity > div { display: block; padding: 0; border: 0; min-width: 0; max-width: min(26rem, 100%); }
.cajal-report .identity dt { color: var(--quiet); font-size: 0.82em; font-weight: 400; }
.cajal-report .identity dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }

.cajal-report .contents { margin: 0.75rem 0 0; font-size: 0.9em; }
.cajal-report .contents ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0; padding: 0; }
.cajal-report .contents a { display: inline-block; min-height: 24px; padding: 0.15rem 0; }

.cajal-report h2 { font-size: 1.22em; line-height: 1.25; font-weight: 650; margin: 2rem 0 0.5rem; padding-bottom: 0.2rem; border-bottom: 1px solid var(--edge); scroll-margin-top: 1rem; }
.cajal-report h3 { font-size: 1.05em; line-height: 1.3; font-weight: 650; margin: 1.25rem 0 0.4rem; scroll-margin-top: 1rem; }
.cajal-report .part-options > section > h2, .cajal-report .part-appendix > section:first-child > h2 { margin-top: 3.5rem; }
.cajal-report .group { margin: 1.5rem 0 2.25rem; padding-top: 0.25rem; border-top: 2px solid var(--rule); }
.cajal-report h2 + .group { border-top: 0; margin-top: 0.5rem; }
.cajal-report .group > h3 { font-size: 1.15em; margin-top: 0.6rem; }
.cajal-report #question + p { font-size: 1.15em; }

.cajal-report dl { margin: 0.5rem 0; }
.cajal-report dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; column-gap: 1.25rem; padding: 0.28rem 0; border-bottom: 1px solid var(--rule); }
.cajal-report dl > div:last-child { border-bottom: 0; }
.cajal-report dt { color: var(--quiet); grid-column: 1; }
.cajal-report dd { margin: 0; grid-column: 2; max-width: 85ch; }
.cajal-report dd + dd { margin-top: 0.2rem; }

.cajal-report ul, .cajal-report section ol { margin: 0.4rem 0; padding-left: 1.2rem; }
.cajal-report li { margin: 0.15rem 0; max-width: 85ch; }

.cajal-report table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0.6rem 0 1rem; }
.cajal-report caption { caption-side: top; text-align: left; color: var(--quiet); font-size: 0.92em; padding: 0.2rem 0 0.3rem; }
.cajal-report th, .cajal-report td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--rule); }
.cajal-report thead th { font-size: 0.86em; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--edge); padding-bottom: 0.25rem; }
.cajal-report tbody th { font-weight: 400; }
.cajal-report tbody tr:target, .cajal-report .group:target > h3 { background: var(--caution-ground); }
.cajal-report td p, .cajal-report th p { margin: 0 0 0.2rem; }
.cajal-report .width-5 { width: 5%; }
.cajal-report .width-10 { width: 10%; }
.cajal-report .width-15 { width: 15%; }
.cajal-report .width-20 { width: 20%; }
.cajal-report .width-25 { width: 25%; }
.cajal-report .width-30 { width: 30%; }
.cajal-report .width-35 { width: 35%; }
.cajal-report .width-40 { width: 40%; }
.cajal-report .width-45 { width: 45%; }
.cajal-report .width-50 { width: 50%; }
.cajal-report .width-55 { width: 55%; }
.cajal-report .width-60 { width: 60%; }
.cajal-report .width-65 { width: 65%; }
.cajal-report .width-70 { width: 70%; }
.cajal-report .width-75 { width: 75%; }
.cajal-report .width-80 { width: 80%; }
.cajal-report .width-85 { width: 85%; }
.cajal-report .width-90 { width: 90%; }
.cajal-report .width-95 { width: 95%; }
.cajal-report .form td { border-bottom: 1px solid var(--edge); height: 2.6rem; }

.cajal-report .badge { display: inline-block; padding: 0 0.45em; border: 1px solid var(--neutral-edge); border-radius: 3px; background: var(--neutral-ground); color: var(--neutral-ink); font-size: 0.86em; line-height: 1.45; font-weight: 600; }
.cajal-report .badge .glyph { margin-right: 0.35em; }
.cajal-report .badge-favourable { border-color: var(--favourable-edge); background: var(--favourable-ground); color: var(--favourable-ink); }
.cajal-report .badge-unfavourable { border-color: var(--unfavourable-edge); background: var(--unfavourable-ground); color: var(--unfavourable-ink); }
.cajal-report .badge-caution { border-color: var(--caution-edge); background: var(--caution-ground); color: var(--caution-ink); }
.cajal-report .badge-unknown { border-color: var(--unknown-edge); border-style: dashed; background: var(--unknown-ground); color: var(--unknown-ink); }

.cajal-report .callout { margin: 0.7rem 0; padding: 0.4rem 0.9rem; border-left: 4px solid var(--edge); background: var(--raised); }
.cajal-report .callout-title { font-weight: 650; margin: 0.15rem 0; }
.cajal-report .callout ul { margin: 0.1rem 0 0.25rem; }
.cajal-report .callout-caution { border-left-color: var(--caution-edge); }
.cajal-report .callout-conflict { border-left-color: var(--unfavourable-edge); }
.cajal-report .callout-unknown { border-left-color: var(--unknown-edge); border-left-style: dashed; }
.cajal-report footer.use { margin-top: 2.5rem; padding-top: 0.5rem; border-top: 1px solid var(--rule); }

.cajal-report .group caption { color: var(--ink); font-weight: 650; }
.cajal-report section[aria-labelledby="options"] caption { color: var(--ink); font-size: 1.05em; font-weight: 650; }
@media print, (min-width: 60rem) {
  .cajal-report section[aria-labelledby="classification"] > dl { columns: 2; column-gap: 2.5rem; }
  .cajal-report section[aria-labelledby="classification"] > dl > div { break-inside: avoid; grid-template-columns: 7.5em 1fr; }
}
@media screen and (max-width: 52rem) {
  .cajal-report h1 { font-size: 1.3em; }
  .cajal-report dl:not(.identity) > div { display: block; }
  .cajal-report dt { font-size: 0.88em; }
  .cajal-report table:not(.form), .cajal-report table:not(.form) tbody, .cajal-report table:not(.form) caption { display: block; }
  .cajal-report table:not(.form) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cajal-report table:not(.form) tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid var(--edge); }
  .cajal-report table:not(.form) th, .cajal-report table:not(.form) td { display: block; width: auto; padding: 0.15rem 0; border: 0; text-align: left; }
  .cajal-report table:not(.form) td[data-label]::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 0.85em; margin-top: 0.25rem; }
  .cajal-report table:not(.form) td { padding-left: 0.9rem; }
}
@media (forced-colors: active) {
  .cajal-report .badge, .cajal-report .callout { border: 1px solid CanvasText; }
}
`;
