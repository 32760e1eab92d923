/**
 * Immunohistochemical stains by the names that pathology reports use. Several are also genes; the words around them
 * decide whether the protein or the gene is meant.
 */
import { geneOf } from '../../genes/index.ts';

/** A stain and the names under which it is written. */
interface Stain {
  readonly name: string;
  /** The gene whose sequence may be meant by the same word. */
  readonly gene?: string;
  readonly words: string;
}

const stains: readonly Stain[] = [
  { name: 'synaptophysin', words: 'synaptophysin(?:e)?|synapto|syp|syn' },
  { name: 'chromogranin A', words: '(?:chromogranin(?:[ -]?a)?|chromo|cga)(?! ?-? ?level)' },
  { name: 'CD56', words: 'cd ?56|ncam(?:-?1)?' },
  { name: 'INSM1', words: 'insm-?1' },
  { name: 'NSE', words: 'nse|neuron[- ]specific enolase' },
  { name: 'TTF1', words: 'ttf-?1|thyroid transcription factor[- ]?1' },
  { name: 'CDX2', words: 'cdx-?2' },
  { name: 'Islet1', words: 'isl(?:et)?-?1' },
  { name: 'PAX8', words: 'pax-?8' },
  { name: 'PAX6', words: 'pax-?6' },
  { name: 'SATB2', words: 'satb-?2' },
  { name: 'PDX1', words: 'pdx-?1' },
  { name: 'GATA3', words: 'gata-?3' },
  { name: 'SOX10', words: 'sox-?10' },
  { name: 'S100', words: 's-?100(?: protein)?(?!p|\\d)' },
  { name: 'HMB45', words: 'hmb-?45' },
  { name: 'Melan-A', words: 'melan[- ]?a|mart-?1' },
  { name: 'DOG1', words: 'dog-?1' },
  { name: 'KIT', gene: 'KIT', words: 'cd ?117|c-?kit(?! exon)' },
  { name: 'CD34', words: 'cd ?34' },
  { name: 'CD45', words: 'cd ?45|lca' },
  { name: 'CD20', words: 'cd ?20' },
  { name: 'CD3', words: 'cd ?3' },
  { name: 'CD30', words: 'cd ?30' },
  { name: 'CD99', words: 'cd ?99' },
  { name: 'CD5', words: 'cd ?5' },
  { name: 'CD10', words: 'cd ?10' },
  { name: 'CD44', words: 'cd ?44' },
  { name: 'CD68', words: 'cd ?68' },
  { name: 'CD163', words: 'cd ?163' },
  { name: 'CD138', words: 'cd ?138' },
  { name: 'CD31', words: 'cd ?31' },
  { name: 'CD8', words: 'cd ?8' },
  { name: 'desmin', words: 'desmin' },
  { name: 'SMA', words: 'sma|smooth muscle actin|alpha-?sma' },
  { name: 'vimentin', words: 'vimentin' },
  { name: 'villin', words: 'villin' },
  { name: 'mammaglobin', words: 'mammaglobin' },
  { name: 'NR4A3', gene: 'NR4A3', words: 'nr4a3' },
  { name: 'NKX2.2', words: 'nkx2[.-]2' },
  { name: 'MYB', gene: 'MYB', words: 'myb' },
  { name: 'OTP', words: 'otp' },
  { name: 'CAM5.2', words: 'cam ?5\\.2' },
  { name: 'CDH17', words: 'cdh-?17' },
  { name: 'caldesmon', words: '(?:h-?)?caldesmon' },
  { name: 'myogenin', words: 'myogenin' },
  { name: 'MyoD1', words: 'myo-?d1' },
  { name: 'CD1a', words: 'cd ?1a' },
  { name: 'CD4', words: 'cd ?4' },
  { name: 'CD79a', words: 'cd ?79a' },
  { name: 'PLAP', words: 'plap' },
  { name: 'podoplanin', words: 'podoplanin|d2-?40' },
  { name: 'claudin-4', words: 'claudin[- ]?4' },
  { name: 'claudin-18.2', words: 'claudin[- ]?18(?:\\.2)?' },
  { name: 'MUC2', words: 'muc-?2' },
  { name: 'MUC5AC', words: 'muc-?5ac' },
  { name: 'CA19-9', words: 'ca ?19-9(?! level)' },
  { name: 'vasoactive intestinal peptide', words: 'vasoactive intestinal (?:poly)?peptide|vip' },
  { name: 'pancreatic polypeptide', words: 'pancreatic polypeptide' },
  { name: 'ACTH', words: 'acth(?! level)' },
  { name: 'p27', words: 'p27(?:kip1)?' },
  { name: 'H3K27me3', words: 'h3k27me3' },
  { name: 'fumarate hydratase', words: 'fumarate hydratase' },
  { name: 'TdT', words: 'tdt' },
  { name: 'NeuroD1', words: 'neuro-?d1' },
  { name: 'CD57', words: 'cd ?57|leu-?7' },
  { name: 'PGP9.5', words: 'pgp ?9\\.5' },
  { name: 'CK7', words: '(?:ck|cytokeratin|keratin)[ -]?7' },
  { name: 'CK20', words: '(?:ck|cytokeratin|keratin)[ -]?20' },
  { name: 'CK19', words: '(?:ck|cytokeratin|keratin)[ -]?19' },
  { name: 'CK5/6', words: '(?:ck|cytokeratin|keratin)[ -]?5(?:/6)?' },
  { name: 'CK8/18', words: '(?:ck|cytokeratin|keratin)[ -]?8/18' },
  { name: 'CK8', words: '(?:ck|cytokeratin|keratin)[ -]?8' },
  { name: 'CK18', words: '(?:ck|cytokeratin|keratin)[ -]?18' },
  { name: 'AE1/AE3', words: '(?:ck ?|cytokeratin ?|keratin ?)?ae1[ /]+(?:ae)?3' },
  {
    name: 'pancytokeratin',
    words: 'pan-?(?:cyto)?keratin|(?:broad[- ]spectrum )?cytokeratins?|mnf-?116|keratins?',
  },
  { name: 'EMA', words: 'ema|epithelial membrane antigen' },
  { name: 'p63', words: 'p63' },
  { name: 'p40', words: 'p40' },
  { name: 'CEA', words: '(?:monoclonal |polyclonal )?cea(?! level)' },
  { name: 'calcitonin', words: 'calcitonin(?! level)' },
  { name: 'thyroglobulin', words: 'thyroglobulin' },
  { name: 'PTH', words: 'parathormone' },
  { name: 'serotonin', words: 'serotonin' },
  { name: 'gastrin', words: 'gastrin(?!oma)' },
  { name: 'insulin', words: 'insulin(?!oma)' },
  { name: 'glucagon', words: 'glucagon(?!oma)' },
  { name: 'somatostatin', words: 'somatostatin(?![ -]?(?:receptor|analog))' },
  { name: 'SSTR2', gene: 'SSTR2', words: 'sst(?:r)?-?2a?|somatostatin receptor(?: type)? 2a?' },
  { name: 'SSTR5', words: 'sst(?:r)?-?5' },
  { name: 'MCPyV', words: 'mcpyv|cm2b4|merkel cell polyomavirus(?: large t antigen)?' },
  { name: 'p53', gene: 'TP53', words: 'p53|tp53' },
  { name: 'Rb', gene: 'RB1', words: 'rb-?1?|retinoblastoma protein|prb' },
  { name: 'p16', gene: 'CDKN2A', words: 'p16(?:ink4a)?' },
  { name: 'DAXX', gene: 'DAXX', words: 'daxx' },
  { name: 'ATRX', gene: 'ATRX', words: 'atrx' },
  { name: 'menin', gene: 'MEN1', words: 'menin' },
  { name: 'MLH1', gene: 'MLH1', words: 'mlh-?1' },
  { name: 'MSH2', gene: 'MSH2', words: 'msh-?2' },
  { name: 'MSH6', gene: 'MSH6', words: 'msh-?6' },
  { name: 'PMS2', gene: 'PMS2', words: 'pms-?2' },
  { name: 'SDHB', gene: 'SDHB', words: 'sdhb' },
  { name: 'SDHA', gene: 'SDHA', words: 'sdha' },
  { name: 'BAP1', gene: 'BAP1', words: 'bap-?1' },
  { name: 'SMAD4', gene: 'SMAD4', words: 'smad-?4|dpc-?4' },
  { name: 'BRG1', gene: 'SMARCA4', words: 'brg-?1|smarca-?4' },
  { name: 'INI1', gene: 'SMARCB1', words: 'ini-?1|smarcb-?1' },
  { name: 'beta-catenin', words: '(?:beta|\u03b2)[ -]?catenin' },
  { name: 'E-cadherin', words: 'e-?cadherin' },
  { name: 'ALK', gene: 'ALK', words: 'alk(?:-?1)?(?: ?\\(d5f3\\))?' },
  { name: 'ROS1', gene: 'ROS1', words: 'ros-?1' },
  { name: 'pan-TRK', words: 'pan-?trk' },
  { name: 'DLL3', gene: 'DLL3', words: 'dll-?3' },
  { name: 'BRAF V600E', words: 'braf v600e \\(?ve1\\)?|ve1' },
  { name: 'ER', words: 'er|estrogen receptors?|oestrogen receptors?' },
  { name: 'PR', words: 'pr|pgr|progesterone receptors?' },
  { name: 'AR', words: 'androgen receptor' },
  { name: 'PSA', words: 'psa(?! level)' },
  { name: 'NKX3.1', words: 'nkx3\\.1' },
  { name: 'WT1', gene: 'WT1', words: 'wt-?1' },
  { name: 'inhibin', words: 'inhibin' },
  { name: 'calretinin', words: 'calretinin' },
  { name: 'OCT4', words: 'oct-?3?/?4' },
  { name: 'SALL4', words: 'sall-?4' },
  { name: 'AFP', words: 'afp(?! level)' },
  { name: 'beta-hCG', words: '(?:beta|\u03b2)-?hcg' },
  { name: 'HepPar1', words: 'hep-?par-?1' },
  { name: 'arginase-1', words: 'arginase-?1' },
  { name: 'napsin A', words: 'napsin[- ]?a' },
  { name: 'trypsin', words: 'trypsin' },
  { name: 'BCL10', words: 'bcl-?10' },
  { name: 'MDM2', gene: 'MDM2', words: 'mdm-?2' },
  { name: 'CDK4', gene: 'CDK4', words: 'cdk-?4' },
  { name: 'STAT6', words: 'stat-?6' },
  { name: 'ERG', gene: 'ERG', words: 'erg' },
  { name: 'MUM1', words: 'mum-?1' },
  { name: 'TFE3', gene: 'TFE3', words: 'tfe-?3' },
  { name: 'VHL', gene: 'VHL', words: 'vhl' },
  { name: 'MGMT', gene: 'MGMT', words: 'mgmt' },
  { name: 'NUT', gene: 'NUTM1', words: 'nut(?: protein)?' },
  { name: 'PHOX2B', words: 'phox2b' },
  { name: 'GFAP', words: 'gfap' },
  { name: 'POU2F3', words: 'pou2f3' },
  { name: 'ASCL1', words: 'ascl-?1|mash-?1' },
  { name: 'YAP1', words: 'yap-?1' },
  { name: 'neurofilament', words: 'neurofilaments?' },
  { name: 'tyrosine hydroxylase', words: 'tyrosine hydroxylase' },
  { name: 'EGFR', gene: 'EGFR', words: 'egfr' },
  { name: 'PDGFRA', gene: 'PDGFRA', words: 'pdgfra' },
  { name: 'MET', gene: 'MET', words: 'c-?met' },
  { name: 'cyclin D1', gene: 'CCND1', words: 'cyclin ?d1' },
  { name: 'mTOR', gene: 'MTOR', words: 'p-?mtor' },
];

