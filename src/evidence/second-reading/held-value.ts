/** A printed value of the library as a second reading is compared with: one record of one shape for every quantity. */
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';

/** One value that the library holds of a paper. */
export interface HeldValue {
  readonly study: string;
  readonly group: string;
  /** Words of the group and of its arm. */
  readonly groupWords: string;
  readonly what: PrintedValue['what'];
  /** Term, name of the fact, or what is compared. */
  readonly about: string;
  readonly value: string;
  readonly interval: string;
  readonly words: string;
  readonly paper: string;
  readonly lines: string;
}

function aboutOf(value: PrintedValue): string {
  if ('term' in value) return 'grades' in value ? `${value.term} grade ${value.grades ?? ''}` : value.term;
  if ('name' in value) return value.name;
  return 'of' in value ? value.of : '';
}

/** Every value that studies print in a paper, with lines; a comparison counts as a fact in words. */
export function heldValues(studies: readonly Study[], paper: string): readonly HeldValue[] {
  return studies.flatMap(({ id, printed }) => {
    const groups = new Map((printed?.groups ?? []).map((group) => [group.id, group.words]));
    const comparisons = (printed?.comparisons ?? []).flatMap(
      ({ of, concludes, between, place }): HeldValue[] => {
        if (place.document !== paper || place.lines === undefined) return [];
        const said = { what: 'fact', about: of, value: place.text ?? concludes, interval: '' } as const;
        const group = { group: between[0] ?? 'all', groupWords: between.join(' v ') };
        return [{ study: id, ...group, ...said, words: place.text ?? '', paper, lines: place.lines }];
      },
    );
    const values = (printed?.values ?? []).flatMap((value): HeldValue[] => {
      const { place } = value;
      if (place.document !== paper || place.lines === undefined) return [];
      return [
        {
          study: id,
          group: value.group,
          groupWords: groups.get(value.group) ?? value.group,
          what: value.what,
          about: aboutOf(value),
          value: value.value,
          interval: 'interval' in value ? (value.interval ?? '') : '',
          words: place.text ?? '',
          paper,
          lines: place.lines,
        },
      ];
    });
    return [...values, ...comparisons];
  });
}
