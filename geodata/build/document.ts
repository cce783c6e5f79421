/** Builds one document: for each layer a FlatGeobuf to download, for all of them the zones and the tiles. */
import { join } from 'node:path'
import type { Document, Layer } from '#contract/catalogue.ts'
import { areaOf } from '#geo/overlap.ts'
import { boxOfShape, shapeOf } from '#geo/shape.ts'
import { type Imported, InputError, type LayerStyle, type SourceLayer, type SourceZone } from '../importer.ts'
import { kindOf } from '../kinds.ts'
import type { Progress } from '../progress.ts'
import type { Report } from '../report.ts'
import { freeSlug, slugOf } from '../slug.ts'
import { columnsOf } from './columns.ts'
import { cutLine, cutPolygon } from './cut.ts'
import type { ColumnKind } from './feature-bytes.ts'
import { FlatGeobufWriter } from './flatgeobuf-writer.ts'
import { Governing } from './governing.ts'
import { type Label, labelOf } from './labels.ts'
import { Guesses, styled } from './layer-style.ts'
import { around } from './packed-tree.ts'
import { writeText } from './text-file.ts'
import { drawnZones } from './tile-layer.ts'
import { buildTiles, type TileSource, tileFeaturesOf } from './tiles.ts'
import { sampleEdges } from './zooms.ts'

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

const zoneColumns: ReadonlyMap<string, ColumnKind> = new Map(
  ['layer', 'id', 'title', 'value', 'link', 'passages'].map((name) => [name, 'string']),
)

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
): Promise<Built> {
  const zones = new ZonesBuild(work, head.title)
  const sources: TileSource[] = []
  const labels: Label[] = []
  const edges: number[] = []
  const layers: Layer[] = []
  const slugs = new Set<string>()
  const governing = new Governing()
  const guesses = new Guesses()
  const byGio = new Map<string, string[]>()
  const totals = { zones: 0, vertices: 0, downloads: 0 }
  try {
    progress.start('layers', imported.count)
    for await (const layer of imported.layers()) {
      const slug = freeSlug(slugs, slugOf(layer.name, 'layer'))
      const id = `${head.id}.${slug}`
      const bounds = layer.zones.map((zone) => boxOfShape(shapeOf(zone.geometry))).reduce(around)
      const download = await writeDownload(layer, id, work)
      const style = styled(layer, styleOf(layer), layers.length, guesses)
      for (const zone of layer.zones) await zones.add(id, zone, style.passages ?? [])
      governing.add(id, layer.zones, style.passages ?? [])
      layers.push({
        id,
        ...style,
        geometry: kindOf((layer.zones[0] as SourceZone).geometry),
        zones: layer.zones.length,
        ...areaOfZones(layer.zones),
        bounds,
        download: download.name,
      })
      for (const gio of layer.gios ?? []) byGio.set(gio, [...(byGio.get(gio) ?? []), id])
      const withValue = style.legend.length > 0
      const features = tileFeaturesOf(layer.zones, withValue)
      sources.push({ layer: slug, zones: drawnZones(features), withValue })
      edges.push(...sampleEdges(features))
      for (const feature of features) {
        const { id: zone = null, title = null } = feature.properties
        const label = labelOf(feature.geometry, { id: zone, title, layer: slug })
        if (label) labels.push(label)
      }
      totals.zones += layer.zones.length
      totals.vertices += layer.zones.reduce((sum, zone) => sum + verticesOf(zone.geometry), 0)
      totals.downloads += download.bytes
      progress.step(layer.name)
    }
    progress.stop()
    guesses.tell(report)
    if (layers.length === 0) throw new InputError(nothing(report))
    const bounds = layers.map((layer) => layer.bounds).reduce(around)
    const text = await writeText(governing.in(imported.text?.((gio) => byGio.get(gio) ?? [])), head.id, work)
    const zonesFile = await zones.publish(work, head.id)
    const tiles = await buildTiles(
      { sources, labels, edges, bounds, work, prefix: head.id, title: head.title, attribution: head.authority },
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
        pieces: zonesFile.pieces,
        tiles: tiles.count,
        largestTile: tiles.largest,
        bytes: { tiles: tiles.bytes, zones: zonesFile.bytes, downloads: totals.downloads },
      },
    }
  } finally {
    progress.stop()
  }
}

function nothing(report: Report): string {
  const reasons = report.skipped.map(({ subject, reason }) => `\n  ${subject}: ${reason}`)
  return `no zone could be read${reasons.slice(0, 10).join('')}${reasons.length > 10 ? `\n  and ${reasons.length - 10} more` : ''}`
}

/** The layer as it is, to download. */
async function writeDownload(layer: SourceLayer, id: string, work: string): Promise<{ name: string; bytes: number }> {
  const writer = new FlatGeobufWriter(join(work, `${id}.part`), layer.name, columnsOf(layer.zones))
  for (const { geometry, properties, id: zone, title, value } of layer.zones) {
    await writer.add(geometry, { ...properties, id: zone, title, value: value ?? null })
  }
  return writer.publish(work, id)
}

/** All layers' zones in pieces, for "what lies here?". */
class ZonesBuild {
  readonly #writer: FlatGeobufWriter
  #pieces = 0

  constructor(work: string, title: string) {
    this.#writer = new FlatGeobufWriter(join(work, 'zones.part'), title, zoneColumns)
  }

  /** @param usual passages of the layer */
  async add(layer: string, zone: SourceZone, usual: readonly string[]): Promise<void> {
    const { id, title, value, link, geometry } = zone
    const passages = (zone.passages ?? usual).join(' ')
    const own = passages === usual.join(' ') ? null : passages
    const row = { layer, id, title, value: value ?? null, link: link ?? null, passages: own }
    const { points, lines, polygons } = shapeOf(geometry)
    const pieces: SourceZone['geometry'][] = [
      ...polygons
        .flatMap((rings) => cutPolygon(rings))
        .map((rings) => ({ type: 'Polygon' as const, coordinates: rings as GeoJSON.Position[][] })),
      ...lines
        .flatMap((line) => cutLine(line))
        .map((line) => ({ type: 'LineString' as const, coordinates: line as GeoJSON.Position[] })),
      ...points.map((point) => ({ type: 'Point' as const, coordinates: point as GeoJSON.Position })),
    ]
    for (const piece of pieces) await this.#writer.add(piece, row)
    this.#pieces += pieces.length
  }

  async publish(work: string, document: string): Promise<{ name: string; bytes: number; pieces: number }> {
    return { ...(await this.#writer.publish(work, `${document}.zones`)), pieces: this.#pieces }
  }
}

/** m², where there is any. */
function areaOfZones(zones: readonly SourceZone[]): { area?: number } {
  const area = Math.round(areaOf(zones.flatMap((zone) => shapeOf(zone.geometry).polygons)))
  return area > 0 ? { area } : {}
}

function verticesOf(geometry: SourceZone['geometry']): number {
  const { points, lines, polygons } = shapeOf(geometry)
  return points.length + [...lines, ...polygons.flat()].reduce((sum, line) => sum + line.length, 0)
}
