/**
 * The analytes of the papers and of trial eligibility: names, the units in which laboratories report them, and what
 * converts between mass and amount. Molar masses come from the molecular formula (see `molarMassOf`); formulas are
 * those of PubChem or, for peptides, of the human sequence. An analyte without one is never converted between mass
 * and amount; `unconvertible` says why.
 */

/** What the register holds about an analyte. */
export interface AnalyteEntry {
  readonly name: string;
  readonly synonyms: readonly string[];
  /** The unit of comparison. */
  readonly canonicalUnit: string;
  /** Every unit in which it is reported, the canonical one first. */
  readonly units: readonly string[];
  /** What a mole of it weighs, by formula, or by grams with their source. */
  readonly mole?: { readonly formula: string } | { readonly grams: number; readonly source: string };
  /** Charges of its ion, which converts between amount and equivalents. */
  readonly valence?: number;
  /** Why some of its units cannot be converted into each other. */
  readonly unconvertible?: string;
}

const enzymeUnits = ['U/L', 'ukat/L', 'nkat/L'] as const;
const cellUnits = ['10^9/L', '10^3/uL', '/uL', '/L'] as const;
const assayBound = 'its units are defined by the assay, so values of different assays cannot be converted';

/** The register; its keys are the analytes' ids. */
export const analyteRegister = {
  // Markers of neuroendocrine tumours
  'chromogranin-a': {
    name: 'chromogranin A',
    synonyms: ['CgA', 'CHGA'],
    canonicalUnit: 'ng/mL',
    units: ['ng/mL', 'ug/L', 'nmol/L', 'pmol/L', 'U/L', 'kU/L', 'U/mL'],
    unconvertible:
      'assays detect different fragments and are calibrated differently; there is no common standard, so mass, molar and unit values cannot be converted',
  },
  '5-hiaa-urine': {
    name: '5-HIAA (24 h urine)',
    synonyms: [
      '5-HIAA',
      '5-hydroxyindoleacetic acid',
      'urine 5-HIAA',
      'urinary 5-HIAA',
      '24-hour urine 5-HIAA',
      '24-hour urinary 5-HIAA',
      '24 h urine 5-HIAA',
    ],
    canonicalUnit: 'mg/d',
    units: ['mg/d', 'umol/d', 'ug/d'],
    mole: { formula: 'C10H9NO3' },
  },
  '5-hiaa-plasma': {
    name: '5-HIAA (plasma)',
    synonyms: ['plasma 5-HIAA', 'serum 5-HIAA', 'plasma 5-hydroxyindoleacetic acid'],
    canonicalUnit: 'ng/mL',
    units: ['ng/mL', 'ug/L', 'nmol/L'],
    mole: { formula: 'C10H9NO3' },
  },
  serotonin: {
    name: 'serotonin',
    synonyms: ['5-HT', '5-hydroxytryptamine'],
    canonicalUnit: 'ng/mL',
    units: ['ng/mL', 'ug/L', 'nmol/L', 'umol/L'],
    mole: { formula: 'C10H12N2O' },
  },
  nse: {
    name: 'neuron-specific enolase',
    synonyms: ['NSE'],
    canonicalUnit: 'ng/mL',
    units: ['ng/mL', 'ug/L'],
  },
  pancreastatin: {
    name: 'pancreastatin',
    synonyms: [],
    canonicalUnit: 'pg/mL',
    units: ['pg/mL', 'ng/L', 'pmol/L'],
    unconvertible:
      'assays measure different fragments of chromogranin A, so mass and amount cannot be converted',
  },
  gastrin: {
    name: 'gastrin',
    synonyms: ['fasting gastrin'],
    canonicalUnit: 'pg/mL',
    units: ['pg/mL', 'ng/L', 'pmol/L'],
    unconvertible:
      'blood holds gastrin-17, gastrin-34 and others in varying parts, so mass and amount cannot be converted',
  },
  glucagon: {
    name: 'glucagon',
    synonyms: [],
    canonicalUnit: 'pg/mL',
    units: ['pg/mL', 'ng/L', 'pmol/L'],
    mole: { formula: 'C153H225N43O49S' },
  },
  vip: {
    name: 'vasoactive intestinal peptide',
    synonyms: ['VIP', 'vasoactive intestinal polypeptide'],
    canonicalUnit: 'pg/mL',
    units: ['pg/mL', 'ng/L', 'pmol/L'],
    mole: { formula: 'C147H238N44O42S' },
  },
  insulin: {
    name: 'insulin',
    synonyms: ['fasting insulin'],
    canonicalUnit: 'uU/mL',
    units: ['uU/mL', 'mU/L', 'pmol/L'],
    unconvertible:
      'two factors from units to pmol/L are in use, 6.0 and 6.945 (Knopp 2019, doi 10.1177/1932296818805074)',
  },
  calcitonin: {
    name: 'calcitonin',
    synonyms: [],
    canonicalUnit: 'pg/mL',
    units: ['pg/mL', 'ng/L', 'pmol/L'],
    mole: { formula: 'C151H226N40O45S3' },
  },
  acth: {
    name: 'ACTH',
    synonyms: ['adrenocorticotropic hormone', 'corticotropin'],
    canonicalUnit: 'pg/mL',
    units: ['pg/mL', 'ng/L', 'pmol/L'],
    mole: { formula: 'C207H308N56O58S' },
  },
  cortisol: {
    name: 'cortisol',
    synonyms: [],
    canonicalUnit: 'nmol/L',
    units: ['nmol/L', 'ug/dL', 'ng/mL', 'ug/L'],
    mole: { formula: 'C21H30O5' },
  },
  afp: {
    name: 'alpha-fetoprotein',
    synonyms: ['AFP'],
    canonicalUnit: 'ng/mL',
    units: ['ng/mL', 'ug/L', 'U/mL', 'kU/L'],
    unconvertible: 'the factor from units to mass depends on the standard of the assay',
  },
  cea: {
    name: 'carcinoembryonic antigen',
    synonyms: ['CEA'],
    canonicalUnit: 'ng/mL',
    units: ['ng/mL', 'ug/L'],
  },
  'ca-19-9': {
    name: 'CA 19-9',
    synonyms: ['CA19-9', 'carbohydrate antigen 19-9', 'cancer antigen 19-9'],
    canonicalUnit: 'U/mL',
    units: ['U/mL', 'kU/L'],
  },
  // Liver
  'alkaline-phosphatase': {
    name: 'alkaline phosphatase',
    synonyms: ['ALP', 'alk phos', 'ALKP'],
    canonicalUnit: 'U/L',
    units: enzymeUnits,
  },
  'bilirubin-total': {
    name: 'bilirubin (total)',
    synonyms: ['bilirubin', 'total bilirubin', 'total serum bilirubin', 'TBIL'],
    canonicalUnit: 'umol/L',
    units: ['umol/L', 'mg/dL', 'mg/L'],
    mole: { formula: 'C33H36N4O6' },
  },
  'bilirubin-direct': {
    name: 'bilirubin (direct)',
    synonyms: ['direct bilirubin', 'conjugated bilirubin', 'DBIL'],
    canonicalUnit: 'umol/L',
    units: ['umol/L', 'mg/dL', 'mg/L'],
    mole: { formula: 'C33H36N4O6' },
  },
  ast: {
    name: 'AST',
    synonyms: ['aspartate aminotransferase', 'aspartate transaminase', 'ASAT', 'SGOT', 'GOT'],
    canonicalUnit: 'U/L',
    units: enzymeUnits,
  },
  alt: {
    name: 'ALT',
    synonyms: ['alanine aminotransferase', 'alanine transaminase', 'ALAT', 'SGPT', 'GPT'],
    canonicalUnit: 'U/L',
    units: enzymeUnits,
  },
  ggt: {
    name: 'gamma-glutamyl transferase',
    synonyms: ['GGT', 'gamma-GT', 'gamma-glutamyltransferase'],
    canonicalUnit: 'U/L',
    units: enzymeUnits,
  },
  ldh: {
    name: 'LDH',
    synonyms: ['lactate dehydrogenase', 'LD'],
    canonicalUnit: 'U/L',
    units: enzymeUnits,
  },
  albumin: {
    name: 'albumin',
    synonyms: [],
    canonicalUnit: 'g/L',
    units: ['g/L', 'g/dL'],
  },
  // Kidney
  creatinine: {
    name: 'creatinine',
    synonyms: ['Cr', 'SCr', 'crea'],
    canonicalUnit: 'umol/L',
    units: ['umol/L', 'mg/dL', 'mg/L', 'mmol/L'],
    mole: { formula: 'C4H7N3O' },
  },
  'creatinine-clearance': {
    name: 'creatinine clearance',
    synonyms: ['CrCl', 'CCr', 'calculated creatinine clearance', 'estimated creatinine clearance'],
    canonicalUnit: 'mL/min',
    units: ['mL/min', 'mL/s', 'mL/min/1.73m2'],
    unconvertible: "a value per 1.73 m2 is converted only with the patient's body surface",
  },
  egfr: {
    name: 'eGFR',
    synonyms: ['estimated glomerular filtration rate', 'estimated GFR', 'GFR', 'glomerular filtration rate'],
    canonicalUnit: 'mL/min/1.73m2',
    units: ['mL/min/1.73m2', 'mL/min'],
    unconvertible: "a value per 1.73 m2 is converted only with the patient's body surface",
  },
  urea: {
    name: 'urea',
    synonyms: [],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL'],
    mole: { formula: 'CH4N2O' },
  },
  'urea-nitrogen': {
    name: 'urea nitrogen',
    synonyms: ['BUN', 'blood urea nitrogen'],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL'],
    // The mass is that of the nitrogen, the amount that of the urea, which holds two atoms of it.
    mole: { formula: 'N2' },
  },
  // Blood
  haemoglobin: {
    name: 'haemoglobin',
    synonyms: ['Hb', 'Hgb'],
    canonicalUnit: 'g/L',
    units: ['g/L', 'g/dL', 'mmol/L'],
    // Laboratories that report mmol/L count haems, not tetramers.
    mole: { grams: 16_114.5, source: 'a quarter of the tetramer of 64 458 g/mol (ICSH standard 1995)' },
  },
  leukocytes: {
    name: 'leukocytes',
    synonyms: ['WBC', 'white blood cells', 'white blood cell count', 'white cell count', 'leukocyte count'],
    canonicalUnit: '10^9/L',
    units: cellUnits,
  },
  neutrophils: {
    name: 'neutrophils',
    synonyms: ['ANC', 'absolute neutrophil count', 'neutrophil count', 'absolute neutrophils'],
    canonicalUnit: '10^9/L',
    units: cellUnits,
  },
  lymphocytes: {
    name: 'lymphocytes',
    synonyms: ['ALC', 'absolute lymphocyte count', 'lymphocyte count'],
    canonicalUnit: '10^9/L',
    units: cellUnits,
  },
  platelets: {
    name: 'platelets',
    synonyms: ['PLT', 'platelet count', 'thrombocytes', 'thrombocyte count'],
    canonicalUnit: '10^9/L',
    units: cellUnits,
  },
  inr: {
    name: 'INR',
    synonyms: ['international normalised ratio', 'international normalized ratio'],
    canonicalUnit: 'ratio',
    units: ['ratio'],
  },
  aptt: {
    name: 'aPTT',
    synonyms: ['activated partial thromboplastin time', 'PTT', 'partial thromboplastin time'],
    canonicalUnit: 's',
    units: ['s'],
  },
  // Metabolism
  glucose: {
    name: 'glucose',
    synonyms: ['blood glucose', 'plasma glucose', 'random glucose'],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL', 'g/L'],
    mole: { formula: 'C6H12O6' },
  },
  'glucose-fasting': {
    name: 'glucose (fasting)',
    synonyms: ['fasting glucose', 'fasting plasma glucose', 'fasting blood glucose', 'FPG'],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL', 'g/L'],
    mole: { formula: 'C6H12O6' },
  },
  cholesterol: {
    name: 'cholesterol (total)',
    synonyms: ['cholesterol', 'total cholesterol'],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL'],
    mole: { formula: 'C27H46O' },
  },
  triglycerides: {
    name: 'triglycerides',
    synonyms: ['triglyceride', 'fasting triglycerides'],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL'],
    // Counted as triolein, the convention of clinical chemistry.
    mole: { formula: 'C57H104O6' },
  },
  calcium: {
    name: 'calcium (total)',
    synonyms: ['calcium', 'total calcium', 'corrected calcium'],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL'],
    mole: { formula: 'Ca' },
  },
  potassium: {
    name: 'potassium',
    synonyms: [],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mEq/L'],
    valence: 1,
  },
  sodium: {
    name: 'sodium',
    synonyms: [],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mEq/L'],
    valence: 1,
  },
  magnesium: {
    name: 'magnesium',
    synonyms: [],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL'],
    mole: { formula: 'Mg' },
  },
  phosphate: {
    name: 'phosphate',
    synonyms: ['phosphorus', 'inorganic phosphate'],
    canonicalUnit: 'mmol/L',
    units: ['mmol/L', 'mg/dL'],
    // Laboratories print the mass of the phosphorus.
    mole: { formula: 'P' },
  },
  'uric-acid': {
    name: 'uric acid',
    synonyms: ['urate'],
    canonicalUnit: 'umol/L',
    units: ['umol/L', 'mg/dL'],
    mole: { formula: 'C5H4N4O3' },
  },
  crp: {
    name: 'C-reactive protein',
    synonyms: ['CRP'],
    canonicalUnit: 'mg/L',
    units: ['mg/L', 'mg/dL'],
  },
} as const satisfies Readonly<Record<string, AnalyteEntry>>;

/** Reason given where an entry has none of its own. */
export const unconvertibleByDefault = assayBound;
