/** How the Locaties of a delivery are divided into layers, and what their values look like. */
import { expect, test } from 'vitest'
import type { SourceLayer } from '#geodata/importer.ts'
import { openPackage } from '#geodata/package/package.ts'
import { newReport, type Report } from '#geodata/report.ts'
import { stopImow } from '#geodata/stop-imow/importer.ts'
import {
  concept,
  gio,
  gioMetadata,
  locatie,
  manifest,
  multiSurface,
  object,
  owBestand,
  polygonGml,
  references,
  squareKm,
} from './delivery.ts'
import { allOf, folderOf } from './fixture.ts'

async function read(files: Readonly<Record<string, string>>): Promise<{ layers: SourceLayer[]; report: Report }> {
  const source = await openPackage(await folderOf(files))
  const report = newReport()
  try {
    return { layers: await allOf((await stopImow.open(source, {}, report)).layers()), report }
  } finally {
    await source.close()
  }
}

const area = (id: string, more = '') =>
  locatie(id, '', multiSurface(polygonGml(squareKm(20_000 + 2000 * id.charCodeAt(0), 450_000)))).replace(
    '</geo:Locatie>',
    `${more}</geo:Locatie>`,
  )
const place = (id: string, ...geometries: string[]) =>
  object('Gebied', `l-${id}`, references('geometrie', 'GeometrieRef', ...geometries), '')
const designation = (id: string, name: string, ...places: string[]) =>
  object(
    'Gebiedsaanwijzing',
    id,
    `<type>${concept('typegebiedsaanwijzing', 'Natuur')}</type><naam>${name}</naam>${references('locatieaanduiding', 'LocatieRef', ...places.map((to) => `l-${to}`))}`,
  )
const files = (gios: Readonly<Record<string, string>>, ...objects: string[]) => ({
  'manifest.xml': manifest(...Object.keys(gios).map((name) => `${name}.gml`)),
  ...Object.fromEntries(Object.keys(gios).map((name) => [`GIO-${name}.xml`, gioMetadata(`${name}.gml`, `gio ${name}`)])),
  ...Object.fromEntries(Object.entries(gios).map(([name, text]) => [`${name}.gml`, text])),
  'ow.xml': owBestand(...objects),
})
const shown = ({ name, style, zones }: SourceLayer) => [name, style?.title, zones.map(({ id }) => id).join(' ')]

test('a GIO of several areas gives a layer for each, and one for what belongs to none', async () => {
  const { layers, report } = await read(
    files(
      { x: gio(area('a'), area('b'), area('c'), area('d')) },
      place('1', 'a'),
      place('2', 'b', 'c'),
      designation('een', 'bos', '1'),
      designation('twee', 'hei', '2'),
    ),
  )
  expect(report.skipped).toEqual([])
  expect(layers.map(shown)).toEqual([
    ['Bos', 'Bos', 'a'],
    ['Hei', 'Hei', 'b c'],
    ['Gio x', undefined, 'd'],
  ])
})

test('areas of the very same places share a layer that names both; a place of two areas lies in the layer of each', async () => {
  const { layers } = await read(
    files(
      { x: gio(area('a'), area('b')) },
      ...[
        place('1', 'a', 'b'),
        place('2', 'b'),
        designation('een', 'bos', '1'),
        designation('twee', 'park', '1'),
        designation('drie', 'hei', '2'),
      ],
    ),
  )
  expect(layers.map(shown)).toEqual([
    ['Gio x', 'Bos / Park', 'a b'],
    ['Hei', 'Hei', 'b'],
  ])
})

test('an area over several GIOs is one layer, also where one of them never comes', async () => {
  const whole = await read(files({ x: gio(area('a')), y: gio(area('b')) }, place('1', 'a', 'b'), designation('een', 'bos', '1')))
  expect(whole.layers.map(shown)).toEqual([['Bos', 'Bos', 'a b']])
  expect(whole.layers[0]?.gios).toEqual(['/join/id/regdata/pv99/2026/proef'])
  const part = await read(
    files({ x: gio(area('a')), y: gio(area('b')) }, place('1', 'a', 'b', 'c'), designation('een', 'bos', '1')),
  )
  expect(part.layers.map(shown)).toEqual([['Bos', 'Bos', 'a b']])
  expect(part.report.skipped.map(({ reason }) => reason)).toEqual([expect.stringContaining('its geometry c is in no GIO')])
})

