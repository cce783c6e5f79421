/**
 * What this device knows better than the tiles for a while: its own contributions, just sent, edited, moved or withdrawn. Tiles and
 * clusters come after them by seconds, through caches by half a minute; until then they are drawn from here, and taken out of what
 * tiles draw and count, so that each is seen at once and never twice.
 */
import { spotOf } from '#domain/anchor.ts'
import { quadkeyOf } from '#domain/quadkey.ts'
import { type Mix, type MixName, mixName, themeSet } from '#domain/theme-set.ts'
import type { OwnOnMap } from './port.ts'

/** Milliseconds that this device's own knowledge stands above the tiles': the shared caches' 30 s, and the map's own refresh. */
export const freshFor = 60_000
/** Milliseconds after which a cluster that was not seen before is trusted to count a change: counters follow within seconds. */
const settled = 5000

/** Where and as what a contribution is counted in the cells of tiles. */
export interface Counted {
  /** Quadkey of the level of points. */
  readonly spot: string
  readonly name: MixName
}

/** Null for what no cell counts: without a place, or not public. */
export function countedOf({ geometry, properties, published }: Omit<OwnOnMap, 'id' | 'version'>): Counted | null {
  if (geometry === null || !published) return null
  return { spot: quadkeyOf(spotOf(geometry)), name: mixName(properties.kind, themeSet(properties.themes)) }
}

/** A contribution drawn by the page itself, and what cells may count for it: before its last change and after. */
export interface Apart {
  readonly id: string
  readonly before: Counted | null
  readonly after: Counted | null
  /** When the change was made, by the clock that `withoutApart` is given. */
  readonly since: number
  /** What cells counted just before the change, as far as they had been seen. */
  readonly seen: ReadonlyMap<string, Mix>
}

/** A cell's mix without the contributions that are drawn apart, as far as it counts them by now. */
export function withoutApart(cell: string, mix: Mix, all: readonly Apart[], now: number): Mix {
  const left: Record<MixName, number> = { ...mix }
  for (const { before, after, since, seen } of all) {
    const was = before?.spot.startsWith(cell) ? before.name : null
    const is = after?.spot.startsWith(cell) ? after.name : null
    const then = was === is ? undefined : seenIn(cell, seen)
    /** Changed since, as far as can be told: the count has moved, or it has had the time to. */
    const hasMoved = (name: MixName, way: 1 | -1) =>
      then ? ((mix[name] ?? 0) - (then[name] ?? 0)) * way > 0 : now - since >= settled
    if (was === is) take(is)
    else {
      if (was !== null && !hasMoved(was, -1)) take(was)
      if (is !== null && hasMoved(is, 1)) take(is)
    }
  }
  function take(name: MixName | null): void {
    if (name !== null && (left[name] ?? 0) > 0) left[name] = (left[name] ?? 0) - 1
  }
  return left
}

/** Digits that a cell's quadkey is longer than its tile's, at least (clusterDepth, functions/store/tile.ts). */
const below = 3

/** What a cell counted when it was seen: nothing, where others of its tile were seen and it was not among them; undefined: not seen. */
function seenIn(cell: string, seen: ReadonlyMap<string, Mix>): Mix | undefined {
  const known = seen.get(cell)
  if (known) return known
  const around = cell.slice(0, -below)
  for (const key of seen.keys()) if (key.length === cell.length && key.startsWith(around)) return {}
  return undefined
}

interface Known {
  readonly version: string
  readonly counted: Counted | null
}

export interface FreshOwn {
  /** Tells what this device has now. `seen`: what the cells of tiles counted until now. */
  update(own: readonly OwnOnMap[], seen: ReadonlyMap<string, Mix>): void
  /** Changes that tiles may not show yet. */
  list(): readonly Apart[]
  /** When the next of them will be old; null: there is none. */
  end(): number | null
}

/** @param now milliseconds of a clock that only goes forward @param date milliseconds since 1970, to judge what an earlier visit left */
export function createFreshOwn(now: () => number, date: () => number): FreshOwn {
  const fresh = new Map<string, Apart>()
  let known: Map<string, Known> | undefined
  const sweep = () => {
    for (const [id, { since }] of fresh) if (now() - since >= freshFor) fresh.delete(id)
  }
  return {
    update(own, seen) {
      const next = new Map(own.map((one) => [one.id, { version: one.version, counted: countedOf(one) }]))
      for (const { id, version } of own) {
        const before = known?.get(id)
        const after = next.get(id)?.counted ?? null
        if (before?.version === version) continue
        // What an earlier visit left is as old as it says, if clocks agree, and in no case from the future.
        const age = known ? 0 : Math.max(0, date() - Date.parse(version))
        if (age < freshFor || Number.isNaN(age)) {
          const first = fresh.get(id)
          fresh.set(id, {
            id,
            before: first ? first.before : (before?.counted ?? null),
            after,
            since: now() - (age || 0),
            seen: first?.seen ?? new Map(seen),
          })
        }
      }
      for (const [id, { counted }] of known ?? [])
        if (!next.has(id)) fresh.set(id, { id, before: counted, after: null, since: now(), seen: new Map(seen) })
      known = next
    },
    list() {
      sweep()
      return [...fresh.values()]
    },
    end() {
      sweep()
      const times = [...fresh.values()].map(({ since }) => since + freshFor)
      return times.length === 0 ? null : Math.min(...times)
    },
  }
}
