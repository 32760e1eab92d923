/**
 * Size beside density on contrast CT (Choi et al., J Clin Oncol 2007;25:1753, made for imatinib in gastrointestinal stromal
 * tumour): a response is 10% less in size or 15% less in density, progression 10% more in size without a response in
 * density. Read beside RECIST where a tumour grows while it dies; it is validated for no neuroendocrine neoplasm and never
 * changes the RECIST call.
 */

/** Changes from baseline in percent; null where not known. */
export interface SizeAndDensity {
  readonly isGone: boolean;
  readonly sizePercent: number | null;
  /** Of the attenuation in Hounsfield units. */
  readonly densityPercent: number | null;
  readonly hasNewLesion: boolean;
}

/** The Choi response; `open` where what is not known could decide. */
export interface ChoiCall {
  readonly response: 'CR' | 'PR' | 'SD' | 'PD' | 'open';
  readonly because: string;
}

const lessSize = -10;
const moreSize = 10;
const lessDensity = -15;
const slack = 1e-9;
const shown = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(1)}%`;

/** The response by size and density. */
export function choiResponse({
  isGone,
  sizePercent,
  densityPercent,
  hasNewLesion,
}: SizeAndDensity): ChoiCall {
  if (hasNewLesion) return { response: 'PD', because: 'a new lesion' };
  if (isGone) return { response: 'CR', because: 'every lesion is gone' };
  if (densityPercent !== null && densityPercent <= lessDensity + slack)
    return { response: 'PR', because: `density ${shown(densityPercent)}, -15% is a response` };
  if (sizePercent !== null && sizePercent <= lessSize + slack)
    return { response: 'PR', because: `size ${shown(sizePercent)}, -10% is a response` };
  if (sizePercent === null) return { response: 'open', because: 'the change in size is not known' };
  if (densityPercent === null)
    return { response: 'open', because: `size ${shown(sizePercent)}, the density is not known` };
  if (sizePercent >= moreSize - slack)
    return {
      response: 'PD',
      because: `size ${shown(sizePercent)}, density ${shown(densityPercent)} is no response`,
    };
  return { response: 'SD', because: `size ${shown(sizePercent)}, density ${shown(densityPercent)}` };
}
