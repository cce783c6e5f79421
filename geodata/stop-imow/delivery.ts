/** What a STOP delivery says of itself: its manifest, the metadata of its GIOs, and that of its regelingen and besluit. */
import { bounded } from '../gml/bounded.ts'
import { type DocumentMetadata, InputError } from '../importer.ts'
import { baseName, type Package } from '../package/package.ts'
import type { Report } from '../report.ts'
import { readXml, together, type XmlVisitor } from '../xml.ts'
import { type OwObject, owVisitor } from './ow-objects.ts'
import { type TextNode, textVisitor } from './text-tree.ts'
import { authorityName, categoryOfRegeling } from './value-lists.ts'

export interface Delivery {
  readonly metadata: DocumentMetadata
  /** Files that the manifests or GIO metadata name, by their name without folders, in the manifest's order. */
  readonly members: readonly string[]
  /** Name of the GIO (`naamInformatieObject`) by the name of its GML file. */
  readonly titles: ReadonlyMap<string, string>
  readonly objects: readonly OwObject[]
  readonly texts: readonly TextNode[]
  /** Work (`/akn/…`) of the regulation that a file of OW objects belongs to, where the manifest says so of one only. */
  regulationOf(file: string): string | undefined
}

interface Texts {
  readonly titles: string[]
  kind?: string
  authority?: string
  expression?: string
}

/** Reads every XML file of the package that is not GML. A file that cannot be read is reported. */
export async function readDelivery(source: Package, report: Report): Promise<Delivery> {
  const members: string[] = []
  const titles = new Map<string, string>()
  const objects: OwObject[] = []
  const texts: TextNode[] = []
  const regulations = new Map<string, Set<string>>()
  const regeling: Texts = { titles: [] }
  const besluit: Texts = { titles: [] }
  const xml = source.names.filter((name) => /\.xml$/i.test(name))
  // The manifest comes first: its order is the order of the layers.
  xml.sort((a, b) => Number(/manifest\.xml$/i.test(b)) - Number(/manifest\.xml$/i.test(a)))
  for (const name of xml) {
    try {
      await readMember(source, name, { members, titles, objects, texts, regulations, regeling, besluit })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      report.skip(name, error.message)
    }
  }
  return {
    metadata: metadataOf(regeling, besluit),
    members: [...new Set(members)],
    titles,
    objects,
    texts,
    regulationOf(file) {
      const works = [...(regulations.get(file) ?? [])]
      return works.length === 1 ? works[0] : undefined
    },
  }
}

interface Collected {
  readonly members: string[]
  readonly titles: Map<string, string>
  readonly objects: OwObject[]
  readonly texts: TextNode[]
  readonly regulations: Map<string, Set<string>>
  readonly regeling: Texts
  readonly besluit: Texts
}

async function readMember(source: Package, name: string, collected: Collected): Promise<void> {
  const { members, titles, objects, texts, regulations, regeling, besluit } = collected
  const path: string[] = []
  let expression: string | undefined
  let regulation: string | undefined
  let gioFile: string | undefined
  let gioTitle: string | undefined
  const head: XmlVisitor = {
    open: (local) => void path.push(local),
    close(local, text) {
      path.pop()
      const parent = path.at(-1)
      if (local === 'bestandsnaam') {
        members.push(baseName(text))
        if (parent === 'Bestand') gioFile = baseName(text)
      } else if (local === 'WorkIDRegeling') regulation = text
      else if (local === 'naam' && parent === 'Bestand') {
        members.push(baseName(text))
        if (regulation) regulations.set(baseName(text), (regulations.get(baseName(text)) ?? new Set()).add(regulation))
      } else if (local === 'naamInformatieObject') gioTitle = text
      else if (local === 'FRBRExpression' && parent === 'ExpressionIdentificatie') expression = text
      else if (parent === 'RegelingMetadata') note(regeling, local, text, expression)
      else if (parent === 'BesluitMetadata') note(besluit, local, text, expression)
    },
  }
  await readXml(
    name,
    bounded(name, await source.read(name)),
    together(head, owVisitor(baseName(name), objects), textVisitor(texts)),
  )
  if (gioFile && gioTitle) titles.set(gioFile, gioTitle)
}

function note(texts: Texts, local: string, text: string, expression: string | undefined): void {
  if (local === 'officieleTitel') texts.titles.push(text)
  else if (local === 'soortRegeling') texts.kind ??= text
  else if (local === 'eindverantwoordelijke') texts.authority ??= text
  if (expression !== undefined) texts.expression ??= expression
}

/** One regeling names the document; of several, the besluit that makes them. */
function metadataOf(regeling: Texts, besluit: Texts): DocumentMetadata {
  const main = regeling.titles.length === 1 ? regeling : besluit.titles.length > 0 ? besluit : regeling
  const expression = main.expression ?? regeling.expression ?? besluit.expression
  const authority = main.authority ?? regeling.authority ?? besluit.authority
  return {
    title: main.titles[0],
    category: regeling.kind ? categoryOfRegeling(regeling.kind) : undefined,
    authority: authority ? authorityName(authority) : undefined,
    // "/akn/nl/act/pv26/2020/OVIPU001/nld@2020-05-12;2": language, date, version.
    version: expression ? expression.slice(expression.lastIndexOf('/') + 1) : undefined,
    date: expression ? /@(\d{4}-\d\d-\d\d)/.exec(expression)?.[1] : undefined,
  }
}
