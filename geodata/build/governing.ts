/** The other way round: which layers and zones a passage of the text governs. */
import type { DocumentText, Governed } from '#contract/document-text.ts'
import type { SourceZone } from '../importer.ts'
import { elementIds } from './element-ids.ts'

export class Governing {
  readonly #byPassage = new Map<string, Governed[]>()

  /** @param usual passages of the layer, for zones without any of their own */
  add(layer: string, zones: readonly SourceZone[], usual: readonly string[]): void {
    const found = new Map<string, string[]>()
    for (const { id, passages = usual } of zones)
      for (const passage of passages) {
        const governed = found.get(passage)
        if (governed) governed.push(id)
        else found.set(passage, [id])
      }
    for (const [passage, ids] of found) {
      const governed = ids.length === zones.length ? { layer } : { layer, zones: ids }
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
