/** Which element of a text is which: ids that are unique in the document, and what references name. */
import { childrenOf, plainText, type TextNode } from './text-tree.ts'

/** Elements that stand in the table of contents or have a number of their own. */
export const structure = new Set([
  ...['Boek', 'Deel', 'Hoofdstuk', 'Titel', 'Afdeling', 'Paragraaf', 'Subparagraaf', 'Subsubparagraaf', 'Artikel', 'Lid'],
  ...['Divisie', 'Divisietekst', 'Bijlage', 'WijzigArtikel', 'WijzigBijlage', 'Aanhef', 'Sluiting', 'InleidendeTekst'],
  ...['Toelichting', 'AlgemeneToelichting', 'ArtikelgewijzeToelichting', 'Motivering', 'Inwerkingtreding'],
])

/** Of a change: what it takes out of the text. */
export const takenAway = 'Verwijder'

/** Ids of one text's elements, unique in the document: several regulations may use the same wIds. */
export class TextIndex {
  readonly root: TextNode
  /** `/akn/…` of the regulation. */
  readonly work: string | undefined
  readonly #taken: Set<string>
  readonly #ids = new Map<TextNode, string>()
  /** Id of the element that holds an eId or wId. */
  readonly #places = new Map<string, string>()
  /** Address of a GIO by eId or wId of the reference that names it. */
  readonly objects = new Map<string, string>()

  constructor(root: TextNode, taken: Set<string>) {
    this.root = root
    this.work = workOf(root.attributes.get('wordt') ?? '') || undefined
    this.#taken = taken
    this.#index(root, this.#take(root))
  }

  idOf(node: TextNode): string {
    return this.#ids.get(node) ?? ''
  }

  elementOf(reference: string): string | undefined {
    return this.#places.get(reference)
  }

  #take(node: TextNode): string {
    const wanted = node.attributes.get('wId') ?? node.attributes.get('eId') ?? node.attributes.get('componentnaam') ?? node.name
    let id = wanted
    for (let count = 2; this.#taken.has(id); count++) id = `${wanted}~${count}`
    this.#taken.add(id)
    this.#ids.set(node, id)
    return id
  }

  #index(node: TextNode, holder: string): void {
    for (const child of childrenOf(node)) {
      if (child.name === takenAway) continue
      const id = structure.has(child.name) ? this.#take(child) : holder
      for (const name of ['wId', 'eId']) {
        const own = child.attributes.get(name)
        if (own === undefined) continue
        if (!this.#places.has(own)) this.#places.set(own, id)
        if (child.name === 'ExtIoRef') this.objects.set(own, child.attributes.get('ref') ?? plainText(child))
      }
      this.#index(child, id)
    }
  }
}

/** `/join/id/regdata/pv26/2020/gio_001` of that with a language, date and version behind it. */
export function workOf(address: string): string {
  return address.trim().replace(/\/[a-z]{3}@.*$/, '')
}
