/** Layers that lie over one another can be told apart, and seen on the land, whatever official colours they have. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Catalogue, Layer } from '#contract/catalogue.ts'
import { contrast, edgeOf, sameHue } from '#web/map/colour.ts'
import { textures } from '#web/map/hatch.ts'
import { land } from '#web/map/scene.ts'
import { texturesOf } from '#web/map/textures.ts'
import { joined } from '#web/map/zones-in-view.ts'
import { scene } from './map-scene.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

function catalogueOf(layers: readonly Partial<Layer>[]): Catalogue {
  const [document] = scene.catalogue?.documents ?? []
  const [first] = document?.layers ?? []
  if (!document || !first) throw new Error('the scene of the tests holds a layer')
  return {
    basemap: null,
    documents: [{ ...document, layers: layers.map((layer, index) => ({ ...first, id: `visie.${index}`, ...layer })) }],
  }
}
const all = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `visie.${index}`, opacity: 1 })).toReversed()

describe('colours', () => {
  test('of outlines stand out on the land by 3 to 1, and are the layer’s own where they do already', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        expect(contrast(edgeOf(colour), land)).toBeGreaterThanOrEqual(3)
        if (contrast(colour, land) >= 3) expect(edgeOf(colour)).toBe(colour)
      }),
    )
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  })

  test('keep their hue when they are darkened', () => {
    for (const colour of ['#ffff00', '#ffc040', '#b9d746', '#40e0c0', '#ffa096'])
      expect(sameHue(colour, edgeOf(colour)), colour).toBe(true)
  })

  test('of one hue are known as such: light and dark, and greys among themselves', () => {
    for (const [one, other] of [
      ['#e06060', '#ff0000'],
      ['#b9d746', '#d2ffa5'],
      ['#b0b0b0', '#cdcdcd'],
    ] as const)
      expect(sameHue(one, other), `${one} ${other}`).toBe(true)
    for (const [one, other] of [
      ['#ff0000', '#0000ff'],
      ['#28c846', '#8080ff'],
      ['#b0b0b0', '#ff0000'],
    ] as const)
      expect(sameHue(one, other), `${one} ${other}`).toBe(false)
  })
})

describe('textures', () => {
  test('no two of up to six layers of one hue are filled alike', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: textures.length }), (hatches) => {
        const given = texturesOf(all(hatches.length), catalogueOf(hatches.map((hatch) => ({ hatch, colour: '#e06060' }))))
        expect(new Set(given.values()).size).toBe(hatches.length)
      }),
    )
  })

  test('a layer that is switched on leaves those below it as they are', () => {
    fc.assert(
      fc.property(fc.array(colours, { minLength: 2, maxLength: 8 }), (given) => {
        const catalogue = catalogueOf(given.map((colour) => ({ colour })))
        const layers = all(given.length)
        const before = texturesOf(layers.slice(1), catalogue)
        const after = texturesOf(layers, catalogue)
        for (const [id, texture] of before) expect(after.get(id)).toBe(texture)
      }),
    )
  })

  test('other hues stay plain', () => {
    const catalogue = catalogueOf([{ colour: '#ff0000' }, { colour: '#28c846' }, { colour: '#0000ff' }])
    expect([...texturesOf(all(3), catalogue).values()]).toEqual(['plain', 'plain', 'plain'])
  })

  test('a legend counts with each of its colours', () => {
    const legend = [{ value: 'a', label: 'A', colour: '#0000ff' }]
    const given = texturesOf(all(2), catalogueOf([{ legend, colour: '#ff0000' }, { colour: '#2020ff' }]))
    expect(given.get('visie.1')).not.toBe('plain')
  })
})

test('what two maps show together: of each layer the values of both', () => {
  const both = joined(
    new Map([
      ['a', new Set(['1'])],
      ['b', null],
      ['c', null],
    ]),
    new Map([
      ['a', new Set(['2'])],
      ['b', new Set<string>()],
    ]),
  )
  expect([...both]).toEqual([
    ['a', new Set(['1', '2'])],
    ['b', new Set()],
    ['c', null],
  ])
})
