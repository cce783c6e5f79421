/** Builds the tiles of a document from its layers. */
import { join } from 'node:path'
import type { BBox } from '#contract/geometry.ts'
import { InputError, type SourceZone } from '../importer.ts'
import type { Progress } from '../progress.ts'
import { type Label, labelLayer } from './labels.ts'
import { PmtilesWriter } from './pmtiles-writer.ts'
import { type DrawnZone, drawnZones, type TileFeature, type TileOptions, tilesOf, tolerance } from './tile-layer.ts'
import { TileStore } from './tile-store.ts'
import { highestZoomFor, lowestZoom } from './zooms.ts'

/** Doublings of the tolerance before a tile that stays too large is given up. */
const mostAttempts = 12
/** Doublings before small areas are left out as well. */
const thinFrom = 4

export interface TileSource {
  /** Source layer's name. */
  readonly layer: string
  readonly zones: readonly DrawnZone[]
  readonly withValue: boolean
}

export interface TilesInput {
  readonly sources: readonly TileSource[]
  readonly labels: readonly Label[]
  /** Sampled lengths of edges, in metres. */
  readonly edges: readonly number[]
  readonly bounds: BBox
  readonly work: string
  readonly prefix: string
  readonly title: string
  readonly attribution: string
}

export interface TilesBuilt {
  readonly name: string
  readonly bytes: number
  readonly minZoom: number
  readonly maxZoom: number
  readonly count: number
  readonly largest: number
}

export async function buildTiles(input: TilesInput, progress: Progress): Promise<TilesBuilt> {
  const { bounds, work } = input
  const minZoom = lowestZoom
  const maxZoom = highestZoomFor(input.edges, (bounds[1] + bounds[3]) / 2)
  const store = new TileStore(join(work, 'tiles.spool'))
  try {
    progress.start('tiles', input.sources.length)
    for (const source of input.sources) {
      await addTiles(store, source.zones, {
        layer: source.layer,
        minZoom,
        maxZoom,
        tolerance,
        exactTop: true,
      })
      progress.step(source.layer)
    }
    for (let z = minZoom; z <= maxZoom; z++) await addLabels(store, input, z, 0)
    progress.stop()
    await shrink(store, input)
    return { minZoom, maxZoom, ...(await write(store, input, minZoom, maxZoom)) }
  } finally {
    await store.discard()
  }
}

/** Makes every zoom that holds a tile too large again, coarser each time. */
async function shrink(store: TileStore, input: TilesInput): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const zooms = await store.zoomsTooLarge()
    if (zooms.length === 0) return
    if (attempt > mostAttempts) throw new InputError(`tiles at zoom ${zooms.join(', ')} stay too large; split the document`)
    for (const z of zooms) {
      store.forget(z)
      for (const source of input.sources) {
        await addTiles(store, thinned(source.zones, attempt), {
          layer: source.layer,
          minZoom: z,
          maxZoom: z,
          tolerance: tolerance * 2 ** attempt,
          exactTop: false,
        })
      }
      await addLabels(store, input, z, attempt)
    }
  }
}

/** Of points and lines half at each attempt; of areas later, the smaller ones first. */
function thinned(zones: readonly DrawnZone[], attempt: number): readonly DrawnZone[] {
  const isArea = ({ shapes }: DrawnZone) => shapes.some(({ type }) => type === 3)
  const thin = zones.filter((zone, index) => isArea(zone) || index % 2 ** attempt === 0)
  if (attempt < thinFrom) return thin
  return [...thin]
    .sort((a, b) => positionsOf(b) - positionsOf(a))
    .slice(0, Math.ceil(thin.length / 2 ** (attempt - thinFrom + 1)))
}

function positionsOf({ shapes }: DrawnZone): number {
  return shapes.flatMap(({ parts }) => parts).reduce((sum, { weights }) => sum + weights.length, 0)
}

async function addTiles(store: TileStore, zones: readonly DrawnZone[], options: TileOptions): Promise<void> {
  for (const tile of tilesOf(zones, options)) await store.add(tile)
}

/** Labels get no buffer: each stands in one tile, so it shows once. */
async function addLabels(store: TileStore, { labels }: TilesInput, z: number, attempt: number): Promise<void> {
  const shown = labels.filter((label) => label.minZoom + attempt <= z).map((label) => label.feature)
  if (shown.length > 0)
    await addTiles(store, drawnZones(shown), {
      layer: labelLayer,
      minZoom: z,
      maxZoom: z,
      tolerance: 0,
      exactTop: true,
      buffer: 0,
    })
}

async function write(
  store: TileStore,
  input: TilesInput,
  minZoom: number,
  maxZoom: number,
): Promise<{ name: string; bytes: number; count: number; largest: number }> {
  const writer = new PmtilesWriter(join(input.work, 'tiles.part'))
  const { count, largest } = await store.writeTo(writer)
  const fields = { id: 'String', title: 'String' }
  const layers = input.sources.map(({ layer, withValue }) => ({
    id: layer,
    fields: withValue ? { ...fields, value: 'String' } : fields,
  }))
  const metadata = {
    name: input.title,
    attribution: input.attribution,
    type: 'overlay',
    vector_layers: [...layers, { id: labelLayer, fields: { ...fields, layer: 'String' } }],
  }
  const published = await writer.publish(input.work, input.prefix, { bounds: input.bounds, minZoom, maxZoom, metadata })
  return { ...published, count, largest }
}

/** What a zone carries in the tiles. */
export function tileFeaturesOf(zones: readonly SourceZone[], withValue: boolean): TileFeature[] {
  return zones.map(({ id, title, value, geometry }) => ({
    geometry,
    properties: withValue && value !== undefined ? { id, title, value } : { id, title },
  }))
}
