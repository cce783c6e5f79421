/**
 * Colours for layers that bring none. Eight hues that stay apart for colour-blind eyes, after Okabe and Ito ("Color Universal Design", 2008), darkened
 * where the original is too pale on a light map. The second layer of a hue is hatched.
 */
const hues = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9', '#7f3c8d', '#5f6b6d'] as const

/** @param index of the layer in its document */
export function colourFor(index: number): { colour: string; hatch: boolean } {
  const round = Math.floor(index / hues.length)
  return { colour: shaded(hues[index % hues.length] ?? hues[0], round >> 1), hatch: round % 2 === 1 }
}

/** Most values of a layer that get a legend of their own: each hue, and its two shades. */
export const longestLegend = 3 * hues.length

/** Colour of a kind in a legend: the hues first, then paler and darker ones. @param index below `longestLegend` */
export function kindColour(index: number): string {
  return shaded(hues[index % hues.length] ?? hues[0], Math.floor(index / hues.length))
}

/** The colour itself, halfway to white, halfway to black. */
function shaded(colour: string, step: number): string {
  const toward = [undefined, 255, 0][step % 3]
  return toward === undefined ? colour : mixed(colour, `#${toward.toString(16).padStart(2, '0').repeat(3)}`, 0.45)
}

/**
 * Low to high for numbers: cividis, which differs in lightness all along and looks alike to colour-blind and other eyes (Nuñez, Anderton and Renslow, "Optimizing
 * colormaps with consideration for color vision deficiency", 2018), from pale to dark.
 */
const cividis = ['#ffea46', '#cbba69', '#958f78', '#666970', '#31446b', '#00204d'] as const

/** So many colours from the ramp, evenly. */
export function rampOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const place = count < 2 ? 0 : (index / (count - 1)) * (cividis.length - 1)
    const low = Math.min(Math.floor(place), cividis.length - 2)
    return mixed(cividis[low] ?? cividis[0], cividis[low + 1] ?? cividis[0], place - low)
  })
}

function mixed(one: string, other: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const channel = (at: number) => Math.round(part(one, at) + (part(other, at) - part(one, at)) * share)
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, '0')).join('')}`
}
