/** Builds the tiles of a document from its layers. */
import { join } from 'node:path'
import type { BBox } from '#contract/geometry.ts'
import { InputError } from '../importer.ts'
import type { Progress } from '../progress.ts'
import { type Label, labelLayer } from './labels.ts'
import type { ZoomRange } from './layer-work.ts'
import { PmtilesWriter } from './pmtiles-writer.ts'
import { drawnZones, tilesOf } from './tile-layer.ts'
import { TileStore } from './tile-store.ts'
import type { Workshop } from './workshop.ts'
import { highestZoomFor, lowestZoom } from './zooms.ts'

/** Doublings of the tolerance before a tile that stays too large is given up. */
const mostAttempts = 12
export interface TileSource {
  /** The layer's id, by which the workshop knows it. */
  readonly id: string
  /** Source layer's name. */
  readonly layer: string
  readonly withValue: boolean
}

export interface TilesInput {
  readonly workshop: Workshop
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
    await addLayers(store, input, { minZoom, maxZoom, attempt: 0 }, (layer) => progress.step(layer))
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
      await addLayers(store, input, { minZoom: z, maxZoom: z, attempt })
      await addLabels(store, input, z, attempt)
    }
  }
}

/** All layers' tiles, in the order of the layers whichever is done first. */
async function addLayers(store: TileStore, { sources, workshop }: TilesInput, range: ZoomRange, done?: (layer: string) => void) {
  const asked = sources.map(({ id }) => workshop.tiles(id, range))
  // The first failure ends the build; the others have then nobody to tell.
  for (const tiles of asked) tiles.catch(() => undefined)
  for (const [index, tiles] of asked.entries()) {
    for (const tile of await tiles) await store.add(tile)
    done?.(sources[index]?.layer ?? '')
  }
}

/** Labels get no buffer: each stands in one tile, so it shows once. */
async function addLabels(store: TileStore, { labels }: TilesInput, z: number, attempt: number): Promise<void> {
  const shown = labels.filter((label) => label.minZoom + attempt <= z).map((label) => label.feature)
  if (shown.length > 0)
    for (const tile of tilesOf(drawnZones(shown), {
      layer: labelLayer,
      minZoom: z,
      maxZoom: z,
      tolerance: 0,
      exactTop: true,
      buffer: 0,
    }))
      await store.add(tile)
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
