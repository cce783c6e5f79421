/** Does a ring cross itself? Runs of sides have boxes, boxes of boxes, up to one for all; only where two boxes overlap are their sides compared. */

/** Sides in the smallest run. */
const run = 4
/** Comparisons per side before a ring is given up as too tangled to tell: keeps hostile rings from costing more than their size. */
const effort = 64
const leastEffort = 100_000

interface Place {
  readonly x: number
  readonly y: number
}

/**
 * @param positions x0, y0, x1, y1, …, the last the first
 * @returns a place where two of its sides cross; a touch, or a side that runs back over another, is none
 */
export function crossingOf(positions: readonly number[]): Place | undefined {
  const count = positions.length / 2 - 1
  return count < 3 ? undefined : new Search(new Float64Array(positions), count).inside(1)
}

class Search {
  readonly #flat: Float64Array
  readonly #count: number
  /** First node of the lowest level: a tree in rows, node n above 2n and 2n + 1, a run of sides below each lowest one. */
  readonly #lowest: number
  /** West, south, east, north of each node. */
  readonly #boxes: Float64Array
  #left: number

  constructor(flat: Float64Array, count: number) {
    this.#flat = flat
    this.#count = count
    this.#left = count * effort + leastEffort
    this.#lowest = 2 ** Math.ceil(Math.log2(Math.ceil(count / run)))
    this.#boxes = boxesOf(flat, count, this.#lowest)
  }

  /** Crossings among the sides below a node. */
  inside(node: number): Place | undefined {
    if (node >= this.#lowest) return this.#compare(node, node)
    return this.inside(2 * node) ?? this.inside(2 * node + 1) ?? this.#between(2 * node, 2 * node + 1)
  }

  /** Crossings of sides below one node with those below another of the same level. */
  #between(one: number, other: number): Place | undefined {
    const boxes = this.#boxes
    const [a, b] = [4 * one, 4 * other]
    // Boxes that only touch hold no crossing: that would have to lie at the end of a side, or on two that run the same way.
    if ((boxes[a + 2] ?? 0) <= (boxes[b] ?? 0) || (boxes[b + 2] ?? 0) <= (boxes[a] ?? 0)) return undefined
    if ((boxes[a + 3] ?? 0) <= (boxes[b + 1] ?? 0) || (boxes[b + 3] ?? 0) <= (boxes[a + 1] ?? 0)) return undefined
    if (this.#left-- <= 0) return undefined
    if (one >= this.#lowest) return this.#compare(one, other)
    return (
      this.#between(2 * one, 2 * other) ??
      this.#between(2 * one, 2 * other + 1) ??
      this.#between(2 * one + 1, 2 * other) ??
      this.#between(2 * one + 1, 2 * other + 1)
    )
  }

  #compare(one: number, other: number): Place | undefined {
    const [from, since] = [(one - this.#lowest) * run, (other - this.#lowest) * run]
    const [to, until] = [Math.min(from + run, this.#count), Math.min(since + run, this.#count)]
    for (let i = from; i < to; i++)
      for (let j = one === other ? i + 2 : since; j < until; j++) {
        const found = meeting(this.#flat, i, j)
        if (found) return found
      }
    return undefined
  }
}

function boxesOf(flat: Float64Array, count: number, lowest: number): Float64Array {
  const boxes = new Float64Array(8 * lowest)
  for (let node = 2 * lowest - 1; node > 0; node--) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    const [first, last] =
      node < lowest ? [2 * node, 2 * node + 1] : [(node - lowest) * run, Math.min((node - lowest + 1) * run, count)]
    for (let part = first; part <= last; part++) {
      const [at, far] = node < lowest ? [4 * part, 2] : [2 * part, 0]
      const source = node < lowest ? boxes : flat
      // Below the last side there is nothing: its box stays empty.
      if (node >= lowest && first >= count) break
      west = Math.min(west, source[at] ?? Infinity)
      south = Math.min(south, source[at + 1] ?? Infinity)
      east = Math.max(east, source[at + far] ?? -Infinity)
      north = Math.max(north, source[at + far + 1] ?? -Infinity)
    }
    boxes[4 * node] = west
    boxes[4 * node + 1] = south
    boxes[4 * node + 2] = east
    boxes[4 * node + 3] = north
  }
  return boxes
}

/** Where two segments cross inside both. */
function meeting(flat: Float64Array, one: number, other: number): Place | undefined {
  const [i, j] = [one * 2, other * 2]
  const [ax, ay, bx, by] = [flat[i] ?? 0, flat[i + 1] ?? 0, flat[i + 2] ?? 0, flat[i + 3] ?? 0]
  const [cx, cy, dx, dy] = [flat[j] ?? 0, flat[j + 1] ?? 0, flat[j + 2] ?? 0, flat[j + 3] ?? 0]
  // Apart in either direction: most pairs of a cell.
  if (ax > cx && ax > dx && bx > cx && bx > dx) return undefined
  if (ax < cx && ax < dx && bx < cx && bx < dx) return undefined
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
  if (!((c > 0 && d < 0) || (c < 0 && d > 0))) return undefined
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
  if (!((a > 0 && b < 0) || (a < 0 && b > 0))) return undefined
  const share = a / (a - b)
  return { x: ax + (bx - ax) * share, y: ay + (by - ay) * share }
}
