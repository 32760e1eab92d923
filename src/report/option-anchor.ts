/** The anchor of an option in the report. */
import type { WeighedOption } from '../options/index.ts';

/** `option-imatinib`. */
export const optionAnchor = (option: WeighedOption): string => `option-${option.definition.id}`;
