/** Rules for protein changes that the grammar cannot hold. */
import type { Issue } from '../../reading/index.ts';
import { ruleIssue } from './hgvs-rule.ts';
import { styleOf } from './print-options.ts';
import { proteinDescriptionText } from './print-protein-description.ts';
import type { ProteinDescription, ProteinEdit, ProteinInterval } from './protein-description.ts';
import { stop } from './residue-codes.ts';

const style = styleOf(undefined);

function intervalIssues({ start, end }: ProteinInterval, text: string): Issue[] {
  if (start.position === 0 || end?.position === 0)
    return [ruleIssue('error', `${text}: there is no amino acid 0. Positions count from 1.`)];
  if (end === undefined || end.position > start.position) return [];
  return end.position === start.position
    ? [ruleIssue('error', `${text} names one position twice. Write it once.`)]
    : [ruleIssue('error', `${text} ends before it starts. Write the first amino acid first.`)];
}

function substitutionIssues(to: string, { start, end }: ProteinInterval, text: string): Issue[] {
  if (end !== undefined)
    return [ruleIssue('error', `${text}: a substitution has one position. For a range write delins.`)];
  if (to === start.residue)
    return [ruleIssue('warning', `${text} changes nothing. Write = for a residue that stays.`)];
  if (start.residue === stop)
    return [
      ruleIssue(
        'warning',
        `${text}: a changed stop makes the protein longer. Write the extension, such as Ter110GlnextTer17.`,
      ),
    ];
  if (start.position === 1)
    return [
      ruleIssue(
        'warning',
        `${text}: without its start codon the protein is not made as before. Write Met1? or 0.`,
      ),
    ];
  return [];
}

function frameshiftIssues(
  edit: ProteinEdit & { readonly kind: 'frameshift' },
  { start, end }: ProteinInterval,
  text: string,
): Issue[] {
  if (end !== undefined)
    return [ruleIssue('error', `${text}: a frameshift is named by the first amino acid that changes alone.`)];
  if (edit.to === stop || edit.stop === 1)
    return [
      ruleIssue(
        'error',
        `${text}: where the first changed amino acid is a stop, write the nonsense change (Ter), not fs.`,
      ),
    ];
  if (edit.stop === 0)
    return [
      ruleIssue('error', `${text}: the distance to the stop counts the first changed amino acid as 1.`),
    ];
  if (edit.to === start.residue)
    return [
      ruleIssue(
        'error',
        `${text}: the amino acid named stays the same. Begin at the first one that changes.`,
      ),
    ];
  return [];
}

function extensionIssues(
  edit: ProteinEdit & { readonly kind: 'extension' },
  { start, end }: ProteinInterval,
  text: string,
): Issue[] {
  if (end !== undefined) return [ruleIssue('error', `${text}: an extension has one position.`)];
  if (start.residue === stop) {
    if (edit.terminus === 'N' || edit.to === stop)
      return [
        ruleIssue(
          'error',
          `${text}: beyond a stop the protein is extended to a new stop. Write extTer and the distance.`,
        ),
      ];
    return [];
  }
  if (start.position === 1 && edit.terminus !== 'C') return [];
  return [
    ruleIssue(
      'error',
      `${text}: a protein is extended at its stop (Ter110GlnextTer17) or at its start (Met1ext-5).`,
    ),
  ];
}

function insertionIssues({ start, end, isUncertain }: ProteinInterval, text: string): Issue[] {
  if (isUncertain || end?.position === start.position + 1) return [];
  return [
    ruleIssue(
      'error',
      `${text}: an insertion stands between two neighbours (Lys23_Ala24insPro). For a range that is replaced write delins.`,
    ),
  ];
}

function delinsIssues(
  edit: ProteinEdit & { readonly kind: 'delins' },
  { start, end }: ProteinInterval,
  text: string,
): Issue[] {
  if (typeof edit.inserted !== 'string') return [];
  if (edit.inserted.startsWith(stop))
    return [
      ruleIssue(
        'warning',
        `${text}: a stop at once is a nonsense change. Write it as a substitution by Ter.`,
      ),
    ];
  if (end !== undefined || edit.inserted.length > 1) return [];
  return edit.inserted === start.residue
    ? [ruleIssue('error', `${text} changes nothing. Write = for a residue that stays.`)]
    : [ruleIssue('warning', `${text}: one amino acid for one is a substitution. Write it so.`)];
}

function editIssues(edit: ProteinEdit, interval: ProteinInterval, text: string): Issue[] {
  switch (edit.kind) {
    case 'substitution':
      return substitutionIssues(edit.to, interval, text);
    case 'insertion':
      return insertionIssues(interval, text);
    case 'delins':
      return delinsIssues(edit, interval, text);
    case 'frameshift':
      return frameshiftIssues(edit, interval, text);
    case 'extension':
      return extensionIssues(edit, interval, text);
    case 'mixture':
      return edit.of.flatMap((each) => editIssues(each, interval, text));
    case 'anyOf':
      return edit.residues.flatMap((to) => substitutionIssues(to, interval, text));
    case 'deletion':
    case 'duplication':
    case 'repeat':
    case 'identity':
    case 'unknown':
    case 'absent':
      return [];
  }
}

/** What is wrong with one change of a protein. */
export function proteinIssues(change: ProteinDescription): readonly Issue[] {
  if (change.interval === undefined) return [];
  const text = `p.${proteinDescriptionText(change, style)}`;
  const places = intervalIssues(change.interval, text);
  return places.length > 0 ? places : editIssues(change.edit, change.interval, text);
}
