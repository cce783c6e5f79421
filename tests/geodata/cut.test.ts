import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insideRings, type Ring } from '#geo/inside.ts'
import { boxOf } from '#geo/shape.ts'
import { cutLine as cutFlatLine, cutPolygon as cutFlatPolygon, maxPieceVertices } from '#geodata/build/cut.ts'
import { type FlatRing, flatRing } from '#geodata/build/flat-ring.ts'
import { type Axis, splitPolygon as splitFlatPolygon } from '#geodata/build/split.ts'
import { polygons, positions, square } from './fixture.ts'

function flat(ring: Ring): Float64Array {
  return Float64Array.from(ring.flat())
}

function pairs(list: Float64Array): number[][] {
  return Array.from({ length: list.length / 2 }, (_, index) => [...list.subarray(2 * index, 2 * index + 2)])
}

/** The rings of a piece; of each, its box is checked. */
function ringsOf(piece: readonly FlatRing[]): number[][][] {
  return piece.map((ring) => {
    expect(ring.box).toEqual(boxOf(pairs(ring.flat)))
    return pairs(ring.flat)
  })
}

function cutPolygon(rings: readonly Ring[], limit?: number): number[][][][] {
  return cutFlatPolygon(
    rings.map((ring) => flatRing(flat(ring))),
    limit,
  ).map(ringsOf)
}

function splitPolygon(rings: readonly Ring[], axis: Axis, at: number): number[][][][] {
  return splitFlatPolygon(
    rings.map((ring) => flatRing(flat(ring))),
    axis,
    at,
  ).map(ringsOf)
}

function cutLine(line: Ring): number[][][] {
  return cutFlatLine(flat(line)).map(pairs)
}

/** Points on the very grid lines along which polygons are cut: multiples of a power of two. */
const onGrid = positions.map(([x, y]): [number, number] => [Math.round(x * 512) / 512, Math.round(y * 512) / 512])

/** Square degrees: on the sphere an edge and its halves enclose areas that differ by millionths. */
function planeArea([outer = [], ...holes]: readonly Ring[]): number {
  return shoelace(outer) - holes.reduce((sum, hole) => sum + shoelace(hole), 0)
}

