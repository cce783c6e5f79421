/** A line through a place whose middle, by which it is counted, lies far from there; it wriggles, so that it has corners to keep. */
import type { Geometry, Position } from '#contract/geometry.ts'

/** @param turn 0–1 of a whole turn @param half half its length in degrees */
export function lineThrough([x, y]: Position, turn: number, half: number): Geometry {
  const angle = turn * 2 * Math.PI
  const corners = 70
  const coordinates = Array.from({ length: corners }, (_, corner): Position => {
    // From just before the square, so that the middle lies far behind it.
    const along = (corner / (corners - 1)) * 2 * half - half / 20
    const aside = (corner % 2 ? 1 : -1) * half * 0.005
    return [x + along * Math.cos(angle) - aside * Math.sin(angle), y + (along * Math.sin(angle) + aside * Math.cos(angle)) * 0.6]
  })
  return { type: 'LineString', coordinates }
}
