/** Deliveries that are broken, by accident or on purpose: what can be read is read, the rest is said, and nothing falls over. */
import { readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOfShape, shapeOf } from '#geo/shape.ts'
import { InputError, type SourceLayer } from '#geodata/importer.ts'
import { importerFor } from '#geodata/importers.ts'
import { openPackage } from '#geodata/package/package.ts'
import { newReport, type Report } from '#geodata/report.ts'
import {
  concept,
  delivery,
  gio,
  locatie,
  multiSurface,
  object,
  owBestand,
  polygonGml,
  references,
  regulation,
  squareKm,
} from './delivery.ts'
import { allOf, folderOf, zipOf } from './fixture.ts'

const whole: Readonly<Record<string, string>> = {
  ...delivery,
  'manifest-ow.xml':
    '<Aanleveringen><Aanlevering><WorkIDRegeling>/akn/nl/act/pv26/2026/proef</WorkIDRegeling><Bestand><naam>ow.xml</naam></Bestand></Aanlevering></Aanleveringen>',
  'tekst.xml': regulation('RegelingVrijetekst', '<Divisietekst eId="t" wId="w_t"><Inhoud><Al>Stil.</Al></Inhoud></Divisietekst>'),
  'ow.xml': owBestand(
    object('Gebied', 'la', references('geometrie', 'GeometrieRef', 'a')),
    object(
      'Gebiedsaanwijzing',
      'ga',
      `<type>${concept('typegebiedsaanwijzing', 'Geluid')}</type><naam>stilte</naam>${references('locatieaanduiding', 'LocatieRef', 'la')}`,
    ),
    object('Divisietekst', 'dt', '', 'w_t'),
    object(
      'Tekstdeel',
      'td',
      references('divisieaanduiding', 'DivisietekstRef', 'dt') + references('gebiedsaanwijzing', 'GebiedsaanwijzingRef', 'ga'),
    ),
  ),
}
const names = Object.keys(whole)

/** Imports all there is: layers and text. */
async function read(input: string): Promise<{ layers: SourceLayer[]; report: Report }> {
  const source = await openPackage(input)
  const report = newReport()
  try {
    const imported = await (await importerFor(source)).open(source, {}, report)
    const layers = await allOf(imported.layers())
    imported.text?.(() => [])
    return { layers, report }
  } finally {
    await source.close()
  }
}

function expectSound(layers: readonly SourceLayer[]): void {
  for (const { zones } of layers)
    for (const { geometry, id } of zones) {
      expect(id).not.toBe('')
      const [west, south, east, north] = boxOfShape(shapeOf(geometry))
      expect([west > 0, south > 48, east < 10, north < 58]).toEqual([true, true, true, true])
    }
}

/** Ways to break a text at two places of it. */
const breaks: Readonly<Record<string, (text: string, from: number, to: number) => string>> = {
  truncated: (text, from) => text.slice(0, from),
  'a stretch gone': (text, from, to) => text.slice(0, from) + text.slice(to),
  'a stretch twice': (text, from, to) => text.slice(0, to) + text.slice(from),
  'tags swapped': (text, from) => {
    const tags = [...text.matchAll(/<[^>]+>/g)]
    const at = tags.findIndex(({ index }) => index >= from)
    const [one, other] = [tags[at], tags[at + 1]]
    if (!one || !other) return text
    return (
      text.slice(0, one.index) +
      other[0] +
      text.slice(one.index + one[0].length, other.index) +
      one[0] +
      text.slice(other.index + other[0].length)
    )
  },
  'a number that is none': (text, from) => text.slice(0, from) + text.slice(from).replace(/\d{5,}/, 'NaN'),
  'a number too large': (text, from) => text.slice(0, from) + text.slice(from).replace(/\d{5,}/, '1e308'),
  'axes swapped': (text, from) => text.slice(0, from) + text.slice(from).replace(/(\d{5,}) (\d{5,})/, '$2 $1'),
  'another name': (text, from) => text.slice(0, from) + text.slice(from).replace(/(<\/?)(\w+:)?\w+/, '$1x'),
  'another reference': (text, from) => text.slice(0, from) + text.slice(from).replace(/href="[^"]*"/, 'href="weg"'),
  'an entity': (text, from) => `${text.slice(0, from)}&x;${text.slice(from)}`,
  'other bytes': (text, from) => `${text.slice(0, from)}\u0000\uFFFE${text.slice(from)}`,
}

