/** The importer on official plans, where these lie beside the repository. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { overlapOf } from '#geo/overlap.ts'
import { boxesMeet, boxOf } from '#geo/shape.ts'
import { findCrs } from '#geodata/crs.ts'
import type { SourceZone } from '#geodata/importer.ts'
import { shared } from './fixture.ts'
import { readPlan } from './imro-fixture.ts'

const folder = fileURLToPath(new URL('imro/', shared))
const nijkerk = `${folder}NL.IMRO.0267.BP0174-0001.gml`
const rd = findCrs('EPSG:28992')

const polygonsOf = ({ geometry }: SourceZone) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : [])

/** m² in the plane of RD New, holes taken off. */
function areaInRd(zone: SourceZone): number {
  const ringArea = (ring: GeoJSON.Position[]) => {
    const flat = ring.map(([x = 0, y = 0]) => rd.fromWgs84(x, y))
    const [x0, y0] = flat[0] ?? [0, 0]
    let twice = 0
    for (let at = 1; at < flat.length; at++) {
      const [[ax, ay], [bx, by]] = [flat[at - 1] as [number, number], flat[at] as [number, number]]
      twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    }
    return Math.abs(twice) / 2
  }
  return polygonsOf(zone).reduce(
    (sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((less, hole) => less + ringArea(hole), 0),
    0,
  )
}

describe.skipIf(!existsSync(folder))('official IMRO plans', () => {
  test('every object of every plan becomes a zone, class by class', async () => {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.gml'))) {
      const source = await readFile(folder + name, 'utf8')
      const { layers, report } = await readPlan(folder + name)
      expect(report.skipped, name).toEqual([])
      const members = [...source.matchAll(/<imro:featureMember>\s*<imro:(\w+)/g)].map(([, found = '']) => found)
      const expected = Map.groupBy(
        members.filter((found) => found !== 'MetadataIMRObestand'),
        (found) => (/(plangebied|^Besluitgebied_X)$/.test(found) ? 'Plangebied' : found.replace(/_X$/, '')),
      )
      expect(Object.fromEntries(layers.map((layer) => [layer.name, layer.zones.length])), name).toEqual(
        Object.fromEntries([...expected].map(([key, found]) => [key, found.length])),
      )
    }
  })

  test('the plan of Nijkerk: 235 destinations tile the plan area', async () => {
    const { layers, imported } = await readPlan(nijkerk)
    expect(imported.metadata).toEqual({
      title: 'Consolidatieplan Binnenstad Nijkerk (omgevingsplan, tijdelijk deel)',
      category: 'zoning',
      authority: 'Gemeente Nijkerk',
      version: 'NL.IMRO.0267.BP0174-0001',
      date: '2024-01-01',
    })
    const zonesOf = (name: string) => layers.find((layer) => layer.name === name)?.zones ?? []
    const destinations = zonesOf('Enkelbestemming')
    expect(destinations).toHaveLength(235)
    const legend = layers.find((layer) => layer.name === 'Enkelbestemming')?.style?.legend ?? []
    expect(new Set(destinations.map((zone) => zone.value))).toEqual(new Set(legend.map((entry) => entry.value)))
    const [plan] = zonesOf('Plangebied')
    const whole = areaInRd(plan as SourceZone)
    const parts = destinations.map(areaInRd)
    // A town centre of some 30 ha.
    expect(whole / 10_000).toBeGreaterThan(10)
    expect(whole / 10_000).toBeLessThan(100)
    const sum = parts.reduce((total, part) => total + part, 0)
    expect(Math.abs(sum - whole) / whole).toBeLessThan(0.0001)
    expect(overlaps(destinations) / whole).toBeLessThan(0.0001)
    expect(zonesOf('Maatvoering').every((zone) => /\d/.test(zone.title))).toBe(true)
    expect(
      destinations.every((zone) => zone.link?.includes('/NL.IMRO.0267.BP0174-0001/r_') && zone.properties.artikelnummer),
    ).toBe(true)
  })
})

/** m² that zones share with one another. */
function overlaps(zones: readonly SourceZone[]): number {
  const polygons = zones
    .flatMap(polygonsOf)
    .map((rings) => ({ rings: rings as [number, number][][], box: boxOf(rings[0] ?? []) }))
  let sum = 0
  for (const [index, a] of polygons.entries()) {
    for (const b of polygons.slice(index + 1)) if (boxesMeet(a.box, b.box)) sum += overlapOf(a.rings, b.rings)
  }
  return sum
}
