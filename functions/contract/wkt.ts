/** Geometries as well-known text, longitude first (`LINESTRING(5.1 52, 5.2 52.1)`): what an address can hold. No schema here, so that pages may write it. */
import type { Geometry, Position } from './geometry.ts'

/** Characters that a shape in an address may have: some 300 positions, and an address that every server takes. */
export const longestShape = 6000

const number = String.raw`[+-]?\d{1,6}(?:\.\d{1,20})?`
const pair = new RegExp(String.raw`(${number})\s+(${number})`, 'g')

const names = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
} as const satisfies Record<string, Geometry['type']>

/** What a text says, in GeoJSON's form but not checked: its depth may be another than its type's. Undefined where it is no such text. */
export function readWkt(text: string): { type: Geometry['type']; coordinates: unknown } | undefined {
  const [, word = '', body = ''] = /^\s*([A-Za-z]+)\s*(\([\s\S]*\))\s*$/.exec(text) ?? []
  const name = word.toUpperCase()
  if (!Object.hasOwn(names, name)) return undefined
  const type = names[name as keyof typeof names]
  const pairs: string[] = []
  const frame = body.replace(pair, (_, x, y) => `p${pairs.push(`[${Number(x) + 0},${Number(y) + 0}]`) - 1};`)
  // Whatever is left beside pairs, brackets and commas was no coordinate; a `p` of the text's own was one letter too many.
  if (/[^(),\s]/.test(frame.replace(/p\d+;/g, '')) || /[^(),.\s\d+-]/.test(body)) return undefined
  const json = frame.replaceAll('(', '[').replaceAll(')', ']')
  const coordinates = parsed(json.replace(/p(\d+);/g, (_, index) => pairs[index] ?? ''))
  return Array.isArray(coordinates) ? { type, coordinates: asGeoJson(type, coordinates) } : undefined
}

/** A point is one pair in brackets; each of many points may stand in brackets of its own. */
function asGeoJson(type: Geometry['type'], list: readonly unknown[]): unknown {
  if (type === 'Point') return list.length === 1 ? list[0] : list
  if (type !== 'MultiPoint') return list
  return list.map((one) => (Array.isArray(one) && one.length === 1 && Array.isArray(one[0]) ? one[0] : one))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The text of a geometry, with at most so many decimals. */
export function writeWkt({ type, coordinates }: Geometry, decimals: number): string {
  const short = (degrees: number) => degrees.toFixed(decimals).replace(/\.?0+$/, '')
  const position = ([x, y]: Position) => `${short(x)} ${short(y)}`
  const list = (value: readonly unknown[]): string =>
    typeof value[0] === 'number' ? position(value as Position) : `(${value.map((part) => list(part as unknown[])).join(',')})`
  const body = list(coordinates)
  return `${type.toUpperCase()}${type === 'Point' ? `(${body})` : body}`
}
