/** The work on one layer that needs no other layer: its download, its zones in pieces, its labels and its tiles. Done in this thread or in another, with the same result. */
import { join } from 'node:path'
import type { BBox } from '#contract/geometry.ts'
import { areaOf } from '#geo/overlap.ts'
import { shapeOf } from '#geo/shape.ts'
import type { SourceZone } from '../importer.ts'
import { columnsOf } from './columns.ts'
import { featureOf, propertiesOf } from './feature-bytes.ts'
import { boxOfFlat } from './flat-ring.ts'
import { type FlatZone, partsOf, sourceZone } from './flat-zone.ts'
import { FlatGeobufWriter } from './flatgeobuf-writer.ts'
import { type Label, labelOf } from './labels.ts'
import { around } from './packed-tree.ts'
import { type PackedPieces, piecesOf } from './pieces.ts'
import { type DrawnZone, drawnZones, type EncodedTile, type TileFeature, tilesOf, tolerance } from './tile-layer.ts'
import { sampleEdges } from './zooms.ts'

export interface LayerJob {
  /** Id in the catalogue: `document.layer`. */
  readonly id: string
  /** Name of the source layer in the tiles. */
  readonly slug: string
  readonly name: string
  readonly zones: readonly FlatZone[]
  /** The layer's own, which zones without passages have. */
  readonly passages: readonly string[]
  /** Zones carry their value in the tiles. */
  readonly withValue: boolean
  /** Folder for files. */
  readonly work: string
}

export interface LayerResult {
  readonly bounds: BBox
  /** m²; 0 where there is none. */
  readonly area: number
  readonly download: { readonly name: string; readonly bytes: number }
  readonly pieces: PackedPieces
  readonly labels: readonly Label[]
  /** Sampled lengths of edges, in metres. */
  readonly edges: readonly number[]
  readonly vertices: number
}

export interface ZoomRange {
  readonly minZoom: number
  readonly maxZoom: number
  /** 0, and one more each time that a tile of the zoom came out too large. */
  readonly attempt: number
}

/** Doublings of the tolerance before small areas are left out as well. */
const thinFrom = 4

/** What is kept of a layer until the zooms are known. */
export interface Drawing {
  readonly slug: string
  readonly zones: readonly DrawnZone[]
}

export async function workOn(job: LayerJob): Promise<{ result: LayerResult; drawing: Drawing }> {
  const zones = job.zones.map(sourceZone)
  const features = tileFeaturesOf(zones, job.withValue)
  const download = await writeDownload(job)
  const labels = features.flatMap((feature) => {
    const { id = null, title = null } = feature.properties
    return labelOf(feature.geometry, { id, title, layer: job.slug }) ?? []
  })
  const result = {
    bounds: job.zones.map(({ flat }) => boxOfFlat(flat)).reduce(around),
    area: Math.round(areaOf(zones.flatMap((zone) => shapeOf(zone.geometry).polygons))),
    pieces: piecesOf(job.id, job.zones, job.passages),
    labels,
    edges: sampleEdges(features),
    vertices: job.zones.reduce((sum, { flat }) => sum + flat.length / 2, 0),
  }
  const drawing = { slug: job.slug, zones: drawnZones(features) }
  return { result: { ...result, download }, drawing }
}

/** The layer as it is, to download. */
async function writeDownload({ id, name, work, zones }: LayerJob): Promise<LayerResult['download']> {
  const columns = columnsOf(zones)
  const writer = new FlatGeobufWriter(join(work, `${id}.part`), name, columns)
  for (const zone of zones) {
    const { id: own, title, value = null } = zone
    const properties = propertiesOf(columns, { ...zone.properties, id: own, title, value })
    await writer.addEncoded(featureOf({ type: zone.type, parts: partsOf(zone) }, properties), boxOfFlat(zone.flat), zone.type)
  }
  return writer.publish(work, id)
}

/** What a zone carries in the tiles. */
function tileFeaturesOf(zones: readonly SourceZone[], withValue: boolean): TileFeature[] {
  return zones.map(({ id, title, value, geometry }) => ({
    geometry,
    properties: withValue && value !== undefined ? { id, title, value } : { id, title },
  }))
}

/** The layer's tiles at some zooms, coarser with each attempt. */
export function tilesOfDrawing({ slug, zones }: Drawing, { minZoom, maxZoom, attempt }: ZoomRange): EncodedTile[] {
  const drawn = attempt === 0 ? zones : thinned(zones, attempt)
  return [...tilesOf(drawn, { layer: slug, minZoom, maxZoom, tolerance: tolerance * 2 ** attempt, exactTop: attempt === 0 })]
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
