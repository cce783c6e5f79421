import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Catalogue } from '#contract/catalogue.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { addDocument } from '#geodata/add.ts'
import { readCatalogue } from '#geodata/catalogue-file.ts'
import { silent } from '#geodata/progress.ts'
import { removeDocument } from '#geodata/remove.ts'
import { geodataCommand } from './command.ts'
import { delivery } from './delivery.ts'
import { collection, folderOf, square, temporaryFolder } from './fixture.ts'

const area = (x: number) =>
  collection([{ id: 'a', properties: { naam: 'Gebied' }, geometry: { type: 'Polygon', coordinates: square(x, 52, 0.01) } }])
const today = '2026-01-01'
const names = async (target: string) => (await readdir(target)).sort()

async function files(target: string): Promise<string[]> {
  const { documents } = await readCatalogue(target)
  return [
    'catalogue.json',
    ...documents.flatMap((document) => [document.tiles, document.zones, ...document.layers.map((layer) => layer.download)]),
  ].sort()
}

test('a catalogue holds what was said, what the source says, and defaults that the report names', async () => {
  const target = await temporaryFolder()
  const { document, report } = await addDocument(
    {
      input: await folderOf(delivery),
      target,
      metadata: { licence: 'CC0 1.0' },
      layers: { Stiltegebied: { colour: '#123456', theme: 'health' }, 'fiets (punten)': { title: 'Haltes' } },
      today,
    },
    silent,
  )
  expect(document).toMatchObject({
    id: 'proefvisie',
    title: 'Proefvisie',
    category: 'vision',
    authority: 'Provincie Utrecht',
    version: 'nld@2026-03-04;2',
    date: '2026-03-04',
    licence: 'CC0 1.0',
    example: false,
    minZoom: 6,
  })
  expect(
    document.layers.map(({ id, title, theme, geometry, colour, hatch, zones }) => [
      id,
      title,
      theme,
      geometry,
      colour,
      hatch,
      zones,
    ]),
  ).toEqual([
    ['proefvisie.stiltegebied', 'Stiltegebied', 'health', 'polygon', '#123456', false, 2],
    ['proefvisie.fietsnetwerk-lijnen', 'Fietsnetwerk (lijnen)', 'mobility', 'line', '#d55e00', false, 1],
    ['proefvisie.fietsnetwerk-punten', 'Haltes', 'mobility', 'point', '#009e73', false, 1],
  ])
  expect(report.assumed).toEqual([
    'id: proefvisie',
    'colours of 2 of 3 layers come from the palette',
    'themes of 2 of 3 layers are guessed from their names',
  ])
  expect(Catalogue.parse(JSON.parse(await readFile(join(target, 'catalogue.json'), 'utf8'))).documents).toEqual([document])
  expect(await names(target)).toEqual(await files(target))
})

test('adding a document again replaces it in its place and removes its old files', async () => {
  const target = await temporaryFolder()
  for (const [id, x] of [
    ['een', 5],
    ['twee', 5.1],
    ['een', 5.2],
  ] as const) {
    await addDocument({ input: await folderOf({ 'laag.geojson': area(x) }), target, id, today }, silent)
  }
  const { documents } = await readCatalogue(target)
  expect(documents.map(({ id, bounds }) => [id, bounds[0]])).toEqual([
    ['een', 5.19],
    ['twee', 5.09],
  ])
  expect(await names(target)).toEqual(await files(target))
  await removeDocument(target, 'een')
  expect((await readCatalogue(target)).documents.map(({ id }) => id)).toEqual(['twee'])
  expect(await names(target)).toEqual(await files(target))
  await expect(removeDocument(target, 'een')).rejects.toThrow('no document een; there are: twee')
})

test('the same source gives the same files, to the byte', async () => {
  const input = await folderOf(delivery)
  const [first, second] = [await temporaryFolder(), await temporaryFolder()]
  for (const target of [first, second]) await addDocument({ input, target, today }, silent)
  expect(await names(first)).toEqual(await names(second))
})

test('an import that fails leaves the catalogue and its files as they were', async () => {
  const target = await temporaryFolder()
  await addDocument({ input: await folderOf({ 'laag.geojson': area(5) }), target, id: 'een', today }, silent)
  const before = await names(target)
  const broken = await folderOf({
    'laag.geojson': collection([
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [5, 52],
              [6, 52],
            ],
          ],
        },
      },
    ]),
  })
  await expect(addDocument({ input: broken, target, id: 'een', today }, silent)).rejects.toThrow(
    /no zone could be read\n.*a ring of 2 positions/,
  )
  expect(await names(target)).toEqual(before)
})

