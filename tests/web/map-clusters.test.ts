import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { kindIds } from '#contract/kinds/registry.ts'
import { nl } from '#contract/text/nl.ts'
import { themeIds } from '#contract/themes.ts'
import { quadkeyOf } from '#domain/quadkey.ts'
import { countInMix, type Mix, mixName } from '#domain/theme-set.ts'
import {
  addMixes,
  clusterSvg,
  diameterOf,
  filteredMix,
  mixOfOne,
  mixOfProperties,
  ringShares,
  sumOf,
  themeCounts,
} from '#web/map/cluster.ts'
import { extentOf, finestCells } from '#web/map/cluster-extent.ts'
import { clusterWords } from '#web/map/cluster-words.ts'
import { fanPinOf, fanPlaces, mostInFan } from '#web/map/fan-places.ts'
import { group, type Nearness, type Spot } from '#web/map/group.ts'
import { mapText } from '#web/text/map.ts'

const everySet = 2 ** themeIds.length - 1
const anyMix = fc
  .array(fc.tuple(fc.constantFrom(...kindIds), fc.integer({ min: 1, max: everySet }), fc.integer({ min: 1, max: 5000 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts): Mix => Object.fromEntries(parts.map(([kind, set, count]) => [mixName(kind, set), count])))

describe('a cluster', () => {
  it('counts exactly what any filter on kinds and themes lets through', () => {
    fc.assert(
      fc.property(anyMix, fc.subarray([...kindIds]), fc.subarray([...themeIds]), (mix, kinds, themes) => {
        expect(sumOf(filteredMix(mix, { kinds, themes }))).toBe(countInMix(mix, kinds, themes))
      }),
    )
  })

  it('reads its mix out of the properties of a tile, and of one contribution', () => {
    expect(mixOfProperties({ cell: '0123', count: 3, 'idea/5': 2, 'concern/1': 1, 'poem/1': 7 })).toEqual({
      'idea/5': 2,
      'concern/1': 1,
    })
    expect(mixOfOne('idea', 'housing,energy')).toEqual({ 'idea/5': 1 })
    expect(mixOfOne('poem', 'housing')).toEqual({})
    expect(addMixes([{ 'idea/5': 2 }, { 'idea/5': 1, 'concern/1': 4 }])).toEqual({ 'idea/5': 3, 'concern/1': 4 })
  })

  it('has a ring whose parts fill it, half of it for each theme of a contribution with two', () => {
    expect(ringShares({ 'idea/5': 1, 'concern/1': 1 })).toEqual([
      ['housing', 0.75],
      ['energy', 0.25],
    ])
    fc.assert(
      fc.property(anyMix, (mix) => {
        expect(ringShares(mix).reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('is 44 pixels at least, and larger by the logarithm of its count', () => {
    expect([1, 4].map(diameterOf)).toEqual([44, 44])
    expect(diameterOf(400) - diameterOf(40)).toBe(diameterOf(40_000) - diameterOf(4000))
    expect(diameterOf(100_000)).toBeLessThan(90)
  })

  it('is a whole SVG with its number', () => {
    fc.assert(
      fc.property(anyMix, (mix) => {
        const tags: string[] = []
        const parser = new SaxesParser()
        parser.on('opentag', ({ name }) => tags.push(name))
        parser.write(clusterSvg(mix, '1.234')).close()
        expect(tags.filter((name) => name === 'circle')).toHaveLength(1 + ringShares(mix).length)
      }),
    )
    expect(clusterSvg({ 'idea/1': 1234 }, '1.234')).toContain('>1.234</text>')
  })

  it('says in words how many, where and about what', () => {
    const villages = [{ name: 'Cothen', position: [5.31, 52] as [number, number] }]
    const mix = { 'idea/1': 8, 'concern/3': 1, 'idea/2': 5 }
    const said = clusterWords({ at: [5.311, 52], count: 14, mix }, villages, nl.themes, mapText.nl)
    expect(themeCounts(mix)).toEqual([
      ['housing', 9],
      ['mobility', 6],
    ])
    expect(said).toBe('14 bijdragen bij Cothen: 9 wonen, 6 bereikbaarheid')
    expect(clusterWords({ at: [5, 52], count: 1, mix: { 'idea/1': 1 } }, [], nl.themes, mapText.nl)).toBe('1 bijdrage: 1 wonen')
  })

  it('reaches as far as its cells and pins, and only finest cells cannot be taken apart', () => {
    const cell = '0'.repeat(20)
    const [west, south, east, north] = extentOf({ at: [0, 0], cells: [cell], pins: [{ id: 'a', at: [5, 52] }] })
    expect([west, north].map(Math.round)).toEqual([-180, 85])
    expect(east).toBe(5)
    expect(south).toBe(52)
    expect(finestCells({ cells: [cell], pins: [] }, false)).toEqual([cell])
    expect(finestCells({ cells: [cell.slice(1)], pins: [] }, true)).toBeNull()
    const two = { cells: [cell, `${cell.slice(1)}1`], pins: [] }
    expect(finestCells(two, false)).toBeNull()
    // As near as the map goes, what still lies together is opened together.
    expect(finestCells(two, true)).toEqual(two.cells)
    const withPin = { cells: [cell], pins: [{ id: 'a', at: [5, 52] as [number, number] }] }
    expect(finestCells(withPin, false)).toBeNull()
    expect(finestCells(withPin, true)).toEqual([cell, quadkeyOf([5, 52], 20)])
  })
})

const one: Mix = { 'idea/1': 1 }
const spot = (key: string, x: number, y: number, mix: Mix = one): Spot => ({ key, at: [x / 1000, y / 1000], x, y, mix })
const anySpot = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 400 }),
  count: fc.integer({ min: 1, max: 900 }),
})

describe('what is drawn as one', () => {
  it('is a crowd: of four far off, of seven nearer, of none where each can be seen', () => {
    const pins = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key, index) => spot(key, index * 3, 0))
    expect(group([], pins.slice(0, 4), 'far')).toMatchObject([{ count: 4, mix: { 'idea/1': 4 } }])
    expect(group([], pins.slice(0, 3), 'far')).toEqual([])
    expect(group([], pins, 'near')).toMatchObject([{ count: 7 }])
    expect(group([], pins.slice(0, 6), 'near')).toEqual([])
    expect(group([], pins, 'close')).toEqual([])
  })

  it('is each cell of a tile, with the pins under its circle', () => {
    const cells = [spot('00', 0, 0, { 'idea/1': 5 }), spot('01', 200, 0)]
    expect(group(cells, [spot('a', 10, 0), spot('b', 100, 0)], 'near')).toMatchObject([
      { count: 6, cells: ['00'], pins: [{ id: 'a' }] },
      { count: 1, cells: ['01'], pins: [] },
    ])
  })

  it('loses none and doubles none, whatever lies where; circles do not cover one another', () => {
    fc.assert(
      fc.property(
        fc.array(anySpot, { maxLength: 30 }),
        fc.array(anySpot, { maxLength: 60 }),
        fc.constantFrom<Nearness>('far', 'near', 'close'),
        (cells, pins, nearness) => {
          const given = cells.map(({ x, y, count }, index) => spot(`c${index}`, x, y, { 'idea/1': count }))
          const loose = pins.map(({ x, y }, index) => spot(`p${index}`, x, y))
          const found = group(given, loose, nearness)
          const inside = found.flatMap((cluster) => cluster.pins.map(({ id }) => id))
          expect(new Set(inside).size).toBe(inside.length)
          expect(found.flatMap((cluster) => cluster.cells).toSorted()).toEqual(given.map(({ key }) => key).toSorted())
          const inCells = cells.reduce((sum, { count }) => sum + count, 0)
          expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(inCells + inside.length)
          for (const cluster of found) expect(sumOf(cluster.mix)).toBe(cluster.count)
          for (const [index, a] of found.entries())
            for (const b of found.slice(index + 1))
              expect(Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]) * 1000).toBeGreaterThan(40 * 0.9)
        },
      ),
    )
  })
})

describe('a fan', () => {
  it('holds up to 30 targets of 44 pixels that do not cover one another, within the width of a phone', () => {
    for (let count = 1; count <= mostInFan; count++) {
      const places = fanPlaces(count)
      expect(places).toHaveLength(count)
      for (const [index, a] of places.entries()) {
        expect(Math.abs(a.x) + 22).toBeLessThanOrEqual(180)
        for (const b of places.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(44)
      }
    }
    expect(fanPlaces(31)).toHaveLength(mostInFan)
  })

  it('takes only what is a contribution', () => {
    const properties = { id: 'a', title: 'Bank', kind: 'idea', theme: 'food', outcome: 'open' }
    expect(fanPinOf({ ...properties, themes: 'food' })).toEqual(properties)
    expect(fanPinOf({ ...properties, kind: 'poem' })).toBeNull()
  })
})
