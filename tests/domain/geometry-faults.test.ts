import kinks from '@turf/kinks'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordFault } from '#contract/faults.ts'
import { Geometry, type Position } from '#contract/geometry.ts'
import { geometryFaults, normalised } from '#domain/geometry.ts'
import { ringCrosses } from '#domain/rings.ts'
import { turn } from '#domain/segments.ts'
import type { Area } from '#domain/touches-area.ts'
import { position, ring, square } from './arbitrary.ts'

const consultationArea: Area = {
  type: 'MultiPolygon',
  coordinates: [[square(5, 52, 0.2), square(5.05, 52.05, 0.05)], [square(5.4, 52, 0.1)]],
}
const codes = (given: Geometry) =>
  geometryFaults(normalised(given), consultationArea).map((fault) => `${wordFault(fault, 'nl').location} ${fault.code}`)

describe('faults', () => {
  test.each<[string, Geometry, string[]]>([
    ['a point inside', { type: 'Point', coordinates: [5.01, 52.01] }, []],
    ['a point on the border', { type: 'Point', coordinates: [5.2, 52.1] }, []],
    ['a point in the hole', { type: 'Point', coordinates: [5.07, 52.07] }, ['#/geometry outsideArea']],
    ['a point elsewhere', { type: 'Point', coordinates: [6, 52] }, ['#/geometry outsideArea']],
    ['a point in the second part', { type: 'Point', coordinates: [5.45, 52.05] }, []],
    [
      'a line across a corner',
      {
        type: 'LineString',
        coordinates: [
          [4.99, 52.01],
          [5.01, 51.99],
        ],
      },
      [],
    ],
    [
      'a line through the area with both ends outside',
      {
        type: 'LineString',
        coordinates: [
          [4.9, 52.1],
          [5.3, 52.1],
        ],
      },
      [],
    ],
    [
      'a line along the border',
      {
        type: 'LineString',
        coordinates: [
          [5, 51.9],
          [5, 52.3],
        ],
      },
      [],
    ],
    [
      'a line elsewhere',
      {
        type: 'LineString',
        coordinates: [
          [6, 52],
          [6.1, 52],
        ],
      },
      ['#/geometry outsideArea'],
    ],
    [
      'a line that crosses itself',
      {
        type: 'LineString',
        coordinates: [
          [5, 52],
          [5.1, 52.1],
          [5.1, 52],
          [5, 52.1],
        ],
      },
      [],
    ],
    [
      'a line without length',
      {
        type: 'LineString',
        coordinates: [
          [5.1, 52.1],
          [5.1, 52.1],
        ],
      },
      ['#/geometry/coordinates geometryEmpty'],
    ],
    ['an area around everything', { type: 'Polygon', coordinates: [square(4, 51, 3)] }, []],
    ['an area inside the hole', { type: 'Polygon', coordinates: [square(5.06, 52.06, 0.01)] }, ['#/geometry outsideArea']],
    [
      'an area without surface',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 52],
            [5.1, 52.1],
            [5.2, 52.2],
            [5, 52],
          ],
        ],
      },
      ['#/geometry/coordinates/0 geometryEmpty'],
    ],
    [
      'a bow tie',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 52],
            [5.1, 52.1],
            [5.1, 52],
            [5, 52.12],
            [5, 52],
          ],
        ],
      },
      ['#/geometry/coordinates/0 geometryCrossing'],
    ],
    [
      'a spike',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 52],
            [5.1, 52],
            [5.1, 52.1],
            [5.1, 52.05],
            [5, 52],
          ],
        ],
      },
      ['#/geometry/coordinates/0 geometryCrossing'],
    ],
    ['a hole', { type: 'Polygon', coordinates: [square(5, 52, 0.04), square(5.01, 52.01, 0.01)] }, []],
    [
      'a hole that touches the edge in a point',
      {
        type: 'Polygon',
        coordinates: [
          square(5, 52, 0.04),
          [
            [5, 52.02],
            [5.01, 52.01],
            [5.01, 52.03],
            [5, 52.02],
          ],
        ],
      },
      [],
    ],
    [
      'a hole outside',
      { type: 'Polygon', coordinates: [square(5, 52, 0.04), square(5.1, 52.1, 0.01)] },
      ['#/geometry/coordinates/1 geometryHoles'],
    ],
    [
      'a hole across the edge',
      { type: 'Polygon', coordinates: [square(5, 52, 0.04), square(5.03, 52.01, 0.02)] },
      ['#/geometry/coordinates/1 geometryHoles'],
    ],
    [
      'a hole that is the whole',
      { type: 'Polygon', coordinates: [square(5, 52, 0.04), square(5, 52, 0.04)] },
      ['#/geometry/coordinates/1 geometryHoles'],
    ],
    [
      'a hole in a hole',
      { type: 'Polygon', coordinates: [square(5, 52, 0.04), square(5.01, 52.01, 0.02), square(5.015, 52.015, 0.01)] },
      ['#/geometry/coordinates/2 geometryHoles'],
    ],
    ['two parts', { type: 'MultiPolygon', coordinates: [[square(5, 52, 0.01)], [square(5.1, 52, 0.01)]] }, []],
    [
      'two parts that share a corner',
      { type: 'MultiPolygon', coordinates: [[square(5, 52, 0.01)], [square(5.01, 52.01, 0.01)]] },
      [],
    ],
    [
      'two parts that overlap',
      { type: 'MultiPolygon', coordinates: [[square(5, 52, 0.02)], [square(5.01, 52.01, 0.02)]] },
      ['#/geometry/coordinates/1 geometryCrossing'],
    ],
    [
      'a part inside another',
      { type: 'MultiPolygon', coordinates: [[square(5, 52, 0.04)], [square(5.01, 52.01, 0.01)]] },
      ['#/geometry/coordinates/1 geometryCrossing'],
    ],
    [
      "a part in another's hole",
      { type: 'MultiPolygon', coordinates: [[square(5, 52, 0.04), square(5.01, 52.01, 0.02)], [square(5.015, 52.015, 0.01)]] },
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected)
  })

  test('too many vertices are counted over all parts', () => {
    const given: Geometry = {
      type: 'MultiLineString',
      coordinates: [0, 1, 2].map((part) => Array.from({ length: 400 }, (_, index) => [5 + part / 10, 52 + index / 10_000])),
    }
    expect(codes(given)).toEqual(['#/geometry/coordinates tooManyVertices'])
  })

  test('a star never crosses itself', () => {
    fc.assert(
      fc.property(ring, (outer) => {
        fc.pre(new Set(outer.map(String)).size === outer.length - 1)
        expect(ringCrosses(outer)).toBe(false)
      }),
    )
  })

  test('corners in any order cross exactly when turf finds a kink', () => {
    fc.assert(
      fc.property(fc.uniqueArray(position(), { minLength: 4, maxLength: 7, selector: String }), (corners) => {
        const outer = [...corners, corners[0] as Position]
        // Turf overlooks sides that lie along each other.
        fc.pre(!corners.some((a, i) => corners.some((b, j) => corners.some((c, k) => i < j && j < k && turn(a, b, c) === 0))))
        expect(ringCrosses(outer)).toBe(kinks({ type: 'Polygon', coordinates: [outer] }).features.length > 0)
      }),
    )
  })

  test('whatever passes the schema gets an answer', () => {
    const degrees = (most: number) =>
      fc.oneof(fc.double({ min: -most, max: most, noNaN: true }), fc.constantFrom(0, -0, most, -most, 5e-324, 5.1, 52))
    const place = fc.tuple(degrees(180), degrees(90))
    const places = (least: number) => fc.array(place, { minLength: least, maxLength: 12 })
    const hostile = fc.oneof(
      fc.record({ type: fc.constant('Point' as const), coordinates: place }),
      fc.record({ type: fc.constant('MultiPoint' as const), coordinates: places(1) }),
      fc.record({ type: fc.constant('LineString' as const), coordinates: places(2) }),
      fc.record({ type: fc.constant('Polygon' as const), coordinates: fc.array(places(4), { minLength: 1, maxLength: 4 }) }),
      fc.record({
        type: fc.constant('MultiPolygon' as const),
        coordinates: fc.array(fc.array(places(4), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      }),
    )
    fc.assert(
      fc.property(hostile, (given) => {
        const parsed = Geometry.safeParse(given)
        if (!parsed.success) return
        const faults = geometryFaults(normalised(parsed.data), consultationArea)
        for (const fault of faults) expect(wordFault(fault, 'nl').location).toMatch(/^#\/geometry(\/coordinates(\/\d+)*)?$/)
      }),
      { numRuns: 500 },
    )
  })
})
