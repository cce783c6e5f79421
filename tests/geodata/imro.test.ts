import { expect, test } from 'vitest'
import { ZoneList } from '#contract/catalogue.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { addDocument } from '#geodata/add.ts'
import { findCrs } from '#geodata/crs.ts'
import { mainGroupColours } from '#geodata/imro/main-groups.ts'
import { silent } from '#geodata/progress.ts'
import { geodataCommand } from './command.ts'
import { folderOf, temporaryFolder, zipOf } from './fixture.ts'
import {
  collection2012,
  curvedRing,
  destination,
  geometry,
  object,
  planArea,
  planStatus,
  readPlan,
  readText,
  ring,
  segment,
  squareRing,
  surface,
  text,
} from './imro-fixture.ts'

const line = (posList: string) => `<gml:Curve><gml:segments>${segment('LineStringSegment', posList)}</gml:segments></gml:Curve>`

const house = destination('w', 'wonen', surface(squareRing(150_000, 450_000, 500)))
const plan = collection2012(
  house,
  destination('v', 'verkeer', surface(squareRing(150_500, 450_000, 500))),
  destination('d', 'waarde', surface(squareRing(150_000, 450_000, 1000)), 'Dubbelbestemming'),
  object('Bouwvlak', 'b', text('naam', 'bouwvlak'), geometry(surface(squareRing(150_100, 450_100, 50)))),
  object(
    'Maatvoering',
    'm',
    text('naam', 'maximum goothoogte (m), maximum bouwhoogte (m)'),
    ...['4', '9'].map(
      (value, index) =>
        `<imro:maatvoeringInfo><imro:WaardeEnType>${text('waarde', value)}${text('waardeType', index === 0 ? 'maximum goothoogte (m)' : 'maximum bouwhoogte (m)')}</imro:WaardeEnType></imro:maatvoeringInfo>`,
    ),
    geometry(surface(squareRing(150_100, 450_100, 50))),
  ),
  object('Functieaanduiding', 'f', text('naam', 'bedrijfswoning'), geometry(surface(squareRing(150_100, 450_100, 50)))),
  object('Bouwaanduiding', 'ba', text('naam', 'aaneengebouwd'), geometry(surface(squareRing(150_100, 450_100, 50)))),
  object('Lettertekenaanduiding', 'l', text('naam', 'a'), geometry(surface(squareRing(150_100, 450_100, 50)))),
  object(
    'Gebiedsaanduiding',
    'g',
    text('naam', 'geluidzone - industrie'),
    text('gebiedsaanduidinggroep', 'geluidzone'),
    geometry(surface(squareRing(150_000, 450_000, 100))),
  ),
  object('Figuur', 'fi', text('naam', 'gevellijn'), geometry(line('150000 450000 150100 450000'))),
  planArea,
)

