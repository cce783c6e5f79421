/** Ids of a text's elements. */
import type { DocumentText, TextElement } from '#contract/document-text.ts'

export function elementIds(text: DocumentText): Set<string> {
  const ids = new Set<string>()
  const walk = (elements: readonly TextElement[]) => {
    for (const { id, children } of elements) {
      ids.add(id)
      walk(children)
    }
  }
  walk(text.elements)
  return ids
}
