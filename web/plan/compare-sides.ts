/** "Compare two": which of the layers that are on lie left of the line, which right, and which on both sides. */
import type { Address } from '../address-query.ts'
import type { LayerState, Sides } from '../map/port.ts'
import { isOn } from './layer-order.ts'

type Compare = NonNullable<Address['compare']>
export const sides = ['left', 'both', 'right'] as const
export type Side = (typeof sides)[number]

/** A layer named on neither list lies on both sides. */
export function sideOf({ left, right }: Compare, id: string): Side {
  const [onLeft, onRight] = [left.includes(id), right.includes(id)]
  if (onLeft === onRight) return 'both'
  return onLeft ? 'left' : 'right'
}

export const sidesOf = (layers: readonly LayerState[], compare: Compare): Sides => ({
  left: layers.filter(({ id }) => sideOf(compare, id) !== 'right'),
  right: layers.filter(({ id }) => sideOf(compare, id) !== 'left'),
})

export function putOn(compare: Compare, id: string, side: Side): Compare {
  const without = (list: readonly string[]) => list.filter((one) => one !== id)
  return {
    left: side === 'left' ? [...without(compare.left), id] : without(compare.left),
    right: side === 'right' ? [...without(compare.right), id] : without(compare.right),
  }
}

/** The upper layer against all below it: left what lies on top. */
export const firstCompare = (layers: readonly LayerState[]): Compare => ({
  left: layers.slice(0, 1).map(({ id }) => id),
  right: layers.slice(1).map(({ id }) => id),
})

/** After layers went on or off: what is off is forgotten, what came on goes to the side that has fewer of its own. */
export function kept(compare: Compare, before: readonly LayerState[], after: readonly LayerState[]): Compare {
  const on = (list: readonly string[]) => list.filter((id) => isOn(after, id))
  let next: Compare = { left: on(compare.left), right: on(compare.right) }
  for (const { id } of after) {
    if (!isOn(before, id)) next = putOn(next, id, next.left.length < next.right.length ? 'left' : 'right')
  }
  return next
}
