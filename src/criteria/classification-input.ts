/** From a record, as cut, to what the classification asks: the newest statements lead, counts of all reports count. */
import { type CaseRecord, type Clock, reachOf, type Stain, tracerFamily } from '../case/index.ts';
import {
  type ClassificationInput,
  type DifferentiationMarker,
  type DifferentiationMarkerName,
  differentiationMarkerNames,
  entity,
  type Ki67Observation,
  type MitosesObservation,
  nothingKnown,
} from '../tumour/index.ts';
import { formatDay } from '../units/index.ts';
import { mostRecent, oldestFirst } from './datum.ts';

const isMarkerName = (text: string): text is DifferentiationMarkerName =>
  differentiationMarkerNames.some((name) => name === text);

/** A stain that says something about a gene: lost counts as altered, receptor expression as present. */
function markerOfStain(stain: Stain): DifferentiationMarker[] {
  const printed = stain.marker.toUpperCase();
  const name = printed === 'P53' ? 'TP53' : printed;
  if (!isMarkerName(name)) return [];
  const strong = stain.intensity === '3+';
  if (name === 'SSTR2') return [{ marker: name, status: stain.status, strong }];
  if (stain.pattern === 'lost') return [{ marker: name, status: 'positive' }];
  if (name === 'TP53' && stain.pattern === 'overexpressed') return [{ marker: name, status: 'positive' }];
  return stain.pattern === 'retained' ? [{ marker: name, status: 'negative' }] : [];
}

function markersOf(record: CaseRecord): DifferentiationMarker[] {
  const ofFindings = record.findings.flatMap((finding): DifferentiationMarker[] => {
    const name = finding.gene.toUpperCase();
    if (!isMarkerName(name)) return [];
    const assay = record.assays.find((each) => each.id === finding.assay);
    return [
      {
        marker: name,
        status: finding.status,
        reach: reachOf(assay, { event: 'smallVariant', gene: finding.gene }),
      },
    ];
  });
  const ofBiomarkers = record.biomarkers.flatMap((each): DifferentiationMarker[] =>
    isMarkerName(each.marker) ? [{ marker: each.marker, status: each.status }] : [],
  );
  const ofImaging = record.imaging.flatMap((study): DifferentiationMarker[] => {
    if (study.tracer === undefined || tracerFamily(study.tracer) !== 'SSTR' || study.uptake === 'unstated')
      return [];
    const strong = study.uptake === 'intense' || (study.krenning ?? 0) >= 3;
    return [
      {
        marker: 'somatostatinReceptorImaging',
        status: study.uptake === 'none' ? 'negative' : 'positive',
        strong,
      },
    ];
  });
  const ofStains = record.pathology.flatMap((report) => report.stains.flatMap(markerOfStain));
  return [...ofFindings, ...ofBiomarkers, ...ofStains, ...ofImaging];
}

/** Stated by the primary's entity, or stained by both of the general neuroendocrine markers. */
function isNeuroendocrine(record: CaseRecord): boolean {
  const named = record.primary.some(
    (each) => each.entity !== undefined && entity(each.entity).lineage === 'neuroendocrine',
  );
  const stained = (marker: string) =>
    record.pathology.some((report) =>
      report.stains.some(
        (stain) => stain.status === 'positive' && stain.marker.toLowerCase().startsWith(marker),
      ),
    );
  return named || (stained('synaptophysin') && stained('chromogranin'));
}

/** What the record says about the tumour's class and grade. */
export function classificationInput(record: CaseRecord, clock: Clock): ClassificationInput {
  const primary = mostRecent(record.primary);
  const pathology = oldestFirst(record.pathology);
  const specimenKind = (id: string | undefined) =>
    record.specimens.find((each) => each.id === id)?.kind ?? 'unstated';
  const ki67 = record.pathology.flatMap((report) =>
    report.ki67.map((each): Ki67Observation => ({ ...each, material: specimenKind(report.specimen) })),
  );
  const mitoses = record.pathology.flatMap((report) =>
    report.mitoses.map(
      ({ count, ...each }): MitosesObservation => ({
        ...each,
        printed: count?.printed ?? each.gradePrinted ?? each.status,
        ...(count?.range == null ? {} : { count: count.range }),
        material: specimenKind(report.specimen),
      }),
    ),
  );
  const stated = <T extends string>(values: readonly (T | 'unstated')[]): T | 'unstated' =>
    values.findLast((value) => value !== 'unstated') ?? 'unstated';
  const year = (date: { readonly latest: number | null; readonly axis: string } | undefined) =>
    date?.axis === 'calendar' && date.latest !== null
      ? Number(formatDay(date.latest).slice(0, 4))
      : undefined;
  return {
    ...nothingKnown,
    printed: oldestFirst(record.diagnoses).map(({ printed, scheme, year: stated, date }) => {
      const written = stated ?? year(date);
      return {
        printed,
        ...(scheme === undefined ? {} : { scheme }),
        ...(written === undefined ? {} : { year: written }),
      };
    }),
    site: primary?.site ?? 'unknown',
    siteCertainty: primary?.certainty ?? 'unknown',
    alternativeSites: (primary?.alternatives ?? []).flatMap((each) =>
      each.site === undefined ? [] : [each.site],
    ),
    differentiation: stated(pathology.map((report) => report.differentiation)),
    morphology: stated(pathology.map((report) => report.morphology)),
    necrosis: stated(pathology.map((report) => report.necrosis)),
    ki67,
    mitoses,
    markers: markersOf(record),
    gradesPrinted: record.pathology.flatMap((report) => report.gradePrinted ?? []),
    neuroendocrine: isNeuroendocrine(record),
    components: record.pathology.flatMap((report) => report.components),
    ...(clock.kind === 'at' && clock.date.axis === 'calendar' && clock.date.latest !== null
      ? { day: clock.date.latest }
      : {}),
  };
}
