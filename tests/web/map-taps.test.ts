import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, pick, reach } from '#web/map/pick.ts'

const pin = (id: string, x: number, y: number): Candidate => ({ id, x, y })
const radius = 14

describe('a tap', () => {
  it('means the nearest pin within reach, and none beyond', () => {
    const pins = [pin('near', 10, 0), pin('far', 20, 0)]
    expect(pick({ x: 0, y: 0 }, pins, radius, null)).toEqual({ choose: 'near', index: 0, count: 1, spot: ['near'] })
    expect(pick({ x: -reach, y: 0 }, [pin('near', 1, 0)], radius, null)).toBeNull()
    expect(pick({ x: 0, y: 0 }, [], radius, null)).toBeNull()
  })

  it('has a target of 44 pixels, however small the pin is drawn', () => {
    expect(pick({ x: 21, y: 0 }, [pin('a', 0, 0)], 4, null)).toMatchObject({ choose: 'a' })
  })

  it('takes turns among pins on one spot', () => {
    const pins = [pin('a', 0, 0), pin('b', 1, 0), pin('c', 0, 1)]
    const seen: string[] = []
    let last: string | null = null
    for (let tap = 0; tap < 4; tap++) {
      const choice = pick({ x: 0, y: 0 }, pins, radius, last)
      if (!choice || 'zoomTo' in choice) throw new Error('one was to be chosen')
      expect(choice.count).toBe(3)
      expect(choice.spot).toEqual(['a', 'b', 'c'])
      last = choice.choose
      seen.push(last)
    }
    expect(new Set(seen.slice(0, 3))).toEqual(new Set(['a', 'b', 'c']))
    expect(seen[3]).toBe(seen[0])
  })

  it('counts a contribution once, though two tiles hold it', () => {
    expect(pick({ x: 0, y: 0 }, [pin('a', 0, 0), pin('a', 0, 0)], radius, 'a')).toMatchObject({ choose: 'a', count: 1 })
  })

  it('zooms in on a crowd that zooming takes apart, but not on one spot', () => {
    const crowd = [pin('a', 0, 0), pin('b', 8, 0), pin('c', 0, 8), pin('d', -8, 0)]
    expect(pick({ x: 0, y: 0 }, crowd, radius, null)).toHaveProperty('zoomTo')
    const heap = ['a', 'b', 'c', 'd', 'e'].map((id) => pin(id, 0, 0))
    expect(pick({ x: 0, y: 0 }, heap, radius, null)).toMatchObject({ count: 5 })
  })

  it('never chooses what is out of reach', () => {
    const candidates = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        x: fc.integer({ min: -60, max: 60 }),
        y: fc.integer({ min: -60, max: 60 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(candidates, fc.integer({ min: 4, max: 20 }), fc.option(fc.constantFrom('a', 'b')), (pins, drawn, last) => {
        const unique = [...new Map(pins.map((one) => [one.id, one])).values()]
        const near = unique.filter((one) => Math.hypot(one.x, one.y) <= reach)
        const choice = pick({ x: 0, y: 0 }, pins, drawn, last)
        if (near.length === 0) expect(choice).toBeNull()
        else if (choice && 'choose' in choice) expect(near.map((one) => one.id)).toContain(choice.choose)
        else expect(choice?.zoomTo.length).toBeGreaterThanOrEqual(4)
      }),
    )
  })
})
