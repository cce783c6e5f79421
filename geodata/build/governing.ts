/** The other way round: which layers and zones a passage of the text governs. */
import type { DocumentText, Governed } from '#contract/document-text.ts'
import type { SourceZone } from '../importer.ts'
import { elementIds } from './element-ids.ts'

export class Governing {
  readonly #byPassage = new Map<string, Governed[]>()

  /** @param usual passages of the layer, for zones without any of their own */
  add(layer: string, zones: readonly SourceZone[], usual: readonly string[]): void {
    const found = new Map<string, SourceZone[]>()
    for (const zone of zones)
      for (const passage of zone.passages ?? usual) {
        const governed = found.get(passage)
        if (governed) governed.push(zone)
        else found.set(passage, [zone])
      }
    for (const [passage, some] of found) {
      const whole = some.length === zones.length
      const governed = whole ? { layer } : { layer, zones: some.map(({ id }) => id), titles: some.map(({ title }) => title) }
      this.#byPassage.set(passage, [...(this.#byPassage.get(passage) ?? []), governed])
    }
  }

  /** The text with what its passages govern; a passage that is not in it is left out. */
  in(text: DocumentText | undefined): DocumentText | undefined {
    if (text === undefined || this.#byPassage.size === 0) return text
    const ids = elementIds(text)
    const governs = Object.fromEntries([...this.#byPassage].filter(([passage]) => ids.has(passage)))
    return { ...text, governs }
  }
}
