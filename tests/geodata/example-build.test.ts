import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PMTiles } from 'pmtiles'
import { expect, test } from 'vitest'
import { fileSource } from '#geo/file-source.ts'
import { addDocument } from '#geodata/add.ts'
import { readCatalogue } from '#geodata/catalogue-file.ts'
import { buildExample } from '#geodata/example-build.ts'
import { silent } from '#geodata/progress.ts'
import { delivery } from './delivery.ts'
import { collection, folderOf, square, temporaryFolder } from './fixture.ts'

const document = (id: string, path: string, extra: object = {}) => ({
  id,
  title: `Voorbeeld ${id}`,
  category: 'vision',
  authority: 'Verzonnen',
  version: '1',
  date: '2026-01-01',
  source: 'Met de hand',
  licence: 'CC0',
  example: true,
  path,
  ...extra,
})

const land = collection([
  { properties: { name: 'Land', rank: 2 }, geometry: { type: 'Polygon', coordinates: square(5.2, 52, 0.3) } },
])

async function example(documents: object[], files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await folderOf({
    ...Object.fromEntries(Object.entries(delivery).map(([name, text]) => [`visie/${name}`, text])),
    'achtergrond/land.geojson': land,
    'achtergrond/place.geojson': collection([
      { properties: { name: 'Cothen' }, geometry: { type: 'Point', coordinates: [5.31, 52] } },
    ]),
    'example.json': JSON.stringify({ documents, basemap: { path: 'achtergrond', attribution: 'Schematisch' } }),
    ...files,
  })
  return join(folder, 'example.json')
}

test('documents and background are built as the list says, and marked as example', async () => {
  const target = await temporaryFolder()
  const list = await example([
    document('visie', 'visie', {
      layers: { stiltegebied: { title: 'Stil', theme: 'health', colour: '#112233', hatch: true, description: 'Rust' } },
    }),
  ])
  expect(await buildExample(target, silent, list)).toBe(true)
  const { basemap, documents } = await readCatalogue(target)
  expect(documents[0]).toMatchObject({
    id: 'visie',
    title: 'Voorbeeld visie',
    authority: 'Verzonnen',
    source: 'Met de hand',
    example: true,
  })
  expect(documents[0]?.layers[0]).toMatchObject({
    id: 'visie.stiltegebied',
    title: 'Stil',
    theme: 'health',
    colour: '#112233',
    hatch: true,
    description: 'Rust',
  })
  expect(basemap).toMatchObject({ attribution: 'Schematisch', minZoom: 7, maxZoom: 14 })
  const archive = new PMTiles(fileSource(join(target, basemap?.tiles ?? '')))
  const header = await archive.getHeader()
  expect([header.minZoom, header.maxZoom, header.minLon, header.maxLat]).toEqual([7, 14, 4.9, 52.3])
  expect(((await archive.getMetadata()) as { vector_layers: { id: string }[] }).vector_layers.map(({ id }) => id)).toEqual([
    'land',
    'place',
  ])
})

test('a second time nothing is touched; a change builds anew; what was added beside it stays', async () => {
  const target = await temporaryFolder()
  const list = await example([document('visie', 'visie'), document('grenzen', 'achtergrond/land.geojson')])
  await buildExample(target, silent, list)
  await addDocument({ input: await folderOf({ 'a.geojson': land }), target, id: 'eigen', today: '2026-01-01' }, silent)
  const before = await stat(join(target, 'catalogue.json'))
  expect(await buildExample(target, silent, list)).toBe(false)
  expect((await stat(join(target, 'catalogue.json'))).mtimeMs).toBe(before.mtimeMs)

  const text = JSON.parse(await readFile(list, 'utf8')) as { documents: object[] }
  await writeFile(list, JSON.stringify({ ...text, documents: text.documents.slice(0, 1) }))
  expect(await buildExample(target, silent, list)).toBe(true)
  expect((await readCatalogue(target)).documents.map(({ id }) => id)).toEqual(['visie', 'eigen'])
  expect((await readdir(target)).some((name) => name.startsWith('grenzen'))).toBe(false)
})

test.each([
  [
    'a layer that the source has not',
    [document('visie', 'visie', { layers: { Onzin: { theme: 'health' } } })],
    {},
    /layer "Onzin": named in the list/,
  ],
  [
    'a theme that does not exist',
    [document('visie', 'visie', { layers: { stiltegebied: { theme: 'rust' } } })],
    {},
    /documents\.0\.layers\.stiltegebied\.theme/,
  ],
  [
    'a document whose source has a fault',
    [document('visie', 'visie')],
    { 'visie/fiets.gml': '<x' },
    /visie: fiets\.gml: .*not well-formed/,
  ],
  [
    'a background with a fault',
    [document('visie', 'visie')],
    {
      'achtergrond/land.geojson': collection([
        {
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [5, 52],
                [5.1, 52],
                [5, 52.1],
              ],
            ],
          },
        },
      ]),
    },
    /land\.geojson, feature 1 "1": a ring of 3/,
  ],
])('%s is refused: the example is our own', async (_, documents, files, message) => {
  await expect(buildExample(await temporaryFolder(), silent, await example(documents, files))).rejects.toThrow(message)
})

test('the example in the repository builds', async () => {
  const target = await temporaryFolder()
  expect(await buildExample(target, silent)).toBe(true)
  const { basemap, documents } = await readCatalogue(target)
  expect(basemap).not.toBeNull()
  expect(documents.every((built) => built.example)).toBe(true)
  expect(documents.find((built) => built.category === 'vision')?.layers.length).toBeGreaterThanOrEqual(8)
})
