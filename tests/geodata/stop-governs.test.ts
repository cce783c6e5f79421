/** Which passages govern which zones, in all three places that say so: the layer, the piece and the text. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DocumentText } from '#contract/document-text.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { readCatalogue } from '#geodata/catalogue-file.ts'
import { findCrs } from '#geodata/crs.ts'
import { concept, delivery, object, owBestand, references, regulation } from './delivery.ts'
import { temporaryFolder } from './fixture.ts'
import { add, point } from './here.ts'

const inRd = (x: number, y: number) => point(...findCrs('EPSG:28992').toWgs84(x, y))

const place = (id: string, geometry: string) => object('Gebied', id, references('geometrie', 'GeometrieRef', geometry))
const part = (id: string, divisie: string, ...to: string[]) =>
  object(
    'Tekstdeel',
    id,
    references('divisieaanduiding', 'DivisietekstRef', divisie) + references('locatieaanduiding', 'LocatieRef', ...to),
  )
const objects = [
  place('la', 'a'),
  place('lb', 'b'),
  object(
    'Gebiedsaanwijzing',
    'stilte',
    `<type>${concept('typegebiedsaanwijzing', 'WaterEnWatersysteem')}</type><naam>stilte</naam>${references('locatieaanduiding', 'LocatieRef', 'la', 'lb')}`,
  ),
  object('Divisietekst', 'd1', '', 'w_1'),
  object('Divisietekst', 'd2', '', 'w_2'),
  object('Divisietekst', 'd3', '', 'w_weg'),
  part('t1', 'd1', 'la', 'lb'),
  part('t2', 'd2', 'lb'),
  part('t3', 'd3', 'lb'),
]
const passage = (id: string) => `<Divisietekst eId="${id}" wId="${id}"><Inhoud><Al>Hier is het stil.</Al></Inhoud></Divisietekst>`

test('a zone knows its own passages where they are not those of all its layer; the text knows its zones', async () => {
  const target = await temporaryFolder()
  await add(target, {
    ...delivery,
    'ow.xml': owBestand(...objects),
    'tekst.xml': regulation('RegelingVrijetekst', passage('w_1') + passage('w_2')),
  })
  const [document] = (await readCatalogue(target)).documents
  const layer = document?.layers.find(({ id }) => id === 'plan.stiltegebied')
  expect(layer).toMatchObject({ type: 'Water en watersysteem', passages: ['w_1', 'w_2'] })
  expect(document?.layers.find(({ id }) => id === 'plan.fietsnetwerk-lijnen')).not.toHaveProperty('type')

  const geodata = openGeodata(fileSources(target))
  const governing = async (x: number, y: number) => (await geodata.zonesAt(inRd(x, y))).map(({ id, passages }) => [id, passages])
  expect(await governing(148100, 447100)).toEqual([['a', ['w_1']]])
  expect(await governing(150500, 447300)).toEqual([['b', ['w_1', 'w_2']]])

  const text = DocumentText.parse(JSON.parse(await readFile(join(target, document?.text ?? ''), 'utf8')))
  expect(text.governs).toEqual({
    w_1: [{ layer: 'plan.stiltegebied' }],
    w_2: [{ layer: 'plan.stiltegebied', zones: ['b'], titles: ['Stiltegebied'] }],
  })
})

test('a zone of which nothing is said governs nothing, whatever its layer', async () => {
  const target = await temporaryFolder()
  const without = objects.filter((text) => !text.includes('"t1"') && !text.includes('>t1<'))
  await add(target, { ...delivery, 'ow.xml': owBestand(...without) })
  const zones = await openGeodata(fileSources(target)).zonesAt(inRd(148100, 447100))
  expect(zones.map(({ id, passages }) => [id, passages])).toEqual([['a', undefined]])
})
