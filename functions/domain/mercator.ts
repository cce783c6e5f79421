/** Web mercator (EPSG:3857) as fractions of the world's square: x from west to east, y from north to south, both 0–1. */
import type { Position } from '#contract/geometry.ts'

/** Latitude at which the mercator square ends: atan(sinh(π)). */
const maxLatitude = 85.0511287798066

function mercatorX(longitude: number): number {
  return (longitude + 180) / 360
}

/** Spherical mercator; latitudes beyond the square are drawn at its edge. */
function mercatorY(latitude: number): number {
  const sine = Math.sin((Math.max(-maxLatitude, Math.min(maxLatitude, latitude)) * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

export function longitudeAt(x: number): number {
  return x * 360 - 180
}

export function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
}

/** Column and row of the cell at `level` that holds a position; positions on the far edges fall in the last cell. */
export function cellOf([longitude, latitude]: Position, level: number): { x: number; y: number } {
  const size = 2 ** level
  const clamp = (fraction: number): number => Math.max(0, Math.min(size - 1, Math.floor(fraction * size)))
  return { x: clamp(mercatorX(longitude)), y: clamp(mercatorY(latitude)) }
}
