/** How many contributions lie in zones: from the counters, so that it costs the same however many there are. */
import type { Link } from '#contract/contribution.ts'
import { zoneOf } from '#contract/parameters.ts'
import type { ZoneCount, ZoneCountList } from '#contract/zone-count.ts'
import { knownConsultation } from './consultations.ts'
import type { Implementation } from './endpoint.ts'
import { Refusal } from './refusal.ts'
import type { Dependencies } from './service.ts'

export function zoneCounts({ store, origin }: Dependencies) {
  const get: Implementation<'getZoneCounts'> = async (request) => {
    const { zone, layer = [], limit, next } = request.accept().query
    const { id } = await knownConsultation(store, request.params.consultation)
    const page = zone
      ? { items: await countsOf(id, zone), next: undefined }
      : await store.zonesOfLayers(id, [...new Set(layer)], { limit, ...(next !== undefined && { next }) })
    // Only whole layers have pages.
    if (zone && next !== undefined) throw new Refusal('invalid-request', { faults: [badToken] })
    const json: ZoneCountList = { zones: [...page.items], links: links(request, page.next) }
    return { body: { json }, cache: 'public', etag: 'body' }
  }

  /** Each zone once, in the order asked. */
  async function countsOf(consultation: string, listed: readonly string[]): Promise<ZoneCount[]> {
    const zones = [...new Set(listed)].flatMap((text) => zoneOf(text) ?? [])
    const counts = await store.zoneTotals(
      consultation,
      zones.map(({ layer, id }) => `${layer}/${id}`),
    )
    return zones.map((zone, index) => ({ ...zone, contributions: counts[index] ?? 0 }))
  }

  function links({ path, queryText }: { path: string; queryText: string }, next: string | undefined): Link[] {
    const type = 'application/json'
    const self = { href: `${origin}${path}?${queryText}`, rel: 'self', type }
    if (next === undefined) return [self]
    const query = new URLSearchParams(queryText)
    query.set('next', next)
    return [self, { href: `${origin}${path}?${query}`, rel: 'next', type }]
  }

  return { getZoneCounts: get }
}

const badToken = { in: 'query', path: ['next'], code: 'badPageToken' } as const
