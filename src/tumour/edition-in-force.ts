/**
 * Which edition classified a tumour of a site on a day. A book is dated here by its year only: within its first year
 * a laboratory may still have used the one before, and that is said. An unknown day means the newest edition.
 */
import { type Statement, sources } from './basis.ts';
import { expandSites, gradingSystemOf, type Site, siteGroups, siteName } from './site.ts';
import { type WhoEdition, whoEditions } from './who-editions.ts';

/** The edition for a site and day; `edition` is null where no edition of the data covers the site. */
export interface EditionInForce {
  readonly edition: WhoEdition | null;
  /** Editions that were also possible that day, or that a paper applies to the site. */
  readonly alternatives: readonly WhoEdition[];
  readonly statements: readonly Statement[];
}

const dayMs = 86_400_000;
const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / dayMs;
const yearOf = (day: number): number => new Date(day * dayMs).getUTCFullYear();

const covers = (sites: readonly Site[], wanted: readonly Site[]): boolean => {
  const held = expandSites(sites);
  return expandSites(wanted).every((site) => held.includes(site));
};

/**
 * The edition in force.
 *
 * @param site the primary; for an unknown primary the digestive editions are used, and a statement says so
 * @param day days since 1970-01-01, or undefined for the newest edition
 * @example editionInForce('pancreas', Date.UTC(2012, 6, 1) / 86_400_000).edition?.id // 'who2010Digestive'
 */
export function editionInForce(site: Site, day: number | undefined): EditionInForce {
  const unknownPrimary = gradingSystemOf(site) === 'unknownPrimary';
  const wanted: readonly Site[] = unknownPrimary ? siteGroups.gastroenteropancreatic : [site];
  const begun = (edition: WhoEdition): boolean => day === undefined || firstDayOf(edition.year) <= day;
  const covering = whoEditions.filter((edition) => covers(edition.sites, wanted) && begun(edition));
  const edition = covering.at(-1) ?? null;
  const statements: Statement[] = [];
  if (edition === null) {
    return { edition, alternatives: [], statements: [missing(site, day)] };
  }
  if (unknownPrimary) {
    statements.push({
      code: 'editionAssumedForUnknownPrimary',
      weight: 'caution',
      sentence: `The primary is unknown: ${edition.name} is applied as for the digestive tract; it does not hold if the primary is in the lung or thymus.`,
    });
  }
  const previous = covering.at(-2);
  const firstYear = day !== undefined && yearOf(day) === edition.year;
  if (firstYear) {
    statements.push({
      code: 'editionByYear',
      weight: 'note',
      sentence: `${edition.name} appeared during that year: the laboratory may have used ${previous?.name ?? 'an earlier edition'}.`,
    });
  }
  const stated = whoEditions.filter(
    (each) =>
      each.year > edition.year &&
      begun(each) &&
      each.sitesAsStated !== undefined &&
      covers(each.sitesAsStated.sites, wanted),
  );
  const alternatives = [...(firstYear && previous !== undefined ? [previous] : []), ...stated];
  for (const each of stated) {
    statements.push({
      code: 'editionByYear',
      weight: 'note',
      sentence: `${each.name} covers ${each.sites.map(siteName).join(', ')}; as paper 004 states it, its grades hold for the whole gastroenteropancreatic tract.`,
      basis: sources.who2017Paper,
    });
  }
  return { edition, alternatives, statements };
}

function missing(site: Site, day: number | undefined): Statement {
  const earlier = whoEditions.some((edition) => covers(edition.sites, [site]));
  return {
    code: 'editionMissing',
    weight: 'caution',
    sentence:
      earlier && day !== undefined
        ? `No edition for the site (${siteName(site)}) was in force in ${yearOf(day)} among those recorded.`
        : `No edition recorded here grades neuroendocrine neoplasms of the site (${siteName(site)}).`,
  };
}
