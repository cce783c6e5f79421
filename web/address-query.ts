/**
 * What an address says and how it is written: view, filters, layers and language, kept nowhere else, so that every address can be
 * shared. address.ts ties it to the router.
 */
import type { Position } from '#contract/geometry.ts'
import { type KindId, kindIds } from '#contract/kinds/registry.ts'
import { type ThemeId, themeIds } from '#contract/themes.ts'
import { type OutcomeId, outcomeIds } from '#contract/vocabulary.ts'
import type { LayerState, MapView } from './map/port.ts'
import { type LanguageId, languageIds } from './text/index.ts'

export interface Address {
  /** Null: the map fits the consultation's area. */
  readonly view: MapView | null
  /** Empty: all. */
  readonly kinds: readonly KindId[]
  readonly themes: readonly ThemeId[]
  readonly outcomes: readonly OutcomeId[]
  /** Words that title or text must hold. */
  readonly words: string
  readonly village: string | null
  /** Only what lies in this zone: `{layer}/{id}`. */
  readonly zone: string | null
  /** Null: the layers that the consultation switches on at first. The first lies on top. */
  readonly layers: readonly LayerState[] | null
  /** "Compare two": ids of the layers on either side; one that is on neither list lies on both sides. */
  readonly compare: { readonly left: readonly string[]; readonly right: readonly string[] } | null
  /** The place that "Wat geldt hier?" and a new contribution start from. */
  readonly at: Position | null
  /** Words that are looked for in the document that is being read. */
  readonly find: string
  /** The text that is open in "Wat geldt hier?", or beside a contribution. */
  readonly opened: Opened | null
  readonly language: LanguageId
}

/** A zone whose text is open, and the passage of it; null: the one that says most. */
export interface Opened {
  /** `{layer}/{id}` */
  readonly zone: string
  readonly passage: string | null
}

export const paths = {
  home: '/',
  map: (consultation: string) => `/consultations/${consultation}`,
  contribution: (consultation: string, id: string) => `/consultations/${consultation}/contributions/${id}`,
  edit: (consultation: string, id: string) => `/consultations/${consultation}/contributions/${id}/edit`,
  contribute: (consultation: string) => `/consultations/${consultation}/contribute`,
  layers: (consultation: string) => `/consultations/${consultation}/layers`,
  zones: (consultation: string) => `/consultations/${consultation}/zones`,
  /** One spot of the map as a list; the spot is a quadkey. */
  spot: (consultation: string, cell: string) => `/consultations/${consultation}/spots/${cell}`,
  list: (consultation: string) => `/consultations/${consultation}/list`,
  about: (consultation: string) => `/consultations/${consultation}/about`,
  documents: (consultation: string) => `/consultations/${consultation}/documents`,
  document: (consultation: string, document: string) =>
    `/consultations/${consultation}/documents/${encodeURIComponent(document)}`,
  /** One passage of a document's text, by its id there. */
  passage: (consultation: string, document: string, passage: string) =>
    `/consultations/${consultation}/documents/${encodeURIComponent(document)}/${encodeURIComponent(passage)}`,
  accessibility: '/accessibility',
  privacy: '/privacy',
  contact: '/contact',
} as const

/** Longest search text that the API takes, in characters. */
export const maxWords = 100
const maxLayers = 50
/** As long as the API takes. */
const zonePattern = /^[^/]+\/.{1,200}$/
const longestPassage = 300
const idPattern = /^[\w.-]{1,120}$/

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

function numbers(text: string | null, separator: string, count: number): number[] | null {
  if (text === null) return null
  const parts = text.split(separator)
  const values = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  return values.length === count && values.every(Number.isFinite) ? values : null
}

const onEarth = (lng: number, lat: number) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90

function readView(text: string | null): MapView | null {
  const [zoom, lat, lng] = numbers(text, '/', 3) ?? []
  if (zoom === undefined || lat === undefined || lng === undefined || !onEarth(lng, lat) || zoom < 0 || zoom > 24) return null
  return { zoom, lat, lng }
}

function readPosition(text: string | null): Position | null {
  const [lng, lat] = numbers(text, ',', 2) ?? []
  return lng !== undefined && lat !== undefined && onEarth(lng, lat) ? [lng, lat] : null
}