function shoelace(ring: Ring): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  const twice = ring.slice(1).reduce((sum, [bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = ring[index] ?? []
    return sum + (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }, 0)
  return Math.abs(twice) / 2
}

test('pieces are small, and together as large as the polygon', () => {
  fc.assert(
    fc.property(polygons, fc.integer({ min: 32, max: maxPieceVertices }), (rings, limit) => {
      const pieces = cutPolygon(rings, limit)
      for (const piece of pieces) expect(piece.reduce((sum, ring) => sum + ring.length, 0)).toBeLessThanOrEqual(limit)
      const whole = planeArea(rings)
      const parts = pieces.reduce((sum, piece) => sum + planeArea(piece), 0)
      expect(Math.abs(parts - whole) / whole).toBeLessThan(1e-9)
    }),
    { numRuns: 40 },
  )
})

test('a point lies in exactly one piece if the polygon contains it, else in none; also on a cut', () => {
  fc.assert(
    fc.property(polygons, fc.array(fc.oneof(positions, onGrid), { minLength: 20, maxLength: 20 }), (rings, points) => {
      const pieces = cutPolygon(rings, 24)
      const corners = pieces.flatMap((piece) => piece.flat()).filter((_, index) => index % 41 === 0)
      for (const [x = 0, y = 0] of [...points, ...corners]) {
        const times = pieces.filter((piece) => insideRings(x, y, piece)).length
        const strictly = booleanPointInPolygon([x, y], { type: 'Polygon', coordinates: rings }, { ignoreBoundary: true })
        const atAll = booleanPointInPolygon([x, y], { type: 'Polygon', coordinates: rings })
        expect(times).toBeLessThanOrEqual(1)
        // A corner that a cut made on an outline is rounded to the nearest number beside it: only there may turf see it on the other side.
        if (!corners.some((corner) => corner[0] === x && corner[1] === y)) {
          if (strictly) expect(times).toBe(1)
          if (!atAll) expect(times).toBe(0)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('of two areas that share a border, a corner of it lies in exactly one, and so does a point beside it', () => {
  const heights = fc.array(fc.double({ min: 52, max: 52.1, noNaN: true }), { minLength: 2, maxLength: 60 })
  fc.assert(
    fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (border, share, reverse) => {
      const line = border.map((y, index): [number, number] => [5 + index / 128, y])
      const [west, east] = [5, 5 + (line.length - 1) / 128]
      const lower = [...line, [east, 51.9], [west, 51.9], line[0] ?? [0, 0]]
      const upper = [...line, [east, 52.2], [west, 52.2], line[0] ?? [0, 0]]
      if (reverse) upper.reverse()
      const pieces = [...cutPolygon([lower], 12), ...cutPolygon([upper], 12)]
      for (let index = 1; index < line.length - 1; index++) {
        const [[ax, ay], [bx, by]] = [line[index] ?? [0, 0], line[index + 1] ?? [0, 0]]
        const [x0, y0] = [ax + (bx - ax) * share, ay + (by - ay) * share]
        // Corners exactly; between them beside the border, since the cuts of either area round it to the nearest number in places of their own.
        for (const [x, y] of [
          [ax, ay],
          [x0, y0 - 1e-12],
          [x0, y0 + 1e-12],
        ] as const) {
          if (x < east) expect(pieces.filter((piece) => insideRings(x, y, piece)).length).toBe(1)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('a hole that touches the cut with a corner stays a hole, whichever way it runs', () => {
  const diamond = (x: number): Ring => [
    [x, 51.9],
    [x + 0.1, 52],
    [x, 52.1],
    [x - 0.1, 52],
    [x, 51.9],
  ]
  // Corners on 5, from the west and from the east.
  for (const hole of [diamond(4.9), diamond(5.1)])
    for (const ring of [hole, hole.toReversed()]) {
      const rings = [square(5, 52, 0.4)[0] ?? [], ring]
      const parts = splitPolygon(rings, 0, 5)
      expect(parts.reduce((sum, part) => sum + planeArea(part), 0)).toBeCloseTo(planeArea(rings), 10)
    }
})

test('a polygon whose vertices all lie in one place is left as it is', () => {
  const ring = Array.from({ length: 300 }, () => [5, 52])
  expect(cutPolygon([ring])).toEqual([[ring]])
})

test('pieces span little, however few corners the polygon has; of a country more than of a province', () => {
  const sides = (side: number) =>
    cutPolygon([square(5, 52, side / 2)[0] ?? []]).map(([outer = []]) => {
      const [west, south, east, north] = boxOf(outer)
      return Math.max(east - west, north - south)
    })
  expect(Math.max(...sides(0.5))).toBeLessThanOrEqual(1 / 64)
  expect(sides(0.01)).toHaveLength(1)
  expect(sides(4).length).toBeLessThanOrEqual(64 * 64)
})

test('a line is cut into stretches that join up, of few positions and small span', () => {
  for (const step of [1e-5, 0.001, 0.05]) {
    const line = Array.from({ length: 600 }, (_, index) => [5 + index * step, 52])
    const stretches = cutLine(line)
    for (const stretch of stretches) {
      expect(stretch.length).toBeGreaterThanOrEqual(2)
      expect(stretch.length).toBeLessThanOrEqual(maxPieceVertices)
      const [west, , east] = boxOf(stretch)
      if (stretch.length > 2) expect(east - west).toBeLessThanOrEqual(Math.max(1 / 64, (600 * step) / 32))
    }
    for (let index = 1; index < stretches.length; index++) expect(stretches[index]?.[0]).toEqual(stretches[index - 1]?.at(-1))
    expect(stretches.flatMap((stretch, index) => (index === 0 ? stretch : stretch.slice(1)))).toEqual(line)
  }
})
