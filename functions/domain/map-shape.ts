/** A geometry as the map's index carries it: at most 400 bytes. Points stay exact; what is longer is simplified (the full one is read on selection). */
import type { Geometry, Position } from '#contract/geometry.ts'
import { decodeGeometry, encodeGeometry, geometryOf, polygonsOf } from './encoded-geometry.ts'

/** Longest encoded shape, in bytes: the index entry of a line or area stays below 1 kB. */
export const maxBytes = 400
/** Decimals that the map's lines and areas keep: 0.1 m. */
const decimals = 6
/** First tolerance of simplification in degrees (0.5 m); doubled until the shape fits. */
const firstTolerance = 0.000005

export function encodeMapShape(geometry: Geometry): string {
  if (geometry.type === 'Point') return encodeGeometry(geometry)
  const whole = encodeGeometry(geometry, decimals)
  if (whole.length <= maxBytes) return whole
  if (geometry.type === 'MultiPoint') return encodePoints(geometry.coordinates)
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  for (let tolerance = firstTolerance; tolerance < 360; tolerance *= 2) {
    const polygons = polygonsOf(geometry).map((paths) => paths.map((path) => simplified(path, tolerance, isArea ? 4 : 2)))
    const text = encodeGeometry(geometryOf(geometry.type, polygons), decimals)
    if (text.length <= maxBytes) return text
  }
  return encodeGeometry(largestParts(geometry, isArea), decimals)
}

/** Points have nothing to simplify: they are drawn to 10 m, and where even that is too much, as many as fit. */
function encodePoints(positions: Position[]): string {
  for (let count = positions.length; ; count--) {
    const text = encodeGeometry({ type: 'MultiPoint', coordinates: positions.slice(0, count) }, decimals - 2)
    if (text.length <= maxBytes) return text
  }
}

export const decodeMapShape: (text: string) => Geometry = decodeGeometry

/** Douglas–Peucker, without recursion; keeps at least `least` positions (a ring that collapses keeps its corners farthest apart). */
function simplified(path: readonly Position[], tolerance: number, least: number): Position[] {
  if (path.length <= least) return [...path]
  const keep = new Set([0, path.length - 1])
  const ranked: { index: number; distance: number }[] = []
  const spans: [number, number][] = [[0, path.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let farthest = { index: -1, distance: -1 }
    for (let index = from + 1; index < to; index++) {
      const distance = distanceToSegment(path[index] as Position, path[from] as Position, path[to] as Position)
      if (distance > farthest.distance) farthest = { index, distance }
    }
    if (farthest.index < 0) continue
    ranked.push(farthest)
    spans.push([from, farthest.index], [farthest.index, to])
  }
  for (const { index, distance } of ranked.sort((a, b) => b.distance - a.distance)) {
    if (distance > tolerance || keep.size < least) keep.add(index)
  }
  return path.filter((_, index) => keep.has(index))
}

function distanceToSegment([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** Too many parts to fit even when each is at its simplest: without holes, the parts with the largest boxes, as many as fit. */
function largestParts(geometry: Geometry, isArea: boolean): Geometry {
  const polygons = polygonsOf(geometry)
  const parts = isArea ? polygons.map(([outer = []]) => outer) : polygons.flat()
  const bySize = parts.map((path) => simplified(path, 360, isArea ? 4 : 2)).sort((a, b) => boxSize(b) - boxSize(a))
  for (let count = bySize.length; ; count--) {
    const kept = bySize.slice(0, count)
    const smaller = geometryOf(geometry.type, isArea ? kept.map((ring) => [ring]) : [kept])
    if (encodeGeometry(smaller, decimals).length <= maxBytes) return smaller
  }
}

function boxSize(path: readonly Position[]): number {
  const xs = path.map(([x]) => x)
  const ys = path.map(([, y]) => y)
  return Math.max(...xs) - Math.min(...xs) + (Math.max(...ys) - Math.min(...ys))
}
