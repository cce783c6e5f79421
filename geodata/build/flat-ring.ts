/** A ring as one list of numbers with its box: of a million positions, arrays of two numbers each take most of the time that is spent on them. */
import type { BBox } from '#contract/geometry.ts'
import { crossedToTheEast } from '#geo/inside.ts'

export interface FlatRing {
  /** Longitude, latitude, longitude, …; the last position is the first. */
  readonly flat: Float64Array
  readonly box: BBox
}

export function flatRing(flat: Float64Array): FlatRing {
  return { flat, box: boxOfFlat(flat) }
}

/** Box around positions; of none at all, an empty one (west above east). */
export function boxOfFlat(flat: Float64Array): BBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < flat.length; at += 2) {
    const x = flat[at] ?? 0
    const y = flat[at + 1] ?? 0
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

/** Is the point in the ring, by the half-open borders of functions/geo/inside.ts? */
export function insideRing(x: number, y: number, { flat, box: [west, south, east, north] }: FlatRing): boolean {
  if (x < west || x > east || y < south || y > north) return false
  let odd = false
  for (let at = 2; at < flat.length; at += 2)
    if (crossedToTheEast(x, y, flat[at - 2] ?? 0, flat[at - 1] ?? 0, flat[at] ?? 0, flat[at + 1] ?? 0)) odd = !odd
  return odd
}
