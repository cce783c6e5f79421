/** The contributions that lie in the zones that a passage governs: how many in each, from the counters, and the newest themselves. */
import type { ContributionFeature } from '#contract/contribution.ts'
import type { ZoneCount } from '#contract/zone-count.ts'
import { api } from '../api.ts'
import type { GovernedLayer } from './governed.ts'

export interface ZoneContributions {
  /** Zones that hold any, the fullest first. */
  readonly counts: readonly ZoneCount[]
  /** The newest of the fullest zones, each once. */
  readonly features: readonly ContributionFeature[]
  /** There are more than these. */
  readonly more: boolean
}

/** Zones and layers that one question may name. */
const mostZones = 100
const mostLayers = 10
/** Contributions are fetched for so many zones, so many of each. */
const fetchedZones = 5
const fetchedEach = 50

const inSlices = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

/** A comma parts zones in a list, so within a name it is escaped. */
const listed = (layer: string, zone: string): string => `${layer}/${zone}`.replaceAll('%', '%25').replaceAll(',', '%2C')

/** The questions to `zone-counts`: whole layers by their name, single zones one by one. */
export function countQueries(governed: readonly GovernedLayer[]): URLSearchParams[] {
  const layers = governed.filter((one) => one.zones === undefined).map(({ layer }) => layer.id)
  const zones = governed.flatMap(({ layer, zones: some = [] }) => some.map((zone) => listed(layer.id, zone)))
  return [
    ...inSlices(layers, mostLayers).map((some) => new URLSearchParams({ layer: some.join(',') })),
    ...inSlices(zones, mostZones).map((some) => new URLSearchParams({ zone: some.join(',') })),
  ]
}

const newestFirst = (a: ContributionFeature, b: ContributionFeature) =>
  b.properties.createdAt.localeCompare(a.properties.createdAt)

/** @throws {ApiProblem | Offline} */
export async function contributionsIn(
  consultation: string,
  governed: readonly GovernedLayer[],
  signal: AbortSignal,
): Promise<ZoneContributions> {
  const answers = await Promise.all(countQueries(governed).map((query) => api.zoneCountsBy(consultation, query, signal)))
  const counts = answers
    .flatMap((answer) => answer.zones)
    .filter((zone) => zone.contributions > 0)
    .sort((a, b) => b.contributions - a.contributions)
  const fullest = counts.slice(0, fetchedZones)
  const pages = await Promise.all(
    fullest.map(({ layer, id }) =>
      api.items(consultation, new URLSearchParams({ zone: `${layer}/${id}`, limit: String(fetchedEach) }), signal),
    ),
  )
  const features = new Map(pages.flatMap((page) => page.features).map((feature) => [feature.id, feature]))
  return {
    counts,
    features: [...features.values()].sort(newestFirst),
    more: counts.length > fullest.length || fullest.some((zone) => zone.contributions > fetchedEach),
  }
}

export interface CountedZone {
  readonly id: string
  readonly title: string
  readonly contributions: number
}

/** Zones listed below their layer. */
const listedZones = 12

/**
 * What is listed below a layer: the zones that a passage governs one by one; of a whole layer of several, those that hold anything.
 * A zone without a known title is left to the number of its layer.
 */
export function countedZones({ layer, zones, titles }: GovernedLayer, found: ZoneContributions | undefined): CountedZone[] {
  const own = (found?.counts ?? []).filter((zone) => zone.layer === layer.id)
  const count = (id: string) => own.find((zone) => zone.id === id)?.contributions ?? 0
  const told = new Map(
    (found?.features ?? []).flatMap(({ properties }) => properties.zoneIds.map((id, i) => [id, properties.zoneTitles[i]])),
  )
  if (zones === undefined && layer.zones === 1) return []
  const ids = zones ?? own.map((zone) => zone.id)
  return ids
    .map((id, i) => ({ id, title: (zones && titles?.[i]) ?? told.get(id) ?? '', contributions: count(id) }))
    .filter((zone) => zone.title !== '' && zone.title !== layer.title)
    .slice(0, listedZones)
}
