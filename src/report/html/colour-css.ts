/**
 * Colours, light and dark. Every text colour has at least 4.5:1 on its ground, every edge that carries meaning 3:1;
 * a badge also has its word and its sign, so that nothing depends on colour.
 */
export const colourCss = `.cajal-report {
  color-scheme: light dark;
  --ground: #ffffff;
  --raised: #f6f7f9;
  --ink: #1a1e23;
  --quiet: #565e68;
  --rule: #d3d8de;
  --edge: #7b858f;
  --link: #0b5394;
  --favourable-ink: #0a5429; --favourable-ground: #e9f5ee; --favourable-edge: #2c8a53;
  --unfavourable-ink: #85141f; --unfavourable-ground: #fcecee; --unfavourable-edge: #bf3a46;
  --caution-ink: #644000; --caution-ground: #fdf4de; --caution-edge: #a06d00;
  --unknown-ink: #472775; --unknown-ground: #f3eefb; --unknown-edge: #7a58b3;
  --neutral-ink: #2b343d; --neutral-ground: #eff2f5; --neutral-edge: #7b858f;
}
@media (prefers-color-scheme: dark) {
  .cajal-report {
    --ground: #14171b;
    --raised: #1c2127;
    --ink: #e7eaed;
    --quiet: #a9b2bc;
    --rule: #363d46;
    --edge: #77818c;
    --link: #8cc2f5;
    --favourable-ink: #a5e3bd; --favourable-ground: #12291c; --favourable-edge: #4ea874;
    --unfavourable-ink: #ffb9bf; --unfavourable-ground: #351619; --unfavourable-edge: #dc6f79;
    --caution-ink: #f4d28a; --caution-ground: #2e230a; --caution-edge: #bd8d26;
    --unknown-ink: #d6c2f7; --unknown-ground: #261b38; --unknown-edge: #9a7dcb;
    --neutral-ink: #d6dce2; --neutral-ground: #252b32; --neutral-edge: #77818c;
  }
}
`;
