/** The list beside the map: kept while panels come and go, so that going back finds it as it was left. */
import { type Accessor, createContext, createMemo, useContext } from 'solid-js'
import { useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import type { Desk } from '../session/desk.ts'
import { useCountText } from './count.ts'
import { createItems, type Items } from './items.ts'
import { contains } from './query.ts'

export interface ShownItems {
  readonly items: Items
  /** False: the list holds all of the area, also what lies nowhere on the map. */
  readonly inView: Accessor<boolean>
  /** "23 bijdragen in beeld" */
  readonly countText: Accessor<string>
}

export function createShownItems(desk: Desk): ShownItems {
  const { consultation } = useConsultation()
  const { address } = useAddress()
  /** A map that shows all of the area asks for all. */
  const bounds = createMemo(() => {
    const shown = desk.bounds()
    return shown === undefined || contains(shown, consultation().bounds) ? null : shown
  })
  const items = createItems(() => ({
    consultation: consultation().id,
    filter: address(),
    bounds: bounds(),
    published: consultation().totals.contributions,
  }))
  const inView = () => bounds() !== null
  return { items, inView, countText: useCountText(items, inView) }
}

export const ShownItemsContext = createContext<ShownItems>()

/** @throws when used outside the map's page */
export function useShownItems(): ShownItems {
  const shown = useContext(ShownItemsContext)
  if (!shown) throw new Error('useShownItems is used outside the map page')
  return shown
}
