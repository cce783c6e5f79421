/** The layers that are on, and every way to change them. The address holds them. */
import { createMemo } from 'solid-js'
import { useAddress } from '../address.ts'
import type { LayerState } from '../map/port.ts'
import { texturesOf } from '../map/textures.ts'
import { useConsultation } from '../session/consultation.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { toast } from '../ui/toast.tsx'
import { kept } from './compare-sides.ts'
import { findLayer, isOn, layersOn, limited, toggleLayer } from './layer-order.ts'
import { layersAtMost, setLayersAtMost } from './layers-at-most.ts'

/** Ids in the order in which they were switched on in this window. */
let since: readonly string[] = []

export function useLayers() {
  const t = useText(plan)
  const { consultation, catalogue } = useConsultation()
  const { address, change } = useAddress()
  const layers = createMemo(() => layersOn(address(), consultation().layers))
  const textures = createMemo(() => texturesOf(layers(), catalogue().data()))
  const titleOf = (id: string) => findLayer(catalogue().data(), id)?.layer.title ?? id

  const set = (next: readonly LayerState[]) => {
    const { compare } = address()
    change({ layers: next, ...(compare && { compare: kept(compare, layers(), next) }) })
  }
  /** Switches off what is too much, says so, and offers the way back. */
  const setWithin = (next: readonly LayerState[], atMost: number) => {
    const { layers: before, compare } = address()
    const { list, off } = limited(next, atMost, since)
    set(list)
    if (off.length === 0) return
    const wasAtMost = layersAtMost()
    toast(t().tooMany(atMost, off.map(titleOf)), {
      label: t().takeBack,
      run: () => {
        setLayersAtMost(wasAtMost)
        change({ layers: before, compare })
      },
    })
  }
  return {
    layers,
    /** How the map fills each of them. */
    textures,
    /** Another order or opacity. */
    set,
    toggle: (id: string) => {
      if (isOn(layers(), id)) return set(toggleLayer(layers(), id))
      since = [...since.filter((one) => one !== id), id]
      setWithin(toggleLayer(layers(), id), layersAtMost())
    },
    /** Null: those with which the consultation begins. */
    reset: (list: readonly LayerState[] | null) => {
      const before = address()
      change({ layers: list, compare: null })
      if (list?.length === 0)
        toast(t().allAreOff, {
          label: t().takeBack,
          run: () => change({ layers: before.layers, compare: before.compare }),
        })
    },
    /** Another number at most: takes effect at once. */
    limit: (count: number) => {
      setWithin(layers(), count)
      setLayersAtMost(count)
    },
  }
}
