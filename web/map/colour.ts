/** Colours reckoned with: official ones come as they are, and must be seen on the map's land and told apart from one another. */
import { land } from './scene.ts'

type Triple = readonly [number, number, number]

/** `#rrggbb` as linear light, 0–1 (sRGB, IEC 61966-2-1); black for what is no such colour. */
function linear(colour: string): Triple {
  const value = /^#[0-9a-f]{6}$/i.test(colour) ? Number.parseInt(colour.slice(1), 16) : 0
  const part = (shift: number): number => {
    const share = ((value >> shift) & 255) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [part(16), part(8), part(0)]
}

/** Rounded down: an edge that is darkened is never a shade too light. */
const hex = (light: Triple): string =>
  `#${light
    .map((share) => (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055))
    .map((share) =>
      Math.floor(Math.min(1, Math.max(0, share)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const luminanceOf = ([red, green, blue]: Triple): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** Contrast of two colours as WCAG 2.2 reckons it, 1–21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(linear(one)), luminanceOf(linear(other))].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Least contrast of a shape's edge with the land (WCAG 2.2, 1.4.11). */
const leastContrast = 3

/** The colour itself where it stands out on the land, else as much darker as that takes, in the same hue. */
export function edgeOf(colour: string): string {
  const light = linear(colour)
  const most = (luminanceOf(linear(land)) + 0.05) / leastContrast - 0.05
  const luminance = luminanceOf(light)
  if (luminance <= most) return colour
  const share = most / luminance
  return hex([light[0] * share, light[1] * share, light[2] * share])
}

/** Hue in degrees and chroma in Oklab (https://bottosson.github.io/posts/oklab/). */
function hueOf(colour: string): { hue: number; chroma: number } {
  const [red, green, blue] = linear(colour)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { hue: (Math.atan2(b, a) * 180) / Math.PI, chroma: Math.hypot(a, b) }
}

/** Below this chroma a colour is a grey: its hue says nothing. */
const grey = 0.035
/** Hues closer than this, in degrees, are one hue to the eye once they lie at 35 % over land. */
const oneHue = 28

/** Would two layers in these colours, drawn alike, be taken for one another? */
export function sameHue(one: string, other: string): boolean {
  const [a, b] = [hueOf(one), hueOf(other)]
  if (a.chroma < grey || b.chroma < grey) return a.chroma < grey && b.chroma < grey
  const apart = Math.abs(a.hue - b.hue) % 360
  return Math.min(apart, 360 - apart) < oneHue
}
