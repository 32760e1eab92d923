/**
 * Expression of a gene in a sentence: "KIT overexpression", "high expression of DLL3", "MGMT mRNA was reduced". Where the
 * sentence speaks of immunohistochemistry, it is the result of a stain.
 */
import type { SingleNotation } from '../notation.ts';
import { readSingle } from '../read-single.ts';
import type { Stretch } from './clauses.ts';
import type { GeneAt } from './genes-in-text.ts';

/** Expression of a gene at a place. */
export interface ExpressionAt extends Stretch {
  readonly subject: string;
  readonly notation?: SingleNotation;
  readonly means: string;
  /** The words themselves say that the gene is not expressed. */
  readonly saysAbsent: boolean;
}

const level =
  '(?:(?:over|under|high|higher|low|lower|increased|decreased|reduced|elevated|strong|weak|diffuse|aberrant|loss of|lack of|absence of|absent)[- ]?)?';
const ahead = new RegExp(
  `(?<![A-Za-z])(?<level>${level})(?:m?rna |protein |gene |nuclear )*expression (?:level )?of (?:the )?(?:[a-z-]+ ){0,2}\\(?$`,
  'i',
);
const spelledBefore = new RegExp(
  `(?<![A-Za-z])(?<level>${level})(?:m?rna |protein |gene |nuclear )*expression of (?:the )?[A-Za-z0-9-]+(?: [A-Za-z0-9-]+){0,3} \\($`,
  'i',
);
const behind =
  /^\)?[ -](?:m?rna |protein |gene )*(?:(?<level>over|under|high|low|increased|reduced|loss of|lost|absent)[- ]?)?express(?:ion|ed)\b|^[ -](?<state>over|under)express(?:ion|ed)\b/i;

const isOver = (word: string): boolean => /over|high|increased|elevated|strong|diffuse/i.test(word);
const isUnder = (word: string): boolean => /under|low|reduced|decreased|weak/i.test(word);
const isNone = (word: string): boolean => /loss|lost|lack|absen/i.test(word);

/** What a sentence says of the expression of the genes it names. */
export function expressionsIn(text: string, genes: readonly GeneAt[]): readonly ExpressionAt[] {
  return genes.flatMap((gene): readonly ExpressionAt[] => {
    const front = text.slice(Math.max(0, gene.start - 90), gene.start);
    const before = ahead.exec(front) ?? spelledBefore.exec(front);
    const after = behind.exec(text.slice(gene.end, gene.end + 40));
    if (before === null && after === null) return [];
    const word = before?.groups?.['level'] ?? after?.groups?.['level'] ?? after?.groups?.['state'] ?? '';
    const means = isNone(word)
      ? 'loss of expression'
      : isOver(word)
        ? 'overexpression'
        : isUnder(word)
          ? 'underexpression'
          : 'expression';
    const { value } = readSingle(`${gene.gene} ${means}`);
    return [
      {
        start: before === null ? gene.start : gene.start - before[0].length,
        end: after === null ? gene.end : gene.end + after[0].length,
        subject: gene.gene,
        ...(value?.kind === 'expression' ? { notation: value } : {}),
        means,
        saysAbsent: isNone(word),
      },
    ];
  });
}
