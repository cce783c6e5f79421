/** What panels and map tell one another: what is selected, marked or being placed, what the map shows, how high the sheet stands. */
import { type Accessor, createContext, createSignal, type Setter, useContext } from 'solid-js'
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import type { LooksOfPin, MapCommands, Placing, ZoneRefOnMap, ZonesInView } from '../map/port.ts'

/** Heights of the sheet on a phone: its heading only, half the screen, all of it. */
export const sheetHeights = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof sheetHeights)[number]

interface Selection {
  readonly id: string
  readonly geometry: Geometry | null
  readonly looks?: LooksOfPin
}

export interface Desk {
  /** Undefined until the map has loaded, or for good where it cannot. */
  readonly commands: Accessor<MapCommands | undefined>
  readonly setCommands: Setter<MapCommands | undefined>
  /** What the map shows now; undefined until it has loaded. */
  readonly bounds: Accessor<BBox | undefined>
  readonly setBounds: Setter<BBox | undefined>
  /** Which layers have something in view, with which values; undefined until the map has come to rest. */
  readonly zones: Accessor<ZonesInView | undefined>
  readonly setZones: Setter<ZonesInView | undefined>
  readonly selected: Accessor<Selection | null>
  readonly setSelected: Setter<Selection | null>
  readonly spot: Accessor<Position | null>
  readonly setSpot: Setter<Position | null>
  readonly placing: Accessor<Placing | null>
  readonly setPlacing: Setter<Placing | null>
  /** A zone that the panel speaks of, to be drawn thick. */
  readonly zone: Accessor<ZoneRefOnMap | null>
  readonly setZone: Setter<ZoneRefOnMap | null>
  /** The contribution that was open last: going back to the list puts the focus on it. */
  readonly opened: Accessor<string | null>
  readonly setOpened: Setter<string | null>
  readonly sheet: Accessor<SheetHeight>
  readonly setSheet: Setter<SheetHeight>
}

export function createDesk(): Desk {
  const [commands, setCommands] = createSignal<MapCommands>()
  const [bounds, setBounds] = createSignal<BBox>()
  const [zones, setZones] = createSignal<ZonesInView>()
  const [selected, setSelected] = createSignal<Selection | null>(null)
  const [spot, setSpot] = createSignal<Position | null>(null)
  const [placing, setPlacing] = createSignal<Placing | null>(null)
  const [zone, setZone] = createSignal<ZoneRefOnMap | null>(null)
  const [opened, setOpened] = createSignal<string | null>(null)
  const [sheet, setSheet] = createSignal<SheetHeight>('half')
  return {
    commands,
    setCommands,
    bounds,
    setBounds,
    zones,
    setZones,
    selected,
    setSelected,
    spot,
    setSpot,
    placing,
    setPlacing,
    zone,
    setZone,
    opened,
    setOpened,
    sheet,
    setSheet,
  }
}

export const DeskContext = createContext<Desk>()

/** Undefined on pages without a map. */
export const useDesk = (): Desk | undefined => useContext(DeskContext)
