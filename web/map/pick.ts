/** Which contribution a tap means: fingers are wide, and pins lie close together in a village. */

/** Half of the least touch target, in pixels: how far from a pin's middle a tap still means it. */
export const reach = 22
/** From so many pins under one finger on, zooming in is kinder than guessing. */
const crowd = 4
/** Pins whose middles lie this close, in pixels, cannot be told apart by zooming in a little. */
const together = 3

export interface Candidate {
  readonly id: string
  readonly x: number
  readonly y: number
}

export interface Tap {
  readonly x: number
  readonly y: number
}

export type Choice =
  | { readonly choose: string; readonly index: number; readonly count: number; readonly spot: readonly string[] }
  | { readonly zoomTo: readonly Candidate[] }
  | null

/**
 * Chooses among the pins within {@link reach} of the tap. `radius` is how large pins are drawn now, in pixels.
 * Pins on one spot take turns: with `last` (the one chosen before) among them, the next is chosen. `spot`: all that lie there.
 */
export function pick(tap: Tap, candidates: readonly Candidate[], radius: number, last: string | null): Choice {
  const distance = (pin: Candidate) => Math.hypot(pin.x - tap.x, pin.y - tap.y)
  const unique = [...new Map(candidates.map((pin) => [pin.id, pin])).values()]
  const near = unique
    .filter((pin) => distance(pin) <= reach)
    .toSorted((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))
  const nearest = near[0]
  if (nearest === undefined) return null
  const hit = near.filter((pin) => distance(pin) <= Math.max(radius, distance(nearest)))
  const apart = hit.some((pin) => Math.hypot(pin.x - nearest.x, pin.y - nearest.y) > together)
  if (hit.length >= crowd && apart) return { zoomTo: hit }
  // Those on the nearest one's spot take turns, in an order that does not depend on where exactly the finger lands.
  const turn = hit
    .filter((pin) => Math.hypot(pin.x - nearest.x, pin.y - nearest.y) <= Math.max(together, radius / 2))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const before = turn.findIndex((pin) => pin.id === last)
  const index = before === -1 ? turn.indexOf(nearest) : (before + 1) % turn.length
  return {
    choose: (turn[index] ?? nearest).id,
    index: before === -1 ? 0 : index,
    count: turn.length,
    spot: turn.map(({ id }) => id),
  }
}
