/**
 * Single reference residues named in the cancer hotspots (Chang 2018, cancerhotspots.org v2): what stands at a position,
 * for genes whose whole sequence is not held. Written by scripts/import/gene-models.ts; not edited by hand.
 */
export interface ResidueRow {
  readonly gene: string;
  readonly transcript: string;
  readonly residues: string;
}

export const residueRows: readonly ResidueRow[] = [
  { gene: 'ALK', transcript: 'ENST00000389048', residues: 'R395 F1174 F1245 R1275' },
  { gene: 'ATM', transcript: 'ENST00000278616', residues: 'R337 R1466 R2832 N2875 I2888 L2890 R3008' },
  { gene: 'BRAF', transcript: 'ENST00000288602', residues: 'G466 G469 L485 N581 D594 G596 L597 V600 K601' },
  { gene: 'BRCA2', transcript: 'ENST00000380152', residues: 'S2303' },
  { gene: 'CCND1', transcript: 'ENST00000227507', residues: 'E9 Y44 C47 T286 P287' },
  { gene: 'CDK4', transcript: 'ENST00000257904', residues: 'K22 R24' },
  { gene: 'CDK6', transcript: 'ENST00000265734', residues: 'L65' },
  {
    gene: 'CDKN2A',
    transcript: 'ENST00000304494',
    residues: 'S12 N42 P48 Q50 D74 H83 D84 E88 D108 P114 Y129 L130',
  },
  {
    gene: 'EGFR',
    transcript: 'ENST00000275493',
    residues:
      'L62 R108 R222 R252 T263 A289 H304 T363 P596 G598 E709 G719 L747 A750 K754 S768 T790 L833 L838 L858 L861',
  },
  {
    gene: 'ERBB2',
    transcript: 'ENST00000269571',
    residues: 'R103 R138 D277 A293 S310 V659 G660 R678 V697 T733 L755 I767 D769 G776 V777 V842 T862 L869',
  },
  { gene: 'ETV6', transcript: 'ENST00000396373', residues: 'S284 R369' },
  {
    gene: 'KIT',
    transcript: 'ENST00000288135',
    residues: 'W557 V559 V560 L576 K642 V654 D816 D820 N822 Y823 R888',
  },
  {
    gene: 'KRAS',
    transcript: 'ENST00000256078',
    residues: 'K5 A11 G12 G13 L19 Q22 D33 A59 G60 Q61 K117 A146',
  },
  { gene: 'MET', transcript: 'ENST00000397752', residues: 'T222 Y1003 D1010 V1070 H1094 F1200 Y1230 M1250' },
  { gene: 'NF1', transcript: 'ENST00000358273', residues: 'R1870' },
  { gene: 'PDGFRA', transcript: 'ENST00000257290', residues: 'E229 C235 N659 D842' },
  {
    gene: 'PIK3CA',
    transcript: 'ENST00000263967',
    residues:
      'M1 R38 E39 E81 R88 C90 R93 P104 G106 N107 R108 K111 R115 G118 V344 N345 D350 R357 G364 E365 C378 C420 E453 P471 P539 E542 E545 Q546 C604 E726 C901 D939 E970 M1004 G1007 Y1021 T1025 M1043 N1044 H1047 G1049 T1052 H1065',
  },
  { gene: 'PMS2', transcript: 'ENST00000265849', residues: 'K651' },
  {
    gene: 'PTEN',
    transcript: 'ENST00000371953',
    residues:
      'Y16 D24 Y27 M35 P38 H61 I67 Y68 C71 D92 H93 I101 C105 W111 C124 A126 G127 G129 R130 G132 C136 Y155 G165 S170 R173 Y174 Y177 Y178 G251 T277 L320 Y346',
  },
  { gene: 'RB1', transcript: 'ENST00000267163', residues: 'Y606' },
  { gene: 'RET', transcript: 'ENST00000355710', residues: 'M918' },
  {
    gene: 'SMAD4',
    transcript: 'ENST00000342988',
    residues: 'Y95 A118 E330 D351 G352 Y353 D355 P356 R361 C363 G386 G419 D493 G510 W524 E526 L536 D537',
  },
  {
    gene: 'TP53',
    transcript: 'ENST00000269305',
    residues:
      'G105 Y107 F109 R110 L111 F113 K120 T125 Y126 S127 L130 N131 K132 M133 F134 C135 Q136 C141 V143 Q144 P151 P152 G154 T155 V157 R158 A159 A161 Y163 K164 H168 V172 V173 R175 C176 H178 H179 R181 P190 H193 L194 I195 V197 Y205 D208 H214 S215 V216 V218 Y220 I232 Y234 Y236 M237 C238 N239 S241 C242 G244 G245 M246 N247 R248 R249 P250 I251 I254 I255 L257 E258 D259 G262 L265 G266 R267 F270 E271 V272 R273 V274 C275 C277 P278 R280 D281 R282 E285 E286 R337',
  },
  {
    gene: 'VHL',
    transcript: 'ENST00000256474',
    residues: 'S65 V74 N78 S80 P86 W88 L89 S111 Y112 G114 H115 W117 D121 L135 I151 L158 R161 C162 L169',
  },
];
