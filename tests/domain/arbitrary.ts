/** Random places of a province's size, around the Kromme Rijn. */
import * as fc from 'fast-check'
import type { BBox, Geometry, Position } from '#contract/geometry.ts'

const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7 + 0

/** A position within `reach` degrees of the middle of the area. */
export const position = (reach = 0.2): fc.Arbitrary<Position> =>
  fc
    .tuple(fc.double({ min: -reach, max: reach, noNaN: true }), fc.double({ min: -reach, max: reach, noNaN: true }))
    .map(([dx, dy]): Position => [round7(5.25 + dx), round7(52.03 + dy)])

/** Positions anywhere on earth. */
export const anywhere: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }).map(round7),
  fc.double({ min: -90, max: 90, noNaN: true }).map(round7),
)

/** Sizes from a garden to a region, in degrees. */
const size = fc.constantFrom(0.0002, 0.002, 0.02, 0.15)
const around = ([x, y]: Position, dx: number, dy: number): Position => [round7(x + dx), round7(y + dy)]

/** A path that wanders from its start. */
const path = fc
  .tuple(
    position(),
    size,
    fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([start, scale, steps]): Position[] => [start, ...steps.map(([dx, dy]) => around(start, dx * scale, dy * scale))])

/** A star-shaped ring, counter-clockwise, which never crosses itself. */
export const ring: fc.Arbitrary<Position[]> = fc
  .tuple(position(), size, fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }))
  .map(([centre, scale, radii]) => {
    const corners = radii.map((radius, index) => {
      const angle = (2 * Math.PI * index) / radii.length
      return around(centre, Math.cos(angle) * radius * scale, Math.sin(angle) * radius * scale)
    })
    return [...corners, corners[0] as Position]
  })

export const point: fc.Arbitrary<Geometry> = position().map((coordinates) => ({ type: 'Point', coordinates }))
export const shape: fc.Arbitrary<Geometry> = fc.oneof(
  path.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  ring.map((outer): Geometry => ({ type: 'Polygon', coordinates: [outer] })),
  fc.array(path, { minLength: 1, maxLength: 3 }).map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  fc
    .array(ring, { minLength: 1, maxLength: 3 })
    .map((rings): Geometry => ({ type: 'MultiPolygon', coordinates: rings.map((outer) => [outer]) })),
  fc.array(position(), { minLength: 1, maxLength: 4 }).map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
)
export const geometry: fc.Arbitrary<Geometry> = fc.oneof(point, shape)

/** Boxes from a house to the whole area, west ≤ east. */
export const box: fc.Arbitrary<BBox> = fc
  .tuple(position(), fc.constantFrom(0, 0.00001, 0.001, 0.02, 0.4), fc.constantFrom(0, 0.00001, 0.001, 0.02, 0.4))
  .map(([[x, y], width, height]): BBox => [x, y, round7(x + width), round7(y + height)])

/** Counter-clockwise, from its south-west corner. */
export const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
