/** Finds coordinates that cannot be what the file says: not numbers, metres taken for degrees, axes swapped. */
import type { Crs } from '../crs.ts'

/** Where Dutch data lie, with a wide margin: degrees, and metres of RD New. Swapped they lie in the sea off Somalia, or nowhere. */
const netherlands = { west: 3, east: 7.5, south: 50.5, north: 54 }
const rd = { west: -10_000, east: 300_000, south: 300_000, north: 640_000 }

/**
 * @param said the CRS was given, not assumed
 * @returns what is wrong and what to do, or undefined
 */
export function axisFault(geometries: readonly GeoJSON.Geometry[], crs: Crs, said: boolean): string | undefined {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const geometry of geometries) {
    for (const position of positions(geometry)) {
      const [x, y] = position
      if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
        return `${JSON.stringify(position)} is not a position: expected two finite numbers`
      }
      if (x < box.west) box.west = x
      if (x > box.east) box.east = x
      if (y < box.south) box.south = y
      if (y > box.north) box.north = y
    }
  }
  if (box.west > box.east) return undefined
  const extent = `x ${box.west} to ${box.east}, y ${box.south} to ${box.north}`
  if (!crs.projected) {
    if (within(box, rd)) return `${extent} are metres of RD New, not degrees${said ? '' : '; give --crs EPSG:28992'}`
    if (within(swapped(box), rd))
      return `${extent} are metres of RD New with the axes swapped; export again as x, y with --crs EPSG:28992`
    if (within(swapped(box), netherlands)) return `${extent}: the axes are swapped (latitude first); GeoJSON has longitude first`
    if (box.west < -180 || box.east > 180 || box.south < -90 || box.north > 90)
      return `${extent} are not degrees; give --crs with the EPSG code`
    return undefined
  }
  if (crs.name === 'EPSG:28992' || crs.name === 'EPSG:7415') {
    if (within(swapped(box), rd)) return `${extent}: the axes are swapped; RD New has x (east) first`
    if (within(box, netherlands)) return `${extent} are degrees, not RD New; leave out --crs`
  }
  const [longitude, latitude] = crs.toWgs84((box.west + box.east) / 2, (box.south + box.north) / 2)
  return Number.isFinite(longitude) && Number.isFinite(latitude) && Math.abs(latitude) <= 90
    ? undefined
    : `${extent} do not lie in ${crs.name}`
}

type Box = typeof netherlands

function within(inner: Box, outer: Box): boolean {
  return inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south && inner.north <= outer.north
}

function swapped({ west, east, south, north }: Box): Box {
  return { west: south, east: north, south: west, north: east }
}

function* positions(geometry: GeoJSON.Geometry): Generator<readonly unknown[]> {
  if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) yield* positions(part)
  else yield* flatten(geometry.coordinates)
}

function* flatten(value: unknown): Generator<readonly unknown[]> {
  if (!Array.isArray(value)) yield [value]
  else if (Array.isArray(value[0])) for (const part of value) yield* flatten(part)
  else if (value.length > 0) yield value
}
