/**
 * The entities that studies, statements and cases refer to by id: neuroendocrine neoplasms by site and class, and the
 * other tumours whose evidence is compared with them. OncoTree codes stand where OncoTree has the entity; it has no
 * code for a pancreatic NEC (its PANET is the tumour) and none for MiNEN.
 */
import type { Disease, Lineage, Subtype } from './disease.ts';
import type { NenClass } from './nen-class.ts';
import type { OncotreeCode } from './oncotree-facts.ts';
import type { Site } from './site.ts';
import { siteGroups } from './site.ts';

/** A named disease. */
export interface Entity<Id extends string = string> extends Disease {
  readonly id: Id;
  readonly name: string;
  readonly oncotree: readonly OncotreeCode[];
}

type Sites = readonly Site[] | 'any';

const nen =
  (classes: readonly NenClass[]) =>
  <const Id extends string>(
    id: Id,
    name: string,
    sites: Sites,
    oncotree: readonly OncotreeCode[] = [],
    kinds?: readonly Subtype[],
  ): Entity<Id> => ({
    id,
    name,
    lineage: 'neuroendocrine',
    sites,
    classes,
    ...(kinds === undefined ? {} : { subtypes: kinds }),
    oncotree,
  });

const net = nen(['NET']);
const nec = nen(['NEC']);
const minen = nen(['MiNEN']);
const anyNen = nen(['NET', 'NEC', 'MiNEN']);

const other = <const Id extends string>(
  id: Id,
  name: string,
  lineage: Lineage,
  sites: Sites,
  oncotree: readonly OncotreeCode[] = [],
  kinds?: readonly Subtype[],
): Entity<Id> => ({
  id,
  name,
  lineage,
  sites,
  ...(kinds === undefined ? {} : { subtypes: kinds }),
  oncotree,
});

const gep = siteGroups.gastroenteropancreatic;

