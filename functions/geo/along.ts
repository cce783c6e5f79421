/** How much of a line lies in a polygon, and whether lines cross. Lengths in metres. */
import type { BBox } from '#contract/geometry.ts'
import { insideRings, type Ring, type Rings } from './inside.ts'
import { boxesMeet } from './shape.ts'

/** Metres per degree of latitude on the sphere of 6,371,008.8 m (IUGG mean radius, as in turf). */
const metresPerDegree = (Math.PI * 6_371_008.8) / 180

type Position = readonly number[]
export type Segment = readonly [a: Position, b: Position]

export function segmentsOf(lines: readonly Ring[]): Segment[] {
  return lines.flatMap((line) => line.slice(1).map((b, index): Segment => [line[index] ?? b, b]))
}

/** Length of a segment on the plane that touches the sphere halfway: good to 0.01 % below 100 km. */
export function lengthOf([[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): number {
  const cosine = Math.cos(((ay + by) / 2) * (Math.PI / 180))
  return Math.hypot((bx - ax) * cosine, by - ay) * metresPerDegree
}

/** Metres of the segment inside the polygon: cut where it meets an edge, each stretch decided by its middle. */
export function lengthInside(segment: Segment, rings: Rings): number {
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = segment
  const at = (t: number): [number, number] => [ax + (bx - ax) * t, ay + (by - ay) * t]
  const cuts = [0, 1]
  for (const ring of rings) for (const edge of segmentsOf([ring])) cuts.push(...meetings(segment, edge))
  cuts.sort((a, b) => a - b)
  let share = 0
  for (let index = 1; index < cuts.length; index++) {
    const [from, to] = [cuts[index - 1] ?? 0, cuts[index] ?? 0]
    if (to > from && insideRings(...at((from + to) / 2), rings)) share += to - from
  }
  return share * lengthOf(segment)
}

/** Where (0–1 along the segment) it meets the edge: none, one, or for a stretch in common its two ends. */
export function meetings(segment: Segment, edge: Segment): number[] {
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = segment
  const [[cx = 0, cy = 0], [dx = 0, dy = 0]] = edge
  if (!boxesMeet(boxOfSegment(segment), boxOfSegment(edge))) return []
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy]
  const cross = ux * vy - uy * vx
  if (cross === 0) {
    const length = ux * ux + uy * uy
    if (length === 0 || ux * (cy - ay) - uy * (cx - ax) !== 0) return []
    const along = [(ux * (cx - ax) + uy * (cy - ay)) / length, (ux * (dx - ax) + uy * (dy - ay)) / length]
    return along.map((t) => Math.min(1, Math.max(0, t)))
  }
  const t = ((cx - ax) * vy - (cy - ay) * vx) / cross
  const s = ((cx - ax) * uy - (cy - ay) * ux) / cross
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? [t] : []
}

/** Metres from a point to the nearest place of the segment. */
export function distanceTo([px = 0, py = 0]: Position, [[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): number {
  const cosine = Math.cos(py * (Math.PI / 180))
  const [ux, uy, wx, wy] = [(bx - ax) * cosine, by - ay, (px - ax) * cosine, py - ay]
  const length = ux * ux + uy * uy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (ux * wx + uy * wy) / length))
  return Math.hypot(wx - ux * t, wy - uy * t) * metresPerDegree
}

/** `box` with `metres` more on each side. */
export function widened(box: BBox, metres: number): BBox {
  const dy = metres / metresPerDegree
  const dx = dy / Math.cos(Math.min(85, Math.max(Math.abs(box[1]), Math.abs(box[3]))) * (Math.PI / 180))
  return [box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy]
}

function boxOfSegment([[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): BBox {
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}
