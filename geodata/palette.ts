/**
 * Colours for layers that bring none. Eight hues that stay apart for colour-blind eyes, after Okabe and Ito ("Color Universal Design", 2008), darkened
 * where the original is too pale on a light map. The second layer of a hue is hatched.
 */
const hues = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9', '#7f3c8d', '#5f6b6d'] as const

/** @param index of the layer in its document */
export function colourFor(index: number): { colour: string; hatch: boolean } {
  return { colour: hues[index % hues.length] ?? hues[0], hatch: Math.floor(index / hues.length) % 2 === 1 }
}

/** Most values of a layer that get a legend of their own. */
export const longestLegend = hues.length