const normOf = (kind: string, unit: string, ...values: [place: string, value: string][]) =>
  object(
    kind,
    'norm',
    `<naam>maximum bouwhoogte</naam><eenheid>${concept('eenheid', unit)}</eenheid><normwaarde>${values
      .map(([to, value]) =>
        object('Normwaarde', `w-${to}`, `${value}${references('locatieaanduiding', 'LocatieRef', `l-${to}`)}`),
      )
      .join('')}</normwaarde>`,
  )
const number = (value: string) => `<kwantitatieveWaarde>${value}</kwantitatieveWaarde>`

test.each(['Omgevingsnorm', 'Omgevingswaarde'])(
  'the values of an %s are a layer with a legend from pale to dark, in its unit',
  async (kind) => {
    const { layers } = await read(
      files(
        { x: gio(area('a'), area('b'), area('c')) },
        ...[
          place('1', 'a'),
          place('2', 'b'),
          place('3', 'c'),
          normOf(kind, 'Meter', ['1', number('12')], ['2', number('9.5')], ['3', number('9.5')]),
        ],
      ),
    )
    expect(layers.map(({ name, style, zones }) => [name, style?.type, zones.map(({ value }) => value)])).toEqual([
      ['Maximum bouwhoogte', kind, ['12 m', '9,5 m', '9,5 m']],
    ])
    expect(layers[0]?.style?.legend).toEqual([
      { value: '9,5 m', label: '9,5 m', colour: '#ffea46' },
      { value: '12 m', label: '12 m', colour: '#00204d' },
    ])
  },
)

test('a value in words has a hue; one that stands in the text only makes no layer of its own', async () => {
  const word = (value: string) => `<kwalitatieveWaarde>${value}</kwalitatieveWaarde>`
  const places = [place('1', 'a'), place('2', 'b')]
  const { layers } = await read(
    files({ x: gio(area('a'), area('b')) }, ...places, normOf('Omgevingsnorm', '', ['1', word('hoog')], ['2', word('laag')])),
  )
  expect(layers[0]?.style?.legend?.map(({ value }) => value)).toEqual(['hoog', 'laag'])
  const inText = normOf('Omgevingsnorm', 'Meter', ['1', '<waardeInRegeltekst>zie artikel</waardeInRegeltekst>'])
  const { layers: plain } = await read(files({ x: gio(area('a'), area('b')) }, ...places, inText))
  expect(plain.map(({ name, style }) => [name, style?.type, style?.description])).toEqual([
    ['Gio x', 'Omgevingsnorm', 'Norm: maximum bouwhoogte.'],
  ])
})

test("a GIO's own groups and values get a legend, by their labels and with their unit", async () => {
  const grouped = gio(area('a', '<geo:groepID>g1</geo:groepID>'), area('b', '<geo:groepID>g2</geo:groepID>')).replace(
    '<geo:locaties>',
    '<geo:groepen><geo:Groep><geo:groepID>g1</geo:groepID><geo:label>kern</geo:label></geo:Groep><geo:Groep><geo:groepID>g2</geo:groepID><geo:label>rand</geo:label></geo:Groep></geo:groepen><geo:locaties>',
  )
  const valued = gio(
    area('c', '<geo:kwantitatieveNormwaarde>50</geo:kwantitatieveNormwaarde>'),
    area('d', '<geo:kwantitatieveNormwaarde>45.5</geo:kwantitatieveNormwaarde>'),
  ).replace('<geo:locaties>', '<geo:eenheidlabel>decibel</geo:eenheidlabel><geo:normlabel>geluid</geo:normlabel><geo:locaties>')
  const { layers } = await read(files({ x: grouped, y: valued }))
  expect(
    layers.map(({ style, zones }) => [
      style?.description,
      style?.legend?.map(({ label }) => label),
      zones.map(({ value }) => value),
    ]),
  ).toEqual([
    [undefined, ['kern', 'rand'], ['kern', 'rand']],
    ['Waarden: geluid.', ['45,5 dB', '50 dB'], ['50 dB', '45,5 dB']],
  ])
})

test('many numbers are gathered into classes; each zone keeps its own in its title', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => String.fromCharCode(65 + index))
  const { layers } = await read(
    files({ x: gio(...ids.map((id, index) => area(id, `<geo:kwantitatieveNormwaarde>${index}</geo:kwantitatieveNormwaarde>`))) }),
  )
  const [layer] = layers
  const labels = layer?.style?.legend?.map(({ value }) => value) ?? []
  expect(labels).toHaveLength(7)
  expect([labels[0], labels.at(-1)]).toEqual(['0 tot 5', '34 tot en met 39'])
  expect(layer?.zones.every(({ value }) => labels.includes(value ?? ''))).toBe(true)
  expect(layer?.zones.at(-1)).toMatchObject({ value: '34 tot en met 39', title: 'Gio x (39)', properties: { waarde: '39' } })
})

