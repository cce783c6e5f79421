/** Keeps what this device knows of its own contributions, and the one that is selected, in step with what tiles draw and count. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Mix } from '#domain/theme-set.ts'
import { cellsInTiles, pinsInTiles } from './contributions-on-map.ts'
import { type Apart, countedOf, createFreshOwn } from './own-on-map.ts'
import type { MapProps } from './port.ts'
import { sources } from './scene.ts'

export interface OwnInStep {
  /** Contributions that the page draws itself, so that cells must not count them too. */
  readonly apart: Accessor<readonly Apart[]>
  /** Ids of those whose pins in tiles may be old: they are not drawn. */
  readonly replaced: Accessor<ReadonlySet<string>>
  /** Ids of own contributions, and of the selected one, of which the loaded tiles hold the pin. */
  readonly pinned: Accessor<ReadonlySet<string>>
  /** Ids of own contributions that the loaded tiles count in a cluster. */
  readonly counted: Accessor<ReadonlySet<string>>
  /** What cells of tiles counted when they were last seen. */
  readonly seen: Map<string, Mix>
}

export function followOwn(map: MapLibreMap, page: MapProps): OwnInStep {
  const seen = new Map<string, Mix>()
  const known = createFreshOwn(
    () => performance.now(),
    () => Date.now(),
  )
  const [fresh, setFresh] = createSignal<readonly Apart[]>([])
  const [pinned, setPinned] = createSignal<ReadonlySet<string>>(new Set())
  const [counted, setCounted] = createSignal<ReadonlySet<string>>(new Set())

  let timer: ReturnType<typeof setTimeout> | undefined
  const step = () => {
    setFresh(known.list())
    clearTimeout(timer)
    const end = known.end()
    if (end === null) return
    timer = setTimeout(
      () => {
        step()
        map.refreshTiles(sources.tiles)
      },
      Math.max(0, end - performance.now()),
    )
  }
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on(
      () => page.own,
      (own) => {
        known.update(own, seen)
        step()
      },
    ),
  )

  /** Tiles had news while others were still on their way. */
  let due = false
  const look = () => {
    if (page.own.length === 0 && !page.selected) return
    due = !map.isSourceLoaded(sources.tiles)
    if (due) return
    setPinned(pinsInTiles(map))
    const cells = page.own.length === 0 ? [] : cellsInTiles(map)
    const inCell = page.own.filter((one) => {
      const spot = countedOf(one)?.spot
      return spot !== undefined && cells.some((cell) => spot.startsWith(cell))
    })
    setCounted(new Set(inCell.map(({ id }) => id)))
  }
  // As soon as the tiles hold a pin that the page draws itself, and no later: never two pins of one contribution.
  map.on('sourcedata', ({ sourceId }) => {
    if (sourceId === sources.tiles) look()
  })
  map.on('idle', () => {
    if (due) look()
  })
  createEffect(on(() => [page.selected?.id, page.own], look))

  const chosen = (): readonly Apart[] => {
    const { id, geometry, looks } = page.selected ?? {}
    if (!id || !geometry || !looks || fresh().some((one) => one.id === id)) return []
    const mine = page.own.find((one) => one.id === id)
    const is = countedOf({ geometry, properties: looks, published: mine?.published ?? true })
    return is ? [{ id, before: is, after: is, since: 0, seen }] : []
  }
  return {
    apart: createMemo(() => [...fresh(), ...chosen()]),
    replaced: createMemo(() => new Set(fresh().map(({ id }) => id))),
    pinned,
    counted,
    seen,
  }
}
