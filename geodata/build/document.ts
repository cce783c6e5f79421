/** Builds one document: for each layer a FlatGeobuf to download, for all of them the zones and the tiles. */
import { join } from 'node:path'
import type { Document, Layer } from '#contract/catalogue.ts'
import { type Imported, InputError, type LayerStyle, type SourceLayer, type SourceZone } from '../importer.ts'
import { kindOf } from '../kinds.ts'
import type { Progress } from '../progress.ts'
import type { Report } from '../report.ts'
import { freeSlug, slugOf } from '../slug.ts'
import { flatZone } from './flat-zone.ts'
import { FlatGeobufWriter } from './flatgeobuf-writer.ts'
import { Governing } from './governing.ts'
import type { Label } from './labels.ts'
import { Guesses, styled } from './layer-style.ts'
import type { LayerResult } from './layer-work.ts'
import { around } from './packed-tree.ts'
import { addPieces, zoneColumns } from './pieces.ts'
import { writeText } from './text-file.ts'
import { buildTiles, type TileSource } from './tiles.ts'
import { Workshop } from './workshop.ts'

/** What a document is called and where it comes from, complete. */
export type DocumentHead = Pick<
  Document,
  'id' | 'title' | 'category' | 'authority' | 'version' | 'date' | 'source' | 'licence' | 'example'
>

export interface Built {
  readonly document: Document
  /** Names of the files in the work folder. */
  readonly files: readonly string[]
  readonly figures: Figures
}

export interface Figures {
  readonly layers: number
  readonly zones: number
  readonly vertices: number
  readonly pieces: number
  readonly tiles: number
  /** Bytes as sent. */
  readonly largestTile: number
  readonly bytes: { readonly tiles: number; readonly zones: number; readonly downloads: number }
}

/**
 * @param styleOf what is said of a layer beside its source
 * @param work folder for the files; nothing outside it is touched
 * @throws {InputError} when not a single zone came out
 */
export async function buildDocument(
  head: DocumentHead,
  imported: Imported,
  styleOf: (layer: SourceLayer) => LayerStyle,
  work: string,
  progress: Progress,
  report: Report,
  workshop: Workshop = new Workshop(),
): Promise<Built> {
  const zones = new FlatGeobufWriter(join(work, 'zones.part'), head.title, zoneColumns)
  const given: { layer: Omit<Layer, 'bounds' | 'download'>; result: Promise<LayerResult> }[] = []
  const sources: TileSource[] = []
  const slugs = new Set<string>()
  const governing = new Governing()
  const guesses = new Guesses()
  const byGio = new Map<string, string[]>()
  try {
    progress.start('layers', imported.count)
    for await (const layer of imported.layers()) {
      const slug = freeSlug(slugs, slugOf(layer.name, 'layer'))
      const id = `${head.id}.${slug}`
      const style = styled(layer, styleOf(layer), given.length, guesses)
      const passages = style.passages ?? []
      governing.add(id, layer.zones, passages)
      const withValue = style.legend.length > 0
      sources.push({ id, layer: slug, withValue })
      for (const gio of layer.gios ?? []) byGio.set(gio, [...(byGio.get(gio) ?? []), id])
      const geometry = kindOf((layer.zones[0] as SourceZone).geometry)
      const job = { id, slug, name: layer.name, zones: layer.zones.map(flatZone), passages, withValue, work }
      given.push({ layer: { id, ...style, geometry, zones: layer.zones.length }, ...(await workshop.give(job)) })
      progress.step(layer.name)
    }
    const layers: Layer[] = []
    const labels: Label[] = []
    const edges: number[] = []
    const totals = { zones: 0, vertices: 0, downloads: 0, pieces: 0 }
    for (const { layer, result } of given) {
      const { area, bounds, download, pieces, ...made } = await result
      await addPieces(zones, pieces)
      layers.push({ ...layer, ...(area > 0 ? { area } : {}), bounds, download: download.name })
      labels.push(...made.labels)
      edges.push(...made.edges)
      totals.zones += layer.zones
      totals.vertices += made.vertices
      totals.downloads += download.bytes
      totals.pieces += pieces.lengths.length
    }
    progress.stop()
    guesses.tell(report)
    if (layers.length === 0) throw new InputError(nothing(report))
    const bounds = layers.map((layer) => layer.bounds).reduce(around)
    const text = await writeText(governing.in(imported.text?.((gio) => byGio.get(gio) ?? [])), head.id, work)
    const zonesFile = await zones.publish(work, `${head.id}.zones`)
    const tiles = await buildTiles(
      { workshop, sources, labels, edges, bounds, work, prefix: head.id, title: head.title, attribution: head.authority },
      progress,
    )
    return {
      document: {
        ...head,
        bounds,
        minZoom: tiles.minZoom,
        maxZoom: tiles.maxZoom,
        tiles: tiles.name,
        zones: zonesFile.name,
        ...(text === undefined ? {} : { text }),
        layers,
      },
      files: [tiles.name, zonesFile.name, ...(text === undefined ? [] : [text]), ...layers.map((layer) => layer.download)],
      figures: {
        layers: layers.length,
        zones: totals.zones,
        vertices: totals.vertices,
        pieces: totals.pieces,
        tiles: tiles.count,
        largestTile: tiles.largest,
        bytes: { tiles: tiles.bytes, zones: zonesFile.bytes, downloads: totals.downloads },
      },
    }
  } finally {
    progress.stop()
    await workshop.end()
  }
}

function nothing(report: Report): string {
  const reasons = report.skipped.map(({ subject, reason }) => `\n  ${subject}: ${reason}`)
  return `no zone could be read${reasons.slice(0, 10).join('')}${reasons.length > 10 ? `\n  and ${reasons.length - 10} more` : ''}`
}
