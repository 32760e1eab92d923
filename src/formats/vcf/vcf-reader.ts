/**
 * Variant Call Format 4.x, plain or annotated by VEP or SnpEff. Each alternative allele is a finding of its own. A
 * consequence is taken from the annotation and never computed: a variant without annotation stays a place in the genome.
 */
import type { FileFinding, SmallVariantFinding, StructuralFinding } from '../file-finding.ts';
import { type FileFacts, type FindingReader, GeneChoice, type ReaderContext } from '../finding-reader.ts';
import type { Line } from '../line.ts';
import { shown } from '../printed-cell.ts';
import { type RowAlteration, type RowNotation, rowAlteration } from '../row-alteration.ts';
import { type Annotation, annotationsOf, annotationsOfAllele, chooseAnnotation } from './vcf-annotation.ts';
import { type SampleAtSite, sampleAtSite } from './vcf-genotype.ts';
import { type VcfHeader, VcfHeaderLines } from './vcf-header.ts';
import { alleleKind, columnOfField, infoValue, type VcfRecord, vcfRecord } from './vcf-record.ts';
import { chooseSample } from './vcf-sample.ts';
import { structuralParts } from './vcf-structural.ts';

const nothing: readonly FileFinding[] = [];

interface Site {
  readonly record: VcfRecord;
  readonly line: number;
  readonly annotations: readonly Annotation[];
}

