/**
 * Paper: A4 and Letter (the size is the printer's), black on white and legible in grey, heads of tables repeated, rows
 * not split, nothing behind a click. The front page is set small enough for one or two sheets.
 */
export const printCss = `@page {
  margin: 17mm 14mm 16mm;
  @top-left { font: 600 8pt -apple-system, "Segoe UI", "Source Sans 3", "Noto Sans", "Liberation Sans", Arial, sans-serif; color: #1a1e23; }
  @top-right { font: 8pt -apple-system, "Segoe UI", "Source Sans 3", "Noto Sans", "Liberation Sans", Arial, sans-serif; color: #1a1e23; }
  @bottom-left { font: 7.5pt -apple-system, "Segoe UI", "Source Sans 3", "Noto Sans", "Liberation Sans", Arial, sans-serif; color: #3d454d; }
  @bottom-right { font: 8pt -apple-system, "Segoe UI", "Source Sans 3", "Noto Sans", "Liberation Sans", Arial, sans-serif; color: #1a1e23; content: "Page " counter(page) " of " counter(pages); }
}
@media print {
  .cajal-report {
    color-scheme: light;
    --ground: #ffffff; --raised: #ffffff; --ink: #000000; --quiet: #3d454d; --rule: #b9c0c7; --edge: #59626b; --link: #000000;
    --favourable-ink: #000000; --favourable-ground: #ffffff; --favourable-edge: #2c6b45;
    --unfavourable-ink: #000000; --unfavourable-ground: #e6e6e6; --unfavourable-edge: #000000;
    --caution-ink: #000000; --caution-ground: #ffffff; --caution-edge: #6b4a00;
    --unknown-ink: #000000; --unknown-ground: #ffffff; --unknown-edge: #472775;
    --neutral-ink: #000000; --neutral-ground: #ffffff; --neutral-edge: #59626b;
    font-size: 8.1pt;
    line-height: 1.25;
    max-width: none;
    padding: 0;
    print-color-adjust: exact;
  }
  body:has(> main > .cajal-report) { background: #ffffff; }
  .cajal-report .contents, .cajal-report footer.use { display: none; }
  .cajal-report a { color: inherit; text-decoration: none; }
  .cajal-report .banner { padding: 0 0 3pt; }
  .cajal-report .identity { gap: 4pt 14pt; }
  .cajal-report h1 { font-size: 12.5pt; margin-bottom: 4pt; }
  .cajal-report h2 { font-size: 10.5pt; margin: 9pt 0 3pt; break-after: avoid; }
  .cajal-report h3 { font-size: 9.2pt; margin: 6pt 0 2pt; break-after: avoid; }
  .cajal-report .group > h3 { font-size: 10pt; }
  .cajal-report #question + p { font-size: 10pt; }
  .cajal-report p, .cajal-report dd, .cajal-report li { max-width: none; }
  .cajal-report dl { margin: 2pt 0; }
  .cajal-report dl > div { grid-template-columns: 30mm 1fr; padding: 1.2pt 0; break-inside: avoid; }
  .cajal-report .badge { line-height: 1.2; }
  .cajal-report dd + dd { margin-top: 0.6pt; }
  .cajal-report table { margin: 2pt 0 5pt; }
  .cajal-report th, .cajal-report td { padding: 1.8pt 6pt 1.8pt 0; }
  .cajal-report td p, .cajal-report th p { margin: 0 0 1pt; orphans: 2; widows: 2; }
  .cajal-report caption { padding: 0 0 1pt; break-after: avoid; }
  .cajal-report thead { display: table-header-group; break-after: avoid; }
  .cajal-report tbody tr:first-child { break-before: avoid; }
  .cajal-report tr { break-inside: avoid; }
  .cajal-report .form td { height: 8.5mm; }
  .cajal-report .callout { break-inside: avoid; padding: 1pt 6pt; margin: 3pt 0; }
  .cajal-report .callout ul { margin: 0; }
  .cajal-report li { margin: 0.5pt 0; }
  .cajal-report .part-options, .cajal-report .part-appendix { break-before: page; }
  .cajal-report .part-options > section > h2, .cajal-report .part-appendix > section:first-child > h2 { margin-top: 0; }
  .cajal-report .group { margin: 4pt 0 8pt; }
}
`;
