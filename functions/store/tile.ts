/** What a tile draws: one Query for its own range; where the consultation holds lines and areas, also the cells above it and the wide ones. */
import { decodeMapShape } from '#domain/map-shape.ts'
import { ancestorsOf, boxOf, ownRange, tileKey, tileRange } from '#domain/quadkey.ts'
import { touchesBox } from '#domain/touches.ts'
import { firstEntry } from './bbox.ts'
import type { Database } from './client.ts'
import type { PlaceEntry } from './place-entry.ts'
import { readShapes } from './shapes.ts'
import type { MapEntry, TileEntries } from './store.ts'
import { placeKeys } from './table.ts'
import { querySegment } from './walk.ts'

/** Most contributions that one tile draws. */
const maxEntries = 500
/** Most entries read per ancestor cell and of the wide shapes: with `maxEntries` of the tile's own they stay below 32 read units. */
const maxAbove = 60
/** Part of a tile's width by which its neighbours' shapes reach into its buffer (64 of 4096 units). */
const buffer = 64 / 4096

/** Always the same entries for the same contents: the first in the order of their keys. */
export async function readTile(database: Database, consultation: string, z: number, x: number, y: number): Promise<TileEntries> {
  const key = tileKey(z, x, y)
  const partition = placeKeys.partition(consultation)
  const query = (range: { from: string; to: string }, limit: number) =>
    querySegment<PlaceEntry>(database, { index: 'byPlace', partition, range }, limit)
  const own = tileRange(z, x, y)
  const [ownPage, shapes] = await Promise.all([query(own, maxEntries + 1), readShapes(database, consultation)])
  const above = shapes.cells ? ancestorsOf(key).map(ownRange) : []
  const wide = { index: 'byPlace', partition: placeKeys.widePartition(consultation) } as const
  const abovePages = await Promise.all([
    ...above.map((range) => query(range, maxAbove)),
    ...(shapes.wide ? [querySegment<PlaceEntry>(database, wide, maxAbove)] : []),
  ])
  const pages = [ownPage, ...abovePages]
  const ranges = [own, ...above]
  const box = bufferedBox(key)
  const drawn = pages
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.placePk !== partition || firstEntry(entry, ranges) === entry.placeSk)
    .map(mapEntryOf)
    // A shape that stands under a cell above the tile need not reach the tile itself.
    .filter(({ geometry }) => geometry.type === 'Point' || touchesBox(geometry, box))
  return { entries: drawn.slice(0, maxEntries), more: pages.some(({ more }) => more) || drawn.length > maxEntries }
}

function mapEntryOf({ id, kind, themes, title, village, outcome, shape }: PlaceEntry): MapEntry {
  return { id, kind, themes, title, village, outcome, geometry: decodeMapShape(shape) }
}

function bufferedBox(key: string): [number, number, number, number] {
  const [west, south, east, north] = boxOf(key)
  const [dx, dy] = [(east - west) * buffer, (north - south) * buffer]
  return [west - dx, south - dy, east + dx, north + dy]
}
