/** Joins OW objects: from the geometry of a GIO to its areas, norms, activities, main lines, themes and the passages that govern it. */
import { conceptOf, type OwObject, ruleKinds, textOf } from './ow-objects.ts'
import { type Places, placesOf } from './ow-places.ts'
import { normValue, plainConcept } from './values.ts'

/** What is said of one geometry. Each list without doubles, in the delivery's order. */
export interface Meaning {
  /** Names of the Locaties that it is the geometry of. */
  readonly names: string[]
  readonly mainLines: string[]
  /** Concepts of the list Thema. */
  readonly themes: string[]
  /** Ids of elements of the text. */
  readonly passages: string[]
  /** "bouwen (vergunningplicht)" */
  readonly activities: string[]
  /** Omgevingsnormen and omgevingswaarden. */
  readonly norms: OwObject[]
  /** Maps and their layers: "Visiekaart, Natuur". */
  readonly maps: string[]
  /** It is the area that a regulation holds for. */
  whole: boolean
}

/** A layer to be: areas that cover the same geometries, or a norm with its values. */
export interface LayerPlan {
  readonly kind: 'area' | 'norm'
  readonly subjects: readonly OwObject[]
  readonly geometries: ReadonlySet<string>
  /** Of a norm: its value in a geometry. */
  readonly values: ReadonlyMap<string, string>
}

export interface OwLinks {
  readonly places: Places
  /** @param geometry `basisgeo:id` of a GIO's Locatie */
  of(geometry: string | undefined): Meaning
  /** Layers that a geometry belongs to; none where only its GIO says what it is. */
  plansOf(geometry: string | undefined): readonly LayerPlan[]
  /** Symbol code that the delivery gives an object, if any. */
  symbolOf(object: OwObject): string | undefined
}

const nothing = (): Meaning => ({
  names: [],
  mainLines: [],
  themes: [],
  passages: [],
  activities: [],
  norms: [],
  maps: [],
  whole: false,
})

/** @param passageOf id of the element of the text that an object stands for */
export function linkObjects(objects: readonly OwObject[], passageOf: (object: OwObject) => string | undefined): OwLinks {
  const places = placesOf(objects)
  const meanings = new Map<string, Meaning>()
  const symbols = symbolsOf(objects)

  function meaning(geometry: string): Meaning {
    const found = meanings.get(geometry) ?? nothing()
    meanings.set(geometry, found)
    return found
  }
  function say(object: OwObject, put: (meaning: Meaning) => void): void {
    for (const place of places.of(object)) put(meaning(place))
  }

  for (const object of objects) {
    const name = textOf(object, 'naam') ?? textOf(object, 'noemer')
    switch (object.kind) {
      case 'Gebied':
      case 'Lijn':
      case 'Punt':
        if (name) say(object, ({ names }) => add(names, name))
        break
      case 'Regelingsgebied':
        say(object, (of) => void Object.assign(of, { whole: true }))
        break
      case 'Omgevingsnorm':
      case 'Omgevingswaarde':
        say(object, ({ norms }) => add(norms, object))
        break
      case 'Activiteit':
        // A rule says with which qualification; see below.
        break
      case 'Kaartlaag': {
        const map = object.parent && textOf(object.parent, 'naam')
        say(object, ({ maps }) => add(maps, [map, name].filter(Boolean).join(', ')))
        break
      }
      default:
        if (object.kind === 'Tekstdeel' || ruleKinds.has(object.kind)) sayOfText(object)
    }
  }

  /** What a part of the text, or a rule, says of its places. */
  function sayOfText(object: OwObject): void {
    const texts = [...places.targets(object, 'divisieaanduiding'), ...places.targets(object, 'artikelOfLid')]
    const passages = texts.flatMap((text) => passageOf(text) ?? [])
    const lines = places.targets(object, 'hoofdlijnaanduiding').flatMap((line) => textOf(line, 'naam') ?? [])
    const themes = (object.texts.get('thema') ?? []).map(conceptOf)
    say(object, (of) => {
      for (const line of lines) add(of.mainLines, line)
      for (const theme of themes) add(of.themes, theme)
      for (const passage of passages) add(of.passages, passage)
    })
  }

  for (const object of objects)
    if (object.kind === 'ActiviteitLocatieaanduiding') {
      // The activity stands beside it in the rule.
      const beside = object.parent?.references.filter(({ kind, within }) => kind === 'ActiviteitRef' && within === object.within)
      const activities = [...(beside ?? []), ...object.references].flatMap(({ kind, to }) =>
        kind === 'ActiviteitRef' ? (places.named(to) ?? []) : [],
      )
      const qualification = textOf(object, 'activiteitregelkwalificatie')
      for (const activity of new Set(activities)) {
        const name = textOf(activity, 'naam') ?? activity.id
        const text = qualification ? `${name} (${plainConcept(qualification).toLowerCase()})` : name
        say(object, (of) => add(of.activities, text))
      }
    }
  // An activity that rules place without saying more.
  for (const object of objects)
    if (object.kind === 'Activiteit') {
      const name = textOf(object, 'naam') ?? object.id
      say(object, ({ activities }) => void (activities.some((text) => text.startsWith(name)) || activities.push(name)))
    }

  const plans = plansOf(objects, places)
  const byGeometry = new Map<string, LayerPlan[]>()
  for (const plan of plans)
    for (const geometry of plan.geometries) byGeometry.set(geometry, [...(byGeometry.get(geometry) ?? []), plan])

  return {
    places,
    of: (geometry) => (geometry === undefined ? undefined : meanings.get(geometry)) ?? nothing(),
    plansOf: (geometry) => (geometry === undefined ? undefined : byGeometry.get(geometry)) ?? [],
    symbolOf: (object) => textOf(object, 'specifiekeSymbolisatie') ?? symbols.get(object.id),
  }
}

/** Areas of the very same geometries share a layer, which names them all; a norm with values has one of its own. */
function plansOf(objects: readonly OwObject[], places: Places): LayerPlan[] {
  const areas = objects.filter((object) => object.kind === 'Gebiedsaanwijzing' && places.of(object).size > 0)
  const alike = Map.groupBy(areas, (area) => [...places.of(area)].sort().join(' '))
  const plans: LayerPlan[] = [...alike.values()].map((subjects) => ({
    kind: 'area',
    subjects,
    geometries: places.of(subjects[0] as OwObject),
    values: new Map(),
  }))
  for (const norm of objects) {
    if (norm.kind !== 'Omgevingsnorm' && norm.kind !== 'Omgevingswaarde') continue
    const values = new Map<string, string>()
    for (const object of objects) {
      const value = object.kind === 'Normwaarde' && object.parent === norm ? normValue(object) : undefined
      if (value !== undefined) for (const place of places.of(object)) if (!values.has(place)) values.set(place, value)
    }
    if (values.size > 0) plans.push({ kind: 'norm', subjects: [norm], geometries: new Set(values.keys()), values })
  }
  return plans
}

function symbolsOf(objects: readonly OwObject[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { kind, references, texts } of objects) {
    const code = texts.get('symboolcode')?.[0]
    if (kind === 'SymbolisatieItem' && code) for (const { to } of references) found.set(to, code)
  }
  return found
}

function add<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item)
}
