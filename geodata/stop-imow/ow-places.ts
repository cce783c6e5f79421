/** Which geometries each OW object speaks of: its own Locaties, those of its areas, and what rules and parts of the text say of it. */
import { locatieKinds, type OwObject, ruleKinds } from './ow-objects.ts'

/** What a rule or a part of the text says of places it says of these too. */
const farKinds = new Set(['ActiviteitRef', 'OmgevingsnormRef', 'OmgevingswaardeRef', 'KaartRef'])

export interface Places {
  /** Ids of geometries (`basisgeo:id`), in no order. */
  of(object: OwObject): ReadonlySet<string>
  /** Objects that another names in a role, as far as they are in the delivery. */
  targets(object: OwObject, role: string): OwObject[]
  named(id: string): OwObject | undefined
}

export function placesOf(objects: readonly OwObject[]): Places {
  const byId = new Map(objects.filter(({ id }) => id !== '').map((object) => [object.id, object]))
  const found = new Map<OwObject, Set<string>>()
  const targets = (object: OwObject, role: string) =>
    object.references.filter((reference) => reference.role === role).flatMap(({ to }) => byId.get(to) ?? [])

  function add(object: OwObject, places: ReadonlySet<string>): void {
    const known = found.get(object)
    if (!known) found.set(object, new Set(places))
    else for (const place of places) known.add(place)
  }

  /** Geometries of a Locatie; of a group those of its members, however deep, also where groups hold each other. */
  function geometries(locatie: OwObject, seen = new Set<OwObject>()): Set<string> {
    const own = new Set<string>()
    if (seen.has(locatie)) return own
    seen.add(locatie)
    for (const { role, to } of locatie.references) if (role === 'geometrie') own.add(to)
    for (const member of targets(locatie, 'groepselement')) for (const id of geometries(member, seen)) own.add(id)
    return own
  }

  for (const object of objects) if (locatieKinds.has(object.kind)) add(object, geometries(object))
  const placed = (object: OwObject) =>
    new Set(targets(object, 'locatieaanduiding').flatMap((locatie) => [...(found.get(locatie) ?? [])]))
  for (const object of objects) if (object.kind === 'Gebiedsaanwijzing') add(object, placed(object))
  for (const object of objects) {
    if (locatieKinds.has(object.kind) || object.kind === 'Gebiedsaanwijzing') continue
    const places = placed(object)
    for (const { kind, to } of object.references)
      if (kind === 'GebiedsaanwijzingRef') for (const id of found.get(byId.get(to) ?? object) ?? []) places.add(id)
    add(object, places)
    // A norm's values, a map's layers, the places of an activity in a rule: what holds them holds there too.
    for (let outer = object.parent; outer; outer = outer.parent) add(outer, places)
  }
  for (const object of objects)
    if (object.kind === 'Tekstdeel' || ruleKinds.has(object.kind)) {
      const places = found.get(object) ?? new Set()
      for (const role of ['divisieaanduiding', 'artikelOfLid', 'hoofdlijnaanduiding'])
        for (const target of targets(object, role)) add(target, places)
      for (const { kind, to } of object.references) {
        const target = byId.get(to)
        if (target && farKinds.has(kind)) add(target, places)
      }
    }
  for (const object of objects)
    if (object.kind === 'Kaartlaag' || object.kind === 'SymbolisatieItem')
      for (const { to } of object.references) {
        const places = found.get(byId.get(to) ?? object) ?? new Set()
        add(object, places)
        if (object.parent) add(object.parent, places)
      }
  return { of: (object) => found.get(object) ?? new Set(), targets, named: (id) => byId.get(id) }
}
