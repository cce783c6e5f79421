/** Distances on the earth as a sphere, in metres. */
import type { Position } from '#contract/geometry.ts'

/** Mean radius of the earth in metres (IUGG, R1). */
const earthRadius = 6_371_008.8
/** Metres per degree along a meridian. */
export const metresPerDegree = (earthRadius * Math.PI) / 180

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Haversine formula. */
export function distance([ax, ay]: Position, [bx, by]: Position): number {
  const sineY = Math.sin(radians(by - ay) / 2)
  const sineX = Math.sin(radians(bx - ax) / 2)
  const square = sineY ** 2 + Math.cos(radians(ay)) * Math.cos(radians(by)) * sineX ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(square)))
}

/** From a position to the nearest point of a segment, on the plane that touches the earth at the position: exact to 0.1 % within 10 km. */
export function distanceToSegment(from: Position, a: Position, b: Position): number {
  const metresPerDegreeEast = metresPerDegree * Math.cos(radians(from[1]))
  const flat = ([x, y]: Position): Position => [(x - from[0]) * metresPerDegreeEast, (y - from[1]) * metresPerDegree]
  const [ax, ay] = flat(a)
  const [bx, by] = flat(b)
  const [dx, dy] = [bx - ax, by - ay]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared))
  return Math.hypot(ax + along * dx, ay + along * dy)
}
