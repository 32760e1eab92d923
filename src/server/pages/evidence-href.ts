/** Where a citation of a report leads: the page of its study, at the value, the patients or the finding that is cited. */
import type { EvidencePart } from '../../report/index.ts';
import { countAnchor, findingAnchor, measureAnchor, studyHref } from './evidence-words.ts';

/** The address on this server. */
export function evidenceHref(cited: EvidencePart): string {
  const page = studyHref(cited.study);
  switch (cited.part) {
    case 'study':
      return page;
    case 'count':
      return `${page}#${countAnchor(cited.number - 1)}`;
    case 'measure':
      return `${page}#${measureAnchor(cited.number - 1)}`;
    case 'patients':
      return `${page}#patients`;
    case 'audit':
      return `${page}#audit`;
    case 'finding':
      return `${page}#${encodeURIComponent(findingAnchor(cited.finding))}`;
  }
}
