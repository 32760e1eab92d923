/**
 * FDG-PET as a help in finding new lesions (RECIST 1.1, section 4.3.5): what a positive scan at follow-up means beside the
 * scan at baseline and beside CT.
 */

/** What the scans show of one site. */
export interface FdgPetFindings {
  readonly baseline: 'negative' | 'positive' | 'notDone';
  readonly followUp: 'negative' | 'positive';
  /** What CT shows of a positive site. */
  readonly ct: 'newSite' | 'nothing' | 'knownSiteWithoutProgression' | 'notDone';
  /** What a later CT shows, where CT showed nothing. */
  readonly laterCt?: 'newSite' | 'nothing';
}

/** Whether there is a new lesion; `equivocal` asks for another CT. Progression dates from the first abnormal scan. */
export interface FdgPetAnswer {
  readonly newLesion: 'unequivocal' | 'equivocal' | 'no';
  readonly because: string;
}

/** The answer of FDG-PET for one site; a positive site is one with uptake over twice that of surrounding tissue. */
export function newLesionByFdgPet({ baseline, followUp, ct, laterCt }: FdgPetFindings): FdgPetAnswer {
  if (followUp === 'negative') return { newLesion: 'no', because: 'the scan is negative' };
  if (baseline === 'negative')
    return { newLesion: 'unequivocal', because: 'negative at baseline and positive now' };
  if (baseline === 'positive')
    return { newLesion: 'no', because: 'the site was positive at baseline; RECIST gives no rule for it' };
  switch (ct) {
    case 'newSite':
      return { newLesion: 'unequivocal', because: 'no scan at baseline, and CT shows a new site' };
    case 'knownSiteWithoutProgression':
      return { newLesion: 'no', because: 'CT shows a known site there that does not progress' };
    case 'nothing':
    case 'notDone':
      break;
  }
  if (laterCt === 'newSite')
    return { newLesion: 'unequivocal', because: 'a later CT shows it; progression dates from this scan' };
  if (laterCt === 'nothing') return { newLesion: 'no', because: 'a later CT shows nothing there' };
  return { newLesion: 'equivocal', because: 'no scan at baseline and nothing on CT; another CT decides' };
}
