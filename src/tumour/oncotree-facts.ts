/**
 * Facts of OncoTree for the codes that the entities carry: name, main type, parent.
 * Source: OncoTree, Memorial Sloan Kettering Cancer Center, CC BY 4.0, as kept by oncokb/oncokb at commit 5279175.
 * Written by scripts/import/oncotree.ts; do not edit by hand.
 */

/** One OncoTree type. */
export interface OncotreeFact {
  readonly name: string;
  readonly mainType: string;
  readonly parent: string;
}

export const oncotreeFacts = {
  GINETES: {
    name: 'Gastrointestinal Neuroendocrine Tumors of the Esophagus/Stomach',
    mainType: 'Esophagogastric Cancer',
    parent: 'STOMACH',
  },
  LNET: { name: 'Lung Neuroendocrine Tumor', mainType: 'Non-Small Cell Lung Cancer', parent: 'LUNG' },
  TNET: { name: 'Thymic Neuroendocrine Tumor', mainType: 'Thymic Tumor', parent: 'THYMUS' },
  GINET: {
    name: 'Gastrointestinal Neuroendocrine Tumors',
    mainType: 'Gastrointestinal Neuroendocrine Tumor',
    parent: 'BOWEL',
  },
  PANET: { name: 'Pancreatic Neuroendocrine Tumor', mainType: 'Pancreatic Cancer', parent: 'PANCREAS' },
  SBWDNET: {
    name: 'Small Bowel Well-Differentiated Neuroendocrine Tumor',
    mainType: 'Gastrointestinal Neuroendocrine Tumor',
    parent: 'GINET',
  },
  AWDNET: {
    name: 'Well-Differentiated Neuroendocrine Tumor of the Appendix',
    mainType: 'Gastrointestinal Neuroendocrine Tumor',
    parent: 'GINET',
  },
  RWDNET: {
    name: 'Well-Differentiated Neuroendocrine Tumor of the Rectum',
    mainType: 'Gastrointestinal Neuroendocrine Tumor',
    parent: 'GINET',
  },
  SWDNET: {
    name: 'Well-Differentiated Neuroendocrine Tumors of the Stomach',
    mainType: 'Gastrointestinal Neuroendocrine Tumor',
    parent: 'GINETES',
  },
  LUCA: { name: 'Lung Carcinoid', mainType: 'Non-Small Cell Lung Cancer', parent: 'LNET' },
  ALUCA: { name: 'Atypical Lung Carcinoid', mainType: 'Non-Small Cell Lung Cancer', parent: 'LNET' },
  RNET: { name: 'Renal Neuroendocrine Tumor', mainType: 'Renal Neuroendocrine Tumor', parent: 'KIDNEY' },
  NETNOS: { name: 'Neuroendocrine Tumor, NOS', mainType: 'Cancer of Unknown Primary', parent: 'CUP' },
  HGNEC: {
    name: 'High-Grade Neuroendocrine Carcinoma of the Colon and Rectum',
    mainType: 'Gastrointestinal Neuroendocrine Tumor',
    parent: 'GINET',
  },
  HGNES: {
    name: 'High-Grade Neuroendocrine Carcinoma of the Stomach',
    mainType: 'Gastrointestinal Neuroendocrine Tumors of the Esophagus/Stomach',
    parent: 'GINETES',
  },
  HGNEE: {
    name: 'High-Grade Neuroendocrine Carcinoma of the Esophagus',
    mainType: 'Gastrointestinal Neuroendocrine Tumors of the Esophagus/Stomach',
    parent: 'GINETES',
  },
  SCLC: { name: 'Small Cell Lung Cancer', mainType: 'Small Cell Lung Cancer', parent: 'LNET' },
  LUNE: {
    name: 'Large Cell Neuroendocrine Carcinoma',
    mainType: 'Non-Small Cell Lung Cancer',
    parent: 'LNET',
  },
  HGONEC: {
    name: 'High-Grade Neuroendocrine Carcinoma of the Ovary',
    mainType: 'Ovarian Cancer',
    parent: 'OOVC',
  },
  MCC: { name: 'Merkel Cell Carcinoma', mainType: 'Skin Cancer, Non-Melanoma', parent: 'SKIN' },
  CENE: { name: 'Cervical Neuroendocrine Tumor', mainType: 'Cervical Cancer', parent: 'CERVIX' },
  PRNE: { name: 'Prostate Neuroendocrine Carcinoma', mainType: 'Prostate Cancer', parent: 'PROSTATE' },
  SCBC: { name: 'Small Cell Bladder Cancer', mainType: 'Bladder Cancer', parent: 'BLADDER' },
  HNNE: { name: 'Head and Neck Neuroendocrine Carcinoma', mainType: 'Head and Neck Cancer', parent: 'OHNCA' },
  NECNOS: { name: 'Neuroendocrine Carcinoma, NOS', mainType: 'Cancer of Unknown Primary', parent: 'CUP' },
  PAAD: { name: 'Pancreatic Adenocarcinoma', mainType: 'Pancreatic Cancer', parent: 'PANCREAS' },
  COADREAD: { name: 'Colorectal Adenocarcinoma', mainType: 'Colorectal Cancer', parent: 'BOWEL' },
  COAD: { name: 'Colon Adenocarcinoma', mainType: 'Colorectal Cancer', parent: 'COADREAD' },
  READ: { name: 'Rectal Adenocarcinoma', mainType: 'Colorectal Cancer', parent: 'COADREAD' },
  STAD: { name: 'Stomach Adenocarcinoma', mainType: 'Esophagogastric Cancer', parent: 'EGC' },
  EGC: { name: 'Esophagogastric Adenocarcinoma', mainType: 'Esophagogastric Cancer', parent: 'STOMACH' },
  CHOL: { name: 'Cholangiocarcinoma', mainType: 'Hepatobiliary Cancer', parent: 'BILIARY_TRACT' },
  GBC: { name: 'Gallbladder Cancer', mainType: 'Hepatobiliary Cancer', parent: 'BILIARY_TRACT' },
  OVT: { name: 'Ovarian Epithelial Tumor', mainType: 'Ovarian Cancer', parent: 'OVARY' },
  BRCA: { name: 'Invasive Breast Carcinoma', mainType: 'Breast Cancer', parent: 'BREAST' },
  PRAD: { name: 'Prostate Adenocarcinoma', mainType: 'Prostate Cancer', parent: 'PROSTATE' },
  NSCLC: { name: 'Non-Small Cell Lung Cancer', mainType: 'Non-Small Cell Lung Cancer', parent: 'LUNG' },
  HCC: { name: 'Hepatocellular Carcinoma', mainType: 'Hepatobiliary Cancer', parent: 'LIVER' },
  RCC: { name: 'Renal Cell Carcinoma', mainType: 'Renal Cell Carcinoma', parent: 'KIDNEY' },
  BLCA: { name: 'Bladder Urothelial Carcinoma', mainType: 'Bladder Cancer', parent: 'BLADDER' },
  SACA: { name: 'Salivary Carcinoma', mainType: 'Salivary Gland Cancer', parent: 'HEAD_NECK' },
  THME: { name: 'Medullary Thyroid Cancer', mainType: 'Thyroid Cancer', parent: 'THYROID' },
  PHC: { name: 'Pheochromocytoma', mainType: 'Pheochromocytoma', parent: 'ADRENAL_GLAND' },
  PGNG: { name: 'Paraganglioma', mainType: 'Miscellaneous Neuroepithelial Tumor', parent: 'SOFT_TISSUE' },
  MEL: { name: 'Melanoma', mainType: 'Melanoma', parent: 'SKIN' },
  ACRM: { name: 'Acral Melanoma', mainType: 'Melanoma', parent: 'MEL' },
  ARMM: { name: 'Anorectal Mucosal Melanoma', mainType: 'Melanoma', parent: 'BOWEL' },
  HNMUCM: { name: 'Head and Neck Mucosal Melanoma', mainType: 'Melanoma', parent: 'HEAD_NECK' },
  ESMM: { name: 'Mucosal Melanoma of the Esophagus', mainType: 'Melanoma', parent: 'STOMACH' },
  VMM: { name: 'Mucosal Melanoma of the Vulva/Vagina', mainType: 'Melanoma', parent: 'VULVA' },
  URMM: { name: 'Mucosal Melanoma of the Urethra', mainType: 'Melanoma', parent: 'BLADDER' },
  SKCM: { name: 'Cutaneous Melanoma', mainType: 'Melanoma', parent: 'MEL' },
  UM: { name: 'Uveal Melanoma', mainType: 'Melanoma', parent: 'OM' },
  MUP: { name: 'Melanoma of Unknown Primary', mainType: 'Melanoma', parent: 'MEL' },
  GIST: {
    name: 'Gastrointestinal Stromal Tumor',
    mainType: 'Gastrointestinal Stromal Tumor',
    parent: 'SOFT_TISSUE',
  },
  SOFT_TISSUE: { name: 'Soft Tissue', mainType: 'Soft Tissue Cancer, NOS', parent: 'TISSUE' },
  SEM: { name: 'Seminoma', mainType: 'Germ Cell Tumor', parent: 'TESTIS' },
  NSGCT: { name: 'Non-Seminomatous Germ Cell Tumor', mainType: 'Germ Cell Tumor', parent: 'TESTIS' },
  OGCT: { name: 'Ovarian Germ Cell Tumor', mainType: 'Germ Cell Tumor', parent: 'OVARY' },
  EGCT: { name: 'Extra Gonadal Germ Cell Tumor', mainType: 'Germ Cell Tumor', parent: 'OTHER' },
  GB: { name: 'Glioblastoma', mainType: 'Glioma', parent: 'DIFG' },
  CML: { name: 'Chronic Myelogenous Leukemia', mainType: 'Myeloproliferative Neoplasms', parent: 'MPN' },
  CUP: { name: 'Cancer of Unknown Primary', mainType: 'Cancer of Unknown Primary', parent: 'OTHER' },
  CUPNOS: { name: 'Cancer of Unknown Primary, NOS', mainType: 'Cancer of Unknown Primary', parent: 'CUP' },
} as const satisfies Record<string, OncotreeFact>;

/** A code of OncoTree that an entity carries. */
export type OncotreeCode = keyof typeof oncotreeFacts;

/** The facts of a code. */
export function oncotreeFact(code: OncotreeCode): OncotreeFact {
  return oncotreeFacts[code];
}