/** A stain named at a place. */
export interface StainAt {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly gene?: string;
  /** No stain that is known; it stands in a list of stains. */
  readonly isOfList?: true;
}

const finders = stains.map(({ words }) => `(?<![A-Za-z0-9/-])(?:${words})(?![A-Za-z0-9])`);
const anyStain = new RegExp(finders.map((finder, index) => `(?<s${index}>${finder})`).join('|'), 'gi');
/** Short names are words or other abbreviations in small letters. */
const inCapitalsOnly = new Set([
  'ER',
  'PR',
  'Rb',
  'NUT',
  'ERG',
  'EMA',
  'SMA',
  'CEA',
  'NSE',
  'PSA',
  'AFP',
  'ALK',
  'MET',
  'KIT',
  'VHL',
  'AR',
  'EGFR',
]);

/** Every stain that is named in a text. */
export function stainsIn(text: string): readonly StainAt[] {
  const found: StainAt[] = [];
  for (const match of text.matchAll(anyStain)) {
    const index = Object.entries(match.groups ?? {})
      .find(([, value]) => value !== undefined)?.[0]
      .slice(1);
    const stain = stains[Number(index)];
    if (stain === undefined) continue;
    const [word] = match;
    if (inCapitalsOnly.has(stain.name) && /^[a-z]{2,4}$/.test(word)) continue;
    found.push({
      start: match.index,
      end: match.index + word.length,
      name: stain.name,
      ...(stain.gene === undefined ? {} : { gene: stain.gene }),
    });
  }
  return found;
}

