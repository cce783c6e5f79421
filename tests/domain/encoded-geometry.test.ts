import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#contract/geometry.ts'
import { decodeGeometry, encodeGeometry } from '#domain/encoded-geometry.ts'
import { distance } from '#domain/great-circle.ts'
import { decodeMapShape, encodeMapShape, maxBytes } from '#domain/map-shape.ts'
import { anywhere, geometry, position, ring, shape } from './arbitrary.ts'

describe('encoded geometry', () => {
  test('loses nothing at 7 decimals', () => {
    fc.assert(
      fc.property(geometry, (given) => {
        expect(decodeGeometry(encodeGeometry(given))).toEqual(given)
      }),
    )
  })
  test('reaches every corner of the earth', () => {
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 5 }), (coordinates) => {
        const given: Geometry = { type: 'MultiPoint', coordinates }
        expect(decodeGeometry(encodeGeometry(given))).toEqual(given)
      }),
    )
  })
  test('keeps holes and parts apart', () => {
    fc.assert(
      fc.property(fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (coordinates) => {
        const given: Geometry = { type: 'MultiPolygon', coordinates }
        expect(decodeGeometry(encodeGeometry(given))).toEqual(given)
      }),
    )
  })
  test('refuses what it did not write', () => {
    expect(() => decodeGeometry('x7??')).toThrow(RangeError)
    expect(() => decodeGeometry('p7_')).toThrow(RangeError)
  })
})

describe("the map's shape", () => {
  test('is ASCII of at most 400 bytes, of the same type, and close to the shape', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const text = encodeMapShape(given)
        expect(text.length).toBeLessThanOrEqual(maxBytes)
        expect(/^[ -~]*$/.test(text)).toBe(true)
        expect(decodeMapShape(text).type).toBe(given.type)
      }),
    )
  })

  test('keeps fifty points of one municipality, each within 10 m', () => {
    fc.assert(
      fc.property(fc.array(position(0.05), { minLength: 50, maxLength: 50 }), (coordinates) => {
        const drawn = decodeMapShape(encodeMapShape({ type: 'MultiPoint', coordinates }))
        if (drawn.type !== 'MultiPoint') throw new Error(drawn.type)
        expect(drawn.coordinates).toHaveLength(50)
        drawn.coordinates.forEach((place, index) => {
          expect(distance(place, coordinates[index] as Position)).toBeLessThan(10)
        })
      }),
    )
  })

  test('fits whatever the number of vertices and parts', () => {
    const circle = (x: number, y: number, corners: number): [number, number][] => {
      const positions = Array.from({ length: corners }, (_, index): [number, number] => {
        const angle = (2 * Math.PI * index) / corners
        return [x + 0.003 * Math.cos(angle), y + 0.002 * Math.sin(angle) + 0.0001 * Math.sin(angle * 40)]
      })
      return [...positions, positions[0] as [number, number]]
    }
    const cases: Geometry[] = [
      { type: 'Polygon', coordinates: [circle(5.2, 52, 999)] },
      { type: 'LineString', coordinates: circle(5.2, 52, 999) },
      { type: 'MultiPolygon', coordinates: Array.from({ length: 50 }, (_, index) => [circle(5 + index * 0.01, 52, 19)]) },
      { type: 'MultiLineString', coordinates: Array.from({ length: 50 }, (_, index) => circle(5 + index * 0.01, 52, 19)) },
      {
        type: 'MultiPoint',
        coordinates: Array.from({ length: 50 }, (_, index) => [5 + Math.sin(index * 7), 52 + Math.cos(index * 5)]),
      },
      { type: 'Polygon', coordinates: Array.from({ length: 50 }, (_, index) => circle(5 + index * 0.01, 52, 19)) },
    ]
    for (const given of cases) {
      const text = encodeMapShape(given)
      expect(text.length).toBeLessThanOrEqual(maxBytes)
      const drawn = decodeMapShape(text)
      expect(drawn.type).toBe(given.type)
      expect(drawn.coordinates.length).toBeGreaterThan(0)
      if (drawn.type === 'Polygon') for (const outer of drawn.coordinates) expect(outer.length).toBeGreaterThanOrEqual(4)
    }
  })
})
