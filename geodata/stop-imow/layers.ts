/**
 * Divides the Locaties of a delivery into layers: one for each gebiedsaanwijzing (areas of the same Locaties share one, which names them all), one for each norm
 * that has values, and for what is left of a GIO one by its name. A layer is given as soon as all its Locaties were read.
 */
import type { LayerStyle, SourceLayer, SourceZone } from '../importer.ts'
import { byKind } from '../kinds.ts'
import type { Report } from '../report.ts'
import { classed } from './classes.ts'
import type { Gio, Located } from './gio.ts'
import type { LayerPlan, OwLinks } from './ow-links.ts'
import { owStyle, titleOfPlan } from './ow-style.ts'

/** A GIO as its metadata and its file name it. */
export interface GioSource {
  readonly title: string
  /** Name of the file without folder and extension. */
  readonly file: string
  /** Of a sidecar; goes before what the objects say. */
  readonly style: LayerStyle | undefined
}

interface Draft {
  readonly plan: LayerPlan | undefined
  readonly parts: { readonly located: Located; readonly source: GioSource }[]
  readonly works: Set<string>
  /** Ids of geometries still to come. */
  readonly missing: Set<string>
  /** What the GIO itself calls its values. */
  norm: string | undefined
}

export class LayerDivision {
  readonly #links: OwLinks
  readonly #report: Report
  readonly #open = new Map<LayerPlan, Draft>()
  /** How many Locaties each GIO has, by file: a layer of all of them keeps its name. */
  readonly #sizes = new Map<string, number>()

  constructor(links: OwLinks, report: Report) {
    this.#links = links
    this.#report = report
  }

  /** @returns the layers that are complete with this GIO */
  add(gio: Gio, source: GioSource): SourceLayer[] {
    this.#sizes.set(source.file, gio.located.length)
    const touched = new Set<Draft>()
    const rest = draftOf(undefined)
    for (const located of gio.located) {
      const plans = this.#links.plansOf(located.geometry)
      const drafts = plans.length > 0 ? plans.map((plan) => this.#draft(plan)) : [rest]
      for (const draft of drafts) {
        draft.parts.push({ located, source })
        if (gio.work !== undefined) draft.works.add(gio.work)
        if (located.value !== undefined) draft.norm ??= gio.norm
        if (located.geometry !== undefined) draft.missing.delete(located.geometry)
        touched.add(draft)
      }
    }
    const complete = [...touched].filter((draft) => draft.missing.size === 0)
    for (const { plan } of complete) if (plan) this.#open.delete(plan)
    return complete.flatMap((draft) => this.#layers(draft))
  }

  /** Layers of which a Locatie never came. */
  rest(): SourceLayer[] {
    const left = [...this.#open.values()]
    this.#open.clear()
    return left.flatMap((draft) => this.#layers(draft))
  }

  #draft(plan: LayerPlan): Draft {
    const found = this.#open.get(plan) ?? draftOf(plan)
    this.#open.set(plan, found)
    return found
  }

  /** The draft's areas, lines and points: a layer each, described by what is said of those. */
  #layers(draft: Draft): SourceLayer[] {
    const ids = new Map<string, number>()
    const [first] = draft.parts
    if (!first) return []
    const { title, file, style: given } = first.source
    const geometryOf = new Map<SourceZone, string | undefined>()
    for (const [index, { located, source }] of draft.parts.entries())
      geometryOf.set(this.#zone(draft, located, source, unique(ids, located, index)), located.geometry)
    const ofGio = draft.parts.every(({ source }) => source === first.source) && draft.parts.length === this.#sizes.get(file)
    const name = ofGio && draft.plan?.kind !== 'norm' ? title : (titleOfPlan(draft.plan) ?? title)
    return byKind({ name, file, zones: [...geometryOf.keys()], gios: [...draft.works] }).map((layer) => {
      const geometries = layer.zones.map((zone) => geometryOf.get(zone))
      const style = owStyle({ plan: draft.plan, geometries, title, norm: draft.norm }, this.#links, this.#report)
      const { zones, legend } = classed(layer.zones)
      return { ...layer, zones, style: { ...style, ...(legend.length > 0 ? { legend } : {}), ...given } }
    })
  }

  #zone(draft: Draft, located: Located, source: GioSource, id: string): SourceZone {
    const { passages, names } = this.#links.of(located.geometry)
    const value = (located.geometry === undefined ? undefined : draft.plan?.values.get(located.geometry)) ?? located.value
    return {
      id,
      title: located.name ?? names[0] ?? source.title,
      ...(value === undefined ? {} : { value }),
      passages,
      geometry: located.shape,
      properties: { gio: [...draft.works].join(' ') || null },
    }
  }
}

function draftOf(plan: LayerPlan | undefined): Draft {
  return { plan, parts: [], works: new Set(), missing: new Set(plan?.geometries), norm: undefined }
}

/** The geometry's id, with a number behind it when the layer has it already. */
function unique(ids: Map<string, number>, { geometry }: Located, index: number): string {
  const id = geometry ?? `${index + 1}`
  const times = (ids.get(id) ?? 0) + 1
  ids.set(id, times)
  return times === 1 ? id : `${id}-${times}`
}
