import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quadkeyOf } from '#domain/quadkey.ts'
import type { Mix } from '#domain/theme-set.ts'
import { countedOf, createFreshOwn, freshFor, withoutApart } from '#web/map/own-on-map.ts'
import type { OwnOnMap } from '#web/map/port.ts'

const cothen: [number, number] = [5.31, 51.997]
const odijk: [number, number] = [5.236, 52.053]
const sent = '2026-11-24T10:00:00.000Z'
const own = (change: Partial<OwnOnMap> = {}, at: [number, number] = cothen): OwnOnMap => ({
  id: 'a',
  geometry: { type: 'Point', coordinates: at },
  properties: { kind: 'idea', theme: 'housing', themes: ['housing'], title: 'Bank', village: 'cothen', outcome: 'open' },
  published: true,
  version: sent,
  ...change,
})
const cell = (at: [number, number], level = 10) => quadkeyOf(at, level)

/** A device with a clock that stands at 0 until it is set. */
function device() {
  const clock = { now: 0 }
  const fresh = createFreshOwn(
    () => clock.now,
    () => Date.parse(sent) + clock.now,
  )
  const shown = (at: [number, number], mix: Mix) => withoutApart(cell(at), mix, fresh.list(), clock.now)
  return { clock, fresh, shown }
}

describe('an own contribution in a cluster', () => {
  it('just sent, is taken out of the cell from the moment that the cell counts it', () => {
    const { clock, fresh, shown } = device()
    fresh.update([], new Map())
    fresh.update([own()], new Map([[cell(cothen), { 'idea/1': 4, 'concern/1': 1 }]]))
    expect(shown(cothen, { 'idea/1': 4, 'concern/1': 1 })).toEqual({ 'idea/1': 4, 'concern/1': 1 })
    expect(shown(cothen, { 'idea/1': 5, 'concern/1': 1 })).toEqual({ 'idea/1': 4, 'concern/1': 1 })
    expect(shown(odijk, { 'idea/1': 5 })).toEqual({ 'idea/1': 5 })
    clock.now = freshFor
    expect(shown(cothen, { 'idea/1': 5 })).toEqual({ 'idea/1': 5 })
  })

  it('is taken out of a cell that it is the first in, where others of the tile had been seen', () => {
    const { fresh, shown } = device()
    const last = cell(cothen).at(-1) === '0' ? '1' : '0'
    const neighbour = cell(cothen).slice(0, -1) + last
    fresh.update([], new Map())
    fresh.update([own()], new Map([[neighbour, { 'idea/1': 4 }]]))
    expect(shown(cothen, { 'idea/1': 1 })).toEqual({ 'idea/1': 0 })
  })

  it('in a cell that was not seen before, is trusted to be counted after some seconds', () => {
    const { clock, fresh, shown } = device()
    fresh.update([], new Map())
    fresh.update([own()], new Map())
    expect(shown(cothen, { 'idea/1': 5 })).toEqual({ 'idea/1': 5 })
    clock.now = 10_000
    expect(shown(cothen, { 'idea/1': 5 })).toEqual({ 'idea/1': 4 })
  })

  it('moved, edited or withdrawn, is counted nowhere twice', () => {
    const { fresh, shown } = device()
    const seen = new Map<string, Mix>([
      [cell(cothen), { 'idea/1': 3 }],
      [cell(odijk), { 'idea/1': 2 }],
    ])
    fresh.update([own({ version: '2026-11-01T10:00:00.000Z' })], seen)
    expect(fresh.list()).toEqual([])
    // Another title: it stays where it is, drawn by the page.
    fresh.update([own({ version: '2026-11-24T10:00:00.000Z' })], seen)
    expect(shown(cothen, { 'idea/1': 3 })).toEqual({ 'idea/1': 2 })
    // Another place: until the tiles follow, the old cell counts it, the new one does not.
    fresh.update([own({ version: '2026-11-24T10:00:01.000Z' }, odijk)], seen)
    expect([shown(cothen, { 'idea/1': 3 }), shown(odijk, { 'idea/1': 2 })]).toEqual([{ 'idea/1': 2 }, { 'idea/1': 2 }])
    expect([shown(cothen, { 'idea/1': 2 }), shown(odijk, { 'idea/1': 3 })]).toEqual([{ 'idea/1': 2 }, { 'idea/1': 2 }])
  })

  it('withdrawn, leaves its cell at once and only once', () => {
    const { fresh, shown } = device()
    const seen = new Map<string, Mix>([[cell(cothen), { 'idea/1': 3 }]])
    fresh.update([own({ version: '2026-11-01T10:00:00.000Z' })], seen)
    fresh.update([], seen)
    expect(shown(cothen, { 'idea/1': 3 })).toEqual({ 'idea/1': 2 })
    expect(shown(cothen, { 'idea/1': 2 })).toEqual({ 'idea/1': 2 })
  })

  it('of an earlier visit is the tiles’, and what waits for a connection is in no cell', () => {
    const { clock, fresh } = device()
    clock.now = 3 * freshFor
    fresh.update([own()], new Map())
    expect(fresh.list()).toEqual([])
    fresh.update([own(), own({ id: 'waiting:1', published: false, version: 'waiting' })], new Map())
    expect(fresh.list()).toMatchObject([{ id: 'waiting:1', before: null, after: null }])
    expect(countedOf(own({ published: false }))).toBeNull()
  })

  it('never takes more out than there is, whatever happened', () => {
    const places = [cothen, odijk]
    const step = fc.record({ place: fc.constantFrom(...places, null), wait: fc.integer({ min: 0, max: 40_000 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.nat(3), fc.nat(3), (steps, before, after) => {
        const { clock, fresh, shown } = device()
        fresh.update([], new Map())
        steps.forEach(({ place, wait }, index) => {
          clock.now += wait
          fresh.update(place ? [own({ version: String(index) }, place)] : [], new Map([[cell(cothen), { 'idea/1': before }]]))
        })
        const left = shown(cothen, { 'idea/1': after })['idea/1'] ?? 0
        expect(left).toBeGreaterThanOrEqual(0)
        expect(after - left).toBeLessThanOrEqual(1)
      }),
    )
  })
})