/** Every entity. */
export const entities = [
  anyNen('nen', 'neuroendocrine neoplasm of any site', 'any'),
  anyNen('nen-gastroenteropancreatic', 'gastroenteropancreatic neuroendocrine neoplasm', gep),
  anyNen('nen-pancreas', 'pancreatic neuroendocrine neoplasm', ['pancreas']),
  anyNen('nen-small-intestine', 'neuroendocrine neoplasm of the small intestine', ['smallIntestine']),
  anyNen('nen-stomach', 'gastric neuroendocrine neoplasm', ['stomach'], ['GINETES']),
  anyNen('nen-colorectal', 'colorectal neuroendocrine neoplasm', siteGroups.colorectal),
  anyNen('nen-lung', 'neuroendocrine neoplasm of the lung', ['lung'], ['LNET']),
  anyNen('nen-thymus', 'neuroendocrine neoplasm of the thymus', ['thymus'], ['TNET']),
  anyNen('nen-unknown-primary', 'neuroendocrine neoplasm of unknown primary', ['unknown']),
  anyNen('nen-extrapulmonary', 'extrapulmonary neuroendocrine neoplasm', siteGroups.extrapulmonary),

  net('net', 'neuroendocrine tumour of any site', 'any'),
  net('net-gastroenteropancreatic', 'gastroenteropancreatic neuroendocrine tumour', gep),
  net('net-gastrointestinal', 'gastrointestinal neuroendocrine tumour', siteGroups.gastrointestinal, [
    'GINET',
  ]),
  net('net-midgut', 'midgut neuroendocrine tumour', siteGroups.midgut),
  net('net-extrapancreatic', 'extrapancreatic neuroendocrine tumour', siteGroups.extrapancreatic),
  net('net-pancreas', 'pancreatic neuroendocrine tumour', ['pancreas'], ['PANET']),
  net('net-small-intestine', 'neuroendocrine tumour of the small intestine', ['smallIntestine'], ['SBWDNET']),
  net('net-duodenum', 'duodenal neuroendocrine tumour', ['duodenum']),
  net('net-ampulla', 'ampullary neuroendocrine tumour', ['ampulla']),
  net('net-appendix', 'appendiceal neuroendocrine tumour', ['appendix'], ['AWDNET']),
  net('net-colon', 'neuroendocrine tumour of the colon', ['colon']),
  net('net-rectum', 'neuroendocrine tumour of the rectum', ['rectum'], ['RWDNET']),
  net('net-stomach', 'gastric neuroendocrine tumour', ['stomach'], ['SWDNET']),
  net('net-oesophagus', 'oesophageal neuroendocrine tumour', ['oesophagus']),
  net('net-liver', 'primary hepatic neuroendocrine tumour', ['liver']),
  net('net-biliary', 'neuroendocrine tumour of the biliary tract', ['bileDuct', 'gallbladder']),
  net('net-lung', 'lung carcinoid', ['lung'], ['LUCA', 'ALUCA']),
  net('net-lung-typical', 'typical carcinoid of the lung', ['lung'], ['LUCA'], ['typicalCarcinoid']),
  net('net-lung-atypical', 'atypical carcinoid of the lung', ['lung'], ['ALUCA'], ['atypicalCarcinoid']),
  net('net-lung-or-gastrointestinal', 'neuroendocrine tumour of the lung or gut', [
    'lung',
    ...siteGroups.gastrointestinal,
  ]),
  net('net-thymus', 'thymic carcinoid', ['thymus']),
  net('net-ovary', 'ovarian neuroendocrine tumour', ['ovary']),
  net('net-breast', 'neuroendocrine tumour of the breast', ['breast']),
  net('net-kidney', 'renal neuroendocrine tumour', ['kidney'], ['RNET']),
  net('net-unknown-primary', 'neuroendocrine tumour of unknown primary', ['unknown'], ['NETNOS']),

  nec('nec', 'neuroendocrine carcinoma of any site', 'any'),
  nec('nec-gastroenteropancreatic', 'gastroenteropancreatic neuroendocrine carcinoma', gep),
  nec('nec-extrapulmonary', 'extrapulmonary neuroendocrine carcinoma', siteGroups.extrapulmonary),
  nec(
    'nec-hepatobiliary-pancreatic',
    'hepatobiliary or pancreatic neuroendocrine carcinoma',
    siteGroups.hepatobiliaryPancreatic,
  ),
  nec('nec-pancreas', 'pancreatic neuroendocrine carcinoma', ['pancreas']),
  nec('nec-small-intestine', 'neuroendocrine carcinoma of the small intestine', ['smallIntestine']),
  nec('nec-duodenum', 'duodenal neuroendocrine carcinoma', ['duodenum']),
  nec('nec-ampulla', 'ampullary neuroendocrine carcinoma', ['ampulla']),
  nec('nec-appendix', 'appendiceal neuroendocrine carcinoma', ['appendix']),
  nec('nec-colorectal', 'colorectal neuroendocrine carcinoma', siteGroups.colorectal, ['HGNEC']),
  nec('nec-colon', 'neuroendocrine carcinoma of the colon', ['colon']),
  nec('nec-rectum', 'neuroendocrine carcinoma of the rectum', ['rectum']),
  nec('nec-stomach', 'gastric neuroendocrine carcinoma', ['stomach'], ['HGNES']),
  nec('nec-oesophagus', 'oesophageal neuroendocrine carcinoma', ['oesophagus'], ['HGNEE']),
  nec('nec-liver', 'primary hepatic neuroendocrine carcinoma', ['liver']),
  nec('nec-biliary', 'neuroendocrine carcinoma of the biliary tract', ['bileDuct', 'gallbladder']),
  nec(
    'nec-lung',
    'small cell or large cell neuroendocrine carcinoma of the lung',
    ['lung'],
    ['SCLC', 'LUNE'],
  ),
  nec('nec-lung-small-cell', 'small cell lung cancer', ['lung'], ['SCLC'], ['smallCell']),
  nec(
    'nec-lung-large-cell',
    'large cell neuroendocrine carcinoma of the lung',
    ['lung'],
    ['LUNE'],
    ['largeCell'],
  ),
  nec('nec-thymus', 'thymic neuroendocrine carcinoma', ['thymus']),
  nec('nec-ovary', 'ovarian neuroendocrine carcinoma', ['ovary'], ['HGONEC']),
  nec('nec-breast', 'neuroendocrine carcinoma of the breast', ['breast']),
  nec('nec-skin', 'Merkel cell carcinoma', ['skin'], ['MCC']),
  nec('nec-cervix', 'cervical neuroendocrine carcinoma', ['cervix'], ['CENE']),
  nec('nec-prostate', 'prostatic neuroendocrine carcinoma', ['prostate'], ['PRNE']),
  nec('nec-bladder-small-cell', 'small cell carcinoma of the bladder', ['bladder'], ['SCBC'], ['smallCell']),
  nec('nec-head-and-neck', 'head and neck neuroendocrine carcinoma', ['headAndNeck'], ['HNNE']),
  nec('nec-unknown-primary', 'neuroendocrine carcinoma of unknown primary', ['unknown'], ['NECNOS']),
  minen('minen', 'MiNEN of any site', 'any'),
  minen('minen-gastroenteropancreatic', 'gastroenteropancreatic MiNEN', gep),

  other('adenocarcinoma-pancreas', 'pancreatic adenocarcinoma', 'adenocarcinoma', ['pancreas'], ['PAAD']),
  other('adenocarcinoma-colorectal', 'colorectal adenocarcinoma', 'adenocarcinoma', siteGroups.colorectal, [
    'COADREAD',
    'COAD',
    'READ',
  ]),
  other('adenocarcinoma-stomach', 'gastric adenocarcinoma', 'adenocarcinoma', ['stomach'], ['STAD']),
  other(
    'adenocarcinoma-oesophagogastric',
    'oesophagogastric adenocarcinoma',
    'adenocarcinoma',
    ['oesophagus', 'stomach'],
    ['EGC'],
  ),
  other(
    'adenocarcinoma-biliary',
    'biliary tract carcinoma',
    'adenocarcinoma',
    ['bileDuct', 'gallbladder'],
    ['CHOL', 'GBC'],
  ),
  other('carcinoma-ovary', 'ovarian carcinoma', 'adenocarcinoma', ['ovary'], ['OVT']),
  other('carcinoma-breast', 'breast carcinoma', 'adenocarcinoma', ['breast'], ['BRCA']),
  other('carcinoma-prostate', 'prostatic adenocarcinoma', 'adenocarcinoma', ['prostate'], ['PRAD']),
  other(
    'carcinoma-lung-non-small-cell',
    'non-small cell lung cancer',
    'nonSmallCellLung',
    ['lung'],
    ['NSCLC'],
  ),
  other('carcinoma-liver', 'hepatocellular carcinoma', 'hepatocellular', ['liver'], ['HCC']),
  other('carcinoma-kidney', 'renal cell carcinoma', 'renalCell', ['kidney'], ['RCC']),
  other('carcinoma-bladder', 'urothelial carcinoma', 'urothelial', ['bladder'], ['BLCA']),
  other('carcinoma-salivary', 'salivary gland carcinoma', 'salivary', ['headAndNeck'], ['SACA']),
  other(
    'carcinoma-thyroid-medullary',
    'medullary thyroid carcinoma',
    'medullaryThyroid',
    ['thyroid'],
    ['THME'],
  ),
  other(
    'chromaffin',
    'phaeochromocytoma or paraganglioma',
    'chromaffin',
    ['adrenal', 'softTissue'],
    ['PHC', 'PGNG'],
  ),
  other('melanoma', 'melanoma', 'melanoma', 'any', ['MEL']),
  other('melanoma-acral', 'acral melanoma', 'melanoma', ['skin'], ['ACRM'], ['acral']),
  other(
    'melanoma-mucosal',
    'mucosal melanoma',
    'melanoma',
    ['mucosa'],
    ['ARMM', 'HNMUCM', 'ESMM', 'VMM', 'URMM'],
    ['mucosal'],
  ),
  other('melanoma-cutaneous', 'cutaneous melanoma', 'melanoma', ['skin'], ['SKCM'], ['cutaneous']),
  other('melanoma-uveal', 'uveal melanoma', 'melanoma', ['eye'], ['UM'], ['uveal']),
  other('melanoma-unknown-primary', 'melanoma of unknown primary', 'melanoma', ['unknown'], ['MUP']),
  other('gist', 'gastrointestinal stromal tumour', 'gist', 'any', ['GIST']),
  other('sarcoma', 'soft tissue sarcoma', 'sarcoma', ['softTissue'], ['SOFT_TISSUE']),
  other('seminoma', 'seminoma', 'germCell', ['testis'], ['SEM'], ['seminoma']),
  other('germ-cell', 'germ cell tumour', 'germCell', 'any', ['SEM', 'NSGCT', 'OGCT', 'EGCT']),
  other('glioblastoma', 'glioblastoma', 'glioma', ['brain'], ['GB']),
  other('leukaemia-chronic-myeloid', 'chronic myeloid leukaemia', 'leukaemia', ['blood'], ['CML']),
  other(
    'unknown-primary',
    'cancer of unknown primary, lineage not stated',
    'unstated',
    ['unknown'],
    ['CUP', 'CUPNOS'],
  ),
  other('solid-tumour', 'solid tumour of any kind (tissue-agnostic)', 'anySolid', 'any'),
] as const;

/** The id of an entity. */
export type EntityId = (typeof entities)[number]['id'];

/** Every id, in the order of the list. */
export const entityIds: readonly EntityId[] = entities.map(({ id }) => id);

const byId: ReadonlyMap<string, Entity<EntityId>> = new Map(entities.map((entity) => [entity.id, entity]));

/** The entity of an id. */
export function entity(id: EntityId): Entity<EntityId> {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`there is no entity ${id}`);
  return found;
}

/** The entities that carry an OncoTree code; a code may fit more than one. */
export function entitiesByOncotree(code: string): readonly Entity<EntityId>[] {
  return entities.filter(({ oncotree }) => oncotree.some((each) => each === code));
}
