/** Turns features into zones: coordinates to WGS 84 and checked, an id and a title for each. */
import { type Crs, findCrs, lineToWgs84, type Position } from '../crs.ts'
import { InputError, type SourceZone } from '../importer.ts'
import type { Report } from '../report.ts'
import { ringFault } from '../rings.ts'
import type { Sidecar } from '../sidecar.ts'
import { axisFault } from './axes.ts'
import type { GeoJsonFile } from './geojson.ts'

type Names = Pick<Sidecar, 'idProperty' | 'titleProperty' | 'valueProperty'>

/** Properties that usually hold a name or a code, Dutch first; compared without case. */
const titleNames = [
  'naam',
  'title',
  'titel',
  'name',
  'label',
  'omschrijving',
  'buurtnaam',
  'wijknaam',
  'geonamesnaam',
  'gemeentenaam',
]
const idNames = ['id', 'identificatie', 'identificatiecode', 'code', 'buurtcode', 'wijkcode', 'gemeentecode', 'fid', 'objectid']
const valueNames = ['value', 'waarde']

/** @throws {InputError} when the file's CRS is unknown or its coordinates cannot be in it */
export function zonesOf(
  file: string,
  { features, crs }: GeoJsonFile,
  given: string | undefined,
  names: Names,
  report: Report,
): SourceZone[] {
  const system = crsFor(file, given ?? crs)
  checkAxes(file, features, system, given ?? crs)
  const titleProperties = names.titleProperty === undefined ? likely(features, titleNames) : [names.titleProperty]
  const idProperties = names.idProperty === undefined ? likely(features, idNames) : [names.idProperty]
  const valueProperties = names.valueProperty === undefined ? likely(features, valueNames) : [names.valueProperty]
  const [named] = titleProperties
  if (names.titleProperty === undefined && named !== undefined)
    report.assume(`${file}: names of zones are in property "${named}"`)
  const zones: SourceZone[] = []
  const ids = new Set<string>()
  for (const [index, feature] of features.entries()) {
    const title = first(feature, titleProperties) ?? `${index + 1}`
    const where = `${file}, feature ${index + 1} "${title}"`
    if (!feature.geometry) {
      report.skip(where, 'no geometry')
      continue
    }
    const value = first(feature, valueProperties)
    const shapes = flattened(feature.geometry)
    for (const shape of shapes) {
      const geometry = toWgs84(shape, system)
      if (typeof geometry === 'string') {
        report.skip(where, geometry)
        continue
      }
      const id = unused(ids, text(feature.id) ?? first(feature, idProperties) ?? `${index + 1}`)
      zones.push({ id, title, ...(value === undefined ? {} : { value }), geometry, properties: columns(feature.properties) })
    }
  }
  return zones
}

function crsFor(file: string, name: string | undefined): Crs {
  try {
    const crs = findCrs(name ?? 'CRS84')
    // GeoJSON's own axis order is always x, y, whatever EPSG says.
    return crs.latitudeFirst ? findCrs(crs.name) : crs
  } catch (cause) {
    throw new InputError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function checkAxes(file: string, features: GeoJsonFile['features'], crs: Crs, said: string | undefined): void {
  const fault = axisFault(
    features.flatMap((feature) => (feature.geometry ? [feature.geometry] : [])),
    crs,
    said !== undefined,
  )
  if (fault) throw new InputError(`${file}: ${fault}`)
}

function flattened(geometry: GeoJSON.Geometry): SourceZone['geometry'][] {
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(flattened) : [geometry]
}

/** The geometry in WGS 84, or what is wrong with it. */
function toWgs84(geometry: SourceZone['geometry'], crs: Crs): SourceZone['geometry'] | string {
  const line = (positions: readonly GeoJSON.Position[]) => lineToWgs84(crs, flat(positions))
  switch (geometry.type) {
    case 'Point': {
      const [point] = line([geometry.coordinates])
      return point ? { type: 'Point', coordinates: point } : 'a point without a position'
    }
    case 'MultiPoint':
      return geometry.coordinates.length === 0
        ? 'no positions'
        : { type: 'MultiPoint', coordinates: geometry.coordinates.flatMap((position) => line([position])) }
    case 'LineString':
      return geometry.coordinates.length < 2
        ? 'a line of fewer than two positions'
        : { type: 'LineString', coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
      return geometry.coordinates.some((part) => part.length < 2)
        ? 'a line of fewer than two positions'
        : { type: 'MultiLineString', coordinates: geometry.coordinates.map(line) }
    case 'Polygon': {
      const rings = polygonToWgs84(geometry.coordinates, line)
      return typeof rings === 'string' ? rings : { type: 'Polygon', coordinates: rings }
    }
    case 'MultiPolygon': {
      const polygons: Position[][][] = []
      for (const coordinates of geometry.coordinates) {
        const rings = polygonToWgs84(coordinates, line)
        if (typeof rings === 'string') return rings
        polygons.push(rings)
      }
      return polygons.length === 0 ? 'no polygons' : { type: 'MultiPolygon', coordinates: polygons }
    }
  }
}

function polygonToWgs84(
  rings: readonly (readonly GeoJSON.Position[])[],
  line: (positions: readonly GeoJSON.Position[]) => Position[],
): Position[][] | string {
  if (rings.length === 0) return 'a polygon without rings'
  for (const ring of rings) {
    const fault = ringFault(flat(ring))
    if (fault) return fault
  }
  return rings.map(line)
}

function flat(positions: readonly GeoJSON.Position[]): number[] {
  const numbers: number[] = []
  for (const [x = Number.NaN, y = Number.NaN] of positions) numbers.push(x, y)
  return numbers
}

/** Those of `names` that features have, best first, as the file spells them. */
function likely(features: GeoJsonFile['features'], names: readonly string[]): string[] {
  const present = new Map<string, string>()
  for (const feature of features.slice(0, 100)) {
    for (const [key, value] of Object.entries(feature.properties ?? {})) if (text(value)) present.set(key.toLowerCase(), key)
  }
  return names.flatMap((name) => present.get(name) ?? [])
}

function first({ properties }: GeoJsonFile['features'][number], names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = text(properties?.[name])
    if (found !== undefined) return found
  }
  return undefined
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function unused(ids: Set<string>, id: string): string {
  let candidate = id
  for (let count = 2; ids.has(candidate); count++) candidate = `${id}-${count}`
  ids.add(candidate)
  return candidate
}

/** Flat values stay, nested ones become JSON text. */
function columns(properties: GeoJSON.GeoJsonProperties): SourceZone['properties'] {
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([key, value]: [string, unknown]) => [
      key,
      value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
        ? value
        : (JSON.stringify(value) ?? null),
    ]),
  )
}
