/** Which zones a passage governs: as the text itself says, or by the passages that layers name in builds that do not say it yet. */
import type { Document, Layer } from '#contract/catalogue.ts'
import type { DocumentText } from '#contract/document-text.ts'
import type { Placed } from './text-tree.ts'

export interface GovernedLayer {
  readonly layer: Layer
  /** Undefined: every zone of the layer. */
  readonly zones: readonly string[] | undefined
  /** What they are called, in their order, where the text says so. */
  readonly titles?: readonly string[] | undefined
}

type Governs = ReadonlyMap<string, readonly GovernedLayer[]>

const known = new WeakMap<DocumentText, Governs>()

/** What every passage governs, by the passage's id; layers that the catalogue does not hold are left out. */
export function governsOf(document: Document, text: DocumentText): Governs {
  const found = known.get(text)
  if (found) return found
  const made = text.governs ? fromText(document, text.governs) : fromLayers(document)
  known.set(text, made)
  return made
}

function fromText(document: Document, governs: NonNullable<DocumentText['governs']>): Governs {
  const layers = new Map(document.layers.map((layer) => [layer.id, layer]))
  return new Map(
    Object.entries(governs).map(([passage, governed]) => [
      passage,
      governed.flatMap(({ layer: id, zones, titles }) => {
        const layer = layers.get(id)
        return layer ? [{ layer, zones, titles }] : []
      }),
    ]),
  )
}

function fromLayers(document: Document): Governs {
  const made = new Map<string, GovernedLayer[]>()
  for (const layer of document.layers)
    for (const passage of layer.passages ?? []) {
      const governed = made.get(passage)
      if (governed) governed.push({ layer, zones: undefined })
      else made.set(passage, [{ layer, zones: undefined }])
    }
  return made
}

export interface Governing {
  readonly id: string
  readonly governed: readonly GovernedLayer[]
}

/** The passage whose zones belong beside this place: itself or its clauses, else the nearest around it that governs any. */
export function governing(governs: Governs, { element, above }: Placed): Governing | undefined {
  const clauses = element.children.filter((child) => child.kind === 'Lid').flatMap((clause) => governs.get(clause.id) ?? [])
  const each = clauses.filter((one, i) => clauses.findIndex(({ layer }) => layer === one.layer) === i)
  const around = above.toReversed().map(({ id }) => ({ id, governed: governs.get(id) ?? [] }))
  const near = [{ id: element.id, governed: governs.get(element.id) ?? [] }, { id: element.id, governed: each }, ...around]
  return near.find(({ governed }) => governed.length > 0)
}
