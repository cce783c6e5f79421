import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf } from '#domain/mercator.ts'
import { boxOf, coverOf, inRange, maxRanges, pointLevel, quadkey, quadkeyOf, tileRange } from '#domain/quadkey.ts'
import { positionInBox } from '#domain/touches.ts'
import { anywhere, box, position } from './arbitrary.ts'

const sortKey = (cell: string): string => `${cell}#01abc`

describe('quadkey', () => {
  test("follows Bing's published example", () => {
    // Bing Maps Tile System: tile (3, 5) at level 3 has the quadkey 213.
    expect(quadkey(3, 3, 5)).toBe('213')
    expect(quadkeyOf([5.1986, 52.0656])).toHaveLength(pointLevel)
  })

  test('a point lies in the range of its tile at every zoom, and of no other', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 0, max: 24 }), fc.integer({ min: -1, max: 1 }), (place, z, step) => {
        const { x, y } = cellOf(place, z)
        const other = x + step
        fc.pre(other >= 0 && other < 2 ** z)
        expect(inRange(tileRange(z, other, y), sortKey(quadkeyOf(place)))).toBe(step === 0)
      }),
    )
  })

  test('a cell of a shape lies in the range of every tile above it', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(12, 16), fc.integer({ min: 0, max: 24 }), (place, level, z) => {
        const { x, y } = cellOf(place, z)
        expect(inRange(tileRange(z, x, y), sortKey(quadkeyOf(place, level)))).toBe(z <= level)
      }),
    )
  })

  test('below the level of points a tile has the range of the point cell around it', () => {
    const place = [5.1986, 52.0656] as const
    const { x, y } = cellOf([...place], 26)
    expect(inRange(tileRange(26, x, y), sortKey(quadkeyOf([...place])))).toBe(true)
  })

  test("a point lies in its cell's box", () => {
    fc.assert(
      fc.property(position(), fc.integer({ min: 0, max: 24 }), (place, level) => {
        const [west, south, east, north] = boxOf(quadkeyOf(place, level))
        expect(positionInBox(place, [west - 1e-9, south - 1e-9, east + 1e-9, north + 1e-9])).toBe(true)
      }),
    )
  })
})

describe('cover of a box', () => {
  test('has at most 8 sorted, disjoint ranges that hold every point of the box', () => {
    fc.assert(
      fc.property(
        box,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (bbox, right, up) => {
          const { ranges } = coverOf(bbox)
          expect(ranges.length).toBeLessThanOrEqual(maxRanges)
          ranges.forEach(({ from, to }, index) => {
            expect(from < to).toBe(true)
            if (index > 0) expect((ranges[index - 1]?.to ?? '') <= from || (ranges[index - 1]?.to ?? '') < from).toBe(true)
          })
          const [west, south, east, north] = bbox
          const inside = quadkeyOf([west + (east - west) * right, south + (north - south) * up])
          expect(ranges.filter((range) => inRange(range, sortKey(inside)))).toHaveLength(1)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('finds the cells of shapes in its ranges or among its ancestors', () => {
    fc.assert(
      fc.property(box, fc.constantFrom(12, 16), fc.double({ min: 0, max: 1, noNaN: true }), (bbox, level, part) => {
        const { ranges, ancestors } = coverOf(bbox)
        const [west, south, east, north] = bbox
        const cell = quadkeyOf([west + (east - west) * part, south + (north - south) * part], level)
        const found =
          ranges.filter((range) => inRange(range, sortKey(cell))).length + ancestors.filter((key) => key === cell).length
        expect(found).toBe(1)
      }),
      { numRuns: 500 },
    )
  })

  test('reads few cells above it, and covers the whole world in one range', () => {
    fc.assert(
      fc.property(box, (bbox) => {
        expect(coverOf(bbox).ancestors.length).toBeLessThanOrEqual(8)
      }),
    )
    expect(coverOf([-180, -90, 180, 90])).toEqual({ ranges: [{ from: '00', to: '334' }], ancestors: [] })
  })
})
