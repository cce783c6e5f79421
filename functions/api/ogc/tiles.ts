/** Contributions as vector tiles, so that no client ever loads them all to draw a map. */
import { geoJSONToTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { anchorOf } from '#domain/anchor.ts'
import { latitudeAt, longitudeAt } from '#domain/mercator.ts'
import type { MapEntry } from '#store/store.ts'
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
    const [{ entries, more }] = await Promise.all([store.tile(collection, z, x, y), knownConsultation(store, collection)])
    return { body: { bytes: encode(entries, more, z, x, y) }, cache: 'public', etag: 'body' }
  }
  return { getTile: get }
}

/**
 * Source layers: `contributions` (their geometry), `anchors` (one point per line or area, for its pin) and, only where more lies here
 * than is drawn, `tile` (one point with `more`). A layer without features is left out; a tile without layers is 0 bytes.
 */
function encode(entries: readonly MapEntry[], more: boolean, z: number, x: number, y: number): Uint8Array {
  if (entries.length === 0 && !more) return new Uint8Array()
  const shapes = entries.map((entry) => feature(entry, entry.geometry))
  const anchors = entries.flatMap((entry) => {
    const anchor = anchorOf(entry.geometry)
    return anchor ? [feature(entry, { type: 'Point', coordinates: anchor })] : []
  })
  const note = more ? [{ type: 'Feature', properties: { more: true }, geometry: centreOf(z, x, y) } as const] : []
  const layers = { contributions: shapes, anchors, tile: note }
  const encoded = Object.entries(layers).flatMap(([layer, features]) => {
    const tile = geoJSONToTile({ type: 'FeatureCollection', features }, z, x, y, {
      extent,
      buffer,
      clip: true,
      maxZoom: 24,
      tolerance: 0,
    })
    return tile && tile.features.length > 0 ? [[layer, tile] as const] : []
  })
  return encoded.length === 0 ? new Uint8Array() : fromGeojsonVt(Object.fromEntries(encoded), { version: 2, extent })
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
    },
  }
}

/** Centre of a web-mercator tile in degrees. */
function centreOf(z: number, x: number, y: number): GeoJSON.Point {
  const size = 2 ** z
  return { type: 'Point', coordinates: [longitudeAt((x + 0.5) / size), latitudeAt((y + 0.5) / size)] }
}
