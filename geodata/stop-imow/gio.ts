/**
 * Reads a GIO: the Locaties of a `GeoInformatieObjectVaststelling` (or `…Versie`) with their names, values and geometry. Of a GIO that changes another
 * (`GeoInformatieObjectMutatie`) the new state, as far as it is given.
 */
import { findCrs } from '../crs.ts'
import { bounded } from '../gml/bounded.ts'
import { GmlReader, geometriesOf } from '../gml/reader.ts'
import type { SourceZone } from '../importer.ts'
import type { Report } from '../report.ts'
import { readXml } from '../xml.ts'
import { valueWith } from './values.ts'

/** A Locatie, or its areas, lines or points where it mixes them. */
export interface Located {
  /** `basisgeo:id`, by which OW objects speak of it. */
  readonly geometry: string | undefined
  /** Its own; absent where it has none. */
  readonly name: string | undefined
  /** Group or value as people read it: "hoog", "45 dB". */
  readonly value: string | undefined
  readonly shape: SourceZone['geometry']
}

export interface Gio {
  /** `/join/id/…` */
  readonly work: string | undefined
  /** What its values are of: "maximum bouwhoogte". */
  readonly norm: string | undefined
  readonly located: readonly Located[]
}

interface Locatie {
  id?: string
  name?: string
  group?: string
  number?: string
  quality?: string
  action?: string
}

/** Faults of one Locatie that get a line each; of the rest only the number. */
const mostFaults = 5

/** @param title for Locaties without a name, in the report. A Locatie that cannot be read is reported and left out. */
export async function readGio(file: string, chunks: AsyncIterable<Uint8Array>, title: string, report: Report): Promise<Gio> {
  const found: { locatie: Locatie; shape: SourceZone['geometry'] }[] = []
  const labels = new Map<string, string>()
  const path: string[] = []
  const texts = new Map<string, string>()
  let locatie: Locatie = {}
  let group = ''
  /** Depth inside a geometry, and inside what a change replaces or marks. */
  let [inGeometry, inOld] = [0, 0]
  const change = { was: 0, removed: 0, is: false }
  const gml = new GmlReader(() => {
    report.assume(`${file}: no srsName, so RD New (EPSG:28992)`)
    return findCrs('EPSG:28992')
  })

  function finish(): void {
    const shapes = gml.take()
    const where = `${file}, "${locatie.name || title}"`
    const removed = locatie.action?.toLowerCase() === 'verwijder'
    if (inOld > 0) change.was++
    else if (removed) change.removed++
    else {
      for (const fault of shapes.faults.slice(0, mostFaults)) report.skip(where, fault)
      if (shapes.faults.length > mostFaults) report.skip(where, `and ${shapes.faults.length - mostFaults} faults like these`)
      for (const remark of shapes.remarks.slice(0, mostFaults)) report.remark(where, remark)
      if (shapes.remarks.length > mostFaults) report.remark(where, `and ${shapes.remarks.length - mostFaults} rings like it`)
      const geometries = geometriesOf(shapes)
      if (geometries.length === 0 && shapes.faults.length === 0) report.skip(where, 'no geometry; it is not on the map')
      for (const shape of geometries) found.push({ locatie, shape })
    }
    locatie = {}
  }

  const own: Readonly<Record<string, keyof Locatie>> = {
    naam: 'name',
    groepID: 'group',
    kwantitatieveNormwaarde: 'number',
    kwalitatieveNormwaarde: 'quality',
    wijzigactie: 'action',
  }
  await readXml(file, bounded(file, chunks), {
    open(name, attributes) {
      path.push(name)
      if (name === 'geometrie') inGeometry++
      if (name === 'was' || name === 'wijzigmarkering') inOld++
      if (name === 'GeoInformatieObjectMutatie') change.is = true
      if (inGeometry > 0) gml.open(name, attributes)
    },
    close(name, text) {
      if (inGeometry > 0) gml.close(name, text)
      path.pop()
      const parent = path.at(-1)
      if (name === 'geometrie') inGeometry--
      const field = own[name]
      if (name === 'Locatie' || name === 'LocatieMutatie') finish()
      else if (field && (parent === 'Locatie' || parent === 'LocatieMutatie')) locatie[field] = text
      else if (name === 'id' && parent === 'Geometrie') locatie.id = text
      else if (name === 'groepID') group = text
      else if (name === 'label') labels.set(group, text)
      else if (name === 'FRBRWork' || name === 'normlabel' || name === 'eenheidlabel') {
        if (!texts.has(name)) texts.set(name, text)
      }
      if (name === 'was' || name === 'wijzigmarkering') {
        inOld--
        gml.take()
      }
    },
  })
  if (change.is) report.skip(file, changed(title, found.length, change.was, change.removed))
  const unit = texts.get('eenheidlabel') ?? ''
  return {
    work: texts.get('FRBRWork'),
    norm: texts.get('normlabel'),
    located: found.map(({ locatie: { id, name, group: groep, number, quality }, shape }) => ({
      geometry: id,
      name: name || undefined,
      value: (groep && (labels.get(groep) ?? groep)) || quality || (number && valueWith(number, unit)) || undefined,
      shape,
    })),
  }
}

function changed(title: string, shown: number, was: number, removed: number): string {
  const gone = was + removed > 0 ? `, ${was + removed} of the old state are not` : ''
  return `${title} is a change to an earlier GIO: ${shown} Locaties of its new state are shown${gone}; what does not change is not in it, import the whole version for that`
}
