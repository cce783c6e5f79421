import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { collection, square, temporaryFolder } from './fixture.ts'
import { add, ids, point, polygon } from './here.ts'

describe('documents', () => {
  const files = (id: string) => ({
    'laag.geojson': collection([{ id, properties: { naam: 'Gebied' }, geometry: polygon(square(5.2, 52, 0.05)) }]),
  })

  test('vision comes before rules before zoning, and a zone says what it belongs to', async () => {
    const target = await temporaryFolder()
    for (const category of ['zoning', 'vision', 'rules'] as const) {
      await add(target, files(category), {
        id: category,
        metadata: { category, title: `Titel ${category}`, version: '3', date: '2025-05-05' },
      })
    }
    const zones = await openGeodata(fileSources(target)).zonesAt(point(5.2, 52))
    expect(zones.map((zone) => zone.category)).toEqual(['vision', 'rules', 'zoning'])
    expect(zones[0]).toMatchObject({
      layer: 'vision.laag',
      layerTitle: 'Laag',
      id: 'vision',
      title: 'Gebied',
      document: 'vision',
      documentTitle: 'Titel vision',
      version: '3',
      date: '2025-05-05',
    })
  })

  test('a zone has the colour of its value where the legend names one', async () => {
    const target = await temporaryFolder()
    const plan = collection(
      ['Wonen', 'Water'].map((value, index) => ({
        id: value,
        properties: { naam: value, value },
        geometry: polygon(square(5.2 + index, 52, 0.05)),
      })),
    )
    const legend = [{ value: 'Wonen', label: 'Wonen', colour: '#ffff00' }]
    await add(target, { 'laag.geojson': plan }, { layers: { laag: { colour: '#112233', legend } } })
    const geodata = openGeodata(fileSources(target))
    const colours = await Promise.all([5.2, 6.2].map(async (lng) => (await geodata.zonesAt(point(lng, 52)))[0]?.colour))
    expect(colours).toEqual(['#ffff00', '#112233'])
  })

  test('nothing built gives an empty catalogue and no zones', async () => {
    const geodata = openGeodata(fileSources(await temporaryFolder()))
    expect(await geodata.catalogue()).toEqual({ basemap: null, documents: [] })
    expect(await geodata.zonesAt(point(5, 52))).toEqual([])
  })

  test('a document that is imported again meanwhile is read anew', async () => {
    const target = await temporaryFolder()
    await add(target, files('oud'))
    const geodata = openGeodata(fileSources(target))
    await geodata.catalogue()
    await add(target, files('nieuw'))
    expect(await ids(geodata, point(5.2, 52))).toEqual(['nieuw'])
  })

  test('a missing file is a typed error, and so is a catalogue that is none', async () => {
    const target = await temporaryFolder()
    await add(target, files('a'))
    const geodata = openGeodata(fileSources(target))
    const [document] = (await geodata.catalogue()).documents
    await rm(join(target, document?.zones ?? ''))
    await expect(geodata.zonesAt(point(5.2, 52))).rejects.toMatchObject({ name: 'GeodataError', code: 'missing' })
    // Elsewhere the document is not asked.
    expect(await geodata.zonesAt(point(6, 53))).toEqual([])
    await writeFile(join(target, 'catalogue.json'), '{"documents":[{}]}')
    await expect(openGeodata(fileSources(target)).catalogue()).rejects.toMatchObject({ name: 'GeodataError', code: 'damaged' })
  })
})