const unknownStain = /(?<![A-Za-z0-9/-])(?=[A-Z0-9-]*[A-Z])[A-Z][A-Z0-9]{1,7}(?:-\d{1,3})?(?![A-Za-z0-9])/g;
const betweenStains =
  /^(?:[\s,/&]|and|or|as well as|\([^()]{0,30}\)|(?<![A-Za-z0-9])[A-Z][A-Z0-9]{1,7}(?:-\d{1,3})?(?![A-Za-z0-9]))*$/;
const behindStains =
  /^(?:,? (?:and|or) |, )(?<name>[A-Z][A-Z0-9]{1,7}(?:-\d{1,3})?)(?![A-Za-z0-9-])(?! (?:mutat|gene|expression|cells|staining))/;
/** "TTF1 positive, XYZ negative": an unknown name with a stain's result behind a known stain with its own. */
const besideStain =
  /^[^.;\n]{0,40}?[,;] (?:and )?(?<name>[A-Z][A-Z0-9]{1,7}(?:-\d{1,3})?)(?=(?: (?:focally|weakly|strongly|diffusely))? (?:positive|negative)\b| ?\([+-]{1,3}\))/;
const noStain =
  /^(?:IHC|FISH|NOS|HPF|HPFS|NET|NEC|NEN|PCR|NGS|MIB|KI|WHO|DNA|RNA|CT|MRI|PET|FNA|NO|AND|OR|NOT|BUT|WITH)$/;

