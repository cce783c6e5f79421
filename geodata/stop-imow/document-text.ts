/** The text of a delivery as the pages read it: elements with numbers, headings and blocks, references resolved. */
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import type { Report } from '../report.ts'
import { blocksOf } from './text-blocks.ts'
import { structure, TextIndex, takenAway, workOf } from './text-index.ts'
import type { TextTargets } from './text-runs.ts'
import { childOf, childrenOf, plainText, type TextNode } from './text-tree.ts'

/** A change to a text, instead of a whole one. */
const mutation = 'RegelingMutatie'

/** What makes regulations; their own articles say when these begin. */
const besluiten = new Set(['BesluitCompact', 'BesluitKlassiek'])

export interface DeliveredText {
  /** Id of the element that a `wId` names in the regulation `work`; where the work is not known, in the only or first one that has it. */
  elementOf(wId: string, work: string | undefined): string | undefined
  /** @param layersOf ids of the layers of a GIO, by its work (`/join/id/…`) */
  read(title: string, layersOf: (work: string) => readonly string[], report: Report): DocumentText
}

/** @returns nothing when the delivery holds no text */
export function deliveredText(roots: readonly TextNode[]): DeliveredText | undefined {
  const regulations = roots.filter(({ name }) => !besluiten.has(name))
  const [only, ...more] = regulations.length > 0 ? regulations : roots
  if (!only) return undefined
  const taken = new Set<string>()
  const index = (root: TextNode) => new TextIndex(root, taken)
  const parts = [only, ...more].map(index)
  // One regulation is the document; of several, each is a part of it. The besluit that makes them comes last.
  const decrees = regulations.length > 0 ? roots.filter(({ name }) => besluiten.has(name)).map(index) : []
  const all = [...parts, ...decrees]
  return {
    elementOf(wId, work) {
      const own = all.find((part) => work !== undefined && part.work === work)?.elementOf(wId)
      return own ?? all.map((part) => part.elementOf(wId)).find((id) => id !== undefined)
    },
    read(title, layersOf, report) {
      const read = (part: TextIndex) => new TextBuild(part, layersOf, report)
      const [first, ...others] = parts.map(read)
      const whole = others.length === 0 && only.name !== mutation
      const elements = first && whole ? first.elements() : [first, ...others].flatMap((part) => part?.whole() ?? [])
      return { title, elements: [...elements, ...decrees.map((part) => read(part).whole())] }
    },
  }
}

class TextBuild {
  readonly #index: TextIndex
  readonly #targets: TextTargets

  constructor(index: TextIndex, layersOf: (work: string) => readonly string[], report: Report) {
    this.#index = index
    const { root } = index
    const name = plainText(childOf(root, 'RegelingOpschrift')) || root.name
    if (root.name === mutation) report.skip(`text "${index.work ?? name}"`, changed(root))
    this.#targets = {
      element: (reference) => index.elementOf(reference),
      layers: (reference) => {
        const address = reference.startsWith('/join/') ? reference : index.objects.get(reference)
        return address === undefined ? undefined : layersOf(workOf(address))
      },
      broken: (kind, reference, text) =>
        report.skip(`text "${name}", "${text}"`, `${kind} to ${reference || 'nothing'}, which is not in it; it stays plain text`),
    }
  }

  /** The text as one element. */
  whole(): TextElement {
    const heading = plainText(childOf(this.#index.root, 'RegelingOpschrift')) || partName(this.#index)
    return { ...this.#element(this.#index.root), label: '', number: '', heading }
  }

  elements(): TextElement[] {
    const whole = this.#element(this.#index.root)
    return whole.blocks.length > 0 ? [{ ...whole, children: [] }, ...whole.children] : whole.children
  }

  #element(node: TextNode): TextElement {
    const head = childOf(node, 'Kop')
    const element: TextElement = {
      id: this.#index.idOf(node),
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
      else if (child.name === 'RegelingOpschrift' || child.name === takenAway) continue
      else if (holdsStructure(child)) this.#fill(element, child)
      else element.blocks.push(...blocksOf(child, this.#targets))
    }
  }
}

/** A wrapper such as Lichaam or Conditie. */
function holdsStructure(node: TextNode): boolean {
  return childrenOf(node).some((child) => structure.has(child.name) || holdsStructure(child))
}

/** Of a text without a title: what it changes. */
function partName({ root, work }: TextIndex): string {
  return root.name === mutation ? `Wijziging van ${work ?? 'een regeling'}` : ''
}

/** What a change holds, and what it lacks. */
function changed(root: TextNode): string {
  const count = (name: string): number => {
    const of = (node: TextNode): number => childrenOf(node).reduce((sum, child) => sum + (child.name === name ? 1 : of(child)), 0)
    return of(root)
  }
  const was = root.attributes.get('was')
  return (
    `a change${was ? ` to ${was}` : ''}, not a whole text: ${count('Vervang')} parts replaced and ${count('VoegToe')} added are shown, ` +
    `${count('Verwijder')} removed are not; what does not change is not in it, import the consolidated version for that`
  )
}
