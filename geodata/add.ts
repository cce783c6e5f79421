/** Adds a document to the catalogue, or replaces the one of the same id. */
import type { Document } from '#contract/catalogue.ts'
import { buildDocument, type DocumentHead, type Figures } from './build/document.ts'
import { commit } from './catalogue-file.ts'
import type { DocumentMetadata, Imported, LayerStyle, SourceLayer } from './importer.ts'
import { importerFor } from './importers.ts'
import { openPackage } from './package/package.ts'
import type { Progress } from './progress.ts'
import { newReport, type Report } from './report.ts'
import { slugOf } from './slug.ts'
import { inWorkFolder } from './work-folder.ts'

export interface AddRequest {
  /** File, folder, zip or http(s) address. */
  readonly input: string
  /** Folder of the catalogue. */
  readonly target: string
  readonly id?: string | undefined
  /** What is said of the document; it goes before what the source says of itself. */
  readonly metadata?: DocumentMetadata
  /** What is said of its layers, by name (of the GIO or the file). */
  readonly layers?: Readonly<Record<string, LayerStyle>>
  /** What is said of all its layers. */
  readonly style?: LayerStyle
  readonly crs?: string | undefined
  /** See the importer's options. */
  readonly superseded?: boolean | undefined
  readonly texts?: string | undefined
  readonly example?: boolean
  /** YYYY-MM-DD */
  readonly today: string
}

export interface Added {
  readonly document: Document
  readonly figures: Figures
  readonly report: Report
  /** Title of the importer that read it. */
  readonly importer: string
}

/** @throws {InputError} when there is nothing that can be imported; the catalogue is then as it was */
export async function addDocument(request: AddRequest, progress: Progress): Promise<Added> {
  const report = newReport()
  const source = await openPackage(request.input)
  try {
    const importer = await importerFor(source)
    const options = { crs: request.crs, superseded: request.superseded, texts: request.texts }
    const imported = await importer.open(source, options, report)
    const head = headOf(request, imported, source.name, source.source, report)
    const styleOf = styles(request)
    const built = await inWorkFolder(request.target, async (work) => {
      const made = await buildDocument(head, imported, styleOf.of, work, progress, report)
      await commit(request.target, work, made.files, (catalogue) => ({
        ...catalogue,
        documents: replaced(catalogue.documents, made.document),
      }))
      return made
    })
    for (const name of styleOf.unused()) report.skip(`layer "${name}"`, 'named in the list of styles, but not in the source')
    return { document: built.document, figures: built.figures, report, importer: importer.title }
  } finally {
    await source.close()
  }
}

/** In the place of the document with the same id, else at the end. */
function replaced(documents: readonly Document[], document: Document): Document[] {
  const known = documents.some(({ id }) => id === document.id)
  return known ? documents.map((other) => (other.id === document.id ? document : other)) : [...documents, document]
}

function headOf(
  request: AddRequest,
  { metadata: found, id: own }: Imported,
  name: string,
  source: string,
  report: Report,
): DocumentHead {
  const said = request.metadata ?? {}
  const choose = <K extends keyof DocumentMetadata>(
    key: K,
    fallback: NonNullable<DocumentMetadata[K]>,
  ): NonNullable<DocumentMetadata[K]> => {
    const known = said[key] ?? found[key]
    if (known === undefined) report.assume(`${key}: ${fallback}`)
    return known ?? fallback
  }
  const title = choose('title', name.replace(/\.[a-z]+$/i, '').replaceAll(/[_-]+/g, ' '))
  const id = request.id ?? own ?? slugOf(title, 'document')
  if (request.id === undefined) report.assume(`id: ${id}`)
  const date = choose('date', request.today)
  return {
    id,
    title,
    category: choose('category', 'reference'),
    authority: choose('authority', 'onbekend'),
    version: choose('version', date),
    date,
    source: said.source ?? source,
    licence: choose('licence', 'onbekend'),
    example: request.example ?? false,
  }
}

function styles({ layers = {}, style = {} }: AddRequest): { of(layer: SourceLayer): LayerStyle; unused(): string[] } {
  const bySlug = new Map(Object.entries(layers).map(([name, value]) => [slugOf(name, name), { name, value }]))
  const used = new Set<string>()
  return {
    of(layer) {
      const found = bySlug.get(slugOf(layer.name, '')) ?? bySlug.get(slugOf(layer.file, ''))
      if (found) used.add(found.name)
      return { ...style, ...found?.value }
    },
    unused: () => Object.keys(layers).filter((name) => !used.has(name)),
  }
}
