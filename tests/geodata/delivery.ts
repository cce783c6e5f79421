/** A small STOP delivery in parts, to be put together, and broken, by the tests. */

const geo =
  'xmlns:geo="https://standaarden.overheid.nl/stop/imop/geo/" xmlns:bg="http://www.geostandaarden.nl/basisgeometrie/1.0" xmlns:gml="http://www.opengis.net/gml/3.2"'

export const rdNew = 'urn:ogc:def:crs:EPSG::28992'

/** A square of 1 km² in RD New, its south-west corner at x, y. */
export const squareKm = (x: number, y: number) => `${x} ${y} ${x + 1000} ${y} ${x + 1000} ${y + 1000} ${x} ${y + 1000} ${x} ${y}`

export const polygonGml = (outer: string, ...holes: string[]) =>
  `<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>${outer}</gml:posList></gml:LinearRing></gml:exterior>${holes
    .map((hole) => `<gml:interior><gml:LinearRing><gml:posList>${hole}</gml:posList></gml:LinearRing></gml:interior>`)
    .join('')}</gml:Polygon>`

export const multiSurface = (members: string, srs = rdNew) =>
  `<gml:MultiSurface srsName="${srs}"><gml:surfaceMember>${members}</gml:surfaceMember></gml:MultiSurface>`

export const locatie = (id: string, name: string, geometry: string) =>
  `<geo:Locatie>${name ? `<geo:naam>${name}</geo:naam>` : ''}<geo:geometrie><bg:Geometrie><bg:id>${id}</bg:id><bg:geometrie>${geometry}</bg:geometrie></bg:Geometrie></geo:geometrie></geo:Locatie>`

export const gio = (...locaties: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><geo:GeoInformatieObjectVaststelling ${geo}><geo:vastgesteldeVersie><geo:GeoInformatieObjectVersie>` +
  `<geo:FRBRWork>/join/id/regdata/pv99/2026/proef</geo:FRBRWork><geo:locaties>${locaties.join('')}</geo:locaties></geo:GeoInformatieObjectVersie></geo:vastgesteldeVersie></geo:GeoInformatieObjectVaststelling>`

export const gioMetadata = (file: string, name: string) =>
  `<AanleveringInformatieObject xmlns="https://standaarden.overheid.nl/lvbb/stop/aanlevering/"><InformatieObjectVersie><InformatieObjectVersieMetadata xmlns="https://standaarden.overheid.nl/stop/imop/data/"><heeftBestanden><heeftBestand><Bestand><bestandsnaam>${file}</bestandsnaam></Bestand></heeftBestand></heeftBestanden></InformatieObjectVersieMetadata>` +
  `<InformatieObjectMetadata xmlns="https://standaarden.overheid.nl/stop/imop/data/"><officieleTitel>/join/id/x</officieleTitel><naamInformatieObject>${name}</naamInformatieObject></InformatieObjectMetadata></InformatieObjectVersie></AanleveringInformatieObject>`

export const manifest = (...files: string[]) =>
  `<lvbb:manifest xmlns:lvbb="http://www.overheid.nl/2017/lvbb">${files.map((file) => `<lvbb:bestand><lvbb:bestandsnaam>${file}</lvbb:bestandsnaam></lvbb:bestand>`).join('')}</lvbb:manifest>`

const besluit =
  '<AanleveringBesluit xmlns="https://standaarden.overheid.nl/lvbb/stop/aanlevering/"><BesluitVersie><BesluitMetadata xmlns="https://standaarden.overheid.nl/stop/imop/data/"><officieleTitel>Besluit proefvisie</officieleTitel></BesluitMetadata></BesluitVersie>' +
  '<RegelingVersieInformatie><ExpressionIdentificatie xmlns="https://standaarden.overheid.nl/stop/imop/data/"><FRBRExpression>/akn/nl/act/pv26/2026/proef/nld@2026-03-04;2</FRBRExpression></ExpressionIdentificatie>' +
  '<RegelingMetadata xmlns="https://standaarden.overheid.nl/stop/imop/data/"><soortRegeling>/join/id/stop/regelingtype_006</soortRegeling><eindverantwoordelijke>/tooi/id/provincie/pv26</eindverantwoordelijke><officieleTitel>Proefvisie</officieleTitel></RegelingMetadata></RegelingVersieInformatie></AanleveringBesluit>'

/** Two GIOs: quiet areas, and a network of lines and points. */
export const delivery: Readonly<Record<string, string>> = {
  'manifest.xml': manifest('manifest.xml', 'besluit.xml', 'stilte.gml', 'GIO1.xml', 'fiets.gml', 'GIO2.xml'),
  'besluit.xml': besluit,
  'GIO1.xml': gioMetadata('stilte.gml', 'stiltegebied'),
  'GIO2.xml': gioMetadata('fiets.gml', 'fietsnetwerk'),
  'stilte.gml': gio(
    locatie(
      'a',
      'Bij Cothen',
      multiSurface(polygonGml(squareKm(148000, 447000), '148400 447400 148400 447600 148600 447600 148600 447400 148400 447400')),
    ),
    locatie(
      'b',
      '',
      `<gml:Surface srsName="${rdNew}"><gml:patches><gml:PolygonPatch><gml:exterior><gml:LinearRing>${'<gml:pos>150000 447000</gml:pos><gml:pos>151000 447000</gml:pos><gml:pos>150500 448000</gml:pos><gml:pos>150000 447000</gml:pos>'}</gml:LinearRing></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>`,
    ),
  ),
  'fiets.gml': gio(
    locatie(
      'c',
      'Snelle route',
      `<gml:MultiCurve srsName="http://www.opengis.net/def/crs/EPSG/0/28992"><gml:curveMember><gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>145000 449000 146000 449000</gml:posList></gml:LineStringSegment><gml:LineStringSegment><gml:posList>146000 449000 146500 449500</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember><gml:curveMember><gml:LineString><gml:posList srsDimension="3">145000 450000 1 146000 450000 2</gml:posList></gml:LineString></gml:curveMember></gml:MultiCurve>`,
    ),
    locatie(
      'd',
      'Halte',
      `<gml:MultiPoint srsName="urn:ogc:def:crs:EPSG::4258"><gml:pointMember><gml:Point><gml:pos>52.05 5.25</gml:pos></gml:Point></gml:pointMember></gml:MultiPoint>`,
    ),
  ),
}

/** Address in a national value list. */
export const concept = (list: string, name: string) => `http://standaarden.omgevingswet.overheid.nl/${list}/id/concept/${name}`
/** A file of OW objects. */
export const owBestand = (...objects: string[]) =>
  `<owBestand xmlns:xlink="http://www.w3.org/1999/xlink">${objects.map((object) => `<stand><owObject>${object}</owObject></stand>`).join('')}</owBestand>`
export const object = (kind: string, id: string, content: string, wId = '') =>
  `<${kind}${wId ? ` wId="${wId}"` : ''}><identificatie>${id}</identificatie>${content}</${kind}>`
export const references = (role: string, kind: string, ...to: string[]) =>
  `<${role}>${to.map((id) => `<${kind} xlink:href="${id}"/>`).join('')}</${role}>`

/** A besluit with the text of a regulation. @param root name of its text model */
export const regulation = (root: string, content: string) =>
  `<AanleveringBesluit><${root}><RegelingOpschrift><Al>Proef</Al></RegelingOpschrift><Lichaam eId="body" wId="body">${content}</Lichaam></${root}></AanleveringBesluit>`
