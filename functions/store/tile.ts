/**
 * What a tile draws: one Query for the summaries of its cells; where they sum to little, one more for the contributions themselves
 * (two among lines and areas); where the consultation holds lines and areas, also those entered above the tile, and the wide ones.
 */
import { decodeMapShape } from '#domain/map-shape.ts'
import { latitudeAt, longitudeAt } from '#domain/mercator.ts'
import { ancestorsOf, boxOf, type KeyRange, ownRange, pointLevel, tileKey, tileRange } from '#domain/quadkey.ts'
import { touchesBox } from '#domain/touches.ts'
import { firstEntry } from './bbox.ts'
import { type CellSummary, joinedAt, levelForZoom } from './cell-summary.ts'
import type { Database } from './client.ts'
import type { PlaceEntry } from './place-entry.ts'
import { readSummaries } from './read-summaries.ts'
import { recallShapes } from './shapes.ts'
import type { Cluster, MapEntry, Tile } from './store.ts'
import { placeKeys } from './table.ts'
import { querySegment } from './walk.ts'

/** Deepest zoom of which tiles are made; beyond it they are drawn larger. */
const deepestZoom = 16
/** Most contributions that one tile draws one by one. */
const maxEntries = 500
/** Most entries read per ancestor cell and of the wide shapes: with `maxEntries` of the tile's own they stay below 32 read units. */
const maxAbove = 60
/** How much of `maxEntries` one entry of a line or area takes: up to 1 kB, with its outline and its cells, where a point takes 300 bytes. */
const entryWeight = 3
/** The same for a whole line or area: it is read under several cells, at the deepest zoom under one. */
const shapeWeight = { among: 8, deepest: entryWeight } as const
/** Levels between a tile and its clusters: 8 × 8 of them, 64 pixels apart. At the deepest zoom, the finest summaries. */
const clusterDepth = 3
/** Part of a tile's width by which its neighbours' shapes reach into its buffer (64 of 4096 units). */
const buffer = 64 / 4096

/** Always the same answer for the same contents. @param z at most 16 */
export async function readTile(database: Database, consultation: string, z: number, x: number, y: number): Promise<Tile> {
  const key = tileKey(z, x, y)
  const level = levelForZoom(z)
  const [summaries, shapes] = await Promise.all([
    readSummaries(database, consultation, level, tileRange(z, x, y)),
    recallShapes(database, consultation),
  ])
  const partition = placeKeys.partition(consultation)
  const query = (range: KeyRange, limit: number) =>
    querySegment<PlaceEntry>(database, { index: 'byPlace', partition, range }, limit)
  const own = tileRange(z, x, y)
  const above = shapes.cells ? ancestorsOf(key).map(ownRange) : []
  const wide = { index: 'byPlace', partition: placeKeys.widePartition(consultation) } as const
  const [ownPage, ...abovePages] = await Promise.all([
    isLight(summaries, z) ? (shapes.cells ? readAmongShapes(database, own, partition) : query(own, maxEntries)) : undefined,
    ...above.map((range) => query(range, maxAbove)),
    ...(shapes.wide ? [querySegment<PlaceEntry>(database, wide, maxAbove)] : []),
  ])
  // Nobody has counted yet what is new: the entries themselves may be more than the summaries say.
  const one = ownPage !== undefined && (!ownPage.more || summaries.length === 0)
  const ranges = [own, ...above]
  const box = bufferedBox(key)
  const entries = [...(one ? ownPage.entries : []), ...abovePages.flatMap((page) => page?.entries ?? [])]
    .filter((entry) => entry.placePk !== partition || firstEntry(entry, one ? ranges : above) === entry.placeSk)
    .map(mapEntryOf)
    // A shape that stands under a cell above the tile need not reach the tile itself.
    .filter(({ geometry }) => geometry.type === 'Point' || touchesBox(geometry, box))
  if (one) return { entries, clusters: [] }
  const clusters = joinedAt(z === deepestZoom ? level : Math.min(level, z + clusterDepth), summaries)
  return { entries: entries.filter(({ geometry }) => !geometry.type.endsWith('Point')), clusters: clusters.map(clusterOf) }
}

function isLight(summaries: readonly CellSummary[], z: number): boolean {
  const weight = z === deepestZoom ? shapeWeight.deepest : shapeWeight.among
  return summaries.reduce((sum, { count, shapes }) => sum + count + shapes * (weight - 1), 0) <= maxEntries
}

/**
 * A tile's own entries where lines and areas may be among them, also such as merely pass, of which no summary tells: first as many as
 * may be read whatever they are, then as many more as `maxEntries` allows for when the rest is like the first.
 */
async function readAmongShapes(
  database: Database,
  range: KeyRange,
  partition: string,
): Promise<{ entries: PlaceEntry[]; more: boolean }> {
  const segment = { index: 'byPlace', partition, range } as const
  const first = await querySegment<PlaceEntry>(database, segment, Math.floor(maxEntries / entryWeight))
  const last = first.entries.at(-1)
  if (!first.more || !last) return first
  const weight = first.entries.reduce((sum, { placeSk }) => sum + (isPoint(placeSk) ? 1 : entryWeight), 0)
  const limit = Math.floor((maxEntries - weight) / (weight / first.entries.length))
  if (limit < 1) return first
  const rest = await querySegment<PlaceEntry>(database, segment, limit, { segment: 0, sortKey: last.placeSk, sk: last.sk })
  return { entries: [...first.entries, ...rest.entries], more: rest.more }
}

const isPoint = (placeSk: string): boolean => placeSk.indexOf('#') === pointLevel

function clusterOf({ cell, count, mix, sum: [x, y] }: CellSummary): Cluster {
  return { cell, count, mix, position: [longitudeAt(x / count), latitudeAt(y / count)] }
}

function mapEntryOf({ id, kind, themes, title, village, outcome, shape }: PlaceEntry): MapEntry {
  return { id, kind, themes, title, village, outcome, geometry: decodeMapShape(shape) }
}

function bufferedBox(key: string): [number, number, number, number] {
  const [west, south, east, north] = boxOf(key)
  const [dx, dy] = [(east - west) * buffer, (north - south) * buffer]
  return [west - dx, south - dy, east + dx, north + dy]
}
