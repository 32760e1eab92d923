/**
 * The head of a VCF file (VCF 4.1 to 4.5): what its meta lines say of the reference, of the annotation of INFO and of
 * the tumour's sample, and the samples of the `#CHROM` line. Only what is needed is kept.
 */
import { type AnnotationFormat, annotationFormatOf } from './vcf-annotation-format.ts';

/** What the head of the file said. */
export interface VcfHeader {
  readonly version?: string;
  readonly build?: string;
  readonly samples: readonly string[];
  /** The sample that the head names as the tumour, and where it says so. */
  readonly tumour?: { readonly sample: string; readonly by: string };
  readonly annotation?: AnnotationFormat;
}

const builds = /GRCh3[78]|hg19|hg38|b37|T2T-CHM13/i;

/** `key=value` inside the angle brackets of a meta line; values in quotes may hold commas. */
export function metaFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const inside = text.slice(1, text.endsWith('>') ? -1 : undefined);
  for (const match of inside.matchAll(/([^=,]+)=(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g)) {
    const [, key = '', quoted, plain = ''] = match;
    fields.set(key.trim(), quoted ?? plain);
  }
  return fields;
}

/** The meta lines and the line of columns, taken one by one. */
export class VcfHeaderLines {
  #version: string | undefined;
  #build: string | undefined;
  #tumour: VcfHeader['tumour'];
  #annotation: AnnotationFormat | undefined;

  /** A line that begins with `##`. */
  meta(text: string): void {
    const equals = text.indexOf('=');
    if (equals === -1) return;
    const key = text.slice(2, equals);
    const value = text.slice(equals + 1);
    if (key === 'fileformat') this.#version = value.trim();
    else if (key === 'reference' || key === 'contig' || key === 'assembly')
      this.#build ??= builds.exec(value)?.[0];
    else if (key === 'tumor_sample') this.#tumour = { sample: value.trim(), by: '##tumor_sample' };
    else if (key === 'INFO' && value.startsWith('<')) this.#info(value);
  }

  #info(value: string): void {
    const fields = metaFields(value);
    const id = fields.get('ID');
    const description = fields.get('Description');
    if (id === undefined || description === undefined) return;
    const format = annotationFormatOf(id, description);
    // A file annotated twice: the field with HGVS of proteins is the one that says more.
    if (format !== undefined && (this.#annotation?.protein === undefined || this.#annotation.id === id))
      this.#annotation = format;
  }

  /** The line that begins with `#CHROM`; undefined when its columns are not those of VCF. */
  columns(text: string): VcfHeader | undefined {
    const columns = text.slice(1).split('\t');
    const needed = ['CHROM', 'POS', 'ID', 'REF', 'ALT'];
    if (needed.some((name, index) => columns[index]?.trim() !== name)) return undefined;
    const samples = columns.slice(9).map((name) => name.trim());
    const tumour = this.#tumour ?? tumourByName(samples);
    return {
      samples,
      ...(this.#version === undefined ? {} : { version: this.#version }),
      ...(this.#build === undefined ? {} : { build: this.#build }),
      ...(tumour === undefined || !samples.includes(tumour.sample) ? {} : { tumour }),
      ...(this.#annotation === undefined ? {} : { annotation: this.#annotation }),
    };
  }
}

/** Callers of pairs name their columns NORMAL and TUMOR (Strelka, VarScan). */
function tumourByName(samples: readonly string[]): VcfHeader['tumour'] {
  const tumours = samples.filter((name) => /^tumou?r$/i.test(name));
  const [sample] = tumours;
  if (sample === undefined || tumours.length > 1 || !samples.some((name) => /^normal$/i.test(name)))
    return undefined;
  return { sample, by: 'the name of its column' };
}
