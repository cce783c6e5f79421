/** The XML of a regulation's text as a tree, apart from the rest of a besluit. */
import { InputError } from '../importer.ts'
import type { XmlVisitor } from '../xml.ts'

export interface TextNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly content: (TextNode | string)[]
}

const roots = new Set([
  ...['RegelingVrijetekst', 'RegelingCompact', 'RegelingTijdelijkdeel', 'RegelingKlassiek', 'RegelingMutatie'],
  ...['BesluitCompact', 'BesluitKlassiek'],
])

/** Old text that a change takes away: an inline part, or an element marked so. */
const isRemoved = (name: string, attributes: ReadonlyMap<string, string>) =>
  name === 'VerwijderdeTekst' || attributes.get('wijzigactie') === 'verwijder'

/** A text of more elements is an attack; the largest by-laws have fifty thousand. */
const most = 1_000_000

/** Collects every text of a file; a regulation inside a besluit stands beside it, not in it. Text that a change takes away is left out. */
export function textVisitor(found: TextNode[]): XmlVisitor {
  const stack: TextNode[] = []
  /** Depth inside text that is taken away. */
  let removed = 0
  let count = 0
  return {
    open(name, attributes) {
      if (removed > 0 || isRemoved(name, attributes)) removed++
      if (removed > 0 || (stack.length === 0 && !roots.has(name))) return
      if (++count > most) throw new InputError(`a text of more than ${most} elements`)
      const node: TextNode = { name, attributes, content: [] }
      if (roots.has(name)) found.push(node)
      else stack.at(-1)?.content.push(node)
      stack.push(node)
    },
    text(text) {
      if (removed === 0) stack.at(-1)?.content.push(text)
    },
    close() {
      if (removed > 0) removed--
      else stack.pop()
    },
  }
}

export function childrenOf(node: TextNode): TextNode[] {
  return node.content.filter((part) => typeof part !== 'string')
}

export function childOf(node: TextNode, name: string): TextNode | undefined {
  return childrenOf(node).find((child) => child.name === name)
}

/** All text in it, in one line. */
export function plainText(node: TextNode | undefined): string {
  const all = (part: TextNode | string): string =>
    typeof part === 'string' ? part : part.name === 'Noot' ? '' : part.content.map(all).join('')
  return node ? all(node).replaceAll(/\s+/g, ' ').trim() : ''
}
