/**
 * The organs a tumour can begin in, the groups that studies and editions speak of, and which of them the gut's grades
 * and the lung's classes belong to. The colon is kept in two parts because the right colon is midgut and the left is not.
 */

const siteTable = {
  pancreas: 'pancreas',
  duodenum: 'duodenum',
  ampulla: 'ampulla of Vater',
  smallIntestine: 'small intestine (jejunum or ileum)',
  appendix: 'appendix',
  colon: 'colon',
  rightColon: 'right colon',
  leftColon: 'left colon',
  rectum: 'rectum',
  stomach: 'stomach',
  oesophagus: 'oesophagus',
  liver: 'liver',
  bileDuct: 'bile duct',
  gallbladder: 'gallbladder',
  lung: 'lung',
  thymus: 'thymus',
  ovary: 'ovary',
  breast: 'breast',
  skin: 'skin',
  mucosa: 'mucosa',
  eye: 'eye',
  brain: 'brain',
  headAndNeck: 'head and neck',
  thyroid: 'thyroid',
  adrenal: 'adrenal gland',
  kidney: 'kidney',
  bladder: 'bladder',
  prostate: 'prostate',
  testis: 'testis',
  cervix: 'cervix',
  uterus: 'uterus',
  softTissue: 'soft tissue',
  blood: 'blood and marrow',
  other: 'another site',
  unknown: 'unknown primary',
} as const;

/** A primary site. `unknown` is a value of its own: the primary was looked for and not found, or is not stated. */
export type Site = keyof typeof siteTable;

const isSite = (text: string): text is Site => Object.hasOwn(siteTable, text);

/** Every site, in the order of the body. */
export const siteIds: readonly Site[] = Object.keys(siteTable).filter(isSite);

/** The name of a site in a sentence. */
export function siteName(site: Site): string {
  return siteTable[site];
}

/** The parts a site stands for, when a whole organ is meant and its parts differ. */
export function siteParts(site: Site): readonly Site[] {
  return site === 'colon' ? ['rightColon', 'leftColon'] : [site];
}

const hepatobiliaryPancreatic = ['pancreas', 'liver', 'bileDuct', 'gallbladder', 'ampulla'] as const;
const gastrointestinal = [
  'oesophagus',
  'stomach',
  'duodenum',
  'ampulla',
  'smallIntestine',
  'appendix',
  'colon',
  'rectum',
] as const;
const gastroenteropancreatic = [...gastrointestinal, 'pancreas', 'liver', 'bileDuct', 'gallbladder'] as const;
/** Known organs: an unknown primary is not certainly outside any organ. */
const everywhere = siteIds.filter((site) => !['other', 'blood', 'unknown'].includes(site));

/** Groups of sites as studies and guidelines name them. */
export const siteGroups = {
  gastroenteropancreatic,
  gastrointestinal,
  foregutDigestive: ['oesophagus', 'stomach', 'duodenum', 'pancreas'],
  midgut: ['smallIntestine', 'appendix', 'rightColon'],
  hindgut: ['leftColon', 'rectum'],
  hepatobiliaryPancreatic,
  colorectal: ['colon', 'rectum'],
  thoracic: ['lung', 'thymus'],
  extrapancreatic: everywhere.filter((site) => site !== 'pancreas'),
  extrapulmonary: everywhere.filter((site) => site !== 'lung'),
} as const satisfies Record<string, readonly Site[]>;
/** The name of a group of sites. */
export type SiteGroup = keyof typeof siteGroups;

const isGroup = (text: string): text is SiteGroup => Object.hasOwn(siteGroups, text);

/** Every group of sites. */
export const siteGroupIds: readonly SiteGroup[] = Object.keys(siteGroups).filter(isGroup);

/** The groups that hold every part of a site. */
export function siteGroupsOf(site: Site): readonly SiteGroup[] {
  return siteGroupIds.filter((group) => {
    const members = expandSites(siteGroups[group]);
    return siteParts(site).every((part) => members.includes(part));
  });
}

/** Sites with whole organs replaced by their parts, without repetition. */
export function expandSites(sites: readonly Site[]): readonly Site[] {
  return [...new Set(sites.flatMap(siteParts))];
}

/** The system that grades or classes a neuroendocrine neoplasm of a site. */
export type GradingSystem = 'digestive' | 'thoracic' | 'none' | 'unknownPrimary';

/** Which system applies. Lung and thymus have classes and no grade; other organs have no edition here. */
export function gradingSystemOf(site: Site): GradingSystem {
  if (site === 'unknown') return 'unknownPrimary';
  const groups = siteGroupsOf(site);
  if (groups.includes('gastroenteropancreatic')) return 'digestive';
  return groups.includes('thoracic') ? 'thoracic' : 'none';
}
