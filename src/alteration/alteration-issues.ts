/** What the reader says about a finding: one place for the wording. */
import type { Issue } from '../reading/index.ts';
import type { ReferenceCheck } from './alteration.ts';

/** Shown of a text that could not be read. */
const longestQuote = 60;

const quote = (text: string): string =>
  `"${text.length > longestQuote ? `${text.slice(0, longestQuote)}...` : text}"`;

const examples =
  'Write for example "KIT V560del", "KIT c.1679_1681del", "MET amplification" or "ETV6::NTRK3".';

/** The text as a whole says no finding. */
export function unparsable(text: string, why: string): Issue {
  return {
    code: 'unparsable-alteration',
    severity: 'error',
    message: `${quote(text)} could not be read as a molecular finding: ${why} ${examples}`,
  };
}

/** No gene is named, in the text or beside it. */
export function geneMissing(text: string): Issue {
  return {
    code: 'gene-unknown',
    severity: 'error',
    message: `${quote(text)} names no gene. Write the gene's symbol in front of it or in the field for the gene.`,
  };
}

/** What stands in the field for the gene has not the form of a symbol. */
export function notASymbol(given: string): Issue {
  return {
    code: 'gene-unknown',
    severity: 'error',
    message: `${quote(given)} is not the symbol of a gene, nor two symbols joined by "::". Write the symbol approved by HGNC.`,
  };
}

/** The gene is not in the catalogue: the finding is kept, nothing about it is checked. */
export function geneNotModelled(gene: string): Issue {
  return {
    code: 'gene-unknown',
    severity: 'warning',
    message: `${quote(gene)} is not in the gene catalogue: the finding is kept, but its residues and exons are not checked. Compare the symbol with HGNC.`,
  };
}

/** Only a sequence or a coordinate is named, and the gene on it is not known here. */
export function geneNotNamed(sequence: string): Issue {
  return {
    code: 'gene-unknown',
    severity: 'warning',
    message: `Only ${quote(sequence)} is named, and its gene is not known here: the change is kept and matches no gene. Write the gene's symbol beside it.`,
  };
}

/** The gene in the text is not the gene beside it. */
export function genesDiffer(inText: string, beside: string): Issue {
  return {
    code: 'notation-disagreement',
    severity: 'error',
    message: `The finding names ${inText}, the field for the gene says ${beside}. Correct the one that is wrong.`,
  };
}

/** The printed reference does not stand at the printed position. */
export function referenceMismatch(printed: string, why: string, check: ReferenceCheck): Issue {
  const suggestions = check.status === 'mismatch' ? check.suggestions : [];
  const meant = suggestions.map(({ text, because }) => `${text} (${because})`).join(' or ');
  return {
    code: 'reference-mismatch',
    severity: 'warning',
    message:
      `${printed}: ${why}. The finding is kept as printed and matches no exact variant. ` +
      `${meant === '' ? '' : `Perhaps ${meant} was meant. `}Ask the laboratory.`,
  };
}

/** Two notations, or a notation and an exon, do not fit. */
export function disagreement(message: string): Issue {
  return { code: 'notation-disagreement', severity: 'warning', message };
}

/** A notation that fits more than one event. */
export function ambiguous(message: string): Issue {
  return { code: 'notation-ambiguous', severity: 'warning', message };
}
