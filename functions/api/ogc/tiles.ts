/** Contributions as vector tiles, so that no client ever loads them all to draw a map. The README of api/ says what a tile holds. */
import { geoJSONToTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { spotOf } from '#domain/anchor.ts'
import { quadkeyOf, tileKey } from '#domain/quadkey.ts'
import type { Cluster, MapEntry, Tile } from '#store/store.ts'
import { knownConsultation } from '../consultations.ts'
import type { Implementation } from '../endpoint.ts'
import { Refusal } from '../refusal.ts'
import type { Dependencies } from '../service.ts'

/** Tile units per side, and how far shapes reach beyond it so that no line breaks at an edge. */
const extent = 4096
const buffer = 128

export function tiles({ store }: Dependencies) {
  const get: Implementation<'getTile'> = async (request) => {
    request.accept()
    const { collection, tileMatrix: z, tileRow: y, tileCol: x } = request.params
    if (x >= 2 ** z || y >= 2 ** z) throw new Refusal('not-found')
    const tile = await store.tile(collection, z, x, y)
    // What holds something exists: only an empty tile may be one of no consultation.
    if (tile.entries.length + tile.clusters.length === 0) await knownConsultation(store, collection)
    return { body: { bytes: encode(tile, z, x, y) }, cache: 'public', etag: 'body' }
  }
  return { getTile: get }
}

/** A layer without features is left out; a tile without layers is 0 bytes. */
function encode({ entries, clusters }: Tile, z: number, x: number, y: number): Uint8Array {
  const clustered = clusters.length > 0
  const key = tileKey(z, x, y)
  const anchors = entries.flatMap((entry) => {
    if (clustered || entry.geometry.type === 'Point') return []
    const spot = spotOf(entry.geometry)
    // The pin of a shape that reaches in from next door stands there, and is counted there.
    return quadkeyOf(spot).startsWith(key) ? [feature(entry, { type: 'Point', coordinates: spot })] : []
  })
  const layers = {
    contributions: entries.map((entry) => feature(entry, entry.geometry)),
    anchors,
    clusters: clusters.map(clusterFeature),
  }
  const encoded = Object.entries(layers).flatMap(([layer, features]) => {
    if (features.length === 0) return []
    const tile = geoJSONToTile({ type: 'FeatureCollection', features }, z, x, y, {
      extent,
      buffer,
      clip: true,
      maxZoom: 24,
      tolerance: 0,
    })
    if (!tile || tile.features.length === 0) return []
    for (const { type, geometry } of tile.features) if (type === 1) for (const point of geometry) keepInside(point)
    return [[layer, tile] as const]
  })
  return encoded.length === 0 ? new Uint8Array() : fromGeojsonVt(Object.fromEntries(encoded), { version: 2, extent })
}

/** A point within half a unit of the tile's far edge would be rounded onto it, where no map draws it in either tile. */
function keepInside(point: [number, number]): void {
  if (point[0] === extent) point[0] = extent - 1
  if (point[1] === extent) point[1] = extent - 1
}

function feature(entry: MapEntry, geometry: GeoJSON.Geometry): GeoJSON.Feature {
  return {
    type: 'Feature',
    geometry,
    properties: {
      id: entry.id,
      kind: entry.kind,
      theme: entry.themes[0],
      themes: entry.themes.join(','),
      title: entry.title,
      ...(entry.village !== null && { village: entry.village }),
      outcome: entry.outcome,
      ...(geometry.type === 'MultiPoint' && { part: true }),
    },
  }
}

function clusterFeature({ cell, count, mix, position: [longitude, latitude] }: Cluster): GeoJSON.Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { cell, count, ...mix },
  }
}
