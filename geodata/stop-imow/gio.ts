/** Reads a GIO: the Locaties of a `GeoInformatieObjectVaststelling` (or `…Versie`) with their names and geometry. */
import { findCrs } from '../crs.ts'
import type { SourceZone } from '../importer.ts'
import type { Report } from '../report.ts'
import { readXml } from '../xml.ts'
import { GmlReader, geometriesOf } from './gml.ts'

export interface Gio {
  /** `/join/id/…` */
  readonly work: string | undefined
  readonly zones: SourceZone[]
  /** Ids of the geometries that were read, by which OW objects speak of them. */
  readonly geometries: ReadonlySet<string>
}

interface Locatie {
  id: string | undefined
  name: string | undefined
  value: string | undefined
}

const noName = (): Locatie => ({ id: undefined, name: undefined, value: undefined })

/**
 * A Locatie that cannot be read is reported and left out.
 * @param title for Locaties that have no name of their own
 */
export async function readGio(file: string, chunks: AsyncIterable<Uint8Array>, title: string, report: Report): Promise<Gio> {
  const zones: SourceZone[] = []
  const ids = new Map<string, number>()
  const geometryIds = new Set<string>()
  const path: string[] = []
  let work: string | undefined
  let locatie = noName()
  const gml = new GmlReader(() => {
    report.assume(`${file}: no srsName, so RD New (EPSG:28992)`)
    return findCrs('EPSG:28992')
  })

  function finish(): void {
    const shapes = gml.take()
    const name = locatie.name || title
    const geometries = geometriesOf(shapes)
    if (shapes.fault) report.skip(`${file}, "${name}"`, shapes.fault)
    else if (geometries.length === 0) report.skip(`${file}, "${name}"`, 'no geometry')
    else {
      if (locatie.id !== undefined) geometryIds.add(locatie.id)
      for (const geometry of geometries) zones.push(zoneOf(unique(ids, locatie.id ?? `${zones.length + 1}`), name, geometry))
    }
    locatie = noName()
  }

  function zoneOf(id: string, name: string, geometry: SourceZone['geometry']): SourceZone {
    const properties = work === undefined ? {} : { gio: work }
    return { id, title: name, ...(locatie.value ? { value: locatie.value } : {}), geometry, properties }
  }

  await readXml(file, chunks, {
    open(name, attributes) {
      path.push(name)
      if (path.includes('geometrie')) gml.open(name, attributes)
    },
    close(name, text) {
      if (path.includes('geometrie')) gml.close(name, text)
      path.pop()
      const parent = path.at(-1)
      if (name === 'Locatie') finish()
      else if (name === 'naam' && parent === 'Locatie') locatie.name = text
      else if (name === 'id' && parent === 'Geometrie') locatie.id = text
      // Norms and groups of a GIO: what the legend tells apart.
      else if ((name === 'kwantitatieveNormwaarde' || name === 'kwalitatieveNormwaarde' || name === 'groepID') && text)
        locatie.value = text
      else if (name === 'FRBRWork' && work === undefined) work = text
    },
  })
  return { work, zones, geometries: geometryIds }
}

/** `id`, with a number behind it when the file used it before. */
function unique(ids: Map<string, number>, id: string): string {
  const times = (ids.get(id) ?? 0) + 1
  ids.set(id, times)
  return times === 1 ? id : `${id}-${times}`
}
