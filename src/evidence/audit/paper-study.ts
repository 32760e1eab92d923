/** The studies of a paper as the checks of the paper see them. */
import type { Paper } from '../paper.ts';
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { type AuditFinding, finding } from './finding.ts';

/** A study with its values that one paper prints. */
export interface OfStudy {
  readonly study: Study;
  readonly here: readonly PrintedValue[];
}

/** The studies of which a paper prints values. */
export function studiesIn(paper: Paper, studies: readonly Study[]): readonly OfStudy[] {
  return studies.flatMap((study): OfStudy[] => {
    const here = (study.printed?.values ?? []).filter(({ place }) => place.document === paper.id);
    return here.length === 0 ? [] : [{ study, here }];
  });
}

/** A finding on the paper as a document. */
export const tell = (
  paper: Paper,
  told: Omit<Parameters<typeof finding>[0], 'study' | 'group'>,
): AuditFinding => finding({ study: `paper-${paper.id}`, group: 'document', ...told });
