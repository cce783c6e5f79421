import { describe, expect, test } from 'vitest'
import type { Catalogue, Document, Layer, Zone } from '#contract/catalogue.ts'
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { zoneOf } from '#contract/parameters.ts'
import { leadOf, passagesOf } from '#web/here/passages.ts'
import { zoneLists } from '#web/here/zone-counts.ts'
import { zoneGroups, zoneMatches } from '#web/here/zone-groups.ts'
import { viewOfRef, viewOfZone, type ZoneView } from '#web/here/zone-view.ts'

const layer = (id: string, area: number, zones = 1, more: Partial<Layer> = {}) =>
  ({ id, title: id, zones, area, geometry: 'polygon', hatch: false, colour: '#123456', legend: [], ...more }) as unknown as Layer
/** Some 780 km² of box. */
const document = (id: string, category: Document['category'], layers: Layer[], more: Partial<Document> = {}): Document => ({
  id,
  title: `Titel van ${id}`,
  category,
  authority: '',
  version: '2',
  date: '2026-01-02',
  source: '',
  licence: '',
  example: false,
  bounds: [5, 52, 5.4, 52.25],
  minZoom: 0,
  maxZoom: 14,
  tiles: '',
  zones: '',
  layers,
  ...more,
})
const vision = document('visie', 'vision', [
  layer('visie.overal', 600e6),
  layer('visie.bijna', 500e6),
  layer('visie.half', 200e6),
  layer('visie.delen', 590e6, 40, { passages: ['p1', 'p2', 'p3', 'weg'] }),
])
const plan = document('plan', 'zoning', [layer('plan.bestemming', 10e6, 900)], { text: 'x' })
const old = document('oud', 'reference', [layer('oud.a', 1)], { title: 'Structuurvisie (mogelijk vervangen of vervallen)' })
const other = document('grens', 'reference', [layer('grens.a', 600e6)])
const catalogue: Catalogue = { basemap: null, documents: [old, plan, other, vision] }

const zone = (of: Document, layerId: string, more: Partial<Zone> = {}): Zone => ({
  layer: layerId,
  layerTitle: layerId,
  id: 'z',
  title: `Gebied ${layerId}`,
  document: of.id,
  documentTitle: of.title,
  category: of.category,
  version: of.version,
  date: of.date,
  theme: 'general',
  colour: '#abcdef',
  ...more,
})
const view = (of: Document, layerId: string, more: Partial<Zone> = {}): ZoneView => viewOfZone(zone(of, layerId, more), catalogue)

describe('zones of a place', () => {
  test('vision before zoning before reference, what may be superseded last, the smallest zone first, what lies everywhere apart', () => {
    const zones = [
      view(old, 'oud.a'),
      view(plan, 'plan.bestemming'),
      view(other, 'grens.a'),
      ...vision.layers.map((one) => view(vision, one.id)),
    ]
    const groups = zoneGroups(zones)
    expect(groups.map(({ category, documents }) => [category, documents.map(({ document: of }) => of?.id)])).toEqual([
      ['vision', ['visie']],
      ['zoning', ['plan']],
      ['reference', ['grens', 'oud']],
    ])
    const [own] = groups[0]?.documents ?? []
    expect(own?.near.map((one) => one.layer)).toEqual(['visie.delen', 'visie.half'])
    expect(own?.wide.map((one) => one.layer)).toEqual(['visie.overal', 'visie.bijna'])
  })

  test('without a catalogue nothing is wide and the order is as it was found', () => {
    const zones = vision.layers.map((one) => viewOfZone(zone(vision, one.id), undefined))
    const [own] = zoneGroups(zones)[0]?.documents ?? []
    expect(own?.near.map((one) => one.layer)).toEqual(vision.layers.map(({ id }) => id))
  })

  test('what was joined keeps its version; its date only where it is known', () => {
    const ref = { layer: 'visie.half', id: 'z', title: 'Half', version: '1' }
    expect(viewOfRef(ref, catalogue)).toMatchObject({ version: '1', date: undefined, category: 'vision' })
    expect(viewOfRef({ ...ref, date: '2025-03-04' }, catalogue)).toMatchObject({ date: '2025-03-04' })
    expect(viewOfRef({ ...ref, version: '2' }, catalogue)).toMatchObject({ date: '2026-01-02' })
    const gone = viewOfRef({ ...ref, layer: 'weg.laag' }, catalogue)
    expect(gone).toMatchObject({ category: undefined, document: undefined, documentTitle: 'weg' })
    const then = zoneGroups([viewOfRef(ref, catalogue), view(vision, 'visie.half'), gone])
    expect(then.map((group) => [group.category, group.documents.length])).toEqual([
      ['vision', 2],
      [undefined, 1],
    ])
  })

  test('are found by every word, in any case and without accents', () => {
    const one = view(vision, 'visie.half', { title: 'Potentiële locatie', type: 'Ruimtelijk gebruik', group: 'Vitale dorpen' })
    expect(zoneMatches(one, 'VITALE potentiele')).toBe(true)
    expect(zoneMatches(one, 'vitale water')).toBe(false)
  })
})

