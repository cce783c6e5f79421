/**
 * Geometries as short ASCII text, for storage: a letter for the type, a digit for the decimals, then every position as the
 * difference from the one before it, in the base-64 variable-length scheme of Google's encoded polylines. '.' closes a path or
 * ring, '!' a polygon. At 7 decimals nothing is lost; a vertex takes some 6 bytes, against 22 as JSON.
 */
import type { Geometry, Position } from '#contract/geometry.ts'

const letters = { Point: 'p', MultiPoint: 'P', LineString: 'l', MultiLineString: 'L', Polygon: 'a', MultiPolygon: 'A' } as const
type GeometryType = Geometry['type']
const types = Object.fromEntries(Object.entries(letters).map(([type, letter]) => [letter, type])) as Record<string, GeometryType>

/** Any geometry as polygons of paths of positions; `polygonsOf` and `geometryOf` are each other's inverse. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[[geometry.coordinates]]]
    case 'MultiPoint':
    case 'LineString':
      return [[geometry.coordinates]]
    case 'MultiLineString':
    case 'Polygon':
      return [geometry.coordinates]
    case 'MultiPolygon':
      return geometry.coordinates
  }
}

export function geometryOf(type: GeometryType, polygons: Position[][][]): Geometry {
  const paths = polygons[0] ?? []
  const positions = paths[0] ?? []
  switch (type) {
    case 'Point':
      return { type, coordinates: positions[0] as Position }
    case 'MultiPoint':
    case 'LineString':
      return { type, coordinates: positions }
    case 'MultiLineString':
    case 'Polygon':
      return { type, coordinates: paths }
    case 'MultiPolygon':
      return { type, coordinates: polygons }
  }
}

/** @param decimals of a degree that are kept, 0–7 */
export function encodeGeometry(geometry: Geometry, decimals = 7): string {
  const factor = 10 ** decimals
  let text = `${letters[geometry.type]}${decimals}`
  let [lastX, lastY] = [0, 0]
  for (const polygon of polygonsOf(geometry)) {
    for (const path of polygon) {
      for (const [longitude, latitude] of path) {
        const [x, y] = [Math.round(longitude * factor), Math.round(latitude * factor)]
        text += encodeNumber(x - lastX) + encodeNumber(y - lastY)
        lastX = x
        lastY = y
      }
      text += '.'
    }
    text += '!'
  }
  return text
}

/** Inverse of `encodeGeometry`. Throws a RangeError on text that it did not write. */
export function decodeGeometry(text: string): Geometry {
  const type = types[text[0] ?? '']
  const decimals = Number(text[1])
  if (!type || !(decimals >= 0)) throw new RangeError(`not an encoded geometry: ${text.slice(0, 20)}`)
  const factor = 10 ** decimals
  const polygons: Position[][][] = []
  let [x, y, at] = [0, 0, 2]
  let paths: Position[][] = []
  let path: Position[] = []
  const number = (): number => {
    let [value, scale] = [0, 1]
    for (;;) {
      const digit = text.charCodeAt(at++) - 63
      if (!(digit >= 0)) throw new RangeError('encoded geometry breaks off')
      value += (digit % 32) * scale
      scale *= 32
      if (digit < 32) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
    }
  }
  while (at < text.length) {
    if (text[at] === '.') {
      paths.push(path)
      path = []
      at++
    } else if (text[at] === '!') {
      polygons.push(paths)
      paths = []
      at++
    } else {
      x += number()
      y += number()
      path.push([x / factor, y / factor])
    }
  }
  return geometryOf(type, polygons)
}

/** Zigzag, then groups of five bits, lowest first. Arithmetic instead of bit operators: values exceed 31 bits. */
function encodeNumber(value: number): string {
  let rest = value < 0 ? -value * 2 - 1 : value * 2
  let text = ''
  while (rest >= 32) {
    text += String.fromCharCode((rest % 32) + 32 + 63)
    rest = Math.floor(rest / 32)
  }
  return text + String.fromCharCode(rest + 63)
}
