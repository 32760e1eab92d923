/** The cells of one row of a lesion table, each read with the place it stands at. */
import type { IssueCode } from '../reading/index.ts';
import {
  type LesionKind,
  type LesionMethod,
  type LesionState,
  type LesionTraits,
  lesionMethods,
} from '../response/index.ts';
import { type PatientDate, parsePatientDate } from '../units/index.ts';
import { cellColumns } from './cell-column.ts';
import type { IssueLog } from './issue-log.ts';
import { type LengthUnit, readLesionSize } from './lesion-size.ts';
import type { TableHeader } from './table-header.ts';

/** The columns of a lesion table, each with the names it may have. */
export const lesionColumns = {
  patient: ['patient', 'subject', 'usubjid', 'patient_id', 'case'],
  lesion: ['lesion', 'lesion_id', 'tumour', 'tumor'],
  organ: ['organ', 'site', 'location'],
  kind: ['kind', 'type', 'lesion_type'],
  node: ['node', 'lymph_node', 'is_node'],
  day: ['day', 'study_day'],
  date: ['date', 'scan_date'],
  start: ['start', 'treatment_start', 'start_date'],
  size: ['size', 'diameter', 'measurement', 'state'],
  sizeMillimetres: ['size_mm', 'diameter_mm', 'mm'],
  sizeCentimetres: ['size_cm', 'diameter_cm', 'cm'],
  unit: ['unit'],
  method: ['method', 'modality'],
  slice: ['slice_mm'],
  cystic: ['cystic'],
  irradiated: ['irradiated'],
  softTissue: ['soft_tissue_mm'],
  density: ['density_hu', 'hu'],
  uptake: ['suvmax', 'suv'],
  treatment: ['treatment', 'therapy'],
} as const;
/** A column of a lesion table. */
export type LesionColumn = keyof typeof lesionColumns;

const kinds: ReadonlyMap<string, LesionKind> = new Map([
  ['target', 'target'],
  ['tl', 'target'],
  ['nontarget', 'nonTarget'],
  ['ntl', 'nonTarget'],
  ['new', 'new'],
  ['nl', 'new'],
]);
const answers: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['no', false],
  ['n', false],
  ['false', false],
]);
const fields: ReadonlyMap<string, NonNullable<LesionTraits['irradiated']>> = new Map([
  ['no', 'no'],
  ['progressed', 'progressedSince'],
  ['yes', 'noProgressionShown'],
]);

/**
 * One row, read cell by cell: what cannot be read goes into the log with line and column. Where `undefined` could also mean
 * an empty cell, a cell that cannot be read gives null.
 */
export class LesionRowReader {
  readonly #header: TableHeader;
  readonly #cells: readonly string[];
  readonly #columns: readonly number[];
  readonly #line: number;
  readonly #log: IssueLog;

  constructor(header: TableHeader, cells: readonly string[], text: string, line: number, log: IssueLog) {
    this.#header = header;
    this.#cells = cells;
    this.#columns = cellColumns(text, header.delimiter);
    this.#line = line;
    this.#log = log;
  }

  place(name: LesionColumn): number | undefined {
    return this.#header.find(...lesionColumns[name]);
  }