const element = (id: string, paragraphs: string[], children: TextElement[] = []): TextElement => ({
  id,
  kind: 'Divisie',
  label: '',
  number: '',
  heading: id,
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
  children,
})

describe('passages of a zone', () => {
  const long = 'In de kernrandzone willen wij ruimte voor kleine plannen die het dorp sterker maken.'
  const elements = [
    element('p1', [], [element('p2', ['Kort.', `${long} Dat is art. 3 van het plan.`]), element('p3', ['x'.repeat(500)])]),
    element('p4', [`Volgens art. 3 geldt 2.500 meter bij ${'woord '.repeat(60)}`]),
  ]
  const text: DocumentText = { title: '', elements }
  const here = view(vision, 'visie.delen', { passages: ['p1', 'p2', 'p3', 'weg'] })

  test('the one about fewest zones first, then the shortest; what the text lacks is left out', () => {
    expect(passagesOf(here, text)).toEqual(['p2', 'p3', 'p1'])
    const governs = {
      p1: [{ layer: 'visie.delen', zones: ['z'] }],
      p2: [{ layer: 'visie.delen' }, { layer: 'visie.half' }],
      p3: [{ layer: 'visie.delen', zones: ['ander'] }],
    }
    expect(passagesOf(here, { ...text, governs })).toEqual(['p1', 'p2'])
    expect(passagesOf(here, { ...text, governs: { p4: [{ layer: 'elders' }] } })).toEqual(['p2', 'p3', 'p1'])
  })

  test('their first line is a whole sentence that says something, of what lies below where they have none', () => {
    expect(leadOf(text, 'p1')).toBe(long)
    expect(leadOf(text, 'p3')).toMatch(/^x{219,}…$/)
    expect(leadOf(text, 'p4')).toMatch(/^Volgens art. 3 geldt 2.500 meter bij .*woord…$/)
    expect(leadOf(text, 'weg')).toBeUndefined()
    expect(leadOf(text, undefined)).toBeUndefined()
  })
})

test('counts are asked in addresses that every proxy takes, each zone once, commas escaped', () => {
  const names = Array.from({ length: 250 }, (_, index) => `visie.laag-met-een-lange-naam/gebied,${index}%`)
  const lists = zoneLists(names)
  const asked = lists.flatMap((list) => list.split(',').map(zoneOf))
  expect(asked.map((one) => `${one?.layer}/${one?.id}`)).toEqual(names)
  for (const list of lists) {
    expect(list.split(',').length).toBeLessThanOrEqual(100)
    expect(new URLSearchParams({ zone: list }).toString().length).toBeLessThan(4500)
  }
  expect(zoneLists([])).toEqual([])
})
