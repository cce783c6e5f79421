/** What tests of joining anew share: made-up catalogues that come and go, and every contribution of a table. */
import type { Zone } from '#contract/catalogue.ts'
import type { Geometry } from '#contract/geometry.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { joinedAnew } from '#domain/joined-anew.ts'
import type { Database } from '#store/client.ts'
import { countChanges } from '#store/count.ts'
import { reconcile } from '#store/reconcile.ts'
import { openStreamReader } from '#store/stream-reader.ts'
import { meetsStreamFilter } from '#store/table.ts'
import { contribution } from '../store/contributions.ts'
import { type Fixture, scan, table } from '../store/fixture.ts'

/** Geodata of squares whose borders and versions differ per edition. */
export function editions(first: string) {
  let current = first
  const zonesOf = (edition: string, geometry: Geometry): Zone[] => {
    const [x = 0, y = 0] = positionOf(geometry)
    // Every edition has another grid, so that some contributions get other zones and others only another version.
    const size = 0.01 + (edition.charCodeAt(edition.length - 1) % 3) * 0.005
    const names = [`vierkant-${Math.floor(x / size)}-${Math.floor(y / size)}`, 'gemeente']
    return names.map((id) => ({
      layer: 'visie.vierkanten',
      layerTitle: 'Vierkanten',
      id,
      title: id,
      document: 'visie',
      documentTitle: 'Visie',
      category: 'vision',
      version: edition,
      date: '2026-11-24',
      theme: 'general',
      colour: '#123456',
    }))
  }
  return {
    get current() {
      return current
    },
    publish(edition: string): void {
      current = edition
    },
    /** What a submission or edit joins with now. */
    zonesNow: (geometry: Geometry) => zonesOf(current, geometry),
    pinned: async () => {
      const edition = current
      return { edition, zonesAt: async (geometry: Geometry) => zonesOf(edition, geometry) }
    },
    /** Contributions whose zones are not those of the current edition. */
    stale: async (records: readonly ContributionRecord[]): Promise<string[]> =>
      records.filter(({ zones, geometry }) => joinedAnew(zones, geometry ? zonesOf(current, geometry) : [])).map(({ id }) => id),
  }
}
export type Editions = ReturnType<typeof editions>

function positionOf(geometry: Geometry): readonly number[] {
  let inner: unknown = geometry.coordinates
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0]
  return inner as number[]
}

/** The n-th place of a row that crosses many squares. */
export const placeNumber = (number: number): Geometry =>
  number % 5 === 4
    ? {
        type: 'LineString',
        coordinates: [
          [5.1 + number * 0.004, 52],
          [5.101 + number * 0.004, 52.01],
        ],
      }
    : { type: 'Point', coordinates: [5.1 + number * 0.004, 52 + (number % 3) * 0.004] }

/** As it is sent now: joined with the current edition. */
export function sent(
  { zonesNow }: Pick<Editions, 'zonesNow'>,
  consultation: string,
  geometry: Geometry | null,
  changes: Partial<ContributionRecord> = {},
): ContributionRecord {
  return contribution(consultation, geometry, { zones: geometry ? refs(zonesNow(geometry)) : [], ...changes })
}

const refs = (zones: readonly Zone[]) => joinedAnew([], zones) ?? []

/** Every contribution of the consultation, in whatever state. */
export async function everyOne(fixture: Fixture, consultation: string): Promise<ContributionRecord[]> {
  const ids = (await scan(fixture))
    .filter((item) => item.sk === 'BODY' && item.consultation === consultation)
    .map((item) => String(item.id))
  const records = await Promise.all(ids.map((id) => fixture.store.get(id)))
  return records.flatMap((record) => record ?? [])
}

/** Counts what the stream holds, then recounts: what is still off. */
export async function countedWrong(fixture: Fixture, database: Database, consultation: string) {
  const reader = await openStreamReader({ table, endpoint: fixture.local.endpoint })
  const [shard] = await reader.shards()
  const letters = {
    put: async ({ reason }: { reason: string }) => {
      throw new Error(`unexpected dead letter: ${reason}`)
    },
  }
  for (let next: string | undefined = await reader.iterator(shard?.id ?? ''); next !== undefined; ) {
    const page = await reader.read(next, 1000)
    const about = ({ NewImage, OldImage }: (typeof page.records)[number]['dynamodb']) =>
      (NewImage ?? OldImage)?.consultation?.S === consultation
    const records = page.records.filter(meetsStreamFilter).filter(({ dynamodb }) => about(dynamodb))
    await countChanges(database, letters, records)
    // At least once, and out of order.
    await countChanges(database, letters, records.toReversed())
    next = page.records.length > 0 ? page.next : undefined
  }
  reader.close()
  const { uncounted, drift } = await reconcile(database, consultation)
  return { uncounted, drift }
}

/** A clock that goes this far each time it is looked at. */
export function clockOf(step: number): () => number {
  let now = 0
  return () => {
    now += step
    return now
  }
}
