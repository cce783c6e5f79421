/** Reads the text of a GeoJSON file: a FeatureCollection, a Feature or a geometry, with the older standard's `crs` member. */
import { InputError } from '../importer.ts'

export interface GeoJsonFile {
  readonly features: readonly GeoJSON.Feature<GeoJSON.Geometry | null>[]
  /** From a `crs` member (GeoJSON 2008); GDAL still writes it. */
  readonly crs: string | undefined
}

/** How deep positions lie in the coordinates of each type. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** @throws {InputError} when it is not GeoJSON */
export function parseGeoJson(file: string, text: string): GeoJsonFile {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new InputError(`${file}: not JSON (${cause instanceof Error ? cause.message : String(cause)})`, { cause })
  }
  if (!isRecord(value)) throw new InputError(`${file}: not GeoJSON; expected an object with a "type"`)
  return { features: featuresOf(file, value), crs: crsOf(value) }
}

function featuresOf(file: string, value: Record<string, unknown>): GeoJsonFile['features'] {
  if (value.type === 'FeatureCollection' && Array.isArray(value.features)) {
    return value.features.map((feature: unknown, index) => featureOf(`${file}, feature ${index + 1}`, feature))
  }
  if (value.type === 'Feature') return [featureOf(file, value)]
  if (isGeometry(value)) return [{ type: 'Feature', properties: {}, geometry: value }]
  throw new InputError(
    `${file}: not GeoJSON; expected a FeatureCollection, Feature or geometry, found type ${JSON.stringify(value.type)}`,
  )
}

function featureOf(where: string, value: unknown): GeoJSON.Feature<GeoJSON.Geometry | null> {
  if (!isRecord(value) || value.type !== 'Feature') throw new InputError(`${where}: not a Feature`)
  const { geometry, properties, id } = value
  if (geometry !== null && geometry !== undefined && !isGeometry(geometry)) throw new InputError(`${where}: not a geometry`)
  return {
    type: 'Feature',
    geometry: geometry ?? null,
    properties: isRecord(properties) ? properties : {},
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
  }
}

function isGeometry(value: unknown): value is GeoJSON.Geometry {
  if (!isRecord(value)) return false
  const { type, geometries, coordinates } = value
  if (type === 'GeometryCollection') return Array.isArray(geometries) && geometries.every(isGeometry)
  const depth = Object.hasOwn(depths, String(type)) ? depths[String(type)] : undefined
  return depth !== undefined && isNested(coordinates, depth)
}

/** Arrays all the way down to positions; what stands in a position is checked with the axes. */
function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  return depth === 0 ? !value.some(Array.isArray) : value.every((part) => isNested(part, depth - 1))
}

function crsOf(value: Record<string, unknown>): string | undefined {
  const crs = value.crs
  const properties = isRecord(crs) ? crs.properties : undefined
  const name = isRecord(properties) ? (properties.name ?? properties.code) : undefined
  return typeof name === 'string' ? name : typeof name === 'number' ? `EPSG:${name}` : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
