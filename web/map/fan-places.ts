/** Where the pins of a fan stand around their spot, and what is known of each. */
import { type KindId, kindIds } from '#contract/kinds/registry.ts'
import { type ThemeId, themeIds } from '#contract/themes.ts'
import { type OutcomeId, outcomeIds } from '#contract/vocabulary.ts'

export interface FanPin {
  readonly id: string
  readonly title: string
  readonly kind: KindId
  readonly theme: ThemeId
  readonly outcome: OutcomeId
}

/** Most pins that fan out: as many as rings of touch targets leave room for on a phone's width. */
export const mostInFan = 30

/** Rings from the inside out: radius in pixels, and how many targets of 44 pixels stand on it without touching. */
const rings = [
  { radius: 58, holds: 7 },
  { radius: 106, holds: 13 },
  { radius: 154, holds: 18 },
] as const

/** Pixels from the spot, clockwise from the top, one ring after the other. */
export function fanPlaces(count: number): { readonly x: number; readonly y: number }[] {
  let left = Math.min(count, mostInFan)
  return rings.flatMap(({ radius, holds }) => {
    const here = Math.min(left, holds)
    left -= here
    return Array.from({ length: here }, (_, index) => {
      const angle = (index / here) * 2 * Math.PI - Math.PI / 2
      return { x: Math.round(Math.cos(angle) * radius), y: Math.round(Math.sin(angle) * radius) }
    })
  })
}

/** A feature's properties as a pin of a fan; null where they are not a contribution's. */
export function fanPinOf({ id, title, kind, theme, outcome }: Readonly<Record<string, unknown>>): FanPin | null {
  const known = {
    kind: kindIds.find((one) => one === kind),
    theme: themeIds.find((one) => one === theme),
    outcome: outcomeIds.find((one) => one === outcome),
  }
  if (!known.kind || !known.theme || !known.outcome) return null
  return { id: String(id), title: String(title), kind: known.kind, theme: known.theme, outcome: known.outcome }
}
