import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Consultation } from '#contract/consultation.ts'
import { ContributionDraft, limits } from '#contract/contribution.ts'
import { kindFieldNames, kindIds, kinds } from '#contract/kinds/registry.ts'
import type { Fault } from '#contract/problem.ts'
import { draftFaults } from '#domain/draft.ts'
import { normalised } from '#domain/geometry.ts'
import { type Draft, emptyDraft, fromContribution, isComplete, isUntouched, type Place, toInput } from '#web/contribute/draft.ts'
import { draftRules } from '#web/contribute/draft-rules.ts'
import { atFields, faultsOfDraft, faultsOfProblem, fieldOf } from '#web/contribute/field-faults.ts'
import { contribution, filledDraft } from './contribute-device.ts'

const consultation: Consultation = {
  id: 'kromme-rijn',
  title: 'Kromme Rijn',
  question: 'Hoe willen we hier wonen?',
  description: '',
  area: {
    type: 'Polygon',
    coordinates: [
      [
        [5, 51.9],
        [5.4, 51.9],
        [5.4, 52.1],
        [5, 52.1],
        [5, 51.9],
      ],
    ],
  },
  bounds: [5, 51.9, 5.4, 52.1],
  period: { start: '2026-11-01', end: '2026-12-31' },
  themes: ['housing', 'mobility', 'energy', 'general'],
  kinds: [...kindIds],
  layers: [],
  villages: [{ id: 'cothen', name: 'Cothen', position: [5.31, 51.99] }],
  authority: { name: 'Gemeente', contact: 'griffie@example.nl' },
  decides: '',
  followUp: [],
  formalRoute: '',
  moderation: 'after',
  licence: { title: 'CC0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  example: true,
  totals: { contributions: 0, kinds: {}, themes: {}, roles: {}, villages: {} },
  links: [],
}
const during = new Date('2026-11-24T12:00:00Z')
const rules = draftRules(
  () => consultation,
  () => during,
)
const faults = (change: Partial<Draft>, language: 'nl' | 'en' = 'nl') =>
  faultsOfDraft({ ...filledDraft, ...change }, rules, language)

describe('faults at their fields', () => {
  test('a filled draft has none', () => {
    expect(faults({})).toEqual([])
  })

  test('an empty form names what must be filled in, in the order of the form, in plain words', () => {
    const found = faultsOfDraft(emptyDraft, rules, 'nl')
    expect(found.map(({ field }) => field)).toEqual(['kind', 'geometry', 'themes', 'title', 'description'])
    expect(found.find(({ field }) => field === 'title')?.text).toBe('Titel: vul een titel in van 5 tot 120 tekens. Je hebt er 0.')
  })

  test('in English too', () => {
    expect(faults({ title: 'Hof' }, 'en')).toEqual([
      { field: 'title', code: 'tooShort', text: 'Title: enter a title of 5 to 120 characters. You have 3.' },
    ])
  })

  test('a place outside the area is told at once, whatever else is still missing', () => {
    const place: Place = { at: 'geometry', geometry: { type: 'Point', coordinates: [4.9, 52.37] } }
    expect(faultsOfDraft({ ...emptyDraft, place }, rules, 'nl')).toContainEqual(
      expect.objectContaining({ field: 'geometry', code: 'outsideArea' }),
    )
  })

  test('an area whose edge crosses itself is told at once', () => {
    const ring: [number, number][] = [
      [5.1, 52],
      [5.2, 52.05],
      [5.2, 52],
      [5.14, 52.03],
      [5.1, 52],
    ]
    const place: Place = { at: 'geometry', geometry: { type: 'Polygon', coordinates: [ring] } }
    expect(faults({ place, title: '' })).toContainEqual(expect.objectContaining({ field: 'geometry', code: 'geometryCrossing' }))
  })

  test('"heel het dorp" without a village asks which', () => {
    const place: Place = { at: 'village', village: '' }
    expect(faults({ place })).toEqual([expect.objectContaining({ field: 'village', code: 'villageMissing' })])
    expect(faults({ place, title: '' }).map(({ code }) => code)).toEqual(['villageMissing', 'tooShort'])
  })

  test('a consultation that has closed is told for the form as a whole', () => {
    const late = draftRules(
      () => consultation,
      () => new Date('2027-01-02T00:00:00Z'),
    )
    expect(faultsOfDraft(filledDraft, late, 'nl')).toEqual([expect.objectContaining({ field: null, code: 'closed' })])
  })

  test('the form finds what the API would find', () => {
    const text = (max: number) => fc.string({ maxLength: max + 5, unit: 'grapheme' })
    const position = fc.tuple(fc.double({ min: 4.8, max: 5.6, noNaN: true }), fc.double({ min: 51.8, max: 52.2, noNaN: true }))
    const draft: fc.Arbitrary<Draft> = fc.record({
      kind: fc.constantFrom(...kindIds),
      themes: fc.array(fc.constantFrom('housing', 'mobility', 'food', 'energy'), { maxLength: 4 }),
      title: text(limits.title.max),
      description: text(60),
      place: fc.oneof(
        position.map((coordinates) => ({ at: 'geometry', geometry: { type: 'Point', coordinates } }) as const),
        fc
          .array(position, { minLength: 2, maxLength: 4 })
          .map((coordinates) => ({ at: 'geometry', geometry: { type: 'LineString', coordinates } }) as const),
        fc.constantFrom('cothen', 'elders', '').map((village) => ({ at: 'village', village }) as const),
      ),
      precision: fc.constantFrom('exact', 'grid100', 'village'),
      village: fc.constantFrom('', 'cothen'),
      role: fc.constantFrom('resident', 'company'),
      authorName: text(limits.authorName.max),
      fields: fc.dictionary(fc.constantFrom(...kindFieldNames), text(20)),
    })
    fc.assert(
      fc.property(draft, (one) => {
        const parsed = ContributionDraft.safeParse(toInput(one))
        const refused =
          !parsed.success ||
          draftFaults(
            { ...parsed.data, geometry: parsed.data.geometry && normalised(parsed.data.geometry) },
            consultation,
            during,
          ).length > 0
        expect(faultsOfDraft(one, rules, 'nl').length > 0).toBe(refused)
      }),
    )
  })
})

describe('faults that the server names', () => {
  const fault = (location: string, change: Partial<Fault> = {}): Fault => ({
    in: 'body',
    location,
    code: 'tooShort',
    detail: `Over ${location}`,
    ...change,
  })

  test.each([
    ['#/title', 'title'],
    ['#/themes/0', 'themes'],
    ['#/geometry/coordinates/0/1', 'geometry'],
    ['#/village', 'village'],
    ['#/who', 'who'],
    ['#/authorName', 'authorName'],
  ])('%s lands at %s', (location, field) => {
    expect(fieldOf(fault(location))).toBe(field)
  })

  test.each(['#', '#/', '#/nonsense', '#/constructor', '#/__proto__', 'title'])(
    '%s concerns the message as a whole',
    (location) => {
      expect(fieldOf(fault(location))).toBeNull()
    },
  )

  test('a header is no field, even when it bears the name of one', () => {
    expect(fieldOf(fault('#/title', { in: 'header' }))).toBeNull()
  })

  test('one per field, in the order of the form, the whole first', () => {
    const found = atFields([fault('#/title'), fault('#/kind'), fault('#/title', { detail: 'nog een' }), fault('#')])
    expect(found.map(({ field, text }) => [field, text])).toEqual([
      [null, 'Over #'],
      ['kind', 'Over #/kind'],
      ['title', 'Over #/title'],
    ])
  })

  test('a problem without faults still says what it says', () => {
    expect(faultsOfProblem({ type: 'about:blank', title: 'Te groot', status: 413, detail: 'Maak de tekst korter.' })).toEqual([
      { field: null, code: 'about:blank', text: 'Maak de tekst korter.' },
    ])
  })
})

describe('from form to contract and back', () => {
  test('only the chosen kind’s own fields are sent, and no empty answer', () => {
    const fields = { who: 'Zes buren', needs: ' ', task: 'De speeltuin' }
    expect(toInput({ ...filledDraft, kind: 'initiative', fields })).toMatchObject({ who: 'Zes buren' })
    expect(toInput({ ...filledDraft, kind: 'initiative', fields })).not.toHaveProperty('needs')
    expect(toInput({ ...filledDraft, kind: 'initiative', fields })).not.toHaveProperty('task')
  })

  test('every kind of the registry gets its fields through the form and through the contract', () => {
    for (const kind of kindIds) {
      const fields = Object.fromEntries(kindFieldNames.map((name) => [name, 'Een antwoord']))
      const input = toInput({ ...filledDraft, kind, fields })
      expect(ContributionDraft.safeParse(input).error).toBeUndefined()
      for (const name of Object.keys(kinds[kind].fields)) expect(input).toHaveProperty(name, 'Een antwoord')
    }
  })

  test('a resident gives no name, and lines and areas are never blurred', () => {
    expect(toInput({ ...filledDraft, authorName: 'Jan' })).not.toHaveProperty('authorName')
    const line = {
      type: 'LineString',
      coordinates: [
        [5.1, 52],
        [5.2, 52],
      ],
    } as const
    expect(
      toInput({
        ...filledDraft,
        precision: 'village',
        place: { at: 'geometry', geometry: { ...line, coordinates: [...line.coordinates] as [number, number][] } },
      }),
    ).toMatchObject({
      precision: 'exact',
    })
  })

  test('an unfinished draft is not complete; a finished one is', () => {
    expect(isComplete(toInput(emptyDraft))).toBe(false)
    expect(isComplete(toInput({ ...filledDraft, place: { at: 'village', village: 'cothen' } }))).toBe(true)
  })

  test('changing nothing and saving sends what was there', () => {
    const before = contribution(1, { kind: 'initiative', who: 'Zes buren', role: 'organisation', authorName: 'Dorpsraad' })
    const parsed = ContributionDraft.parse(toInput(fromContribution(before)))
    for (const [name, value] of Object.entries(parsed)) expect(before).toHaveProperty(name, value)
  })

  test('a contribution about a whole village stays one', () => {
    const draft = fromContribution(contribution(1, { geometry: null, village: 'cothen' }))
    expect(toInput(draft)).toMatchObject({ geometry: null, village: 'cothen' })
  })

  test('an untouched form is nothing to keep', () => {
    expect(isUntouched({ ...emptyDraft, title: ' \n' })).toBe(true)
    expect(isUntouched({ ...emptyDraft, place: { at: 'village', village: '' } })).toBe(false)
  })
})
