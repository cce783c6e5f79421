import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LayerState } from '#web/map/port.ts'
import { layerMatches } from '#web/plan/layer-groups.ts'
import { isOn, moveLayer, setOpacity, toggleLayer } from '#web/plan/layer-order.ts'
import { peekPixels, settle } from '#web/ui/settle.ts'

const lists = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,6}$/), opacity: fc.constantFrom(0, 0.5, 1) }), {
  selector: (layer) => layer.id,
  minLength: 1,
  maxLength: 8,
})
const ids = (list: readonly LayerState[]) => list.map((layer) => layer.id)

describe('layers that are on', () => {
  test('moving keeps every layer, puts the moved one where it is asked and leaves the others in order', () => {
    fc.assert(
      fc.property(lists, fc.nat(7), fc.integer({ min: -3, max: 12 }), (list, which, to) => {
        const id = list[which % list.length]?.id ?? ''
        const moved = moveLayer(list, id, to)
        expect(ids(moved).indexOf(id)).toBe(Math.min(list.length - 1, Math.max(0, to)))
        expect(ids(moved).filter((one) => one !== id)).toEqual(ids(list).filter((one) => one !== id))
      }),
    )
  })

  test('switched on comes on top, switched off leaves the others alone', () => {
    const list = [{ id: 'a', opacity: 0.5 }]
    const both = toggleLayer(list, 'b')
    expect(both).toEqual([
      { id: 'b', opacity: 1 },
      { id: 'a', opacity: 0.5 },
    ])
    expect(isOn(both, 'a')).toBe(true)
    expect(toggleLayer(both, 'b')).toEqual(list)
  })

  test('opacity stays between 0 and 1, of that layer only', () => {
    const list = [
      { id: 'a', opacity: 0.5 },
      { id: 'b', opacity: 1 },
    ]
    expect(setOpacity(list, 'a', 1.7)).toEqual([
      { id: 'a', opacity: 1 },
      { id: 'b', opacity: 1 },
    ])
    expect(setOpacity(list, 'b', -1)[1]?.opacity).toBe(0)
  })

  test('is found by words of its title, its document or its government, in any case', () => {
    const found = {
      layer: { title: 'Kernrandzone', type: 'Ruimtelijk gebruik', legend: [] },
      document: { title: 'Omgevingsvisie', authority: 'Provincie Utrecht' },
    } as never
    expect(layerMatches(found, 'kernrand utrecht')).toBe(true)
    expect(layerMatches(found, 'kernrand zeeland')).toBe(false)
    expect(layerMatches(found, 'RUIMTELÍJK kern')).toBe(true)
  })
})

describe('a dragged sheet', () => {
  test('settles at the nearest height', () => {
    expect(settle(peekPixels + 30, 700, 0)).toBe('peek')
    expect(settle(330, 700, 0)).toBe('half')
    expect(settle(600, 700, 0)).toBe('full')
  })

  test('a flick takes it one step on', () => {
    expect(settle(360, 700, 1)).toBe('full')
    expect(settle(330, 700, -1)).toBe('peek')
  })
})
