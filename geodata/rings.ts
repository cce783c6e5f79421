/** What makes a ring unfit to bound an area. */

/** @param flat x0, y0, x1, y1, … in any plane. @returns what is wrong, or undefined */
export function ringFault(flat: readonly number[]): string | undefined {
  const count = flat.length / 2
  if (count < 4) return `a ring of ${count} positions (at least 4)`
  if (flat[0] !== flat.at(-2) || flat[1] !== flat.at(-1)) {
    return `an unclosed ring: it starts at ${flat[0]} ${flat[1]} and ends at ${flat.at(-2)} ${flat.at(-1)}`
  }
  return twiceArea(flat) === 0 ? 'a ring without area' : undefined
}

/** Shoelace formula, relative to the first position so that large coordinates keep their digits; counterclockwise is positive. */
function twiceArea(flat: readonly number[]): number {
  const [x0 = 0, y0 = 0] = flat
  let sum = 0
  for (let at = 2; at < flat.length; at += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [flat[at - 2], flat[at - 1], flat[at], flat[at + 1]]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}
