import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Heading, nextInDirection } from '#web/map/next-in-direction.ts'

const at = (x: number, y: number) => ({ x, y })
const self = (pixel: { x: number; y: number }) => pixel

describe('an arrow key', () => {
  it('goes to the nearest straight ahead, rather than to a nearer one beside it', () => {
    const spots = [at(100, 10), at(60, 50), at(-20, 0)]
    expect(nextInDirection(at(0, 0), [1, 0], spots, self)).toEqual(at(100, 10))
    expect(nextInDirection(at(0, 0), [-1, 0], spots, self)).toEqual(at(-20, 0))
    expect(nextInDirection(at(0, 0), [0, -1], spots, self)).toBeUndefined()
  })

  it('reaches every spot from every other, in some number of presses', () => {
    const headings: Heading[] = [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]
    const spot = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }) })
    fc.assert(
      fc.property(fc.uniqueArray(spot, { minLength: 1, maxLength: 14, selector: ({ x, y }) => `${x}/${y}` }), (spots) => {
        for (const start of spots) {
          const reached = new Set([start])
          for (const one of reached)
            for (const heading of headings) {
              const others = spots.filter((other) => other !== one)
              const next = nextInDirection(one, heading, others, self)
              if (next) reached.add(next)
            }
          expect(reached.size).toBe(spots.length)
        }
      }),
    )
  })
})
