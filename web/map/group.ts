/** Which pins and clusters are drawn as one, so that none covers another: in pixels of the screen. */
import type { Position } from '#contract/geometry.ts'
import type { Mix } from '#domain/theme-set.ts'
import { addMixes, type Cluster, diameterOf, sumOf } from './cluster.ts'

/** Something on the screen that may be drawn together with others. */
export interface Spot {
  /** Id of a contribution, or quadkey of a tile's cell. */
  readonly key: string
  readonly at: Position
  readonly x: number
  readonly y: number
  readonly mix: Mix
}

/** From so many pins that a finger cannot tell apart on, they are a cluster: far off, and nearer, where each says more. */
const crowd = { far: 4, near: 7 } as const
/** Pins whose middles lie this close, in pixels, are under one finger. */
const close = 24
/** Circles may overlap by this part of their radii before they become one. */
const apart = 0.92
/** Pixels between the middles of circles at least: as much as leaves room for the names of villages between them. */
const roomy = 88

interface Circle {
  readonly x: number
  readonly y: number
  readonly at: Position
  count: number
  mixes: Mix[]
  cells: string[]
  pins: { id: string; at: Position }[]
}

/** How near the map is: `far`, pins are small; `near`, a village fills the screen; `close`, what lies together cannot be drawn apart. */
export type Nearness = 'far' | 'near' | 'close'

/**
 * Cells of tiles are clusters always; pins become one where they crowd (unless `close`) or lie under a circle. What is not in the
 * answer stays a pin.
 */
export function group(cells: readonly Spot[], pins: readonly Spot[], nearness: Nearness): Cluster[] {
  const byKey = (a: Spot, b: Spot) => (a.key < b.key ? -1 : 1)
  const left = new Map(pins.toSorted(byKey).map((pin) => [pin.key, pin]))
  const circles = [...cells.toSorted(byKey).map(circleOfCell), ...(nearness === 'close' ? [] : crowds(left, crowd[nearness]))]
  const least = nearness === 'close' ? 0 : roomy
  const drawn: Circle[] = []
  for (const circle of circles.sort((a, b) => b.count - a.count)) {
    const near = drawn.filter((one) => distance(one, circle) < Math.max(least, (radius(one) + radius(circle)) * apart))
    const other = near.toSorted((a, b) => distance(a, circle) - distance(b, circle))[0]
    if (!other) drawn.push(circle)
    else {
      other.count += circle.count
      other.mixes.push(...circle.mixes)
      other.cells.push(...circle.cells)
      other.pins.push(...circle.pins)
    }
  }
  for (const pin of left.values()) {
    const over = drawn.find((circle) => distance(circle, pin) < radius(circle))
    if (!over) continue
    over.count += 1
    over.mixes.push(pin.mix)
    over.pins.push({ id: pin.key, at: pin.at })
  }
  return drawn.map(({ at, count, mixes, cells: of, pins: held }) => ({ at, count, mix: addMixes(mixes), cells: of, pins: held }))
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y)
const radius = ({ count }: Circle): number => diameterOf(count) / 2
const circleOfCell = ({ key, at, x, y, mix }: Spot): Circle => ({
  x,
  y,
  at,
  count: sumOf(mix),
  mixes: [mix],
  cells: [key],
  pins: [],
})

/** Takes crowds out of the pins that are left: each around the first pin, by key, that has enough others near. */
function crowds(left: Map<string, Spot>, crowd: number): Circle[] {
  const square = (x: number, y: number) => `${Math.floor(x / close)}/${Math.floor(y / close)}`
  const squares = Map.groupBy(left.values(), ({ x, y }) => square(x, y))
  const steps = [-close, 0, close]
  const found: Circle[] = []
  for (const pin of [...left.values()]) {
    if (!left.has(pin.key)) continue
    const around = steps.flatMap((dx) => steps.flatMap((dy) => squares.get(square(pin.x + dx, pin.y + dy)) ?? []))
    const near = around.filter((other) => left.has(other.key) && distance(other, pin) <= close)
    if (near.length < crowd) continue
    for (const { key } of near) left.delete(key)
    const mean = (of: (spot: Spot) => number) => near.reduce((sum, spot) => sum + of(spot), 0) / near.length
    found.push({
      x: mean(({ x }) => x),
      y: mean(({ y }) => y),
      at: [mean(({ at }) => at[0]), mean(({ at }) => at[1])],
      count: near.length,
      mixes: near.map(({ mix }) => mix),
      cells: [],
      pins: near.map(({ key, at }) => ({ id: key, at })),
    })
  }
  return found
}
