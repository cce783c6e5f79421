import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry } from '#contract/geometry.ts'
import { maxCells, placementOf } from '#domain/cells.ts'
import { boxOf, quadkeyOf } from '#domain/quadkey.ts'
import { touchesBox } from '#domain/touches.ts'
import { shape } from './arbitrary.ts'

describe('cells of a shape', () => {
  test('are at most 16, sorted, of one level, and hold every corner of it', () => {
    fc.assert(
      fc.property(shape, (geometry) => {
        const placement = placementOf(geometry)
        if (placement.type === 'wide') return
        const { cells } = placement
        expect(cells.length).toBeGreaterThan(0)
        expect(cells.length).toBeLessThanOrEqual(maxCells)
        expect([...new Set(cells)].sort()).toEqual(cells)
        const [level] = new Set(cells.map(({ length }) => length))
        expect([12, 16]).toContain(level)
        const corners = (geometry.coordinates.flat(3) as number[]).filter((_, index) => index % 2 === 0)
        const all = geometry.coordinates.flat(3) as number[]
        corners.forEach((x, index) => {
          expect(cells).toContain(quadkeyOf([x, all[index * 2 + 1] as number], level))
        })
        for (const cell of cells) {
          const [w, s, e, n] = boxOf(cell)
          expect(touchesBox(geometry, [w - 1e-8, s - 1e-8, e + 1e-8, n + 1e-8])).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a garden stands at the fine level, a polder at the coarse one, a province among the wide', () => {
    const square = (side: number): Geometry => ({
      type: 'Polygon',
      coordinates: [
        [
          [5.2, 52],
          [5.2 + side, 52],
          [5.2 + side, 52 + side],
          [5.2, 52 + side],
          [5.2, 52],
        ],
      ],
    })
    const levelOf = (geometry: Geometry) => {
      const placement = placementOf(geometry)
      return placement.type === 'wide' ? 'wide' : placement.cells[0]?.length
    }
    expect(levelOf(square(0.0003))).toBe(16)
    expect(levelOf(square(0.05))).toBe(12)
    expect(levelOf(square(0.6))).toBe('wide')
  })

  test('two far parts are two cells, not everything between', () => {
    const placement = placementOf({
      type: 'MultiPoint',
      coordinates: [
        [5.1, 52],
        [5.4, 52.1],
      ],
    })
    expect(placement).toMatchObject({ type: 'cells', cells: { length: 2 } })
  })

  test('an area covers the cells inside it that its border never meets', () => {
    const placement = placementOf({
      type: 'Polygon',
      coordinates: [
        [
          [5.2, 52],
          [5.217, 52],
          [5.217, 52.0105],
          [5.2, 52.0105],
          [5.2, 52],
        ],
      ],
    })
    if (placement.type === 'wide') throw new Error('wide')
    expect(placement.cells.some((cell) => quadkeyOf([5.2085, 52.00525], cell.length) === cell)).toBe(true)
  })
})
