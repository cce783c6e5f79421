/** How many contributions lie in each of a list of zones: asked once the zones are known, a few addresses at most. */
import { type Accessor, createMemo } from 'solid-js'
import { api } from '../api.ts'
import { useConsultation } from '../session/consultation.ts'
import { createLoad } from '../session/load.ts'

/** Count by `{layer}/{id}`; undefined while it is not known. */
export type ZoneCounts = (name: string) => number | undefined

export function useZoneCounts(names: Accessor<readonly string[]>): ZoneCounts {
  const { consultation } = useConsultation()
  const asked = createMemo(() => (names().length === 0 ? undefined : JSON.stringify([...new Set(names())])))
  const load = createLoad(asked, async (list, signal) => {
    const zones = JSON.parse(list) as string[]
    const found = await Promise.all(
      zoneLists(zones).map((part) => api.zoneCountsBy(consultation().id, new URLSearchParams({ zone: part }), signal)),
    )
    return new Map<string, number>(
      found.flatMap((part) => part.zones.map((zone) => [`${zone.layer}/${zone.id}`, zone.contributions] as const)),
    )
  })
  return (name) => load.data()?.get(name)
}

/** Zones of one question, and characters of its address: every proxy takes 4,000. */
const mostZones = 100
const longestList = 3500

/** The `zone` parameters that together ask for all: a comma in a name is written as %2C. */
export function zoneLists(names: readonly string[]): string[] {
  const lists: string[][] = [[]]
  let length = 0
  for (const name of names) {
    const listed = name.replaceAll('%', '%25').replaceAll(',', '%2C')
    const own = encodeURIComponent(listed).length + 1
    if ((lists.at(-1)?.length ?? 0) >= mostZones || length + own > longestList) {
      lists.push([])
      length = 0
    }
    lists.at(-1)?.push(listed)
    length += own
  }
  return lists.filter((list) => list.length > 0).map((list) => list.join(','))
}
