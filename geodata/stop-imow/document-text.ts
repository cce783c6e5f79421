/** The text of a delivery as the pages read it: elements with numbers, headings and blocks, references resolved. */
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import type { Report } from '../report.ts'
import { blocksOf } from './text-blocks.ts'
import type { TextTargets } from './text-runs.ts'
import { childOf, childrenOf, plainText, type TextNode } from './text-tree.ts'

/** Elements that stand in the table of contents or have a number of their own. */
const structure = new Set([
  ...['Boek', 'Deel', 'Hoofdstuk', 'Titel', 'Afdeling', 'Paragraaf', 'Subparagraaf', 'Subsubparagraaf', 'Artikel', 'Lid'],
  ...['Divisie', 'Divisietekst', 'Bijlage', 'WijzigArtikel', 'WijzigBijlage', 'Aanhef', 'Sluiting', 'InleidendeTekst'],
  ...['Toelichting', 'AlgemeneToelichting', 'ArtikelgewijzeToelichting', 'Motivering', 'Inwerkingtreding'],
])

/**
 * @param layersOf ids of the layers of a GIO, by its work (`/join/id/…`)
 * @returns nothing when the delivery holds no text
 */
export function documentText(
  title: string,
  roots: readonly TextNode[],
  layersOf: (work: string) => readonly string[],
  report: Report,
): DocumentText | undefined {
  const regulations = roots.filter(({ name }) => name !== 'BesluitCompact')
  const [only, ...more] = regulations.length > 0 ? regulations : roots
  if (!only) return undefined
  const taken = new Set<string>()
  const read = (root: TextNode) => new TextBuild(root, taken, layersOf, report)
  // One regulation is the document; of several, each is a part of it. The besluit that makes them comes last.
  const parts = more.length === 0 ? read(only).elements() : [only, ...more].map((root) => read(root).whole())
  const decrees = regulations.length > 0 ? roots.filter(({ name }) => name === 'BesluitCompact') : []
  return { title, elements: [...parts, ...decrees.map((root) => read(root).whole())] }
}

class TextBuild {
  readonly #root: TextNode
  readonly #taken: Set<string>
  readonly #ids = new Map<TextNode, string>()
  /** Id of the element that holds an eId or wId. */
  readonly #places = new Map<string, string>()
  /** Address of a GIO by eId or wId of the reference that names it. */
  readonly #objects = new Map<string, string>()
  readonly #targets: TextTargets

  constructor(root: TextNode, taken: Set<string>, layersOf: (work: string) => readonly string[], report: Report) {
    this.#root = root
    this.#taken = taken
    this.#index(root, this.#idOf(root))
    const name = plainText(childOf(root, 'RegelingOpschrift')) || root.name
    this.#targets = {
      element: (reference) => this.#places.get(reference),
      layers: (reference) => {
        const address = reference.startsWith('/join/') ? reference : this.#objects.get(reference)
        return address === undefined ? undefined : layersOf(workOf(address))
      },
      broken: (kind, reference, text) =>
        report.skip(`text "${name}", "${text}"`, `${kind} to ${reference || 'nothing'}, which is not in it; it stays plain text`),
    }
  }

  /** The text as one element. */
  whole(): TextElement {
    const heading = plainText(childOf(this.#root, 'RegelingOpschrift'))
    return { ...this.#element(this.#root), label: '', number: '', heading }
  }

  elements(): TextElement[] {
    return this.#element(this.#root).children
  }

  /** Unique in the document: several regulations may use the same wIds. */
  #idOf(node: TextNode): string {
    const wanted = node.attributes.get('wId') ?? node.attributes.get('eId') ?? node.attributes.get('componentnaam') ?? node.name
    let id = wanted
    for (let count = 2; this.#taken.has(id); count++) id = `${wanted}~${count}`
    this.#taken.add(id)
    this.#ids.set(node, id)
    return id
  }

  #index(node: TextNode, holder: string): void {
    for (const child of childrenOf(node)) {
      const id = structure.has(child.name) ? this.#idOf(child) : holder
      for (const name of ['eId', 'wId']) {
        const own = child.attributes.get(name)
        if (own === undefined) continue
        if (!this.#places.has(own)) this.#places.set(own, id)
        if (child.name === 'ExtIoRef') this.#objects.set(own, child.attributes.get('ref') ?? plainText(child))
      }
      this.#index(child, id)
    }
  }

  #element(node: TextNode): TextElement {
    const head = childOf(node, 'Kop')
    const element: TextElement = {
      id: this.#ids.get(node) ?? '',
      kind: node.name,
      label: plainText(head && childOf(head, 'Label')),
      number: plainText((head && childOf(head, 'Nummer')) ?? childOf(node, 'LidNummer')),
      heading: plainText(head && childOf(head, 'Opschrift')),
      blocks: [],
      children: [],
    }
    this.#fill(element, node)
    return element
  }

  #fill(element: TextElement, node: TextNode): void {
    for (const child of childrenOf(node)) {
      if (structure.has(child.name)) element.children.push(this.#element(child))
      else if (child.name === 'RegelingOpschrift') continue
      else if (holdsStructure(child)) this.#fill(element, child)
      else element.blocks.push(...blocksOf(child, this.#targets))
    }
  }
}

/** A wrapper such as Lichaam or Conditie. */
function holdsStructure(node: TextNode): boolean {
  return childrenOf(node).some((child) => structure.has(child.name) || holdsStructure(child))
}

/** `/join/id/regdata/pv26/2020/gio_001` of that with a language, date and version behind it. */
function workOf(address: string): string {
  return address.trim().replace(/\/[a-z]{3}@.*$/, '')
}
