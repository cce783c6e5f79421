import { describe, expect, test } from 'vitest'
import type { ContributionFeature } from '#contract/contribution.ts'
import { boundsOf, contains, countFilters, downloadHref, type Filter, itemsQuery, matches, noFilter } from '#web/explore/query.ts'

const filter: Filter = {
  kinds: ['idea', 'challenge'],
  themes: ['energy'],
  outcomes: ['open'],
  words: 'zon & wind',
  village: 'cothen',
  zone: 'visie.kernrandzone/k,1',
}

const feature = {
  type: 'Feature',
  id: '01jd8x2v5c7k9m3n4p6q8r0s1t',
  geometry: { type: 'Point', coordinates: [5.3, 52] },
  properties: {
    kind: 'idea',
    themes: ['housing', 'energy'],
    outcome: 'open',
    village: 'cothen',
    zoneLayers: ['visie.kernrandzone', 'visie.stilte'],
    zoneIds: ['k,1', 's'],
    title: 'Zonnepanelen op de kerk',
    description: 'Samen met wind.',
  },
} as unknown as ContributionFeature

describe('what the API is asked', () => {
  test('every filter becomes its own parameter', () => {
    expect(Object.fromEntries(itemsQuery(filter, [5.1234567, 52, 5.2, 52.1], 50))).toEqual({
      bbox: '5.12346,52.00000,5.20000,52.10000',
      kind: 'idea,challenge',
      theme: 'energy',
      outcome: 'open',
      village: 'cothen',
      zone: 'visie.kernrandzone/k,1',
      q: 'zon & wind',
      limit: '50',
    })
  })

  test('without filters and bounds only the page size is asked', () => {
    expect(itemsQuery(noFilter, null, 50).toString()).toBe('limit=50')
  })

  test('the download takes the same filters, safely encoded', () => {
    expect(downloadHref('kromme-rijn', noFilter)).toBe('/api/v1/consultations/kromme-rijn/download?f=geojson')
    const url = new URL(downloadHref('kromme-rijn', filter), 'http://localhost')
    expect(url.searchParams.get('q')).toBe('zon & wind')
    expect(url.searchParams.get('theme')).toBe('energy')
  })

  test('counts each choice', () => {
    expect(countFilters(noFilter)).toBe(0)
    expect(countFilters(filter)).toBe(7)
  })
})

describe('contributions of this device pass the same filters', () => {
  test.each<[string, Partial<Filter>, boolean]>([
    ['no filter', {}, true],
    ['its second theme', { themes: ['energy'] }, true],
    ['another theme', { themes: ['food'] }, false],
    ['another kind', { kinds: ['concern'] }, false],
    ['every word, in title or text, in any case', { words: 'WIND kerk' }, true],
    ['a word it lacks', { words: 'kerk molen' }, false],
    ['another village', { village: 'odijk' }, false],
    ['another outcome', { outcomes: ['done'] }, false],
    ['a zone that it lies in', { zone: 'visie.stilte/s' }, true],
    ['the same id in another layer', { zone: 'visie.kernrandzone/s' }, false],
  ])('%s', (_, part, expected) => {
    expect(matches(feature, { ...noFilter, ...part }, null)).toBe(expected)
  })

  test('lies in view or not; what has no place lies in no view', () => {
    expect(matches(feature, noFilter, [5.2, 51.9, 5.4, 52.1])).toBe(true)
    expect(matches(feature, noFilter, [5.4, 51.9, 5.6, 52.1])).toBe(false)
    expect(matches({ ...feature, geometry: null }, noFilter, [5.2, 51.9, 5.4, 52.1])).toBe(false)
    expect(matches({ ...feature, geometry: null }, noFilter, null)).toBe(true)
  })
})

describe('bounds', () => {
  test('surround every part of a geometry', () => {
    const geometry = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [5, 52],
            [5.1, 52],
            [5.1, 52.2],
            [5, 52],
          ],
        ],
        [
          [
            [6, 51],
            [6.1, 51],
            [6, 51.1],
            [6, 51],
          ],
        ],
      ],
    } as const
    expect(boundsOf(geometry as never)).toEqual([5, 51, 6.1, 52.2])
  })

  test('contain themselves and what is smaller', () => {
    expect(contains([5, 51, 6, 52], [5, 51, 6, 52])).toBe(true)
    expect(contains([5, 51, 6, 52], [5.1, 51.1, 6.1, 51.9])).toBe(false)
  })
})
