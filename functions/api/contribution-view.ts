/** A contribution as the API shows it: to everybody with the published position, to its author with the exact one. */
import { Contribution } from '#contract/contribution.ts'
import type { ContributionRecord, PrivatePart } from '#domain/contribution-record.ts'

/**
 * Parsed by its own schema: the database keeps no order of keys, and a replay must give the same bytes.
 * @param own the private part, only for the author
 */
export function contributionView(record: ContributionRecord, origin: string, own?: PrivatePart): Contribution {
  const { version: _, joins: _1, ...shown } = record
  const href = `${origin}/api/v1/contributions/${record.id}`
  return Contribution.parse({
    ...shown,
    ...(own && { geometry: own.exactGeometry }),
    links: [
      { href, rel: 'self', type: 'application/json', title: 'Deze bijdrage' },
      {
        href: `${origin}/api/v1/collections/${record.consultation}/items/${record.id}`,
        rel: 'alternate',
        type: 'application/geo+json',
        title: 'Deze bijdrage als GeoJSON',
      },
      {
        href: `${origin}/api/v1/consultations/${record.consultation}`,
        rel: 'up',
        type: 'application/json',
        title: 'Het participatietraject',
      },
    ],
  } satisfies Contribution)
}
