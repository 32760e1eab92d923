/** Colours of the pages around a report: those of the report itself, so that the two are one surface. */
export const appColours = `.app {
  color-scheme: light dark;
  --ground: #ffffff;
  --raised: #f6f7f9;
  --ink: #1a1e23;
  --quiet: #565e68;
  --rule: #d3d8de;
  --edge: #7b858f;
  --link: #0b5394;
  --chosen: #e8f0f7;
  --brand: #0f5c6e;
  --action: #0b5394;
  --action-ink: #ffffff;
  --caution-ink: #644000; --caution-ground: #fdf4de; --caution-edge: #a06d00;
  --error-ink: #85141f; --error-ground: #fcecee; --error-edge: #bf3a46;
  --other-ink: #472775; --other-ground: #f3eefb; --other-edge: #7a58b3;
  --found-ink: #12472a; --found-ground: #e6f4ea; --found-edge: #2f8552;
  --neutral-ink: #2b343d; --neutral-ground: #eff2f5; --neutral-edge: #7b858f;
}
@media (prefers-color-scheme: dark) {
  .app {
    --ground: #14171b;
    --raised: #1c2127;
    --ink: #e7eaed;
    --quiet: #a9b2bc;
    --rule: #363d46;
    --edge: #77818c;
    --link: #8cc2f5;
    --chosen: #1d2b38;
    --brand: #7cc7d6;
    --action: #8cc2f5;
    --action-ink: #0d1720;
    --caution-ink: #f4d28a; --caution-ground: #2e230a; --caution-edge: #bd8d26;
    --error-ink: #ffb9bf; --error-ground: #351619; --error-edge: #dc6f79;
    --other-ink: #d6c2f7; --other-ground: #261b38; --other-edge: #9a7dcb;
    --found-ink: #a9e0bd; --found-ground: #12291c; --found-edge: #4fae78;
    --neutral-ink: #d6dce2; --neutral-ground: #252b32; --neutral-edge: #77818c;
  }
}
`;