test('each class is a layer, each object a zone with its name, main group, article and text', async () => {
  const { imported, layers, report } = await readText(plan)
  expect(report.skipped).toEqual([])
  expect(imported.id).toBe('nl-imro-9999-proef-va01')
  expect(imported.metadata).toEqual({
    title: 'Proefdorp (omgevingsplan, tijdelijk deel)',
    category: 'zoning',
    authority: 'Gemeente Proef',
    version: 'NL.IMRO.9999.Proef-VA01',
    date: '2021-05-06',
  })
  expect(layers.map((layer) => [layer.name, layer.style?.title, layer.zones.map((zone) => [zone.title, zone.value])])).toEqual([
    [
      'Enkelbestemming',
      'Enkelbestemmingen',
      [
        ['Naam w', 'wonen'],
        ['Naam v', 'verkeer'],
      ],
    ],
    ['Dubbelbestemming', 'Dubbelbestemmingen', [['Naam d', 'waarde']]],
    ['Bouwvlak', 'Bouwvlakken', [['bouwvlak', undefined]]],
    ['Maatvoering', 'Maatvoering', [['maximum goothoogte (m) 4, maximum bouwhoogte (m) 9', '4/9']]],
    ['Functieaanduiding', 'Functieaanduidingen', [['bedrijfswoning', undefined]]],
    ['Bouwaanduiding', 'Bouwaanduidingen', [['aaneengebouwd', undefined]]],
    ['Lettertekenaanduiding', 'Lettertekenaanduidingen', [['a', undefined]]],
    ['Gebiedsaanduiding', 'Gebiedsaanduidingen', [['geluidzone - industrie', 'geluidzone']]],
    ['Figuur', 'Figuren', [['gevellijn', undefined]]],
    ['Plangebied', 'Plangebied', [['Proefdorp', undefined]]],
  ])
  expect(layers.map((layer) => layer.style?.type)).toEqual(layers.map((layer) => layer.name))
  expect(report.counted).toEqual(layers.map(({ name, zones }) => ({ kind: name, read: zones.length, linked: zones.length })))
  expect(layers[0]?.zones[0]).toMatchObject({
    id: 'w',
    value: 'wonen',
    link: 'https://www.ruimtelijkeplannen.nl/documents/NL.IMRO.9999.Proef-VA01/r_NL.IMRO.9999.Proef-VA01.html#_16_Naam',
    properties: {
      naam: 'Naam w',
      artikelnummer: '16',
      tekst: 'r_NL.IMRO.9999.Proef-VA01.html#_16_Naam',
      label: 'W',
      plan: 'NL.IMRO.9999.Proef-VA01',
    },
  })
  expect(layers.at(-1)?.zones[0]?.properties).toMatchObject({
    typePlan: 'bestemmingsplan',
    planstatus: 'vastgesteld',
    tekst: 'r_NL.IMRO.9999.Proef-VA01.html',
  })
})

test('destinations have the colours of SVBP2012, double ones are hatched; a group that it does not know is named all the same', async () => {
  const odd = destination('o', 'maanbasis', surface(squareRing(150_000, 450_600, 10)))
  const { layers } = await readText(collection2012(planArea, house, odd))
  expect(layers[0]?.style?.legend).toEqual([
    { value: 'wonen', label: 'Wonen', colour: '#ffff00' },
    { value: 'maanbasis', label: 'Maanbasis', colour: '#8a9a5b' },
  ])
  const whole = await readText(plan)
  expect(whole.layers.filter((layer) => layer.style?.hatch).map((layer) => layer.name)).toEqual([
    'Dubbelbestemming',
    'Gebiedsaanduiding',
  ])
})

/** As SVBP2012 has them, in red, green and blue. */
const prescribed = {
  agrarisch: [235, 240, 210],
  'agrarisch met waarden': [210, 225, 165],
  bedrijf: [180, 95, 210],
  bedrijventerrein: [200, 160, 215],
  bos: [100, 170, 45],
  centrum: [255, 200, 190],
  'cultuur en ontspanning': [255, 60, 130],
  detailhandel: [255, 160, 150],
  dienstverlening: [240, 145, 190],
  gemengd: [255, 190, 135],
  groen: [40, 200, 70],
  horeca: [255, 105, 35],
  kantoor: [235, 195, 215],
  maatschappelijk: [220, 155, 120],
  natuur: [130, 165, 145],
  recreatie: [185, 215, 70],
  sport: [130, 200, 70],
  tuin: [200, 215, 110],
  verkeer: [205, 205, 205],
  water: [175, 205, 225],
  wonen: [255, 255, 0],
  woongebied: [255, 255, 180],
  overig: [235, 225, 235],
}

