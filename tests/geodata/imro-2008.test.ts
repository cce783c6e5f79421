/** Plans after IMRO2008: identifications in one piece, GML 3.1, borders that are objects of their own, other names for some values. */
import { expect, test } from 'vitest'
import { findCrs } from '#geodata/crs.ts'
import {
  collection2008,
  curvedRing,
  geometry,
  object,
  readText,
  ring,
  segment,
  squareRing,
  surface,
  text,
} from './imro-fixture.ts'

const plan = 'NL.IMRO.9999.BP2009OudDorp-VG01'

const reference = (target: string, kind: string, type = 'TekstReferentie_BP') =>
  `<imro:verwijzingNaarTekstInfo><imro:${type}>${text('verwijzingNaarTekst', target)}${text('typeTekst', kind)}</imro:${type}></imro:verwijzingNaarTekstInfo>`

const status = (value: string, date: string, type = 'BP') =>
  `<imro:planstatusInfo><imro:PlanstatusEnDatum_${type}>${text('planstatus', value)}${text('datum', date)}</imro:PlanstatusEnDatum_${type}></imro:planstatusInfo>`

const planArea = (kind: string, planStatus = 'onherroepelijk') =>
  object(
    'Bestemmingsplangebied',
    plan,
    text('identificatie', plan),
    text('typePlan', kind),
    text('beleidsmatigVerantwoordelijkeOverheid', 'gemeentelijke overheid'),
    text('naamOverheid', 'gemeente Proef'),
    text('overheidsCode', '9999'),
    text('naam', 'Oud dorp'),
    text('locatieNaam', 'Dorp'),
    status(planStatus, '2010-02-03'),
    reference(`t_${plan}.html`, 'toelichting', 'TekstReferentiePG_BP'),
    reference(`r_${plan}.html`, 'regels', 'TekstReferentiePG_BP'),
    text('verwijzingNorm', 'IMRO2008'),
    geometry(surface(squareRing(150_000, 450_000, 1000))),
  )

let next = 0
const part = (name: string, naam: string, shape: string, ...more: string[]) => {
  const id = `NL.IMRO.${++next}`
  return object(
    name,
    id,
    text('identificatie', id),
    text('typePlanobject', name.toLowerCase()),
    `<imro:plangebied xlink:href="#${plan}"/>`,
    text('naam', naam),
    ...more,
    geometry(shape),
  )
}

const house = squareRing(150_100, 450_100, 50)
const rounded = curvedRing(
  segment('LineStringSegment', '150000 450000 150100 450000'),
  segment('Arc', '150100 450000 150050 450050 150000 450000'),
)
const line = '<gml:LineString srsName="EPSG:28992"><gml:posList>150000 450000 150100 450000</gml:posList></gml:LineString>'
const measure = (kind: string, value: string) =>
  `<imro:maatvoeringInfo><imro:WaardeEnType>${text('waarde', value)}${text('waardeType', kind)}</imro:WaardeEnType></imro:maatvoeringInfo>`
const label = (value: string) =>
  `<imro:labelInfo><imro:Label>${text('tekst', value)}<imro:positie><imro:Labelpositie><imro:plaatsingspunt><gml:Point srsName="urn:ogc:def:crs:EPSG::28992"><gml:pos>150001 450001</gml:pos></gml:Point></imro:plaatsingspunt><imro:hoek>0</imro:hoek></imro:Labelpositie></imro:positie></imro:Label></imro:labelInfo>`

const parts = () => [
  '<imro:MetadataIMRObestand gml:id="NL.IMRO.METADATA"><imro:datasetTitel>Oud dorp</imro:datasetTitel></imro:MetadataIMRObestand>',
  part(
    'Enkelbestemming',
    'Wonen',
    surface(rounded),
    text('bestemmingshoofdgroep', 'wonen'),
    text('artikelnummer', '4'),
    reference(`r_${plan}.html#_4_Wonen`, 'regels'),
    label('W'),
  ),
  part(
    'Dubbelbestemming',
    'Waarde - Archeologie',
    surface(squareRing(150_000, 450_000, 1000), house),
    text('bestemmingshoofdgroep', 'waarde'),
  ),
  part('Bouwvlak', 'bouwvlak', surface(house), '<imro:bestemmingsvlak xlink:href="#NL.IMRO.1"/>'),
  part('Maatvoering', 'maximale bouwhoogte (m)', surface(house), measure('maximale bouwhoogte (m)', '9')),
  part('Functieaanduiding', 'bedrijfswoning', surface(house), label('(bw)')),
  part('Bouwaanduiding', 'onderdoorgang', surface(house), label('[ond]')),
  part('Lettertekenaanduiding', 'a', surface(house)),
  part('Gebiedsaanduiding', 'geluidzone - industrie', surface(house), text('gebiedsaanduidinggroep', 'geluidzone')),
  part('Figuur', 'gevellijn', line),
]

