/**
 * Names that look like a drug and are refused: they name a tracer for imaging, or fit a treatment and something
 * else. The message says what to write instead.
 */
import { nameKey } from './printed-name.ts';

const imaging = 'names a tracer for imaging, not a treatment; record it with the imaging';
const radionuclide = (use: string): string =>
  `names a radionuclide that is ${use}; write the whole treatment`;

const refused: readonly (readonly [reason: string, ...names: readonly string[]])[] = [
  [
    imaging,
    'Octreoscan',
    'Indium-111 octreotide scan',
    'In-111 octreotide',
    '111In-pentetreotide',
    'In-111 pentetreotide',
  ],
  [
    imaging,
    'gallium-68',
    '68Ga',
    '68Ga-dotatate',
    'Ga-68 dotatate',
    '68Ga-DOTATOC',
    '64Cu-dotatate',
    'FDG',
    '18F-FDG',
  ],
  [
    radionuclide('used for PRRT and for radioembolisation of the liver'),
    'yttrium-90',
    'yttrium-90 (90Y)',
    '90Y',
    'Y-90',
    'Y90',
  ],
  [radionuclide('used for imaging and for PRRT'), 'indium-111', 'indium-111 (111In)', '111In', 'In-111'],
  [
    'names a peptide that carries gallium-68 or copper-64 for imaging and lutetium-177 or actinium-225 for treatment; write the radionuclide',
    'dotatate',
    'DOTA-TATE',
    'dotatoc',
    'edotreotide',
  ],
];

const reasons = new Map<string, string>(
  refused.flatMap(([reason, ...names]) => names.map((name) => [nameKey(name), reason] as const)),
);

/** Why a name is refused, to follow the name in a sentence; undefined when it is not one of these. */
export function reasonUnread(text: string): string | undefined {
  return reasons.get(nameKey(text));
}