  text(name: LesionColumn): string {
    const place = this.place(name);
    return place === undefined ? '' : (this.#cells[place] ?? '').trim();
  }

  refuse(name: LesionColumn, message: string, code: IssueCode = 'wrong-value'): undefined {
    const place = this.place(name);
    const column = place === undefined ? undefined : this.#columns[place];
    this.#log.add({
      code,
      severity: 'error',
      message,
      line: this.#line,
      ...(column === undefined ? {} : { column }),
    });
    return undefined;
  }

  kind(): LesionKind | undefined {
    const text = this.text('kind');
    return (
      kinds.get(text.toLowerCase().replaceAll(/[\s_-]/g, '')) ??
      this.refuse('kind', `"${text.slice(0, 40)}" is no kind of lesion; write target, non-target or new`)
    );
  }

  /** A yes or no; undefined where the cell is empty, null where it cannot be read. */
  answer(name: LesionColumn): boolean | undefined | null {
    const text = this.text(name);
    if (text === '') return undefined;
    const answer = answers.get(text.toLowerCase());
    if (answer !== undefined) return answer;
    this.refuse(name, `"${text.slice(0, 40)}" is neither yes nor no; write one of them`);
    return null;
  }

  isNode(): boolean | undefined {
    const answer = this.answer('node');
    if (answer === null) return undefined;
    if (answer !== undefined) return answer;
    const organ = this.text('organ');
    if (organ !== '') return /\bnod(?:e|es|al)\b|\blymphaden/i.test(organ);
    return this.refuse(
      this.place('node') === undefined ? 'lesion' : 'node',
      'it is not said whether the lesion is a lymph node, whose short axis counts; give a column node (yes, no) or organ',
    );
  }

  #unit(): LengthUnit | undefined | null {
    if (this.place('sizeMillimetres') !== undefined) return 'mm';
    if (this.place('sizeCentimetres') !== undefined) return 'cm';
    const text = this.text('unit').toLowerCase();
    if (text === '') return undefined;
    if (text === 'mm' || text === 'cm') return text;
    this.refuse(
      'unit',
      `"${text.slice(0, 40)}" is no unit of a diameter here; write mm or cm`,
      'unit-unknown',
    );
    return null;
  }

  state(): LesionState | undefined {
    const name = (['size', 'sizeMillimetres', 'sizeCentimetres'] as const).find(
      (each) => this.place(each) !== undefined,
    );
    const unit = this.#unit();
    if (name === undefined || unit === null) return undefined;
    const text = this.text(name);
    if (text === '')
      return this.refuse(
        name,
        "the size is empty; write 'not assessed' where the lesion was not looked at and 'absent' where it is gone",
      );
    const reading = readLesionSize(text, unit);
    return reading.ok ? reading.state : this.refuse(name, reading.message, 'unparsable-quantity');
  }

  number(name: LesionColumn): number | undefined | null {
    const text = this.text(name);
    if (text === '') return undefined;
    const value = Number(text);
    if (Number.isFinite(value) && value >= 0) return value;
    this.refuse(name, `"${text.slice(0, 40)}" is no number that is at least 0; write it without its unit`);
    return null;
  }

  date(name: 'day' | 'date' | 'start'): PatientDate | undefined {
    const text = this.text(name);
    const parsed = parsePatientDate(name === 'day' && /^[+-]?\d+$/.test(text) ? `day ${text}` : text);
    return parsed.ok ? parsed.value : this.refuse(name, parsed.message, parsed.code);
  }

  method(): LesionMethod | undefined | null {
    const text = this.text('method');
    if (text === '') return undefined;
    const found = lesionMethods.find((each) => each.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return found;
    this.refuse(
      'method',
      `"${text.slice(0, 40)}" is no method that is known; write ${lesionMethods.join(', ')}`,
    );
    return null;
  }

  traits(): LesionTraits | undefined {
    const cystic = this.answer('cystic');
    const method = this.method();
    const slice = this.number('slice');
    const irradiated = this.text('irradiated').toLowerCase();
    const softTissue = this.text('softTissue').toLowerCase();
    const component = softTissue === 'none' ? undefined : this.number('softTissue');
    if (cystic === null || method === null || slice === null || component === null) return undefined;
    const field = fields.get(irradiated);
    if (irradiated !== '' && field === undefined)
      return this.refuse(
        'irradiated',
        `"${irradiated.slice(0, 40)}" is not read; write no, yes, or progressed where it has grown since`,
      );
    return {
      ...(cystic === undefined ? {} : { isCystic: cystic }),
      ...(method === undefined ? {} : { method }),
      ...(slice === undefined ? {} : { sliceMillimetres: slice }),
      ...(field === undefined ? {} : { irradiated: field }),
      ...(softTissue === 'none' ? { boneSoftTissueMillimetres: null } : {}),
      ...(component === undefined ? {} : { boneSoftTissueMillimetres: component }),
    };
  }
}