test('every class of a zoning plan is read as that of 2012 is', async () => {
  const { imported, layers, report } = await readText(collection2008(...parts(), planArea('bestemmingsplan')))
  expect([report.skipped, report.remarked]).toEqual([[], []])
  expect(imported.id).toBe('nl-imro-9999-bp2009ouddorp-vg01')
  expect(imported.metadata).toEqual({
    title: 'Oud dorp (omgevingsplan, tijdelijk deel)',
    category: 'zoning',
    authority: 'Gemeente Proef',
    version: plan,
    date: '2010-02-03',
  })
  expect(layers.map((layer) => [layer.style?.type, layer.zones[0]?.title, layer.zones[0]?.value])).toEqual([
    ['Enkelbestemming', 'Wonen', 'wonen'],
    ['Dubbelbestemming', 'Waarde - Archeologie', 'waarde'],
    ['Bouwvlak', 'bouwvlak', undefined],
    ['Maatvoering', 'maximale bouwhoogte (m) 9', '9'],
    ['Functieaanduiding', 'bedrijfswoning', undefined],
    ['Bouwaanduiding', 'onderdoorgang', undefined],
    ['Lettertekenaanduiding', 'a', undefined],
    ['Gebiedsaanduiding', 'geluidzone - industrie', 'geluidzone'],
    ['Figuur', 'gevellijn', undefined],
    ['Plangebied', 'Oud dorp', undefined],
  ])
  expect(layers[0]?.style?.legend).toEqual([{ value: 'wonen', label: 'Wonen', colour: '#ffff00' }])
  expect(layers[0]?.zones[0]).toMatchObject({
    link: `https://www.ruimtelijkeplannen.nl/documents/${plan}/r_${plan}.html#_4_Wonen`,
    properties: { artikelnummer: '4', label: 'W', plan },
  })
})

test('arcs are stroked and holes kept', async () => {
  const { layers } = await readText(collection2008(...parts(), planArea('bestemmingsplan')))
  const [home, double] = layers.map((layer) => layer.zones[0]?.geometry)
  const [ring0 = []] = home?.type === 'MultiPolygon' ? (home.coordinates[0] ?? []) : []
  const rd = findCrs('EPSG:28992')
  const radii = ring0.map(([x = 0, y = 0]) => rd.fromWgs84(x, y)).map(([x, y]) => Math.hypot(x - 150_050, y - 450_000))
  expect(radii.length).toBeGreaterThan(20)
  expect(Math.max(...radii.map((radius) => Math.abs(radius - 50)))).toBeLessThan(0.01)
  expect(double?.type === 'MultiPolygon' ? double.coordinates.map((rings) => rings.length) : []).toEqual([2])
})

test.each(['inpassingsplan', 'wijzigingsplan', 'uitwerkingsplan', 'rijksbestemmingsplan'])('a %s is zoning', async (kind) => {
  const { imported } = await readText(collection2008(planArea(kind)))
  expect(imported.metadata).toMatchObject({ title: 'Oud dorp (omgevingsplan, tijdelijk deel)', category: 'zoning' })
})

test('a status is shown unless the plan is in force; "geconsolideerde versie" is', async () => {
  const titleOf = async (planStatus: string) =>
    (await readText(collection2008(planArea('bestemmingsplan', planStatus)))).imported.metadata.title
  expect(await titleOf('concept')).toBe('Oud dorp (omgevingsplan, tijdelijk deel; concept)')
  expect(await titleOf('geconsolideerde versie')).toBe('Oud dorp (omgevingsplan, tijdelijk deel)')
})

