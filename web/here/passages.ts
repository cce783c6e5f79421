/** Which passages govern a zone, the most telling first, and what such a passage comes down to in one line. */
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { findElement, plainText, sizeOf } from '../read/text-tree.ts'
import type { ZoneView } from './zone-view.ts'

/** Layers of which a passage governs all zones count as so many. */
const wholeLayer = 10

/**
 * Ids of the passages that govern the zone: those that the text itself ties to it, else those that the zone names. First the one that
 * governs fewest zones, since that is about this one; of equals the shortest; then as in the document.
 */
export function passagesOf(zone: ZoneView, text: DocumentText): string[] {
  const { governs } = text
  const tied = Object.entries(governs ?? {}).flatMap(([id, governed]) =>
    governed.some(({ layer, zones }) => layer === zone.layer && (zones === undefined || zones.includes(zone.id))) ? [id] : [],
  )
  const reach = (id: string) =>
    (governs?.[id] ?? []).reduce((sum, { zones }) => sum + (zones === undefined ? wholeLayer : zones.length), 0)
  const size = (id: string) => {
    const place = findElement(text, id)
    return place ? sizeOf(place.element) : Number.MAX_SAFE_INTEGER
  }
  const ids = (tied.length > 0 ? tied : zone.passages).filter((id) => findElement(text, id) !== undefined)
  return [...new Set(ids)].sort((a, b) => reach(a) - reach(b) || size(a) - size(b))
}

/** Characters of a first line. */
const longest = 220
const shortest = 40

/** The first sentence of a passage that says something, shortened; undefined where the passage has no words of its own. */
export function leadOf(text: DocumentText, id: string | undefined): string | undefined {
  const element = id === undefined ? undefined : findElement(text, id)?.element
  if (!element) return undefined
  const paragraph = paragraphsOf(element)[0]
  return paragraph && firstSentence(paragraph)
}

function paragraphsOf(element: TextElement): string[] {
  const own = plainText(element.blocks).filter((text) => text.trim().length >= shortest)
  return own.length > 0 ? own : element.children.flatMap(paragraphsOf)
}

/** A full stop ends a sentence only before a capital, so not in "art. 3" or "2.500". */
function firstSentence(paragraph: string): string {
  const text = paragraph.trim().replace(/\s+/g, ' ')
  const end = [...text.matchAll(/[.!?](?=\s+\p{Lu})/gu)].find(({ index }) => index + 1 >= shortest)
  const sentence = end ? text.slice(0, end.index + 1) : text
  if (sentence.length <= longest) return sentence
  const space = sentence.lastIndexOf(' ', longest)
  return `${sentence.slice(0, space < shortest ? longest : space)}…`
}
