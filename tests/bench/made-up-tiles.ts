/** Tiles of made-up contributions out of memory, written by the API's own code: what a browser gets, without a database. */
import { tiles } from '#api/ogc/tiles.ts'
import type { ApiRequest } from '#api/request.ts'
import type { Dependencies } from '#api/service.ts'
import type { Position } from '#contract/geometry.ts'
import { spotOf } from '#domain/anchor.ts'
import { quadkeyOf, tileKey } from '#domain/quadkey.ts'
import { mixName, themeSet } from '#domain/theme-set.ts'
import { generated } from '#local/generated.ts'
import { readSeed } from '#local/seed.ts'
import type { Cluster, MapEntry, Tile } from '#store/store.ts'

/** As the store's: so many one by one, else clusters of cells three levels finer; at the deepest zoom of the finest cells. */
const maxEntries = 500
const [deepestZoom, clusterDepth, finestLevel] = [16, 3, 20]

interface MadeUp {
  readonly key: string
  readonly spot: Position
  readonly entry: MapEntry
}

export type TileOf = (z: number, x: number, y: number) => Promise<Uint8Array>

export async function madeUpTiles(count: number): Promise<TileOf> {
  const { consultation } = await readSeed()
  const all = Array.from({ length: count }, (_, number): MadeUp => {
    const { draft } = generated({ consultation, shape: 'villages', lines: 0.1 }, number)
    const geometry = draft.geometry ?? { type: 'Point', coordinates: [0, 0] }
    const { kind, themes, title } = draft
    const id = String(number).padStart(26, '0')
    const spot = spotOf(geometry)
    return { key: quadkeyOf(spot), spot, entry: { id, kind, themes, title, village: null, outcome: 'open', geometry } }
  }).sort((a, b) => (a.key < b.key ? -1 : 1))
  return async (z, x, y) => {
    const tile = tileOf(all, z, x, y)
    if (tile.entries.length + tile.clusters.length === 0) return new Uint8Array()
    // Of all that the API is built on, a tile that holds something needs only the store's tile.
    const { getTile } = tiles({ store: { tile: async () => tile } } as unknown as Dependencies)
    const params = { collection: consultation.id, tileMatrix: z, tileRow: y, tileCol: x }
    const { body } = await getTile({ params, accept: () => undefined } as unknown as ApiRequest<'getTile'>)
    if (typeof body !== 'object' || body === null || !('bytes' in body)) throw new Error('a tile was expected')
    return body.bytes as Uint8Array
  }
}

function tileOf(all: readonly MadeUp[], z: number, x: number, y: number): Tile {
  const key = tileKey(z, x, y)
  const from = firstFrom(all, key)
  const inside = all.slice(from, firstFrom(all, `${key}4`))
  if (inside.length <= maxEntries) return { entries: inside.map(({ entry }) => entry), clusters: [] }
  const level = z === deepestZoom ? finestLevel : z + clusterDepth
  const cells = Map.groupBy(inside, ({ key: of }) => of.slice(0, level))
  return { entries: [], clusters: [...cells].map(([cell, held]) => clusterOf(cell, held)) }
}

function firstFrom(all: readonly MadeUp[], key: string): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

function clusterOf(cell: string, held: readonly MadeUp[]): Cluster {
  const mix: Record<string, number> = {}
  for (const { entry } of held) {
    const name = mixName(entry.kind, themeSet(entry.themes))
    mix[name] = (mix[name] ?? 0) + 1
  }
  const mean = (axis: 0 | 1) => held.reduce((sum, { spot }) => sum + spot[axis], 0) / held.length
  return { cell, count: held.length, mix, position: [mean(0), mean(1)] }
}
