/** How a layer looks and what it is about: as it was given, else by the palette and by the words in its name. */
import type { Layer } from '#contract/catalogue.ts'
import type { LayerStyle, SourceLayer } from '../importer.ts'
import { legendFor } from '../legend.ts'
import { colourFor } from '../palette.ts'
import type { Report } from '../report.ts'
import { themeFor } from '../theme-words.ts'

type Styled = Pick<Layer, 'title' | 'theme' | 'colour' | 'hatch' | 'legend'> &
  Partial<Pick<Layer, 'description' | 'type' | 'group' | 'passages'>>

/** How many layers of a document had to do without what nobody said. */
export class Guesses {
  #layers = 0
  #colours = 0
  #themes = 0

  note(colour: string | undefined, theme: string | undefined): void {
    this.#layers++
    if (colour === undefined) this.#colours++
    if (theme === undefined) this.#themes++
  }

  tell(report: Report): void {
    if (this.#colours > 0) report.assume(`colours of ${this.#of(this.#colours)} come from the palette`)
    if (this.#themes > 0) report.assume(`themes of ${this.#of(this.#themes)} are guessed from their names`)
  }

  #of(count: number): string {
    return `${count} of ${this.#layers} layers`
  }
}

/** @param given goes before what the layer's sidecar says. @param index of the layer in its document */
export function styled(layer: SourceLayer, given: LayerStyle, index: number, guesses: Guesses): Styled {
  const own = layer.style ?? {}
  const palette = colourFor(index)
  const colour = given.colour ?? own.colour
  const theme = given.theme ?? own.theme
  const description = given.description ?? own.description
  const type = given.type ?? own.type
  const group = given.group ?? own.group
  const passages = given.passages ?? own.passages
  guesses.note(colour, theme)
  return {
    title: given.title ?? own.title ?? layer.name,
    ...(description === undefined ? {} : { description }),
    ...(type === undefined ? {} : { type }),
    ...(group === undefined ? {} : { group }),
    ...(passages === undefined ? {} : { passages: [...passages] }),
    theme: theme ?? themeFor(layer.name),
    colour: colour ?? palette.colour,
    hatch: given.hatch ?? own.hatch ?? (colour === undefined && palette.hatch),
    legend: [...(given.legend ?? own.legend ?? legendFor(layer.zones.flatMap((zone) => zone.value ?? [])))],
  }
}
