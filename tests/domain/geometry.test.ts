import area from '@turf/area'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry } from '#contract/geometry.ts'
import { normalised } from '#domain/geometry.ts'
import { signedArea } from '#domain/rings.ts'
import { geometry, square } from './arbitrary.ts'

describe('normalised', () => {
  test('rounds to 7 decimals, drops repeats, closes rings and winds them by the right-hand rule', () => {
    const given: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [5, 52],
          [5, 52.1],
          [5, 52.1],
          [5.123456789, 52.1],
          [5.1, 52],
        ],
        square(5.02, 52.02, 0.01),
      ],
    }
    expect(normalised(given)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [5, 52],
          [5.1, 52],
          [5.1234568, 52.1],
          [5, 52.1],
          [5, 52],
        ],
        square(5.02, 52.02, 0.01)
          .toReversed()
          .map(([x, y]) => [Number(x.toFixed(7)), Number(y.toFixed(7))]),
      ],
    })
  })

  test('done twice is done once, and keeps area and orientation', () => {
    fc.assert(
      fc.property(geometry, (given) => {
        const once = normalised(given)
        expect(normalised(once)).toEqual(once)
        expect(
          Math.abs(
            area({ type: 'Feature', geometry: once, properties: {} }) -
              area({ type: 'Feature', geometry: given, properties: {} }),
          ),
        ).toBeLessThan(1)
        if (once.type === 'Polygon') expect(signedArea(once.coordinates[0] ?? [])).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('has no minus zero', () => {
    expect(normalised({ type: 'Point', coordinates: [-0.00000001, -0] }).coordinates.every((value) => Object.is(value, 0))).toBe(
      true,
    )
  })
})