test('four imports at once lose nothing', async () => {
  const target = await temporaryFolder()
  const inputs = await Promise.all([0, 1, 2, 3].map((index) => folderOf({ 'laag.geojson': area(5 + index / 10) })))
  const ran = await Promise.all(inputs.map((input, index) => geodataCommand(target, 'add', input, '--id', `d${index}`)))
  expect(ran.map(({ code, errors }) => [code, errors.includes('Error')])).toEqual(inputs.map(() => [0, false]))
  expect((await readCatalogue(target)).documents.map(({ id }) => id).sort()).toEqual(['d0', 'd1', 'd2', 'd3'])
  expect(await names(target)).toEqual(await files(target))
})

test('an import that is killed leaves a catalogue that can be read, and the next import works', async () => {
  const target = await temporaryFolder()
  await addDocument({ input: await folderOf({ 'laag.geojson': area(5) }), target, id: 'een', today }, silent)
  const many = Array.from({ length: 3000 }, (_, index) => ({
    id: index,
    geometry: { type: 'Polygon', coordinates: square(5 + index / 10_000, 52, 0.01) },
  }))
  const input = await folderOf({ 'veel.geojson': collection(many) })
  const cli = fileURLToPath(new URL('../../geodata/cli.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'add', input, '--id', 'veel'], {
    env: { ...process.env, GEODATA_DIR: target },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // Its first line means that the build has begun.
  await once(child.stderr, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect((await readCatalogue(target)).documents.map(({ id }) => id)).toEqual(['een'])
  expect((await openGeodata(fileSources(target)).zonesAt({ type: 'Point', coordinates: [5, 52] })).map(({ id }) => id)).toEqual([
    'a',
  ])
  await addDocument({ input, target, id: 'veel', today }, silent)
  expect((await readCatalogue(target)).documents.map(({ id }) => id)).toEqual(['een', 'veel'])
})

test('a lock of a process that is gone is taken over', async () => {
  const target = await temporaryFolder()
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await mkdir(target, { recursive: true })
  await writeFile(join(target, 'catalogue.lock'), `${child.pid}`)
  await addDocument({ input: await folderOf({ 'laag.geojson': area(5) }), target, id: 'een', today }, silent)
  expect(await names(target)).toEqual(await files(target))
})

test('the command says what it did, what it assumed and what it left out', async () => {
  const target = await temporaryFolder()
  const input = await folderOf({ ...delivery, 'GIO3.xml': (delivery['GIO1.xml'] ?? '').replace('stilte.gml', 'weg.gml') })
  const added = await geodataCommand(target, 'add', input, '--id', 'visie', '--theme', 'general')
  expect(added.code).toBe(0)
  expect(added.output).toMatch(/^Proefvisie \(visie\), STOP delivery, in /)
  expect(added.output).toMatch(/3 layers, 4 zones, 22 vertices, 6 pieces/)
  expect(added.output).toMatch(/Assumed:\n {2}licence: onbekend\n/)
  expect(added.output).toMatch(/Left out \(1\):\n {2}weg\.gml: stiltegebied: named in the delivery, but absent/)
  expect((await geodataCommand(target, 'list')).output).toContain('visie.stiltegebied: Stiltegebied, general, 2 zones')
  expect((await geodataCommand(target, 'remove', 'visie')).output).toMatch(/^removed visie\nContributions get the zones/)
  expect((await geodataCommand(target, 'list')).output).toContain('no documents')
})

test.each([
  [['add', '/bestaat/niet'], /^\/bestaat\/niet: no such file or folder\n$/],
  [['add', '/tmp', '--theme', 'wonen'], /^--theme: one of housing, mobility/],
  [['add', '/tmp', '--id', 'Met Spaties'], /^--id: small letters/],
  [['add', '/tmp', '--date', 'gisteren'], /^--date: YYYY-MM-DD/],
  [['add', '/tmp', '--colour', 'red'], /^--colour: #rrggbb/],
  [['add', '/tmp', '--onzin'], /Unknown option '--onzin'[\s\S]*Usage:/],
  [['add'], /^Usage:/],
  [['weg'], /^Usage:/],
])('%j ends with code 1 and one clear message', async (args, message) => {
  const { code, errors } = await geodataCommand(await temporaryFolder(), ...args)
  expect(code).toBe(1)
  expect(errors).toMatch(message)
  expect(errors).not.toMatch(/\n\s+at /)
})
