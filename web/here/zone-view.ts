/** A zone as the panel, a contribution and the form show it: what lies at a place now, or what was joined when somebody wrote. */
import type { Catalogue, Document, Layer, Zone } from '#contract/catalogue.ts'
import type { ZoneRef } from '#contract/contribution.ts'
import type { CategoryId } from '#contract/vocabulary.ts'

export interface ZoneView {
  /** `{layer}/{id}`: how addresses and counters name it. */
  readonly name: string
  readonly layer: string
  readonly id: string
  readonly title: string
  /** Title of its layer, where that says more. */
  readonly layerTitle: string | undefined
  readonly type: string | undefined
  /** Main line of the vision. */
  readonly group: string | undefined
  readonly looks: Pick<Layer, 'geometry' | 'hatch' | 'colour'>
  /** Part of the line or area that lies in it, 0–1. */
  readonly share: number | undefined
  /** `wId`s of passages that may govern it; its text knows which of these really do (`passages.ts`). */
  readonly passages: readonly string[]
  readonly link: string | undefined
  /** Undefined where the catalogue no longer holds it. */
  readonly category: CategoryId | undefined
  readonly document: Document | undefined
  readonly documentTitle: string
  /** The version it was found or joined in. */
  readonly version: string
  readonly date: string | undefined
  /** m² of such a zone, or Infinity where that is not known: the smaller, the more it says about just this place. */
  readonly size: number
  /** It covers nearly all that its document is about, so it says little about this place. */
  readonly wide: boolean
}

/** From this part of the largest layer on, a layer of one zone lies nearly everywhere. */
const nearlyAll = 0.6
/** The largest layer tells how large the work area is only when it fills so much of the document's box. */
const fillsBox = 0.4
const metresPerDegree = 111_320

/** A document's own extent in m², as far as its layers tell. */
function extentOf({ layers, bounds: [west, south, east, north] }: Document): number {
  const largest = Math.max(0, ...layers.map((layer) => layer.area ?? 0))
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const box = (east - west) * (north - south) * narrowing * metresPerDegree ** 2
  return layers.length > 2 && largest > box * fillsBox ? largest : Number.POSITIVE_INFINITY
}

interface Found {
  readonly layer: Layer
  readonly document: Document
}

function find(catalogue: Catalogue | undefined, id: string): Found | undefined {
  for (const document of catalogue?.documents ?? []) {
    const layer = document.layers.find((one) => one.id === id)
    if (layer) return { layer, document }
  }
  return undefined
}

const grey = '#80796c'

function spread(found: Found | undefined): Pick<ZoneView, 'size' | 'wide'> {
  const { area, zones } = found?.layer ?? {}
  if (!found || area === undefined || !zones) return { size: Number.POSITIVE_INFINITY, wide: false }
  return { size: area / zones, wide: zones === 1 && area >= extentOf(found.document) * nearlyAll }
}

/** What `GET /zones` found at a place. */
export function viewOfZone(zone: Zone, catalogue: Catalogue | undefined): ZoneView {
  const found = find(catalogue, zone.layer)
  return {
    name: `${zone.layer}/${zone.id}`,
    layer: zone.layer,
    id: zone.id,
    title: zone.title,
    layerTitle: zone.layerTitle === zone.title ? undefined : zone.layerTitle,
    type: zone.type,
    group: zone.group,
    looks: { geometry: found?.layer.geometry ?? 'polygon', hatch: found?.layer.hatch ?? false, colour: zone.colour },
    share: zone.share,
    passages: zone.passages ?? [],
    link: zone.link,
    category: zone.category,
    document: found?.document,
    documentTitle: zone.documentTitle,
    version: zone.version,
    date: zone.date,
    ...spread(found),
  }
}

/** What was joined to a contribution. Its date is that of its version, where that is still the catalogue's. */
export function viewOfRef(ref: ZoneRef, catalogue: Catalogue | undefined): ZoneView {
  const found = find(catalogue, ref.layer)
  const current = found?.document.version === ref.version ? found.document.date : undefined
  return {
    name: `${ref.layer}/${ref.id}`,
    layer: ref.layer,
    id: ref.id,
    title: ref.title,
    layerTitle: found === undefined || found.layer.title === ref.title ? undefined : found.layer.title,
    type: found?.layer.type,
    group: found?.layer.group,
    looks: found?.layer ?? { geometry: 'polygon', hatch: false, colour: grey },
    share: ref.share,
    passages: found?.layer.passages ?? [],
    link: undefined,
    category: found?.document.category,
    document: found?.document,
    documentTitle: found?.document.title ?? ref.layer.slice(0, Math.max(0, ref.layer.lastIndexOf('.'))),
    version: ref.version,
    date: ref.date ?? current,
    ...spread(found),
  }
}
