/**
 * Makes the row of the compiled data from the file of a gene. Of one accession that is held on two genome builds, one
 * stands as the transcript and the other as its place on the other build.
 */
import type { GeneModelFile, TranscriptFile } from './gene-model-file.ts';
import type { GeneModelRow, PackedParts, PackedPlace, PackedTranscript } from './gene-model-row.ts';

const withoutVersion = (accession: string): string => accession.split('.')[0] ?? accession;

const versionOf = (accession: string): number | undefined => {
  const [, version] = accession.split('.');
  return version === undefined ? undefined : Number(version);
};

/** The coding lengths of the exons: the same list on two builds is the same transcript. */
const structureOf = ({ exons }: TranscriptFile): string =>
  exons.map(([number, , , start, end]) => `${number} ${start} ${end}`).join(';');

/** Transcripts of a file, curated before imported. */
export function transcriptsOfFile(file: GeneModelFile): readonly TranscriptFile[] {
  return [...file.transcripts, ...file.imported.transcripts];
}

/** Of several models of one accession: MANE Select, then the one on GRCh38, then the first. */
function chosen(models: readonly TranscriptFile[]): TranscriptFile | undefined {
  const rank = (model: TranscriptFile): number => (model.mane ? 2 : 0) + (model.build === 'GRCh38' ? 1 : 0);
  return models.toSorted((a, b) => rank(b) - rank(a))[0];
}

function packed(file: GeneModelFile, id: string, models: readonly TranscriptFile[]): PackedTranscript[] {
  const model = chosen(models);
  if (model === undefined) return [];
  const version = versionOf(model.id);
  const pairs = file.equivalents.filter((each) => withoutVersion(each.transcript) === id);
  const equivalents = [...new Set([...model.equivalents, ...pairs.flatMap((pair) => pair.also)])].map(
    withoutVersion,
  );
  const places = models
    .filter((each) => each.build !== model.build && structureOf(each) === structureOf(model))
    .map(
      ({ build, exons }): PackedPlace => ({
        build,
        exons: exons.map(([, start, end]) => `${start} ${end}`).join(';'),
      }),
    )
    .slice(0, 1);
  return [
    {
      id,
      ...(version === undefined ? {} : { version }),
      ...(equivalents.length === 0 ? {} : { equivalents: equivalents.join(';') }),
      build: model.build,
      strand: model.strand,
      mane: models.some((each) => each.mane) || pairs.some((pair) => pair.mane),
      cdsLength: model.cdsLength,
      source: model.source,
      exons: model.exons.map((exon) => exon.slice(0, 5).join(' ')).join(';'),
      ...(places.length === 0 ? {} : { places }),
    },
  ];
}

/**
 * The compiled row of a gene's file.
 *
 * @public
 */
export function compileGeneModel(file: GeneModelFile): GeneModelRow {
  const { symbol, imported } = file;
  const groups = Map.groupBy(transcriptsOfFile(file), (each) => withoutVersion(each.id));
  const reference = file.reference === undefined ? undefined : withoutVersion(file.reference.transcript);
  const rank = (transcript: PackedTranscript): number =>
    (transcript.id === reference ? 2 : 0) + (transcript.mane ? 1 : 0);
  const transcripts = [...groups]
    .flatMap(([id, models]) => packed(file, id, models))
    .toSorted((a, b) => rank(b) - rank(a));
  const held = new Set(transcripts.flatMap(({ id, equivalents }) => [id, ...(equivalents ?? '').split(';')]));
  const accessions = [
    ...file.accessions.flatMap((each) => each.list),
    ...imported.accessions.flatMap((each) => each.list),
    ...file.equivalents.flatMap((pair) => [pair.transcript, ...pair.also]),
    ...(file.numbering === undefined ? [] : [file.numbering.transcript, ...file.numbering.also]),
  ].map(withoutVersion);
  const proteins = [...(file.domains?.proteins ?? []), ...(imported.domains?.proteins ?? [])];
  return {
    symbol,
    aliases: (file.aliases?.list ?? []).join(';'),
    role: file.role?.of ?? 'unknown',
    ...(file.arm === undefined ? {} : { arm: file.arm.of }),
    ...(imported.chromosome === undefined ? {} : { chromosome: imported.chromosome }),
    ...(file.hgnc === undefined ? {} : { hgnc: Number(file.hgnc.id.slice('HGNC:'.length)) }),
    ...(imported.entrez === undefined ? {} : { entrez: imported.entrez }),
    accessions: [...new Set(accessions)].filter((accession) => !held.has(accession)).join(';'),
    ...(file.numbering === undefined || !file.numbering.isReference
      ? {}
      : { proteinLength: file.numbering.residues }),
    transcripts,
    ...partsOf(file),
    proteins: proteins.map(({ refseq, length, domains }) => ({
      refseq: withoutVersion(refseq),
      length,
      domains: domains.map((domain) => domain.join('|')).join(';'),
    })),
    ...(file.coding === undefined ? {} : { coding: file.coding.sequence }),
    ...(file.protein === undefined ? {} : { protein: file.protein.sequence }),
    residues: residuesOf(file),
    isoforms: file.isoforms,
  };
}

/** Every residue of the lists, once, by position; none where the whole sequence is held. */
function residuesOf(file: GeneModelFile): string {
  if (file.coding !== undefined || file.protein !== undefined) return '';
  const all = file.imported.residues.flatMap(({ list }) => list.split(' '));
  return [...new Set(all)].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))).join(' ');
}

function partsOf({ numbering, imported: { parts } }: GeneModelFile): { parts?: PackedParts } {
  if (parts === undefined || numbering === undefined) return {};
  const { transcript, build, strand, source, exons } = parts;
  return {
    parts: {
      transcripts: [transcript, ...numbering.also].map(withoutVersion).join(';'),
      isReference: numbering.isReference,
      build,
      strand,
      source,
      exons: exons.map((row) => row.map(Number).join(' ')).join(';'),
    },
  };
}
