import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineReader } from '#geodata/gml/curve.ts'
import { arc, circle, circleAround, tolerance } from '#geodata/gml/stroke.ts'

type Point = readonly [number, number]

const at = ([x, y]: Point, radius: number, angle: number): [number, number] => [
  x + radius * Math.cos(angle),
  y + radius * Math.sin(angle),
]

/** Metres between chords and the circle: at the vertices and half-way each chord, where it is largest. */
function deviation(flat: readonly number[], [x, y]: Point, radius: number): number {
  let most = 0
  for (let index = 0; index + 3 < flat.length; index += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = flat.slice(index, index + 4)
    most = Math.max(most, Math.abs(Math.hypot(ax - x, ay - y) - radius), Math.abs(Math.hypot(bx - x, by - y) - radius))
    most = Math.max(most, Math.abs(Math.hypot((ax + bx) / 2 - x, (ay + by) / 2 - y) - radius))
  }
  return most
}

function lengthOf(flat: readonly number[]): number {
  let sum = 0
  for (let index = 0; index + 3 < flat.length; index += 2) {
    sum += Math.hypot((flat[index + 2] ?? 0) - (flat[index] ?? 0), (flat[index + 3] ?? 0) - (flat[index + 1] ?? 0))
  }
  return sum
}

const turns = fc.record({
  centre: fc.tuple(fc.double({ min: 20_000, max: 270_000, noNaN: true }), fc.double({ min: 310_000, max: 610_000, noNaN: true })),
  radius: fc.double({ min: 0.5, max: 5000, noNaN: true }),
  start: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
  // Not so short or so nearly whole that three positions no longer say which circle it is.
  sweep: fc.double({ min: 0.1, max: 6, noNaN: true }),
  middle: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  clockwise: fc.boolean(),
})

test('arcs are within 0.05 m of the true arc, keep the given positions, and run their own way round', () => {
  fc.assert(
    fc.property(turns, ({ centre, radius, start, sweep, middle, clockwise }) => {
      const turn = clockwise ? -1 : 1
      const [a, b, c] = [0, middle, 1].map((share) => at(centre, radius, start + turn * sweep * share)) as [
        [number, number],
        [number, number],
        [number, number],
      ]
      const flat = [...a, ...arc(a, b, c)]
      expect(deviation(flat, centre, radius)).toBeLessThanOrEqual(tolerance + 1e-6)
      expect(flat.slice(-2)).toEqual([...c])
      expect(flat.some((x, index) => index % 2 === 0 && x === b[0] && flat[index + 1] === b[1])).toBe(true)
      // The long way round would be much longer, a straight line shorter.
      const length = radius * sweep
      expect(lengthOf(flat)).toBeLessThanOrEqual(length * (1 + 1e-6))
      expect(lengthOf(flat)).toBeGreaterThan(length * 0.6)
      expect(flat.length).toBeLessThan(10_000)
    }),
  )
})

test('the same arc from either end comes to the same positions', () => {
  fc.assert(
    fc.property(turns, ({ centre, radius, start, sweep }) => {
      const [a, b, c] = [0, 0.5, 1].map((share) => at(centre, radius, start + sweep * share)) as [
        [number, number],
        [number, number],
        [number, number],
      ]
      const pairs = (flat: readonly number[]) =>
        Array.from({ length: flat.length / 2 }, (_, index) => `${flat[index * 2]} ${flat[index * 2 + 1]}`)
      expect(pairs([...c, ...arc(c, b, a)])).toEqual(pairs([...a, ...arc(a, b, c)]).reverse())
    }),
  )
})

test('circles close, and are within 0.05 m of the true circle', () => {
  fc.assert(
    fc.property(turns, ({ centre, radius, start }) => {
      const on = (angle: number) => at(centre, radius, start + angle)
      const three = [on(0), on(2), on(4)] as const
      for (const flat of [circle(...three) ?? [], circleAround(centre, radius)]) {
        expect(flat.slice(0, 2).map((value) => value.toFixed(6))).toEqual(flat.slice(-2).map((value) => value.toFixed(6)))
        expect(deviation(flat, centre, radius)).toBeLessThanOrEqual(tolerance + 1e-6)
        expect(lengthOf(flat) / (2 * Math.PI * radius)).toBeGreaterThan(0.6)
      }
    }),
  )
})

test('three positions in a row are a straight line, or no circle', () => {
  expect(arc([0, 0], [1, 1], [2, 2])).toEqual([1, 1, 2, 2])
  expect(circle([0, 0], [1, 1], [2, 2])).toBeUndefined()
})

test('an ArcString is one arc after another; segments connect with their shared position once', () => {
  const line = new LineReader()
  line.open('LineStringSegment')
  line.add([0, 0, 10, 0])
  expect(line.close()).toBeUndefined()
  line.open('ArcString')
  line.add([10, 0, 15, 5, 20, 0, 25, -5, 30, 0])
  expect(line.close()).toBeUndefined()
  const { flat } = line
  expect(flat.slice(0, 4)).toEqual([0, 0, 10, 0])
  expect(flat.slice(-2)).toEqual([30, 0])
  const ups = flat.filter((_, index) => index % 2 === 1)
  expect([Math.max(...ups), Math.min(...ups)]).toEqual([5, -5])
  const positions = Array.from({ length: flat.length / 2 }, (_, index) => `${flat[index * 2]} ${flat[index * 2 + 1]}`)
  expect(new Set(positions).size).toBe(positions.length)
})

test.each([
  ['Arc', [0, 0, 1, 1], 'do not make arcs'],
  ['ArcString', [0, 0, 1, 1, 2, 0, 3, 3], 'do not make arcs'],
  ['Circle', [0, 0, 1, 1], 'instead of three'],
  ['Circle', [0, 0, 1, 1, 2, 2], 'on a line'],
  ['CircleByCenterPoint', [0, 0], 'radius'],
  ['LineStringSegment', [0, 0], 'a segment of 1'],
])('a %s of %j is refused', (kind, positions, reason) => {
  const line = new LineReader()
  line.open(kind)
  line.add(positions)
  expect(line.close()).toContain(reason)
})