test('a mangled file costs what it holds, never the rest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.constantFrom(...Object.keys(breaks)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (name, way, one, other) => {
        const text = whole[name] ?? ''
        const [from, to] = [one, other].sort((a, b) => a - b).map((share) => Math.floor(share * text.length)) as [number, number]
        try {
          const { layers } = await read(await folderOf({ ...whole, [name]: breaks[way]?.(text, from, to) ?? text }))
          expectSound(layers)
          // Of the GIOs only the one in the mangled file may be missing.
          if (name !== 'stilte.gml') expect(layers.some(({ zones }) => zones.some(({ id }) => id === 'a'))).toBe(true)
          if (name !== 'fiets.gml') expect(layers.some(({ zones }) => zones.some(({ id }) => id === 'c'))).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      },
    ),
    { numRuns: 250 },
  )
})

const one = locatie('g', 'Goed', multiSurface(polygonGml(squareKm(140000, 450000))))

test('a list of positions without end is refused, the file beside it is imported', async () => {
  const endless = gio(locatie('x', 'Eindeloos', multiSurface(polygonGml('140000 450000 '.repeat(2_000_000)))))
  const { layers, report } = await read(await folderOf({ 'a.gml': endless, 'b.gml': gio(one) }))
  expect(report.skipped).toEqual([{ subject: 'a.gml', reason: expect.stringMatching(/list of positions longer than/) }])
  expect(layers.map(({ name }) => name)).toEqual(['B'])
})

test('a huge ring is read whole', async () => {
  const corners = Array.from({ length: 200_000 }, (_, index) => {
    const angle = (index / 200_000) * 2 * Math.PI
    return `${(150_000 + 9000 * Math.cos(angle)).toFixed(3)} ${(450_000 + 9000 * Math.sin(angle)).toFixed(3)}`
  })
  const { layers, report } = await read(
    await folderOf({ 'a.gml': gio(locatie('x', 'Groot', multiSurface(polygonGml([...corners, corners[0]].join(' '))))) }),
  )
  expect([report.skipped, report.remarked]).toEqual([[], []])
  const [zone] = layers[0]?.zones ?? []
  expect(zone?.geometry.type === 'MultiPolygon' && zone.geometry.coordinates[0]?.[0]?.length).toBe(200_001)
})

test('entities are not expanded, whatever file holds them', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><x>&b;</x>`
  for (const name of ['manifest.xml', 'ow.xml', 'tekst.xml', 'GIO1.xml', 'stilte.gml']) {
    const { report } = await read(await folderOf({ ...whole, [name]: bomb }))
    expect(report.skipped.map(({ subject, reason }) => `${subject}: ${reason}`)).toContainEqual(
      expect.stringMatching(`${name}: .*DOCTYPE`),
    )
  }
})

test('what unpacks to far more than it weighs, or lies outside the package, is refused before anything is read', async () => {
  const blank = gio(one).replace('<geo:locaties>', `<geo:locaties>${' '.repeat(3_000_000)}`)
  await expect(read(await zipOf({ 'a.gml': blank }))).rejects.toThrow(/refused as a zip bomb/)
  const path = await zipOf({ 'xx/a.gml': gio(one) })
  // The writer refuses such names, so the bytes are changed afterwards: "xx/a.gml" becomes "../a.gml".
  const bytes = (await readFile(path)).toString('latin1').replaceAll('xx/a.gml', '../a.gml')
  await writeFile(path, Buffer.from(bytes, 'latin1'))
  await expect(read(path)).rejects.toThrow(InputError)
})
