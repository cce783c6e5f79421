import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#contract/geometry.ts'
import { measure, modeOf, spotOf } from '#web/contribute/place.ts'

// On the parallel of Cothen a degree of longitude is 68.4 km, a degree of latitude 111.2 km.
const line: Position[] = [
  [5.3, 52],
  [5.3, 52.01],
]
const square = (west: number): Position[] => [
  [west, 52],
  [west + 0.01, 52],
  [west + 0.01, 52.01],
  [west, 52.01],
  [west, 52],
]

describe('a chosen place', () => {
  const cases: readonly [Geometry, ReturnType<typeof modeOf>, number, number][] = [
    [{ type: 'Point', coordinates: [5.3, 52] }, 'point', 1, 0],
    [{ type: 'MultiPoint', coordinates: line }, 'point', 2, 0],
    [{ type: 'LineString', coordinates: line }, 'line', 1, 1112],
    [{ type: 'MultiLineString', coordinates: [line, line] }, 'line', 2, 2224],
    [{ type: 'Polygon', coordinates: [square(5.3)] }, 'area', 1, 761_000],
    [{ type: 'MultiPolygon', coordinates: [[square(5.3)], [square(5.4)]] }, 'area', 2, 1_522_000],
  ]
  test.each(cases)('%o', (geometry, mode, parts, size) => {
    expect(modeOf(geometry)).toBe(mode)
    expect(measure(geometry).parts).toBe(parts)
    expect(Math.abs(measure(geometry).size - size)).toBeLessThanOrEqual(size * 0.005)
  })

  test('is asked about where it is, in its middle or inside it', () => {
    expect(spotOf({ type: 'Point', coordinates: [5.3, 52] })).toEqual([5.3, 52])
    expect(spotOf({ type: 'MultiPoint', coordinates: line })).toEqual([5.3, 52])
    expect(spotOf({ type: 'LineString', coordinates: line })[1]).toBeCloseTo(52.005, 6)
    const [x, y] = spotOf({ type: 'Polygon', coordinates: [square(5.3)] })
    expect(x).toBeCloseTo(5.305, 3)
    expect(y).toBeCloseTo(52.005, 3)
  })
})