function readIds<T extends string>(text: string | null, known: readonly T[]): T[] {
  const wanted = new Set((text ?? '').split(','))
  return known.filter((id) => wanted.has(id))
}

const readZone = (text: string | null): string | null =>
  text !== null && text.length <= 300 && zonePattern.test(text) ? text : null

function readOpened(open: string | null, passage: string | null): Opened | null {
  const zone = readZone(open)
  return zone === null ? null : { zone, passage: passage === null || passage === '' ? null : passage.slice(0, longestPassage) }
}

function readLayers(text: string | null): LayerState[] | null {
  if (text === null) return null
  const found = new Map<string, LayerState>()
  for (const part of text.split(',').slice(0, maxLayers)) {
    const [id = '', percent = '100'] = part.split(':')
    const value = Number(percent)
    if (!idPattern.test(id) || !Number.isFinite(value)) continue
    if (!found.has(id)) found.set(id, { id, opacity: Math.min(1, Math.max(0, Math.round(value) / 100)) })
  }
  return [...found.values()]
}

/** `left~right`, each a list of ids: a tilde needs no escaping, and no id holds one. */
function readCompare(text: string | null): Address['compare'] {
  const [left, right, ...more] = (text ?? '').split('~')
  if (left === undefined || right === undefined || more.length > 0) return null
  const idsOf = (list: string) => [...new Set(list.split(',').filter((id) => idPattern.test(id)))].slice(0, maxLayers)
  return { left: idsOf(left), right: idsOf(right) }
}

/** What is not understood is left out: an address is never an error. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const village = query.get('village')
  const language = query.get('lang')
  return {
    view: readView(query.get('view')),
    kinds: readIds(query.get('kind'), kindIds),
    themes: readIds(query.get('theme'), themeIds),
    outcomes: readIds(query.get('outcome'), outcomeIds),
    words: (query.get('q') ?? '').trim().slice(0, maxWords),
    village: village !== null && idPattern.test(village) ? village : null,
    layers: readLayers(query.get('layers')),
    compare: readCompare(query.get('compare')),
    at: readPosition(query.get('at')),
    find: (query.get('find') ?? '').trim().slice(0, maxWords),
    zone: readZone(query.get('zone')),
    opened: readOpened(query.get('open'), query.get('passage')),
    language: languageIds.find((id) => id === language) ?? 'nl',
  }
}

/** The query of an address, with its `?`, or an empty text. Commas, colons and slashes stay readable. */
export function writeAddress(address: Address): string {
  const { view, at, layers, compare } = address
  const parts: (readonly [string, string])[] = []
  if (view) parts.push(['view', `${rounded(view.zoom, 2)}/${rounded(view.lat, 5)}/${rounded(view.lng, 5)}`])
  if (address.kinds.length > 0) parts.push(['kind', address.kinds.join(',')])
  if (address.themes.length > 0) parts.push(['theme', address.themes.join(',')])
  if (address.outcomes.length > 0) parts.push(['outcome', address.outcomes.join(',')])
  if (address.words !== '') parts.push(['q', address.words])
  if (address.village !== null) parts.push(['village', address.village])
  if (address.zone !== null) parts.push(['zone', address.zone])
  if (layers !== null) {
    parts.push(['layers', layers.map((l) => (l.opacity === 1 ? l.id : `${l.id}:${Math.round(l.opacity * 100)}`)).join(',')])
  }
  if (compare) parts.push(['compare', `${compare.left.join(',')}~${compare.right.join(',')}`])
  if (at) parts.push(['at', `${rounded(at[0], 6)},${rounded(at[1], 6)}`])
  if (address.find !== '') parts.push(['find', address.find])
  if (address.opened) {
    parts.push(['open', address.opened.zone])
    if (address.opened.passage !== null) parts.push(['passage', address.opened.passage])
  }
  if (address.language !== 'nl') parts.push(['lang', address.language])
  const readable = (text: string) =>
    encodeURIComponent(text.toWellFormed()).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
  return parts.length === 0 ? '' : `?${parts.map(([name, value]) => `${name}=${readable(value)}`).join('&')}`
}
