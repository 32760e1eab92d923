/** Which sample of a VCF file is read: the one asked for, the only one, or the one that the head names as the tumour. */
import type { Issue } from '../../reading/index.ts';
import type { VcfHeader } from './vcf-header.ts';

/** The column among the samples, or none for a file without samples, or why it cannot be said. */
export type SampleChoice =
  | { readonly column: number; readonly name: string; readonly issue?: Issue }
  | { readonly column: undefined }
  | { readonly issue: Issue };

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 8).join(', ')}${names.length > 8 ? `, ... (${names.length} samples)` : ''}`;

/** Chooses the sample. Nothing is guessed where several could be meant. */
export function chooseSample(header: VcfHeader, asked: string | undefined, line: number): SampleChoice {
  const { samples, tumour } = header;
  const refused = (message: string): SampleChoice => ({
    issue: { code: 'sample-unknown', severity: 'error', message, line },
  });
  if (asked !== undefined) {
    const column = samples.indexOf(asked);
    if (column !== -1) return { column, name: asked };
    if (samples.length === 0) return refused(`the file has no samples; read it without the name "${asked}"`);
    return refused(`the file has no sample "${asked}"; it has ${listed(samples)}`);
  }
  const [only] = samples;
  if (only === undefined) return { column: undefined };
  if (samples.length === 1) return { column: 0, name: only };
  if (tumour === undefined)
    return refused(`the file has several samples; say which is the tumour: ${listed(samples)}`);
  return {
    column: samples.indexOf(tumour.sample),
    name: tumour.sample,
    issue: {
      code: 'sample-unknown',
      severity: 'info',
      message: `of ${listed(samples)} the sample ${tumour.sample} is read: ${tumour.by} says that it is the tumour`,
      line,
    },
  };
}
