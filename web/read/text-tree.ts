/** Finding one's way in a document's text: an element by its id, its place in the whole, its name, and what it says in plain words. */
import type { DocumentText, TextBlock, TextElement, TextRun } from '#contract/document-text.ts'

export interface Placed {
  readonly element: TextElement
  /** From the chapter down to the element that holds it; empty for a chapter itself. */
  readonly above: readonly TextElement[]
}

const indexes = new WeakMap<DocumentText, ReadonlyMap<string, Placed>>()

/** Every element of the text by its id, in reading order. */
export function placesOf(text: DocumentText): ReadonlyMap<string, Placed> {
  const known = indexes.get(text)
  if (known) return known
  const places = new Map<string, Placed>()
  const visit = (element: TextElement, above: readonly TextElement[]) => {
    if (!places.has(element.id)) places.set(element.id, { element, above })
    const below = [...above, element]
    for (const child of element.children) visit(child, below)
  }
  for (const element of text.elements) visit(element, [])
  indexes.set(text, places)
  return places
}

export const findElement = (text: DocumentText, id: string): Placed | undefined => placesOf(text).get(id)

/** As the text itself calls it, always in the document's own language: "Artikel 3.2 Wonen", "lid 1"; empty where it has no name. */
export function nameOf({ kind, label, number, heading }: TextElement): string {
  if (kind === 'Lid') return number === '' ? '' : `lid ${number.replace(/\.$/, '')}`
  return [label, number, heading].filter((part) => part !== '').join(' ')
}

/** Whether it stands under a heading of its own; a "lid" has only a number before its text. */
export const hasHeading = (element: TextElement): boolean => element.kind !== 'Lid' && nameOf(element) !== ''

/** The nearest name: its own, or that of what holds it. */
export function titleOf({ element, above }: Placed): string {
  const named = [...above, element].findLast(hasHeading)
  const title = named ? nameOf(named) : ''
  return element.kind === 'Lid' ? [title, nameOf(element)].filter((part) => part !== '').join(', ') : title
}

/** How many elements it holds, itself included. */
export const sizeOf = (element: TextElement): number => element.children.reduce((sum, child) => sum + sizeOf(child), 1)

export const plainRuns = (runs: readonly TextRun[]): string => runs.map((run) => run.text).join('')

/** What blocks say, paragraph by paragraph, for search and snippets; an image's name is not text. */
export const plainText = (blocks: readonly TextBlock[]): string[] =>
  blocks.flatMap(paragraphsOf).filter((text) => text.trim() !== '')

function paragraphsOf(block: TextBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [plainRuns(block.runs)]
    case 'list':
      return [plainRuns(block.lead), ...block.items.flatMap((item) => plainText(item.blocks))]
    case 'terms':
      return block.terms.flatMap(({ term, blocks }) => [plainRuns(term), ...plainText(blocks)])
    case 'table':
      return [plainRuns(block.title), ...block.rows.flatMap((row) => row.cells.flatMap((cell) => plainText(cell.blocks)))]
    case 'figure':
      return [plainRuns(block.caption), block.alternative]
    case 'box':
      return [plainRuns(block.title), ...plainText(block.blocks)]
  }
}
