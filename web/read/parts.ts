/** A text cut into parts that a phone can show at once: a chapter, or where that is long, what lies in it. */
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { hasHeading, nameOf, plainText } from './text-tree.ts'

export interface Part {
  /** Id of the element that it begins with. */
  readonly id: string
  readonly title: string
  /** What holds it, from the chapter down. */
  readonly above: readonly TextElement[]
  /** The element that it begins with, where only that one's own text and its first children are in this part. */
  readonly head: TextElement | undefined
  /** Shown with all that lies in them. */
  readonly elements: readonly TextElement[]
}

export interface Parts {
  readonly list: readonly Part[]
  /** Number of the part in which an element stands. */
  readonly of: ReadonlyMap<string, number>
}

/** Letters and elements that a part holds at most, unless a single element is longer by itself. */
const mostLetters = 60_000
const mostElements = 120

interface Size {
  readonly letters: number
  readonly elements: number
}

function measure(element: TextElement, sizes: Map<TextElement, Size>): Size {
  const below = element.children.map((child) => measure(child, sizes))
  const own = plainText(element.blocks).reduce((sum, line) => sum + line.length, 0)
  const size = {
    letters: below.reduce((sum, one) => sum + one.letters, own),
    elements: below.reduce((sum, one) => sum + one.elements, 1),
  }
  sizes.set(element, size)
  return size
}

/** @param most for tests */
export function partsOf(text: DocumentText, most: Size = { letters: mostLetters, elements: mostElements }): Parts {
  const sizes = new Map<TextElement, Size>()
  for (const element of text.elements) measure(element, sizes)
  const fits = (elements: readonly TextElement[]) =>
    elements.reduce((sum, one) => sum + (sizes.get(one)?.letters ?? 0), 0) <= most.letters &&
    elements.reduce((sum, one) => sum + (sizes.get(one)?.elements ?? 0), 0) <= most.elements
  const list: Part[] = []

  const whole = (elements: readonly TextElement[], above: readonly TextElement[], head?: TextElement) => {
    const first = head ?? elements[0]
    if (!first) return
    const named = head ?? elements.find(hasHeading) ?? above.at(-1)
    list.push({ id: first.id, title: named ? nameOf(named) : '', above, head, elements })
  }

  const visit = (element: TextElement, above: readonly TextElement[]) => {
    if (fits([element]) || element.children.length === 0) return whole([element], above)
    // Short pieces stay together, the first ones with their chapter's heading; what has pieces of its own is a part.
    const below = [...above, element]
    let run: TextElement[] = []
    let head: TextElement | undefined = element
    const flush = () => {
      if (head) whole(run, above, head)
      else if (run.length > 0) whole(run, below)
      run = []
      head = undefined
    }
    for (const child of element.children) {
      if (child.children.length > 0) {
        flush()
        visit(child, below)
      } else {
        if (!fits([...run, child])) flush()
        run.push(child)
      }
    }
    if (head || run.length > 0) flush()
  }
  for (const element of text.elements) visit(element, [])

  const of = new Map<string, number>()
  const mark = (element: TextElement, part: number) => {
    if (!of.has(element.id)) of.set(element.id, part)
    for (const child of element.children) mark(child, part)
  }
  list.forEach((part, i) => {
    if (part.head && !of.has(part.head.id)) of.set(part.head.id, i)
    for (const element of part.elements) mark(element, i)
  })
  return { list, of }
}
