/** The hand-written example: it holds what it promises, and every file of it agrees with every other. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import { describe, expect, it } from 'vitest'
import { ConsultationRecord } from '#contract/consultation.ts'
import { ContributionDraft, limits } from '#contract/contribution.ts'
import { kindIds } from '#contract/kinds/registry.ts'
import { themeIds } from '#contract/themes.ts'
import { outcomeIds, precisionIds, roleIds } from '#contract/vocabulary.ts'
import { draftFaults } from '#domain/draft.ts'
import { normalised } from '#domain/geometry.ts'
import type { SeedContribution } from '#local/seed.ts'
import {
  expectSound,
  features,
  files,
  folder,
  json,
  outlineOf,
  partsOf,
  polygonsOf,
  positionsOf,
  type Shape,
  text,
} from './example-files.ts'

const consultation = ConsultationRecord.parse(json('consultation.json'))
const contributions: SeedContribution[] = json('contributions.json')
const drafts = contributions.map(({ draft }) => ContributionDraft.parse(draft))
const list = json('example.json')

const geojson = files('.').filter((name) => name.endsWith('.geojson'))

describe('the contributions', () => {
  it.each(contributions.map((line, index) => [line.draft.title, line, index] as const))('%s', (_, line, index) => {
    const draft = drafts[index]
    if (!draft) throw new Error('no draft')
    const geometry = draft.geometry && normalised(draft.geometry)
    expect(draftFaults({ ...draft, geometry }, consultation, new Date(line.createdAt))).toEqual([])
    expect(line.createdAt >= '2026-09-02' && line.createdAt < '2026-11-23').toBe(true)
    expect(line.outcome === undefined || outcomeIds.includes(line.outcome)).toBe(true)
    for (const position of geometry ? positionsOf(geometry.coordinates) : []) {
      expect(booleanPointInPolygon(position, consultation.area), position.join()).toBe(true)
    }
    for (const rings of polygonsOf(draft.geometry ? [draft.geometry] : []))
      expectSound(rings as GeoJSON.Position[][], draft.title)
  })

  it('show all that people may choose', () => {
    const chosen = (pick: (draft: ContributionDraft) => readonly string[]) => [...new Set(drafts.flatMap(pick))].sort()
    expect(drafts.length).toBeGreaterThanOrEqual(60)
    expect(new Set(drafts.map(({ title }) => title)).size).toBe(drafts.length)
    expect(chosen(({ kind }) => [kind])).toEqual([...kindIds].sort())
    expect(chosen(({ themes }) => themes)).toEqual([...themeIds].sort())
    expect(chosen(({ role }) => [role])).toEqual([...roleIds].sort())
    expect(chosen(({ precision }) => [precision])).toEqual([...precisionIds].sort())
    expect(chosen(({ village }) => [village ?? ''])).toEqual(consultation.villages.map(({ id }) => id).sort())
    expect(chosen(({ geometry }) => [geometry?.type ?? 'village'])).toEqual(
      ['LineString', 'MultiLineString', 'MultiPolygon', 'Point', 'Polygon', 'village'].sort(),
    )
    expect(Math.max(...drafts.map(({ title }) => title.length))).toBe(limits.title.max)
    expect(Math.max(...drafts.map(({ description }) => description.length))).toBeGreaterThan(1900)
  })

  it('name no person by a title, address or telephone number', () => {
    const personal = /\b(dhr|mevr|drs|ir)\.|\b\d{4} ?[A-Z]{2}\b|\b0\d{1,3}[- ]?\d{6,8}\b|@/
    for (const draft of drafts) expect(JSON.stringify(draft)).not.toMatch(personal)
  })
})

describe('the map', () => {
  it.each(geojson)('%s has sound polygons', (path) => {
    for (const { geometry, properties } of features(path)) {
      for (const rings of polygonsOf([geometry])) expectSound(rings, JSON.stringify(properties))
    }
  })

  it('has a source layer per file, as the catalogue names them', () => {
    const layers = ['boundary', 'builtup', 'land', 'place', 'rail', 'road', 'water', 'waterway', 'wood']
    expect(files(list.basemap.path).sort()).toEqual(layers.map((name) => `${name}.geojson`))
  })

  it('has every village as a place and as a built-up area around it', () => {
    const builtup = features('basemap/builtup.geojson')
    for (const { name, position } of consultation.villages) {
      expect(features('basemap/place.geojson').map(({ properties }) => properties?.name)).toContain(name)
      const own = builtup.filter(({ properties }) => properties?.name === name)
      expect(
        own.some(({ geometry }) => booleanPointInPolygon(position, geometry as Shape)),
        name,
      ).toBe(true)
    }
  })
})

describe('areas that tile', () => {
  it('gemeentegrenzen/gemeenten.geojson', () => {
    const zones = features('gemeentegrenzen/gemeenten.geojson')
    expect(outlineOf(zones.flatMap(({ geometry }) => partsOf(geometry as Shape)).flat())).toEqual({ ways: 1, twice: [] })
    expect(new Set(zones.map(({ properties }) => properties?.id)).size).toBe(zones.length)
  })
})

describe('the list of documents', () => {
  it('styles every layer of the vision and no other', () => {
    const [vision] = list.documents
    const gml = files(vision.path).filter((name) => name.endsWith('.gml'))
    expect(Object.keys(vision.layers).sort()).toEqual(gml.map((name) => name.replace('.gml', '')).sort())
  })

  it('holds the layers that the consultation switches on', () => {
    const known = list.documents.flatMap(({ id, layers }: { id: string; layers: object }) =>
      Object.keys(layers).map((name) => `${id}.${name}`),
    )
    expect(consultation.layers.length).toBeGreaterThan(0)
    for (const layer of consultation.layers) expect(known).toContain(layer)
  })

  it('says of everything that it is an example', () => {
    expect(consultation.example).toBe(true)
    for (const { title, licence, example, path } of list.documents) {
      expect(existsSync(join(folder, path))).toBe(true)
      expect([title, licence, example]).toEqual([
        expect.stringContaining('schematisch voorbeeld'),
        expect.stringContaining('geen geldend beleid'),
        true,
      ])
    }
    expect(text('visie/OVI-KR.xml')).toContain('geen geldend beleid')
  })

  it('stays small enough to clone', () => {
    const bytes = files('.').reduce(
      (sum, name) => sum + (statSync(join(folder, name)).isFile() ? statSync(join(folder, name)).size : 0),
      0,
    )
    expect(bytes).toBeLessThan(700_000)
  })
})
