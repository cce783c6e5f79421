/** A small IMRO plan in parts, to be put together, and broken, by the tests. Invented; coordinates in RD New. */

import type { Imported, SourceLayer } from '#geodata/importer.ts'
import { importerFor } from '#geodata/importers.ts'
import { openPackage } from '#geodata/package/package.ts'
import { newReport, type Report } from '#geodata/report.ts'
import { rdNew } from './delivery.ts'
import { allOf, folderOf } from './fixture.ts'

export const collection2012 = (...members: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><imro:FeatureCollectionIMRO gml:id="c" xmlns:imro="http://www.geonovum.nl/imro/2012/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:gml="http://www.opengis.net/gml/3.2">${members
    .map((member) => `<imro:featureMember>${member}</imro:featureMember>`)
    .join('')}</imro:FeatureCollectionIMRO>`

/** IMRO2008 has namespaces of its own, GML 3.1, and identifications in one piece. */
export const collection2008 = (...members: string[]) =>
  `<?xml version="1.0"?><imro:FeatureCollectionIMRO xmlns:imro="http://www.geonovum.nl/imro/2008/1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:gml="http://www.opengis.net/gml">${members
    .map((member) => `<gml:featureMember>${member}</gml:featureMember>`)
    .join('')}</imro:FeatureCollectionIMRO>`

export const object = (name: string, id: string, ...inner: string[]) =>
  `<imro:${name} gml:id="${id}">${inner.join('')}</imro:${name}>`

export const text = (name: string, value: string) => `<imro:${name}>${value}</imro:${name}>`

export const geometry = (inner: string) => `<imro:geometrie>${inner}</imro:geometrie>`

const reference = (target: string, kind: string) =>
  `<imro:verwijzingNaarTekstInfo><imro:TekstReferentie_BP>${text('verwijzingNaarTekst', target)}${text('typeTekst', kind)}</imro:TekstReferentie_BP></imro:verwijzingNaarTekstInfo>`

export const surface = (exterior: string, ...interiors: string[]) =>
  `<gml:Surface srsName="${rdNew}"><gml:patches><gml:PolygonPatch><gml:exterior>${exterior}</gml:exterior>${interiors
    .map((ring) => `<gml:interior>${ring}</gml:interior>`)
    .join('')}</gml:PolygonPatch></gml:patches></gml:Surface>`

export const ring = (posList: string) => `<gml:LinearRing><gml:posList>${posList}</gml:posList></gml:LinearRing>`

/** A ring of curve segments. */
export const curvedRing = (...segments: string[]) =>
  `<gml:Ring><gml:curveMember><gml:Curve><gml:segments>${segments.join('')}</gml:segments></gml:Curve></gml:curveMember></gml:Ring>`

export const segment = (kind: string, posList: string) => `<gml:${kind}><gml:posList>${posList}</gml:posList></gml:${kind}>`

/** A square, its south-west corner at x, y. */
export const squareRing = (x: number, y: number, side: number) =>
  ring(`${x} ${y} ${x + side} ${y} ${x + side} ${y + side} ${x} ${y + side} ${x} ${y}`)

export const planStatus = (status: string, date: string) =>
  `<imro:planstatusInfo><imro:PlanstatusEnDatum>${text('planstatus', status)}${text('datum', date)}</imro:PlanstatusEnDatum></imro:planstatusInfo>`

const identification2012 = (local: string, version: string) =>
  `<imro:identificatie><imro:NEN3610ID>${text('namespace', 'NL.IMRO')}${text('lokaalID', local)}${text('versie', version)}</imro:NEN3610ID></imro:identificatie>`

export const planArea = object(
  'Bestemmingsplangebied',
  'NL.IMRO.9999.Proef-VA01',
  identification2012('9999.Proef', 'VA01'),
  text('typePlan', 'bestemmingsplan'),
  text('naamOverheid', 'gemeente Proef'),
  text('naam', 'Proefdorp'),
  planStatus('vastgesteld', '2021-05-06'),
  reference('t_NL.IMRO.9999.Proef-VA01.html', 'toelichting'),
  reference('r_NL.IMRO.9999.Proef-VA01.html', 'regels'),
  geometry(surface(squareRing(150_000, 450_000, 1000))),
)

export const destination = (id: string, group: string, shape: string, kind = 'Enkelbestemming') =>
  object(
    kind,
    id,
    text('naam', `Naam ${id}`),
    text('bestemmingshoofdgroep', group),
    text('artikelnummer', '16'),
    reference('r_NL.IMRO.9999.Proef-VA01.html#_16_Naam', 'regels'),
    '<imro:labelInfo><imro:Label><imro:tekst>W</imro:tekst><imro:positie><imro:Labelpositie><imro:plaatsingspunt><gml:Point><gml:pos>150001 450001</gml:pos></gml:Point></imro:plaatsingspunt></imro:Labelpositie></imro:positie></imro:Label></imro:labelInfo>',
    geometry(shape),
  )

export interface Read {
  readonly imported: Imported
  readonly layers: SourceLayer[]
  readonly report: Report
}

/** Imports the package at a path. */
export async function readPlan(input: string, superseded = false): Promise<Read> {
  const source = await openPackage(input)
  const report = newReport()
  try {
    const imported = await (await importerFor(source)).open(source, { superseded }, report)
    return { imported, layers: await allOf(imported.layers()), report }
  } finally {
    await source.close()
  }
}

export const readText = async (gml: string, superseded = false) => readPlan(await folderOf({ 'plan.gml': gml }), superseded)