/**
 * The stains of a text with the unknown ones that stand in a list of at least two: "positive for synaptophysin, XYZ1 and
 * chromogranin".
 */
export function withUnknownStains(text: string, known: readonly StainAt[]): readonly StainAt[] {
  const found: StainAt[] = [];
  for (const [index, stain] of known.entries()) {
    const next = known[index + 1];
    if (next !== undefined && next.start - stain.end < 80) {
      const gap = text.slice(stain.end, next.start);
      if (!betweenStains.test(gap)) continue;
      for (const match of gap
        .replaceAll(/\([^()]*\)/g, (note) => ' '.repeat(note.length))
        .matchAll(unknownStain))
        if (!noStain.test(match[0])) {
          const start = stain.end + match.index;
          found.push({ start, end: start + match[0].length, name: match[0], isOfList: true });
        }
      continue;
    }
    const beside = besideStain.exec(text.slice(stain.end, stain.end + 70));
    const own = beside?.groups?.['name'];
    if (beside !== null && own !== undefined && !noStain.test(own) && geneOf(own) === undefined) {
      const start = stain.end + beside[0].length - own.length;
      found.push({ start, end: start + own.length, name: own, isOfList: true });
      continue;
    }
    const before = known[index - 1];
    const isListed = before !== undefined && betweenStains.test(text.slice(before.end, stain.start));
    const match = isListed ? behindStains.exec(text.slice(stain.end, stain.end + 30)) : null;
    const name = match?.groups?.['name'];
    if (match === null || name === undefined || noStain.test(name)) continue;
    const end = stain.end + match[0].length;
    found.push({ start: end - name.length, end, name, isOfList: true });
  }
  return [...known, ...found].toSorted((a, b) => a.start - b.start);
}
