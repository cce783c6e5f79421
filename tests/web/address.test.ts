import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindIds } from '#contract/kinds/registry.ts'
import { themeIds } from '#contract/themes.ts'
import { outcomeIds } from '#contract/vocabulary.ts'
import { type Address, maxWords, readAddress, writeAddress } from '#web/address-query.ts'

/** A subset in the list's own order: that is how an address names them. */
const subset = <T extends string>(ids: readonly T[]) => fc.subarray([...ids])
const degrees = (limit: number, digits: number) =>
  fc
    .integer({ min: -limit * 10 ** digits, max: limit * 10 ** digits })
    .map((value) => Number((value / 10 ** digits).toFixed(digits)))
const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,30}$/)

const zone = fc
  .tuple(id, fc.string({ minLength: 1, maxLength: 60 }))
  .map((parts) => parts.join('/'))
  .filter((text) => text.isWellFormed() && /^[^/]+\/.+$/.test(text))

const words = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .filter((text) => text.isWellFormed())
  .map((text) => text.trim().slice(0, maxWords))
  .filter((text) => text.isWellFormed() && text === text.trim())

const addresses: fc.Arbitrary<Address> = fc.record({
  view: fc.option(
    fc.record({ zoom: fc.integer({ min: 0, max: 2400 }).map((z) => z / 100), lat: degrees(90, 5), lng: degrees(180, 5) }),
  ),
  kinds: subset(kindIds),
  themes: subset(themeIds),
  outcomes: subset(outcomeIds),
  words,
  village: fc.option(id),
  zone: fc.option(zone),
  opened: fc.option(
    fc.record({ zone, passage: fc.option(fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.isWellFormed())) }),
  ),
  layers: fc.option(
    fc.uniqueArray(fc.record({ id, opacity: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100) }), {
      selector: (layer) => layer.id,
      maxLength: 12,
    }),
  ),
  compare: fc.option(fc.record({ left: fc.uniqueArray(id, { maxLength: 4 }), right: fc.uniqueArray(id, { maxLength: 4 }) })),
  at: fc.option(fc.tuple(degrees(180, 6), degrees(90, 6))),
  find: words,
  language: fc.constantFrom('nl', 'en'),
})

/** The parameters that are known, with anything in them. */
const hostile = fc
  .dictionary(
    fc.constantFrom(
      'view',
      'kind',
      'theme',
      'outcome',
      'q',
      'village',
      'zone',
      'open',
      'passage',
      'layers',
      'at',
      'find',
      'lang',
    ),
    fc.string({ unit: 'binary' }),
  )
  .map((query) => `?${new URLSearchParams(query)}`)

const same = (value: number) => (Object.is(value, -0) ? 0 : value)
const withoutMinusZero = (address: Address): Address =>
  JSON.parse(JSON.stringify(address, (_, value) => (typeof value === 'number' ? same(value) : value)))

describe('the address bar', () => {
  test('whatever it holds is read back as it was written', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(withoutMinusZero(readAddress(writeAddress(address)))).toEqual(withoutMinusZero(address))
      }),
    )
  })

  test('any text is an address: what is not understood is left out, and writing it again changes nothing more', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), hostile), (search) => {
        const once = writeAddress(readAddress(search))
        expect(writeAddress(readAddress(once))).toBe(once)
      }),
    )
  })

  test('stays readable for people', () => {
    const search =
      '?view=12.5/52.01/5.25&kind=idea,concern&theme=energy&q=zon%20op%20dak&village=cothen&layers=visie.kernrand:60,visie.fiets&lang=en'
    expect(writeAddress(readAddress(search))).toBe(search)
  })

  test('tells no layers apart from the layers of the consultation', () => {
    expect(readAddress('?layers=').layers).toEqual([])
    expect(readAddress('').layers).toBeNull()
    expect(writeAddress({ ...readAddress(''), layers: [] })).toBe('?layers=')
  })

  test('leaves out what lies nowhere on earth, unknown names and hostile ids', () => {
    const address = readAddress('?view=12/95/5&at=5,NaN&kind=idea,evil&theme=__proto__&village=../etc&layers=<b>:50,ok.layer:250')
    expect(address).toMatchObject({ view: null, at: null, kinds: ['idea'], themes: [], village: null })
    expect(address.layers).toEqual([{ id: 'ok.layer', opacity: 1 }])
  })
})
