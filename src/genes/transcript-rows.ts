/** Every transcript held, gene by gene. Written by scripts/import/gene-models.ts; not edited by hand. */
import type { TranscriptRow } from './transcript.ts';
import { transcriptsAlk } from './transcripts-alk.ts';
import { transcriptsBraf } from './transcripts-braf.ts';
import { transcriptsEgfr } from './transcripts-egfr.ts';
import { transcriptsEtv6 } from './transcripts-etv6.ts';
import { transcriptsKit } from './transcripts-kit.ts';
import { transcriptsKras } from './transcripts-kras.ts';
import { transcriptsNf1 } from './transcripts-nf1.ts';
import { transcriptsNtrk1 } from './transcripts-ntrk1.ts';
import { transcriptsNtrk3 } from './transcripts-ntrk3.ts';
import { transcriptsRet } from './transcripts-ret.ts';
import { transcriptsRos1 } from './transcripts-ros1.ts';
import { transcriptsTp53 } from './transcripts-tp53.ts';

export const transcriptRows: readonly TranscriptRow[] = [
  ...transcriptsAlk,
  ...transcriptsBraf,
  ...transcriptsEgfr,
  ...transcriptsEtv6,
  ...transcriptsKit,
  ...transcriptsKras,
  ...transcriptsNf1,
  ...transcriptsNtrk1,
  ...transcriptsNtrk3,
  ...transcriptsRet,
  ...transcriptsRos1,
  ...transcriptsTp53,
];
