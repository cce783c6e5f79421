/** The tag of a contribution (ETag), and the version that an edit names by it (If-Match). */
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { Refusal } from './refusal.ts'

/** `3`, and `3.1` once its zones were joined anew: what a reader keeps is then out of date, but what an author saw is not. */
export function versionTag({ version, joins }: Pick<ContributionRecord, 'version' | 'joins'>): string {
  return joins ? `${version}.${joins}` : String(version)
}

/**
 * The version that the author saw, from If-Match: nobody gets a conflict because zones were joined anew. A cache that compresses
 * marks tags as weak, so the mark is ignored.
 * @throws {Refusal} `version-missing`, `version-conflict`
 */
export function expectedVersion(ifMatch: string | undefined, { version }: ContributionRecord): number {
  if (ifMatch === undefined) throw new Refusal('version-missing')
  const seen = ifMatch.split(',').map((tag) => /^(?:W\/)?"(\d+)(?:\.\d+)?"$/.exec(tag.trim())?.[1])
  if (ifMatch.trim() === '*' || seen.includes(String(version))) return version
  throw new Refusal('version-conflict')
}
