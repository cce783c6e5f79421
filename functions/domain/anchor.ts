/** Where the pin of a line or area stands. */
import polylabel from 'polylabel'
import type { Geometry, Position } from '#contract/geometry.ts'
import { polygonsOf } from './encoded-geometry.ts'

/** Precision of an area's anchor, in degrees (about 1 m). */
const precision = 0.00001

/** Halfway along the longest line, or the point deepest inside the largest area; points need none. */
export function anchorOf(geometry: Geometry): Position | undefined {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return undefined
    case 'LineString':
      return halfway(geometry.coordinates)
    case 'MultiLineString':
      return halfway(largest(geometry.coordinates, lengthOf))
    case 'Polygon':
      return deepest(geometry.coordinates)
    case 'MultiPolygon':
      return deepest(largest(geometry.coordinates, ([outer]) => boxSize(outer ?? [])))
  }
}

/** The one spot at which summaries count a contribution: that of its pin; of several points, the first. */
export function spotOf(geometry: Geometry): Position {
  const spot = anchorOf(geometry) ?? polygonsOf(geometry)[0]?.[0]?.[0]
  if (!spot) throw new RangeError(`a ${geometry.type} without positions has no spot`)
  return spot
}

function deepest(rings: readonly Position[][]): Position | undefined {
  if (rings[0] === undefined || rings[0].length < 4) return undefined
  const [x, y] = polylabel([...rings], precision)
  return x === undefined || y === undefined ? undefined : [x, y]
}

function halfway(path: readonly Position[]): Position | undefined {
  let left = lengthOf(path) / 2
  for (const [index, to] of path.entries()) {
    const from = path[index - 1]
    if (!from) continue
    const step = Math.hypot(to[0] - from[0], to[1] - from[1])
    if (step > 0 && step >= left) {
      const share = left / step
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    }
    left -= step
  }
  return path[0]
}

function largest<T>(parts: readonly T[], size: (part: T) => number): T {
  const [first, ...rest] = parts
  if (first === undefined) throw new Error('a geometry has no parts')
  return rest.reduce((best, part) => (size(part) > size(best) ? part : best), first)
}

function lengthOf(path: readonly Position[]): number {
  return path.reduce((sum, [x, y], index) => {
    const [fromX, fromY] = path[index - 1] ?? [x, y]
    return sum + Math.hypot(x - fromX, y - fromY)
  }, 0)
}

function boxSize(ring: readonly Position[]): number {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
}
