/** Does a ring cross itself? Segments are laid in a grid of about as many cells, and only those that share a cell are compared. */

/** Comparisons and cells per segment before a ring is given up as too tangled to tell: keeps hostile rings from costing more than their size. */
const effort = 64
const leastEffort = 100_000

/**
 * @param positions x0, y0, x1, y1, …, the last the first
 * @returns a place where two of its sides cross; a touch, or a side that runs back over another, is none
 */
export function crossingOf(positions: readonly number[]): { x: number; y: number } | undefined {
  const count = positions.length / 2 - 1
  if (count < 3) return undefined
  const flat = Float64Array.from(positions)
  const grid = gridOf(flat, count)
  if (!grid) return undefined
  let left = count * effort + leastEffort
  const { starts, members } = grid
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    const [from, to] = [starts[cell] ?? 0, starts[cell + 1] ?? 0]
    for (let one = from; one < to; one++)
      for (let other = from; other < one; other++) {
        if (left-- <= 0) return undefined
        const [i, j] = [members[one] ?? 0, members[other] ?? 0]
        // Neighbours share an end, so they can only touch.
        if (i - j === 1) continue
        const found = meeting(flat, i, j)
        if (found) return found
      }
  }
  return undefined
}

/** Segments by cell: those of cell c are `members` from `starts[c]` to `starts[c + 1]`. */
function gridOf(flat: Float64Array, count: number): { starts: Uint32Array; members: Uint32Array } | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < flat.length; at += 2) {
    const [x, y] = [flat[at] ?? 0, flat[at + 1] ?? 0]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  // Sixteen cells to a segment: a line fills few of them.
  const side = Math.min(2048, Math.ceil(4 * Math.sqrt(count)))
  const [perX, perY] = [side / (east - west || 1), side / (north - south || 1)]
  const starts = new Uint32Array(side * side + 1)
  const column = (x: number) => Math.min(side - 1, Math.trunc((x - west) * perX))
  const row = (y: number) => Math.min(side - 1, Math.trunc((y - south) * perY))
  let entries = 0
  const each = (segment: number, visit: (cell: number) => void) => {
    const at = segment * 2
    const [ax, ay, bx, by] = [flat[at] ?? 0, flat[at + 1] ?? 0, flat[at + 2] ?? 0, flat[at + 3] ?? 0]
    const [c0, c1] = ax < bx ? [column(ax), column(bx)] : [column(bx), column(ax)]
    const [r0, r1] = ay < by ? [row(ay), row(by)] : [row(by), row(ay)]
    for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) visit(r * side + c)
    return (r1 - r0 + 1) * (c1 - c0 + 1)
  }
  for (let segment = 0; segment < count; segment++) {
    entries += each(segment, (cell) => {
      starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
    })
    if (entries > count * effort + leastEffort) return undefined
  }
  for (let cell = 1; cell < starts.length; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0)
  const members = new Uint32Array(entries)
  const next = starts.slice()
  for (let segment = 0; segment < count; segment++)
    each(segment, (cell) => {
      const place = next[cell] ?? 0
      members[place] = segment
      next[cell] = place + 1
    })
  return { starts, members }
}

/** Where two segments cross inside both. */
function meeting(flat: Float64Array, one: number, other: number): { x: number; y: number } | undefined {
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
