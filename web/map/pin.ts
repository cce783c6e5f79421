/**
 * What a contribution's pin looks like: outline by kind, colour and icon by theme, ring by outcome. Pure strings, so that the
 * map (canvas), the list (inline SVG) and a test draw from one description.
 */
import { type KindId, kinds } from '#contract/kinds/registry.ts'
import { type ThemeId, themes } from '#contract/themes.ts'
import type { OutcomeId } from '#contract/vocabulary.ts'
import { iconPath } from './icons.ts'

/** Side of the square box that a pin is drawn in, in pixels; the place it marks is the box's centre. */
export const pinBox = 56

/** How far an answer has come, as the ring says it. */
export type Ring = 'none' | 'dashed' | 'closed'

const rings = {
  open: 'none',
  considered: 'dashed',
  adopted: 'closed',
  partly: 'closed',
  declined: 'closed',
  done: 'closed',
} as const satisfies Record<OutcomeId, Ring>
export const ringOf = (outcome: OutcomeId): Ring => rings[outcome]

interface Outline {
  readonly path: string
  /** Where the icon sits and how many pixels wide it is. */
  readonly icon: { readonly x: number; readonly y: number; readonly size: number }
}

const outlines: Record<(typeof kinds)[KindId]['pin'], Outline> = {
  round: { path: 'M28 13a15 15 0 1 1 0 30a15 15 0 1 1 0-30z', icon: { x: 28, y: 28, size: 18 } },
  square: {
    path: 'M20.5 14h15a6.5 6.5 0 0 1 6.5 6.5v15a6.5 6.5 0 0 1-6.5 6.5h-15a6.5 6.5 0 0 1-6.5-6.5v-15a6.5 6.5 0 0 1 6.5-6.5z',
    icon: { x: 28, y: 28, size: 18 },
  },
  triangle: {
    path: 'M24.4 12.4a4.2 4.2 0 0 1 7.2 0L46.2 37.2a4.2 4.2 0 0 1-3.6 6.3H13.4a4.2 4.2 0 0 1-3.6-6.3z',
    icon: { x: 28, y: 32, size: 15.5 },
  },
  shield: {
    path: 'M16 13.5h24a2.5 2.5 0 0 1 2.5 2.5v10.5c0 8.5-6 14.6-13.4 17.6a3 3 0 0 1-2.2 0C19.5 41.1 13.5 35 13.5 26.5V16a2.5 2.5 0 0 1 2.5-2.5z',
    icon: { x: 28, y: 26.5, size: 17 },
  },
}

/** Everything a canvas or an SVG needs, in pixels of the {@link pinBox}. */
export interface PinDrawing {
  readonly outline: string
  readonly colour: string
  /** Stroke widths around the outline, from its centre line: the ring lies outside the white edge. */
  readonly edge: number
  readonly ring: { readonly width: number; readonly dash: readonly [number, number] | null } | null
  readonly icon: {
    readonly path: string
    readonly x: number
    readonly y: number
    readonly scale: number
    readonly stroke: number
  }
}

export function pinDrawing(kind: KindId, theme: ThemeId, ring: Ring): PinDrawing {
  const { path, icon } = outlines[kinds[kind].pin]
  const scale = icon.size / 24
  return {
    outline: path,
    colour: themes[theme].colour,
    edge: 5,
    ring: ring === 'none' ? null : { width: 10, dash: ring === 'dashed' ? [5, 3.5] : null },
    icon: {
      path: iconPath(themes[theme].icon),
      x: icon.x - icon.size / 2,
      y: icon.y - icon.size / 2,
      scale,
      stroke: 1.7 / scale,
    },
  }
}

/** The pin as an SVG document for lists and legends. It says nothing that the words beside it do not: hidden from screen readers. */
export function pinSvg(kind: KindId, theme: ThemeId, outcome: OutcomeId): string {
  const { outline, colour, edge, ring, icon } = pinDrawing(kind, theme, ringOf(outcome))
  const ringTag = ring
    ? `<path d="${outline}" fill="none" stroke="${colour}" stroke-width="${ring.width}"${ring.dash ? ` stroke-dasharray="${ring.dash.join(' ')}"` : ''}/>`
    : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 4 48 48" aria-hidden="true" focusable="false">${ringTag}` +
    `<path d="${outline}" fill="${colour}" stroke="#fff" stroke-width="${edge}" stroke-linejoin="round" paint-order="stroke"/>` +
    `<path d="${icon.path}" transform="translate(${icon.x} ${icon.y}) scale(${icon.scale})" fill="none" stroke="#fff" ` +
    `stroke-width="${icon.stroke}" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  )
}

/** Name of a pin's image in the map's style; expressions build the same name out of a feature's properties. */
export const pinImageId = (kind: KindId, theme: ThemeId, ring: Ring): string => `pin|${kind}|${theme}|${ring}`

export function parsePinImageId(id: string): { kind: KindId; theme: ThemeId; ring: Ring } | null {
  const [prefix, kind = '', theme = '', ring = ''] = id.split('|')
  if (prefix !== 'pin' || !Object.hasOwn(kinds, kind) || !Object.hasOwn(themes, theme)) return null
  if (ring !== 'none' && ring !== 'dashed' && ring !== 'closed') return null
  return { kind: kind as KindId, theme: theme as ThemeId, ring }
}
