/** Whether the reference sequence and the prefix belong together, and whether the reference says its version. */
import type { Issue } from '../../reading/index.ts';
import { ruleIssue } from './hgvs-rule.ts';
import type { Accession, HgvsReference, SequenceType } from './hgvs-variant.ts';
import { accessionText, referenceText } from './print-reference.ts';

/** Accession prefixes of RefSeq, LRG and Ensembl, with the descriptions that each can carry. */
const families: readonly { readonly pattern: RegExp; readonly name: string; readonly types: string }[] = [
  { pattern: /^NC_012920/, name: 'the mitochondrial genome', types: 'mg' },
  { pattern: /^(?:NC|AC|NG|NT|NW)_\d|^LRG_\d+$|^ENSG\d/, name: 'a genomic sequence', types: 'gmo' },
  { pattern: /^[NX]M_\d/, name: 'a coding transcript', types: 'cnr' },
  { pattern: /^[NX]R_\d/, name: 'a non-coding transcript', types: 'nr' },
  { pattern: /^LRG_\d+t\d|^ENST\d/, name: 'a transcript', types: 'cnr' },
  { pattern: /^[NXYA]P_\d|^LRG_\d+p\d|^ENSP\d/, name: 'a protein', types: 'p' },
];

function familyOf({ id }: Accession): (typeof families)[number] | undefined {
  return families.find(({ pattern }) => pattern.test(id));
}

function versionIssues(accession: Accession): Issue[] {
  const isVersioned = accession.version !== undefined || accession.id.startsWith('LRG_');
  if (isVersioned) return [];
  return familyOf(accession) === undefined
    ? [
        ruleIssue(
          'warning',
          `${accession.id} is no accession that is known here. Name the reference sequence with its version, such as NM_000222.3.`,
        ),
      ]
    : [
        ruleIssue(
          'warning',
          `${accession.id} lacks its version, without which positions are not certain. Write it, such as NM_000222.3.`,
        ),
      ];
}

/** What is wrong with the reference of a description. */
export function referenceIssues(reference: HgvsReference, type: SequenceType): readonly Issue[] {
  const numbered = reference.within ?? reference.accession;
  const family = familyOf(numbered);
  const versions = [
    reference.accession,
    ...(reference.within === undefined ? [] : [reference.within]),
  ].flatMap(versionIssues);
  if (family === undefined || family.types.includes(type)) return versions;
  const remedy =
    type === 'c' && family.types.includes('g')
      ? `Add the transcript in parentheses, such as ${accessionText(reference.accession)}(NM_000222.3)`
      : `Correct the prefix or the accession`;
  return [
    ...versions,
    ruleIssue(
      'error',
      `${referenceText(reference)} is ${family.name}, on which ${type}. does not count. ${remedy}.`,
    ),
  ];
}
