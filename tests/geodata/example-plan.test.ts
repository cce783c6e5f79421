/** The example's zoning plan: IMRO2012 as an authority would deliver it, whole, without gaps, and leading to rules that can be read. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { addDocument } from '#geodata/add.ts'
import { findCrs } from '#geodata/crs.ts'
import { silent } from '#geodata/progress.ts'
import { drawer, readsAt } from './counting.ts'
import { all, expectSound, files, folder, json, outlineOf, polygonsOf, text } from './example-files.ts'
import { temporaryFolder } from './fixture.ts'
import { readPlan } from './imro-fixture.ts'

const plan = 'NL.IMRO.9999.BPCothen-VB01'
const path = `bestemmingsplan/${plan}.gml`
const rules = readFileSync(fileURLToPath(new URL(`../../web/public/voorbeeld/${plan}/r_${plan}.html`, import.meta.url)), 'utf8')
const members = text(path).split('<imro:featureMember>').slice(1)

/** Rings of the posLists, in RD New. */
const ringsOf = (member: string): GeoJSON.Position[][] =>
  [...member.matchAll(/<gml:LinearRing><gml:posList>([^<]*)</g)].map(([, list = '']) => {
    const numbers = list.split(' ').map(Number)
    return Array.from({ length: numbers.length / 2 }, (_, index) => numbers.slice(index * 2, index * 2 + 2))
  })

async function built(): Promise<string> {
  const target = await temporaryFolder()
  const { id, texts, layers } = json('example.json').documents.find(({ path: at }: { path: string }) => at === 'bestemmingsplan')
  await addDocument({ input: `${folder}/${path}`, target, id, texts, layers, today: '2026-01-01' }, silent)
  return target
}

describe('the zoning plan', () => {
  it('is the only file of its folder, and says that it is an example', () => {
    expect(files('bestemmingsplan')).toEqual([`${plan}.gml`])
    expect(text(path)).toContain('Schematisch voorbeeld, met de hand getekend; geen geldend plan')
    expect(all(path, /<imro:naam>([^<]*)</g)[0]).toBe('Buitengebied Cothen (schematisch voorbeeld, geen geldend plan)')
    expect(rules).toContain('Schematisch voorbeeld, geen geldend plan')
  })

  it('imports without a complaint, class by class, into sound shapes', async () => {
    const { imported, layers, report } = await readPlan(`${folder}/${path}`)
    expect([report.skipped, report.remarked]).toEqual([[], []])
    expect(imported.metadata.title).toContain('omgevingsplan, tijdelijk deel')
    expect(layers.map((layer) => layer.style?.type)).toEqual([
      'Enkelbestemming',
      'Dubbelbestemming',
      'Bouwvlak',
      'Maatvoering',
      'Functieaanduiding',
      'Bouwaanduiding',
      'Gebiedsaanduiding',
      'Figuur',
      'Plangebied',
    ])
    for (const { geometry, title } of layers.flatMap(({ zones }) => zones)) {
      for (const rings of polygonsOf([geometry])) expectSound(rings, title)
    }
    expect(layers.find(({ name }) => name === 'Maatvoering')?.zones.map(({ value }) => value)).toContain('6/10/24')
  })

  it('has arcs and a circle, stroked', async () => {
    expect(all(path, /<gml:(Arc|CircleByCenterPoint)\b/g).length).toBeGreaterThan(3)
    const { layers } = await readPlan(`${folder}/${path}`)
    const zone = layers.find(({ name }) => name === 'Gebiedsaanduiding')?.zones[0]
    const rd = findCrs('EPSG:28992')
    const [outer = []] = polygonsOf(zone ? [zone.geometry] : []).flat()
    for (const [x = 0, y = 0] of outer) {
      const [east, north] = rd.fromWgs84(x, y)
      expect(Math.abs(Math.hypot(east - 149_640, north - 445_600) - 300)).toBeLessThan(0.05)
    }
  })

  it('has destinations that tile its area', () => {
    const destinations = members.filter((member) => member.startsWith('<imro:Enkelbestemming')).flatMap(ringsOf)
    const [area] = members.filter((member) => member.startsWith('<imro:Bestemmingsplangebied')).flatMap(ringsOf)
    expect(outlineOf(destinations)).toEqual({ ways: 1, twice: [] })
    const area2 = (ring: GeoJSON.Position[]) =>
      ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
        const [px = 0, py = 0] = ring[index] ?? []
        return sum + (px - 149_000) * (y - 445_000) - (x - 149_000) * (py - 445_000)
      }, 0)
    const whole = area2(area ?? [])
    expect(whole).toBeGreaterThan(0)
    expect(destinations.reduce((sum, ring) => sum + area2(ring), 0) / whole).toBeCloseTo(1, 9)
  })

  it('refers only to objects and articles that are there', () => {
    const ids = all(path, /<imro:\w+ gml:id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of all(path, /xlink:href="#([^"]+)"/g)) expect(ids).toContain(target)
    const articles = [...rules.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)
    for (const target of all(path, /<imro:verwijzingNaarTekst>[^<#]*#([^<]*)</g)) expect(articles).toContain(target)
  })

  it('answers at a place with destination, measures and the address of the rule', async () => {
    const geodata = openGeodata(fileSources(await built()))
    const zones = await geodata.zonesAt({ type: 'Point', coordinates: findCrs('EPSG:28992').toWgs84(149_592, 444_920) })
    expect(zones.map(({ type, title }) => [type, title])).toEqual([
      ['Enkelbestemming', 'Wonen - Cothen-zuid'],
      ['Bouwvlak', 'bouwvlak'],
      ['Maatvoering', 'maximum goothoogte (m) 6, maximum bouwhoogte (m) 10, maximum aantal wooneenheden 24'],
      ['Plangebied', 'Buitengebied Cothen (schematisch voorbeeld, geen geldend plan)'],
    ])
    expect(zones[0]).toMatchObject({ colour: '#ffff00', link: `/voorbeeld/${plan}/r_${plan}.html#_12_Wonen` })
  })

  it('is asked in at most twenty ranges and 300 kB, and not again', async () => {
    const target = await built()
    const draw = drawer(3)
    const vertices = members.flatMap(ringsOf).flat()
    const places = Array.from({ length: 60 }, () => {
      const [x = 0, y = 0] = vertices[Math.floor(draw() * vertices.length)] ?? []
      return findCrs('EPSG:28992').toWgs84(x, y)
    })
    for (const { place, cold, warm } of await readsAt(target, 'bestemmingsplan-cothen', places)) {
      expect(cold.files.size, place).toBe(1)
      expect(cold.ranges, place).toBeLessThanOrEqual(20)
      expect(cold.bytes, place).toBeLessThanOrEqual(300_000)
      expect(warm.ranges, place).toBe(0)
    }
  })
})
