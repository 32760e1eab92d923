/** Studies with what papers printed of them, which the compiled library keeps apart. */
import type { Study } from '../study.ts';
import type { PrintedResults } from './printed-value.ts';

/** Printed results of one study. */
export interface PrintedOfStudy {
  readonly study: string;
  readonly results: PrintedResults;
}

/** Every study, with its printed results where there are any. */
export function withPrinted(studies: readonly Study[], printed: readonly PrintedOfStudy[]): readonly Study[] {
  const results = new Map(printed.map((each) => [each.study, each.results]));
  return studies.map((study) => {
    const own = results.get(study.id);
    return own === undefined ? study : { ...study, printed: own };
  });
}
