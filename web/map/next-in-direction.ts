/** Which of several spots an arrow key means, from where the keyboard stands. */
interface Pixel {
  readonly x: number
  readonly y: number
}
/** One step along an axis of the screen: −1, 0 or 1 each. */
export type Heading = readonly [number, number]

/** How much what lies beside the direction counts as farther than what lies straight ahead. */
const aside = 2

/** The nearest within 45° of the direction; where none is, the nearest that lies on that side at all; else undefined. */
export function nextInDirection<T>(from: Pixel, [dx, dy]: Heading, all: readonly T[], pixelOf: (one: T) => Pixel): T | undefined {
  const placed = all.map((one) => {
    const { x, y } = pixelOf(one)
    const along = (x - from.x) * dx + (y - from.y) * dy
    const across = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx)
    return { one, along, across }
  })
  const ahead = placed.filter(({ along }) => along > 0)
  const straight = ahead.filter(({ along, across }) => across <= along)
  const [best] = (straight.length > 0 ? straight : ahead).toSorted(
    (a, b) => a.along + aside * a.across - (b.along + aside * b.across),
  )
  return best?.one
}
