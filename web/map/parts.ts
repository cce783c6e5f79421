/** A drawn place as its parts, and back: what the author taps becomes a Point, a line or an area, or several of them. */
import type { Geometry, Position } from '#contract/geometry.ts'

export type Mode = 'point' | 'line' | 'area'

/** One part: a single position, a line's positions, or an area's corners (not closed: the first is not repeated). */
export type Part = readonly Position[]

/** Positions a part needs to be one. */
export const least: Record<Mode, number> = { point: 1, line: 2, area: 3 }

/** Degrees in 7 decimals (1 cm), as the contract takes them. */
export const round7 = (position: readonly number[]): Position => [
  Number((position[0] ?? 0).toFixed(7)),
  Number((position[1] ?? 0).toFixed(7)),
]

/** A part without repeated neighbours: a double tap is one point. */
export const distinct = (part: Part): Position[] =>
  part.map(round7).filter((position, index, all) => {
    const before = all[index - 1]
    return before === undefined || before[0] !== position[0] || before[1] !== position[1]
  })

/** Twice the signed surface in square degrees: positive counter-clockwise, which RFC 7946 asks of an outer ring. */
const turning = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Position
    return sum + x * nextY - nextX * y
  }, 0)

/** The corners as a ring: counter-clockwise, the first repeated at the end. */
export const closed = (part: readonly Position[]): Position[] => {
  const ring = turning(part) < 0 ? part.toReversed() : [...part]
  return [...ring, ring[0] as Position]
}

/** The geometry of all parts that have enough positions; null when none has. Areas with holes keep them (`kept`). */
export function assemble(mode: Mode, parts: readonly Part[], kept: readonly Position[][][] = []): Geometry | null {
  const whole = parts.map(distinct).filter((part) => part.length >= least[mode])
  const [first] = whole
  if (mode === 'area') {
    const polygons = [...whole.map((part) => [closed(part)]), ...kept]
    const [polygon] = polygons
    if (polygon === undefined) return null
    return polygons.length === 1 ? { type: 'Polygon', coordinates: polygon } : { type: 'MultiPolygon', coordinates: polygons }
  }
  if (first === undefined) return null
  if (mode === 'line')
    return whole.length === 1 ? { type: 'LineString', coordinates: first } : { type: 'MultiLineString', coordinates: whole }
  const points = whole.map((part) => part[0] as Position)
  return points.length === 1 ? { type: 'Point', coordinates: points[0] as Position } : { type: 'MultiPoint', coordinates: points }
}

/** Mode and parts of an existing geometry. Polygons with holes cannot be corrected by dragging: they come back as `kept`. */
export function takeApart(geometry: Geometry): { mode: Mode; parts: Position[][]; kept: Position[][][] } {
  switch (geometry.type) {
    case 'Point':
      return { mode: 'point', parts: [[geometry.coordinates]], kept: [] }
    case 'MultiPoint':
      return { mode: 'point', parts: geometry.coordinates.map((position) => [position]), kept: [] }
    case 'LineString':
      return { mode: 'line', parts: [geometry.coordinates], kept: [] }
    case 'MultiLineString':
      return { mode: 'line', parts: geometry.coordinates, kept: [] }
    case 'Polygon':
    case 'MultiPolygon': {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      return {
        mode: 'area',
        parts: polygons.filter((rings) => rings.length === 1).map((rings) => (rings[0] ?? []).slice(0, -1)),
        kept: polygons.filter((rings) => rings.length > 1),
      }
    }
  }
}

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  const { parts, kept } = takeApart(geometry)
  yield* parts.flat()
  yield* kept.flat(2)
}
