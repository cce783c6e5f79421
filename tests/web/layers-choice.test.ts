/** Which layers are on, found, grouped and compared: the rules behind the panel. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Layer } from '#contract/catalogue.ts'
import { firstCompare, kept, putOn, sideOf, sides, sidesOf } from '#web/plan/compare-sides.ts'
import { groupsOf, layerMatches } from '#web/plan/layer-groups.ts'
import { layersOn, limited, toggleLayer } from '#web/plan/layer-order.ts'

const on = (...ids: string[]) => ids.map((id) => ({ id, opacity: 1 }))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
const names = fc.uniqueArray(fc.stringMatching(/^[a-f]$/), { maxLength: 6 })

const layer = (title: string, extra: Partial<Layer> = {}): Layer => ({
  id: `visie.${title}`,
  title,
  theme: 'general',
  geometry: 'polygon',
  colour: '#336699',
  hatch: false,
  legend: [],
  zones: 1,
  bounds: [5, 51, 6, 53],
  download: 'x.fgb',
  ...extra,
})

describe('the number of layers that are on at once', () => {
  test('one more switches off the one that is on longest, wherever it lies', () => {
    const before = on('c', 'a', 'b')
    expect(limited(toggleLayer(before, 'd'), 3, ['a', 'b', 'c', 'd'])).toEqual({ list: on('d', 'c', 'b'), off: ['a'] })
  })

  test('what was on before anything was switched goes first, the lowest of it first of all', () => {
    expect(limited(on('d', 'c', 'b', 'a'), 2, ['c', 'd']).off).toEqual(['a', 'b'])
  })

  test('switched off and on again counts from the last time', () => {
    expect(limited(on('c', 'b', 'a'), 2, ['a', 'b', 'c', 'a']).off).toEqual(['b'])
  })

  test('never leaves more than wished, keeps order and opacity, and the newest always stays', () => {
    fc.assert(
      fc.property(names, names, fc.integer({ min: 1, max: 8 }), (list, since, atMost) => {
        const given = list.map((id, index) => ({ id, opacity: index / 10 }))
        const { list: left, off } = limited(given, atMost, since)
        expect(left).toEqual(given.filter(({ id }) => !off.includes(id)))
        expect(left).toHaveLength(Math.min(atMost, given.length))
        const newest = since.findLast((id) => list.includes(id))
        if (newest !== undefined) expect(ids(left)).toContain(newest)
      }),
    )
  })
})

describe('what an address switches on', () => {
  test('its own layers, else the standard ones, and in any case what it compares', () => {
    expect(layersOn({ layers: null, compare: null }, ['a', 'b'])).toEqual(on('a', 'b'))
    expect(layersOn({ layers: [], compare: null }, ['a', 'b'])).toEqual([])
    expect(layersOn({ layers: on('a'), compare: { left: ['a'], right: ['c', 'c'] } }, [])).toEqual(on('a', 'c'))
  })
})

describe('a search', () => {
  const document = { title: 'Omgevingsvisie', authority: 'Provincie Utrecht' } as never
  const found = { layer: layer('Energie', { type: 'Geluid', group: 'Eén landschap', legend: [] }), document }

  test('minds no case and no accents, and looks into type and main line', () => {
    for (const words of ['ENERGIE', 'energié', 'een landschap', 'geluid utrecht', 'nérgi'])
      expect(layerMatches(found, words), words).toBe(true)
    expect(layerMatches(found, 'energie zeeland')).toBe(false)
  })

  test('finds a layer by what its colours stand for', () => {
    const wonen = layer('Bestemmingen', { legend: [{ value: 'w', label: 'Wonen', colour: '#ffff00' }] })
    expect(layerMatches({ layer: wonen, document }, 'wonen')).toBe(true)
  })
})

describe('groups', () => {
  test('main lines first, in the order of the document; the rest by theme; titles in order', () => {
    const groups = groupsOf([
      layer('Zand', { theme: 'housing' }),
      layer('Beek', { group: 'Water', theme: 'housing' }),
      layer('Akker', { theme: 'housing' }),
      layer('Ven', { group: 'Water' }),
      layer('Pad', { group: 'Wegen' }),
      layer('Zon', { theme: 'energy' }),
    ])
    expect(groups.map(({ line, theme, layers }) => [line ?? theme, layers.map(({ title }) => title).join()])).toEqual([
      ['Water', 'Beek,Ven'],
      ['Wegen', 'Pad'],
      ['housing', 'Akker,Zand'],
      ['energy', 'Zon'],
    ])
  })

  test('hold every layer once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ title: fc.string(), group: fc.constantFrom(undefined, 'A', 'B') }), {
          selector: ({ title }) => title,
        }),
        (given) => {
          const layers = given.map(({ title, group }) => layer(title, group === undefined ? {} : { group }))
          const held = groupsOf(layers).flatMap((group) => group.layers)
          expect(ids(held).toSorted()).toEqual(ids(layers).toSorted())
        },
      ),
    )
  })
})

describe('comparing two', () => {
  test('begins with the upper layer left, the others right', () => {
    const layers = on('a', 'b', 'c')
    const { left, right } = sidesOf(layers, firstCompare(layers))
    expect([ids(left), ids(right)]).toEqual([['a'], ['b', 'c']])
  })

  test('every layer that is on lies where it was put, and on one side at least', () => {
    fc.assert(
      fc.property(names, fc.array(fc.tuple(fc.stringMatching(/^[a-f]$/), fc.constantFrom(...sides))), (list, moves) => {
        let compare = firstCompare(on(...list))
        for (const [id, side] of moves) compare = putOn(compare, id, side)
        const { left, right } = sidesOf(on(...list), compare)
        for (const id of list) expect(ids(left).includes(id) || ids(right).includes(id)).toBe(true)
        for (const [id, side] of new Map(moves)) expect(sideOf(compare, id)).toBe(side)
      }),
    )
  })

  test('a layer that comes on goes to the side with fewer of its own; one that goes off is forgotten', () => {
    const one = kept({ left: ['a'], right: [] }, on('a'), on('b', 'a'))
    expect(one).toEqual({ left: ['a'], right: ['b'] })
    expect(kept(one, on('b', 'a'), on('b'))).toEqual({ left: [], right: ['b'] })
  })
})
