/** What the report says of OW objects: how many were read and lead to the map, and a line for each that leads nowhere. */
import type { Report } from '../report.ts'
import { themeOfThema } from './imow-themes.ts'
import { conceptOf, type OwObject, type OwReference, textOf } from './ow-objects.ts'
import type { Places } from './ow-places.ts'

/** Nothing was lost when these point outside the delivery: activities hang below those of the national government. */
const outward = new Set(['bovenliggendeActiviteit', 'gerelateerdeActiviteit'])

const consequences: Readonly<Record<string, string>> = {
  locatieaanduiding: 'it holds for one place less than it says',
  groepselement: 'the group misses this part',
  gebiedsaanwijzing: 'the passage is not shown with that area',
  hoofdlijnaanduiding: 'it is not grouped under that main line',
  divisieaanduiding: 'what it says of places is not shown with a passage',
  artikelOfLid: 'what it says of places is not shown with an article',
}

/** Kinds that IMOW gives a Locatie always, and the role in which they name it. A Tekstdeel may do without. */
const placeRoles: Readonly<Record<string, string>> = {
  Gebiedsaanwijzing: 'locatieaanduiding',
  Normwaarde: 'locatieaanduiding',
  ActiviteitLocatieaanduiding: 'locatieaanduiding',
  Regelingsgebied: 'locatieaanduiding',
  RegelVoorIedereen: 'locatieaanduiding',
  Instructieregel: 'locatieaanduiding',
  Omgevingswaarderegel: 'locatieaanduiding',
  Gebiedengroep: 'groepselement',
  Lijnengroep: 'groepselement',
  Puntengroep: 'groepselement',
  Gebied: 'geometrie',
  Lijn: 'geometrie',
  Punt: 'geometrie',
}

const wholeArea =
  'the area of an authority has no geometry in a delivery; what holds for all of it is read in the text, and is not on the map'

/** To be called when all GIOs were read. @param read ids of their geometries */
export function account(objects: readonly OwObject[], places: Places, read: ReadonlySet<string>, report: Report): void {
  for (const [kind, members] of Map.groupBy(objects, (object) => object.kind)) {
    const linked = members.filter((object) => [...places.of(object)].some((id) => read.has(id)))
    report.count(kind, members.length, linked.length)
  }
  for (const object of objects) {
    const where = `${object.file}, ${nameOf(object)}`
    if (object.kind === 'Ambtsgebied') report.remark(where, wholeArea)
    for (const fault of faultsOf(object, places, read)) report.skip(where, fault)
    for (const thema of object.texts.get('thema') ?? [])
      if (!themeOfThema.has(conceptOf(thema)))
        report.skip(where, `thema ${thema} is not in the value list; it does not count for a layer's theme`)
  }
}

function faultsOf(object: OwObject, places: Places, read: ReadonlySet<string>): string[] {
  const faults = object.references.flatMap((reference) => faultOf(reference, places, read) ?? [])
  const role = placeRoles[object.kind]
  if (role !== undefined && !object.references.some((reference) => reference.role === role))
    faults.push(`names no Locatie (${role}); it is not on the map`)
  return faults
}

function faultOf({ role, to }: OwReference, places: Places, read: ReadonlySet<string>): string | undefined {
  if (role === 'geometrie')
    return read.has(to) ? undefined : `its geometry ${to} is in no GIO that was read; the map does not show it`
  if (places.named(to) || outward.has(role)) return undefined
  return `${role} names ${to}, which is not in the delivery; ${consequences[role] ?? 'that link is left out'}`
}

function nameOf(object: OwObject): string {
  const name = textOf(object, 'naam') ?? textOf(object, 'noemer')
  return `${object.kind} ${object.id || object.parent?.id || ''}${name ? ` "${name}"` : ''}`
}
