/** From the filters in the address to what the API is asked, and to what is kept of the contributions of this device. */
import type { ContributionFeature } from '#contract/contribution.ts'
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import type { Address } from '../address.ts'

export type Filter = Pick<Address, 'kinds' | 'themes' | 'outcomes' | 'words' | 'village' | 'zone'>

export const noFilter: Filter = { kinds: [], themes: [], outcomes: [], words: '', village: null, zone: null }

/** How many filters are on: each chosen theme, kind and outcome, the words, the village and the zone. */
export const countFilters = (filter: Filter): number =>
  filter.kinds.length +
  filter.themes.length +
  filter.outcomes.length +
  (filter.words === '' ? 0 : 1) +
  (filter.village === null ? 0 : 1) +
  (filter.zone === null ? 0 : 1)

function append(query: URLSearchParams, filter: Filter): void {
  if (filter.kinds.length > 0) query.set('kind', filter.kinds.join(','))
  if (filter.themes.length > 0) query.set('theme', filter.themes.join(','))
  if (filter.outcomes.length > 0) query.set('outcome', filter.outcomes.join(','))
  if (filter.village !== null) query.set('village', filter.village)
  if (filter.zone !== null) query.set('zone', filter.zone)
  if (filter.words !== '') query.set('q', filter.words)
}

/** The query of `GET /collections/{consultation}/items`. Bounds in degrees, rounded to about a metre. */
export function itemsQuery(filter: Filter, bounds: BBox | null, limit: number): URLSearchParams {
  const query = new URLSearchParams()
  if (bounds) query.set('bbox', bounds.map((degrees) => degrees.toFixed(5)).join(','))
  append(query, filter)
  query.set('limit', String(limit))
  return query
}

/** The address of the download: everything, or what the filter leaves. */
export function downloadHref(consultation: string, filter: Filter): string {
  const query = new URLSearchParams({ f: 'geojson' })
  append(query, filter)
  return `/api/v1/consultations/${encodeURIComponent(consultation)}/download?${query}`
}

export const contains = (outer: BBox, inner: BBox): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]

const within = (bounds: BBox, [lng, lat]: Position): boolean =>
  lng >= bounds[0] && lng <= bounds[2] && lat >= bounds[1] && lat <= bounds[3]

/** Every position of a geometry, one after the other. */
function positions(geometry: Geometry): Position[] {
  const flat = (value: readonly unknown[]): Position[] =>
    typeof value[0] === 'number' ? [value as Position] : value.flatMap((part) => flat(part as readonly unknown[]))
  return flat(geometry.coordinates)
}

/** The smallest box around a geometry. */
export function boundsOf(geometry: Geometry): BBox {
  const all = positions(geometry)
  const lngs = all.map(([lng]) => lng)
  const lats = all.map(([, lat]) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

export const middle = ([west, south, east, north]: BBox): Position => [(west + east) / 2, (south + north) / 2]

/** Whether a contribution of this device belongs in the list: the same rules as the API's, on the few that it may not hold yet. */
export function matches(feature: ContributionFeature, filter: Filter, bounds: BBox | null): boolean {
  const { kind, themes, outcome, village, title, description, zoneLayers, zoneIds } = feature.properties
  const text = `${title} ${description}`.toLowerCase()
  return (
    (filter.kinds.length === 0 || filter.kinds.includes(kind)) &&
    (filter.themes.length === 0 || themes.some((theme) => filter.themes.includes(theme))) &&
    (filter.outcomes.length === 0 || filter.outcomes.includes(outcome)) &&
    (filter.village === null || filter.village === village) &&
    (filter.zone === null || zoneLayers.some((layer, index) => `${layer}/${zoneIds[index]}` === filter.zone)) &&
    filter.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (bounds === null || (feature.geometry !== null && positions(feature.geometry).some((position) => within(bounds, position))))
  )
}