test('every main group has its colour', () => {
  const inDecimals = Object.fromEntries(
    Object.entries(mainGroupColours).map(([group, colour]) => [
      group,
      [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
    ]),
  )
  expect(inDecimals).toEqual(prescribed)
})

test.each([
  ['Bestemmingsplangebied', 'inpassingsplan'],
  ['Bestemmingsplangebied', 'rijksbestemmingsplan'],
  ['Bestemmingsplangebied', 'wijzigingsplan'],
  ['Bestemmingsplangebied', 'uitwerkingsplan'],
  ['Besluitgebied_X', 'beheersverordening'],
  ['Beheersverordeninggebied', 'beheersverordening'],
  ['Bestemmingsplangebied', 'TAM-omgevingsplan'],
])('a %s of the kind %s counts as the temporary part of the omgevingsplan', async (name, kind) => {
  const area = geometry(surface(squareRing(150_000, 450_000, 1000)))
  const { imported } = await readText(
    collection2012(
      object(name, 'p', text('typePlan', kind), text('naam', 'Proef'), planStatus('vastgesteld', '2020-01-01'), area),
    ),
  )
  expect(imported.metadata).toMatchObject({ title: 'Proef (omgevingsplan, tijdelijk deel)', category: 'zoning' })
})

test('a decision beside the plan carries the name of its kind', async () => {
  const area = geometry(surface(squareRing(150_000, 450_000, 1000)))
  const { imported, layers } = await readText(
    collection2012(
      object('Besluitgebied_X', 'p', text('typePlan', 'reactieve aanwijzing'), text('naam', 'Proef'), area),
      object('Besluitvlak_X', 'v', text('naam', 'besluitvlak'), area),
    ),
  )
  expect(imported.metadata).toMatchObject({ title: 'Proef (reactieve aanwijzing)', category: 'zoning' })
  expect(layers.map((layer) => layer.style?.type)).toEqual(['Besluitvlak', 'Plangebied'])
})

test('the status is kept beside the plan, whatever it is', async () => {
  for (const status of ['voorontwerp', 'vastgesteld', 'onherroepelijk', 'geconsolideerd', 'vernietigd']) {
    const { layers, imported } = await readText(collection2012(planArea.replace('vastgesteld', status)))
    expect(layers[0]?.zones[0]?.properties.planstatus).toBe(status)
    expect(imported.metadata.title?.includes(status)).toBe(status === 'voorontwerp' || status === 'vernietigd')
  }
})

test('a draft says that it is one', async () => {
  const { imported, report } = await readText(collection2012(planArea.replace('vastgesteld', 'ontwerp'), house))
  expect(imported.metadata.title).toBe('Proefdorp (omgevingsplan, tijdelijk deel; ontwerp)')
  expect(report.assumed.join()).toContain('not in force')
})

test.each([
  ['Structuurvisieplangebied_G', 'structuurvisie'],
  ['Structuurvisieplangebied_P', 'structuurvisie'],
  ['ProvinciaalPlangebied_P', 'structuurvisie'],
  ['Besluitgebied_P', 'provinciale verordening'],
  ['Besluitgebied_A', 'amvb'],
])('a %s (%s) is refused unless it is asked for, and then not among what is current', async (name, kind) => {
  const area = geometry(surface(squareRing(150_000, 450_000, 1000)))
  const vision = collection2012(
    object(name, 'p', text('typePlan', kind), text('naam', 'Visie 2012'), planStatus('vastgesteld', '2012-01-01'), area),
    object('Structuurvisiegebied_G', 's', text('naam', 'Groene rand'), area),
  )
  await expect(readText(vision)).rejects.toThrow(/"Visie 2012".*--superseded/)
  const { imported, layers } = await readText(vision, true)
  expect(imported.metadata).toMatchObject({ title: 'Visie 2012 (mogelijk vervangen of vervallen)', category: 'reference' })
  expect(layers.map((layer) => layer.name)).toEqual(['Structuurvisiegebied', 'Plangebied'])
})

test('arcs and holes come out where they lie', async () => {
  const round = surface(
    curvedRing(
      segment('LineStringSegment', '150000 450000 150100 450000'),
      segment('Arc', '150100 450000 150050 450050 150000 450000'),
    ),
  )
  const disc = surface(
    '<gml:Ring><gml:curveMember><gml:Curve><gml:segments><gml:CircleByCenterPoint><gml:pos>150500 450500</gml:pos><gml:radius uom="m">100</gml:radius></gml:CircleByCenterPoint></gml:segments></gml:Curve></gml:curveMember></gml:Ring>',
    ring('150490 450490 150490 450510 150510 450510 150510 450490 150490 450490'),
  )
  const { layers, report } = await readText(
    collection2012(planArea, destination('a', 'wonen', round), destination('c', 'groen', disc)),
  )
  expect(report.skipped).toEqual([])
  const rd = findCrs('EPSG:28992')
  const areas = layers[0]?.zones.map(({ geometry: shape }) => {
    if (shape.type !== 'MultiPolygon') throw new Error(shape.type)
    return (shape.coordinates[0] ?? []).map((positions) => {
      const flat = positions.map(([x = 0, y = 0]) => rd.fromWgs84(x, y))
      return Math.abs(
        flat.slice(1).reduce((sum, [x, y], at) => {
          const [px, py] = flat[at] as [number, number]
          return sum + (px - 150_000) * (y - 450_000) - (x - 150_000) * (py - 450_000)
        }, 0) / 2,
      )
    })
  })
  expect(areas?.[0]?.[0]).toBeCloseTo((Math.PI * 50 ** 2) / 2, -1)
  expect(areas?.[1]?.[0]).toBeGreaterThan(Math.PI * 100 ** 2 - 2 * Math.PI * 100 * 0.05)
  expect(areas?.[1]?.[1]).toBeCloseTo(400, 1)
})

test('the command takes several plans and a folder of plans, each its own document; one that is refused does not stop the rest', async () => {
  const [target, other] = [await temporaryFolder(), plan.replaceAll('9999.Proef', '9999.Ander')]
  const vision = collection2012(planArea.replaceAll('Bestemmingsplangebied', 'Structuurvisieplangebied_G'))
  const folder = await folderOf({ 'a.gml': plan, 'b.gml': vision, 'c.gml': other })
  const ran = await geodataCommand(target, 'add', folder)
  expect(ran.code).toBe(1)
  expect(ran.errors).toMatch(/b\.gml: "Proefdorp".*--superseded/)
  const { output } = await geodataCommand(target, 'list')
  expect(output).toContain('nl-imro-9999-proef-va01:')
  expect(output).toContain('nl-imro-9999-ander-va01:')
  const more = await geodataCommand(target, 'add', `${folder}/a.gml`, `${folder}/b.gml`, '--superseded')
  expect([more.code, more.errors]).toEqual([0, expect.not.stringContaining('--superseded')])
})

test('what lies here says the destination, its colour and where the text stands', async () => {
  const target = await temporaryFolder()
  await addDocument({ input: await folderOf({ 'a.gml': plan }), target, today: '2026-01-01' }, silent)
  const coordinates = findCrs('EPSG:28992').toWgs84(150_250, 450_300)
  const zones = await openGeodata(fileSources(target)).zonesAt({ type: 'Point', coordinates })
  expect(zones.map((zone) => [zone.title, zone.value, zone.colour, zone.link?.split('/').at(-1)])).toEqual([
    ['Naam w', 'wonen', '#ffff00', 'r_NL.IMRO.9999.Proef-VA01.html#_16_Naam'],
    ['Naam d', 'waarde', '#7f3c8d', 'r_NL.IMRO.9999.Proef-VA01.html#_16_Naam'],
    ['Proefdorp', undefined, '#5f6b6d', 'r_NL.IMRO.9999.Proef-VA01.html'],
  ])
  expect(ZoneList.parse({ zones })).toEqual({ zones })
})

test('a zip of several plans is refused with what to do', async () => {
  await expect(readPlan(await zipOf({ 'a.gml': plan, 'b.gml': plan }))).rejects.toThrow(/holds 2 plans; unpack/)
})