test('a beheersverordening and a projectbesluit are read with their areas; the rules go before the explanation', async () => {
  const decision = (kind: string) =>
    collection2008(
      object(
        'Besluitgebied_X',
        plan,
        text('identificatie', plan),
        text('typePlan', kind),
        text('naam', 'Polder'),
        status('vastgesteld', '2011-01-01', 'XGB'),
        reference(`tb_${plan}.html`, 'bijlage bij toelichting', 'TekstReferentieBG_XGB'),
        reference(`r_${plan}.html`, 'voorschriften/regels', 'TekstReferentieBG_XGB'),
        geometry(surface(squareRing(150_000, 450_000, 1000))),
      ),
      part('Besluitvlak_X', 'polder', surface(squareRing(150_000, 450_000, 1000))),
      part('Besluitsubvlak_X', 'brug', surface(house)),
    )
  const { imported, layers } = await readText(decision('beheersverordening'))
  expect(imported.metadata.title).toBe('Polder (omgevingsplan, tijdelijk deel)')
  expect(layers.map((layer) => [layer.name, layer.zones.length])).toEqual([
    ['Besluitvlak', 1],
    ['Besluitsubvlak', 1],
    ['Plangebied', 1],
  ])
  expect(layers.at(-1)?.zones[0]?.link).toMatch(/\/r_NL\.IMRO\.9999\.BP2009OudDorp-VG01\.html$/)
  expect((await readText(decision('projectbesluit'))).imported.metadata.title).toBe('Polder (projectbesluit)')
})

/** A structuurvisie: its objects refer to borders that stand apart, before or after them. */
const vision = (...more: string[]) =>
  collection2008(
    object(
      'GeometrieStructuurvisieObject',
      'g1',
      geometry(surface(squareRing(150_000, 450_000, 100))),
      text('idealisatie', 'exact'),
    ),
    object(
      'Structuurvisieplangebied_G',
      'NL.IMRO.9999.SV-VG01',
      text('identificatie', 'NL.IMRO.9999.SV-VG01'),
      text('typePlan', 'structuurvisie'),
      text('naam', 'Visie 2009'),
      status('vastgesteld', '2009-09-09', 'SV'),
      '<imro:begrenzing xlink:href="#gp"/>',
    ),
    object(
      'Structuurvisiegebied_G',
      's1',
      text('naam', 'Groene rand'),
      '<imro:begrenzing xlink:href="#g1"/><imro:begrenzing xlink:href="#g2"/>',
    ),
    object('Structuurvisiecomplex_G', 'c1', text('naam', 'Groen'), '<imro:planobject xlink:href="#s1"/>'),
    object('GeometrieStructuurvisieObject', 'g2', geometry(surface(squareRing(150_500, 450_000, 100)))),
    object('GeometriePlangebied', 'gp', geometry(surface(squareRing(150_000, 450_000, 1000)))),
    ...more,
  )

test('a structuurvisie is refused unless it is asked for; its borders are found where they stand', async () => {
  await expect(readText(vision())).rejects.toThrow(/"Visie 2009".*--superseded/)
  const { imported, layers, report } = await readText(vision(), true)
  expect(imported.metadata).toMatchObject({ title: 'Visie 2009 (mogelijk vervangen of vervallen)', category: 'reference' })
  expect(
    layers.map((layer) => [layer.style?.type, layer.zones.map(({ title, geometry: shape }) => [title, shape.type])]),
  ).toEqual([
    ['Structuurvisiegebied', [['Groene rand', 'MultiPolygon']]],
    ['Plangebied', [['Visie 2009', 'MultiPolygon']]],
  ])
  const shape = layers[0]?.zones[0]?.geometry
  expect(shape?.type === 'MultiPolygon' ? shape.coordinates.length : 0).toBe(2)
  expect(report.skipped).toEqual([])
  expect(report.counted).toEqual([
    { kind: 'Structuurvisiegebied', read: 1, linked: 1 },
    { kind: 'Structuurvisiecomplex', read: 1, linked: 0 },
    { kind: 'Plangebied', read: 1, linked: 1 },
    { kind: 'Begrenzing', read: 3, linked: 3 },
  ])
})

test('a border that is absent, and one that nothing refers to, cost a line each', async () => {
  const { layers, report } = await readText(
    vision(
      object('Structuurvisiegebied_G', 's2', text('naam', 'Zonder grens'), '<imro:begrenzing xlink:href="#weg"/>'),
      object(
        'GeometrieStructuurvisieObject',
        'g3',
        geometry(surface(ring('150000 450000 150100 450000 150100 450100 150000 450000'))),
      ),
    ),
    true,
  )
  expect(layers[0]?.zones).toHaveLength(1)
  expect(report.skipped).toEqual([
    { subject: 'plan.gml, Structuurvisiegebied_G s2 "Zonder grens"', reason: 'its begrenzing weg is not in the file' },
    { subject: 'plan.gml, 1 × begrenzing', reason: 'no object refers to it' },
  ])
})
