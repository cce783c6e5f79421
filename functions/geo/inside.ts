/**
 * Point in polygon with half-open borders: of two areas that share a border, a point on it lies in exactly one. A border belongs to the area on
 * its right (east) or, where it is level, above it. Sides are decided exactly (Shewchuk's predicates), from the lower to the upper end of an edge
 * whichever way the ring runs, so both neighbours decide alike.
 */
import { orient2d } from 'robust-predicates'

export type Ring = readonly (readonly number[])[]
/** Rings of one polygon; what lies in an even number of them is outside. */
export type Rings = readonly Ring[]

export function insideRings(x: number, y: number, rings: Rings): boolean {
  let inside = false
  for (const ring of rings) if (crossesOddly(x, y, ring)) inside = !inside
  return inside
}

/** Does a ray from the point to the east cross the ring an odd number of times? */
function crossesOddly(x: number, y: number, ring: Ring): boolean {
  let odd = false
  let previous = ring.at(-1)
  for (const vertex of ring) {
    if (previous && crossedToTheEast(x, y, previous[0] ?? 0, previous[1] ?? 0, vertex[0] ?? 0, vertex[1] ?? 0)) odd = !odd
    previous = vertex
  }
  return odd
}

/** Does a ray from x, y to the east cross the edge from a to b? */
export function crossedToTheEast(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  if (ay > y === by > y) return false
  if (x < ax && x < bx) return true
  if (x >= ax && x >= bx) return false
  return ay < by ? westOf(ax, ay, bx, by, x, y) : westOf(bx, by, ax, ay, x, y)
}

/** Left of the upward edge; robust-predicates' orient2d is negative there. */
function westOf(lowX: number, lowY: number, highX: number, highY: number, x: number, y: number): boolean {
  return orient2d(lowX, lowY, highX, highY, x, y) < 0
}

export function insideShape(x: number, y: number, polygons: readonly Rings[]): boolean {
  return polygons.some((rings) => insideRings(x, y, rings))
}
