/** A position in words: how far and in which direction of the nearest village. For ears that cannot see the map. */
import type { Village } from '#contract/consultation.ts'
import type { Position } from '#contract/geometry.ts'

/** Mean radius of the earth in metres (IUGG). */
const earth = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine). */
export function distance([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const a =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lng2 - lng1) / 2) ** 2
  return 2 * earth * Math.asin(Math.sqrt(a))
}

/** Eight directions, clockwise from north. */
const directions = ['north', 'northEast', 'east', 'southEast', 'south', 'southWest', 'west', 'northWest'] as const
export type Direction = (typeof directions)[number]

/** In which direction `to` lies as seen from `from`. */
export function direction([lng1, lat1]: Position, [lng2, lat2]: Position): Direction {
  const east = (lng2 - lng1) * Math.cos(radians((lat1 + lat2) / 2))
  const angle = Math.atan2(east, lat2 - lat1)
  return directions[(Math.round(angle / (Math.PI / 4)) + 8) % 8] as Direction
}

export interface Whereabouts {
  readonly village: string
  /** In metres, rounded as people say it: to 50 m, from 2 km on to 500 m; 0 within the village's heart (150 m). */
  readonly metres: number
  readonly direction: Direction
}

/** Nearest village and the way from it; null without villages. */
export function whereabouts(at: Position, villages: readonly Pick<Village, 'name' | 'position'>[]): Whereabouts | null {
  const [nearest] = villages
    .map((village) => ({ village, metres: distance(village.position, at) }))
    .toSorted((a, b) => a.metres - b.metres)
  if (nearest === undefined) return null
  const step = nearest.metres < 2000 ? 50 : 500
  return {
    village: nearest.village.name,
    metres: nearest.metres < 150 ? 0 : Math.round(nearest.metres / step) * step,
    direction: direction(nearest.village.position, at),
  }
}
