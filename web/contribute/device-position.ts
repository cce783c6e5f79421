/** Where this device is, asked of the browser once, when its owner asks. */
import type { Position } from '#contract/geometry.ts'

/** Why there is no position; the page has a sentence for each. */
export type NoPosition = 'refused' | 'unavailable' | 'tooSlow'

/** Longest wait, in milliseconds, and oldest position that is still good. */
const options: PositionOptions = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 }

/** Position in at most 6 decimals (0.1 m), or the reason why there is none. */
export function findPosition(geolocation: Geolocation | undefined = navigator.geolocation): Promise<Position | NoPosition> {
  if (!geolocation) return Promise.resolve('unavailable')
  return new Promise((resolve) =>
    geolocation.getCurrentPosition(
      ({ coords }) => resolve([Number(coords.longitude.toFixed(6)), Number(coords.latitude.toFixed(6))]),
      (error) => resolve(error.code === 1 ? 'refused' : error.code === 3 ? 'tooSlow' : 'unavailable'),
      options,
    ),
  )
}
