/** Rings of areas: orientation, crossings, holes and parts, after OGC Simple Features (rings may touch each other in points only). */
import type { Position } from '#contract/geometry.ts'
import { meetingOf } from './segments.ts'
import { positionInRings } from './touches.ts'

type Ring = readonly Position[]

/** Twice the area by the shoelace formula, in units of 1e-14 degrees squared: above 0 when counter-clockwise. */
export function signedArea(ring: Ring): number {
  const [origin] = ring
  if (!origin) return 0
  const flat = ring.map(([x, y]): Position => [Math.round((x - origin[0]) * 1e7), Math.round((y - origin[1]) * 1e7)])
  return flat.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = flat[index + 1] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)
}

/** Does a closed ring touch or cross itself anywhere but at the joints of neighbouring sides? */
export function ringCrosses(ring: Ring): boolean {
  const sides = ring.length - 1
  for (let one = 0; one < sides; one++) {
    for (let other = one + 1; other < sides; other++) {
      const meeting = meetingOf(at(ring, one), at(ring, one + 1), at(ring, other), at(ring, other + 1))
      const neighbours = other === one + 1 || (one === 0 && other === sides - 1)
      if (meeting !== 'none' && !(neighbours && meeting === 'touch')) return true
    }
  }
  return false
}

/** Number of the first hole that crosses the outer ring or another hole, or lies outside the one or inside the other. */
export function holesFault(rings: readonly Ring[]): number | undefined {
  const [outer = [], ...holes] = rings
  const found = holes.findIndex(
    (hole, index) =>
      !inside(hole, outer) ||
      holes.slice(0, index).some((other) => ringsCross(hole, other) || inside(hole, other) || inside(other, hole)),
  )
  return found < 0 ? undefined : found + 1
}

/** Number of the first part whose inside meets that of an earlier part. */
export function partsCross(parts: readonly (readonly Ring[])[]): number | undefined {
  const found = parts.findIndex((part, index) => parts.slice(0, index).some((other) => partsMeet(part, other)))
  return found < 0 ? undefined : found
}

function partsMeet(one: readonly Ring[], other: readonly Ring[]): boolean {
  const [outer = []] = one
  const [otherOuter = []] = other
  if (one.some((ring) => other.some((otherRing) => ringsCross(ring, otherRing)))) return true
  return (inside(outer, otherOuter) && !liesInHole(outer, other)) || (inside(otherOuter, outer) && !liesInHole(otherOuter, one))
}

const liesInHole = (ring: Ring, [, ...holes]: readonly Ring[]): boolean => holes.some((hole) => inside(ring, hole))

/** Do two rings meet in more than points? */
function ringsCross(one: Ring, other: Ring): boolean {
  for (let side = 1; side < one.length; side++) {
    for (let otherSide = 1; otherSide < other.length; otherSide++) {
      const meeting = meetingOf(at(one, side - 1), at(one, side), at(other, otherSide - 1), at(other, otherSide))
      if (meeting === 'cross' || meeting === 'overlap') return true
    }
  }
  return false
}

/** Lies a ring inside another, border points apart? Decided by the first corner or middle of a side that is not on the border. */
function inside(ring: Ring, outer: Ring): boolean {
  if (ringsCross(ring, outer)) return false
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [at(ring, index - 1), at(ring, index)]
    for (const position of [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as Position]) {
      if (!onBorder(position, outer)) return positionInRings(position, [outer])
    }
  }
  return true
}

function onBorder(position: Position, ring: Ring): boolean {
  return ring.some((corner, index) => index > 0 && meetingOf(at(ring, index - 1), corner, position, position) !== 'none')
}

const at = (ring: Ring, index: number): Position => ring[index] as Position
