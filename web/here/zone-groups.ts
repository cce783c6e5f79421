/** The zones of a place in the order in which they are read: vision before rules before zoning before reference, then document by document. */
import type { Document } from '#contract/catalogue.ts'
import { type CategoryId, categoryIds } from '#contract/vocabulary.ts'
import type { ZoneView } from './zone-view.ts'

export interface DocumentGroup {
  /** Names it among the others, also where the catalogue no longer holds it. */
  readonly key: string
  readonly title: string
  readonly document: Document | undefined
  readonly version: string
  readonly date: string | undefined
  /** What is only here, the smallest first. */
  readonly near: readonly ZoneView[]
  /** What lies nearly everywhere. */
  readonly wide: readonly ZoneView[]
}
export interface CategoryGroup {
  /** Undefined: of documents that the catalogue no longer holds. */
  readonly category: CategoryId | undefined
  readonly documents: readonly DocumentGroup[]
}

/** How an importer marks what later policy may have replaced. */
const superseded = 'mogelijk vervangen of vervallen'
export const isSuperseded = (title: string): boolean => title.includes(superseded)

export function zoneGroups(zones: readonly ZoneView[]): CategoryGroup[] {
  return [...categoryIds, undefined]
    .map((category) => ({ category, documents: documentsOf(zones.filter((zone) => zone.category === category)) }))
    .filter((group) => group.documents.length > 0)
}

function documentsOf(zones: readonly ZoneView[]): DocumentGroup[] {
  const byDocument = Map.groupBy(zones, (zone) => `${zone.document?.id ?? zone.documentTitle} ${zone.version}`)
  return [...byDocument]
    .map(([key, own]) => documentGroup(key, own))
    .sort((a, b) => Number(isSuperseded(a.title)) - Number(isSuperseded(b.title)))
}

function documentGroup(key: string, own: readonly ZoneView[]): DocumentGroup {
  const [first] = own
  const near = own.filter((zone) => !zone.wide)
  return {
    key,
    title: first?.documentTitle ?? '',
    document: first?.document,
    version: first?.version ?? '',
    date: first?.date,
    // Sorting is stable, so of equal size the document's own order stays.
    near: near.toSorted((a, b) => (a.size === b.size ? 0 : a.size - b.size)),
    wide: own.filter((zone) => zone.wide),
  }
}

/** Whether every word occurs in what is said of the zone. */
export function zoneMatches(zone: ZoneView, words: string): boolean {
  const text = plain([zone.title, zone.layerTitle, zone.type, zone.group, zone.documentTitle].join(' '))
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Lower case and without accents: nobody types the dots on "potentiële". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
