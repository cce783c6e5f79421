import { describe, expect, test } from 'vitest'
import { ContributionFeature } from '#contract/contribution.ts'
import { kindFieldNames } from '#contract/kinds/registry.ts'
import { columns } from '#domain/columns.ts'
import { editedContribution, newContribution } from '#domain/contribution.ts'
import { featureOf } from '#domain/feature.ts'
import { facetsMeet, folded, meets } from '#domain/filter.ts'
import { redacted } from '#domain/redaction.ts'
import { consultationRecord, contribution, point } from '../store/contributions.ts'

const consultation = consultationRecord('kromme-rijn')
const draft = {
  kind: 'initiative' as const,
  themes: ['energy' as const, 'housing' as const],
  title: 'Zonnepanelen op de sporthal',
  description: 'We beginnen een coöperatie.',
  geometry: { type: 'Point' as const, coordinates: [5.1986, 52.0656] as [number, number] },
  role: 'organisation' as const,
  authorName: 'Dorpsvereniging',
  precision: 'exact' as const,
  who: 'Zes buren',
  needs: '',
}
const zone = {
  layer: 'visie.energie',
  layerTitle: 'Energie',
  id: 'z1',
  title: 'Zoekgebied zon',
  value: 'zon',
  document: 'visie',
  documentTitle: 'Visie',
  category: 'vision' as const,
  version: '3',
  date: '2026-01-01',
  theme: 'energy' as const,
  colour: '#000000',
}
const fresh = newContribution({
  draft,
  consultation,
  id: '01kb0000000000000000000000',
  at: '2026-11-24T12:00:00.000Z',
  zones: [zone],
})

describe('contribution', () => {
  test('takes over what the draft says, its place and its zones', () => {
    expect(fresh).toMatchObject({
      consultation: 'kromme-rijn',
      village: 'bunnik',
      state: 'published',
      outcome: 'open',
      version: 1,
      who: 'Zes buren',
      zones: [{ layer: 'visie.energie', id: 'z1', title: 'Zoekgebied zon', version: '3' }],
    })
    expect(fresh).not.toHaveProperty('needs')
    expect(fresh.zones[0]).not.toHaveProperty('share')
  })
  test('an edit keeps what is not the author’s, and drops answers of the kind that it no longer is', () => {
    const { who: _, needs: _1, authorName: _2, ...rest } = draft
    const adopted = { ...fresh, outcome: 'adopted' as const, counts: { supports: 4, comments: 0, pledges: 0 } }
    const edited = editedContribution(adopted, { ...rest, kind: 'idea', role: 'resident' }, consultation, [])
    expect(edited).toMatchObject({
      kind: 'idea',
      outcome: 'adopted',
      counts: { supports: 4 },
      createdAt: fresh.createdAt,
      zones: [],
    })
    expect(edited).not.toHaveProperty('who')
    expect(edited).not.toHaveProperty('authorName')
  })
})

describe('feature', () => {
  const feature = featureOf(fresh, consultation)
  test('is what the contract says, in the order of the columns', () => {
    expect(ContributionFeature.parse(feature)).toEqual(feature)
    const names = Object.keys(feature.properties)
    expect(columns.filter((name) => names.includes(name))).toEqual(names)
    for (const name of kindFieldNames) expect(columns).toContain(name)
  })
  test('has Dutch labels and flat zones', () => {
    expect(feature.properties).toMatchObject({
      kindLabel: 'Initiatief',
      theme: 'energy',
      themeLabels: ['Energie', 'Wonen'],
      roleLabel: 'Organisatie',
      outcomeLabel: 'Nog geen antwoord',
      villageName: 'Bunnik',
      zoneIds: ['z1'],
      zoneTitles: ['Zoekgebied zon'],
      zoneLayers: ['visie.energie'],
    })
  })
})

describe('filter', () => {
  test.each([
    [{}, true],
    [{ kinds: ['initiative'] }, true],
    [{ kinds: ['idea', 'concern'] }, false],
    [{ themes: ['food', 'housing'] }, true],
    [{ themes: ['food'] }, false],
    [{ outcomes: ['open'] }, true],
    [{ outcomes: ['done'] }, false],
    [{ village: 'bunnik' }, true],
    [{ village: 'odijk' }, false],
    [{ zone: 'visie.energie/z1' }, true],
    [{ zone: 'visie.energie/z2' }, false],
    [{ text: 'COOPERATIE zonnepanelen' }, true],
    [{ text: 'coöperatie windmolen' }, false],
    [{ text: '  ' }, true],
    [{ kinds: ['initiative'], text: 'windmolen' }, false],
  ] as const)('%j: %s', (filter, expected) => {
    expect(meets(fresh, filter)).toBe(expected)
    if (expected) expect(facetsMeet(fresh, filter)).toBe(true)
  })
  test('letters without marks and in lower case', () => expect(folded('Één ÇA Ÿ')).toBe('een ca y'))
})

describe('redaction', () => {
  test('leaves no text, name, place or zone', () => {
    const left = redacted({ ...contribution('kromme-rijn', point()), ...fresh, state: 'withdrawn' })
    expect(left).toMatchObject({
      id: fresh.id,
      state: 'withdrawn',
      title: '',
      description: '',
      geometry: null,
      village: null,
      zones: [],
    })
    const text = JSON.stringify(left)
    for (const word of ['Zonnepanelen', 'coöperatie', 'Zes buren', 'Dorpsvereniging', 'Zoekgebied', '5.19', 'bunnik'])
      expect(text).not.toContain(word)
  })
})
