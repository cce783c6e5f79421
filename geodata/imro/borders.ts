/** Borders that are objects of their own (`GeometrieStructuurvisieObject`, `GeometrieBesluitobject_P1`, …), to which others refer by `begrenzing`. */
import type { Stored } from '../build/spool.ts'
import type { SourceZone } from '../importer.ts'
import type { Report } from '../report.ts'
import type { ImroObject } from './objects.ts'
import type { Shelf } from './shelf.ts'

/** Key of their class on the shelf. */
const borderClass = 'Begrenzing'

/** What an object has by its references, as if it were its own. */
export type Bounded = Pick<ImroObject, 'geometries' | 'faults' | 'remarks'>

export class Borders {
  readonly #shelf: Shelf
  readonly #byId = new Map<string, Stored>()
  readonly #used = new Set<string>()

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  async add(object: ImroObject): Promise<void> {
    const stored = await this.#shelf.put(borderClass, object)
    for (const id of [object.id, object.identification]) if (id !== '') this.#byId.set(id, stored)
  }

  /** The geometries that the references lead to, those of a kind together. */
  async of(ids: readonly string[]): Promise<Bounded> {
    const geometries: SourceZone['geometry'][] = []
    const faults: string[] = []
    const remarks: string[] = []
    for (const id of ids) {
      const stored = this.#byId.get(id)
      if (!stored) {
        faults.push(`its begrenzing ${id} is not in the file`)
        continue
      }
      const border = await this.#shelf.read(stored)
      this.#used.add(border.id || border.identification)
      geometries.push(...border.geometries)
      faults.push(...border.faults)
      remarks.push(...border.remarks)
    }
    return { geometries: together(geometries), faults, remarks }
  }

  /** Says how many borders there are, and how many lead to a zone. */
  account(file: string, report: Report): void {
    const read = this.#shelf.count(borderClass)
    if (read === 0) return
    report.count(borderClass, read, this.#used.size)
    if (read > this.#used.size) report.skip(`${file}, ${read - this.#used.size} × begrenzing`, 'no object refers to it')
  }
}

/** One geometry per kind. They are all multiple, as the reader gives them. */
function together(geometries: readonly SourceZone['geometry'][]): SourceZone['geometry'][] {
  const areas = geometries.flatMap((one) => (one.type === 'MultiPolygon' ? one.coordinates : []))
  const lines = geometries.flatMap((one) => (one.type === 'MultiLineString' ? one.coordinates : []))
  const points = geometries.flatMap((one) => (one.type === 'MultiPoint' ? one.coordinates : []))
  return [
    ...(areas.length > 0 ? [{ type: 'MultiPolygon' as const, coordinates: areas }] : []),
    ...(lines.length > 0 ? [{ type: 'MultiLineString' as const, coordinates: lines }] : []),
    ...(points.length > 0 ? [{ type: 'MultiPoint' as const, coordinates: points }] : []),
  ]
}