test('activities say what rules make of them, maps where they are drawn, a Gebied what it is called', async () => {
  const objects = [
    object('Gebied', 'l-1', `<noemer>achter de dijk</noemer>${references('geometrie', 'GeometrieRef', 'a')}`),
    object('Activiteit', 'bouwen', '<naam>bouwen</naam>'),
    object('Activiteit', 'graven', '<naam>graven</naam>'),
    object(
      'RegelVoorIedereen',
      'r',
      references('locatieaanduiding', 'LocatieRef', 'l-1') +
        ['bouwen:Vergunningplicht', 'graven:Verbod']
          .map((text) => text.split(':'))
          .map(
            ([activity = '', concepts = '']) =>
              `<activiteitaanduiding><ActiviteitRef xlink:href="${activity}"/>${object('ActiviteitLocatieaanduiding', `ala-${activity}`, `<activiteitregelkwalificatie>${concept('activiteitregelkwalificatie', concepts)}</activiteitregelkwalificatie>${references('locatieaanduiding', 'LocatieRef', 'l-1')}`)}</activiteitaanduiding>`,
          )
          .join(''),
    ),
    object(
      'Kaart',
      'k',
      `<naam>Visiekaart</naam><kaartlagen>${object('Kaartlaag', 'kl', `<naam>Dijken</naam>${references('activiteitlocatieweergave', 'ActiviteitLocatieaanduidingRef', 'ala-graven')}`)}</kaartlagen>`,
    ),
  ]
  const { layers, report } = await read(files({ x: gio(area('a')) }, ...objects))
  expect(report.skipped).toEqual([])
  expect(layers.map(({ style, zones }) => [style?.type, style?.description, zones[0]?.title])).toEqual([
    ['Activiteit', 'Activiteiten: bouwen (vergunningplicht), graven (verbod). Kaart: Visiekaart, Dijken.', 'achter de dijk'],
  ])
  expect(report.counted.find(({ kind }) => kind === 'Kaartlaag')).toMatchObject({ read: 1, linked: 1 })
})

test('an object that names no Locatie is one line; the area of an authority is noted', async () => {
  const { report } = await read(
    files(
      { x: gio(area('a')) },
      object('Gebiedsaanwijzing', 'ga', '<naam>los</naam>'),
      object('Ambtsgebied', 'ag', '<noemer>Proefstad</noemer>'),
    ),
  )
  expect(report.skipped).toEqual([
    { subject: 'ow.xml, Gebiedsaanwijzing ga "los"', reason: 'names no Locatie (locatieaanduiding); it is not on the map' },
  ])
  expect(report.remarked).toEqual([
    { subject: 'ow.xml, Ambtsgebied ag "Proefstad"', what: expect.stringContaining('no geometry') },
  ])
})

test('of a change to a GIO the new state is shown, and the report says what a change is', async () => {
  const was = '<geo:was><geo:Selectie><geo:locaties>'
  const change = gio(area('a'))
    .replaceAll('GeoInformatieObjectVersie', 'GeoInformatieObjectMutatie')
    .replace(
      '<geo:locaties>',
      `${was}${area('b')}</geo:locaties></geo:Selectie></geo:was><geo:wordt><geo:Selectie><geo:locaties>`,
    )
    .replace(
      '</geo:locaties></geo:GeoInformatieObjectMutatie>',
      `</geo:locaties></geo:Selectie></geo:wordt><geo:wijzigmarkering>${area('z').replace('Locatie>', 'Gebied>').replace('/geo:Locatie>', '/geo:Gebied>')}</geo:wijzigmarkering></geo:GeoInformatieObjectMutatie>`,
    )
  const { layers, report } = await read(files({ x: change }))
  expect(layers.map(shown)).toEqual([['Gio x', undefined, 'a']])
  expect(report.skipped).toEqual([
    {
      subject: 'x.gml',
      reason: expect.stringMatching(
        /is a change to an earlier GIO: 1 Locaties of its new state are shown, 1 of the old state are not; .*import the whole version/,
      ),
    },
  ])
  const actions = gio(
    area('a', '<geo:wijzigactie>voegtoe</geo:wijzigactie>'),
    area('b', '<geo:wijzigactie>verwijder</geo:wijzigactie>'),
  )
    .replaceAll('GeoInformatieObjectVersie', 'GeoInformatieObjectMutatie')
    .replaceAll('geo:Locatie>', 'geo:LocatieMutatie>')
  expect((await read(files({ x: actions }))).layers.map(shown)).toEqual([['Gio x', undefined, 'a']])
})
