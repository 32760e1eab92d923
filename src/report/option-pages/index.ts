/** The options in full, in the order of the front page. */
import type { Section } from '../document.ts';
import type { ReportContext } from '../report-input.ts';
import { line } from '../span.ts';
import { optionGroup } from './option-group.ts';

/** Every option in full. */
export function optionsInFullSection(context: ReportContext): Section {
  const { options } = context.board;
  return {
    id: 'options-in-full',
    part: 'options',
    title: 'Options in full',
    blocks:
      options.length === 0
        ? [{ kind: 'paragraph', ...line('No option of the library comes into question.') }]
        : options.map((option, index) => optionGroup(option, index + 1, context)),
  };
}
