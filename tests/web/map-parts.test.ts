import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Geometry, type Position } from '#contract/geometry.ts'
import { crossesItself } from '#web/map/crossing.ts'
import { assemble, type Mode, positionsOf, round7, takeApart } from '#web/map/parts.ts'

const square: Position[] = [
  [5, 52],
  [5.1, 52],
  [5.1, 52.1],
  [5, 52.1],
]
const signed = (ring: readonly Position[]) =>
  ring.slice(1).reduce((sum, [x, y], index) => sum + (ring[index] as Position)[0] * y - x * (ring[index] as Position)[1], 0)

describe('assembling drawn parts', () => {
  it('makes the plain geometry of one part and the multi one of several', () => {
    expect(assemble('point', [[[5.123456789, 52]]])).toEqual({ type: 'Point', coordinates: [5.1234568, 52] })
    expect(assemble('point', [[[5, 52]], [[6, 53]]])).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [5, 52],
        [6, 53],
      ],
    })
    expect(assemble('line', [square])?.type).toBe('LineString')
    expect(assemble('line', [square, square])?.type).toBe('MultiLineString')
    expect(assemble('area', [square])?.type).toBe('Polygon')
    expect(assemble('area', [square, square])?.type).toBe('MultiPolygon')
  })

  it('leaves out what is not yet a part, and is null when nothing is left', () => {
    expect(assemble('point', [])).toBeNull()
    expect(assemble('line', [[[5, 52]]])).toBeNull()
    expect(assemble('area', [square.slice(0, 2)])).toBeNull()
    expect(assemble('area', [square, square.slice(0, 2)])?.type).toBe('Polygon')
    // A double tap is one point: two of them make no line.
    expect(
      assemble('line', [
        [
          [5, 52],
          [5, 52.00000001],
        ],
      ]),
    ).toBeNull()
  })

  it('closes areas and turns them counter-clockwise, whichever way they were drawn', () => {
    for (const drawn of [square, square.toReversed()]) {
      const area = assemble('area', [drawn])
      if (area?.type !== 'Polygon') throw new Error('a polygon was expected')
      const ring = area.coordinates[0] as Position[]
      expect(ring.at(0)).toEqual(ring.at(-1))
      expect(signed(ring)).toBeGreaterThan(0)
    }
  })

  it('keeps areas with holes that an existing geometry brought', () => {
    const hole: Position[] = square.map(([x, y]) => [5.05 + (x - 5.05) / 2, 52.05 + (y - 52.05) / 2])
    const holed: Position[][] = [
      [...square, square[0] as Position],
      [...hole, hole[0] as Position],
    ]
    const { parts, kept } = takeApart({ type: 'Polygon', coordinates: holed })
    expect(parts).toEqual([])
    expect(assemble('area', parts, kept)).toEqual({ type: 'Polygon', coordinates: holed })
    expect(assemble('area', [square], kept)?.type).toBe('MultiPolygon')
  })

  it('gives what the contract takes, and back again', () => {
    const position = fc
      .tuple(fc.double({ min: 3, max: 8, noNaN: true }), fc.double({ min: 50, max: 54, noNaN: true }))
      .map((pair) => round7(pair))
    const parts = fc.array(fc.uniqueArray(position, { minLength: 3, maxLength: 12, selector: (pair) => pair.join() }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.constantFrom<Mode>('point', 'line', 'area'), parts, (mode, drawn) => {
        const geometry = assemble(mode, drawn)
        expect(Geometry.safeParse(geometry).success).toBe(true)
        if (!geometry) return
        const again = takeApart(geometry)
        expect(again.mode).toBe(mode)
        expect(assemble(again.mode, again.parts, again.kept)).toEqual(geometry)
        expect([...positionsOf(geometry)].length).toBe(mode === 'point' ? drawn.length : drawn.flat().length)
      }),
    )
  })
})

describe('an area that crosses itself', () => {
  it('is seen', () => {
    expect(crossesItself(square)).toBe(false)
    expect(crossesItself(square.slice(0, 3))).toBe(false)
    const [a, b, c, d] = square as [Position, Position, Position, Position]
    expect(crossesItself([a, c, b, d])).toBe(true)
    expect(crossesItself([a, b, c, [5.05, 51.9]])).toBe(true)
  })
})
