/** Joins OW objects: from the geometry of a GIO to its Locaties, areas, main lines, themes and the passages that govern it. */
import type { Report } from '../report.ts'
import { themeOfThema } from './imow-themes.ts'
import { conceptOf, locatieKinds, type OwObject, type OwReference, ruleKinds, subjectKinds, textOf } from './ow-objects.ts'

/** What is said of one geometry. Each list without doubles, in the delivery's order. */
interface Meaning {
  readonly areas: OwObject[]
  readonly mainLines: OwObject[]
  /** Concepts of the list Thema. */
  readonly themes: string[]
  /** wIds of the elements of the text. */
  readonly passages: string[]
  /** Omgevingsnormen, omgevingswaarden and activities. */
  readonly subjects: OwObject[]
}

const nothing = (): Meaning => ({ areas: [], mainLines: [], themes: [], passages: [], subjects: [] })

export interface OwLinks {
  /** @param geometry `basisgeo:id` of a GIO's Locatie */
  of(geometry: string): Meaning
  /** Symbol code that the delivery gives an area, if any. */
  symbolOf(area: OwObject): string | undefined
  /** To be called when all GIOs were read: counts, and a line for each reference that leads nowhere. @param geometries those read */
  account(geometries: ReadonlySet<string>, report: Report): void
}

/** Nothing was lost when these point outside the delivery: activities hang below those of the national government. */
const outward = new Set(['bovenliggendeActiviteit', 'gerelateerdeActiviteit'])

/** What a rule or a part of the text says of places it says of these too. */
const farKinds = new Set(['ActiviteitRef', 'OmgevingsnormRef', 'OmgevingswaardeRef', 'KaartRef'])

const consequences: Readonly<Record<string, string>> = {
  locatieaanduiding: 'it holds for one place less than it says',
  groepselement: 'the group misses this part',
  gebiedsaanwijzing: 'the passage is not shown with that area',
  hoofdlijnaanduiding: 'it is not grouped under that main line',
  divisieaanduiding: 'what it says of places is not shown with a passage',
  artikelOfLid: 'what it says of places is not shown with an article',
}

export function linkObjects(objects: readonly OwObject[]): OwLinks {
  const byId = new Map(objects.filter(({ id }) => id !== '').map((object) => [object.id, object]))
  const meanings = new Map<string, Meaning>()
  const symbols = symbolsOf(objects)
  /** Objects that say something of a geometry, as far as found while joining. */
  const geometriesOf = new Map<OwObject, ReadonlySet<string>>()

  const targets = (object: OwObject, role: string) =>
    object.references.filter((reference) => reference.role === role).flatMap(({ to }) => byId.get(to) ?? [])

  /** Geometries of a Locatie; of a group those of its members, however deep, also where groups hold each other. */
  function geometries(locatie: OwObject, seen = new Set<OwObject>()): Set<string> {
    const found = new Set<string>()
    if (seen.has(locatie)) return found
    seen.add(locatie)
    for (const { role, to } of locatie.references) if (role === 'geometrie') found.add(to)
    for (const member of targets(locatie, 'groepselement')) for (const id of geometries(member, seen)) found.add(id)
    return found
  }

  function placed(object: OwObject): Set<string> {
    return new Set(targets(object, 'locatieaanduiding').flatMap((locatie) => [...geometries(locatie)]))
  }

  function meaning(geometry: string): Meaning {
    const found = meanings.get(geometry) ?? nothing()
    meanings.set(geometry, found)
    return found
  }

  const areas = objects.filter(({ kind }) => kind === 'Gebiedsaanwijzing')
  for (const object of objects) if (locatieKinds.has(object.kind)) geometriesOf.set(object, geometries(object))
  for (const area of areas) {
    const places = placed(area)
    geometriesOf.set(area, places)
    for (const place of places) add(meaning(place).areas, area)
  }
  for (const object of objects) {
    if (geometriesOf.has(object)) continue
    const places = placed(object)
    for (const area of object.references.flatMap(({ kind, to }) => (kind === 'GebiedsaanwijzingRef' ? (byId.get(to) ?? []) : [])))
      for (const id of geometriesOf.get(area) ?? []) places.add(id)
    geometriesOf.set(object, places)
    if (object.kind === 'Tekstdeel' || ruleKinds.has(object.kind)) {
      const texts = [...targets(object, 'divisieaanduiding'), ...targets(object, 'artikelOfLid')]
      const lines = targets(object, 'hoofdlijnaanduiding')
      const others = object.references.filter(({ kind }) => farKinds.has(kind)).flatMap(({ to }) => byId.get(to) ?? [])
      const themes = (object.texts.get('thema') ?? []).map(conceptOf)
      for (const place of places) {
        const { mainLines, themes: known, passages } = meaning(place)
        for (const line of lines) add(mainLines, line)
        for (const theme of themes) add(known, theme)
        for (const { wId } of texts) if (wId !== undefined) add(passages, wId)
      }
      for (const target of [...texts, ...lines, ...others]) geometriesOf.set(target, both(places, geometriesOf.get(target)))
    }
  }
  for (const object of objects) {
    const { parent } = object
    if (parent) geometriesOf.set(parent, both(geometriesOf.get(parent), geometriesOf.get(object)))
  }

  for (const object of objects)
    if (subjectKinds.has(object.kind)) for (const place of geometriesOf.get(object) ?? []) add(meaning(place).subjects, object)

  return {
    of: (geometry) => meanings.get(geometry) ?? nothing(),
    symbolOf: (area) => textOf(area, 'specifiekeSymbolisatie') ?? symbols.get(area.id),
    account(read, report) {
      for (const [kind, members] of Map.groupBy(objects, (object) => object.kind)) {
        const linked = members.filter((object) => [...(geometriesOf.get(object) ?? [])].some((id) => read.has(id)))
        report.count(kind, members.length, linked.length)
      }
      for (const object of objects)
        for (const reference of object.references) {
          const fault = faultOf(reference, byId, read)
          if (fault) report.skip(`${object.file}, ${nameOf(object)}`, fault)
        }
      for (const object of objects)
        for (const thema of object.texts.get('thema') ?? [])
          if (!themeOfThema.has(conceptOf(thema)))
            report.skip(
              `${object.file}, ${nameOf(object)}`,
              `thema ${thema} is not in the value list; it does not count for a layer's theme`,
            )
    },
  }
}

function symbolsOf(objects: readonly OwObject[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { kind, references, texts } of objects) {
    const code = texts.get('symboolcode')?.[0]
    if (kind === 'SymbolisatieItem' && code) for (const { to } of references) found.set(to, code)
  }
  return found
}

function faultOf({ role, to }: OwReference, byId: ReadonlyMap<string, OwObject>, read: ReadonlySet<string>): string | undefined {
  if (role === 'geometrie')
    return read.has(to) ? undefined : `its geometry ${to} is in no GIO that was read; the map does not show it`
  if (byId.has(to) || outward.has(role)) return undefined
  return `${role} names ${to}, which is not in the delivery; ${consequences[role] ?? 'that link is left out'}`
}

function nameOf(object: OwObject): string {
  const name = textOf(object, 'naam') ?? textOf(object, 'noemer')
  return `${object.kind} ${object.id || object.parent?.id || ''}${name ? ` "${name}"` : ''}`
}

function both(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  return new Set([...one, ...other])
}

function add<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item)
}
