import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContributionDraft, limits } from '#contract/contribution.ts'
import { check, type FaultSeed, type FaultValues, faultCodes, faultsOf, maxFaults, wordFault } from '#contract/faults.ts'
import { nl } from '#contract/text/nl.ts'

const languages = ['nl', 'en'] as const
const full: FaultValues = { min: 2, max: 7, found: 9, value: 'iets', choices: ['a', 'b'], day: '2026-12-31' }
const draft = {
  kind: 'idea',
  themes: ['mobility'],
  title: 'Een bankje',
  description: 'Halverwege kun je nergens rusten.',
  geometry: { type: 'Point', coordinates: [5.2, 52] },
}
const details = (change: object) => faultsOf(ContributionDraft, { ...draft, ...change }, 'nl').map(({ detail }) => detail)

describe.each(languages)('in %s', (language) => {
  test.each(faultCodes)('%s is a whole sentence, with and without values, on a field, a part of it and a parameter', (code) => {
    const places: Pick<FaultSeed, 'in' | 'path'>[] = [
      { in: 'body', path: [] },
      { in: 'body', path: ['title'] },
      { in: 'body', path: ['geometry', 'coordinates', 3, 0] },
      { in: 'body', path: ['needs'] },
      { in: 'query', path: ['limit'] },
      { in: 'header', path: ['Idempotency-Key'] },
    ]
    for (const place of places) {
      for (const values of [undefined, full]) {
        const { detail } = wordFault({ ...place, code, ...(values && { values }) }, language)
        expect(detail).toMatch(/^\S.{15,}\.$/s)
        expect(detail).not.toMatch(/undefined|NaN|\[object|Invalid input|expected|received/)
      }
    }
  })
})

test('both languages say something of their own', () => {
  for (const code of faultCodes) {
    const [dutch, english] = languages.map(
      (language) => wordFault({ in: 'body', path: ['title'], code, values: full }, language).detail,
    )
    expect(dutch).not.toBe(english)
  }
})

test('the field, what is wrong and how to mend it', () => {
  expect(details({ title: 'Hoi' })).toEqual(['Titel: vul een titel in van 5 tot 120 tekens. Je hebt er 3.'])
  expect(details({ description: 'x'.repeat(4001) })).toEqual([
    'Toelichting: vul een toelichting in van 10 tot 4000 tekens. Je hebt er 4001.',
  ])
  expect(details({ themes: [] })).toEqual(['Onderwerp: kies 1 tot 3 onderwerpen. Je hebt er 0.'])
  expect(details({ geometry: undefined })).toEqual(['Plek: kies een plek op de kaart, of kies "heel het dorp".'])
  expect(details({ geometry: null })).toEqual(['Dorp: je koos "heel het dorp". Kies ook welk dorp.'])
  expect(details({ kind: 'initiative', needs: 'x'.repeat(501) })).toEqual([
    'Wat heb je nodig? Gebruik hoogstens 500 tekens. Je hebt er 501.',
  ])
  const closed = wordFault({ in: 'body', path: [], code: 'closed', values: { day: '2026-12-31' } }, 'nl')
  expect(closed.detail).toBe('Bericht: je kunt niet meer meedoen. Dat kon tot en met 31 december 2026.')
  expect(faultsOf(ContributionDraft, { ...draft, title: 'Hoi' }, 'en').map(({ detail }) => detail)).toEqual([
    'Title: enter a title of 5 to 120 characters. You have 3.',
  ])
})

test('a good draft has no faults, and comes back trimmed and with its defaults', () => {
  const checked = check(ContributionDraft, { ...draft, title: '  Een bankje ' }, 'body')
  expect(checked).toEqual({ value: { ...draft, role: 'resident', precision: 'exact' } })
})

test('places are JSON Pointers, also of names that need escaping', () => {
  const faults = faultsOf(
    ContributionDraft,
    {
      ...draft,
      'a/b~c': 1,
      geometry: {
        type: 'LineString',
        coordinates: [
          [5, 52],
          [5, 'x'],
        ],
      },
    },
    'nl',
  )
  expect(faults.map(({ location, code }) => [location, code])).toEqual([
    ['#/geometry/coordinates/1/1', 'badCoordinate'],
    ['#/a~1b~0c', 'unknownField'],
  ])
})

test('one that is given a hundred thousand wrong names answers with a hundred faults', () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`naam${index}`, 1]))
  expect(faultsOf(ContributionDraft, { ...draft, ...many }, 'nl')).toHaveLength(maxFaults)
})

test('whatever is sent, each fault has a known code, a short text and its own place', () => {
  const names = [...Object.keys(ContributionDraft.shape), '__proto__', 'iets anders']
  const body = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 })).map((change) => ({ ...draft, ...change })),
  )
  fc.assert(
    fc.property(body, fc.constantFrom(...languages), (data, language) => {
      const faults = faultsOf(ContributionDraft, data, language)
      expect(faults.length === 0).toBe(ContributionDraft.safeParse(data).success)
      for (const fault of faults) {
        expect(faultCodes).toContain(fault.code)
        expect(fault.detail.length).toBeLessThan(400)
        expect(fault.detail).not.toMatch(/undefined|\[object/)
        expect(fault.detail.isWellFormed()).toBe(true)
      }
      expect(new Set(faults.map(({ location, code }) => `${location} ${code}`)).size).toBe(faults.length)
    }),
  )
})

test('bounds in the texts are the schema’s own', () => {
  for (const [field, bound] of Object.entries({ title: limits.title, description: limits.description })) {
    const [detail] = details({ [field]: '' })
    expect(detail).toContain(`${bound.min} tot ${bound.max}`)
    expect(detail).toContain(nl.fields[field as 'title'])
  }
})
