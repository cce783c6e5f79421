import { describe, expect, test } from 'vitest'
import { stateIds } from '#contract/vocabulary.ts'
import { draftFaults } from '#domain/draft.ts'
import { type Deed, firstState, mayDo, type Person, periodState, rules } from '#domain/participation.ts'
import { consultationRecord } from '../store/contributions.ts'

const period = { start: '2026-11-24', end: '2026-12-31' }

describe('period', () => {
  test.each([
    ['2026-11-23T22:59:59Z', 'notYetOpen'],
    // Midnight in the Netherlands, an hour ahead of UTC in winter.
    ['2026-11-23T23:00:00Z', 'open'],
    ['2026-12-31T22:59:59Z', 'open'],
    ['2026-12-31T23:00:00Z', 'closed'],
  ])('at %s it is %s', (moment, expected) => {
    expect(periodState(period, new Date(moment))).toBe(expected)
  })
  test('in summer the day begins two hours ahead of UTC', () => {
    expect(periodState({ start: '2026-07-01', end: '2026-07-01' }, new Date('2026-06-30T22:00:00Z'))).toBe('open')
    expect(periodState({ start: '2026-07-01', end: '2026-07-01' }, new Date('2026-07-01T22:00:00Z'))).toBe('closed')
  })
})

describe('who may do what', () => {
  const open = new Date('2026-12-01T12:00:00Z')
  const closed = new Date('2027-01-02T12:00:00Z')
  const allowed = (person: Person, now: Date): string[] =>
    (Object.keys(rules) as Deed[]).flatMap((deed) =>
      stateIds.filter((state) => mayDo(deed, person, state, period, now)).map((state) => `${deed} ${state}`),
    )

  test('authors edit while it is open, and withdraw always', () => {
    expect(allowed('author', open)).toEqual([
      'edit received',
      'edit published',
      'withdraw received',
      'withdraw published',
      'withdraw hidden',
    ])
    expect(allowed('author', closed)).toEqual(['withdraw received', 'withdraw published', 'withdraw hidden'])
  })
  test('moderators hide and publish, and change no text', () => {
    expect(allowed('moderator', closed)).toEqual(['hide received', 'hide published', 'publish received', 'publish hidden'])
  })
  test('anyone submits while it is open, and touches nothing of others', () => {
    expect(mayDo('submit', 'anyone', null, period, open)).toBe(true)
    expect(mayDo('submit', 'anyone', null, period, closed)).toBe(false)
    expect(allowed('anyone', open)).toEqual([])
  })
  test('what is withdrawn stays withdrawn', () => {
    const people: Person[] = ['anyone', 'author', 'moderator', 'operator']
    expect(people.flatMap((person) => allowed(person, open)).filter((line) => line.endsWith('withdrawn'))).toEqual([])
  })
  test('with moderation beforehand a contribution waits', () => {
    expect(firstState({ moderation: 'before' })).toBe('received')
    expect(firstState({ moderation: 'after' })).toBe('published')
  })
})

describe('draft', () => {
  const consultation = consultationRecord('kromme-rijn')
  const draft = {
    kind: 'idea' as const,
    themes: ['housing' as const],
    title: 'Een bankje',
    description: 'Bij de brug',
    geometry: { type: 'Point' as const, coordinates: [5.2, 52.06] as [number, number] },
    role: 'resident' as const,
    precision: 'exact' as const,
  }
  const codes = (changes: object, now = new Date('2026-12-01T12:00:00Z')) =>
    draftFaults({ ...draft, ...changes }, consultation, now).map(({ path, code }) => `${path.join('/')} ${code}`)

  test('that fits has no fault', () => expect(codes({})).toEqual([]))
  test('is told everything at once', () => {
    expect(
      codes(
        {
          kind: 'challenge',
          themes: ['housing', 'food'],
          village: 'parijs',
          geometry: {
            type: 'LineString',
            coordinates: [
              [1, 1],
              [2, 2],
            ],
          },
          precision: 'grid100',
        },
        new Date('2027-03-01T12:00:00Z'),
      ),
    ).toEqual([
      ' closed',
      'kind kindNotAsked',
      'themes/1 themeNotAsked',
      'village villageUnknown',
      'precision precisionOfShape',
      'geometry outsideArea',
    ])
  })
})
