/**
 * Exons against 1.7 million annotated calls of TCGA, which were annotated without these tables: where a substitution
 * names a codon, its genomic position has to lie in that codon on a transcript that is held, and the residue that it
 * replaces has to be the one that is held.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  allGenes,
  codingOfGenomicPosition,
  codonOfBase,
  geneOf,
  residueAt,
  transcriptOnBuild,
} from './index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const data = process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data');
const path = join(data, 'cohorts', 'tcga-pancan', 'mutations.tsv.gz');

/** Genes whose calls were annotated on an isoform that is not held. */
const onOtherIsoforms: ReadonlySet<string> = new Set(['FGFR1', 'RUNX1', 'TPM3']);

test('every call on a gene with exons on GRCh37 lies in the codon that it names', {
  skip: existsSync(path) ? false : `${path} is absent`,
}, () => {
  const placed = new Map(
    allGenes()
      .filter((gene) => gene.transcripts.some((each) => transcriptOnBuild(each, 'GRCh37') !== undefined))
      .map((gene) => [gene.symbol, { gene, calls: 0, agree: 0 }]),
  );
  const wrongResidues: string[] = [];
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    const [symbol = '', chromosome = '', position, , , type, , , , protein = ''] = line.split('\t');
    const row = placed.get(symbol);
    if (row === undefined || type !== 'SNP') continue;
    const [, residue, codon] = /^p\.([A-Z])(\d+)[A-Z*=]$/.exec(protein) ?? [];
    if (residue === undefined || residue === 'X' || codon === undefined) continue;
    const at = {
      build: 'GRCh37' as const,
      chromosome: chromosome === '23' ? 'X' : chromosome,
      position: Number(position),
    };
    const base = codingOfGenomicPosition(row.gene, at);
    const isThere = base.kind === 'known' && codonOfBase(base.value) === Number(codon);
    row.calls += 1;
    if (!isThere) continue;
    row.agree += 1;
    const held = residueAt(row.gene, Number(codon));
    if (held.kind === 'known' && held.value !== residue) wrongResidues.push(`${symbol} ${protein}`);
  }
  for (const { gene, calls, agree } of placed.values()) {
    assert.ok(calls > 30, `${gene.symbol}: only ${calls} calls`);
    if (!onOtherIsoforms.has(gene.symbol)) assert.equal(agree, calls, gene.symbol);
  }
  assert.deepEqual(wrongResidues, []);
});

test('a position on another chromosome or between exons has no coding base', () => {
  const kit = geneOf('KIT');
  assert.ok(kit !== undefined);
  assert.deepEqual(
    codingOfGenomicPosition(kit, { build: 'GRCh37', chromosome: 'chr4', position: 55599321 }),
    {
      kind: 'known',
      value: 2447,
    },
  );
  assert.deepEqual(codingOfGenomicPosition(kit, { build: 'GRCh37', chromosome: '5', position: 55599321 }), {
    kind: 'unknown',
    reason: 'outside',
  });
});
