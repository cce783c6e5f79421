/** OW objects: what they say of the layers of a delivery, and what the report says when they lead nowhere. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError, type SourceLayer } from '#geodata/importer.ts'
import { importerFor } from '#geodata/importers.ts'
import { openPackage } from '#geodata/package/package.ts'
import { newReport, type Report } from '#geodata/report.ts'
import { type OwObject, owVisitor } from '#geodata/stop-imow/ow-objects.ts'
import { readXml } from '#geodata/xml.ts'
import { concept, delivery, object, owBestand, references } from './delivery.ts'
import { allOf, folderOf } from './fixture.ts'

const objects = [
  object('Gebiedengroep', 'groep', references('groepselement', 'GebiedRef', 'gebied', 'binnen')),
  object('Gebiedengroep', 'binnen', references('groepselement', 'GebiedRef', 'groep')),
  object('Gebied', 'gebied', references('geometrie', 'GeometrieRef', 'a')),
  object('Lijn', 'lijn', references('geometrie', 'GeometrieRef', 'c')),
  object(
    'Gebiedsaanwijzing',
    'stilte',
    `<type>${concept('typegebiedsaanwijzing', 'Geluid')}</type><naam>rust en ruimte</naam><groep>${concept('geluid', 'Stiltegebied')}</groep>${references('locatieaanduiding', 'LocatieRef', 'groep')}`,
  ),
  object('Hoofdlijn', 'lijn1', '<naam>Rustig wonen</naam>'),
  object('Divisietekst', 'dt', '', 'pv99_1__content_1'),
  object(
    'Tekstdeel',
    'td',
    `<thema>${concept('thema', 'Geluid')}</thema>${references('divisieaanduiding', 'DivisietekstRef', 'dt')}${references('hoofdlijnaanduiding', 'HoofdlijnRef', 'lijn1')}${references('gebiedsaanwijzing', 'GebiedsaanwijzingRef', 'stilte')}`,
  ),
  object('Regeltekst', 'rt', '', 'pv99_1__art_1'),
  object('Activiteit', 'fietsen', '<naam>fietsen</naam>'),
  object(
    'RegelVoorIedereen',
    'regel',
    `${references('artikelOfLid', 'RegeltekstRef', 'rt')}${references('locatieaanduiding', 'LocatieRef', 'lijn')}${references('activiteitaanduiding', 'ActiviteitRef', 'fietsen')}`,
  ),
  object(
    'Omgevingsnorm',
    'norm',
    `<naam>geluid</naam><normwaarde>${object('Normwaarde', 'waarde', `<kwantitatieveWaarde>40</kwantitatieveWaarde>${references('locatieaanduiding', 'LocatieRef', 'gebied')}`)}</normwaarde>`,
  ),
]

async function read(...ow: string[]): Promise<{ layers: SourceLayer[]; report: Report }> {
  const source = await openPackage(await folderOf({ ...delivery, 'ow.xml': owBestand(...ow) }))
  const report = newReport()
  try {
    const imported = await (await importerFor(source)).open(source, {}, report)
    return { layers: await allOf(imported.layers()), report }
  } finally {
    await source.close()
  }
}

test('layers get the title, theme, colour, main line and passages that the objects give them', async () => {
  const { layers, report } = await read(...objects)
  expect(report.skipped).toEqual([])
  expect(layers.map(({ name, style }) => [name, style])).toEqual([
    [
      'Rust en ruimte',
      {
        title: 'Rust en ruimte',
        description: 'Groep: stiltegebied.',
        theme: 'health',
        colour: expect.stringMatching(/^#[0-9a-f]{6}$/),
        type: 'Geluid',
        group: 'Rustig wonen',
        passages: ['pv99_1__content_1'],
      },
    ],
    [
      'Geluid',
      { title: 'Geluid', theme: 'health', type: 'Omgevingsnorm', group: 'Rustig wonen', passages: ['pv99_1__content_1'] },
    ],
    ['Stiltegebied', {}],
    ['Fietsnetwerk (lijnen)', { description: 'Activiteiten: fietsen.', type: 'Activiteit', passages: ['pv99_1__art_1'] }],
    ['Fietsnetwerk (punten)', {}],
  ])
})

test('a symbol that the delivery gives goes before that of the group', async () => {
  const symbol = `<SymbolisatieItem><symboolcode>vsg020</symboolcode>${references('gebiedsaanwijzingSymbolisatie', 'GebiedsaanwijzingRef', 'stilte')}</SymbolisatieItem>`
  expect((await read(...objects, symbol)).layers[0]?.style?.colour).toBe('#0000ff')
})

test('the report counts what was read and what leads to the map', async () => {
  const { report } = await read(...objects, object('Ambtsgebied', 'ambt', '<noemer>overal</noemer>'))
  expect(Object.fromEntries(report.counted.map(({ kind, read: all, linked }) => [kind, [all, linked]]))).toEqual({
    Gebiedengroep: [2, 2],
    Gebied: [1, 1],
    Lijn: [1, 1],
    Gebiedsaanwijzing: [1, 1],
    Hoofdlijn: [1, 1],
    Divisietekst: [1, 1],
    Tekstdeel: [1, 1],
    Regeltekst: [1, 1],
    Activiteit: [1, 1],
    RegelVoorIedereen: [1, 1],
    Normwaarde: [1, 1],
    Omgevingsnorm: [1, 1],
    Ambtsgebied: [1, 0],
  })
})

test.each([
  [
    'a geometry',
    object('Gebied', 'los', references('geometrie', 'GeometrieRef', 'nergens')),
    /Gebied los: its geometry nergens is in no GIO/,
  ],
  [
    'a Locatie',
    object('Gebiedsaanwijzing', 'ga', `<naam>Zwevend</naam>${references('locatieaanduiding', 'LocatieRef', 'weg')}`),
    /Gebiedsaanwijzing ga "Zwevend": locatieaanduiding names weg, which is not in the delivery; it holds for one place less/,
  ],
  [
    'a part of the text',
    object('Tekstdeel', 'td2', references('divisieaanduiding', 'DivisieRef', 'weg')),
    /Tekstdeel td2: divisieaanduiding names weg/,
  ],
  [
    'a theme',
    object('Tekstdeel', 'td2', `<thema>${concept('thema', 'Toverij')}</thema>`),
    /thema .*Toverij is not in the value list/,
  ],
])('%s that is not there is one line; the rest is as it was', async (_, broken, line) => {
  const { layers, report } = await read(...objects, broken)
  expect(report.skipped.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([expect.stringMatching(line)])
  expect(layers[0]?.style).toMatchObject({ title: 'Rust en ruimte', group: 'Rustig wonen' })
})

test('an object that a delivery ends is not counted', async () => {
  const ended = object('Hoofdlijn', 'oud', '<status>beëindigen</status><naam>Oud</naam>')
  expect((await read(...objects, ended)).report.counted.find(({ kind }) => kind === 'Hoofdlijn')?.read).toBe(1)
})

test('mangled objects are read, or refused with a reason; nothing else happens', async () => {
  const whole = owBestand(...objects)
  const place = fc.nat(whole.length - 1)
  await fc.assert(
    fc.asyncProperty(
      place,
      place,
      fc.constantFrom('', '<', '&', '>', '"', '<x>', '</owObject>', '\u0000'),
      async (from, to, put) => {
        const mangled = whole.slice(0, Math.min(from, to)) + put + whole.slice(Math.max(from, to))
        const found: OwObject[] = []
        async function* chunks() {
          yield Buffer.from(mangled)
        }
        try {
          await readXml('ow.xml', chunks(), owVisitor('ow.xml', found))
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
        expect(found.length).toBeLessThanOrEqual(objects.length + 1)
      },
    ),
    { numRuns: 200 },
  )
})
