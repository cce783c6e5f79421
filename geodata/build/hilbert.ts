/** Place of a cell along a Hilbert curve, so that neighbours on the map are neighbours in the file. */

/** Cells per side. */
export const hilbertSide = 2 ** 16

/**
 * Distance along the curve of cell x, y of a square of 2^16 cells a side. From the largest quadrant to the smallest: each adds its rank,
 * then the square is turned so that the curve inside it starts where the last one ended (D. Hilbert, 1891; loop as in Hacker's Delight, ch. 16).
 */
export function hilbertDistance(x: number, y: number): number {
  let distance = 0
  for (let side = hilbertSide / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0
    const upper = (y & side) > 0 ? 1 : 0
    distance += side * side * ((3 * right) ^ upper)
    if (upper === 0) {
      if (right === 1) {
        x = hilbertSide - 1 - x
        y = hilbertSide - 1 - y
      }
      ;[x, y] = [y, x]
    }
  }
  return distance
}