/** Reads VCF files. */
export class VcfReader implements FindingReader {
  readonly #context: ReaderContext;
  readonly #genes: GeneChoice;
  readonly #head = new VcfHeaderLines();
  #header: VcfHeader | undefined;
  #column: number | undefined;
  #sample: string | undefined;
  #isUnusable = false;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#genes = new GeneChoice(context.options.genes);
  }

  read(line: Line): readonly FileFinding[] {
    const { text } = line;
    if (text.startsWith('##')) {
      if (this.#header === undefined) this.#head.meta(text);
      return nothing;
    }
    if (text.startsWith('#')) {
      if (this.#header === undefined && text.startsWith('#CHROM')) this.#begin(line);
      return nothing;
    }
    if (text === '' || this.#isUnusable) return nothing;
    if (this.#header === undefined) return this.#refuse(line.number);
    this.#context.tally.row();
    return this.#row(line, this.#header);
  }

  end(): void {
    if (this.#header === undefined && !this.#isUnusable) this.#refuse(undefined);
  }

  facts(): FileFacts {
    const samples = this.#header?.samples ?? [];
    const annotation = this.#header?.annotation;
    return {
      samples: samples.slice(0, 1000),
      sampleCount: samples.length,
      ...(this.#sample === undefined ? {} : { sample: this.#sample }),
      ...(this.#header?.build === undefined ? {} : { build: this.#header.build }),
      annotation: annotation === undefined ? 'none' : `${annotation.by} ${annotation.id}`,
    };
  }

  #refuse(line: number | undefined): readonly FileFinding[] {
    this.#isUnusable = true;
    const message =
      'the line that begins with #CHROM and names the columns is absent; no variant can be read';
    const place = line === undefined ? {} : { line };
    this.#context.log.add({ code: 'column-missing', severity: 'error', message, ...place });
    return nothing;
  }

  #begin(line: Line): void {
    this.#header = this.#head.columns(line.text);
    if (this.#header === undefined) {
      this.#refuse(line.number);
      return;
    }
    const choice = chooseSample(this.#header, this.#context.options.sample, line.number);
    if ('issue' in choice && choice.issue !== undefined) this.#context.log.add(choice.issue);
    if (!('column' in choice)) this.#isUnusable = true;
    else if (choice.column !== undefined) {
      this.#column = choice.column;
      this.#sample = choice.name;
    }
  }

  #row(line: Line, header: VcfHeader): readonly FileFinding[] {
    const { log, tally, options } = this.#context;
    const reading = vcfRecord(line.text);
    if ('problem' in reading) {
      tally.skip('malformed');
      const column = columnOfField(line.text, reading.field);
      const message = `${reading.problem}; the line is skipped`;
      log.add({ code: 'row-malformed', severity: 'error', message, line: line.number, column });
      return nothing;
    }
    const { record } = reading;
    if (record.filters !== undefined && record.filters.length > 0 && options.keepFiltered !== true) {
      tally.skipFiltered(record.filters);
      return nothing;
    }
    if (record.samples.length !== header.samples.length && !this.#fits(line, record, header)) return nothing;
    const site: Site = { record, line: line.number, annotations: this.#annotations(record, header, line) };
    return record.alternatives.flatMap((allele, index) => this.#allele(site, allele, index) ?? []);
  }

  /** A line with other than the header's samples: without the sample that is read it is skipped. */
  #fits(line: Line, record: VcfRecord, header: VcfHeader): boolean {
    const isLost = this.#column !== undefined && this.#column >= record.samples.length;
    const effect = isLost
      ? 'the sample that is read is not among them and the line is skipped'
      : 'the line is kept';
    this.#context.log.add({
      code: 'row-ragged',
      severity: isLost ? 'error' : 'warning',
      message: `the line has ${record.samples.length} samples and the header ${header.samples.length}; ${effect}`,
      line: line.number,
    });
    if (isLost) this.#context.tally.skip('malformed');
    return !isLost;
  }

  #annotations(record: VcfRecord, header: VcfHeader, line: Line): readonly Annotation[] {
    const format = header.annotation;
    const value = format === undefined ? undefined : infoValue(record.info, format.id);
    if (format === undefined || value === undefined || value === '' || value === '.') return [];
    const { annotations, unusable } = annotationsOf(value, format);
    if (unusable > 0) {
      this.#context.log.add({
        code: 'row-malformed',
        severity: 'warning',
        message: `${unusable} of the annotations in ${format.id} name no consequence and are left out`,
        line: line.number,
        column: columnOfField(line.text, 7),
      });
    }
    return annotations;
  }

  #allele(site: Site, allele: string, index: number): FileFinding | undefined {
    const { tally, log, options } = this.#context;
    const { record, line } = site;
    const kind = alleleKind(allele);
    if (kind === 'none' || kind === 'spanning') {
      tally.skip(kind === 'none' ? 'referenceSite' : 'spanningDeletion');
      return undefined;
    }
    const parts = kind === 'sequence' ? undefined : structuralParts(record, allele);
    if (kind === 'unreadable' || (kind !== 'sequence' && parts === undefined)) {
      tally.skip('malformed');
      const message = `"${shown(allele)}" is not an alternative allele; it is skipped`;
      log.add({ code: 'row-malformed', severity: 'error', message, line });
      return undefined;
    }
    const sample = sampleAtSite(record, this.#column, index + 1, options.fraction);
    if (!this.#isInSample(sample)) {
      tally.skip(sample.hasAllele === 'noCall' ? 'notProfiled' : 'notInSample');
      return undefined;
    }
    const finding =
      parts === undefined
        ? this.#sequence(site, allele, index, sample)
        : this.#structural(site, parts, index, sample);
    if (finding === undefined) tally.skip(this.#lackOf(site));
    else tally.keep(finding.kind);
    return finding;
  }

  /** A genotype decides; without one the counts do, where there are any. A genotype without a call (`./.`) needs counts. */
  #isInSample({ hasAllele, fraction }: SampleAtSite): boolean {
    if (typeof hasAllele === 'boolean') return hasAllele;
    if ('fraction' in fraction) return fraction.fraction.percent > 0;
    return hasAllele === 'unstated';
  }

  #lackOf(site: Site): 'otherGene' | 'noGene' {
    return site.annotations.some(({ gene }) => gene !== undefined) ? 'otherGene' : 'noGene';
  }

  #chosen(site: Site, index: number) {
    const format = this.#header?.annotation;
    if (format === undefined || site.annotations.length === 0) return undefined;
    const ofAllele = annotationsOfAllele(site.annotations, format, site.record, index);
    if (ofAllele.length === 0) {
      this.#context.log.add({
        code: 'row-malformed',
        severity: 'warning',
        message: `no annotation in ${format.id} is of the allele ${shown(site.record.alternatives[index] ?? '')}; the allele is kept without a consequence`,
        line: site.line,
      });
    }
    return chooseAnnotation(ofAllele, this.#genes);
  }

  #common(site: Site, { depth }: SampleAtSite) {
    return {
      line: site.line,
      status: 'positive',
      ...(this.#sample === undefined ? {} : { sample: this.#sample }),
      ...(site.record.filters === undefined ? {} : { filters: site.record.filters }),
      ...(depth === undefined ? {} : { depth }),
    } as const;
  }

  #build(): { readonly build?: string } {
    const build = this.#header?.build;
    return build === undefined ? {} : { build };
  }

  #sequence(
    site: Site,
    allele: string,
    index: number,
    sample: SampleAtSite,
  ): SmallVariantFinding | undefined {
    const { record, line } = site;
    const { log } = this.#context;
    const annotated = this.#chosen(site, index);
    const chosen = annotated?.chosen;
    if (!this.#genes.has(chosen?.gene)) return undefined;
    const { fraction, genotype } = sample;
    if ('problem' in fraction) {
      const message = `${shown(fraction.problem)}; the allele fraction is left out`;
      log.add({ code: 'wrong-value', severity: 'warning', message, line });
    }
    const notation = {
      ...(chosen?.gene === undefined ? {} : { gene: chosen.gene }),
      ...(chosen?.protein === undefined ? {} : { protein: chosen.protein }),
      ...(chosen?.coding === undefined ? {} : { coding: chosen.coding }),
    };
    return {
      kind: 'smallVariant',
      ...this.#common(site, sample),
      ...notation,
      genomic: {
        ...this.#build(),
        chromosome: record.chromosome,
        position: record.position,
        reference: record.reference,
        alternative: allele,
      },
      ...(chosen?.transcript === undefined ? {} : { transcript: chosen.transcript }),
      ...(chosen === undefined ? {} : { consequence: { terms: chosen.terms, class: chosen.class } }),
      ...(annotated === undefined ? {} : { chosenBecause: annotated.because, others: annotated.others }),
      ...(chosen === undefined ? {} : this.#alteration(notation, chosen, line)),
      ...('fraction' in fraction ? { fraction: fraction.fraction } : {}),
      ...(genotype === undefined ? {} : { genotype }),
    };
  }

  #alteration(notation: RowNotation, chosen: Annotation, line: number): RowAlteration {
    const { transcript, class: consequence } = chosen;
    // A transcript that MANE says is the same as one of RefSeq is looked up under either name.
    const named = chosen.isReference ? undefined : transcript;
    const row = { ...notation, class: consequence, ...(named === undefined ? {} : { transcript: named }) };
    return rowAlteration(row, line, this.#context.log);
  }

  #structural(
    site: Site,
    parts: NonNullable<ReturnType<typeof structuralParts>>,
    index: number,
    sample: SampleAtSite,
  ): StructuralFinding | undefined {
    const chosen = site.record.alternatives.length === 1 ? this.#chosen(site, index)?.chosen : undefined;
    if (!this.#genes.has(chosen?.gene)) return undefined;
    return {
      kind: 'structural',
      ...this.#common(site, sample),
      ...(chosen?.gene === undefined ? {} : { gene: chosen.gene }),
      ...parts,
      genomic: { ...this.#build(), ...parts.genomic },
      ...(chosen === undefined ? {} : { consequence: { terms: chosen.terms, class: chosen.class } }),
    };
  }
}
