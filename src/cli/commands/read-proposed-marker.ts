/** A biomarker mention of a report as status and value of a record. A number is never turned into a result here. */
import type { Marker, ReportMention } from '../../alteration/index.ts';
import type { MarkerStatus } from '../../truth/index.ts';

/** By ASCO/CAP 2018 and 2023: 3+ is positive, 2+ equivocal until in situ hybridisation, 0 and 1+ negative. */
function her2Status(score: NonNullable<Marker['score']>): MarkerStatus {
  if (score === '3+') return 'positive';
  return score === '2+' ? 'equivocal' : 'negative';
}

/** The status of a result in words; a low PD-L1 or HER2 is neither positive nor negative. */
function resultStatus({ marker, result, score }: Marker): MarkerStatus | undefined {
  switch (result) {
    case 'positive':
    case 'high':
    case 'deficient':
    case 'methylated':
      return 'positive';
    case 'negative':
    case 'stable':
    case 'proficient':
    case 'unmethylated':
      return 'negative';
    case 'low':
      return marker === 'MSI' || marker === 'TMB' ? 'negative' : undefined;
    case 'equivocal':
    case 'intermediate':
      return 'equivocal';
    case undefined:
      return marker === 'HER2' && score !== undefined ? her2Status(score) : undefined;
    default:
      return result satisfies never;
  }
}

/** The status of a marker that was found or measured; undefined where only a number is given. */
export function foundMarkerStatus({ notation }: ReportMention): MarkerStatus | undefined {
  if (notation?.kind !== 'marker') return undefined;
  const { value, score, result } = notation;
  const isBare = value === undefined && score === undefined && result === undefined;
  return isBare ? 'positive' : resultStatus(notation);
}

/** Value and scoring as a record writes them; a stain's score stands with its scoring (`IHC 3+`). */
export function markerValue({ notation }: ReportMention): {
  readonly value?: string;
  readonly scoring?: string;
} {
  if (notation?.kind !== 'marker') return {};
  const { value, score, scoring } = notation;
  const words = [scoring ?? (score === undefined ? undefined : 'IHC'), score];
  const system = words.filter((word) => word !== undefined).join(' ');
  const stated = system === '' ? {} : { scoring: system };
  if (value === undefined || value.comparison === '~') return stated;
  const { comparison = '', low, high, unit } = value;
  const number = `${comparison}${low === high ? low : `${low}-${high}`}${unit === '%' ? '%' : ''}`;
  return { value: number, ...stated };
}
